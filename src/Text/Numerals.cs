using System.Globalization;

namespace StaticSite.Text;

/// <summary>Reads and writes the numerals of headings, sessions and annexes: Chinese, Roman, and English ordinal words.</summary>
public static class Numerals
{
    private const string ChineseDigits = "〇一二三四五六七八九";

    private static readonly string[] Units =
    [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    private static readonly string[] Tens = ["", "", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"];

    private static readonly (int Value, string Letters)[] RomanParts =
    [
        (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    /// <summary>1 to 199 in Chinese, "六十七" is 67, "一百零二" is 102; null for anything else.</summary>
    public static int? Chinese(ReadOnlySpan<char> text)
    {
        var value = 0;
        var pending = 0;
        var any = false;
        foreach (var c in text)
        {
            if (c == '零') continue;
            any = true;
            var digit = ChineseDigits.IndexOf(c, StringComparison.Ordinal);
            if (digit >= 0)
            {
                if (pending != 0) return null;
                pending = digit;
            }
            else if (c is '十' or '百')
            {
                value += (pending == 0 ? 1 : pending) * (c == '十' ? 10 : 100);
                pending = 0;
            }
            else
            {
                return null;
            }
        }
        value += pending;
        return any && value is >= 1 and <= 999 ? value : null;
    }

    /// <summary>1 to 199 in capital Roman numerals in their only correct form, "XIV" is 14; null for anything else.</summary>
    public static int? Roman(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 8) return null;
        var value = 0;
        var rest = text;
        foreach (var (part, letters) in RomanParts)
        {
            while (rest.StartsWith(letters, StringComparison.Ordinal))
            {
                value += part;
                rest = rest[letters.Length..];
            }
        }
        return rest.Length == 0 && value < 200 && text.SequenceEqual(Roman(value)) ? value : null;
    }

    /// <summary>A positive number in capital Roman numerals: 14 is "XIV".</summary>
    public static string Roman(int value)
    {
        var text = "";
        foreach (var (part, letters) in RomanParts)
        {
            while (value >= part)
            {
                text += letters;
                value -= part;
            }
        }
        return text;
    }

    /// <summary>English ordinals, in words or digits and in any case: "Sixty-seventh" is 67, "67th" is 67; null for anything else.</summary>
    public static int? EnglishOrdinal(string text)
    {
        var word = text.Trim().ToLowerInvariant().Replace('\u2011', '-');
        if (word.Length > 2 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th"
            && int.TryParse(word[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        if (word.StartsWith("one hundred and ", StringComparison.Ordinal)) return 100 + EnglishOrdinal(word[16..]);
        if (word.StartsWith("hundred and ", StringComparison.Ordinal)) return 100 + EnglishOrdinal(word[12..]);
        var unit = Array.IndexOf(Units, word);
        if (unit > 0) return unit;
        for (var ten = 2; ten < Tens.Length; ten++)
        {
            if (!word.StartsWith(Tens[ten], StringComparison.Ordinal)) continue;
            if (word == Tens[ten] + "ieth") return ten * 10;
            var prefix = Tens[ten] + "y-";
            if (!word.StartsWith(prefix, StringComparison.Ordinal)) continue;
            unit = Array.IndexOf(Units, word[prefix.Length..]);
            if (unit is >= 1 and <= 9) return ten * 10 + unit;
        }
        return word is "hundredth" or "one hundredth" ? 100 : null;
    }

    /// <summary>Full-width digits and letters as ASCII ones: "１２．" is "12．"; everything else unchanged.</summary>
    public static string HalfWidth(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('０', 'ｚ')) return text;
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = source[i];
                span[i] = c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' ? (char)(c - 0xFEE0) : c;
            }
        });
    }
}
