using System.Collections.Immutable;
using System.Text.Json;

using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

using Microsoft.Playwright;

using StaticSite.Graph;
using StaticSite.Pages;
using StaticSite.Records;
using StaticSite.Tests.Build;

namespace StaticSite.Tests.Browser;

/// <summary>Every kind of page for everybody: without scripts, in the colours of the reader, without motion, by keyboard; and what it says to programs.</summary>
public class AccessInBrowserTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    // A page of each template, the first that the site plans, in turn in one language and the other.
    private static readonly Lazy<ImmutableArray<Page>> Planned = new(() =>
    {
        var records = RecordLoader.Load(RealSite.Input().Records).Value;
        var planned = new Site(records, CitationGraph.From(records.Documents).Value,
            new(ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>.Empty), "/");
        return [.. PageFamilies.All.SelectMany(f => f.Plan(planned)).OrderBy(p => p.Path, StringComparer.Ordinal)];
    });

    public static TheoryData<string, string> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, string>();
            foreach (var (turn, pages) in Planned.Value.GroupBy(p => p.Template, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Index())
                kinds.Add(pages.Key, "/" + (pages.FirstOrDefault(p => p.Head.Language == (turn % 2 == 0 ? "zh" : "en")) ?? pages.First()).Path.Replace("index.html", "", StringComparison.Ordinal));
            return kinds;
        }
    }

    [Fact]
    public void Every_template_is_among_the_pages_that_are_looked_at()
    {
        var seen = ((IEnumerable<object[]>)PagesInBrowserTests.Pages).Select(row => (string)row[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Planned.Value.GroupBy(p => p.Template, StringComparer.Ordinal)
            .Where(g => !g.Any(p => seen.Contains("/" + p.Path.Replace("index.html", "", StringComparison.Ordinal)))).Select(g => g.Key));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Without_scripts_a_page_is_whole_and_fits_a_phone(string template, string path)
    {
        var (page, faults) = await site.OpenAsync(path, 375);
        Assert.True(await page.Locator("h1").CountAsync() == 1, $"{template} has not one heading");
        Assert.False(string.IsNullOrWhiteSpace(await page.Locator("main").InnerTextAsync()));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        // What only a script can serve is not there.
        Assert.Equal(0, await page.Locator("main button:visible").CountAsync() - await page.Locator("main form button:visible").CountAsync());
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task In_forced_colours_the_focus_is_seen_and_nothing_moves_for_those_who_want_no_motion(string template, string path)
    {
        var (page, faults) = await site.OpenAsync(path, 1280, scripts: true);
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ReducedMotion = ReducedMotion.Reduce });
        var moving = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('*')].filter(e => {
              const s = getComputedStyle(e);
              return s.scrollBehavior === 'smooth' || s.transitionDuration.split(',').some(d => parseFloat(d) > 0.01) || s.animationName !== 'none';
            }).map(e => e.className || e.tagName)
            """);
        Assert.True(moving.Length == 0, $"{template}: {string.Join(", ", moving)} move");
        // The keyboard goes through the first twenty stops of the page.
        for (var stop = 0; stop < 20; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var problem = await page.EvaluateAsync<string?>("""
                () => {
                  const e = document.activeElement;
                  if (e === document.body) return null;
                  const s = getComputedStyle(e);
                  const box = e.getBoundingClientRect();
                  const seen = box.width > 0 && box.height > 0;
                  return seen && s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1 ? null : e.outerHTML.slice(0, 120);
                }
                """);
            Assert.True(problem is null, $"{template}: the focus is not seen on {problem}");
        }
        // Targets are large enough for a finger (WCAG 2.2, 2.5.8): at the width of a telephone links stand closest.
        await page.SetViewportSizeAsync(375, 900);
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["target-size"] } });
        Assert.Empty(result.Violations.SelectMany(v => v.Nodes.Take(3).Select(n => $"{template}: {n.Html}")));
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/zh/A/67/776/", "Report", "reportNumber", "A/67/776", "zh-Hans")]
    [InlineData("/en/A/67/776/", "Report", "reportNumber", "A/67/776", "en")]
    [InlineData("/zh/A/RES/64/259/", "Legislation", "legislationIdentifier", "A/RES/64/259", "zh-Hans")]
    [InlineData("/en/A/RES/64/259/", "Legislation", "legislationIdentifier", "A/RES/64/259", "en")]
    [InlineData("/en/", "WebSite", "name", "Accountability framework of the United Nations Secretariat", "en")]
    public async Task A_page_tells_programs_what_it_is_and_the_browser_lets_it(string path, string type, string key, string value, string language)
    {
        var (page, faults) = await site.OpenAsync(path, 1280, scripts: true);
        using var json = JsonDocument.Parse(await page.Locator("script[type='application/ld+json']").TextContentAsync() ?? "");
        var said = json.RootElement;
        Assert.Equal((type, value, language), (said.GetProperty("@type").GetString(), said.GetProperty(key).GetString(), said.GetProperty("inLanguage").GetString()));
        Assert.Equal(await page.Locator("link[rel=canonical]").GetAttributeAsync("href"), said.GetProperty("url").GetString());
        Assert.Equal(said.GetProperty("url").GetString(), await page.Locator("meta[property='og:url']").GetAttributeAsync("content"));
        // The source does not state the date of the report.
        if (type == "Report") Assert.False(said.TryGetProperty("datePublished", out _));
        if (type == "Legislation") Assert.Equal("2010-03-29", said.GetProperty("legislationDate").GetString());
        Assert.Equal(["en", "x-default", "zh-Hans"], (await page.Locator("link[hreflang]").EvaluateAllAsync<string[]>("links => links.map(l => l.hreflang)")).Order(StringComparer.Ordinal));
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }
}
