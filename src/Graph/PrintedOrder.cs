using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Graph;

/// <summary>A heading or a provision of the body; exactly one of the two is set.</summary>
public sealed record BodyElement(Section? Section, Provision? Provision);

/// <summary>The body of a document as it is printed: headings and provisions in one sequence.</summary>
public static class PrintedOrder
{
    /// <summary>Each heading stands before the first provision of its section or of a section inside it. A section without provisions
    /// keeps its place among the sections.</summary>
    public static ImmutableArray<BodyElement> Of(Document document)
    {
        var elements = ImmutableArray.CreateBuilder<BodyElement>(document.Sections.Length + document.Provisions.Length);
        var place = 0;
        var positions = new Dictionary<string, int>(document.Sections.Length, StringComparer.Ordinal);
        for (var i = 0; i < document.Sections.Length; i++) positions.TryAdd(document.Sections[i].Id, i);
        foreach (var provision in document.Provisions)
        {
            // All headings up to the one of this provision have been printed before it.
            if (provision.Section is { } id && positions.TryGetValue(id, out var own))
                for (; place <= own; place++) elements.Add(new(document.Sections[place], null));
            elements.Add(new(null, provision));
        }
        for (; place < document.Sections.Length; place++) elements.Add(new(document.Sections[place], null));
        return elements.DrainToImmutable();
    }
}
