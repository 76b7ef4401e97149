using System.Diagnostics;
using System.Globalization;
using System.Text;

using Microsoft.Playwright;

using StaticSite.Benchmark;
using StaticSite.Build;

using Xunit.Abstractions;

namespace StaticSite.Tests.Browser;

/// <summary>An editor's view: the open page follows the files, and a mistake shows on it until it is mended.</summary>
public class PreviewInBrowserTests(BrowserSite site, ITestOutputHelper output) : IClassFixture<BrowserSite>
{
    private const string Text = "input/documents/A-67-776/text.zh.yaml";

    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 30_000 };

    [Fact]
    public async Task An_edit_shows_by_itself_and_a_mistake_as_an_overlay_until_it_is_mended()
    {
        await using var folder = await PreviewedFolder.StartAsync(f => f.Copy(Path.Combine(TestFiles.Root, "input"), "input"));
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var overlay = page.Locator("#preview-findings");
        // The server answers before the first build is done, with a page that waits for it.
        await page.GotoAsync(folder.Address + "zh/A/67/776/#p4");
        await Assertions.Expect(page.Locator("#p4")).ToContainTextAsync("总体而言", Patient);
        var faults = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") faults.Add(message.Text); };

        // A paragraph.
        var text = folder.Read(Text);
        folder.Write(Text, text.Replace("总体而言，行预咨委会认为", "总的来说，行预咨委会认为", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#p4")).ToContainTextAsync("总的来说", Patient);
        folder.Write(Text, text.Replace("status: official", "status: offical", StringComparison.Ordinal));
        await Assertions.Expect(overlay).ToContainTextAsync("text.zh.yaml(3,9)", Patient);
        await Assertions.Expect(overlay.GetByText("records/bad-value")).ToHaveAttributeAsync("href", "/zh/rules/#records-bad-value");
        await Assertions.Expect(page.Locator("#p4")).ToContainTextAsync("总的来说");
        folder.Replace(Text, text);
        await Assertions.Expect(page.Locator("#p4")).ToContainTextAsync("总体而言", Patient);
        await Assertions.Expect(overlay).ToHaveCountAsync(0);

        // A template.
        const string Template = "theme/templates/document.sbn-html";
        var template = folder.Read(Template);
        folder.Replace(Template, template + "<p id=\"added\">{{ page.document.symbol }}</p>\n");
        await Assertions.Expect(page.Locator("#added")).ToContainTextAsync("A/67/776", Patient);
        var lines = template.Count(c => c == '\n');
        folder.Write(Template, template + "<p>{{ page.document.symbl }}</p>\n");
        await Assertions.Expect(overlay).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"document.sbn-html({lines + 1},21)"), Patient);
        await Assertions.Expect(page.Locator("#added")).ToBeVisibleAsync();
        folder.Write(Template, template);
        await Assertions.Expect(page.Locator("#added")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Assertions.Expect(overlay).ToHaveCountAsync(0);

        // The style.
        const string Style = "theme/assets/site.css";
        var style = folder.Read(Style);
        var rows = style.Count(c => c == '\n');
        folder.Write(Style, style + "\nh1 {\n  letter-spacing: 3px;\n}\n");
        await Assertions.Expect(page.Locator("h1")).ToHaveCSSAsync("letter-spacing", "3px", new() { Timeout = 30_000 });
        folder.Replace(Style, style + "\nh1 {\n  word-spacing: 1px\n  letter-spacing: 5px;\n}\n");
        await Assertions.Expect(overlay).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"site.css({rows + 3},20)"), Patient);
        await Assertions.Expect(overlay.GetByText("style/missing-semicolon")).ToHaveAttributeAsync("href", "/zh/rules/#style-missing-semicolon");
        await Assertions.Expect(overlay).ToContainTextAsync("word-spacing: 1px");
        await Assertions.Expect(overlay).ToContainTextAsync("write \";\" here");
        // The page keeps the style that it had.
        await Assertions.Expect(page.Locator("h1")).ToHaveCSSAsync("letter-spacing", "3px");
        folder.Write(Style, style + "\nh1 {\n  letter-spacing: 5px;\n\n.next { color: red; }\n");
        await Assertions.Expect(overlay).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"site.css({rows + 2},4)"), Patient);
        await Assertions.Expect(overlay).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"write \"}}\" before line {rows + 5}"));
        folder.Write(Style, style + "\nh1 {\n  letter-spacing: 5px;\n}\n");
        await Assertions.Expect(page.Locator("h1")).ToHaveCSSAsync("letter-spacing", "5px", new() { Timeout = 30_000 });
        await Assertions.Expect(overlay).ToHaveCountAsync(0);

        // A page.
        const string Markdown = "input/pages/zh/about.md";
        await page.GotoAsync(folder.Address + "zh/about/");
        var markdown = folder.Read(Markdown);
        folder.Write(Markdown, markdown + "\n新写的一段。\n");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("新写的一段。", Patient);
        folder.Replace(Markdown, markdown + "\n见[[A/67/776#99]]。\n");
        await Assertions.Expect(overlay).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"about.md({markdown.Count(c => c == '\n') + 2},2)"), Patient);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("新写的一段。");
        folder.Write(Markdown, markdown);
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("新写的一段。", Patient);
        await Assertions.Expect(overlay).ToHaveCountAsync(0);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task The_reader_stays_where_he_was()
    {
        await using var folder = await PreviewedFolder.StartAsync(f => f.Copy(Path.Combine(TestFiles.Root, "input"), "input"));
        await using var context = await site.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(folder.Address + "zh/A/67/776/");
        await page.Locator("#p20").WaitForAsync(new() { Timeout = 30_000 });
        await page.EvaluateAsync("document.getElementById('p20').scrollIntoView()");
        var before = await page.EvaluateAsync<double>("document.getElementById('p20').getBoundingClientRect().top");
        // What stands before grows by a line; the paragraph stays under the eye.
        var text = folder.Read(Text);
        folder.Write(Text, text.Replace("总体而言，", "总体而言，" + new string('新', 80) + "，", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#p4")).ToContainTextAsync("新新", Patient);
        await page.WaitForFunctionAsync("before => Math.abs(document.getElementById('p20').getBoundingClientRect().top - before) < 80", before);
    }

    [Fact]
    public async Task Who_follows_a_link_while_the_site_changes_is_not_called_back()
    {
        await using var folder = await PreviewedFolder.StartAsync(f => f.Copy(Path.Combine(TestFiles.Root, "input"), "input"));
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(folder.Address + "zh/A/67/776/");
        await page.Locator("#p20").WaitForAsync(new() { Timeout = 30_000 });
        var edited = new TaskCompletionSource();
        await page.RouteAsync("**/zh/about/", async route =>
        {
            await edited.Task;
            await route.ContinueAsync();
        });
        await page.EvaluateAsync("location.href = '/zh/about/'");
        var text = folder.Read(Text);
        folder.Write(Text, text.Replace("总体而言，", "总的来说，", StringComparison.Ordinal));
        // As long as the page that is left takes to hear of it.
        using var http = new HttpClient { BaseAddress = new(folder.Address) };
        while (!(await http.GetStringAsync(new Uri("zh/A/67/776/", UriKind.Relative))).Contains("总的来说，", StringComparison.Ordinal)) await Task.Delay(20);
        await Task.Delay(500);
        edited.SetResult();
        await Assertions.Expect(page).ToHaveURLAsync(folder.Address + "zh/about/", new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("#p20")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_hundred_and_fifty_edits_in_a_row_leave_server_and_page_right()
    {
        await using var folder = await PreviewedFolder.StartAsync(f => f.Copy(TestFiles.PathOf("Build/Cases/small/input"), "input"));
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(folder.Address + "zh/A/99/1/");
        await page.Locator("#p1").WaitForAsync(new() { Timeout = 30_000 });
        using var http = new HttpClient { BaseAddress = new(folder.Address) };

        var files = Directory.EnumerateFiles(folder.PathOf("input"), "*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(folder.PathOf("theme/templates"))).Concat(Directory.EnumerateFiles(folder.PathOf("theme/assets"), "*.css")).Order(StringComparer.Ordinal)
            .Select(f => Path.GetRelativePath(folder.PathOf("."), f)).ToList();
        var originals = files.ToDictionary(f => f, folder.Read, StringComparer.Ordinal);
        var random = new Random(20261122);
        for (var i = 0; i < 250; i++)
        {
            var file = files[random.Next(files.Count)];
            // Every fifth breaks the file, the others add what is right, or mend.
            var added = i % 5 == 4 ? "\n  - }: [ {{ if\n" : Path.GetExtension(file) switch
            {
                ".yaml" => $"# {i}\n",
                ".md" => $"\n第 {i} 次。\n",
                ".css" => $"/* {i} */\n",
                _ => $"<!-- {i} -->\n",
            };
            if (random.Next(2) == 0) folder.Write(file, originals[file] + added);
            else folder.Replace(file, originals[file] + added);
            if (random.Next(3) == 0) await Task.Delay(random.Next(25));
            // A page is whole or it is not there, whatever happens to the files.
            if (i % 10 == 0) Assert.EndsWith("</html>\n", await http.GetStringAsync(new Uri("zh/A/99/1/", UriKind.Relative)), StringComparison.Ordinal);
        }
        foreach (var (file, original) in originals) folder.Write(file, original);
        folder.Write("input/pages/zh/guide.md", originals["input/pages/zh/guide.md"] + "\n最后一段。\n");

        await page.GotoAsync(folder.Address + "zh/guide/");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("最后一段。", Patient);
        await Assertions.Expect(page.GetByText("records/syntax")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("style/stray-bracket")).ToHaveCountAsync(0);
        var clean = new MemoryOutput();
        SiteBuilder.Build(SiteFiles.Read(folder.PathOf("input"), folder.PathOf("theme"), null), clean, new(TimeProvider.System));
        foreach (var (path, content) in clean.Files.Where(f => f.Key.EndsWith("index.html", StringComparison.Ordinal)))
        {
            var served = await http.GetStringAsync(new Uri(path[..^"index.html".Length], UriKind.Relative));
            // But for the script of the preview.
            var end = served.IndexOf("<script src=\"/_preview/", StringComparison.Ordinal);
            Assert.Equal(Encoding.UTF8.GetString(content.Span)[..end], served[..end]);
        }
    }

    /// <summary>Measures edit to reloaded page. PREVIEW_DOCUMENTS=1000 tests/run --filter FullyQualifiedName~how_long does it on a synthetic site of that size.</summary>
    [Fact]
    public async Task It_tells_how_long_an_edit_takes_to_the_reloaded_page()
    {
        var documents = int.Parse(Environment.GetEnvironmentVariable("PREVIEW_DOCUMENTS") ?? "0", CultureInfo.InvariantCulture);
        await using var folder = await PreviewedFolder.StartAsync(f =>
        {
            if (documents > 0) new SyntheticSite(documents).Write(f.PathOf("input"));
            else f.Copy(Path.Combine(TestFiles.Root, "input"), "input");
        });
        var (file, path) = documents > 0 ? ("input/documents/A-70-7/text.zh.yaml", "zh/A/70/7/") : (Text, "zh/A/67/776/");
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(folder.Address + path);
        await page.Locator("#p5").WaitForAsync(new() { Timeout = 300_000 });
        var text = folder.Read(file);
        var times = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            var word = string.Create(CultureInfo.InvariantCulture, $"第{i}次改动");
            var edited = text.Replace("  \"5\": |\n    ", "  \"5\": |\n    " + word, StringComparison.Ordinal);
            var clock = Stopwatch.StartNew();
            folder.Write(file, edited);
            await page.WaitForFunctionAsync("word => document.readyState === 'complete' && document.getElementById('p5')?.textContent.includes(word)", word, new() { Timeout = 120_000 });
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        // The first two warm up.
        times = [.. times.Skip(2).Order()];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"edit to reloaded page, {(documents > 0 ? documents : 2)} documents: median {times[times.Count / 2]:F0} ms, worst {times[^1]:F0} ms"));
        Assert.InRange(times[0], 0, 60_000);
    }
}
