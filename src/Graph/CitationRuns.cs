using StaticSite.Citations;
using StaticSite.Symbols;

namespace StaticSite.Graph;

/// <summary>A stretch of a passage that leads to one place, or to an unbroken range of places: a link in every form of output.</summary>
/// <param name="Start">0-based offset in the plain text of the passage.</param>
/// <param name="End">The first code unit after it.</param>
/// <param name="Target">The cited document; null when nothing says which.</param>
/// <param name="First">Id of the place in the record of the target; null for the whole document, and for a document that is not held.</param>
/// <param name="Last">Id of the last place of a range, "paras. 4–9"; the same as <paramref name="First"/> for one place.</param>
/// <param name="Pinpoint">The place in words; null for the whole document.</param>
public readonly record struct CitationRun(
    int Start, int End, DocumentSymbol? Target, string? First, string? Last, Pinpoint? Pinpoint, CitationState State);

/// <summary>Divides citations into what leads to one place each.</summary>
public static class CitationRuns
{
    /// <summary>The words up to the end of the first place are one run, each further place is one of its own, what follows the last belongs to it.</summary>
    public static IEnumerable<CitationRun> Of(ResolvedCitation found)
    {
        var span = found.Citation.Span;
        var pinpoints = found.Citation.Pinpoints;
        if (found.Citation.Target is not { } target || found.State == CitationState.Unresolved && pinpoints.Length < 2)
        {
            yield return new(span.Start, span.End, found.Citation.Target, null, null, null, CitationState.Unresolved);
            yield break;
        }
        if (pinpoints.Length == 0)
        {
            yield return new(span.Start, span.End, target, null, null, null, found.State);
            yield break;
        }
        for (var i = 0; i < pinpoints.Length; i++)
        {
            var shared = i > 0 && pinpoints[i - 1].Span == pinpoints[i].Span;
            if (shared) continue;
            var final = i;
            while (final + 1 < pinpoints.Length && pinpoints[final + 1].Span == pinpoints[i].Span) final++;
            var from = i == 0 ? span.Start : pinpoints[i].Span.Start;
            var end = final == pinpoints.Length - 1 ? span.End : pinpoints[i].Span.End;
            if (end <= from) continue;
            // Of several places one may be missing: the others are links all the same.
            var missing = found.State == CitationState.Unresolved && found.Anchors[i] is null;
            var state = missing ? CitationState.Unresolved : found.State == CitationState.Unresolved ? CitationState.Resolved : found.State;
            yield return new(from, end, target, found.Anchors[i], found.Anchors[final] ?? found.Anchors[i], pinpoints[i], state);
        }
    }
}
