using System.Globalization;

using StaticSite.Text;

namespace StaticSite.Symbols;

/// <summary>What a canonical symbol says about its document.</summary>
public static class SymbolFacts
{
    /// <summary>The document that an addendum, corrigendum, amendment or revision belongs to: "A/64/683" for "A/64/683/Corr.1"
    /// and for "A/64/683/Add.1/Corr.1"; the symbol itself when it has no such suffix.</summary>
    public static DocumentSymbol BaseDocument(this DocumentSymbol symbol)
    {
        var value = symbol.Value;
        while (value.LastIndexOf('/') is > 0 and var slash && IsSuffix(value.AsSpan(slash + 1))) value = value[..slash];
        return DocumentSymbol.FromCanonical(value);
    }

    /// <summary>True for resolutions of the Assembly, the councils and their bodies: "A/RES/64/259", "S/RES/1874 (2009)", "A/HRC/RES/16/21".</summary>
    public static bool IsResolution(this DocumentSymbol symbol) => symbol.Value.Contains("/RES/", StringComparison.Ordinal);

    /// <summary>True for decisions, under the form that this site gives them: "A/DEC/74/571".</summary>
    public static bool IsDecision(this DocumentSymbol symbol) => symbol.Value.Contains("/DEC/", StringComparison.Ordinal);

    /// <summary>The regular session that the symbol names, 67 for "A/67/776", 30 for "A/RES/3411(XXX) A"; null when it names none
    /// (years as in "S/2010/1", special sessions).</summary>
    public static int? Session(this DocumentSymbol symbol)
    {
        var value = symbol.Value;
        if (!value.StartsWith("A/", StringComparison.Ordinal)) return null;
        if (value.StartsWith("A/RES/", StringComparison.Ordinal) && value.IndexOf('(', StringComparison.Ordinal) is > 0 and var open
            && value.IndexOf(')', open) is > 0 and var close)
            return Roman.Parse(value.AsSpan(open + 1, close - open - 1));
        var segments = value.Split('/');
        for (var i = 1; i < segments.Length - 1; i++)
        {
            if (segments[i].StartsWith("AC.", StringComparison.Ordinal) || segments[i].StartsWith("CONF.", StringComparison.Ordinal)
                || segments[i].StartsWith("CN.", StringComparison.Ordinal)) return null;
            if (segments[i].Length is > 0 and <= 3 && int.TryParse(segments[i], NumberStyles.None, CultureInfo.InvariantCulture, out var session)) return session;
        }
        return null;
    }

    /// <summary>The form for people: the short number of an Assembly resolution or decision ("66/257", "74/571", "3411 A (XXX)"),
    /// of a Security Council one ("1874 (2009)"); the symbol itself for anything else.</summary>
    public static string ShortForm(this DocumentSymbol symbol)
    {
        var value = symbol.Value;
        foreach (var series in (ReadOnlySpan<string>)["A/RES/", "A/DEC/", "S/RES/", "E/RES/"])
        {
            if (!value.StartsWith(series, StringComparison.Ordinal)) continue;
            var number = value[series.Length..];
            if (number.IndexOf('(', StringComparison.Ordinal) is not (> 0 and var open)) return number;
            var close = number.IndexOf(')', open);
            return close < 0 ? number : number[..open].TrimEnd() + number[(close + 1)..] + " " + number[open..(close + 1)];
        }
        return value;
    }

    private static bool IsSuffix(ReadOnlySpan<char> segment)
    {
        var dot = segment.IndexOf('.');
        return dot > 0 ? SymbolReader.IsSuffix(segment[..dot]) : segment is "Summary";
    }
}
