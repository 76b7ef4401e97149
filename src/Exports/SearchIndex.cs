using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using StaticSite.Citations;
using StaticSite.Pages;

namespace StaticSite.Exports;

/// <summary>What the search page fetches, below /search/: index.json, grams/N.json (which texts have a gram), texts/N.json (a document in one
/// language). The README tells the formats ("Search").</summary>
/// <remarks>A query needs index.json, the shards of its grams, and the texts that have them all; those texts are then searched for the query
/// itself, so that results are exact and the grams only save requests.</remarks>
/// <param name="memory">What an earlier build has made of the same site, before an edit; null makes everything.</param>
public sealed class SearchIndex(SearchMemory? memory = null) : IExport
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public IEnumerable<Func<OutputFile>> Plan(Site site, IReadOnlyList<Page> pages)
    {
        if (!site.HasSearch) return [];
        var texts = NumberedText.Of(site).ToList();
        var shards = memory is null ? SearchShards.Of(texts) : memory.Shards(texts);
        return
        [
            () => Index(site, shards.Count),
            .. Enumerable.Range(0, shards.Count).Select(i => (Func<OutputFile>)(() => shards.File(i))),
            .. texts.Select(text => (Func<OutputFile>)(() => memory is null ? Text(site, text) : memory.File(text, () => Text(site, text)))),
        ];
    }

    private static OutputFile Index(Site site, int shards)
    {
        var json = new StringBuilder("{\n");
        json.Append(CultureInfo.InvariantCulture, $"\"documents\":{site.Records.Documents.Length},\n\"shards\":{shards},\n\"languages\":[\n");
        json.AppendJoin(",\n", site.Languages.Select(l => $"{{\"code\":{Quote(l.Code)},\"tag\":{Quote(l.Tag)},\"name\":{Quote(l.Name)}}}"));
        return File("search/index.json", json.Append("\n]\n}\n"));
    }

    private static OutputFile Text(Site site, NumberedText numbered)
    {
        var text = SearchableText.Of(site, numbered);
        var document = text.Source.Document;
        var title = site.Title(document.Symbol, text.Source.Text.Language)?.Text;
        var json = new StringBuilder("{\n");
        json.Append(CultureInfo.InvariantCulture, $"\"symbol\":{Quote(document.Symbol.Value)},\n\"kind\":{Quote(DocumentSummary.Name(document.Kind))},\n");
        json.Append(CultureInfo.InvariantCulture, $"\"path\":{Quote(document.Symbol.UrlPath + "/")},\n\"title\":{(title is null ? "null" : Quote(title))},\n");
        json.Append("\"names\":[").AppendJoin(',', site.Languages.Select(l => Quote(CitationForm.OfDocument(document.Symbol, l.Code)))).Append("],\n\"passages\":[\n");
        json.AppendJoin(",\n", text.Passages.Select(p => $"[{Quote(p.Id)},{Quote(p.Anchor)},{Labels(p.Labels)},{Quote(p.Text)}{Items(p.Items)}]"));
        return File($"search/texts/{text.Number.ToString(CultureInfo.InvariantCulture)}.json", json.Append("\n]\n}\n"));
    }

    private static string Labels(ImmutableArray<string> labels) => $"[{string.Join(',', labels.Select(Quote))}]";

    private static string Items(ImmutableArray<SearchableItem> items) => items.IsEmpty ? ""
        : $",[{string.Join(',', items.Select(i => $"[{Quote(i.Letter)},{Quote(i.Anchor)},{Labels(i.Labels)}]"))}]";

    internal static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, Encoder)}\"";

    internal static OutputFile File(string path, StringBuilder json) => new(path, Encoding.UTF8.GetBytes(json.ToString()));
}
