using StaticSite.Pages;

namespace StaticSite.Tests.Pages;

public class SeriesChartTests
{
    [Fact]
    public void A_bar_is_its_share_of_the_whole_and_says_its_value() =>
        TestChart("<rect class=\"chart-bar\" x=\"0\" y=\"26\" width=\"33.33%\" height=\"12\"/>", new ChartBar("2008", "1 < 3", 1, false), 3);

    [Fact]
    public void Words_are_escaped() => TestChart(">1 &lt; 3</text>", new ChartBar("2008", "1 < 3", 1, false), 3);

    [Fact]
    public void What_is_over_a_number_has_an_open_end() => TestChart("class=\"chart-open\" x=\"100%\"", new ChartBar("2012", "over 3", 3, true), 3);

    [Fact]
    public void A_whole_of_nothing_draws_nothing() => TestChart("width=\"0%\"", new ChartBar("2012", "0", 0, false), 0);

    [Fact]
    public void The_description_says_what_the_bars_show() =>
        TestChart("<desc id=\"chart-s-desc\">2008: 39; 2011: 63</desc>", [new("2008", "39", 39, false), new("2011", "63", 63, false)], 100);

    private static void TestChart(string expected, ChartBar bar, decimal whole) => TestChart(expected, [bar], whole);

    private static void TestChart(string expected, ChartBar[] bars, decimal whole) =>
        Assert.Contains(expected, SeriesChart.Of("s", "Series", [.. bars], whole, "en").Value, StringComparison.Ordinal);
}
