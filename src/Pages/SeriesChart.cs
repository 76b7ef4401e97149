using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using StaticSite.Templating;

namespace StaticSite.Pages;

/// <summary>One bar of a chart.</summary>
/// <param name="Label">What stands over its start: the period.</param>
/// <param name="Words">What stands over its end: the value in words.</param>
/// <param name="IsAtLeast">True when the figure is a lower bound: the bar has an open end.</param>
public readonly record struct ChartBar(string Label, string Words, decimal Value, bool IsAtLeast);

/// <summary>Draws a series as horizontal bars from zero: a static `svg` element whose text keeps its size at every width.</summary>
/// <remarks>Lengths are shares of the width, so no scale has to be chosen for a screen. Colours come from the style sheet; the element says in its
/// description what it shows.</remarks>
public static class SeriesChart
{
    private const int Row = 56, Baseline = 16, BarTop = 26, BarHeight = 12;

    /// <param name="id">Begins the ids of its title and description.</param>
    /// <param name="whole">The value that fills the width; above zero for anything to be drawn.</param>
    public static HtmlString Of(string id, string title, ImmutableArray<ChartBar> bars, decimal whole, string language)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" role=\"img\" width=\"100%\" height=\"{bars.Length * Row}\" aria-labelledby=\"chart-{id}-title chart-{id}-desc\">");
        Text(svg, $"\n<title id=\"chart-{id}-title\">", title, "</title>");
        var colon = language == "zh" ? "：" : ": ";
        Text(svg, $"\n<desc id=\"chart-{id}-desc\">", string.Join(language == "zh" ? "；" : "; ", bars.Select(b => b.Label + colon + b.Words)), "</desc>");
        for (var i = 0; i < bars.Length; i++) Bar(svg, bars[i], i * Row, whole);
        svg.Append("\n</svg>");
        return new(svg.ToString());
    }

    private static void Bar(StringBuilder svg, ChartBar bar, int top, decimal whole)
    {
        var share = whole > 0 ? Math.Clamp(bar.Value / whole * 100, 0, 100) : 0;
        var width = share.ToString("0.##", CultureInfo.InvariantCulture);
        Text(svg, $"\n<text class=\"chart-label\" x=\"0\" y=\"{Number(top + Baseline)}\">", bar.Label, "</text>");
        Text(svg, $"\n<text class=\"chart-value\" x=\"100%\" y=\"{Number(top + Baseline)}\" text-anchor=\"end\">", bar.Words, "</text>");
        svg.Append(CultureInfo.InvariantCulture, $"\n<line class=\"chart-track\" x1=\"0\" x2=\"100%\" y1=\"{top + BarTop + BarHeight}\" y2=\"{top + BarTop + BarHeight}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"\n<rect class=\"chart-bar\" x=\"0\" y=\"{top + BarTop}\" width=\"{width}%\" height=\"{BarHeight}\"/>");
        if (bar.IsAtLeast) Point(svg, width, top + BarTop);
    }

    // What is over a number has no end: a point stands for what goes on.
    private static void Point(StringBuilder svg, string width, int top) => svg.Append(CultureInfo.InvariantCulture,
        $"\n<svg class=\"chart-open\" x=\"{width}%\" y=\"{top}\" width=\"{BarHeight / 2}\" height=\"{BarHeight}\" overflow=\"visible\"><path d=\"M0 0 {BarHeight / 2} {BarHeight / 2} 0 {BarHeight}Z\"/></svg>");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Text(StringBuilder svg, string open, string text, string close)
    {
        svg.Append(open);
        PassageHtml.Escape(svg, text);
        svg.Append(close);
    }
}
