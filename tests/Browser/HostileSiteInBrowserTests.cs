using StaticSite.Build;
using StaticSite.Tests.Build;

namespace StaticSite.Tests.Browser;

/// <summary>Pages full of strings that would like to run, opened with scripts on: nothing runs, nothing loads from elsewhere.</summary>
public class HostileSiteInBrowserTests(HostileSiteInBrowserTests.Site site) : IClassFixture<HostileSiteInBrowserTests.Site>
{
    public sealed class Site : BrowserSite
    {
        protected override SiteInput Input => HostileSite.Input();
    }

    [Theory]
    [InlineData("A/99/1/")]
    [InlineData("A/99/1/bilingual/")]
    [InlineData("A/99/1/1/")]
    [InlineData("A/98/1/")]
    [InlineData("")]
    [InlineData("documents/")]
    [InlineData("framework/")]
    [InlineData("framework/c0/")]
    [InlineData("tracker/")]
    [InlineData("tracker/r1/")]
    [InlineData("definitions/")]
    [InlineData("definitions/t2/")]
    [InlineData("bodies/")]
    [InlineData("bodies/b3/")]
    [InlineData("progress/")]
    [InlineData("progress/4/")]
    [InlineData("status/")]
    [InlineData("page0/")]
    [InlineData("page5/")]
    [InlineData("page9/")]
    public async Task Nothing_runs_and_nothing_loads(string path)
    {
        foreach (var language in new[] { "zh", "en" })
        {
            var (page, faults) = await site.OpenAsync($"/{language}/{path}", 1280, scripts: true);
            // What waits for a pointer or for focus gets both.
            await page.Mouse.MoveAsync(640, 400);
            for (var i = 0; i < 5; i++) await page.Keyboard.PressAsync("Tab");
            Assert.Null(await page.EvaluateAsync<int?>("window.ran ?? null"));
            Assert.Empty(faults);
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(120)]
    [InlineData(200)]
    public async Task A_hostile_query_finds_its_text_and_does_not_run(int number)
    {
        var query = HostileSite.Strings[number];
        var (page, faults) = await site.OpenAsync("/en/search/?q=" + Uri.EscapeDataString(query), 1280, scripts: true);
        await Microsoft.Playwright.Assertions.Expect(page.Locator(".results mark").First).ToBeVisibleAsync();
        Assert.Null(await page.EvaluateAsync<int?>("window.ran ?? null"));
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }
}
