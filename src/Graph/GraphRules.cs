using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Records;

namespace StaticSite.Graph;

/// <summary>Findings about how documents hang together.</summary>
public static class GraphRules
{
    /// <summary>A citation whose document or place cannot be found.</summary>
    public static readonly Rule UnresolvedCitation = new("graph/unresolved-citation", Severity.Warning);

    /// <summary>A document is cited, not held, and has no record in cited.yaml: its page can say nothing about it.</summary>
    public static readonly Rule CitedWithoutRecord = new("graph/cited-without-record", Severity.Warning);

    /// <summary>A record in cited.yaml for a document that nothing cites.</summary>
    public static readonly Rule RecordWithoutCitation = new("graph/record-without-citation", Severity.Warning);

    /// <summary>Compares the cited documents with their records.</summary>
    public static ImmutableArray<Diagnostic> CheckCited(CitationGraph graph, ImmutableArray<CitedDocument> records)
    {
        var known = records.Select(r => r.Symbol.Value).ToHashSet(StringComparer.Ordinal);
        var cited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var symbol in graph.Cited) cited.Add(symbol.Value);
        return
        [
            .. from symbol in graph.Cited
               where !known.Contains(symbol.Value)
               let first = graph.BacklinksTo(new(symbol, null))[0]
               let reading = graph.SourceOf(first.From.Symbol)!
               select new Diagnostic(CitedWithoutRecord, reading.SpanOf(first.Citation.Passage, first.Citation.Citation.Span),
                   $"{symbol} is cited here, not held, and has no record",
                   $"add \"- symbol: {symbol}\" to input/documents/cited.yaml, with a title where a source gives one"),
            .. from record in records
               where !cited.Contains(record.Symbol.Value)
               select new Diagnostic(RecordWithoutCitation, record.Span,
                   $"nothing cites {record.Symbol}", "remove the record, or see whether the citation is misread"),
        ];
    }

}
