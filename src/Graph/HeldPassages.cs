using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

using StaticSite.Markdown;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Graph;

/// <summary>The passages that records can name in held documents: provisions, their sub-items and blocks, footnotes, blocks of the title page and
/// the closing. May be asked from many threads at once.</summary>
public sealed class HeldPassages(CitationGraph graph, ImmutableArray<Document> documents)
{
    private readonly Dictionary<string, Document> held =
        documents.DistinctBy(d => d.Symbol.Value, StringComparer.Ordinal).ToDictionary(d => d.Symbol.Value, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(DocumentSymbol, string), FrozenDictionary<string, string>> texts = new();

    /// <summary>Null when the document is not held.</summary>
    public Document? DocumentOf(PassageReference passage) => held.GetValueOrDefault(passage.Symbol.Value);

    /// <summary>True for a held document and for a passage that its source language has.</summary>
    public bool Exists(PassageReference passage) =>
        DocumentOf(passage) is { } document && (passage.Id is not { } id || TextsOf(document, document.Source.Language).ContainsKey(id));

    /// <summary>The ids of all passages of a held document.</summary>
    public IEnumerable<string> IdsIn(Document document) => TextsOf(document, document.Source.Language).Keys.Order(StringComparer.Ordinal);

    /// <summary>The words of a passage, footnote calls left out, paragraphs separated by one '\n'; of a provision with all its parts, of a sub-item
    /// with its label. Null when this language has no such passage.</summary>
    public string? TextOf(PassageReference passage, string language)
    {
        if (DocumentOf(passage) is not { } document || passage.Id is not { } id) return null;
        // Only who asks for a part has to know the parts of all passages.
        return graph.TextIn(document.Symbol, language)?.TextOf(id) is { } whole ? RichText.WithoutCalls(whole.Plain) : TextsOf(document, language).GetValueOrDefault(id);
    }

    private FrozenDictionary<string, string> TextsOf(Document document, string language) =>
        texts.GetOrAdd((document.Symbol, language), _ => Read(document, language));

    private FrozenDictionary<string, string> Read(Document document, string language)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        if (graph.TextIn(document.Symbol, language) is not { } linked) return read.ToFrozenDictionary(StringComparer.Ordinal);
        var provisions = document.Provisions.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var passage in linked.Passages)
        {
            var plain = passage.Text.Plain;
            read.TryAdd(passage.Id, RichText.WithoutCalls(plain));
            if (!provisions.Contains(passage.Id)) continue;
            // A part may be interrupted by others: the end of a clause behind its list.
            foreach (var part in ProvisionText.Parts(passage.Id, plain).Where(p => p.Id != passage.Id).GroupBy(p => p.Id, StringComparer.Ordinal))
                read.TryAdd(part.Key, RichText.WithoutCalls(string.Join('\n', part.Select(p => plain.Substring(p.Start, p.Length)))));
        }
        return read.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
