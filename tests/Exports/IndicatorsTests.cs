using System.Text.Json;

using StaticSite.Tests.Build;

namespace StaticSite.Tests.Exports;

/// <summary>The figures as data against the page that shows them.</summary>
public class IndicatorsTests(RealSite site) : IClassFixture<RealSite>
{
    [Theory]
    [InlineData("zh"), InlineData("en")]
    public void Table_and_json_have_every_figure_of_the_page(string language)
    {
        using var json = JsonDocument.Parse(site.Text($"{language}/indicators/indicators.json"));
        var figures = json.RootElement.GetProperty("indicators").EnumerateArray().ToList();
        var shown = site.Pages[$"{language}/indicators/index.html"].QuerySelectorAll("main table tbody tr").Length;
        Assert.Equal(shown, figures.Count);
        var lines = site.Text($"{language}/indicators/indicators.csv").TrimStart('\uFEFF').TrimEnd('\n').Split('\n');
        Assert.Equal(shown + 1, lines.Length);
        Assert.Equal("id,name,series,value,unit,counts,qualifier,words,period,quoted,source,url", lines[0]);
        Assert.Equal(figures.Select(f => f.GetProperty("id").GetString()), lines.Skip(1).Select(l => l.Split(',')[0]));
        Assert.All(figures, f => Assert.Equal(JsonValueKind.Number, f.GetProperty("value").ValueKind));
        foreach (var name in new[] { "csv", "json" })
            Assert.Single(site.Pages[$"{language}/indicators/index.html"].QuerySelectorAll($"main a[href='/{language}/indicators/indicators.{name}']"));
    }
}
