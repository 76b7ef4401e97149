using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>What must hold between the records of a site.</summary>
internal sealed class SiteChecks(List<Diagnostic> findings)
{
    /// <param name="documents">Sorted by symbol.</param>
    /// <param name="cited">Sorted by symbol, then by place.</param>
    public void CheckSymbols(ImmutableArray<Document> documents, ImmutableArray<CitedDocument> cited)
    {
        var held = new Dictionary<string, Document>(StringComparer.Ordinal);
        foreach (var document in documents)
            if (!held.TryAdd(document.Symbol.Value, document))
                Report(RecordRules.DuplicateId, document.Span, $"{document.Symbol} is held in {held[document.Symbol.Value].Span.Path} already",
                    "keep one of the two folders");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in cited)
        {
            if (!seen.Add(document.Symbol.Value))
                Report(RecordRules.DuplicateId, document.Span, $"{document.Symbol} is listed twice", "keep one of the two");
            else if (held.TryGetValue(document.Symbol.Value, out var other))
                Report(RecordRules.DuplicateId, document.Span, $"{document.Symbol} is held in {other.Span.Path}", "remove it here");
        }
    }

    public void CheckUnique(ImmutableArray<LocatedId> ids)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, span) in ids)
            if (!known.Add(id)) Report(RecordRules.DuplicateId, span, $"The id \"{id}\" stands here twice", "keep one of the two");
    }

    public void CheckParents(ImmutableArray<Body> bodies)
    {
        var known = bodies.DistinctBy(b => b.Id, StringComparer.Ordinal).ToDictionary(b => b.Id, StringComparer.Ordinal);
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

    /// <summary>"body" -> "bodies".</summary>
    public static string Plural(string what) => what.EndsWith('y') ? what[..^1] + "ies" : what + "s";

    private void Report(Rule rule, SourceSpan span, string message, string hint) =>
        findings.Add(Reading.Finding(rule, span, message, hint));
}
