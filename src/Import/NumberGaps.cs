using System.Collections.Immutable;
using System.Globalization;

using StaticSite.Diagnostics;
using StaticSite.Records;

namespace StaticSite.Import;

/// <summary>Finds where printed paragraph numbers jump: a paragraph may have been lost before the text came to us.</summary>
internal static class NumberGaps
{
    public static ImmutableArray<Diagnostic> Find(Document document, SourceText source)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var last = 0;
        foreach (var provision in document.Provisions)
        {
            var name = provision.Id[(provision.Id.LastIndexOf('/') + 1)..];
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            if (number != 1 && number != last + 1)
                findings.Add(new(ImportRules.NumberGap, new(source.Path, source.Offset(provision.Lines.First, 1), 0), $"paragraph {number} follows paragraph {last}", "look whether the source lacks a paragraph"));
            last = number;
        }
        return findings.ToImmutable();
    }
}
