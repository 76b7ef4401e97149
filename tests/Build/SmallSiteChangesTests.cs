using System.Text;

using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

using StaticSite.Build;

namespace StaticSite.Tests.Build;

/// <summary>The small site after an edit.</summary>
public class SmallSiteChangesTests
{
    private const string Source = "input/documents/A-99-1/text.zh.yaml";

    [Fact]
    public void A_paragraph_whose_source_has_changed_since_its_translation_says_so()
    {
        var site = Build(records => records.Select(r => r.Path == Source ? r with { Text = r.Text.Replace("请秘书长提交报告(", "请秘书长提交书面报告(", StringComparison.Ordinal) } : r));
        var document = Page(site, "en/A/99/1");
        Assert.Contains("source text has changed", document.QuerySelector("#p1 .stale")!.TextContent, StringComparison.Ordinal);
        Assert.Null(document.QuerySelector("#p2 .stale"));
        Assert.NotNull(Page(site, "zh/A/99/1/1").QuerySelector("[aria-labelledby=text-2] .stale"));
        Assert.Null(Page(site, "zh/A/99/1").QuerySelector(".stale"));
        Assert.Contains(Page(site, "zh/status").QuerySelectorAll(".translations tr"), r => r.TextContent.Contains("English", StringComparison.Ordinal) && r.LastElementChild!.TextContent == "1");
    }

    [Fact]
    public void A_translation_that_nobody_has_compared_says_so()
    {
        var site = Build(records => records.Where(r => !r.Path.Contains("/basis.", StringComparison.Ordinal)));
        Assert.Contains("not yet been compared", Page(site, "en/A/99/1").QuerySelector("#p2 .stale")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_framework_and_terms_there_are_neither_their_pages_nor_links_to_them()
    {
        string[] keys = ["    act:", "    components:"];
        var site = Build(records => records
            .Where(r => !r.Path.StartsWith("input/framework/", StringComparison.Ordinal) && !r.Path.StartsWith("input/definitions/", StringComparison.Ordinal))
            .Select(r => r with { Text = string.Join('\n', r.Text.Split('\n').Where(l => !keys.Any(k => l.StartsWith(k, StringComparison.Ordinal)))) }));
        Assert.DoesNotContain(site.Files.Keys, k => k.Contains("/framework/", StringComparison.Ordinal) || k.Contains("/definitions/", StringComparison.Ordinal));
        var hrefs = Page(site, "zh/A/99/1").QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.DoesNotContain(hrefs, h => h.Contains("/framework/", StringComparison.Ordinal) || h.Contains("/definitions/", StringComparison.Ordinal));
        Assert.Contains("/zh/documents/", hrefs);
    }

    private static MemoryOutput Build(Func<IEnumerable<StaticSite.Diagnostics.SourceText>, IEnumerable<StaticSite.Diagnostics.SourceText>> edit)
    {
        var input = SiteFiles.Read(TestFiles.PathOf("Build/Cases/small/input"), Path.Combine(TestFiles.Root, "theme"), null);
        var output = new MemoryOutput();
        var built = SiteBuilder.Build(input with { Records = [.. edit(input.Records)] }, output, new(TimeProvider.System));
        Assert.DoesNotContain(built.Diagnostics, d => d.Rule.Severity == StaticSite.Diagnostics.Severity.Error);
        return output;
    }

    private static IHtmlDocument Page(MemoryOutput site, string path) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(site.Files[path + "/index.html"].Span));
}
