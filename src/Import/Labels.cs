using System.Globalization;
using System.Text.RegularExpressions;

using StaticSite.Text;

namespace StaticSite.Import;

/// <summary>The numeral of a label.</summary>
internal enum LabelStyle { Roman, Letter, Digit, Annex, Appendix, Enclosure }

/// <summary>A label at the start of a paragraph that may be a heading.</summary>
/// <param name="Ordinal">1-based; 0 for the only annex.</param>
/// <param name="Length">Code units of the paragraph that the label takes, blanks after it not counted.</param>
/// <param name="Bare">True when no point follows: "A" alone on its line.</param>
internal sealed record Label(LabelStyle Style, int Ordinal, int Length, bool Bare);

/// <summary>Reads the labels that UN documents print before headings and paragraphs.</summary>
internal static partial class Labels
{
    /// <summary>"12. ", "12．", "１２．", "12、": the number of a paragraph; null when the text starts otherwise ("2.5 million", "12/15").</summary>
    public static (int Number, int Length)? Number(string text)
    {
        var match = NumberLabel().Match(text);
        if (!match.Success) return null;
        var digits = Numerals.HalfWidth(match.Groups["n"].Value);
        return (int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture), match.Length);
    }

    /// <summary>Everything a heading label may be; "I." and "C." are both letter and numeral, so there may be two.</summary>
    public static IEnumerable<Label> Heading(string text)
    {
        var match = AnnexLabel().Match(text);
        if (match.Success)
        {
            var style = match.Groups["kind"].Value switch
            {
                "附件" or "Annex" or "ANNEX" => LabelStyle.Annex,
                "附录" or "Appendix" or "APPENDIX" => LabelStyle.Appendix,
                _ => LabelStyle.Enclosure,
            };
            yield return new(style, Ordinal(match.Groups["n"].Value), match.Length, Bare: false);
            yield break;
        }
        match = ChineseLabel().Match(text);
        if (match.Success && HanNumber.Parse(match.Groups["n"].Value) is { } chinese)
        {
            yield return new(LabelStyle.Roman, chinese, match.Length, Bare: match.Length == text.Length);
            yield break;
        }
        match = LatinLabel().Match(Numerals.HalfWidth(text));
        if (match.Success)
        {
            var letters = match.Groups["n"].Value;
            var bare = !match.Groups["p"].Success;
            if (Roman.Parse(letters) is { } roman) yield return new(LabelStyle.Roman, roman, match.Length, bare);
            if (letters.Length == 1) yield return new(LabelStyle.Letter, letters[0] - 'A' + 1, match.Length, bare);
            yield break;
        }
        if (Number(text) is { } number) yield return new(LabelStyle.Digit, number.Number, number.Length, Bare: false);
    }

    /// <summary>True for the label of an annex, appendix or enclosure, with its heading or without, but not for a sentence about one.</summary>
    public static bool IsAnnex(string text) => Heading(text).Any(l => l.Style >= LabelStyle.Annex) && !Sentence.EndsOrPauses(text);

    /// <summary>True for a capital letter alone on its line, a footnote call behind it or not: "A", a part of a resolution.</summary>
    public static bool IsPart(string text) => text is [>= 'A' and <= 'Z', ..] && text.AsSpan(1).IndexOfAnyExcept(Markdown.RichText.Call) < 0;

    /// <summary>True when a text starts as a sub-item: "(a) ", "（一）", "(iv) ".</summary>
    public static bool IsItem(string text) => ItemLabel().IsMatch(text);

    private static int Ordinal(string printed)
    {
        if (printed.Length == 0) return 0;
        printed = Numerals.HalfWidth(printed);
        if (int.TryParse(printed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        return HanNumber.Parse(printed) ?? Roman.Parse(printed) ?? (printed.Length == 1 ? printed[0] - 'A' + 1 : 0);
    }

    [GeneratedRegex(@"^(?<n>[0-9０-９]{1,3})(\.(?![0-9])|．|、)(?=\s*\S)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberLabel();

    [GeneratedRegex(@"^(?<kind>附件|附录|附文|Annex|ANNEX|Appendix|APPENDIX|Enclosure|ENCLOSURE)(\s*(?<n>[一二三四五六七八九十]{1,3}|[IVXLC]{1,6}|[A-Z]|[0-9]{1,2}))?(?=\s|$|[:：.])",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnnexLabel();

    [GeneratedRegex(@"^(?<n>[一二三四五六七八九十]{1,3})(\s*[.．、](?=\s*\S)|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChineseLabel();

    [GeneratedRegex(@"^(?<n>[IVXLC]{1,7}|[A-Z])((?<p>\.)(?=\s\S|[^\x00-\x7F])|(?<p>[．、])(?=\s*\S)|(?=\uFFFC*$))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LatinLabel();

    [GeneratedRegex(@"^[(（]([a-z]{1,2}|[ivx]{1,5}|[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ItemLabel();
}
