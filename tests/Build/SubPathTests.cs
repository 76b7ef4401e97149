using AngleSharp.Html.Parser;

using StaticSite.Build;

namespace StaticSite.Tests.Build;

/// <summary>A site below a path of its host: --base-url https://example.org/site/.</summary>
public class SubPathTests
{
    [Fact]
    public void Every_link_stays_below_the_path_and_leads_somewhere()
    {
        var output = new MemoryOutput();
        var built = SiteBuilder.Build(RealSite.Input() with { BaseUrl = "https://example.org/site/" }, output, new(TimeProvider.System));
        Assert.Empty(built.Diagnostics);
        var parser = new HtmlParser();
        foreach (var (path, content) in output.Files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            foreach (var link in parser.ParseDocument(System.Text.Encoding.UTF8.GetString(content.Span)).QuerySelectorAll("[href], [src]"))
            {
                var target = link.GetAttribute("href") ?? link.GetAttribute("src")!;
                if (target.StartsWith("https://", StringComparison.Ordinal) || target.StartsWith('#')) continue;
                Assert.True(target.StartsWith("/site/", StringComparison.Ordinal), $"{path}: {target}");
                var file = Uri.UnescapeDataString(target["/site/".Length..].Split('#')[0]);
                Assert.True(output.Files.ContainsKey(file.Length == 0 || file.EndsWith('/') ? file + "index.html" : file), $"{path}: {target}");
            }
        }
    }
}
