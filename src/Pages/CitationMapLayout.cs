using System.Collections.Immutable;
using System.Globalization;

using StaticSite.Text;

namespace StaticSite.Pages;

/// <summary>One side of a citation: a part of a document, or a document that is cited.</summary>
/// <param name="Label">What stands beside it.</param>
/// <param name="Url">Where it leads; null for what stands together as "others".</param>
/// <param name="Held">True for what the site holds.</param>
public sealed record MapNode(string Label, string? Url, bool Held);

/// <summary>How often a part cites a document.</summary>
/// <param name="From">Index of the citing part, 0-based.</param>
/// <param name="To">Index of the cited document, 0-based.</param>
/// <param name="Count">Above zero.</param>
public readonly record struct MapFlow(int From, int To, int Count);

/// <summary>A citation map with every place decided, in units that are pixels at its natural size.</summary>
public sealed record MapDrawing(int Width, int Height, ImmutableArray<DrawnNode> From, ImmutableArray<DrawnNode> To, ImmutableArray<DrawnFlow> Flows);

/// <param name="Label">Shortened to its room.</param>
/// <param name="Count">How many citations begin or end here.</param>
/// <param name="X">Left end of its bar.</param>
/// <param name="Y">Upper end of its bar.</param>
/// <param name="TextX">Where the label begins on the right, where it ends on the left.</param>
/// <param name="Baseline">Of the label.</param>
public sealed record DrawnNode(MapNode Node, string Label, int Count, int X, int Y, int Height, int TextX, int Baseline);

/// <param name="Path">From the bar on the left to the bar on the right.</param>
/// <param name="Width">Of the stroke.</param>
public sealed record DrawnFlow(DrawnNode From, DrawnNode To, int Count, string Path, int Width);

/// <summary>Decides where a citation map draws what: parts on the left in printed order, documents on the right, strokes as wide as there are citations.</summary>
public static class CitationMapLayout
{
    /// <summary>Height of the letters that the style sheet gives to these words.</summary>
    public const int Letters = 13;

    /// <summary>More than these are drawn as one, "others".</summary>
    public const int MostFrom = 30, MostTo = 28;

    // The labels on the left are headings, those on the right symbols; they take no more room than they need.
    private const int LeftRoom = 400, RightRoom = 240, Between = 280, Bar = 8, Space = 6, Slot = 24, Gap = 4, Spread = 20, Margin = 4;

    /// <param name="others">What names the documents or parts that are drawn as one; it is given how many they are.</param>
    public static MapDrawing Of(ImmutableArray<MapNode> from, ImmutableArray<MapNode> to, ImmutableArray<MapFlow> flows, Func<int, string> others)
    {
        (from, flows) = Capped(from, flows, MostFrom, f => f.From, (f, i) => f with { From = i }, others);
        (to, flows) = Capped(to, flows, MostTo, f => f.To, (f, i) => f with { To = i }, others);
        (to, flows) = InOrderOfCitation(to, flows);

        var total = flows.Sum(f => f.Count);
        var unit = total <= 60 ? 6 : total <= 120 ? 4 : total <= 300 ? 2 : 1;
        var left = CountsOf(from.Length, flows, f => f.From);
        var right = CountsOf(to.Length, flows, f => f.To);
        var height = Math.Max(HeightOf(left, unit), HeightOf(right, unit));
        var leftLabels = Labels(from, left, LeftRoom);
        var rightLabels = Labels(to, right, RightRoom);
        var leftBar = Margin + leftLabels.Max(WidthOf) + Space;
        var rightBar = leftBar + Bar + Between;
        var drawnFrom = Column(from, leftLabels, left, unit, height, leftBar, leftBar - Space);
        var drawnTo = Column(to, rightLabels, right, unit, height, rightBar, rightBar + Bar + Space);
        return new(rightBar + Bar + Space + rightLabels.Max(WidthOf) + Margin, height + 2 * Margin, drawnFrom, drawnTo, Strokes(drawnFrom, drawnTo, flows, unit));
    }

    private static int[] CountsOf(int length, ImmutableArray<MapFlow> flows, Func<MapFlow, int> end)
    {
        var counts = new int[length];
        foreach (var flow in flows) counts[end(flow)] += flow.Count;
        return counts;
    }

    private static int SlotOf(int count, int unit) => Math.Max(Slot, count * unit) + Gap;

    private static int HeightOf(int[] counts, int unit) => counts.Sum(c => SlotOf(c, unit));

    // With the number of citations behind them, which is never cut off.
    private static string[] Labels(ImmutableArray<MapNode> nodes, int[] counts, int room) => [.. nodes.Select((node, i) =>
    {
        var count = $" · {counts[i].ToString(CultureInfo.InvariantCulture)}";
        return LineWidth.Shortened(node.Label, Letters + 1, room - WidthOf(count)) + count;
    })];

