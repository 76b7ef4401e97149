using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>A document that is cited but not held: which of its paragraphs are cited, where, and what is said of them.</summary>
public sealed record CitedPage
{
    public required DocumentSummary Document { get; init; }

    /// <summary>The whole document first, then in order of the places. Neighbours that the same sentences cite, as in "paras. 4-17", stand together.</summary>
    public required ImmutableArray<CitedGroup> Places { get; init; }

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site) =>
            from symbol in site.CitedDocuments
            from language in site.Languages
            select Of(site, symbol, language);
    }

    private static Page Of(Site site, DocumentSymbol symbol, SiteLanguage language)
    {
        var code = language.Code;
        // What the page says is quoted: it holds the languages that all its quotations are in.
        var quoted = site.BacklinksTo(new(symbol, null));
        var held = site.Languages.Where(l => quoted.All(e => Mention.HasWordsIn(site, e, l.Code))).ToImmutableArray();
        var head = Heads.Of(site, language, symbol.UrlPath, symbol.Value, held.IsEmpty ? site.Languages : held, "documents") with
        {
            Trail = Trails.Of(site, code, InterfaceStrings.Documents),
        };
        return new(site.Urls.File(head.Url), "cited", head, s => ModelOf(s, symbol, code));
    }

    private static CitedPage ModelOf(Site site, DocumentSymbol symbol, string code) => new()
    {
        Document = DocumentSummary.OfCited(site, symbol, code),
        Places = CitedGroup.Of(CitedPlace.AllOf(site, symbol, code)),
    };
}

/// <summary>Places that the same sentences cite; one or more.</summary>
public sealed record CitedGroup(ImmutableArray<CitedPlace> Places, ImmutableArray<Mention> Mentions)
{
    public static ImmutableArray<CitedGroup> Of(ImmutableArray<CitedPlace> places)
    {
        var groups = ImmutableArray.CreateBuilder<CitedGroup>();
        foreach (var place in places)
            if (groups.Count > 0 && groups[^1].Mentions.SequenceEqual(place.Mentions)) groups[^1] = groups[^1] with { Places = groups[^1].Places.Add(place) };
            else groups.Add(new([place], place.Mentions));
        return groups.ToImmutable();
    }
}

/// <param name="Anchor">"p10"; null for the document as a whole.</param>
/// <param name="Label">"第10段"; null for the document as a whole.</param>
/// <param name="Url">The place on the page of the document.</param>
/// <param name="Pinpoint">The place in words; null for the document as a whole.</param>
public sealed record CitedPlace(string? Anchor, string? Label, string Url, Pinpoint? Pinpoint, ImmutableArray<Mention> Mentions)
{
    /// <summary>The places of a document that other documents cite: the whole document first, then in order of the places.</summary>
    public static ImmutableArray<CitedPlace> AllOf(Site site, DocumentSymbol symbol, string language) =>
    [
        .. site.BacklinksTo(new(symbol, null)).Where(e => e.From.Symbol != symbol)
            .GroupBy(e => e.Pinpoint is { } pinpoint ? Anchors.OfCited(pinpoint) : "", StringComparer.Ordinal)
            .OrderBy(place => PlaceOrder.Key(place.First().Pinpoint), StringComparer.Ordinal)
            .Select(place => Of(site, place.Key, [.. place], language)),
    ];

    private static CitedPlace Of(Site site, string anchor, ImmutableArray<Edge> edges, string language) => new(
        anchor.Length == 0 ? null : anchor,
        edges[0].Pinpoint is { } pinpoint ? CitationForm.OfPinpoint(pinpoint, language) : null,
        site.UrlOf(language, edges[0].To, edges[0].Pinpoint),
        edges[0].Pinpoint,
        [.. edges.DistinctBy(e => (e.From, e.Citation.Citation.Span)).Select(e => Mention.Of(site, e, language))]);
}

/// <summary>A sentence that cites, in the language of the page where that has the paragraph, else in the source language.</summary>
/// <param name="Sentence">The sentence around the citation, as plain text.</param>
/// <param name="Status">"unofficial" or "draft"; null when the words are official.</param>
public sealed record Mention(Link From, TaggedText Sentence, string? Status)
{
    public static Mention Of(Site site, Edge edge, string language)
    {
        var source = site.TextIn(edge.From.Symbol, site.Held(edge.From.Symbol)!.Source.Language, edge.Citation.Passage)!;
        var (reading, citation) = site.TextIn(edge.From.Symbol, language, edge.Citation.Passage) is { } own && Counterpart(edge, source, own) is { } same
            ? (own, same) : (source, edge.Citation);
        var text = reading.TextOf(citation.Passage)!;
        var span = Sentences.Around(text.Plain, citation.Citation.Span.Start, reading.Text.Language);
        var sentence = Markdown.RichText.WithoutCalls(text.Plain.Substring(span.Start, span.Length));
        var status = DocumentPage.StatusOf(reading.Text.Status);
        return new(
            ProvisionModel.LinkTo(site, edge.From, language),
            new(sentence.Replace('\n', ' ').Trim(), site.ForeignTag(language, reading.Text.Tag)),
            status == DocumentPage.StatusOf(TextStatus.Official) ? null : status);
    }

    public static bool HasWordsIn(Site site, Edge edge, string language) =>
        site.TextIn(edge.From.Symbol, language, edge.Citation.Passage) is { } own
        && (language == site.Held(edge.From.Symbol)!.Source.Language
            || Counterpart(edge, site.TextIn(edge.From.Symbol, site.Held(edge.From.Symbol)!.Source.Language, edge.Citation.Passage)!, own) is not null);

    // Edges are read from the source language; the same citation in another is the one of the same place, counted from the start of the paragraph.
    private static ResolvedCitation? Counterpart(Edge edge, LinkedText source, LinkedText own)
    {
        if (own == source) return edge.Citation;
        var before = source.CitationsIn(edge.Citation.Passage).TakeWhile(c => c != edge.Citation).Count(c => Cites(c, edge));
        return own.CitationsIn(edge.Citation.Passage).Where(c => Cites(c, edge)).Skip(before).FirstOrDefault();
    }

    private static bool Cites(ResolvedCitation found, Edge edge) =>
        found.Citation.Target == edge.To.Symbol
        && (edge.Pinpoint is { } place ? found.Citation.Pinpoints.Any(p => Anchors.OfCited(p) == Anchors.OfCited(place)) : found.Citation.Pinpoints.IsEmpty);
}

/// <summary>Order of places in a document: whole document, sections, paragraphs by number, then annexes with theirs.</summary>
internal static class PlaceOrder
{
    public static string Key(Pinpoint? pinpoint)
    {
        if (pinpoint is null) return "0";
        var annex = pinpoint.Annex is null ? "1" : "2" + Number(pinpoint.Annex);
        var kind = pinpoint.Paragraph is not null ? "2" + Number(pinpoint.Paragraph) + pinpoint.Subparagraph
            : pinpoint.Section is not null ? "1" + Number(pinpoint.Section)
            : pinpoint.Table is not null ? "3" + Number(pinpoint.Table)
            : pinpoint.Figure is not null ? "4" + Number(pinpoint.Figure) : "0";
        return annex + "/" + kind;
    }

    private static string Number(string text) =>
        text.Length > 0 && text.All(char.IsAsciiDigit) ? text.PadLeft(6, '0')
        : Text.Roman.Parse(text) is { } value ? value.ToString("D6", System.Globalization.CultureInfo.InvariantCulture) : text;
}
