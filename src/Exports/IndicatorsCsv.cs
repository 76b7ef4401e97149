using StaticSite.Pages;

namespace StaticSite.Exports;

/// <summary>The figures that documents state as a table, one file for each language: /zh/indicators/indicators.csv.</summary>
/// <remarks>See <see cref="CsvTable"/>. The columns are documented in the README ("The indicators as data"): add to them at the end, change nothing.</remarks>
public sealed class IndicatorsCsv : IExport
{
    private static readonly string[] Columns = ["id", "name", "series", "value", "unit", "counts", "qualifier", "words", "period", "quoted", "source", "url"];

    public IEnumerable<Func<OutputFile>> Plan(Site site, IReadOnlyList<Page> pages) => site.Records.Indicators.IsEmpty ? []
        : site.Languages.Select(language => (Func<OutputFile>)(() => Write(site, language.Code)));

    private static OutputFile Write(Site site, string language)
    {
        var csv = new CsvTable();
        csv.Line(Columns);
        foreach (var figure in site.Records.Indicators)
        {
            var row = FigureModel.Of(site, figure, language);
            var source = PassageLinks.To(site, figure.Figure.Source, language);
            csv.Line(row.Id, row.Name.Text, figure.Series ?? "", row.Number, FigureForm.Code(figure.Unit), site.Words(figure.Counts, language)?.Text ?? "",
                figure.Qualifier is { } qualifier ? FigureForm.Code(qualifier) : "", row.Value, row.Period?.Text ?? "", row.Quoted?.Words.Text ?? "",
                source.Label, source.Url is { } url ? site.Urls.Absolute(url) : "");
        }
        return new($"{language}/{IndicatorsPage.ExportPath("csv")}", csv.ToUtf8());
    }
}
