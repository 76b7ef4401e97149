using System.Collections.Immutable;

using StaticSite.Build;
using StaticSite.Commands;
using StaticSite.Diagnostics;

namespace StaticSite.Tests.Commands;

public sealed class CheckCommandTests
{
    private static readonly Rule Error = new("records/bad-date", Severity.Error), Warning = new("markdown/raw-html", Severity.Warning);

    private static readonly SourceText Record = new("input/a.yaml", "date: 2015-13-25\r\ntitle: 关于\t问责制的（报告）\n"),
        Page = new("input/b.md", "x");

    private static readonly ImmutableArray<Diagnostic> Found =
    [
        new(Error, new(Record.Path, 6, 10), "\"2015-13-25\" is not a date", "write yyyy-mm-dd"),
        new(Warning, new(Record.Path, Record.Text.IndexOf('（', StringComparison.Ordinal), 1), "Han characters are two columns wide"),
        new(Warning, new(Page.Path, 1, 0), "A point"),
        new(Error, new("input/gone.md", 0, 0), "It cannot be read"),
    ];

    [Fact]
    public void On_a_terminal_findings_stand_by_file_with_their_lines_and_a_mark_under_the_place() =>
        TestFiles.Match("Commands/check.verified.txt", Print(colour: false, 50));

    [Fact]
    public void Of_too_many_the_gravest_are_shown_and_the_others_counted()
    {
        var shown = Print(colour: false, 2);
        Assert.Contains("is not a date", shown, StringComparison.Ordinal);
        Assert.Contains("cannot be read", shown, StringComparison.Ordinal);
        Assert.EndsWith("\n2 more are not shown; --all shows them\n", shown, StringComparison.Ordinal);
        Assert.Equal(2, shown.Split('\n').Count(l => l.StartsWith("  ", StringComparison.Ordinal) && l.Contains(": ", StringComparison.Ordinal) && !l.Contains('|', StringComparison.Ordinal)));
    }

    [Fact]
    public void Colours_change_nothing_else_and_those_of_a_file_are_not_let_through()
    {
        var coloured = Print(colour: true, 50);
        Assert.Contains("\e[1;31merror\e[0m", coloured, StringComparison.Ordinal);
        Assert.Equal(Print(colour: false, 50), System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[[0-9;]*m", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));

        using var writer = new StringWriter();
        var hostile = new SourceText("a", "\e[31mred\a");
        new FindingsReport(writer, colour: false).Print([new(Error, new("a", 0, 1), "x")], _ => hostile, 50);
        Assert.DoesNotContain('\e', writer.ToString());
        Assert.DoesNotContain('\a', writer.ToString());
    }

    [Theory]
    [InlineData("text", "input/pages/zh/bad.md(4,1): warning markdown/raw-html: ")]
    [InlineData("json", "\"help\": \"/en/rules/#markdown-raw-html\"")]
    [InlineData("github", "::warning file=input/pages/zh/bad.md,line=4,col=1,title=markdown/raw-html::")]
    public void Every_form_names_the_place_and_the_rule(string format, string expected)
    {
        var (told, summary) = Check(format, "---\ntitle: a\n---\n<b>\n", guide: true);
        Assert.Contains(expected, told, StringComparison.Ordinal);
        Assert.Equal(format == "text", summary.Contains("/en/rules/", StringComparison.Ordinal));
        Assert.Equal((told, summary), Check(format, "---\ntitle: a\n---\n<b>\n", guide: true));
    }

    [Fact]
    public void A_site_without_a_page_of_rules_has_no_help()
    {
        var (told, _) = Check("json", "---\ntitle: a\n---\n<b>\n", guide: false);
        Assert.Contains("\"help\": null", told, StringComparison.Ordinal);
        Assert.DoesNotContain("/en/rules/", Check("text", "---\ntitle: a\n---\n<b>\n", guide: false).Summary, StringComparison.Ordinal);
    }

    private static (string Told, string Summary) Check(string format, string page, bool guide)
    {
        using var folder = new TemporaryFolder();
        folder.Copy(TestFiles.PathOf("Build/Cases/small/input"), "input");
        folder.Write("input/pages/zh/bad.md", page);
        if (guide) folder.Write("input/pages/en/rules.md", "---\ntitle: Rules\n---\n## Raw HTML {#markdown-raw-html}\n");
        using var stdout = new StringWriter { NewLine = "\n" };
        using var stderr = new StringWriter { NewLine = "\n" };
        var input = SiteFiles.Read(folder.PathOf("input"), Path.Combine(TestFiles.Root, "theme"), null);
        CheckCommand.Run(input, folder.PathOf(""), format, default, stdout, stderr, default);
        var root = folder.PathOf("") + "/";
        return (stdout.ToString().Replace(root, "", StringComparison.Ordinal), stderr.ToString());
    }

    private static string Print(bool colour, int most)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new FindingsReport(writer, colour).Print(Found, path => path == Record.Path ? Record : path == Page.Path ? Page : null, most);
        return writer.ToString();
    }
}
