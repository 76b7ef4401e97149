using System.Globalization;

namespace StaticSite.Text;

/// <summary>Roman numbers from I to CCCXCIX, the way UN documents number parts, annexes and sessions.</summary>
public static class Roman
{
    private static readonly (int Value, string Digits)[] Steps =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    /// <summary>The value of a number in capital Roman digits; null when it is none in the usual spelling ("IIII" is not).</summary>
    public static int? Parse(ReadOnlySpan<char> roman)
    {
        if (roman.IsEmpty || roman.Length > 12) return null;
        var value = 0;
        var rest = roman;
        foreach (var (step, digits) in Steps)
            while (rest.StartsWith(digits, StringComparison.Ordinal))
            {
                value += step;
                rest = rest[digits.Length..];
            }
        return rest.IsEmpty && roman.SequenceEqual(Format(value)) ? value : null;
    }

    /// <summary>A number from 1 to 399 in Roman digits; others in Arabic ones.</summary>
    public static string Format(int value)
    {
        if (value is < 1 or > 399) return value.ToString(CultureInfo.InvariantCulture);
        var roman = "";
        foreach (var (step, digits) in Steps)
            for (; value >= step; value -= step) roman += digits;
        return roman;
    }
}
