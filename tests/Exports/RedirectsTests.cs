using System.Text;

using AngleSharp.Html.Parser;

using StaticSite.Build;
using StaticSite.Exports;
using StaticSite.Tests.Build;
using StaticSite.Tests.Records;

namespace StaticSite.Tests.Exports;

public class RedirectsTests
{
    [Theory]
    [InlineData(null, "/zh/old/ /zh/documents/ 301!\n/zh/older/ https://example.org/new/ 301!\n# /zh/status/#gone /zh/status/#errata\n")]
    [InlineData("https://example.org/site/", "/site/zh/old/ /site/zh/documents/ 301!\n/site/zh/older/ https://example.org/new/ 301!\n# /site/zh/status/#gone /site/zh/status/#errata\n")]
    public void Moved_paths_of_the_site_are_redirects_of_the_host(string? baseUrl, string expected)
    {
        var records = RecordCases.Complete([new("input/site.yaml", RecordCases.Site + """
            redirects:
              /zh/old/: /zh/documents/
              /zh/older/: https://example.org/new/
              "/zh/status/#gone": "/zh/status/#errata"

            """)]);
        var output = new MemoryOutput();
        var built = SiteBuilder.Build(RealSite.Input() with { Urls = null, Records = [.. records], BaseUrl = baseUrl }, output, new(TimeProvider.System));
        Assert.DoesNotContain(built.Diagnostics, d => d.Rule != UrlList.BrokenRedirect);
        Assert.Equal(expected, Encoding.UTF8.GetString(output.Files["_redirects"].Span));
    }

    [Fact]
    public void Earlier_paths_of_pages_are_redirects_and_those_of_drafts_are_not()
    {
        var records = RecordCases.Complete([
            new("input/pages/zh/about.md", "---\ntitle: 关于\nredirect_from: [/zh/info/, /zh/a-b/]\n---\n"),
            new("input/pages/zh/later.md", "---\ntitle: 以后\ndraft: true\nredirect_from: [/zh/soon/]\n---\n")]);
        var output = new MemoryOutput();
        SiteBuilder.Build(RealSite.Input() with { Urls = null, Records = [.. records] }, output, new(TimeProvider.System));
        Assert.Equal("/zh/a-b/ /zh/about/ 301!\n/zh/info/ /zh/about/ 301!\n", Encoding.UTF8.GetString(output.Files["_redirects"].Span));
        Assert.DoesNotContain("later", Encoding.UTF8.GetString(output.Files["sitemap.xml"].Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "/zh/documents/", "https://example.org/zh/documents/")]
    [InlineData("https://example.org/site/", "/site/zh/documents/", "https://example.org/site/zh/documents/")]
    public void A_page_stands_at_a_moved_path_and_leads_on_without_rules_or_scripts(string? baseUrl, string target, string canonical)
    {
        var output = Build("""
              /zh/a/b/c/: /zh/documents/
              /en/old: /zh/documents/
              /zh/old.pdf: /zh/documents/
              /zh/*: /zh/documents/
              /zh/documents/: /zh/status/
            """, baseUrl);
        var page = new HtmlParser().ParseDocument(Text(output, "zh/a/b/c/index.html"));
        Assert.Equal($"0; url={target}", page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
        Assert.Equal(canonical, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal(target, page.QuerySelector("main a")!.GetAttribute("href"));
        Assert.Equal("zh-Hans", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.QuerySelector("main a")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script, style, [style]"));

        var english = new HtmlParser().ParseDocument(Text(output, "en/old/index.html"));
        Assert.Equal(("en", "zh-Hans"), (english.DocumentElement.GetAttribute("lang"), english.QuerySelector("main a")!.GetAttribute("lang")));
        Assert.Contains("<h1>", Text(output, "zh/documents/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("refresh", Text(output, "zh/documents/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(output.Files.Keys, f => f.Contains("..", StringComparison.Ordinal) || f.Contains('*', StringComparison.Ordinal) || f.Contains("old.pdf", StringComparison.Ordinal));
        Assert.DoesNotContain("/a/b/c/", Text(output, "sitemap.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/zh/old/", "zh/old/index.html")]
    [InlineData("/zh/old", "zh/old/index.html")]
    [InlineData("/zh/old.html", "zh/old.html")]
    [InlineData("/zh/A/66/5(Vol.11)/", "zh/A/66/5(Vol.11)/index.html")]
    [InlineData("/zh/A/64/596/Add.1", "zh/A/64/596/Add.1/index.html")]
    [InlineData("/zh/%E6%97%A7/", "zh/旧/index.html")]
    [InlineData("/zh/feed.xml", null)]
    [InlineData("/zh/old/#p1", null)]
    [InlineData("/zh/old/?q=1", null)]
    [InlineData("/zh//old/", null)]
    [InlineData("/%2e%2e/old/", null)]
    [InlineData("/", null)]
    public void A_path_has_a_file_where_a_page_can_stand(string from, string? file) => Assert.Equal(file, RedirectPages.FileOf(from));

    [Fact]
    public void A_site_for_previews_is_left_out_by_search_engines_as_a_whole()
    {
        var output = new MemoryOutput();
        SiteBuilder.Build(RealSite.Input() with { Noindex = true }, output, new(TimeProvider.System));
        Assert.All(output.Files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)),
            f => Assert.Contains("<meta name=\"robots\" content=\"noindex\">", Encoding.UTF8.GetString(f.Value.Span), StringComparison.Ordinal));
        Assert.Equal("/*\n  X-Robots-Tag: noindex\n", Text(output, "_headers"));
        Assert.DoesNotContain("sitemap.xml", output.Files.Keys);
        Assert.Equal("User-agent: *\nAllow: /\n", Text(output, "robots.txt"));
    }

    [Fact]
    public void Without_moved_paths_there_is_no_file()
    {
        var output = new MemoryOutput();
        SiteBuilder.Build(RealSite.Input(), output, new(TimeProvider.System));
        Assert.DoesNotContain("_redirects", output.Files.Keys);
        Assert.DoesNotContain("_headers", output.Files.Keys);
    }

    private static MemoryOutput Build(string redirects, string? baseUrl)
    {
        var output = new MemoryOutput();
        var records = RecordCases.Complete([new("input/site.yaml", $"{RecordCases.Site}redirects:\n{redirects}\n")]);
        SiteBuilder.Build(RealSite.Input() with { Urls = null, Records = [.. records], BaseUrl = baseUrl }, output, new(TimeProvider.System));
        return output;
    }

    private static string Text(MemoryOutput output, string path) => Encoding.UTF8.GetString(output.Files[path].Span);
}
