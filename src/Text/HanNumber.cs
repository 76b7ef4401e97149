using System.Globalization;

namespace StaticSite.Text;

/// <summary>Chinese numbers as they number parts and volumes, from 一 to 三百九十九.</summary>
public static class HanNumber
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>True for a character that such a number is made of.</summary>
    public static bool IsPart(char c) => c is '十' or '百' or '零' || Digits.Contains(c, StringComparison.Ordinal);

    /// <summary>The value; null when the characters are no number below 400.</summary>
    public static int? Parse(ReadOnlySpan<char> han)
    {
        if (han.IsEmpty || han.Length > 7) return null;
        var (total, digit) = (0, 0);
        foreach (var c in han)
        {
            if (!IsPart(c)) return null;
            if (c is '百' or '十')
            {
                total += (digit == 0 ? 1 : digit) * (c == '百' ? 100 : 10);
                digit = 0;
            }
            else if (c != '零')
            {
                // "二三" is two numbers or none.
                if (digit != 0) return null;
                digit = Digits.IndexOf(c, StringComparison.Ordinal);
            }
        }
        return total + digit is > 0 and < 400 and var value ? value : null;
    }

    /// <summary>A number from 1 to 99 as it numbers sections and annexes, 21 is "二十一"; others in Arabic digits.</summary>
    public static string Format(int value)
    {
        if (value is < 1 or > 99) return value.ToString(CultureInfo.InvariantCulture);
        var (tens, ones) = (value / 10, value % 10);
        var head = tens switch { 0 => "", 1 => "十", _ => $"{Digits[tens]}十" };
        return ones == 0 ? head : $"{head}{Digits[ones]}";
    }
}
