using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

using AngleSharp.Html.Parser;

using StaticSite.Review;

namespace StaticSite.Tests.Review;

/// <summary>A case holds the files of two outputs, each behind a line "### old PATH", "### new PATH" or "### both PATH". What stands behind a page's
/// path after "|" is its title, and after a second "|" the class of its body, which is all that a theme changes here; the lines below are its main part, or the
/// whole page when they begin with "&lt;!doctype", or what stands in the head of a page that only leads on when they begin with "&lt;meta".</summary>
public sealed partial class SiteComparerTests
{
    public static TheoryData<string> Cases => TestFiles.Cases("Review/Cases", "*.case.txt");

    [Theory, MemberData(nameof(Cases))]
    public void A_reader_is_told_what_changed(string path)
    {
        var (old, @new) = Read(path);
        var report = SiteComparer.Compare(old, @new);
        var text = $"{ReportText.Print(report)}\n=== Markdown\n{ReportMarkdown.Print(report, ReportWords.English)}";
        TestFiles.Match(path.Replace(".case.", ".verified.", StringComparison.Ordinal), text);
    }

    public static TheoryData<string> Faulty => [.. Names.Where(name => !ReportOf(name).Findings.IsEmpty)];

    [Theory, MemberData(nameof(Faulty))]
    public void A_chinese_report_says_in_chinese_what_is_wrong(string path)
    {
        var report = ReportOf(path);
        TestFiles.Match(path.Replace(".case.txt", ".verified.zh.md", StringComparison.Ordinal), ReportMarkdown.Print(report, ReportWords.Chinese));
        var html = new HtmlParser().ParseDocument(ReportHtml.Print(report, ReportWords.Chinese));
        var hints = html.QuerySelectorAll(".hint").Select(e => e.TextContent).ToList();
        Assert.Equal(report.Findings.Length, hints.Count);
        Assert.All(hints, hint => Assert.Contains(hint, StaticSite.Text.Han.IsHan));
    }

    [Fact]
    public void Each_kind_of_finding_is_in_a_case_and_has_words_in_both_languages()
    {
        var kinds = Enum.GetValues<FindingKind>();
        var found = Names.SelectMany(name => ReportOf(name).Findings).ToLookup(f => f.Kind);
        Assert.Equal([], kinds.Where(k => !found.Contains(k)));
        foreach (var kind in kinds)
        {
            var said = new[] { ReportWords.English, ReportWords.Chinese }.Select(w => w.Faults[kind]).ToList();
            // Each language says the same parts, and what is wrong and where above all.
            Assert.Equal(Slots(said[0].Message), Slots(said[1].Message));
            Assert.Equal(Slots(said[0].Hint), Slots(said[1].Hint));
            Assert.Contains("{0}", Slots(said[0].Message));
            Assert.All(found[kind], f => Assert.Equal(Enumerable.Range(0, f.Parts.Length).Select(i => $"{{{i}}}"), Slots(said[0].Message).Union(Slots(said[0].Hint)).Order(StringComparer.Ordinal)));
            Assert.All(said, words => Assert.All(new[] { words.Message.Pattern, words.Hint.Pattern }, p => Assert.DoesNotMatch("[.。;；]$", p)));
        }

        static IEnumerable<string> Slots(FindingSentence sentence) => SlotPattern().Matches(sentence.Pattern).Select(m => m.Value).Order(StringComparer.Ordinal);
    }

    /// <summary>The report is read like a page of the site: whatever it quotes says its language, nothing skips a heading, no jump leads nowhere.</summary>
    [Theory, MemberData(nameof(Cases))]
    public void A_report_has_none_of_the_faults_that_it_looks_for(string path)
    {
        var report = ReportOf(path);
        foreach (var words in new[] { ReportWords.English, ReportWords.Chinese })
        {
            var html = ReportHtml.Print(report, words);
            Assert.Equal([], PageReading.Of(Encoding.UTF8.GetBytes(html)).Faults.Select(f => $"{words.Tag} {f.Kind} {f.Key}"));
            var document = new HtmlParser().ParseDocument(html);
            Assert.All(document.QuerySelectorAll("a[href^='#']"), a => Assert.NotNull(document.GetElementById(a.GetAttribute("href")![1..])));
        }
    }

    [Fact]
    public void Words_are_quoted_in_the_language_that_their_page_says()
    {
        var html = new HtmlParser().ParseDocument(ReportHtml.Print(ReportOf("Review/Cases/languages.case.txt"), ReportWords.English));
        TestFiles.Match("Review/Cases/languages.verified.html", html.QuerySelector("main")!.OuterHtml + "\n");
    }

