using System.Globalization;

namespace StaticSite.Text;

/// <summary>English ordinals and full-width digits. Chinese numbers are <see cref="HanNumber"/>, Roman ones <see cref="Roman"/>.</summary>
public static class Numerals
{
    private static readonly string[] Units =
    [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    ];

    private static readonly string[] Tens = ["", "", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"];

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
