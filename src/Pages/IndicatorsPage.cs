using System.Collections.Immutable;

using StaticSite.Records;
using StaticSite.Templating;

namespace StaticSite.Pages;

/// <summary>Every figure that the documents state: series with a chart, then all others: /zh/indicators/.</summary>
public sealed record IndicatorsPage
{
    /// <summary>Figures that can be compared, in the order of their first figure in the records.</summary>
    public required ImmutableArray<SeriesModel> Series { get; init; }

    /// <summary>Figures that stand alone, in the order of the records.</summary>
    public required ImmutableArray<FigureModel> Figures { get; init; }

    /// <summary>All figures as CSV and as JSON.</summary>
    public required string Csv { get; init; }
    public required string Json { get; init; }

    /// <summary>"indicators/indicators.csv", below the language.</summary>
    public static string ExportPath(string extension) => "indicators/indicators." + extension;

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site) => site.Beside.Indicators.IsEmpty ? [] : site.Languages.Select(language => Of(site, language));
    }

    private static Page Of(Site site, SiteLanguage language)
    {
        var code = language.Code;
        var head = Heads.Of(site, language, InterfaceStrings.Indicators, site.Say(code, InterfaceStrings.Indicators), InterfaceStrings.Indicators) with
        {
            Trail = Trails.Of(site, code),
            Formats = [new("application/json", site.Urls.Home(code) + ExportPath("json"), "JSON")],
        };
        return new(site.Urls.File(head.Url), "indicators", head, s => ModelOf(s, code));
    }

    private static IndicatorsPage ModelOf(Site site, string language)
    {
        // One figure is no series.
        var series = site.Beside.Indicators.Where(i => i.Series is not null).GroupBy(i => i.Series!, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).ToList();
        var compared = series.SelectMany(g => g).ToHashSet(ReferenceEqualityComparer.Instance);
        return new()
        {
            Series = [.. series.Select(g => SeriesModel.Of(site, g.Key, [.. g], language))],
            Csv = site.Urls.Home(language) + ExportPath("csv"),
            Json = site.Urls.Home(language) + ExportPath("json"),
            Figures = [.. site.Beside.Indicators.Where(i => !compared.Contains(i)).Select(i => FigureModel.Of(site, i, language))],
        };
    }
}

/// <param name="Id">"managerial-indicators": the id of its heading.</param>
/// <param name="Name">What its figures measure.</param>
/// <param name="Chart">An `svg` element.</param>
public sealed record SeriesModel(string Id, TaggedText Name, HtmlString Chart, ImmutableArray<FigureModel> Figures)
{
    public static SeriesModel Of(Site site, string id, ImmutableArray<Indicator> figures, string language)
    {
        var models = figures.Select(f => FigureModel.Of(site, f, language)).ToImmutableArray();
        return new(id, models[0].Name, SeriesChart.Of(id, models[0].Name.Text,
            [.. figures.Zip(models, (figure, model) => new ChartBar(model.Period?.Text ?? model.Name.Text, model.Value, figure.Value, figure.Qualifier is FigureQualifier.Over or FigureQualifier.AtLeast))],
            figures[0].Unit == IndicatorUnit.Percent ? Math.Max(100, figures.Max(f => f.Value)) : figures.Max(f => f.Value), language), models);
    }
}

/// <summary>A figure as a row.</summary>
/// <param name="Value">In words: "约95%".</param>
/// <param name="Number">The value for machines: "95".</param>
/// <param name="Period">Null when the source does not state it.</param>
/// <param name="Quoted">The figure as it stands in the paragraph; null when it has no words.</param>
public sealed record FigureModel(string Id, TaggedText Name, string Value, string Number, TaggedText? Period, SourcedWords? Quoted)
{
    public static FigureModel Of(Site site, Indicator figure, string language) => new(
        figure.Id, site.Words(figure.Name, language) ?? new(figure.Id, null), FigureForm.Of(site, figure, language),
        figure.Value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture),
        site.Words(figure.Period, language), SourcedWords.Of(site, figure.Figure, language));
}
