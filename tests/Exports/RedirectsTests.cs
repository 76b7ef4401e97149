using System.Text;

using StaticSite.Build;
using StaticSite.Tests.Records;

namespace StaticSite.Tests.Exports;

public class RedirectsTests
{
    [Theory]
    [InlineData(null, "/zh/old/ /zh/documents/ 301\n/zh/older/ https://example.org/new/ 301\n")]
    [InlineData("https://example.org/site/", "/site/zh/old/ /site/zh/documents/ 301\n/site/zh/older/ https://example.org/new/ 301\n")]
    public void Moved_paths_of_the_site_are_redirects_of_the_host(string? baseUrl, string expected)
    {
        var records = RecordCases.Complete([new("input/site.yaml", RecordCases.Site + """
            redirects:
              /zh/old/: /zh/documents/
              /zh/older/: https://example.org/new/

            """)]);
        var output = new MemoryOutput();
        var built = SiteBuilder.Build(Build.RealSite.Input() with { Urls = null, Records = [.. records], BaseUrl = baseUrl }, output, new(TimeProvider.System));
        Assert.Empty(built.Diagnostics);
        Assert.Equal(expected, Encoding.UTF8.GetString(output.Files["_redirects"].Span));
    }

    [Fact]
    public void Earlier_paths_of_pages_are_redirects_and_those_of_drafts_are_not()
    {
        var records = RecordCases.Complete([
            new("input/pages/zh/about.md", "---\ntitle: 关于\nredirect_from: [/zh/info/, /zh/a-b/]\n---\n"),
            new("input/pages/zh/later.md", "---\ntitle: 以后\ndraft: true\nredirect_from: [/zh/soon/]\n---\n")]);
        var output = new MemoryOutput();
        SiteBuilder.Build(Build.RealSite.Input() with { Urls = null, Records = [.. records] }, output, new(TimeProvider.System));
        Assert.Equal("/zh/a-b/ /zh/about/ 301\n/zh/info/ /zh/about/ 301\n", Encoding.UTF8.GetString(output.Files["_redirects"].Span));
        Assert.DoesNotContain("later", Encoding.UTF8.GetString(output.Files["sitemap.xml"].Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_moved_paths_there_is_no_file()
    {
        var output = new MemoryOutput();
        SiteBuilder.Build(Build.RealSite.Input(), output, new(TimeProvider.System));
        Assert.DoesNotContain("_redirects", output.Files.Keys);
    }
}
