using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

using StaticSite.Pages;
using StaticSite.Text;

namespace StaticSite.Tests.Pages;

/// <summary>Pictures of any records: everything is inside, nothing lies over anything else, and the same records give the same picture.</summary>
public partial class PictureLayoutTests
{
    private static readonly string[] Words = ["A/67/776", "A/66/5(Vol.II)", "第64/259号决议", "resolution 66/232 B", "第一百二十三段", "para. 34 (a)", "W"];

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 120)];

    [Theory, MemberData(nameof(Seeds))]
    public void A_chain_has_room_for_every_word(int seed)
    {
        var chain = Chain(seed);
        Assert.Equal(Printed(chain), Printed(Chain(seed)));
        var boxes = chain.Points.SelectMany(p => p.Lines.Select(l => new Box(l.X, l.Y - ChainLayout.Letters, l.X + l.Width, l.Y)))
            .Concat(chain.Points.Select(p => new Box(p.X - 7, p.Y - 7, p.X + 7, p.Y + 7)))
            .Concat(chain.Lanes.Select(l => new Box(0, l.Y - 6, LineWidth.Of(l.Name, ChainLayout.Letters), l.Y + 6)))
            .Concat(chain.Periods.Select(p => new Box(p.Left, 4, p.Left + LineWidth.Of(p.Name, ChainLayout.Letters), 34))).ToList();
        AllInside(boxes, chain.Width, chain.Height);
        NoneOver(boxes);
        // The line goes through every point, and beside the words.
        var ends = Regex.Matches(chain.Line, "[ML](?<x>-?[0-9]+) (?<y>-?[0-9]+)", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(m => (int.Parse(m.Groups["x"].Value, CultureInfo.InvariantCulture), int.Parse(m.Groups["y"].Value, CultureInfo.InvariantCulture)));
        Assert.Equal(chain.Points.Select(p => (p.X, p.Y)), ends);
        Assert.All(chain.Points.SelectMany(p => p.Lines), line => Assert.DoesNotContain(chain.Points, p => p.X >= line.X && p.X <= line.X + line.Width && p.Y >= line.Y - ChainLayout.Letters && p.Y <= line.Y));
    }

    [Fact]
    public void Time_goes_from_left_to_right_and_what_is_left_out_is_marked()
    {
        ChainStop Stop(string document, int? session) => new(0, document, new(session, $"{session}", null), "asked", [document]);
        var chain = ChainLayout.Of(["asked"], [Stop("a", 64), Stop("b", 66), Stop("c", 67), Stop("d", null)]);
        Assert.Equal([false, true, false, false], chain.Periods.Select(p => p.Skipped));
        Assert.Equal(chain.Points.OrderBy(p => p.X), chain.Points);
        Assert.Equal(["64", "66", "67", ""], chain.Periods.Select(p => p.Name));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_time_line_has_room_for_every_document(int seed)
    {
        var line = TimeLine(seed);
        Assert.Equal(Printed(line), Printed(TimeLine(seed)));
        var boxes = line.Stops.Select(s => new Box(s.X - 5, s.Y - 12, s.TextX + s.Width, s.Y + 12))
            .Concat(line.Lanes.Select(l => new Box(0, l.Y - ChainLayout.Letters, 1, l.Y))).ToList();
        AllInside(boxes, line.Width, line.Height);
        NoneOver(boxes);
        Assert.All(line.Links, link => AllInside([.. Numbers().Matches(link).Select(m => m.Value.Split(' ')).Select(p => (X: Number(p[0]), Y: Number(p[1]))).Select(p => new Box(p.X, p.Y, p.X, p.Y))], line.Width + 200, line.Height, -200));
        Assert.All(line.Stops, s => Assert.Contains(line.Sessions, session => session.Left < s.X && s.TextX + s.Width < session.Right));
    }

    [Fact]
    public void A_chain_of_arrows_needs_no_shortcut()
    {
        SessionLink[] links = [new("a", "b"), new("a", "c"), new("b", "c"), new("a", "d"), new("d", "a")];
        Assert.Equal<SessionLink>([links[0], links[2], links[3], links[4]], SessionLinks.WithoutShortcuts([.. links]));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_citation_map_has_room_for_every_stroke(int seed)
    {
        var map = Map(seed);
        Assert.Equal(Printed(map), Printed(Map(seed)));
        Assert.InRange(map.From.Length, 1, CitationMapLayout.MostFrom);
        Assert.InRange(map.To.Length, 1, CitationMapLayout.MostTo);
        var boxes = map.From.Select(n => new Box(n.TextX - LineWidth.Of(n.Label, CitationMapLayout.Letters), n.Baseline - CitationMapLayout.Letters, n.TextX, n.Baseline + 3))
            .Concat(map.To.Select(n => new Box(n.TextX, n.Baseline - CitationMapLayout.Letters, n.TextX + LineWidth.Of(n.Label, CitationMapLayout.Letters), n.Baseline + 3)))
            .Concat(map.From.Concat(map.To).Select(n => new Box(n.X, n.Y, n.X + 8, n.Y + n.Height))).ToList();
        AllInside(boxes, map.Width, map.Height);
        NoneOver(boxes);
        // Every citation is drawn, at both ends inside of the bars, and no two strokes share a part of a bar.
        Assert.Equal(FlowsOf(seed).Sum(f => f.Count), map.Flows.Sum(f => f.Count));
        foreach (var (nodes, end) in new[] { (map.From, 0), (map.To, 1) })
            foreach (var node in nodes)
            {
                var strokes = map.Flows.Where(f => ReferenceEquals(end == 0 ? f.From : f.To, node))
                    .Select(f => (Middle: Number(Numbers().Matches(f.Path)[end == 0 ? 0 : ^1].Value.Split(' ')[1]), f.Width)).OrderBy(s => s.Middle).ToList();
                Assert.Equal(node.Height, strokes.Sum(s => s.Width));
                var at = (double)node.Y;
                foreach (var (middle, width) in strokes)
                {
                    Assert.Equal(at + width / 2d, middle);
                    at += width;
                }
            }
    }

    [Fact]
    public void What_is_cited_most_keeps_its_name_and_the_others_stand_together()
    {
        var map = CitationMapLayout.Of([new("I", "/", true)], [.. Enumerable.Range(0, 300).Select(i => new MapNode($"A/{i}", "/", false))],
            [.. Enumerable.Range(0, 300).Select(i => new MapFlow(0, i, i + 1))], n => $"{n} others");
        Assert.Equal(CitationMapLayout.MostTo, map.To.Length);
        Assert.Equal("273 others", map.To[^1].Node.Label);
        Assert.Contains(map.To, n => n.Node.Label == "A/299");
        Assert.Equal(300 * 301 / 2, map.Flows.Sum(f => f.Count));
    }

    private static ChainDrawing Chain(int seed)
    {
        var random = new Random(seed);
        var stops = Enumerable.Range(0, random.Next(2, 14)).Select(_ => (Document: random.Next(9), Lane: random.Next(3))).Distinct()
            .Select(s => (s.Document, s.Lane, Session: s.Document == 8 ? (int?)null : 55 + s.Document * 3 / 2)).OrderBy(s => s.Session ?? 999).ThenBy(s => s.Document)
            .Select(s => new ChainStop(s.Lane, $"{s.Document}", new(s.Session, $"第{s.Session}届会议", s.Session is null ? null : "2009–2010"), "asked",
                [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Words[random.Next(Words.Length)])])).ToImmutableArray();
        return ChainLayout.Of(["要求", "报告", "意见和建议"], stops);
    }

    private static SessionsDrawing TimeLine(int seed)
    {
        var random = new Random(seed);
        var stops = Enumerable.Range(0, random.Next(2, 60)).Select(i => new SessionStop($"{i}", random.Next(12) is > 0 and var session ? 55 + session : null, random.Next(5), Words[random.Next(Words.Length)])).ToImmutableArray();
        return SessionsLayout.Of(["大会", "行预咨委会", "秘书长", "Board of Auditors", "不详"], stops,
            [.. Enumerable.Range(0, 10).Select(_ => new SessionLink($"{random.Next(stops.Length)}", $"{random.Next(70)}")).Where(l => l.From != l.To)]);
    }

    private static ImmutableArray<MapFlow> FlowsOf(int seed)
    {
        var random = new Random(seed);
        var (from, to) = (random.Next(1, 50), random.Next(1, seed % 10 == 0 ? 300 : 40));
        // Every part cites, and every document is cited.
        return [.. Enumerable.Range(0, Math.Max(from, to)).Select(i => (i % from, i % to)).Concat(Enumerable.Range(0, 30).Select(_ => (random.Next(from), random.Next(to)))).Distinct()
            .Select(f => new MapFlow(f.Item1, f.Item2, random.Next(1, 6)))];
    }

    private static MapDrawing Map(int seed)
    {
        var flows = FlowsOf(seed);
        return CitationMapLayout.Of([.. Enumerable.Range(0, flows.Max(f => f.From) + 1).Select(i => new MapNode($"{i} " + string.Concat(Enumerable.Repeat(Words[i % Words.Length], i % 9)), "/", true))],
            [.. Enumerable.Range(0, flows.Max(f => f.To) + 1).Select(i => new MapNode(Words[i % Words.Length], "/", i % 2 == 0))], flows, n => $"{n} others");
    }

    private static void AllInside(IReadOnlyList<Box> boxes, int width, int height, int left = 0) =>
        Assert.All(boxes, b => Assert.True(b.Left >= left && b.Top >= 0 && b.Right <= width && b.Bottom <= height, $"{b} is outside of {width} x {height}"));

    private static void NoneOver(List<Box> boxes)
    {
        for (var i = 0; i < boxes.Count; i++)
            for (var j = i + 1; j < boxes.Count; j++)
                Assert.False(boxes[i].Left < boxes[j].Right && boxes[j].Left < boxes[i].Right && boxes[i].Top < boxes[j].Bottom && boxes[j].Top < boxes[i].Bottom, $"{boxes[i]} lies over {boxes[j]}");
    }

    private static string Printed(object drawing) => System.Text.Json.JsonSerializer.Serialize(drawing);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("-?[0-9.]+ -?[0-9.]+", RegexOptions.None, 1000)]
    private static partial Regex Numbers();

    private readonly record struct Box(double Left, double Top, double Right, double Bottom);
}
