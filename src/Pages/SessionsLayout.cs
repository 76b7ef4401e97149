using System.Collections.Immutable;
using System.Globalization;

using StaticSite.Text;

namespace StaticSite.Pages;

/// <summary>A document on the time line.</summary>
/// <param name="Key">Names it in <see cref="SessionLink"/>.</param>
/// <param name="Order">Its session; null is behind all others.</param>
/// <param name="Lane">0-based.</param>
/// <param name="Label">What stands beside its mark.</param>
public sealed record SessionStop(string Key, int? Order, int Lane, string Label);

/// <summary>One document takes up another.</summary>
public sealed record SessionLink(string From, string To);

/// <summary>What is drawn of the links between documents.</summary>
public static class SessionLinks
{
    /// <summary>The links without those that say no more than a chain of others: from A to C, where A leads to B and B to C.</summary>
    public static ImmutableArray<SessionLink> WithoutShortcuts(ImmutableArray<SessionLink> links)
    {
        var kept = links.ToHashSet();
        var next = links.ToLookup(l => l.From, l => l.To, StringComparer.Ordinal);
        foreach (var link in links)
        {
            kept.Remove(link);
            if (!Leads(link.From, link.To, [])) kept.Add(link);
        }
        return [.. links.Where(kept.Contains)];

        bool Leads(string from, string to, HashSet<string> seen) =>
            next[from].Any(step => kept.Contains(new(from, step)) && (step == to || seen.Add(step) && Leads(step, to, seen)));
    }
}

/// <summary>The time line with every place decided, in units that are pixels at its natural size.</summary>
public sealed record SessionsDrawing(int Width, int Height, ImmutableArray<DrawnLane> Lanes, ImmutableArray<DrawnSession> Sessions, ImmutableArray<DrawnStop> Stops, ImmutableArray<string> Links);

/// <param name="Skipped">True when sessions before it have no documents and are left out.</param>
public sealed record DrawnSession(int? Order, int Left, int Right, bool Skipped);

/// <param name="X">Of the middle of its mark.</param>
/// <param name="Y">Of the middle of its mark.</param>
/// <param name="Width">Of the label, at most.</param>
public sealed record DrawnStop(string Key, string Label, int X, int Y, int TextX, int Baseline, int Width);

/// <summary>Decides where documents stand on the time line: sessions from left to right, issuing bodies under each other, documents of one cell in rows.</summary>
public static class SessionsLayout
{
    /// <summary>Height of the letters that the style sheet gives to these words.</summary>
    public const int Letters = 13;

    private const int Heading = 46, LaneTop = 24, Row = 26, LaneBottom = 10, Before = 26, Mark = 5, Space = 6, After = 10, Skip = 20, Least = 92;

    /// <param name="lanes">Names; a lane without documents is not drawn.</param>
    public static SessionsDrawing Of(ImmutableArray<string> lanes, ImmutableArray<SessionStop> stops, ImmutableArray<SessionLink> links)
    {
        var columns = stops.GroupBy(s => s.Order).OrderBy(g => g.Key ?? int.MaxValue).ToList();
        var sessions = ImmutableArray.CreateBuilder<DrawnSession>(columns.Count);
        var x = 0;
        int? before = null;
        foreach (var column in columns)
        {
            var skipped = before is { } last && column.Key is { } order && order - last > 1;
            if (skipped) x += Skip;
            var width = Math.Max(Least, Before + Mark + Space + column.Max(WidthOf) + After);
            sessions.Add(new(column.Key, x, x + width, skipped));
            x += width;
            before = column.Key;
        }

        var drawn = new Dictionary<string, DrawnStop>(StringComparer.Ordinal);
        var drawnLanes = ImmutableArray.CreateBuilder<DrawnLane>();
        var y = Heading;
        for (var lane = 0; lane < lanes.Length; lane++)
        {
            var cells = stops.Where(s => s.Lane == lane).GroupBy(s => s.Order).ToList();
            if (cells.Count == 0) continue;
            drawnLanes.Add(new(lanes[lane], y, y + LaneTop / 2 + Letters / 3));
            foreach (var cell in cells)
            {
                var left = sessions.First(s => s.Order == cell.Key).Left + Before;
                foreach (var (stop, row) in cell.Select((stop, row) => (stop, row)))
                {
                    var middle = y + LaneTop + row * Row + Row / 2;
                    drawn[stop.Key] = new(stop.Key, stop.Label, left, middle, left + Mark + Space, middle + Letters / 3, WidthOf(stop));
                }
            }
            y += LaneTop + cells.Max(c => c.Count()) * Row + LaneBottom;
        }
        return new(x, y, drawnLanes.ToImmutable(), sessions.ToImmutable(), [.. stops.Select(s => drawn[s.Key])],
            [.. links.Where(l => drawn.ContainsKey(l.From) && drawn.ContainsKey(l.To)).Select(l => Curve(drawn[l.From], drawn[l.To]))]);
    }

    // Some are bold.
    private static int WidthOf(SessionStop stop) => LineWidth.Of(stop.Label, Letters + 2);

    // From behind the words of one document to before the mark of the other; within a session beside both marks.
    private static string Curve(DrawnStop from, DrawnStop to)
    {
        var end = to.X - Mark - 4;
        if (from.X == to.X) return string.Create(CultureInfo.InvariantCulture, $"M{end} {from.Y}C{end - 16} {from.Y} {end - 16} {to.Y} {end} {to.Y}");
        var start = from.TextX + from.Width + 2;
        var reach = Math.Max(24, (end - start) / 2);
        return string.Create(CultureInfo.InvariantCulture, $"M{start} {from.Y}C{start + reach} {from.Y} {end - reach} {to.Y} {end} {to.Y}");
    }
}
