using System.Collections.Immutable;
using System.Text.Json;

namespace StaticSite.Review;

/// <summary>Compares what the site publishes as data: follow-up threads, indicators, documents and their provisions, by their ids.</summary>
/// <remarks>Reads tracker.json, indicators.json and the index.json of documents as the README describes them. A file of another form has no records.</remarks>
internal static class RecordComparer
{
    // The words of provisions are compared on their pages.
    private static readonly (RecordKind Kind, string List, string[] Fields)[] Lists =
    [
        (RecordKind.Thread, "threads", ["title", "status", "judgement", "components", "responsible", "due", "steps"]),
        (RecordKind.Indicator, "indicators", ["name", "words", "period", "quoted", "source"]),
        (RecordKind.Provision, "provisions", ["act", "components", "addressee", "responsible", "deadlines", "threads", "section", "label"]),
    ];

    private static readonly string[] DocumentFields = ["kind", "issuer", "session", "agenda_item", "date", "text_status", "text_language"];

    public static IEnumerable<RecordWording> Compare(string path, ReadOnlyMemory<byte> old, ReadOnlyMemory<byte> @new)
    {
        var (before, after) = (Read(path, old), Read(path, @new));
        foreach (var record in before.Values.Concat(after.Values.Where(r => !before.ContainsKey(r.Key))))
        {
            var was = before.GetValueOrDefault(record.Key);
            var now = after.GetValueOrDefault(record.Key);
            var shown = (now ?? was)!;
            if (was is null || now is null)
            {
                yield return new(shown.Kind, shown.Id, "", shown.Language, shown.Name, shown.Url, was is null ? null : shown.Name, now is null ? null : shown.Name);
                continue;
            }
            foreach (var (field, value) in was.Fields)
                if (now.Fields[field] != value)
                    yield return new(shown.Kind, shown.Id, field, shown.Language, shown.Name, shown.Url, value, now.Fields[field]);
        }
    }

    /// <summary>The same change in several languages is one; what is new in one language only as well.</summary>
    public static ImmutableArray<RecordChange> Join(IEnumerable<RecordWording> wordings) =>
        [.. wordings.GroupBy(w => (w.Kind, w.Id, w.Field)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Id, StringComparer.Ordinal).ThenBy(g => g.Key.Field, StringComparer.Ordinal)
            .Select(g => new RecordChange(g.Key.Kind, g.Key.Id, g.Key.Field, [.. g.OrderBy(w => w.Language, StringComparer.Ordinal)], []))];

    private static Dictionary<(RecordKind, string), Record> Read(string path, ReadOnlyMemory<byte> file)
    {
        var records = new Dictionary<(RecordKind, string), Record>();
        JsonDocument json;
        try { json = JsonDocument.Parse(file); }
        catch (JsonException) { return records; }
        using (json)
        {
            if (json.RootElement.ValueKind != JsonValueKind.Object) return records;
            var language = Words(json.RootElement, "language");
            var symbol = Words(json.RootElement, "symbol");
            if (symbol.Length > 0 && json.RootElement.TryGetProperty("provisions", out _))
                Add(new(RecordKind.Document, symbol, language, symbol, UrlOf(json.RootElement, path), Fields(json.RootElement, DocumentFields)));
            foreach (var (kind, list, fields) in Lists)
            {
                if (!json.RootElement.TryGetProperty(list, out var entries) || entries.ValueKind != JsonValueKind.Array) continue;
                foreach (var entry in entries.EnumerateArray())
                {
                    if (entry.ValueKind != JsonValueKind.Object || Words(entry, "id") is not { Length: > 0 } id) continue;
                    var name = symbol.Length > 0 ? $"{symbol} {id}" : Words(entry, "title") is { Length: > 0 } title ? title : Words(entry, "name");
                    Add(new(kind, symbol.Length > 0 ? $"{symbol} {id}" : id, language, name, UrlOf(entry, path), Fields(entry, fields)));
                }
            }
        }
        return records;

        void Add(Record record) => records.TryAdd(record.Key, record);
    }

    private static ImmutableSortedDictionary<string, string> Fields(JsonElement entry, string[] names) =>
        names.ToImmutableSortedDictionary(n => n, n => Words(entry, n), StringComparer.Ordinal);

    private static string Words(JsonElement entry, string key) => entry.TryGetProperty(key, out var value) ? Words(value) : "";

    // A text, a number, the words of an object, the entries of a list.
    private static string Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Words)),
        JsonValueKind.Object => WordsOf(value),
        _ => value.GetRawText(),
    };

    // What names a thing: its kind and place of a step, its words of a due date, its name of a body.
    private static string WordsOf(JsonElement value) => string.Join(' ', new[] { "kind", "words", "name", "citation" }
        .Select(k => value.TryGetProperty(k, out var part) && part.ValueKind == JsonValueKind.String ? part.GetString()! : "").Where(w => w.Length > 0));

    // The path of its absolute URL.
    private static string UrlOf(JsonElement entry, string path) =>
        Uri.TryCreate(Words(entry, "url"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? Uri.UnescapeDataString(url.AbsolutePath) + url.Fragment : "/" + path;

    private sealed record Record(RecordKind Kind, string Id, string Language, string Name, string Url, ImmutableSortedDictionary<string, string> Fields)
    {
        public (RecordKind, string) Key => (Kind, Id);
    }
}
