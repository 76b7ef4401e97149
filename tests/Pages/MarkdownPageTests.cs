using System.Text;

using AngleSharp.Html.Parser;

using StaticSite.Build;
using StaticSite.Diagnostics;
using StaticSite.Tests.Build;

namespace StaticSite.Tests.Pages;

/// <summary>Pages of editors beside the records of the real site.</summary>
public class MarkdownPageTests
{
    [Theory]
    [InlineData("zh", "A/67/776#17", "/zh/A/67/776/#p17", "A/67/776，第17段")]
    [InlineData("en", "A/67/776#17", "/en/A/67/776/#p17", "A/67/776, para. 17")]
    [InlineData("zh", "A/RES/64/259", "/zh/A/RES/64/259/", "第64/259号决议")]
    [InlineData("en", "A/RES/64/259#8.1", "/en/A/RES/64/259/#op8.1", "resolution 64/259, para. 8")]
    [InlineData("en", "A/67/776#34(a)", "/en/A/67/776/#p34-a", "A/67/776, para. 34 (a)")]
    [InlineData("zh", "A/RES/64/259#PP3", "/zh/A/RES/64/259/#pp3", "第64/259号决议，序言部分第3段")]
    [InlineData("zh", "A/67/776#III.C", "/zh/A/67/776/#s-III.C", "A/67/776，第三.C节")]
    [InlineData("zh", "A/67/776#fn1", "/zh/A/67/776/#fn1", "A/67/776，脚注1")]
    [InlineData("en", "A/66/738#11", "/en/A/66/738/#p11", "A/66/738, para. 11")]
    [InlineData("zh", "A/66/738", "/zh/A/66/738/", "A/66/738")]
    [InlineData("zh", "term:accountability", "/zh/definitions/accountability/", "问责制")]
    [InlineData("en", "component:delegation-of-authority", "/en/framework/delegation-of-authority/", "Delegation of authority")]
    [InlineData("en", "body:acabq", "/en/bodies/acabq/", "Advisory Committee on Administrative and Budgetary Questions")]
    [InlineData("zh", "indicator:period-of-second-report", "/zh/indicators/#period-of-second-report", "12个月")]
    [InlineData("en", "indicator:period-of-second-report", "/en/indicators/#period-of-second-report", "12 months")]
    [InlineData("zh", "page:probe", "/zh/probe/", "试页")]
    public void A_reference_leads_to_its_place_and_says_so_in_the_language_of_the_page(string language, string reference, string url, string words)
    {
        var link = Page(language, $"[[{reference}]] [[{reference}|other words]]").QuerySelectorAll(".reading a");
        Assert.Equal([(url, words), (url, "other words")], link.Select(a => (a.GetAttribute("href")!, a.TextContent)));
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void A_figure_alone_in_a_paragraph_is_the_chart_of_its_series(string language)
    {
        var records = StaticSite.Records.RecordLoader.Load(RealSite.Input().Records).Value.Indicators;
        var series = records.Where(i => i.Series is not null).GroupBy(i => i.Series!).First(g => g.Count() > 1);
        var single = records.First(i => i.Series is null);
        var page = Page(language, $"[[indicator:{series.First().Id}]]\n\n[[indicator:{series.Last().Id}]]\n\n[[indicator:{single.Id}]]");
        var drawings = page.QuerySelectorAll(".reading figure.drawing").ToList();
        Assert.Equal(2, drawings.Count);
        Assert.All(drawings, d => Assert.Equal(series.Count(), d.QuerySelectorAll(".chart-bar").Length));
        Assert.All(drawings, d => Assert.Equal($"/{language}/indicators/#{series.Key}", d.QuerySelector("figcaption a")!.GetAttribute("href")));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
        // One figure is no series.
        Assert.Single(page.QuerySelectorAll($".reading p > a[href='/{language}/indicators/#{single.Id}']"));
    }

    [Fact]
    public void A_thread_is_named_by_its_title()
    {
        var thread = StaticSite.Records.RecordLoader.Load(RealSite.Input().Records).Value.FollowUp.Threads[0];
        var link = Page("en", $"[[thread:{thread.Id}]]").QuerySelector(".reading a")!;
        Assert.Equal(($"/en/tracker/{thread.Id}/", thread.Title.En), (link.GetAttribute("href"), link.TextContent));
    }

    [Fact]
    public void Citations_of_the_text_are_links_as_in_documents()
    {
        var links = Page("zh", "见 A/67/776，第17和18段，以及**第64/259号决议**第8段；又见 A/66/738，第 11 段。").QuerySelectorAll(".reading a");
        Assert.Equal(["/zh/A/67/776/#p17", "/zh/A/67/776/#p18", "/zh/A/RES/64/259/#op8", "/zh/A/RES/64/259/#op8", "/zh/A/66/738/#p11"], links.Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void A_page_in_one_language_has_no_alternates_and_the_switch_leads_home()
    {
        var page = Page("zh", "正文。");
        Assert.Empty(page.QuerySelectorAll("link[rel=alternate][hreflang]"));
        Assert.Equal("/en/", page.QuerySelector(".languages a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_page_on_a_sub_path_links_below_it()
    {
        var links = Page("zh", "[a](/zh/documents/) [b](../documents/) [c](probe.md#d) ![e](/assets/icon.svg)\n\n## D {#d}\n", "https://example.org/site/").QuerySelectorAll(".reading :is(a, img)");
        Assert.Equal(["/site/zh/documents/", "/site/zh/documents/", "/site/zh/probe/#d", "/site/assets/icon.svg"], links.Select(l => l.GetAttribute("href") ?? l.GetAttribute("src")));
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Page(string language, string text, string? baseUrl = null)
    {
        var input = RealSite.Input() with { Urls = null };
        var output = new MemoryOutput();
        var page = new SourceText($"input/pages/{language}/probe.md", $"---\ntitle: {(language == "zh" ? "试页" : "Probe")}\n---\n{text}\n");
        var built = SiteBuilder.Build(input with { Records = input.Records.Add(page), BaseUrl = baseUrl }, output, new(TimeProvider.System));
        Assert.Equal(["pages/one-language"], built.Diagnostics.Select(d => d.Rule.Id).Distinct());
        return new HtmlParser().ParseDocument(Encoding.UTF8.GetString(output.Files[$"{language}/probe/index.html"].Span));
    }
}
