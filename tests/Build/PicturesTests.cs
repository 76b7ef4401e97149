using AngleSharp.Dom;
using AngleSharp.Html.Dom;

using StaticSite.Build;
using StaticSite.Graph;
using StaticSite.Records;

namespace StaticSite.Tests.Build;

/// <summary>What the pictures of the site say, and that tables and lists say it too.</summary>
public class PicturesTests(RealSite site) : IClassFixture<RealSite>
{
    private static readonly SiteRecords Records = RecordLoader.Load(RealSite.Input().Records).Value;

    public static TheoryData<string> Languages => new() { "zh", "en" };

    public static TheoryData<string, string> Documents
    {
        get
        {
            var documents = new TheoryData<string, string>();
            foreach (var document in Records.Documents)
                foreach (var language in new[] { "zh", "en" }) documents.Add(language, document.Symbol.Value);
            return documents;
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_thread_is_drawn_where_it_has_two_points_and_says_so_in_words(string language)
    {
        foreach (var thread in Records.FollowUp.Threads)
        {
            var points = thread.Steps.Select(s => (s.At.Symbol, s.Kind is StepKind.Observed ? StepKind.Recommended : s.Kind)).Distinct().Count();
            var picture = Page(language, $"tracker/{thread.Id}").QuerySelector("svg.chain-picture");
            Assert.Equal(points > 1, picture is not null);
            if (picture is null) continue;
            Assert.Equal("img", picture.GetAttribute("role"));
            Assert.Equal(points, picture.QuerySelectorAll(".mark").Length);
            Assert.Equal(points, picture.QuerySelector("desc")!.TextContent.Split(language == "zh" ? "；" : "; ").Length);
        }
    }

    [Theory, MemberData(nameof(Documents))]
    public void The_citation_map_and_its_table_have_every_citation(string language, string symbol)
    {
        var edges = CitationGraph.From(Records.Documents).Value.Edges.Where(e => e.From.Symbol.Value == symbol && e.To.Symbol != e.From.Symbol).ToList();
        var citations = edges.Select(e => (e.From, e.Citation.Citation.Span, e.To.Symbol)).Distinct().ToList();
        var page = Page(language, symbol.Replace(" ", "", StringComparison.Ordinal) + "/citations");
        Assert.Equal(citations.Count, page.QuerySelectorAll("table.citations .count").Sum(c => Number(c)));
        Assert.Equal(citations.Count, page.QuerySelectorAll("table.citations td.figure").Sum(c => Number(c)));
        Assert.Equal(citations.Count, page.QuerySelectorAll(".flow title").Sum(t => int.Parse(t.TextContent.Split('：', ':')[^1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(citations.Select(c => c.Symbol.UrlPath).Distinct().Order(StringComparer.Ordinal),
            page.QuerySelectorAll("svg a text:not(.from)").Select(t => t.ParentElement!.GetAttribute("href")![$"/{language}/".Length..].TrimEnd('/')).Order(StringComparer.Ordinal));
        // Every citing passage is named, and its link leads to it.
        foreach (var link in page.QuerySelectorAll("table.citations .where a"))
        {
            var (path, anchor) = link.GetAttribute("href")!.Split('#') is [var p, var a] ? (p, a) : (link.GetAttribute("href")!, null);
            var target = Page(language, path[$"/{language}/".Length..].TrimEnd('/'));
            Assert.True(anchor is null || target.GetElementById(anchor) is not null, link.OuterHtml);
        }
        Assert.Contains(Page(language, symbol).QuerySelectorAll(".facts a"), a => a.GetAttribute("href") == $"/{language}/{symbol}/citations/");
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_time_line_and_its_list_have_every_document_with_its_session(string language)
    {
        var page = Page(language, "documents");
        var drawn = page.QuerySelectorAll("svg.sessions-picture a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(page.QuerySelectorAll("table.held th a, table.cited th a").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
        Assert.Equal(drawn.Order(StringComparer.Ordinal), page.QuerySelectorAll("table.sessions li > a:first-child").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal));
        Assert.Equal(page.QuerySelectorAll("svg.sessions-picture .head").Select(t => t.TextContent), page.QuerySelectorAll("table.sessions tbody th").Select(t => t.FirstChild!.TextContent.Trim()));
        // The chain of the second progress report.
        var taken = page.QuerySelectorAll("table.sessions li").Single(li => li.QuerySelector("a")!.GetAttribute("href") == $"/{language}/A/67/776/").QuerySelectorAll(".takes-up a");
        Assert.Contains(taken, a => a.GetAttribute("href") == $"/{language}/A/67/714/");
    }

    [Fact]
    public void A_document_that_cites_no_other_has_no_map()
    {
        var input = SiteFiles.Read(TestFiles.PathOf("Build/Cases/small/input"), Path.Combine(TestFiles.Root, "theme"), null);
        var output = new MemoryOutput();
        SiteBuilder.Build(input, output, new(TimeProvider.System));
        var graph = CitationGraph.From(RecordLoader.Load(input.Records).Value.Documents).Value;
        foreach (var document in RecordLoader.Load(input.Records).Value.Documents)
            Assert.Equal(graph.EdgesFrom(document.Symbol).Any(e => e.To.Symbol != document.Symbol), output.Files.ContainsKey($"zh/{document.Symbol.UrlPath}/citations/index.html"));
    }

    private IHtmlDocument Page(string language, string path) => site.Pages[$"{language}/{Uri.UnescapeDataString(path)}/index.html"];

    private static int Number(IElement element) => int.Parse(element.TextContent, System.Globalization.CultureInfo.InvariantCulture);
}
