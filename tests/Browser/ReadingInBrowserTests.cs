using Deque.AxeCore.Playwright;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace StaticSite.Tests.Browser;

/// <summary>Reading a document: cards, copying, contents, two languages, with a mouse, the keyboard, a finger, and without scripts.</summary>
public class ReadingInBrowserTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Definition = "问责制系指秘书处及其工作人员有义务";

    // Paragraph 8 of the report cites paragraph 8 of the resolution, which defines accountability.
    private static ILocator Citation(IPage page) => page.Locator("#p2 a.cite.held[href$='#op8']").First;

    [Fact]
    public async Task A_card_shows_the_cited_paragraph_while_the_pointer_is_on_the_link_or_in_the_card()
    {
        var (page, faults) = await site.OpenAsync("/zh/A/67/776/", 1280, scripts: true);
        var card = page.Locator("#card");
        await Citation(page).HoverAsync();
        await Expect(card).ToBeVisibleAsync();
        await Expect(card).ToContainTextAsync(Definition);
        await Expect(card.Locator(".card-title")).ToHaveTextAsync("第64/259号决议，第8段");
        await Expect(card).ToContainTextAsync("中文");
        await card.HoverAsync();
        await page.WaitForTimeoutAsync(500);
        await Expect(card).ToBeVisibleAsync();
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id}: {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
        await page.Mouse.MoveAsync(2, 2);
        await Expect(card).ToHaveCountAsync(0);
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_card_tells_that_a_document_is_not_held_and_what_it_is_called()
    {
        var (page, faults) = await site.OpenAsync("/en/A/67/776/", 1280, scripts: true);
        await page.Locator("#p4 a.cite.cited").First.HoverAsync();
        var card = page.Locator("#card");
        await Expect(card).ToContainTextAsync("This document is not held here");
        await Expect(card).ToContainTextAsync("A/66/738");
        await Expect(card).ToContainTextAsync("para. 10");
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_card_of_a_term_shows_its_definition_and_a_card_of_a_footnote_call_its_words()
    {
        var (page, faults) = await site.OpenAsync("/zh/A/67/776/", 1280, scripts: true);
        await page.Locator("a.term[href='/zh/definitions/accountability/']").First.HoverAsync();
        await Expect(page.Locator("#card .card-text")).ToContainTextAsync(Definition);
        await page.Locator(".call a").First.HoverAsync();
        var note = await page.Locator("#fn1 .words p").First.InnerTextAsync();
        await Expect(page.Locator("#card .card-text")).ToHaveTextAsync(note);
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_shows_a_card_goes_into_it_and_Escape_leaves_it()
    {
        var (page, faults) = await site.OpenAsync("/zh/A/67/776/", 1280, scripts: true);
        var card = page.Locator("#card");
        await Citation(page).FocusAsync();
        // A key tells the browser that the focus is to be seen.
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(Citation(page)).ToBeFocusedAsync();
        await Expect(card).ToContainTextAsync(Definition);
        await Expect(Citation(page)).ToHaveAttributeAsync("aria-details", "card");
        await page.Keyboard.PressAsync("Escape");
        await Expect(card).ToHaveCountAsync(0);
        await Expect(Citation(page)).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(card).ToContainTextAsync(Definition);
        for (var i = 0; i < 6 && !await card.Locator(".card-open a").EvaluateAsync<bool>("a => a === document.activeElement"); i++)
            await page.Keyboard.PressAsync("Tab");
        await Expect(card.Locator(".card-open a")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(card).ToHaveCountAsync(0);
        await Expect(Citation(page)).ToBeFocusedAsync();
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_first_tap_shows_a_card_and_its_link_opens_the_paragraph()
    {
        var (page, faults) = await site.OpenAsync("/zh/A/67/776/", 375, scripts: true, touch: true);
        var card = page.Locator("#card");
        await Citation(page).TapAsync();
        await Expect(card).ToContainTextAsync(Definition);
        Assert.EndsWith("/zh/A/67/776/", page.Url, StringComparison.Ordinal);
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"the card makes the page {over} px too wide");
        await page.Touchscreen.TapAsync(370, 5);
        await Expect(card).ToHaveCountAsync(0);
        await Citation(page).TapAsync();
        await card.GetByText("打开").TapAsync();
        await Expect(page).ToHaveURLAsync(site.Address + "/zh/A/RES/64/259/#op8");
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Copying_gives_the_citation_with_its_link_and_says_so()
    {
        var (page, _) = await site.OpenAsync("/zh/A/67/776/", 1280, scripts: true);
        await page.Locator("#p34 .number").HoverAsync();
        await page.Locator("#p34 > .copy-citation").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync($"已复制: A/67/776，第34段 {site.Address}/zh/A/67/776/#p34");
        Assert.Equal($"A/67/776，第34段 {site.Address}/zh/A/67/776/#p34", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));

        await page.GotoAsync(site.Address + "/zh/A/67/776/34/");
        await page.Locator(".how-to-cite .copy-citation").Nth(1).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已复制");
        Assert.Equal("A/67/776, para. 34 https://accountability.example.org/en/A/67/776/#p34", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_language_switch_keeps_the_paragraph_of_the_address_or_the_one_that_was_read()
    {
        var (page, _) = await site.OpenAsync("/zh/A/67/776/#p17", 1280, scripts: true);
        await page.Locator(".languages a").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(site.Address + "/en/A/67/776/#p17");

        await page.GotoAsync(site.Address + "/zh/A/67/776/");
        await page.Locator("#p30").EvaluateAsync("e => e.scrollIntoView()");
        await page.WaitForTimeoutAsync(1000);
        await page.Locator(".languages a").ClickAsync();
        await Expect(page).ToHaveURLAsync(site.Address + "/en/A/67/776/#p30");

        await page.GotoAsync(site.Address + "/zh/A/67/776/");
        await page.Locator(".languages a").ClickAsync();
        await Expect(page).ToHaveURLAsync(site.Address + "/en/A/67/776/");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_contents_follow_the_reader()
    {
        var (page, _) = await site.OpenAsync("/zh/A/67/776/", 1440, scripts: true);
        var current = page.Locator(".contents [aria-current=location]");
        await Expect(current).ToHaveCountAsync(0);
        await page.Locator("#p17").EvaluateAsync("e => e.scrollIntoView()");
        await Expect(current).ToHaveAttributeAsync("href", "#s-III.C");
        await page.Locator("#p30").EvaluateAsync("e => e.scrollIntoView()");
        await Expect(current).ToHaveCountAsync(1);
        await Expect(current).Not.ToHaveAttributeAsync("href", "#s-III.C");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/zh/A/67/776/")]
    [InlineData("/zh/A/67/776/34/")]
    [InlineData("/zh/A/67/776/bilingual/")]
    public async Task Without_scripts_nothing_is_shown_that_does_nothing(string path)
    {
        var (page, faults) = await site.OpenAsync(path, 1280);
        await Expect(page.Locator("main button, #card")).ToHaveCountAsync(0);
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_term_leads_to_its_definition_without_scripts()
    {
        var (page, _) = await site.OpenAsync("/en/A/67/776/", 375);
        await page.Locator("a.term").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(site.Address + "/en/definitions/accountability/");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1280, Media.Screen, true)]
    [InlineData(375, Media.Screen, false)]
    [InlineData(700, Media.Print, true)]
    public async Task The_two_languages_of_a_paragraph_stand_side_by_side_or_one_under_the_other(int width, Media media, bool beside)
    {
        var (page, _) = await site.OpenAsync("/en/A/67/776/bilingual/#p17", width);
        await page.EmulateMediaAsync(new() { Media = media });
        var left = await page.Locator("#p17 > .text[lang=en]").BoundingBoxAsync();
        var right = await page.Locator("#p17 > .text[lang=zh-Hans]").BoundingBoxAsync();
        if (beside) Assert.True(left!.X + left.Width <= right!.X && Math.Abs(left.Y - right.Y) < 12, $"{left.X} {left.Y} {right.X} {right.Y}");
        else Assert.True(left!.Y + left.Height <= right!.Y, $"{left.Y} {left.Height} {right.Y}");
        await page.Context.CloseAsync();
    }
}
