using AngleSharp.Html.Parser;

using StaticSite.Build;
using StaticSite.Diagnostics;

namespace StaticSite.Tests.Build;

/// <summary>A site that does without some of its parts: leave_out in site.yaml.</summary>
public class LeaveOutTests
{
    public static TheoryData<string> Parts => new() { "provision-pages", "bilingual-pages", "json", "akoma-ntoso", "search", "citation-pages", "provision-pages, bilingual-pages, citation-pages, json, akoma-ntoso, search" };

    [Theory, MemberData(nameof(Parts))]
    public void Every_link_leads_to_a_page_and_an_anchor(string parts)
    {
        var output = new MemoryOutput();
        var built = SiteBuilder.Build(Without(parts), output, new(TimeProvider.System));
        Assert.Empty(built.Diagnostics.Where(d => d.Rule.Severity >= Severity.Warning).Select(d => $"{d.Span.Path}: {d.Message}"));

        var parser = new HtmlParser();
        var pages = output.Files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(f => f.Key, f => parser.ParseDocument(System.Text.Encoding.UTF8.GetString(f.Value.Span)), StringComparer.Ordinal);
        var broken = new List<string>();
        foreach (var (path, page) in pages)
        {
            foreach (var link in page.QuerySelectorAll("[href], [src], [action]"))
            {
                var target = link.GetAttribute("href") ?? link.GetAttribute("src") ?? link.GetAttribute("action")!;
                if (target.StartsWith("http", StringComparison.Ordinal)) continue;
                var at = target.Split('#');
                var file = at[0].Length == 0 ? path : at[0].EndsWith('/') ? at[0][1..] + "index.html" : at[0][1..];
                if (!output.Files.ContainsKey(file) || at is [_, { Length: > 0 } id] && pages[file].GetElementById(Uri.UnescapeDataString(id)) is null) broken.Add($"{path}: {target}");
            }
        }
        Assert.Empty(broken);
    }

    [Fact]
    public void What_is_left_out_is_not_there()
    {
        var output = new MemoryOutput();
        SiteBuilder.Build(Without("provision-pages, bilingual-pages, citation-pages, json, akoma-ntoso, search"), output, new(TimeProvider.System));
        Assert.Contains("zh/A/67/776/index.html", output.Files.Keys);
        Assert.DoesNotContain(output.Files.Keys, path => path is "zh/A/67/776/17/index.html" or "zh/A/67/776/bilingual/index.html" or "zh/A/67/776/index.json" or "zh/A/67/776/index.xml"
            || path.StartsWith("search/", StringComparison.Ordinal) || path.StartsWith("zh/search/", StringComparison.Ordinal));
    }

    private static SiteInput Without(string parts)
    {
        var input = RealSite.Input();
        return input with
        {
            Urls = null,
            // The pages of editors link to what is left out here: that is a finding, as it should be.
            Records = [.. input.Records.Where(r => !r.Path.StartsWith("input/pages/", StringComparison.Ordinal)).Select(r => r.Path == "input/site.yaml" ? new SourceText(r.Path, $"{r.Text}leave_out: [{parts}]\n") : r)],
        };
    }
}
