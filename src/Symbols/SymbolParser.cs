using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace StaticSite.Symbols;

/// <summary>Reads UN document symbols and gives them their canonical form. Pure; never throws.</summary>
/// <remarks><code>
/// symbol    = organ 1*("/" segment) [parenthesis *("/" suffix)] [blank letter]      at least one segment with a digit, and none behind the last
/// organ     = "A" / "S" / "E" / "T" / "ST" / 2*8capital ["-" 2*4capital]            (JIU, DP, CRC, HSP, CEB, ICC-ASP …)
/// segment   = number / ("S-" / "ES-") number / 1*8letter "." (number / roman / capital) / 1*8capital / suffix
/// suffix    = ("Add" / "Amend" / "Corr" / "Rev") "." number / "Summary"
/// parenthesis = "(" ("Vol." / "Part" / "Sect." / "Prog." / "Introduction" / "Income sect." / "Resumption" / …) [roman / number] ")"
/// letter    = capital                                                               only behind a resolution of the Assembly or a council
/// bare      = session "/" number [letter] / ("S-" / "ES-") number "/" number / number [letter] "(" roman ")" / number "(" year ")"
/// </code>
/// A bare number is a resolution of the Assembly ("64/259", "S-13/2", "217 A (III)"), with a year in brackets one of the Security Council
/// ("1874 (2009)"). Canonical: the Assembly's resolutions before 1976 "A/RES/3411(XXX) A", the Security Council's "S/RES/1874 (2009)",
/// decisions of the Assembly, which have no symbol of their own, "A/DEC/74/571".
/// Source: UN Editorial Manual, "Document symbols".</remarks>
public static class SymbolParser
{
    /// <summary>No symbol is longer, in UTF-16 code units of running text.</summary>
    private const int Longest = 120;

    /// <summary>Reads a whole string as one symbol: "A/67/776", "A/66/5 (Vol. II)", "64/259", "第 66/232 B 号" (resolutions of the Assembly).</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DocumentSymbol? symbol)
    {
        symbol = null;
        if (text.Length > Longest) return false;
        var normal = NormalizedText.From(text).Text.AsSpan().Trim(" \n");
        if (normal is ['第', .., '号']) normal = normal[1..^1].Trim(' ');
        var parsed = ReadNormal(normal, out var length) ?? ReadBare(normal, out length);
        if (parsed is null || length != normal.Length) return false;
        symbol = parsed;
        return true;
    }

    /// <summary>Reads the longest symbol at the start of running text; bare resolution numbers are not read, as they need their word.</summary>
    /// <param name="length">UTF-16 code units read; 0 when the result is null.</param>
    public static DocumentSymbol? Read(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text is not [>= 'A' and <= 'Z' or >= '\uFF21' and <= '\uFF3A', ..]) return null;
        var normal = NormalizedText.From(text[..Math.Min(text.Length, Longest)]);
        var symbol = ReadNormal(normal.Text, out var read);
        length = symbol is null ? 0 : normal.OriginEnd(read);
        return symbol;
    }

    /// <summary><see cref="Read"/> on text that is normalized already.</summary>
    internal static DocumentSymbol? ReadNormal(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text is not [>= 'A' and <= 'Z', ..]) return null;
        var reader = new SymbolReader(text[..Math.Min(text.Length, Longest)], stackalloc char[Longest + SymbolReader.Longer]);
        var canonical = reader.Read(out var read);
        if (canonical is null) return null;
        length = read;
        return DocumentSymbol.FromCanonical(canonical);
    }

    /// <summary>Reads a bare resolution number at the start of normalized text: "64/259", "66/232 B", "S-13/2", "3411 A (XXX)", "1874 (2009)".</summary>
    internal static DocumentSymbol? ReadBare(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (ResolutionNumber.Read(text) is not { } number) return null;
        // Session and number came with the thirty-first session (1976); "24/7" and "12/2010" are something else.
        var slash = number.Number.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && char.IsAsciiDigit(number.Number[0]) && (slash == 1 || int.Parse(number.Number.AsSpan(0, slash), CultureInfo.InvariantCulture) < 31)) return null;
        length = number.Length;
        return number.Symbol(number.Year is not null ? "S" : slash == 4 && char.IsAsciiDigit(number.Number[0]) ? "E" : "A");
    }
}
