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

    /// <summary>In ordinal order of the file names; the same text on every call.</summary>
    public static ImmutableArray<(string FileName, string Json)> All() =>
    [
        ("acts.schema.json", Write("input/framework/acts.yaml", ActRecord.File.Schema())),
        ("basis.schema.json", Write("input/documents/SYMBOL/basis.LANGUAGE.yaml", BasisRecord.File.Schema())),
        ("bodies.schema.json", Write("input/bodies/bodies.yaml", BodyRecord.File.Schema())),
        ("cited.schema.json", Write("input/documents/cited.yaml", CitedRecord.File.Schema())),
        ("components.schema.json", Write("input/framework/components.yaml", ComponentRecord.File.Schema())),
        ("document.schema.json", Write("input/documents/SYMBOL/document.yaml", DocumentRecord.File.Schema())),
        ("indicators.schema.json", Write("input/framework/indicators.yaml", IndicatorRecord.File.Schema())),
        ("page.schema.json", Write("Front matter of input/pages/LANGUAGE/NAME.md", PageRecord.File.Schema())),
        ("reports.schema.json", Write("input/progress/reports.yaml", ProgressRecord.File.Schema())),
        ("site.schema.json", Write("input/site.yaml", SiteRecord.File.Schema())),
        ("terms.schema.json", Write("input/definitions/terms.yaml", TermRecord.File.Schema())),
        ("text.schema.json", Write("input/documents/SYMBOL/text.LANGUAGE.yaml", TextRecord.File.Schema())),
        ("threads.schema.json", Write("input/framework/threads.yaml", ThreadRecord.File.Schema())),
    ];

    private static string Write(string title, JsonObject record)
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (key, value) in record) schema[key] = value?.DeepClone();
        return schema.ToJsonString(Format) + "\n";
    }
}
