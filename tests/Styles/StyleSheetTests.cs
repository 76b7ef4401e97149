using System.Diagnostics;

using StaticSite.Diagnostics;
using StaticSite.Styles;

namespace StaticSite.Tests.Styles;

/// <summary>A case is a style sheet with its findings under the lines; those in "valid" have none.</summary>
public class StyleSheetTests
{
    private const string Theme = "theme/assets/site.css";

    public static TheoryData<string> Cases => TestFiles.Cases("Styles/Cases", "*.css");

    [Theory, MemberData(nameof(Cases))]
    public void Findings_are_those_marked_under_the_lines(string path)
    {
        var source = Carets.Strip(TestFiles.Read(path));
        var findings = Find(source);
        if (path.Contains("/valid/", StringComparison.Ordinal)) Assert.Equal([], findings.Select(f => DiagnosticPrinter.Format(f, new("", source))));
        TestFiles.Match(path, Carets.Mark(source, findings));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("@charset \"utf-8\";\r\n.a {\r\n  color: red;\r\n}\r\n")]
    [InlineData(".a{color:red}.b{margin:0;padding:0}@media print{.a{color:#000}}")]
    [InlineData("<!-- .a { color: red } -->")]
    [InlineData(".a { content: \"a\\\r\nb\" }")]
    [InlineData(".a { color: red\r\n}\r\n.b { --x:; --y: ; }")]
    public void What_is_right_has_no_finding(string source) => Assert.Equal([], Find(source));

    /// <summary>All that browsers pass over in silence.</summary>
    [Theory]
    [InlineData(".a {", "1,4 style/unclosed")]
    [InlineData(".a { color: red;\r\n  width: calc(1px + 2px;\r\n}", "2,10 style/unclosed")]
    [InlineData(".a { color: red\r\n  margin: 0\r\n}", "1,16 style/missing-semicolon")]
    [InlineData("}", "1,1 style/stray-bracket")]
    [InlineData(".a { color: red } };\r\n.b { color: red }", "1,19 style/stray-bracket 1,20 style/dropped")]
    [InlineData("/*", "1,1 style/unclosed")]
    [InlineData("@media print", "1,1 style/dropped")]
    [InlineData("a", "1,1 style/dropped")]
    [InlineData("\\", "1,1 style/dropped")]
    [InlineData("@", "1,1 style/dropped")]
    [InlineData(".a { color", "1,4 style/unclosed 1,6 style/bad-declaration")]
    public void What_is_broken_has_a_finding_at_its_place(string source, string expected)
    {
        var text = new SourceText("", source);
        Assert.Equal(expected, string.Join(' ', DiagnosticPrinter.Sort(Find(source)).Select(f => $"{text.Position(f.Span.Start).Line},{text.Position(f.Span.Start).Column} {f.Rule.Id}")));
    }

    [Fact]
    public void The_style_sheet_of_the_theme_has_none() => Assert.Equal([], Find(Site));

    [Fact]
    public void Of_thousands_of_findings_a_thousand_are_listed_and_the_others_counted()
    {
        // No selector before any of them; of those that are open twenty are told.
        var findings = StyleSheet.Read(new("theme/assets/x.css", new('{', 5_000))).Diagnostics;
        Assert.Equal(1_000, findings.Length);
        Assert.All(findings.SkipLast(1), f => Assert.DoesNotContain("not listed", f.Message, StringComparison.Ordinal));
        Assert.EndsWith("(4020 further findings in this file are not listed)", findings[^1].Message, StringComparison.Ordinal);
    }

    /// <summary>In the real style sheet, at whatever place.</summary>
    [Fact]
    public void A_mark_that_is_taken_out_of_the_style_sheet_of_the_theme_is_missed()
    {
        var tokens = CssTokenizer.Read(new("", Site), new(new("", Site)));
        for (var i = 0; i < tokens.Length; i += 3)
        {
            var token = tokens[i];
            if (!token.IsClosing && token.Kind is not (CssKind.OpenBrace or CssKind.OpenParen or CssKind.Colon or CssKind.Semicolon)) continue;
            // The last declaration of a block needs none.
            if (token.Kind == CssKind.Semicolon && tokens[i + 1].Kind == CssKind.CloseBrace) continue;
            // Only a colon behind a property: without that of "&:hover" it is another selector, and what stands in brackets is not looked at.
            if (token.Kind == CssKind.Colon && (Site[token.End] != ' ' || Site[Site.LastIndexOf('\n', token.Start)..token.Start].Contains('(', StringComparison.Ordinal))) continue;
            var broken = Site.Remove(token.Start, 1);
            var found = Find(broken);
            Assert.True(found.Any(f => f.Rule.Severity == Severity.Error), $"without {Site[token.Start]} at {new SourceText("", Site).Position(token.Start)}");
        }
    }

    /// <summary>Deep nesting, long lists of mistakes: the time grows with the text.</summary>
    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("(")]
    [InlineData("a(")]
    [InlineData("[)")]
    [InlineData("a{")]
    [InlineData("a:b\n")]
    [InlineData("a{b:c\n")]
    [InlineData("a{colr:c;}")]
    [InlineData("a:{}")]
    [InlineData("--a:{")]
    [InlineData("@a")]
    [InlineData("@media{")]
    [InlineData("\"\n")]
    [InlineData("/*\n")]
    [InlineData("//\n")]
    [InlineData("url(\n")]
    [InlineData("a{b:url(x)}")]
    [InlineData("a{b:image-set(image-set(")]
    [InlineData("!")]
    [InlineData(";")]
    [InlineData("\\")]
    public void No_text_takes_long(string piece)
    {
        var source = string.Concat(Enumerable.Repeat(piece, 100_000));
        var start = Stopwatch.GetTimestamp();
        Find(source);
        Find("a { b: c }\n" + source + "\n}");
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 20);
    }

    private static string Site => field ??= File.ReadAllText(Path.Combine(TestFiles.Root, Theme));

    private static IReadOnlyList<Diagnostic> Find(string source) => StyleSheet.Read(new(Theme, source)).Diagnostics;
}
