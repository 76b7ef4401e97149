using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StaticSite.Records;

/// <summary>JSON Schemas of the records, for editors that complete and check while one types; from the same definitions as the
/// reader's checks.</summary>
public static class RecordSchemas
{
    private static readonly JsonSerializerOptions Format =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // By the name of the schema; what a file of the input is follows from its path.
    private static readonly ImmutableArray<(string Name, string Title, Func<JsonObject> Schema)> Kinds =
    [
        ("acts", "input/framework/acts.yaml", ActRecord.File.Schema),
        ("basis", "input/documents/SYMBOL/basis.LANGUAGE.yaml", BasisRecord.File.Schema),
        ("bodies", "input/bodies/bodies.yaml", BodyRecord.File.Schema),
        ("cited", "input/documents/cited.yaml", CitedRecord.File.Schema),
        ("components", "input/framework/components.yaml", ComponentRecord.File.Schema),
        ("document", "input/documents/SYMBOL/document.yaml", DocumentRecord.File.Schema),
        ("indicators", "input/framework/indicators.yaml", IndicatorRecord.File.Schema),
        ("page", "Front matter of input/pages/LANGUAGE/NAME.md", PageRecord.File.Schema),
        ("reports", "input/progress/reports.yaml", ProgressRecord.File.Schema),
        ("site", "input/site.yaml", SiteRecord.File.Schema),
        ("terms", "input/definitions/terms.yaml", TermRecord.File.Schema),
        ("text", "input/documents/SYMBOL/text.LANGUAGE.yaml", TextRecord.File.Schema),
        ("threads", "input/framework/threads.yaml", ThreadRecord.File.Schema),
    ];

    /// <summary>Where the schemas are kept, for <see cref="Modeline"/> to find them.</summary>
    public const string Folder = "input/schemas";

    private const string Extension = ".schema.json";

    /// <summary>In ordinal order of the file names; the same text on every call.</summary>
    public static ImmutableArray<(string FileName, string Json)> All() => [.. Kinds.Select(k => (k.Name + Extension, Write(k.Title, k.Schema())))];

    /// <summary>The comment that tells an editor's language server the schema of a record: the first line of the file.</summary>
    /// <param name="path">"input/documents/A-67-776/document.yaml".</param>
    /// <returns>Without a line break; null when no record stands there.</returns>
    public static string? Modeline(string path)
    {
        var parts = path.Split('/');
        var kind = parts is ["input", "documents", _, var file] ? file.Split('.')[0] : Kinds.FirstOrDefault(k => k.Title == path).Name;
        if (kind is null || Kinds.All(k => k.Name != kind)) return null;
        var up = string.Concat(Enumerable.Repeat("../", parts.Length - 2));
        return $"# yaml-language-server: $schema={(up.Length == 0 ? "./" : up)}{Folder["input/".Length..]}/{kind}{Extension}";
    }

    /// <summary>The modeline with its line break, for whoever writes a new file of a document; the name of its folder does not matter.</summary>
    /// <param name="file">"document.yaml", "text.zh.yaml", "basis.en.yaml".</param>
    internal static string FirstLineOf(string file) => Modeline($"input/documents/SYMBOL/{file}") + "\n";

    private static string Write(string title, JsonObject record)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (key, value) in record) schema[key] = value?.DeepClone();
        return schema.ToJsonString(Format) + "\n";
    }
}
