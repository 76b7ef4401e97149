using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using StaticSite.Citations;
using StaticSite.Pages;
using StaticSite.Symbols;
using StaticSite.Text;

namespace StaticSite.Exports;

/// <summary>What the search page fetches, below /search/: index.json, grams/N.json (which texts have a gram), texts/N.json (a document in one
/// language). The README tells the formats ("Search").</summary>
/// <remarks>A query needs index.json, the shards of its grams, and the texts that have them all; those texts are then searched for the query
/// itself, so that results are exact and the grams only save requests.</remarks>
public sealed class SearchIndex : IExport
{
    /// <summary>Shards are about so large: small enough for a bad line, large enough that a site of a few documents has one or two.</summary>
    private const int ShardSize = 40_000;

    // Texts whose grams are held at once.
    private const int Chunk = 256;

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public IEnumerable<Func<OutputFile>> Plan(Site site, IReadOnlyList<Page> pages)
    {
        if (!site.HasSearch) return [];
        var texts = SearchableText.Of(site).ToList();
        var shards = Shards(texts);
        return
        [
            () => Index(site, shards.Length),
            .. shards.Select((shard, i) => (Func<OutputFile>)(() => Shard(i, shard))),
            .. texts.Select(text => (Func<OutputFile>)(() => Text(site, text()))),
        ];
    }

    /// <summary>The keys under which a document is found when its symbol is typed, whole or short: "=a/res/64/259", "=res/64/259", "=64/259".</summary>
    internal static IEnumerable<string> SymbolKeys(DocumentSymbol symbol)
    {
        var whole = SearchText.Normalize(symbol.Value).Replace(" ", "", StringComparison.Ordinal);
        yield return "=" + whole;
        var rest = whole[(whole.IndexOf('/', StringComparison.Ordinal) + 1)..];
        if (rest.Length == whole.Length) yield break;
        yield return "=" + rest;
        if (rest.StartsWith("res/", StringComparison.Ordinal) || rest.StartsWith("dec/", StringComparison.Ordinal)) yield return "=" + rest[4..];
    }

    // Texts are read by all threads, and each thread keeps the lists of its share of the grams: the order of texts in a list is that of their numbers.
    private static ImmutableArray<List<KeyValuePair<string, string>>> Shards(List<Func<SearchableText>> texts)
    {
        var symbols = new SearchPostings<string>();
        var shares = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new SearchPostings<ulong>()).ToArray();
        foreach (var chunk in texts.Chunk(Chunk))
        {
            var read = chunk.AsParallel().AsOrdered().Select(text => GramsOf(text())).ToList();
            foreach (var (number, symbol, _) in read)
                foreach (var key in SymbolKeys(symbol)) symbols.Add(key, number);
            Parallel.For(0, shares.Length, share =>
            {
                foreach (var (number, _, grams) in read)
                    foreach (var gram in grams)
                        if ((int)(gram * 0x9E3779B97F4A7C15 >> 40) % shares.Length == share) shares[share].Add(gram, number);
            });
        }

        var lists = shares.SelectMany(s => s.Lists.Select(l => KeyValuePair.Create(SearchGrams.Characters(l.Key), l.Value))).Concat(symbols.Lists).ToList();
        var size = lists.Sum(l => 7L + Encoding.UTF8.GetByteCount(l.Key) + l.Value.Length);
        var shards = Enumerable.Range(0, (int)(size / ShardSize) + 1).Select(_ => new List<KeyValuePair<string, string>>()).ToImmutableArray();
        foreach (var list in lists) shards[SearchPostings<string>.ShardOf(list.Key, shards.Length)].Add(list);
        return shards;
    }

    [ThreadStatic]
    private static SearchGrams? grams;

    private static (int Number, DocumentSymbol Symbol, ulong[] Grams) GramsOf(SearchableText text)
    {
        // A query lies within one passage; the mark between them is part of no gram that a query can have.
        var normal = string.Join('\0', text.Passages.Select(p => SearchText.Normalize(p.Text)));
        return (text.Number, text.Source.Document.Symbol, (grams ??= new()).Of(normal));
    }

    private static OutputFile Index(Site site, int shards)
    {
        var json = new StringBuilder("{\n");
        json.Append(CultureInfo.InvariantCulture, $"\"documents\":{site.Records.Documents.Length},\n\"shards\":{shards},\n\"languages\":[\n");
        json.AppendJoin(",\n", site.Languages.Select(l => $"{{\"code\":{Quote(l.Code)},\"tag\":{Quote(l.Tag)},\"name\":{Quote(l.Name)}}}"));
        return File("search/index.json", json.Append("\n]\n}\n"));
    }

    private static OutputFile Shard(int number, List<KeyValuePair<string, string>> lists)
    {
        var json = new StringBuilder("{\n");
        json.AppendJoin(",\n", lists.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{Quote(l.Key)}:\"{l.Value}\""));
        return File($"search/grams/{number.ToString(CultureInfo.InvariantCulture)}.json", json.Append("\n}\n"));
    }

    private static OutputFile Text(Site site, SearchableText text)
    {
        var document = text.Source.Document;
        var title = site.Title(document.Symbol, text.Source.Text.Language)?.Text;
        var json = new StringBuilder("{\n");
        json.Append(CultureInfo.InvariantCulture, $"\"symbol\":{Quote(document.Symbol.Value)},\n\"kind\":{Quote(DocumentSummary.Name(document.Kind))},\n");
        json.Append(CultureInfo.InvariantCulture, $"\"path\":{Quote(document.Symbol.UrlPath + "/")},\n\"title\":{(title is null ? "null" : Quote(title))},\n");
        json.Append("\"names\":[").AppendJoin(',', site.Languages.Select(l => Quote(CitationForm.OfDocument(document.Symbol, l.Code)))).Append("],\n\"passages\":[\n");
        json.AppendJoin(",\n", text.Passages.Select(p =>
            $"[{Quote(p.Id)},{Quote(p.Anchor)},[{string.Join(',', p.Labels.Select(Quote))}],{Quote(p.Text)}]"));
        return File($"search/texts/{text.Number.ToString(CultureInfo.InvariantCulture)}.json", json.Append("\n]\n}\n"));
    }

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, Encoder)}\"";

    private static OutputFile File(string path, StringBuilder json) => new(path, Encoding.UTF8.GetBytes(json.ToString()));
}