    // Some are bold.
    private static int WidthOf(string label) => LineWidth.Of(label, Letters + 1);

    // The shorter side spreads, as far as that looks like one column.
    private static ImmutableArray<DrawnNode> Column(ImmutableArray<MapNode> nodes, string[] labels, int[] counts, int unit, int height, int x, int textX)
    {
        var drawn = ImmutableArray.CreateBuilder<DrawnNode>(nodes.Length);
        var spread = Math.Min(Spread, (height - HeightOf(counts, unit)) / nodes.Length);
        var top = Margin + (height - HeightOf(counts, unit) - spread * nodes.Length) / 2;
        for (var i = 0; i < nodes.Length; i++)
        {
            var slot = SlotOf(counts[i], unit) + spread;
            var middle = top + slot / 2;
            drawn.Add(new(nodes[i], labels[i], counts[i], x, middle - counts[i] * unit / 2, counts[i] * unit, textX, middle + Letters / 3));
            top += slot;
        }
        return drawn.DrainToImmutable();
    }

    // Strokes leave a bar in the order of where they go, and arrive in the order of where they come from: they cross as little as they can.
    private static ImmutableArray<DrawnFlow> Strokes(ImmutableArray<DrawnNode> from, ImmutableArray<DrawnNode> to, ImmutableArray<MapFlow> flows, int unit)
    {
        var left = from.Select(n => n.Y).ToArray();
        var right = to.Select(n => n.Y).ToArray();
        var starts = new Dictionary<MapFlow, int>();
        foreach (var flow in flows.OrderBy(f => f.From).ThenBy(f => f.To))
        {
            starts[flow] = left[flow.From];
            left[flow.From] += flow.Count * unit;
        }
        var ends = new Dictionary<MapFlow, int>();
        foreach (var flow in flows.OrderBy(f => f.To).ThenBy(f => f.From))
        {
            ends[flow] = right[flow.To];
            right[flow.To] += flow.Count * unit;
        }
        return [.. flows.OrderBy(f => f.From).ThenBy(f => f.To).Select(f => new DrawnFlow(from[f.From], to[f.To], f.Count,
            Curve(from[f.From].X + Bar, Middle(starts[f], f), to[f.To].X, Middle(ends[f], f)), f.Count * unit))];

        decimal Middle(int start, MapFlow flow) => start + flow.Count * unit / 2m;
    }

    private static string Curve(int x1, decimal y1, int x2, decimal y2)
    {
        var half = (x1 + x2) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"M{x1} {y1:0.#}C{half} {y1:0.#} {half} {y2:0.#} {x2} {y2:0.#}");
    }

    /// <summary>The documents in the order in which the parts cite them: by the mean place of what cites them, then as given.</summary>
    private static (ImmutableArray<MapNode> To, ImmutableArray<MapFlow> Flows) InOrderOfCitation(ImmutableArray<MapNode> to, ImmutableArray<MapFlow> flows)
    {
        var order = Enumerable.Range(0, to.Length)
            .OrderBy(i => to[i].Url is null)
            .ThenBy(i => flows.Where(f => f.To == i).Sum(f => (decimal)f.From * f.Count) / Math.Max(1, flows.Where(f => f.To == i).Sum(f => f.Count)))
            .ThenBy(i => i).ToArray();
        var places = new int[to.Length];
        for (var place = 0; place < order.Length; place++) places[order[place]] = place;
        return ([.. order.Select(i => to[i])], [.. flows.Select(f => f with { To = places[f.To] })]);
    }

    // The most cited stay, in their order; the others are one, at the end.
    private static (ImmutableArray<MapNode>, ImmutableArray<MapFlow>) Capped(
        ImmutableArray<MapNode> nodes, ImmutableArray<MapFlow> flows, int most, Func<MapFlow, int> end, Func<MapFlow, int, MapFlow> with, Func<int, string> others)
    {
        if (nodes.Length <= most) return (nodes, flows);
        var counts = CountsOf(nodes.Length, flows, end);
        var kept = Enumerable.Range(0, nodes.Length).OrderByDescending(i => counts[i]).ThenBy(i => i).Take(most - 1).Order().ToArray();
        var places = Enumerable.Repeat(kept.Length, nodes.Length).ToArray();
        for (var place = 0; place < kept.Length; place++) places[kept[place]] = place;
        return ([.. kept.Select(i => nodes[i]), new(others(nodes.Length - kept.Length), null, false)],
            [.. flows.Select(f => with(f, places[end(f)])).GroupBy(f => (f.From, f.To)).Select(g => new MapFlow(g.Key.From, g.Key.To, g.Sum(f => f.Count)))]);
    }
}
