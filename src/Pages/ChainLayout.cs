using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using StaticSite.Text;

namespace StaticSite.Pages;

/// <summary>A stretch of the time axis.</summary>
/// <param name="Order">Place in time, periods of one order are one; null is behind all others. The difference between two orders is how far they are apart.</param>
/// <param name="Note">Second line of its heading; null for none.</param>
public sealed record ChainTime(int? Order, string Name, string? Note);

/// <summary>A point to draw.</summary>
/// <param name="Lane">0-based.</param>
/// <param name="Column">Points of one column stand at one time, under each other: the document.</param>
/// <param name="Mark">How it is drawn: "asked", "reported", "observed", "recommended".</param>
/// <param name="Lines">Words beside it, at least one line.</param>
public sealed record ChainStop(int Lane, string Column, ChainTime Time, string Mark, ImmutableArray<string> Lines);

/// <summary>A chain with every place decided, in units that are pixels at its natural size.</summary>
/// <param name="Line">Path through the points in their order.</param>
public sealed record ChainDrawing(int Width, int Height, ImmutableArray<DrawnLane> Lanes, ImmutableArray<DrawnPeriod> Periods, ImmutableArray<DrawnPoint> Points, string Line);

/// <param name="Y">Of the line that its marks stand on.</param>
public sealed record DrawnLane(string Name, int Top, int Y);

/// <param name="Left">Where it begins.</param>
/// <param name="Skipped">True when periods before it are left out.</param>
public sealed record DrawnPeriod(string Name, string? Note, int Left, int Right, bool Skipped);

/// <param name="X">Of the middle of the mark.</param>
public sealed record DrawnPoint(string Mark, int X, int Y, ImmutableArray<DrawnLine> Lines);

/// <param name="Y">Baseline.</param>
/// <param name="Width">At most so wide.</param>
public sealed record DrawnLine(string Text, int X, int Y, int Width);

/// <summary>Decides where the points of a chain stand: lanes under each other, time from left to right, nothing over anything else.</summary>
public static class ChainLayout
{
    /// <summary>Height of the letters that the style sheet gives to these words.</summary>
    public const int Letters = 13;

    private const int Heading = 46, LaneTop = 22, LineHeight = 17, LaneBottom = 12, Gap = 18, Skip = 22, Mark = 7, Corner = 6, Least = 56;

    public static ChainDrawing Of(ImmutableArray<string> lanes, ImmutableArray<ChainStop> stops)
    {
        var margin = lanes.Max(lane => LineWidth.Of(lane, Letters)) + Gap;
        var lines = stops.Max(s => s.Lines.Length);
        var laneHeight = LaneTop + lines * LineHeight + LaneBottom;
        var drawnLanes = lanes.Select((lane, i) => new DrawnLane(lane, Heading + i * laneHeight, Heading + i * laneHeight + LaneTop)).ToImmutableArray();

        var periods = ImmutableArray.CreateBuilder<DrawnPeriod>();
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var x = margin;
        int? before = null;
        foreach (var period in stops.GroupBy(s => s.Time.Order).OrderBy(p => p.Key ?? int.MaxValue))
        {
            var time = period.First().Time;
            var skipped = periods.Count > 0 && before is { } last && time.Order is { } order && order - last > 1;
            if (skipped) x += Skip;
            var left = x;
            foreach (var column in period.GroupBy(s => s.Column, StringComparer.Ordinal))
            {
                columns[column.Key] = x + Mark;
                x += Math.Max(Least, 2 * Mark + column.Max(s => s.Lines.Max(line => LineWidth.Of(line, Letters)))) + Gap;
            }
            x = Math.Max(x, left + Math.Max(LineWidth.Of(time.Name, Letters), LineWidth.Of(time.Note ?? "", Letters)) + Gap);
            periods.Add(new(time.Name, time.Note, left, x, skipped));
            before = time.Order;
        }

        var points = stops.Select(s => new DrawnPoint(s.Mark, columns[s.Column], drawnLanes[s.Lane].Y,
            [.. s.Lines.Select((line, i) => new DrawnLine(line, columns[s.Column] + Mark + 3, drawnLanes[s.Lane].Y + (i + 1) * LineHeight + 2, LineWidth.Of(line, Letters)))])).ToImmutableArray();
        return new(x, Heading + lanes.Length * laneHeight, drawnLanes, periods.ToImmutable(), points, PathOf(points));
    }

    // Down or up beside the words of a point, then along the lane of the next one, over its words.
    private static string PathOf(ImmutableArray<DrawnPoint> points)
    {
        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture, $"M{points[0].X} {points[0].Y}");
        for (var i = 1; i < points.Length; i++)
        {
            var (from, to) = (points[i - 1], points[i]);
            if (from.Y != to.Y && from.X != to.X)
            {
                var (down, right) = (Math.Sign(to.Y - from.Y), Math.Sign(to.X - from.X));
                path.Append(CultureInfo.InvariantCulture, $"V{to.Y - down * Corner}Q{from.X} {to.Y} {from.X + right * Corner} {to.Y}");
            }
            path.Append(CultureInfo.InvariantCulture, $"L{to.X} {to.Y}");
        }
        return path.ToString();
    }
}
