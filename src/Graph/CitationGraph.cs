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

    // By symbol, as strings: a dictionary of structures of our own would have to be compiled at every start.
    private readonly Dictionary<string, List<LinkedText>> readings;
    private readonly Dictionary<string, LinkedText> sources;
    private readonly Dictionary<string, Backlinks> backlinks;
    private readonly Lazy<ImmutableArray<Edge>> edges;
    private readonly HeldDocuments held;
    private readonly ImmutableArray<Document> documents;

    private CitationGraph(ImmutableArray<Document> documents, ImmutableArray<LinkedText> texts, HeldDocuments held, CitationGraph? previous)
    {
        (this.documents, this.held) = (documents, held);
        Texts = texts;
        var changed = previous is null ? texts : TextsOfChange(previous.Texts, texts);
        // Null for all.
        var documentsChanged = previous is null ? null : changed.Select(t => t.Document.Symbol.Value).ToHashSet(StringComparer.Ordinal);
        readings = previous is null ? new(StringComparer.Ordinal) : new(previous.readings, StringComparer.Ordinal);
        sources = previous is null ? new(StringComparer.Ordinal) : new(previous.sources, StringComparer.Ordinal);
        foreach (var symbol in documentsChanged ?? [])
        {
            readings.Remove(symbol);
            sources.Remove(symbol);
        }
        foreach (var reading in texts)
        {
            var symbol = reading.Document.Symbol.Value;
            if (documentsChanged?.Contains(symbol) == false) continue;
            if (!readings.TryGetValue(symbol, out var languages)) readings.Add(symbol, languages = []);
            if (!languages.Exists(l => l.Text.Language == reading.Text.Language)) languages.Add(reading);
            if (!reading.Edges.IsEmpty) sources.TryAdd(symbol, reading);
        }
        edges = new(() => [.. Texts.SelectMany(t => t.Edges)]);
        if (previous is null)
        {
            backlinks = Backlinks.Of(texts);
            Cited = Sorted(backlinks.Keys.Where(IsCited));
            return;
        }
        var targets = changed.SelectMany(t => t.Edges).Select(e => e.To.Symbol.Value).ToHashSet(StringComparer.Ordinal);
        backlinks = Backlinks.Of(texts, documentsChanged!, targets, previous.backlinks);
        Cited = targets.Any(symbol => IsCited(symbol) != previous.IsCited(symbol)) ? Sorted(backlinks.Keys.Where(IsCited)) : previous.Cited;
    }

    /// <summary>One for each document and language held, by symbol, source language first.</summary>
    public ImmutableArray<LinkedText> Texts { get; }

    /// <summary>What a citation can lead to.</summary>
    public ICitationTargets CitationTargets => held;

    /// <summary>All edges, read from the source language of each document (a translation cites the same), in order of document and text.</summary>
    public ImmutableArray<Edge> Edges => edges.Value;

    /// <summary>Documents that are cited but not held, by symbol.</summary>
    public ImmutableArray<DocumentSymbol> Cited { get; }

    /// <summary>A document in a language ("zh", "en"); null when no such text is held.</summary>
    public LinkedText? TextIn(DocumentSymbol symbol, string language)
    {
        if (!readings.TryGetValue(symbol.Value, out var languages)) return null;
        foreach (var reading in languages)
            if (reading.Text.Language == language) return reading;
        return null;
    }

    /// <summary>The text from which the edges of a document are read; null for a document without any.</summary>
    public LinkedText? SourceOf(DocumentSymbol symbol) => sources.GetValueOrDefault(symbol.Value);

    /// <summary>Edges from the passages of a document, in order of its text.</summary>
    public ImmutableArray<Edge> EdgesFrom(DocumentSymbol symbol) => sources.TryGetValue(symbol.Value, out var text) ? text.Edges : None;

    /// <summary>Edges to a place: to a document all edges to it and to places in it, to a provision those to its sub-items too.</summary>
    public ImmutableArray<Edge> BacklinksTo(Place place) => backlinks.TryGetValue(place.Symbol.Value, out var to) ? to.To(place.Id) : None;

    /// <summary>How often the held documents cite a document, in their source languages.</summary>
    public int CountCitationsOf(DocumentSymbol symbol) => backlinks.TryGetValue(symbol.Value, out var to) ? to.Citations : 0;

    /// <summary>The documents to which other edges lead here than there, and whether they come from other passages, to other places or in another number.</summary>
    public IEnumerable<(DocumentSymbol Symbol, bool Citing)> ChangedTargets(CitationGraph other)
    {
        foreach (var (symbol, links) in backlinks)
        {
            var before = other.backlinks.GetValueOrDefault(symbol);
            if (before is null || !links.IsSameAs(before)) yield return (DocumentSymbol.FromCanonical(symbol), before is null || !links.IsOfSamePlaces(before));
        }
        foreach (var symbol in other.backlinks.Keys)
            if (!backlinks.ContainsKey(symbol)) yield return (DocumentSymbol.FromCanonical(symbol), true);
    }

    /// <param name="previous">The graph of an earlier build: texts that cannot have changed are taken over. Null for none.</param>
    public static Outcome<CitationGraph> From(ImmutableArray<Document> documents, CitationGraph? previous = null, CancellationToken cancel = default)
    {
        var held = new HeldDocuments(documents, previous?.held);
        var moved = previous is null ? [] : held.DifferencesTo(previous.held);
        // Where no place has moved the texts of the same records are the same.
        var differing = previous is null || moved.Count > 0 ? new(0, 0, documents.Length) : ListDifference.Between(previous.documents.AsSpan(), documents.AsSpan());
        var ofDocuments = new LinkedText[differing.Now][];
        Parallel.For(0, differing.Now, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            var document = documents[differing.Start + i];
            ofDocuments[i] = [.. document.Texts.Select(text => Known(document, text) ?? new LinkedText(document, text, held))];
        });
        var (first, last) = (CountTexts(documents[..differing.Start]), CountTexts(documents[(differing.Start + differing.Now)..]));
        var before = previous?.Texts ?? [];
        ImmutableArray<LinkedText> texts = [.. before[..first], .. ofDocuments.SelectMany(d => d), .. before[^last..]];
        return new(new(documents, texts, held, previous), [.. texts.SelectMany(Unresolved)]);

        // The same record, and nothing that it cites has other places now.
        LinkedText? Known(Document document, DocumentText text) =>
            previous?.TextIn(document.Symbol, text.Language) is { } known && ReferenceEquals(known.Document, document)
            && (moved.Count == 0 || !known.Citations.Any(c => c.Citation.Target is { } target && moved.Contains(target))) ? known : null;
    }

    private static int CountTexts(ImmutableArray<Document> documents)
    {
        var count = 0;
        foreach (var document in documents) count += document.Texts.Length;
        return count;
    }

    // Those that have gone, and those that have come.
    private static ImmutableArray<LinkedText> TextsOfChange(ImmutableArray<LinkedText> before, ImmutableArray<LinkedText> now)
    {
        var differing = ListDifference.Between(before.AsSpan(), now.AsSpan());
        return [.. before.Slice(differing.Start, differing.Before), .. now.Slice(differing.Start, differing.Now)];
    }

    private bool IsCited(string symbol) => backlinks.TryGetValue(symbol, out var links) && links.HasExternal;

    private static ImmutableArray<DocumentSymbol> Sorted(IEnumerable<string> symbols)
    {
        var sorted = symbols.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        return ImmutableArray.Create(Array.ConvertAll(sorted, DocumentSymbol.FromCanonical));
    }

    private static IEnumerable<Diagnostic> Unresolved(LinkedText reading)
    {
        if (reading.Count(CitationState.Unresolved) == 0) yield break;
        foreach (var found in reading.Citations)
            if (found.State == CitationState.Unresolved)
                yield return new(GraphRules.UnresolvedCitation, reading.SpanOf(found.Passage, found.Citation.Span),
                    $"\"{Surface(reading, found)}\" leads nowhere: {found.Problem?.Message}",
                    "if the text is printed so, record an erratum; the citation is listed on the status page");
    }

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
