using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

using Deque.AxeCore.Playwright;

using Microsoft.Playwright;

using static Microsoft.Playwright.Assertions;

namespace StaticSite.Tests.Browser;

/// <summary>The tracker as a delegate narrows it: with a mouse, the keyboard, an address, and without scripts.</summary>
public class TrackerInBrowserTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Shown = "table.threads tbody tr:not([hidden])", Count = ".filters [role=status]", Clear = ".filters [type=reset]";

    [Fact]
    public async Task Facets_narrow_together_and_stay_in_the_address()
    {
        var (page, faults) = await site.OpenAsync("/en/tracker/", 1280, scripts: true);
        await Expect(page.Locator(Count)).ToHaveTextAsync("44 of 44 items");
        await Expect(page.Locator(Clear)).ToBeHiddenAsync();
        await page.SelectOptionAsync("[name=status]", "partly");
        var partly = await page.Locator(Shown).CountAsync();
        await Expect(page.Locator(Count)).ToHaveTextAsync($"{partly} of 44 items");
        await page.SelectOptionAsync("[name=document]", "A/67/714");
        var both = await page.Locator(Shown).CountAsync();
        Assert.InRange(both, 1, partly);
        foreach (var row in await page.Locator(Shown).AllAsync())
        {
            Assert.Equal("partly", await row.GetAttributeAsync("data-status"));
            Assert.Contains("A/67/714", await row.InnerTextAsync(), StringComparison.Ordinal);
        }
        Assert.EndsWith("/en/tracker/?status=partly&document=A/67/714", page.Url, StringComparison.Ordinal);
        Assert.EndsWith("?status=partly&document=A/67/714", await page.Locator(".languages a").First.GetAttributeAsync("href"), StringComparison.Ordinal);

        await page.GoBackAsync();
        await Expect(page.Locator(Shown)).ToHaveCountAsync(partly);
        Assert.Equal("", await page.Locator("[name=document]").InputValueAsync());
        await page.GoBackAsync();
        await Expect(page.Locator(Shown)).ToHaveCountAsync(44);
        await page.GoForwardAsync();
        await page.GoForwardAsync();
        await Expect(page.Locator(Count)).ToHaveTextAsync($"{both} of 44 items");
        await page.ReloadAsync();
        await Expect(page.Locator(Shown)).ToHaveCountAsync(both);
        Assert.Equal("A/67/714", await page.Locator("[name=document]").InputValueAsync());

        await page.ClickAsync(Clear);
        await Expect(page.Locator(Shown)).ToHaveCountAsync(44);
        Assert.EndsWith("/en/tracker/", page.Url, StringComparison.Ordinal);
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("status")]
    [InlineData("component")]
    [InlineData("act")]
    [InlineData("responsible")]
    [InlineData("document")]
    public async Task Every_value_leaves_the_rows_of_its_page_and_as_many_as_it_says(string facet)
    {
        var (page, faults) = await site.OpenAsync("/zh/tracker/", 1280, scripts: true);
        var (linked, _) = await site.OpenAsync("/zh/tracker/", 1280);
        var options = await page.Locator($"[name={facet}] option:not([value=''])").AllAsync();
        Assert.NotEmpty(options);
        foreach (var option in options)
        {
            var value = (await option.GetAttributeAsync("value"))!;
            await page.SelectOptionAsync($"[name={facet}]", value);
            var rows = await page.EvaluateAsync<string[]>($"[...document.querySelectorAll(\"{Shown}\")].map(row => row.querySelector('th a').pathname)");
            await linked.GotoAsync($"{site.Address}/zh/tracker/by-{facet}/{value}/");
            Assert.Equal(await linked.EvaluateAsync<string[]>("[...document.querySelectorAll('table.threads tbody tr')].map(row => row.querySelector('th a').pathname)"), rows);
            Assert.EndsWith($"({rows.Length})", await option.TextContentAsync(), StringComparison.Ordinal);
        }
        Assert.Empty(faults);
        await page.Context.CloseAsync();
        await linked.Context.CloseAsync();
    }

    [Fact]
    public async Task A_choice_that_would_leave_nothing_cannot_be_made()
    {
        var (page, _) = await site.OpenAsync("/en/tracker/?status=done", 1280, scripts: true);
        foreach (var option in await page.Locator("[name=component] option:not([value=''])").AllAsync())
            Assert.Equal((await option.TextContentAsync())!.EndsWith("(0)", StringComparison.Ordinal), await option.EvaluateAsync<bool>("option => option.disabled"));
        // An address may ask for it: it is said, and there is a way back.
        await page.GotoAsync($"{site.Address}/en/tracker/?status=done&component=delegation-of-authority&act=nonsense");
        await Expect(page.Locator(Count)).ToHaveTextAsync("0 of 44 items");
        Assert.Equal("", await page.Locator("[name=act]").InputValueAsync());
        await page.ClickAsync(Clear);
        await Expect(page.Locator(Shown)).ToHaveCountAsync(44);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_narrows_and_clears()
    {
        var (page, _) = await site.OpenAsync("/zh/tracker/", 1280, scripts: true);
        await page.FocusAsync("[name=status]");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(Shown)).Not.ToHaveCountAsync(44);
        for (var facet = 0; facet < 5; facet++) await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(Clear)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(Shown)).ToHaveCountAsync(44);
        await Expect(page.Locator("[name=status]")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("zh", "")]
    [InlineData("en", "")]
    [InlineData("zh", "?status=partly&document=A/67/714")]
    [InlineData("en", "?status=partly&document=A/67/714")]
    [InlineData("en", "?document=A/RES/66/232B")]
    [InlineData("zh", "?status=done&component=delegation-of-authority")]
    public async Task Csv_and_json_are_the_rows_that_are_shown(string language, string query)
    {
        var (page, faults) = await site.OpenAsync($"/{language}/tracker/{query}", 1280, scripts: true);
        await page.Locator(".data-links a", new() { HasText = "JSON" }).EvaluateAsync("link => link.download = link.download || 'tracker.json'");
        var rows = await page.EvaluateAsync<string[][]>($$"""
            [...document.querySelectorAll("{{Shown}}")].map(row => [row.id, new URL(row.querySelector('th a').href).pathname, row.querySelector('th').innerText.trim(), row.dataset.status,
              row.querySelector('.status').innerText.trim(), ...['.asked', '.reported', '.found', '.responsible'].map(cell => [...row.querySelectorAll(cell + ' a')].map(a => a.innerText.trim()).join('; ')),
              row.querySelector('.due:not(.none)')?.innerText.trim() ?? ''])
            """);
        var csv = await Downloaded(page, "CSV");
        Assert.StartsWith("\uFEFFid,url,title,state,status,asked,reported,found,responsible,due,due_date,components\n", csv, StringComparison.Ordinal);
        var records = Regex.Matches(csv[(csv.IndexOf('\n', StringComparison.Ordinal) + 1)..], "(?:\"(?:[^\"]|\"\")*\"|[^\"\n])*\n", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(r => Cells(r.Value)).ToList();
        Assert.Equal(rows.Select(r => r[0]), records.Select(r => r[0]));
        foreach (var (row, record) in rows.Zip(records))
        {
            Assert.EndsWith(row[1], record[1], StringComparison.Ordinal);
            Assert.Equal(row.Skip(2), record.Skip(2).Take(row.Length - 2));
        }
        using var json = JsonDocument.Parse(await Downloaded(page, "JSON"));
        Assert.Equal(rows.Select(r => r[0]), json.RootElement.GetProperty("threads").EnumerateArray().Select(t => t.GetProperty("id").GetString()));
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_the_facets_are_links()
    {
        var (page, _) = await site.OpenAsync("/en/tracker/", 1280);
        await Expect(page.Locator(".filters")).ToBeHiddenAsync();
        await page.ClickAsync("#by-document");
        await page.Locator("nav[aria-labelledby=by-document] a", new() { HasText = "A/67/547" }).ClickAsync();
        await page.WaitForURLAsync("**/en/tracker/by-document/A/67/547/", new() { WaitUntil = WaitUntilState.Commit });
        await Expect(page.Locator("h1")).ToContainTextAsync("A/67/547");
        await Expect(page.Locator("table.threads tbody tr")).ToHaveCountAsync(1);
        await page.Locator("nav[aria-labelledby=by-status] a").First.ClickAsync();
        await Expect(page.Locator("table.threads tbody tr")).ToHaveCountAsync(44);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task A_narrowed_tracker_has_no_violation_and_stays_inside_a_phone(string language)
    {
        var (page, faults) = await site.OpenAsync($"/{language}/tracker/?status=partly&document=A/67/714", 375, scripts: true);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{scheme}: {v.Id}: {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
        }
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    private static async Task<string> Downloaded(IPage page, string name)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".data-links a", new() { HasText = name }).ClickAsync());
        Assert.EndsWith("." + name, download.SuggestedFilename, StringComparison.OrdinalIgnoreCase);
        await using var stream = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string[] Cells(string record) =>
        [.. Regex.Matches(record.TrimEnd('\n') + ",", "(?:\"(?<cell>(?:[^\"]|\"\")*)\"|(?<cell>[^,\"]*)),", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Groups["cell"].Value.Replace("\"\"", "\"", StringComparison.Ordinal))];
}
