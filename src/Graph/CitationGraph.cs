using System.Collections.Frozen;
using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Diagnostics;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Graph;

/// <summary>Who cites whom. Immutable; made once from the records and then read by all pages at once.</summary>
public sealed class CitationGraph
{
    private static readonly ImmutableArray<Edge> None = [];

    private readonly FrozenDictionary<(DocumentSymbol, string), LinkedText> readings;
    private readonly FrozenDictionary<Place, ImmutableArray<Edge>> backlinks;

    private readonly FrozenDictionary<DocumentSymbol, ImmutableArray<Edge>> outgoing;

    private CitationGraph(ImmutableArray<LinkedText> readings, ImmutableArray<Edge> edges, ICitationTargets targets)
    {
        CitationTargets = targets;
        Texts = readings;
        Edges = edges;
        this.readings = readings.DistinctBy(r => (r.Document.Symbol, r.Text.Language)).ToFrozenDictionary(r => (r.Document.Symbol, r.Text.Language));
        backlinks = edges.SelectMany(e => Targets(e.To).Select(to => (to, e)))
            .GroupBy(p => p.to, p => p.e).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
        outgoing = edges.GroupBy(e => e.From.Symbol).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
        Cited = [.. edges.Where(e => e.Citation.State == CitationState.External).Select(e => e.To.Symbol).Distinct().Order()];
    }

    /// <summary>One for each document and language held, by symbol, source language first.</summary>
    public ImmutableArray<LinkedText> Texts { get; }

    /// <summary>What a citation can lead to.</summary>
    public ICitationTargets CitationTargets { get; }

    /// <summary>All edges, read from the source language of each document (a translation cites the same), in order of document and text.</summary>
    public ImmutableArray<Edge> Edges { get; }

    /// <summary>Documents that are cited but not held, by symbol.</summary>
    public ImmutableArray<DocumentSymbol> Cited { get; }

    /// <summary>A document in a language ("zh", "en"); null when no such text is held.</summary>
    public LinkedText? TextIn(DocumentSymbol symbol, string language) => readings.GetValueOrDefault((symbol, language));

    /// <summary>Edges from the passages of a document, in order of its text.</summary>
    public ImmutableArray<Edge> EdgesFrom(DocumentSymbol symbol) => outgoing.GetValueOrDefault(symbol, None);

    /// <summary>Edges to a place: to a document all edges to it and to places in it, to a provision those to its sub-items too.</summary>
    public ImmutableArray<Edge> BacklinksTo(Place place) => backlinks.GetValueOrDefault(place, None);

    public static Outcome<CitationGraph> From(ImmutableArray<Document> documents, CancellationToken cancel = default)
    {
        var held = new HeldDocuments(documents);
        var readings = documents.AsParallel().AsOrdered().WithCancellation(cancel)
            .SelectMany(d => d.Texts.Select(text => new LinkedText(d, text, held))).ToImmutableArray();
        var edges = readings.Where(r => r.Text.Language == r.Document.Source.Language).SelectMany(EdgesOf).ToImmutableArray();
        return new(new(readings, edges, held), [.. readings.SelectMany(Unresolved)]);
    }

    private static IEnumerable<Edge> EdgesOf(LinkedText reading)
    {
        foreach (var found in reading.Citations)
        {
            if (found.Citation.Target is not { } target) continue;
            var from = new Place(reading.Document.Symbol, found.Passage);
            if (found.Citation.Pinpoints.IsEmpty) yield return new(from, new(target, null), null, found);
            for (var i = 0; i < found.Citation.Pinpoints.Length; i++)
                yield return new(from, new(target, found.Anchors[i]), found.Citation.Pinpoints[i], found);
        }
    }

    // "34(a)" is cited: so are provision "34" and the document.
    private static IEnumerable<Place> Targets(Place place)
    {
        yield return place with { Id = null };
        if (place.Id is not { } id) yield break;
        yield return place;
        var bracket = id.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0) yield return place with { Id = id[..bracket] };
    }

    private static IEnumerable<Diagnostic> Unresolved(LinkedText reading) =>
        from found in reading.Citations
        where found.State == CitationState.Unresolved
        select new Diagnostic(GraphRules.UnresolvedCitation, reading.SpanOf(found.Passage, found.Citation.Span),
            $"\"{Surface(reading, found)}\" leads nowhere: {found.Problem?.Message}",
            "if the text is printed so, record an erratum; the citation is listed on the status page");

    /// <summary>The words of a citation, footnote markers as printed.</summary>
    public static string Surface(LinkedText reading, ResolvedCitation found)
    {
        var text = reading.TextOf(found.Passage);
        if (text is null) return "";
        var span = found.Citation.Span;
        return new Markdown.RichText(text.Plain.Substring(span.Start, span.Length),
            [.. text.Marks.Where(m => m.Start >= span.Start && m.Start < span.End).Select(m => m with { Start = m.Start - span.Start })]).Printed();
    }
}
