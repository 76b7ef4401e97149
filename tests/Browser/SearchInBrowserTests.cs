using System.Text.RegularExpressions;

using Deque.AxeCore.Playwright;

using Microsoft.Playwright;

using StaticSite.Graph;
using StaticSite.Markdown;
using StaticSite.Records;
using StaticSite.Tests.Build;
using StaticSite.Tests.Text;
using StaticSite.Text;

using Xunit.Abstractions;

namespace StaticSite.Tests.Browser;

/// <summary>The search as a reader meets it.</summary>
public class SearchInBrowserTests(BrowserSite site, ITestOutputHelper output) : IClassFixture<BrowserSite>
{
    private const string Status = ".search [role=status]", Hits = ".results li", Jumps = ".jump a";

    [Fact]
    public async Task The_script_and_the_program_have_one_normal_form()
    {
        var (page, _) = await site.OpenAsync("/zh/search/", 1280, scripts: true);
        var forms = await page.EvaluateAsync<string[]>("async texts => { const { normalForm } = await import('/assets/search-text.js'); return texts.map(normalForm); }",
            SearchTextTests.Forms.Select(f => f.Text).ToArray());
        Assert.Equal(SearchTextTests.Forms.Select(f => f.Normal), forms);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("zh", "责制度是一", "问责制度是一个过程")]
    [InlineData("zh", "第 66/257 号", "第 66/257 号")]
    [InlineData("en", "ccountabilit", "ccountabilit")]
    [InlineData("en", "A/67/714", "A/67/714")]
    public async Task Typed_words_find_every_passage_that_contains_them_and_mark_them(string language, string query, string words)
    {
        var (page, faults) = await site.OpenAsync($"/{language}/search/", 1280, scripts: true);
        await page.FillAsync("#q", query);
        await Assertions.Expect(page.Locator(Status)).ToHaveTextAsync(new Regex("[0-9]", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(page.Locator(Hits).First).ToBeVisibleAsync();
        Assert.Contains(words, await page.Locator(Hits).First.InnerTextAsync(), StringComparison.Ordinal);
        foreach (var hit in await page.Locator(Hits).AllAsync())
        {
            Assert.NotNull(await hit.Locator(".words").GetAttributeAsync("lang"));
            Assert.Equal(query.Replace(" ", "", StringComparison.Ordinal), (await hit.Locator("mark").First.InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);
        }
        Assert.Equal(query, await page.EvaluateAsync<string>("new URLSearchParams(location.search).get('q')"));
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("A/67/776 34", "/zh/A/67/776/#p34")]
    [InlineData("67/776第34段", "/zh/A/67/776/#p34")]
    [InlineData("A/67/776，第34段", "/zh/A/67/776/#p34")]
    [InlineData("A/67/776, para. 34 (b)", "/zh/A/67/776/#p34-b")]
    [InlineData("A/67/776，第34(b)段", "/zh/A/67/776/#p34-b")]
    [InlineData("A/67/776, para. 34 (z)", "/zh/A/67/776/#p34")]
    [InlineData("64/259 op 8", "/zh/A/RES/64/259/#op8")]
    [InlineData("第64/259号决议第8段", "/zh/A/RES/64/259/#op8")]
    [InlineData("resolution 64/259, para. 8", "/zh/A/RES/64/259/#op8")]
    [InlineData("第64/259号决议，序言部分第3段", "/zh/A/RES/64/259/#pp3")]
    [InlineData("a/res/64/259 pp3", "/zh/A/RES/64/259/#pp3")]
    [InlineData("A/67/776", "/zh/A/67/776/")]
    [InlineData("A/67/776 999", "/zh/A/67/776/")]
    public async Task A_typed_citation_leads_to_its_place(string query, string url)
    {
        var (page, faults) = await site.OpenAsync("/zh/search/?q=" + Uri.EscapeDataString(query), 1280, scripts: true);
        await Assertions.Expect(page.Locator(Jumps)).ToHaveAttributeAsync("href", url);
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    /// <summary>Twenty spellings, most of them those of the sources.</summary>
    [Fact]
    public async Task A_citation_is_understood_however_it_is_typed()
    {
        (string Query, string Url)[] spellings =
        [
            ("A/67/776，第 34 段", "/zh/A/67/776/#p34"), ("a/67/776第34段", "/zh/A/67/776/#p34"), ("A/67/776 第 34(b)段", "/zh/A/67/776/#p34-b"), ("67/776 34", "/zh/A/67/776/#p34"),
            ("A/67/776, para. 34", "/zh/A/67/776/#p34"), ("A/67/776 para 34", "/zh/A/67/776/#p34"), ("A/67/776, paragraph 34", "/zh/A/67/776/#p34"), ("A/67/776#34", "/zh/A/67/776/#p34"),
            ("Ａ／67／776，第34段", "/zh/A/67/776/#p34"), ("A/67/776 §34", "/zh/A/67/776/#p34"),
            ("大会第 64/259 号决议，第 8 段", "/zh/A/RES/64/259/#op8"), ("第64/259号决议第 8 段", "/zh/A/RES/64/259/#op8"), ("64/259号决议", "/zh/A/RES/64/259/"),
            ("General Assembly resolution 64/259, para. 8", "/zh/A/RES/64/259/#op8"), ("resolution 64/259, paragraph 8", "/zh/A/RES/64/259/#op8"), ("A/RES/64/259 8", "/zh/A/RES/64/259/#op8"),
            ("64/259 op8", "/zh/A/RES/64/259/#op8"), ("64/259 pp 3", "/zh/A/RES/64/259/#pp3"), ("resolution 64/259, preambular para. 3", "/zh/A/RES/64/259/#pp3"), ("64/259 fn 2", "/zh/A/RES/64/259/#fn2"),
        ];
        var (page, faults) = await site.OpenAsync("/zh/search/", 1280, scripts: true);
        // Report and resolution in turn, so that each answer is a new one.
        foreach (var (query, url) in spellings.Take(10).Zip(spellings.Skip(10)).SelectMany(pair => new[] { pair.First, pair.Second }))
        {
            await page.FillAsync("#q", query);
            await page.WaitForFunctionAsync("url => document.querySelector('.jump a')?.getAttribute('href') === url", url, new() { Timeout = 10_000 })
                .ContinueWith(t => Assert.True(t.IsCompletedSuccessfully, $"\"{query}\" does not lead to {url}"), TaskScheduler.Default);
        }
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    /// <summary>400 stretches of two to six characters of each language, every symbol that is cited, every form of the glossary: precision and recall are 1.</summary>
    [Fact]
    public async Task What_the_scripts_find_is_what_a_plain_reading_of_the_records_finds()
    {
        var records = RecordLoader.Load(RealSite.Input().Records).Value;
        var graph = CitationGraph.From(records.Documents).Value;
        var passages = records.Documents.SelectMany(d => records.Site.Languages.Select(l => graph.TextIn(d.Symbol, l.Code))).OfType<LinkedText>()
            .SelectMany(text => text.Passages.Select(p => (text.Text.Language, Name: $"{text.Document.Symbol} {text.Text.Language} {p.Id}",
                Text: p.Text.Plain.Replace(RichText.Call.ToString(), "", StringComparison.Ordinal)))).ToList();
        var normal = passages.ConvertAll(p => (p.Name, Text: SearchText.Normalize(p.Text)));
        var random = new Random(20121221);
        var queries = records.Site.Languages.SelectMany(language =>
            {
                var own = passages.Where(p => p.Language == language.Code && p.Text.Length > 5).ToList();
                return Enumerable.Range(0, 400).Select(_ =>
                {
                    var text = own[random.Next(own.Count)].Text;
                    var start = random.Next(text.Length - 1);
                    return text.Substring(start, Math.Min(random.Next(2, 7), text.Length - start));
                });
            })
            .Concat(graph.Edges.Select(e => e.To.Symbol.Value)).Concat(records.Documents.Select(d => d.Symbol.Value))
            .Concat(graph.Texts.SelectMany(t => t.Citations.Select(c => t.TextOf(c.Passage)!.Plain.Substring(c.Citation.Span.Start, c.Citation.Span.Length).Replace(RichText.Call.ToString(), "", StringComparison.Ordinal))))
            .Concat(TermForms.Of(records).SelectMany(t => t.En.Concat(t.Zh)))
            .Where(q => SearchText.Normalize(q).Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var (page, faults) = await site.OpenAsync("/zh/search/", 1280, scripts: true);
        var found = await page.EvaluateAsync<string[]>("""
            async queries => {
              const { SearchIndex } = await import('/assets/search-index.js');
              const { normalForm } = await import('/assets/search-text.js');
              const index = new SearchIndex('/search/');
              const { documents, languages } = await index.head();
              const normal = new Map();
              const normalOnce = text => normal.get(text) ?? (normal.set(text, normalForm(text)), normal.get(text));
              const found = [];
              for (const query of queries.map(normalForm)) {
                const hits = [];
                for (const number of await index.candidates(query)) {
                  const text = await index.text(number);
                  for (const [id, , , words] of text.passages)
                    if (normalOnce(words).includes(query)) hits.push(`${text.symbol} ${languages[Math.floor(number / documents)].code} ${id}`);
                }
                found.push(hits.sort().join('\n'));
              }
              return found;
            }
            """, queries);
        Assert.True(queries.Length > 800, $"{queries.Length} queries");
        for (var i = 0; i < queries.Length; i++)
        {
            var query = SearchText.Normalize(queries[i]);
            var expected = normal.Where(p => p.Text.Contains(query, StringComparison.Ordinal)).Select(p => p.Name).Order(StringComparer.Ordinal);
            Assert.True(string.Join('\n', expected) == found[i], $"\"{queries[i]}\" finds {found[i].ReplaceLineEndings(", ")}");
        }
        Assert.Empty(faults);
        output.WriteLine($"{queries.Length} queries");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_search_can_be_narrowed_to_a_document_and_widened_again()
    {
        var (page, faults) = await site.OpenAsync("/en/search/?q=accountability", 1280, scripts: true);
        var found = page.Locator(".found h2 a");
        await Assertions.Expect(found).ToHaveTextAsync(["A/67/776", "A/RES/64/259"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Search only A/RES/64/259" }).ClickAsync();
        await Assertions.Expect(found).ToHaveTextAsync(["A/RES/64/259"]);
        Assert.Equal("?q=accountability&document=A%2FRES%2F64%2F259", await page.EvaluateAsync<string>("location.search"));

        await page.ReloadAsync();
        await Assertions.Expect(found).ToHaveTextAsync(["A/RES/64/259"]);
        await Assertions.Expect(page.Locator(".within")).ToContainTextAsync("Only in A/RES/64/259");
        await page.GetByRole(AriaRole.Button, new() { Name = "search all documents" }).ClickAsync();
        await Assertions.Expect(found).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".within")).ToBeHiddenAsync();

        await page.GotoAsync(new Uri(new(page.Url), "/en/search/?q=accountability&document=A/1/1").AbsoluteUri);
        await Assertions.Expect(page.Locator("[role=status]")).ToHaveTextAsync("No passage contains this.");
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Names_of_terms_and_bodies_are_suggested()
    {
        var (page, _) = await site.OpenAsync("/en/search/?q=acabq", 1280, scripts: true);
        await Assertions.Expect(page.Locator(".names a").First).ToHaveAttributeAsync("href", "/en/bodies/acabq/");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_stands_nowhere_says_so_with_advice()
    {
        var (page, faults) = await site.OpenAsync("/en/search/?q=quarterly+zebra", 1280, scripts: true);
        await Assertions.Expect(page.Locator(Status)).ToHaveTextAsync("No passage contains this.");
        await Assertions.Expect(page.Locator(".advice")).ToBeVisibleAsync();
        await page.FillAsync("#q", "");
        await Assertions.Expect(page.Locator(".start")).ToBeVisibleAsync();
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Language_and_type_narrow_the_results_and_stay_in_the_address()
    {
        var (page, _) = await site.OpenAsync("/en/search/?q=63/276", 1280, scripts: true);
        await Assertions.Expect(page.Locator(".results [lang=en].words").First).ToBeVisibleAsync();
        var both = await page.Locator(Hits).CountAsync();
        await page.SelectOptionAsync("[name=language]", "zh");
        await Assertions.Expect(page.Locator(".results [lang=en].words")).ToHaveCountAsync(0);
        Assert.InRange(await page.Locator(Hits).CountAsync(), 1, both - 1);
        await page.SelectOptionAsync("[name=kind]", "resolution");
        await Assertions.Expect(page.Locator(".found")).ToHaveCountAsync(1);
        Assert.EndsWith("?q=63%2F276&language=zh&kind=resolution", page.Url, StringComparison.Ordinal);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".found")).ToHaveCountAsync(1);
        Assert.Equal("zh", await page.Locator("[name=language]").InputValueAsync());
        Assert.EndsWith("/zh/search/?q=63%2F276&language=zh&kind=resolution", await page.EvaluateAsync<string>("document.querySelector('.languages a').href"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_box_of_every_page_leads_here_and_the_keyboard_is_enough()
    {
        var (page, _) = await site.OpenAsync("/zh/A/67/776/", 1280, scripts: true);
        await page.FillAsync(".search-box input", "权力下放");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/zh/search/?q=*");
        await Assertions.Expect(page.Locator(Hits).First).ToBeVisibleAsync();
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("#q")).ToBeFocusedAsync();
        Assert.Equal("权力下放", await page.Locator("#q").InputValueAsync());
        await page.Locator(Hits).First.Locator("a").PressAsync("Enter");
        await page.WaitForURLAsync("**/zh/A/**#*");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(Hits).First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nothing_is_searched_while_an_input_method_composes()
    {
        var (page, _) = await site.OpenAsync("/zh/search/", 1280, scripts: true);
        await page.EvaluateAsync("""
            () => { const q = document.querySelector('#q'); q.dispatchEvent(new CompositionEvent('compositionstart')); q.value = 'wen'; q.dispatchEvent(new InputEvent('input')); }
            """);
        await page.WaitForTimeoutAsync(600);
        Assert.Equal("", await page.Locator(Status).TextContentAsync());
        await page.EvaluateAsync("() => { const q = document.querySelector('#q'); q.value = '问责'; q.dispatchEvent(new CompositionEvent('compositionend')); }");
        await Assertions.Expect(page.Locator(Hits).First).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_the_page_says_so_and_leads_on()
    {
        var (page, faults) = await site.OpenAsync("/zh/search/?q=x", 375);
        Assert.True(await page.Locator(".search noscript .notice").IsVisibleAsync() || await page.GetByText("需要启用 JavaScript").IsVisibleAsync());
        Assert.True(await page.Locator(".ways a[href='/zh/documents/']").IsVisibleAsync());
        Assert.False(await page.Locator(".examples").IsVisibleAsync());
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/zh/search/?q=A/67/776+34")]
    [InlineData("/en/search/?q=accountability")]
    [InlineData("/en/search/?q=quarterly+zebra")]
    public async Task Results_are_accessible_and_fit_the_screen(string path)
    {
        var (page, faults) = await site.OpenAsync(path, 1280, scripts: true);
        await Assertions.Expect(page.Locator(".results > *, .jump").First).ToBeVisibleAsync();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var result = await page.RunAxe();
            Assert.Empty(result.Violations.Select(v => $"{path} {scheme}: {v.Id}: {v.Help}: {string.Join(' ', v.Nodes.Take(3).Select(n => n.Html))}"));
        }
        foreach (var width in new[] { 768, 375, 320 })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        }
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_query_transfers_a_part_of_the_index()
    {
        var (page, _) = await site.OpenAsync("/zh/search/", 1280, scripts: true);
        await page.FillAsync("#q", "成果管理制");
        await Assertions.Expect(page.Locator(Hits).First).ToBeVisibleAsync();
        var files = await page.EvaluateAsync<string[]>("""
            () => performance.getEntriesByType('resource').filter(e => e.name.includes('/search/')).map(e => `${e.decodedBodySize} ${new URL(e.name).pathname}`)
            """);
        foreach (var file in files) output.WriteLine(file);
        Assert.Equal(files.Length, files.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(files, f => f.EndsWith("/search/texts/2.json", StringComparison.Ordinal));
        Assert.InRange(files.Sum(f => int.Parse(f.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)), 1, 200_000);
        await page.Context.CloseAsync();
    }
}
