using System.Globalization;
using System.Text.RegularExpressions;

namespace StaticSite.Text;

/// <summary>Reads the dates of UN title pages and closings.</summary>
public static partial class DateText
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <summary>The first full date in a text, "2010年3月29日", "2010 年 3 月 29 日", "29 March 2010"; null when there is none.</summary>
    public static DateOnly? Find(string text)
    {
        text = Numerals.HalfWidth(text);
        var match = ChineseDate().Match(text);
        if (match.Success) return Create(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value);
        match = EnglishDate().Match(text);
        if (!match.Success) return null;
        var month = Array.IndexOf(Months, match.Groups["m"].Value.ToLowerInvariant()) + 1;
        return Create(match.Groups["y"].Value, month.ToString(CultureInfo.InvariantCulture), match.Groups["d"].Value);
    }

    /// <summary>True when the whole text is one date.</summary>
    public static bool IsDate(string text)
    {
        text = Numerals.HalfWidth(text.Trim());
        var match = ChineseDate().Match(text) is { Success: true } chinese ? chinese : EnglishDate().Match(text);
        return match.Success && match.Index == 0 && match.Length == text.Length && Find(text) is not null;
    }

    private static DateOnly? Create(string year, string month, string day)
    {
        var (y, m, d) = (Number(year), Number(month), Number(day));
        return y is >= 1945 and <= 2999 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<y>[0-9]{4})\s*年\s*(?<m>[0-9]{1,2})\s*月\s*(?<d>[0-9]{1,2})\s*日", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex ChineseDate();

    [GeneratedRegex(@"\b(?<d>[0-9]{1,2})\s+(?<m>January|February|March|April|May|June|July|August|September|October|November|December)\s+(?<y>[0-9]{4})\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex EnglishDate();
}
