using System.Globalization;

namespace StaticSite.Text;

/// <summary>Chinese numbers: those that number parts and volumes, from 一 to 三百九十九, and those of running text.</summary>
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

    /// <summary>True for a character of running numbers, 两 and 亿 included.</summary>
    public static bool IsNumeral(char c) => IsPart(c) || c is '两' or '千' or '万' or '亿';

    /// <summary>True for 〇 to 九, 零 and 两.</summary>
    public static bool IsDigit(char c) => c is '零' or '两' || Digits.Contains(c, StringComparison.Ordinal);

    /// <summary>0 to 9 for a character that <see cref="IsDigit"/> takes.</summary>
    public static int DigitOf(char c) => c switch { '零' => 0, '两' => 2, _ => Digits.IndexOf(c, StringComparison.Ordinal) };

    /// <summary>100 for 百 and so on; null for any other character.</summary>
    public static decimal? Scale(char c) => c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, '亿' => 100_000_000, _ => null };

    /// <summary>The value of digits in a row, 二〇一三 is 2013; null when the characters are no such row of three or more (of two with a zero).</summary>
    public static decimal? Positional(ReadOnlySpan<char> han)
    {
        if (han.Length is < 2 or > 18) return null;
        var (value, hasZero) = (0m, false);
        foreach (var c in han)
        {
            if (!IsDigit(c) || c == '两') return null;
            hasZero |= DigitOf(c) == 0;
            value = value * 10 + DigitOf(c);
        }
        return han.Length > 2 || hasZero ? value : null;
    }

    /// <summary>The number at the start of a run of numerals, 三千五百万 is 35000000.</summary>
    /// <param name="length">Characters read: fewer than there are where two digits meet, "三四个" is three or four; 0 when there is no number.</param>
    public static decimal Read(ReadOnlySpan<char> han, out int length)
    {
        const decimal most = 1e12m;
        var (total, section, digit, pending) = (0m, 0m, 0, false);
        for (length = 0; length < han.Length; length++)
        {
            var c = han[length];
            if (IsDigit(c))
            {
                if (pending && DigitOf(han[length - 1]) != 0) break;
                (digit, pending) = (DigitOf(c), true);
            }
            else if (c is '十' or '百' or '千')
            {
                if (!pending && c != '十') break;
                section += (pending && digit > 0 ? digit : 1) * Scale(c)!.Value;
                (digit, pending) = (0, false);
            }
            else if (section + digit > 0 && c == '万')
            {
                total += (section + digit) * 10_000;
                (section, digit, pending) = (0, 0, false);
            }
            else if (total + section + digit > 0 && c == '亿' && total < most)
            {
                total = (total + section + digit) * 100_000_000;
                (section, digit, pending) = (0, 0, false);
            }
            else break;
            if (section > most || total > most * 1_000_000) break;
        }
        return total + section + digit;
    }
}
