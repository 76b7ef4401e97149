using Deque.AxeCore.Playwright;

using Microsoft.Playwright;

namespace StaticSite.Tests.Browser;

/// <summary>Every kind of page in a real browser: nothing runs over, nothing is missing, nothing comes from elsewhere.</summary>
public class PagesInBrowserTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    // What is looked at next is waited for anyway. To wait for all of a page to be loaded sometimes misses that it has been.
    private static readonly PageWaitForURLOptions Arrived = new() { WaitUntil = WaitUntilState.Commit };

    private static readonly string[] Kinds =
    [
        "", "documents/", "A/67/776/", "A/RES/64/259/", "A/67/776/bilingual/", "A/RES/64/259/bilingual/", "A/67/776/5/", "A/67/776/17/", "A/RES/64/259/8/", "A/66/738/", "A/RES/57/290B/", "status/", "404.html", "search/",
        "how-to-read/", "framework-in-five-minutes/", "for-editors/",
        "framework/", "framework/delegation-of-authority/", "definitions/", "definitions/accountability/", "definitions/senior-managers-compacts/",
        "tracker/", "tracker/by-status/partly/", "tracker/by-component/results-based-management/", "tracker/culture-of-accountability/", "tracker/distinct-responsibilities/",
        "tracker/by-document/A/67/776/", "tracker/results-based-management-framework/", "A/67/776/citations/", "A/RES/64/259/citations/",
        "progress/", "progress/1/", "indicators/", "bodies/", "bodies/secretary-general/", "bodies/joint-inspection-unit/",
    ];

    public static TheoryData<string> Pages
    {
        get
        {
            var pages = new TheoryData<string> { "/" };
            foreach (var language in new[] { "zh", "en" })
                foreach (var kind in Kinds) pages.Add($"/{language}/{kind}");
            return pages;
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Nothing_runs_over_the_edge_and_nothing_fails(string path)
    {
        var (page, faults) = await site.OpenAsync(path, 1440, scripts: true);
        foreach (var width in new[] { 1440, 768, 375, 320 })
        {
            await page.SetViewportSizeAsync(width, 900);
            var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(over <= 0, $"{path} at {width} px is {over} px too wide");
        }
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Axe_finds_no_violation_in_light_and_dark(string path)
    {
        var (page, _) = await site.OpenAsync(path, 1280, scripts: true);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var result = await page.RunAxe();
            Assert.Empty(result.Violations.Select(v => $"{path} {scheme}: {v.Id}: {v.Help}: {string.Join(' ', v.Nodes.Take(3).Select(n => n.Html))}"));
        }
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/zh/A/67/776/", "#p17", "权力下放")]
    [InlineData("/en/A/RES/64/259/", "#op8", "accountability")]
    public async Task A_link_to_a_paragraph_shows_it_without_scripts(string path, string anchor, string words)
    {
        var (page, _) = await site.OpenAsync(path + anchor, 375);
        var paragraph = page.Locator(anchor);
        Assert.Contains(words, await paragraph.InnerTextAsync(), StringComparison.Ordinal);
        var box = await paragraph.BoundingBoxAsync();
        Assert.InRange(box!.Y, -1, 300);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_leads_to_the_text_and_along_its_citations()
    {
        var (page, _) = await site.OpenAsync("/zh/A/67/776/4/", 1280);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
        var citation = page.Locator("main a.cite").First;
        await citation.PressAsync("Enter");
        await page.WaitForURLAsync("**/zh/A/66/738/#p10", Arrived);
        Assert.Contains("A/67/776", await page.Locator(".place:has(#p10)").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_language_switch_leads_to_the_same_page()
    {
        var (page, _) = await site.OpenAsync("/zh/A/RES/64/259/8/", 1280);
        await page.Locator("a[hreflang=en]").First.ClickAsync();
        await page.WaitForURLAsync("**/en/A/RES/64/259/8/", Arrived);
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Printed_the_report_keeps_its_numbers_and_drops_the_navigation()
    {
        var (page, _) = await site.OpenAsync("/zh/A/67/776/", 1280);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        for (var number = 1; number <= 43; number++)
            Assert.True(await page.Locator($"#p{number} .number").IsVisibleAsync(), $"number {number} is not printed");
        Assert.False(await page.Locator(".main-nav").IsVisibleAsync());
        Assert.False(await page.Locator("nav.contents").IsVisibleAsync());
        await page.Context.CloseAsync();
    }
}
