using Deque.AxeCore.Playwright;

using Microsoft.Playwright;

using StaticSite.Review;
using StaticSite.Tests.Review;

namespace StaticSite.Tests.Browser;

/// <summary>The report of "diff" as a reviewer opens it: a file, without a server.</summary>
public sealed class ReportInBrowserTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Theory]
    [InlineData("languages", "en")]
    [InlineData("languages", "zh")]
    [InlineData("redirected-page", "zh")]
    [InlineData("thread-status", "en")]
    [InlineData("hostile-text", "zh")]
    public async Task A_report_has_no_violation_and_fits_its_screen(string name, string language)
    {
        using var folder = new TemporaryFolder();
        var report = SiteComparerTests.ReportOf($"Review/Cases/{name}.case.txt");
        var file = folder.Write("report.html", ReportHtml.Print(report, ReportWords.For(language)!, "https://preview.example.org"));
        foreach (var width in new[] { 1280, 375 })
        {
            var (page, faults) = await site.OpenAsync("/en/", width, scripts: true);
            faults.Clear();
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            faults.RemoveAll(f => f.StartsWith("foreign request: file:", StringComparison.Ordinal));
            // A policy that does not let the own style in would say so here, and leave the page bare.
            Assert.Empty(faults);
            Assert.NotEqual("0px", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('h2')).borderTopWidth"));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{width} px: scrolls sideways");
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var result = await page.RunAxe();
                Assert.Empty(result.Violations.Select(v => $"{width} {scheme}: {v.Id}: {v.Help}: {string.Join(' ', v.Nodes.Take(3).Select(n => n.Html))}"));
            }
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Paper_shows_what_the_screen_folds()
    {
        using var folder = new TemporaryFolder();
        var @new = Enumerable.Range(0, 120).ToDictionary(i => $"zh/{i:000}/index.html", i => SiteComparerTests.Page("zh", $"t{i}", "", $"<h1>{i}</h1>"), StringComparer.Ordinal);
        var report = SiteComparer.Compare(new HeldOutput(new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)), new HeldOutput(@new));
        var file = folder.Write("report.html", ReportHtml.Print(report, ReportWords.English));
        var (page, _) = await site.OpenAsync("/en/", 1280);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        var last = page.GetByText("/zh/119/", new() { Exact = true });
        Assert.False(await last.IsVisibleAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await last.IsVisibleAsync());
        await page.Context.CloseAsync();
    }
}
