using System.Text;

using AngleSharp.Html.Parser;

using StaticSite.Build;
using StaticSite.Import;

namespace StaticSite.Tests.Build;

/// <summary>What a text says is shown as text, whatever it looks like, from the source to the page.</summary>
public class HostileTextTests
{
    private const string Source = """
        第六十七届会议

        一. <script>alert(1)</script>

        1. 见 <img src=x onerror=alert(1)> "A/66/738，第 8 段"&amp; </p></div>。

        2. [x](javascript:alert(1)) **b** `c` {{ 1 + 1 }} [^9] \\*。

        """;

    [Fact]
    public void Mark_up_in_a_source_is_shown_and_never_runs()
    {
        var imported = Importer.Read(new() { SourcePath = "seeds/x.txt", Bytes = Encoding.UTF8.GetBytes(Source), Symbol = "A/67/900", Language = "zh" });
        var files = Importer.Merge(imported.Value!, []).Value!.Files;
        var input = RealSite.Input();
        var output = new MemoryOutput();
        var built = SiteBuilder.Build(input with { Records = [.. input.Records, .. files] }, output, new(TimeProvider.System));
        Assert.DoesNotContain(built.Diagnostics, d => d.Rule.Severity == StaticSite.Diagnostics.Severity.Error);

        var page = new HtmlParser(new() { IsStrictMode = true }).ParseDocument(Encoding.UTF8.GetString(output.Files["zh/A/67/900/index.html"].Span));
        Assert.Equal("script", Assert.Single(page.QuerySelectorAll("[type='application/ld+json']")).LocalName);
        Assert.Empty(page.QuerySelectorAll("script:not([src='/assets/reading.js'], [type='application/ld+json']), main img, [onerror], a[href^=javascript]"));
        Assert.Contains("<img src=x onerror=alert(1)>", page.QuerySelector("#p1 .text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("&amp; </p></div>", page.QuerySelector("#p1 .text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(@"[x](javascript:alert(1)) **b** `c` {{ 1 + 1 }} [^9] \\*。", page.QuerySelector("#p2 .text")!.TextContent, StringComparison.Ordinal);
    }
}
