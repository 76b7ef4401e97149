using System.Text.Encodings.Web;
using System.Text.Json;

using StaticSite.Pages;
using StaticSite.Records;

namespace StaticSite.Exports;

/// <summary>The figures that documents state as JSON, one file for each language: /zh/indicators/indicators.json.</summary>
/// <remarks>The shape is documented in the README ("The indicators as data") and read by other programs: add to it, change nothing.</remarks>
public sealed class IndicatorsJson : IExport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IEnumerable<Func<OutputFile>> Plan(Site site, IReadOnlyList<Page> pages) => site.Records.Indicators.IsEmpty ? []
        : site.Languages.Select(language => (Func<OutputFile>)(() => Write(site, language)));

    private static OutputFile Write(Site site, SiteLanguage language)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("language", language.Tag);
            json.WriteString("url", site.Urls.Absolute(site.Urls.Section(language.Code, InterfaceStrings.Indicators)));
            json.WriteStartArray("indicators");
            foreach (var figure in site.Records.Indicators) WriteFigure(json, site, figure, language.Code);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        return new($"{language.Code}/{IndicatorsPage.ExportPath("json")}", stream.ToArray());
    }

    private static void WriteFigure(Utf8JsonWriter json, Site site, Indicator figure, string language)
    {
        var row = FigureModel.Of(site, figure, language);
        json.WriteStartObject();
        json.WriteString("id", row.Id);
        json.WriteString("name", row.Name.Text);
        json.WriteString("series", figure.Series);
        json.WritePropertyName("value");
        json.WriteRawValue(row.Number);
        json.WriteString("unit", FigureForm.Code(figure.Unit));
        json.WriteString("counts", site.Words(figure.Counts, language)?.Text);
        json.WriteString("qualifier", figure.Qualifier is { } qualifier ? FigureForm.Code(qualifier) : null);
        json.WriteString("words", row.Value);
        json.WriteString("period", row.Period?.Text);
        json.WriteString("quoted", row.Quoted?.Words.Text);
        json.WriteStartObject("source");
        PassageKeys.Write(json, site, figure.Figure.Source, language);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
