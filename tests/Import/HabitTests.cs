using System.Text;
using System.Text.RegularExpressions;

namespace StaticSite.Tests.Import;

/// <summary>The same document as other tools would extract it.</summary>
public partial class HabitTests
{
    public static TheoryData<string, string> Habits()
    {
        var data = new TheoryData<string, string>();
        foreach (var seed in (string[])["000_4309f37d88536db2.txt", "001_72d9af626de8bfe1.txt"])
            foreach (var habit in (string[])["crlf", "bom", "tabs", "indented", "full-width numbers", "no-break spaces", "trailing blanks everywhere", "single line breaks", "form feeds"])
                data.Add(seed, habit);
        return data;
    }

    [Theory, MemberData(nameof(Habits))]
    public void The_habits_of_an_extraction_do_not_change_the_provisions(string seed, string habit)
    {
        var bytes = ImporterTests.Seed(seed);
        var expected = Provisions(bytes);
        var actual = Provisions(Set(Encoding.UTF8.GetString(bytes), habit));
        Assert.True(expected == actual, TestFiles.FirstDifference(expected, actual));
    }

    private static byte[] Set(string text, string habit) => Encoding.UTF8.GetBytes(habit switch
    {
        "crlf" => text.Replace("\n", "\r\n", StringComparison.Ordinal),
        "bom" => "\uFEFF" + text,
        "tabs" => NumberAtStart().Replace(text, "${n}.\t"),
        "indented" => LineStart().Replace(text, "      ${c}"),
        "full-width numbers" => NumberAtStart().Replace(text, m => string.Concat(m.Groups["n"].Value.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c)) + "．"),
        "no-break spaces" => NumberAtStart().Replace(text, "${n}.\u00A0"),
        "trailing blanks everywhere" => LineEnd().Replace(text, "${c} \n"),
        "single line breaks" => Doubled().Replace(text, "\n"),
        _ => text.Replace("\n  ", "\n\f  ", StringComparison.Ordinal),
    });

    private static string Provisions(byte[] bytes)
    {
        var outcome = ImporterTests.Read("seeds/x.txt", bytes, "A/67/776");
        Assert.True(outcome.Value is not null, string.Join('\n', outcome.Diagnostics.Select(d => d.Message)));
        var (document, text) = (outcome.Value.Document, outcome.Value.Text);
        return string.Join('\n', document.Sections.Select(s => $"{s.Id} {text.Sections[s.Id].Value}")
            .Concat(document.Provisions.Select(p => $"{p.Id} {p.Section} {text.Provisions[p.Id].Value.Replace("\n", "¶", StringComparison.Ordinal)}"))
            .Concat(document.Footnotes.Select(f => $"{f.Id} {text.Footnotes[f.Id].Value}")));
    }

    [GeneratedRegex(@"(?<=^ ?)(?<n>[0-9]{1,2})\. ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberAtStart();

    [GeneratedRegex(@"^(?<c> *\S)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineStart();

    [GeneratedRegex(@"(?<c>[^\s])\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"(?<=[^\n])\n\n", RegexOptions.None, 1000)]
    private static partial Regex Doubled();
}
