using System.Buffers;
using System.Text;

using StaticSite.Symbols;

namespace StaticSite.Records;

/// <summary>Symbols that look like what they are not: with letters of another script that look Latin, or with controls that turn the order of the letters.
/// Nobody sees the difference; no citation is read in the one, and what is read in the other is not what is shown.</summary>
internal static class DisguisedSymbols
{
    // Cyrillic and Greek letters and the Latin ones that they look like (Unicode Technical Standard 39, confusables.txt).
    private const string Pairs =
        "АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT ХX УY ѴV аa еe оo рp сc уy хx ѕs іi јj ԁd һh ѵv ԛq ԝw "
        + "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo ρp νv υu ϹC ϲc ϳj ꓮA ᎪA ᏟC ᎡR";

    // Embeddings, overrides and isolates. The marks of direction (U+200E, U+200F) turn no letters.
    private const string Turning = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private static readonly SearchValues<char> Disguises = SearchValues.Create(LooksLatin() + Turning);

    private static string LooksLatin()
    {
        var letters = new StringBuilder();
        for (var i = 0; i < Pairs.Length; i += 3) letters.Append(Pairs[i]);
        return letters.ToString();
    }

    private static char Latin(char c)
    {
        for (var i = 0; i < Pairs.Length; i += 3)
            if (Pairs[i] == c) return Pairs[i + 1];
        return c;
    }

    /// <summary>Reports each in the file, wherever it stands.</summary>
    public static void Report(Reading reading)
    {
        var text = reading.File.Text.AsSpan();
        for (var at = 0; text[at..].IndexOfAny(Disguises) is >= 0 and var next;)
        {
            var (start, end) = (at + next, at + next + 1);
            while (start > 0 && IsPart(text[start - 1])) start--;
            while (end < text.Length && IsPart(text[end])) end++;
            at = end;
            var word = text[start..end].TrimEnd("./-(");
            var plain = Plain(word);
            if (SymbolParser.Read(plain, out _) is { } read) Tell(read.ToString());
            else if (SymbolParser.TryParse(plain, out var whole)) Tell(whole.ToString());

            void Tell(string symbol) => reading.Report(RecordRules.DisguisedSymbol, reading.Span(start, end - start),
                $"What looks like {symbol} has {Names(reading.File.Text.AsSpan(start, end - start))} in it", $"type it again: {symbol}");
        }
    }

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '(' or ')' || Disguises.Contains(c);

    private static string Plain(ReadOnlySpan<char> word)
    {
        var plain = new StringBuilder();
        foreach (var c in word)
            if (!Turning.Contains(c)) plain.Append(Latin(c));
        return plain.ToString();
    }

    private static string Names(ReadOnlySpan<char> word)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var c in word)
            if (Disguises.Contains(c)) names.Add($"U+{(int)c:X4}");
        return string.Join(", ", names);
    }
}
