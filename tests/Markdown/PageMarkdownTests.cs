using System.Collections.Immutable;
using System.Text.RegularExpressions;

using StaticSite.Diagnostics;
using StaticSite.Markdown;

namespace StaticSite.Tests.Markdown;

/// <summary>A case is Markdown, then a line "@@@", then the HTML that comes out; findings stand under the Markdown.</summary>
public partial class PageMarkdownTests
{
    private const string Separator = "@@@\n";

    public static TheoryData<string> Cases => TestFiles.Cases("Markdown/Cases", "*.md");

    [Theory, MemberData(nameof(Cases))]
    public void Markdown_becomes_this_html_with_these_findings(string path)
    {
        var marked = TestFiles.Read(path);
        var source = Carets.Strip(marked[..marked.IndexOf(Separator, StringComparison.Ordinal)]);
        var page = Render(source);
        TestFiles.Match(path, Carets.Mark(source, page.Diagnostics) + Separator + page.Html + "\n");
    }

    [Fact]
    public void Text_that_is_nested_too_deep_is_a_finding()
    {
        var page = Render(new string('>', 5000) + " deep");
        Assert.Equal(MarkdownRules.TooDeep, Assert.Single(page.Diagnostics).Rule);
    }

    [Fact]
    public void Every_id_of_the_html_is_known()
    {
        var page = Render("## One\n\n[[drawn:a]]\n\nText.[^1]\n\n[^1]: Note.\n");
        Assert.Equal(Id().Matches(page.Html).Select(m => m.Groups["id"].Value).Order(StringComparer.Ordinal), page.Ids.Order(StringComparer.Ordinal));
    }

    /// <summary>Whatever stands there, it is read to its end and no tag or attribute of the author's comes out.</summary>
    [Fact]
    public void No_text_breaks_out_of_the_html()
    {
        string[] parts = ["<script>", "</p>", "[[", "]]", "|", "[a](", "javascript:x", ")", "![", "`", "**", "*", "> ", "[!NOTE]", "\n", "\n\n", "- ", "[^1]", "[^1]: ", ": ", "# ", "{#a\"b}", "\"", "\0", "大会", "，", "\ud800", "&lt;", "\\", "|---|\n", "\t", "~~~", "A/67/776"];
        var random = new Random(17);
        for (var i = 0; i < 3000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => parts[random.Next(parts.Length)]));
            Assert.DoesNotMatch("<script|href=\"javascript|<[a-z0-9]+ [^>]*on[a-z]+=", Render(text).Html);
        }
    }

    internal static PageHtml Render(string source) =>
        PageMarkdown.Render(new SourceText("page.md", source), 0, new Links(), new(kind => $"[{kind}]", "Footnotes"));

    [GeneratedRegex(" id=\"(?<id>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();

    // References lead to themselves; of addresses only those with a colon in an unknown scheme do not; "A/1" in the text is a link.
    private sealed partial class Links : IPageLinks
    {
        public PageLink Reference(string target, SourceSpan place) =>
            target.Contains('?', StringComparison.Ordinal) ? new(null, target) : new($"/to/{target}/", $"‹{target}›", "cite held", target.StartsWith("body:", StringComparison.Ordinal) ? "en" : null);

        public PageDrawing? Drawing(string target, int number) =>
            target.StartsWith("drawn:", StringComparison.Ordinal) ? new($"<figure id=\"drawing-{number}\"></figure>", [$"drawing-{number}"]) : null;

        public string? Address(string address, SourceSpan place) => address.StartsWith("javascript", StringComparison.OrdinalIgnoreCase) ? null : address;

        public string? Image(string address, SourceSpan place) => address.StartsWith('/') ? address : null;

        public ImmutableArray<TextLink> InText(ImmutableArray<RunningText> paragraphs) =>
            [.. paragraphs.SelectMany((p, i) => Symbol().Matches(p.Plain).Select(m => new TextLink(i, m.Index, m.Length, $"/{m.Groups["symbol"].Value}/", "cite")))];

        [GeneratedRegex("(?<symbol>A/[0-9]+)(，第[0-9]+段)?", RegexOptions.ExplicitCapture, 1000)]
        private static partial Regex Symbol();
    }
}
