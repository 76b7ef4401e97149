using StaticSite.Diagnostics;
using StaticSite.Records;

namespace StaticSite.Tests.Records;

/// <summary>Files that cannot be shown as cases: what stands in them is invisible or too long.</summary>
public class HostileFileTests
{
    private const string Path = "input/documents/cited.yaml";

    [Fact]
    public void A_text_of_ten_million_characters_is_one_finding() =>
        Assert.Equal($"{Path}(2,36): error records/too-large: The text has more than a million characters; split it into paragraphs",
            FindingsOf($"documents:\n  - {{ symbol: A/66/1, title: {{ zh: {new string('x', 10_000_000)} }} }}\n"));

    [Fact]
    public void A_file_of_twenty_million_characters_is_not_read() =>
        Assert.Equal($"{Path}(1,1): error records/too-large: The file has more than 16 million characters; split the document",
            FindingsOf("documents:\n" + string.Concat(Enumerable.Repeat("  - symbol: A/66/1\n", 1_100_000))));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# nothing\n")]
    [InlineData("---\n")]
    [InlineData("\uFEFF")]
    [InlineData("null\n")]
    public void An_empty_file_is_one_finding(string text)
    {
        var finding = FindingsOf(text);
        Assert.Contains("error records/wrong-type: ", finding, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', finding);
    }

    [Theory]
    [InlineData("documents:\n  - symbol: A/66/1\0\n  - colour: red\n", "(2,19): error records/syntax: The control character U+0000 cannot stand in YAML; remove it")]
    [InlineData("\0", "(1,1): error records/syntax: The control character U+0000 cannot stand in YAML; remove it")]
    [InlineData("documents:\n  - { symbol: A/66/1, title: { zh: \"a\u0007b\" } }\n", "(2,38): error records/syntax: The control character U+0007 cannot stand in YAML; remove it")]
    [InlineData("documents:\n  - { symbol: A/66/1, title: { zh: \"a\uFFFEb\" } }\n", "(2,38): error records/syntax: The noncharacter U+FFFE cannot stand in YAML; remove it")]
    [InlineData("documents:\n  - { symbol: A/66/1, title: { zh: \"a\\uFFFFb\" } }\n", "(2,36): error records/syntax: The noncharacter U+FFFF cannot stand in a text; remove the escape")]
    [InlineData("documents:\n\t- symbol: A/66/1\n", "(2,1): error records/syntax: A tab cannot indent; indent with blanks")]
    [InlineData("\uFEFFdocuments:\n  - symbol: A/66/1\n    date: x\n", "(3,11): error records/bad-date: \"x\" is not a date; write yyyy-mm-dd")]
    [InlineData("documents:\r\n  - symbol: A/66/1\r\n    date: x\r\n", "(3,11): error records/bad-date: \"x\" is not a date; write yyyy-mm-dd")]
    [InlineData("\uFEFFdocuments:\r\n  - symbol: A/66/1\r\n\r\n# 注\r\n    date: \"x\"\r\n", "(5,11): error records/bad-date: \"x\" is not a date; write yyyy-mm-dd")]
    [InlineData("\uFEFFdocuments:\r\n  - symbol: A/66/1\r\n", "")]
    public void Invisible_characters_do_not_move_or_swallow_findings(string text, string finding) =>
        Assert.Equal(finding.Length == 0 ? "" : Path + finding, FindingsOf(text));

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Absurd_nesting_is_a_finding(string opening)
    {
        var findings = FindingsOf("documents: " + (opening == "- " ? "\n" : "") + string.Concat(Enumerable.Repeat(opening, 200_000)));
        Assert.Contains("error records/", findings, StringComparison.Ordinal);
        Assert.InRange(findings.Split('\n').Length, 1, 3);
    }

    [Fact]
    public void An_alias_bomb_stays_small()
    {
        var bomb = "a0: &a0 [x, x]\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n"));
        Assert.Contains("error records/alias: The anchor &a30 is not allowed", FindingsOf(bomb), StringComparison.Ordinal);
    }

    private static string FindingsOf(string text)
    {
        var files = RecordCases.Complete([]).Append(new(Path, text)).ToDictionary(f => f.Path);
        return string.Join('\n', RecordLoader.Load([.. files.Values]).Diagnostics
            .Select(d => DiagnosticPrinter.Format(d, files[d.Span.Path])));
    }
}
