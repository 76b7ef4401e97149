using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Symbols;

namespace StaticSite.Records;

/// <summary>What must hold between the records of a site.</summary>
internal sealed class SiteChecks(List<Diagnostic> findings)
{
    /// <param name="documents">Sorted by symbol.</param>
    /// <param name="cited">Sorted by symbol, then by place.</param>
    public void CheckSymbols(ImmutableArray<Document> documents, ImmutableArray<CitedDocument> cited)
    {
        var held = new Dictionary<DocumentSymbol, Document>();
        foreach (var document in documents)
            if (!held.TryAdd(document.Symbol, document))
                Report(RecordRules.DuplicateId, document.Span, $"{document.Symbol} is held in {held[document.Symbol].Span.Path} already",
                    "keep one of the two folders");
        var seen = new HashSet<DocumentSymbol>();
        foreach (var document in cited)
        {
            if (!seen.Add(document.Symbol))
                Report(RecordRules.DuplicateId, document.Span, $"{document.Symbol} is listed twice", "keep one of the two");
            else if (held.TryGetValue(document.Symbol, out var other))
                Report(RecordRules.DuplicateId, document.Span, $"{document.Symbol} is held in {other.Span.Path}", "remove it here");
        }
    }

    public void CheckBodies(ImmutableArray<Body> bodies)
    {
        var known = new Dictionary<string, Body>(StringComparer.Ordinal);
        foreach (var body in bodies)
            if (!known.TryAdd(body.Id, body))
                Report(RecordRules.DuplicateId, body.Span, $"The id \"{body.Id}\" stands here twice", "keep one of the two");
        foreach (var body in known.Values)
        {
            // Only the members of a circle report it, not those whose parents lead into it.
            var above = body;
            for (var steps = known.Count; steps > 0 && above?.Parent is { } parent; steps--)
            {
                above = known.GetValueOrDefault(parent);
                if (above != body) continue;
                Report(RecordRules.BadValue, body.Span, $"The parents of {body.Id} lead back to it", "a body at the top has no parent");
                break;
            }
        }
    }

    public void CheckBodyReferences(List<Reference> references, ImmutableArray<Body> bodies)
    {
        var known = bodies.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var reference in references)
            if (reference.Kind == ReferenceKind.Body && !known.Contains(reference.Id))
                Report(RecordRules.DanglingId, reference.Span, $"There is no body \"{Nearest.Shorten(reference.Id)}\"",
                    Nearest.Hint(reference.Id, bodies.Select(b => b.Id), "list it in input/bodies/bodies.yaml"));
    }

    public void CheckLanguages(List<Reference> references, SiteConfig site)
    {
        var tags = site.Languages.DistinctBy(l => l.Code, StringComparer.Ordinal)
            .ToDictionary(l => l.Code, l => l.Tag, StringComparer.Ordinal);
        foreach (var reference in references)
        {
            if (reference.Kind == ReferenceKind.Language && !tags.ContainsKey(reference.Id))
                Report(RecordRules.DanglingId, reference.Span, $"The site has no language \"{Nearest.Shorten(reference.Id)}\"",
                    $"the languages in input/site.yaml are {string.Join(", ", site.Languages.Select(l => l.Code))}");
            // A tag of another language than the file name says is reported there.
            if (reference.Kind == ReferenceKind.LanguageTag && tags.GetValueOrDefault(reference.Id.Split('-')[0]) is { } tag
                && tag != reference.Id)
                Report(RecordRules.BadValue, reference.Span,
                    $"The tag \"{Nearest.Shorten(reference.Id)}\" is not the one that the site uses", $"write {tag}");
        }
    }

    private void Report(Rule rule, SourceSpan span, string message, string hint) =>
        findings.Add(Reading.Finding(rule, span, message, hint));
}