    [Theory, MemberData(nameof(Cases))]
    public void An_output_does_not_differ_from_itself(string path)
    {
        var (old, @new) = Read(path);
        Assert.True(SiteComparer.Compare(old, old).IsEmpty);
        Assert.Equal("no difference\n", ReportText.Print(SiteComparer.Compare(@new, @new)));
    }

    [Fact]
    public void There_are_thirty_pairs() => Assert.InRange(Cases.Count, 30, int.MaxValue);

    [Theory]
    [InlineData("removed-anchor", true)]
    [InlineData("removed-anchor-with-redirect-elsewhere", true)]
    [InlineData("pages-added-and-removed", true)]
    [InlineData("heading-level-skipped", false)]
    [InlineData("renamed-page", false)]
    public void What_leads_nowhere_is_an_error_and_what_reads_badly_a_warning(string name, bool isError)
    {
        var (old, @new) = Read($"Review/Cases/{name}.case.txt");
        Assert.Equal(isError, SiteComparer.Compare(old, @new).HasErrors);
    }

    [Fact]
    public void A_report_is_the_same_in_both_languages_and_links_to_the_preview()
    {
        var (old, @new) = Read("Review/Cases/thread-status.case.txt");
        var report = SiteComparer.Compare(old, @new);
        const string Preview = "https://deploy-preview-7.example.org";
        TestFiles.Match("Review/Cases/thread-status.verified.zh.md", ReportMarkdown.Print(report, ReportWords.Chinese, Preview));
        TestFiles.Match("Review/Cases/thread-status.verified.en.md", ReportMarkdown.Print(report, ReportWords.English, Preview + "/"));
        var html = new HtmlParser().ParseDocument(ReportHtml.Print(report, ReportWords.Chinese, Preview));
        Assert.All(html.QuerySelectorAll("a:not([href^='#'])"), a => Assert.StartsWith(Preview + "/", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Empty(html.QuerySelectorAll("script, img, link, iframe, [src]"));
        Assert.Equal("zh-Hans", html.DocumentElement.GetAttribute("lang"));
    }

    /// <summary>Twenty-six thousand pages of which three changed, on the machine of an editor; the bound is loose, a quadratic step would miss it by far.</summary>
    [Fact]
    public void A_large_site_is_compared_in_seconds()
    {
        var (old, @new) = (new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal), new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal));
        foreach (var i in Enumerable.Range(0, 26_000))
        {
            var path = $"zh/A/{i}/index.html";
            old[path] = Page(path, "t", "", $"<h1>A/{i}</h1><p id=\"p1\">第{i}段的文字。</p>");
            @new[path] = i % 10_000 == 0 ? Page(path, "t", "", $"<h1>A/{i}</h1><p id=\"p1\">第{i}段的新文字。</p>") : old[path].ToArray();
        }
        var start = TimeProvider.System.GetTimestamp();
        var report = SiteComparer.Compare(new HeldOutput(old), new HeldOutput(@new));
        Assert.Equal(3, report.Texts.Length);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    /// <summary>Every paragraph of a site changes, and every page quotes one: the work grows with the pages, not with their pairs.</summary>
    [Fact]
    public void A_change_of_everything_is_compared_in_seconds()
    {
        Dictionary<string, ReadOnlyMemory<byte>> Side(string word) => Enumerable.Range(0, 4_000).ToDictionary(i => $"zh/A/{i}/index.html", i => Page("zh", "t", "",
            $"<h1>A/{i}</h1><div class=\"provision\" id=\"p1\"><p>第{i}段{word}文字，说的是第{i * 7}件事。</p></div><p>所引：第{i / 2}段{word}文字</p>"), StringComparer.Ordinal);
        var start = TimeProvider.System.GetTimestamp();
        var report = SiteComparer.Compare(new HeldOutput(Side("旧")), new HeldOutput(Side("新")));
        Assert.InRange(report.Texts.Length, 4_000, 6_000);
        Assert.InRange(ReportMarkdown.Print(report, ReportWords.Chinese).Length, 1_000, 65_536);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void The_words_of_both_languages_are_as_many()
    {
        var (english, chinese) = (ReportWords.English, ReportWords.Chinese);
        Assert.Equal(english.Counts.Length, chinese.Counts.Length);
        Assert.All(new[] { english, chinese }, w => Assert.Equal(Enum.GetValues<RecordKind>().Length, w.Records.Length));
        Assert.All(new[] { english, chinese }, w => Assert.Equal(Enum.GetValues<FileChangeKind>().Length, w.FileKinds.Length));
        // Every field that can change has a Chinese name; English names are mostly the key itself.
        Assert.Subset(chinese.Fields.Keys.ToHashSet(), english.Fields.Keys.ToHashSet());
    }

    [Fact]
    public void The_html_report_is_self_contained_and_takes_no_text_for_markup()
    {
        var (old, @new) = Read("Review/Cases/hostile-text.case.txt");
        var html = ReportHtml.Print(SiteComparer.Compare(old, @new), ReportWords.English);
        TestFiles.Match("Review/Cases/hostile-text.verified.html", html);
        var document = new HtmlParser().ParseDocument(html);
        Assert.Empty(document.QuerySelectorAll("script, img, link, iframe, [src], [href]:not([href^='#']), [onerror]"));
        Assert.Contains("<img src=x onerror=alert(1)>", document.Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>A list of forty counts of which one changed is one line; a paragraph of a document is never cut.</summary>
    [Theory]
    [InlineData("", 9, 10, true)]
    [InlineData("", 1234, 9, true)]
    [InlineData(" class=\"provision\"", 9, 10, false)]
    public void Of_long_texts_the_report_shows_what_is_around_the_change(string markup, int old, int @new, bool isCut)
    {
        string Words(int number) => $"{string.Concat(Enumerable.Repeat("𠀀部分落实(5) ", 100))}改动({number}) {string.Concat(Enumerable.Repeat("未见答复𠀀(5) ", 100))}".Trim();
        HeldOutput Side(int number) => new(new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal) { ["zh/a/index.html"] = Page("zh", "t", "", $"<h1>t</h1><div{markup} id=\"p1\"><p>{Words(number)}</p></div>") });
        var html = new HtmlParser().ParseDocument(ReportHtml.Print(SiteComparer.Compare(Side(old), Side(@new)), ReportWords.English));
        foreach (var (side, number, mark) in new[] { ("Old", old, "del"), ("New", @new, "ins") })
        {
            var cell = html.QuerySelector($"td[data-side={side}]")!;
            Assert.Equal($"{number}", cell.QuerySelector(mark)!.TextContent);
            Assert.Contains($"改动({number})", cell.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain('\uFFFD', cell.TextContent);
            if (isCut) Assert.InRange(cell.TextContent.Length, 50, 200);
            else Assert.Equal(Words(number), cell.TextContent);
        }
    }

    [Fact]
    public void A_comment_stays_below_the_length_that_is_taken()
    {
        var old = Enumerable.Range(0, 2000).ToDictionary(i => $"zh/{i:0000}/index.html", i => Page("zh", "t", "", $"<p id=\"p1\">{new string('旧', 400)}{i}</p>"));
        var @new = Enumerable.Range(0, 2000).ToDictionary(i => $"zh/{i:0000}/index.html", i => Page("zh", "t", "", $"<p id=\"p2\">{new string('新', 400)}{i}</p>"));
        var comment = ReportMarkdown.Print(SiteComparer.Compare(new HeldOutput(old), new HeldOutput(@new)), ReportWords.English);
        Assert.InRange(comment.Length, 10_000, 65_536);
        Assert.Equal(comment.Split("<details>").Length, comment.Split("</details>").Length);
    }

    private static IEnumerable<string> Names => ((IEnumerable<object[]>)Cases).Select(c => (string)c[0]);

    internal static SiteReport ReportOf(string path)
    {
        var (old, @new) = Read(path);
        return SiteComparer.Compare(old, @new);
    }

    [GeneratedRegex("[{][0-9][}]", RegexOptions.None, 1000)]
    private static partial Regex SlotPattern();

    private static (HeldOutput Old, HeldOutput New) Read(string path)
    {
        var old = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var @new = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var part in TestFiles.Read(path).Split("### ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = part.Split('\n', 2);
            var head = lines[0].Split('|', StringSplitOptions.TrimEntries);
            var (side, file) = head[0].Split(' ') is [var first, var second] ? (first, second) : throw new FormatException(lines[0]);
            var content = file.EndsWith(".html", StringComparison.Ordinal)
                ? Page(file, head.ElementAtOrDefault(1) ?? "", head.ElementAtOrDefault(2) ?? "", lines[1]) : Encoding.UTF8.GetBytes(lines[1]);
            if (side is "old" or "both") old.Add(file, content);
            if (side is "new" or "both") @new.Add(file, content);
        }
        return (new(old), new(@new));
    }

    internal static ReadOnlyMemory<byte> Page(string path, string title, string bodyClass, string main) => Encoding.UTF8.GetBytes(
        main.StartsWith("<!doctype", StringComparison.Ordinal) ? main
        : main.StartsWith("<meta", StringComparison.Ordinal) ? $"<!doctype html>\n<head>{main}</head>\n" : string.Create(CultureInfo.InvariantCulture, $"""
        <!doctype html>
        <html lang="{(path.StartsWith("zh", StringComparison.Ordinal) ? "zh-Hans" : "en")}">
        <head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(title)}</title></head>
        <body class="{bodyClass}">
        <header><a href="/zh/">网站</a></header>
        <main id="main">
        {main}</main>
        </body>
        </html>

        """));
}
