using System.Globalization;
using System.Net;
using System.Text;

using AngleSharp.Html.Parser;

using StaticSite.Review;

namespace StaticSite.Tests.Review;

/// <summary>A case holds the files of two outputs, each behind a line "### old PATH", "### new PATH" or "### both PATH". What stands behind a page's
/// path after "|" is its title, and after a second "|" the class of its body, which is all that a theme changes here; the lines below are its main part.</summary>
public sealed class SiteComparerTests
{
    public static TheoryData<string> Cases => TestFiles.Cases("Review/Cases", "*.case.txt");

    [Theory, MemberData(nameof(Cases))]
    public void A_reader_is_told_what_changed(string path)
    {
        var (old, @new) = Read(path);
        var report = SiteComparer.Compare(old, @new);
        var text = $"{ReportText.Print(report)}\n=== Markdown\n{ReportMarkdown.Print(report)}";
        TestFiles.Match(path.Replace(".case.", ".verified.", StringComparison.Ordinal), text);
        Assert.Equal(report.Findings.Length > 0, report.HasErrors);
    }

    [Theory, MemberData(nameof(Cases))]
    public void An_output_does_not_differ_from_itself(string path)
    {
        var (old, @new) = Read(path);
        Assert.True(SiteComparer.Compare(old, old).IsEmpty);
        Assert.Equal("no difference\n", ReportText.Print(SiteComparer.Compare(@new, @new)));
    }

    [Fact]
    public void The_html_report_is_self_contained_and_takes_no_text_for_markup()
    {
        var (old, @new) = Read("Review/Cases/hostile-text.case.txt");
        var html = ReportHtml.Print(SiteComparer.Compare(old, @new));
        TestFiles.Match("Review/Cases/hostile-text.verified.html", html);
        var document = new HtmlParser().ParseDocument(html);
        Assert.Empty(document.QuerySelectorAll("script, img, link, iframe, [src], [href], [onerror]"));
        Assert.Contains("<img src=x onerror=alert(1)>", document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_stays_below_the_length_that_is_taken()
    {
        var old = Enumerable.Range(0, 2000).ToDictionary(i => $"zh/{i:0000}/index.html", i => Page("zh", "t", "", $"<p id=\"p1\">{new string('旧', 400)}{i}</p>"));
        var @new = Enumerable.Range(0, 2000).ToDictionary(i => $"zh/{i:0000}/index.html", i => Page("zh", "t", "", $"<p id=\"p2\">{new string('新', 400)}{i}</p>"));
        var comment = ReportMarkdown.Print(SiteComparer.Compare(old, @new));
        Assert.InRange(comment.Length, 10_000, 65_536);
        Assert.Equal(comment.Split("<details>").Length, comment.Split("</details>").Length);
    }

    private static (Dictionary<string, ReadOnlyMemory<byte>> Old, Dictionary<string, ReadOnlyMemory<byte>> New) Read(string path)
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
        return (old, @new);
    }

    private static ReadOnlyMemory<byte> Page(string path, string title, string bodyClass, string main) => Encoding.UTF8.GetBytes(
        main.StartsWith("<meta", StringComparison.Ordinal) ? $"<!doctype html>\n<head>{main}</head>\n" : string.Create(CultureInfo.InvariantCulture, $"""
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
