using System.Collections.Immutable;

using StaticSite.Text;

namespace StaticSite.Citations;

/// <summary>Leads citations to the places they name. Pure; never throws.</summary>
public static class CitationResolver
{
    /// <summary>Every citation of a document with its end, passages in reading order, citations in the order of the text.</summary>
    public static ImmutableArray<ResolvedCitation> Resolve(CitingDocument document, ICitationTargets targets)
    {
        var resolved = ImmutableArray.CreateBuilder<ResolvedCitation>();
        foreach (var (passage, citations) in CitationReader.Read(document))
            foreach (var citation in citations)
                resolved.Add(Resolve(passage, citation, document, targets));
        return resolved.DrainToImmutable();
    }

    private static ResolvedCitation Resolve(Passage passage, Citation citation, CitingDocument document, ICitationTargets targets)
    {
        if (citation.Target is not { } symbol)
            return new(passage.Id, citation, CitationState.Unresolved, Nowhere(citation), new(null, Words(passage, citation.Span)));
        if (!targets.IsHeld(symbol) && symbol != document.Symbol)
            return new(passage.Id, citation, CitationState.External, Nowhere(citation), null);
        var citingPassage = citation.Kind == CitationKind.Internal ? passage.Id : null;
        var anchors = ImmutableArray.CreateBuilder<string?>(citation.Pinpoints.Length);
        CitationProblem? problem = null;
        foreach (var pinpoint in citation.Pinpoints)
        {
            var anchor = targets.Find(symbol, pinpoint, citingPassage) ?? Around(symbol, pinpoint, citingPassage, targets);
            anchors.Add(anchor);
            if (anchor is null && !HasNoAnchor(pinpoint)) problem ??= new(symbol, Words(passage, pinpoint.Span));
        }
        return new(passage.Id, citation, problem is null ? CitationState.Resolved : CitationState.Unresolved,
            anchors is [not null] ? RepeatedText.ListOf(anchors.MoveToImmutable().As<string>()).As<string?>() : anchors.MoveToImmutable(), problem);
    }

    // Tables and figures have no anchor of their own: what holds them is the place.
    private static string? Around(Symbols.DocumentSymbol symbol, Pinpoint pinpoint, string? citingPassage, ICitationTargets targets)
    {
        if (pinpoint.Table is null && pinpoint.Figure is null || pinpoint.Annex is null && pinpoint.Section is null) return null;
        return targets.Find(symbol, pinpoint with { Table = null, Figure = null }, citingPassage);
    }

    private static bool HasNoAnchor(Pinpoint pinpoint) =>
        (pinpoint.Table is not null || pinpoint.Figure is not null || pinpoint.Chapter is not null)
        && pinpoint.Annex is null && pinpoint.Section is null && pinpoint.Paragraph is null && pinpoint.Footnote is null;

    private static ImmutableArray<string?> Nowhere(Citation citation) => citation.Pinpoints.IsEmpty ? [] : ImmutableArray.Create(new string?[citation.Pinpoints.Length]);

    private static string Words(Passage passage, TextSpan span) => passage.Text.Plain.Substring(span.Start, span.Length);
}
