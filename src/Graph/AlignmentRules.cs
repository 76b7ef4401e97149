using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Graph;

/// <summary>Findings about a translation beside the text it was made from: they catch slips of the translator and of the typist.</summary>
public static class AlignmentRules
{
    /// <summary>The two languages of a passage do not cite the same places.</summary>
    public static readonly Rule CitationsDiffer = new("graph/citations-differ", Severity.Warning);

    /// <summary>The two languages of a passage do not state the same numbers, percentages and dates.</summary>
    public static readonly Rule FiguresDiffer = new("graph/figures-differ", Severity.Warning);

    /// <summary>The translation of a passage has no accepted form of a term that its source language has.</summary>
    public static readonly Rule TermDiffers = new("graph/term-differs", Severity.Warning);

    /// <summary>The two languages of a passage do not call the same footnotes.</summary>
    public static readonly Rule FootnotesDiffer = new("graph/footnotes-differ", Severity.Warning);

    /// <summary>The two languages of a passage are not divided into the same paragraphs and sub-items.</summary>
    public static readonly Rule PartsDiffer = new("graph/parts-differ", Severity.Warning);

    /// <summary>Compares each translation of each document with its source language, passage by passage. A passage without a translation is a
    /// finding of the records, not of these rules.</summary>
    /// <param name="known">The comparisons of an earlier build with the same terms, taken over and kept; null for none.</param>
    public static ImmutableArray<Diagnostic> Check(
        CitationGraph graph, ImmutableArray<TermForms> terms, ComparedTexts? known = null, CancellationToken cancel = default)
    {
        var pairs = Pairs(graph).ToImmutableArray();
        var indexes = pairs.Select(p => p.Source.Text.Language).Distinct(StringComparer.Ordinal)
            .ToDictionary(language => language, language => new Lazy<TermIndex>(() => new(terms, language)), StringComparer.Ordinal);
        var compared = new ImmutableArray<Diagnostic>[pairs.Length];
        Parallel.For(0, pairs.Length, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            var (source, translation) = pairs[i];
            compared[i] = known?.Of(source, translation) ?? [.. new TextComparison(source, translation, indexes[source.Text.Language].Value).Compare()];
        });
        known?.Keep(pairs, [.. compared]);
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var found in compared) findings.AddRange(found);
        return findings.DrainToImmutable();
    }

    /// <summary>Compares one translation with its source.</summary>
    public static ImmutableArray<Diagnostic> Compare(LinkedText source, LinkedText translation, ImmutableArray<TermForms> terms) =>
        [.. new TextComparison(source, translation, new(terms, source.Text.Language)).Compare()];

    private static IEnumerable<(LinkedText Source, LinkedText Translation)> Pairs(CitationGraph graph)
    {
        LinkedText? source = null;
        foreach (var text in graph.Texts)
        {
            if (text.Text.Language == text.Document.Source.Language) source = text;
            else if (source is not null && ReferenceEquals(source.Document, text.Document)) yield return (source, text);
        }
    }
}

/// <summary>What the comparisons of an earlier build found, by the two texts.</summary>
public sealed class ComparedTexts
{
    private Dictionary<(LinkedText, LinkedText), ImmutableArray<Diagnostic>> known = [];

    /// <summary>Null when the two have not been compared.</summary>
    internal ImmutableArray<Diagnostic>? Of(LinkedText source, LinkedText translation) =>
        known.TryGetValue((source, translation), out var findings) ? findings : null;

    internal void Keep(ImmutableArray<(LinkedText Source, LinkedText Translation)> pairs, ImmutableArray<ImmutableArray<Diagnostic>> findings) =>
        known = pairs.Zip(findings).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second);
}
