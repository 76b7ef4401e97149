using System.Collections.Frozen;

namespace StaticSite.Text;

/// <summary>The figures of English texts: words from "two" to "billion", ordinals, fractions, months.</summary>
internal sealed class EnFigureReader : FigureReader
{
    private enum Role { Unit, Teen, Tens, Hundred, Scale, UnitOrdinal, Ordinal, Parts, Month, Hint }

    private readonly record struct Word(Role Role, decimal Value);

    // Words that a Chinese text may say with a number.
    private static readonly (string Word, decimal Value)[] Hints =
    [
        ("both", 2), ("twice", 2), ("double", 2), ("doubled", 2), ("doubling", 2), ("dual", 2), ("pair", 2), ("pairs", 2), ("couple", 2), ("twofold", 2),
        ("bilateral", 2), ("bilaterally", 2), ("biennium", 2), ("bienniums", 2), ("biennia", 2), ("biennial", 2), ("biennially", 2), ("biannual", 2),
        ("biannually", 2), ("fortnight", 2), ("fortnightly", 2), ("secondly", 2), ("either", 2), ("neither", 2), ("tuesday", 2), ("binary", 2), ("semi", 2),
        ("semiannual", 2), ("secondary", 2),
        ("thirdly", 3), ("triennial", 3), ("triennium", 3), ("tripartite", 3), ("trilateral", 3), ("triangular", 3), ("triple", 3), ("tripled", 3), ("threefold", 3), ("thrice", 3),
        ("tertiary", 3), ("wednesday", 3), ("trio", 3),
        ("fourthly", 4), ("quadrennial", 4), ("quadripartite", 4), ("quartet", 4), ("fourfold", 4), ("thursday", 4), ("quadrupled", 4), ("quadrilateral", 4),
        ("quinquennial", 5), ("fivefold", 5), ("friday", 5), ("fifthly", 5), ("sixfold", 6), ("saturday", 6), ("sevenfold", 7), ("tenfold", 10), ("decade", 10), ("decades", 10),
        ("dozen", 12), ("century", 100), ("centuries", 100), ("hundredfold", 100), ("centenary", 100), ("millennium", 1000), ("zero", 0), ("nil", 0), ("half", 0.5m), ("quarter", 0.25m),
    ];

    private static readonly FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> Words =
        Lexicon().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // For each pair of letters that a number word begins with, the lengths that such words have, one bit each: most words of a text are none, and need
    // not be looked up to know.
    private static readonly int[] Lengths = LengthsOf(Lexicon());

    private static int[] LengthsOf(IEnumerable<KeyValuePair<string, Word>> words)
    {
        var lengths = new int[26 * 26];
        foreach (var (word, _) in words) lengths[(word[0] - 'a') * 26 + word[1] - 'a'] |= 1 << word.Length;
        return lengths;
    }

    private bool MayBeNumber(int at, int end) =>
        end - at is > 1 and < 32 && (Lengths[((Text[at] | 0x20) - 'a') * 26 + (Text[at + 1] | 0x20) - 'a'] & 1 << (end - at)) != 0;

    protected override int NextStart(int from)
    {
        var at = from;
        while (at < Text.Length && !char.IsAsciiLetterOrDigit(Text[at])) at++;
        return at;
    }

    protected override int ReadWord(int at)
    {
        if (!char.IsAsciiLetter(Text[at])) return at + 1;
        var end = WordEnd(at);
        // The letters of "28A", "A4" and "d'être" are no words.
        if (!MayBeNumber(at, end) || char.IsAsciiLetterOrDigit(CharAt(at - 1)) || !Words.TryGetValue(Text.AsSpan(at, end - at), out var word))
            return char.IsAsciiLetterUpper(Text[at]) ? Math.Max(end, Roman(at)) : end;
        return word.Role switch
        {
            Role.Month => ReadMonth(at, end, (int)word.Value),
            Role.Hint => ReadHint(at, end, word.Value),
            Role.Parts => end,
            Role.Hundred or Role.Scale when !IsAfterArticle(at) => end,
            _ => ReadNumber(at),
        };
    }

    protected override Unit ReadUnit(ref int end)
    {
        if (ReadPercentSign(ref end)) return new(1, FigureKind.Percent);
        // "81st", "21st".
        if (end + 1 < Text.Length && Text.AsSpan(end, 2) is "st" or "nd" or "rd" or "th" && !char.IsAsciiLetterOrDigit(CharAt(end + 2)))
        {
            end += 2;
            return Unit.None;
        }
        return ReadWordUnit(ref end);
    }

    private Unit ReadWordUnit(ref int end)
    {
        if (CharAt(end) != '-' && !IsBlank(CharAt(end))) return Unit.None;
        var (start, scale) = (end, 1m);
        while (Next(end, out var at) && Words.TryGetValue(Text.AsSpan(at, WordEnd(at) - at), out var word) && word is { Role: Role.Scale or Role.Hundred })
        {
            if (scale * word.Value > 1e12m) break;
            (scale, end) = (scale * word.Value, WordEnd(at));
        }
        if (Percent(end) is { } percent)
        {
            end = percent;
            return new(scale, FigureKind.Percent);
        }
        return end == start ? Unit.None : new(scale, FigureKind.Number);
    }

    protected override bool ReadDate(int start, int end, decimal value)
    {
        // "3.30 p.m." is two numbers.
        if (decimal.Truncate(value) != value && end - start is 4 or 5 && CharAt(end - 3) == '.' && (IsAt(end, " p.m.") || IsAt(end, " a.m.")))
        {
            Add(start, end - 3, FigureForm.Digits, decimal.Truncate(value));
            Add(end - 2, end, FigureForm.Digits, (Text[end - 2] - '0') * 10 + Text[end - 1] - '0');
            return true;
        }
        return false;
    }

    protected override bool IsJoint(ReadOnlySpan<char> between) =>
        between.Trim().TrimEnd("$€£").Trim() is "to" or "and" or "or" or "-" or "–" or "—" or "," or "to US" or "and US" or "or US" or ", and" or ", or";

    private int ReadHint(int start, int end, decimal value)
    {
        Add(start, end, FigureForm.Hint, value);
        return end;
    }

    private bool IsAfterArticle(int at) =>
        at >= 2 && Text[at - 1] == ' ' && Text[at - 2] is 'a' or 'A' && !char.IsAsciiLetterOrDigit(CharAt(at - 3));

    /// <summary>number = below-1000 *(scale [["and"] below-1000]); below-1000 = [unit "hundred" ["and"]] [tens ["-" unit] / teen / unit]; the last word
    /// may be an ordinal, or the parts of a fraction.</summary>
    private int ReadNumber(int start)
    {
        var (total, current, end, at) = (0m, 0m, start, start);
        var (count, last, isOrdinal) = (0, Role.Hint, false);
        while (!isOrdinal && Words.TryGetValue(Text.AsSpan(at, WordEnd(at) - at), out var word) && Fits(word, last, count))
        {
            (end, last, count) = (WordEnd(at), word.Role, count + 1);
            if (word.Role == Role.Hundred) current = (current == 0 ? 1 : current) * 100;
            else if (word.Role == Role.Scale) (total, current) = (total + (current == 0 ? 1 : current) * word.Value, 0);
            else if (word is { Role: Role.Ordinal, Value: >= 100 }) current = (current == 0 ? 1 : current) * word.Value;
            else current += word.Value;
            isOrdinal = word.Role is Role.UnitOrdinal or Role.Ordinal;
            var joined = word.Role is Role.Hundred or Role.Scale && IsAt(end, " and ");
            if (joined) at = end + 5;
            else if (!Next(end, out at)) break;
            if (at >= Text.Length || !char.IsAsciiLetter(Text[at]) || count > 12) break;
        }
        if (count == 0) return WordEnd(start);
        var value = total + current;
        if (!isOrdinal && last is Role.Unit or Role.Teen && count == 1 && Parts(end, value) is { } parts) return AddFraction(start, parts.End, value, parts.Of);
        if (isOrdinal && count == 1 && IsAfterArticle(start) && value >= 3 && IsAt(end, " of ")) return AddFraction(start, end, 1, value);
        if (!isOrdinal && IsAt(end, " and a half")) (value, end) = (value + 0.5m, end + " and a half".Length);
        else if (!isOrdinal && IsAt(end, "-and-a-half")) (value, end) = (value + 0.5m, end + "-and-a-half".Length);
        var unit = Unit.None;
        if (!isOrdinal && Percent(end) is { } percent) (unit, end) = (new(1, FigureKind.Percent), percent);
        Add(start, end, unit.Kind == FigureKind.Number && value <= 1 ? FigureForm.Hint : FigureForm.Words, value, unit);
        return end;
    }

    private int AddFraction(int start, int end, decimal count, decimal of)
    {
        Add(start, end, FigureForm.Words, count / of);
        return end;
    }

    // A word goes on a number that it can belong to: "twenty-one", not "two three".
    private static bool Fits(Word word, Role last, int count) => word.Role switch
    {
        Role.Unit or Role.UnitOrdinal => count == 0 || last is Role.Tens or Role.Hundred or Role.Scale,
        Role.Teen or Role.Tens => count == 0 || last is Role.Hundred or Role.Scale,
        Role.Ordinal => count == 0 || last is Role.Hundred or Role.Scale || last == Role.Unit && word.Value >= 100,
        Role.Hundred => count == 0 || last is Role.Unit or Role.Teen or Role.Tens,
        Role.Scale => count == 0 || last is Role.Unit or Role.Teen or Role.Tens or Role.Hundred,
        _ => false,
    };

    // "two thirds", "one third", "three-quarters".
    private (int End, decimal Of)? Parts(int end, decimal count)
    {
        if (!Next(end, out var at)) return null;
        var wordEnd = WordEnd(at);
        var word = Text.AsSpan(at, wordEnd - at);
        if (Words.TryGetValue(word, out var plural) && plural.Role == Role.Parts) return (wordEnd, plural.Value);
        if (count != 1) return null;
        if (word.Equals("half", StringComparison.OrdinalIgnoreCase)) return (wordEnd, 2);
        if (word.Equals("quarter", StringComparison.OrdinalIgnoreCase)) return (wordEnd, 4);
        return Words.TryGetValue(word, out var ordinal) && ordinal is { Role: Role.UnitOrdinal or Role.Ordinal, Value: >= 3 and <= 20 } ? (wordEnd, ordinal.Value) : null;
    }

    // "39 per cent", "39 percent", "five percentage points", "a 39-per-cent share".
    private int? Percent(int end)
    {
        if (end >= Text.Length || !(IsBlank(Text[end]) || Text[end] == '-')) return null;
        foreach (var word in (ReadOnlySpan<string>)["per cent", "percentage points", "percentage point", "percent", "per-cent"])
            if (IsAt(end + 1, word) && !char.IsAsciiLetter(CharAt(end + 1 + word.Length))) return end + 1 + word.Length;
        return null;
    }

    // The start of the word behind one blank or one hyphen.
    private bool Next(int end, out int at)
    {
        at = end + 1;
        return at < Text.Length && (IsBlank(Text[end]) || Text[end] is '-' or '\u2011') && char.IsAsciiLetter(Text[at]);
    }

    private int WordEnd(int at)
    {
        while (at < Text.Length && char.IsAsciiLetter(Text[at])) at++;
        return at;
    }

    private static IEnumerable<KeyValuePair<string, Word>> Lexicon()
    {
        string[] units = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
        string[] teens = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
        string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        string[] ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
        var words = new List<(string, Role, decimal)>();
        words.AddRange(units.Select((w, i) => (w, Role.Unit, i + 1m)));
        words.AddRange(teens.Select((w, i) => (w, Role.Teen, i + 10m)));
        words.AddRange(tens.Select((w, i) => (w, Role.Tens, (i + 2) * 10m)));
        words.AddRange(ordinals.Select((w, i) => (w, Role.UnitOrdinal, i + 1m)));
        words.AddRange(teens.Select((w, i) => (w == "twelve" ? "twelfth" : w + "th", Role.Ordinal, i + 10m)));
        words.AddRange(tens.Select((w, i) => (w[..^1] + "ieth", Role.Ordinal, (i + 2) * 10m)));
        words.AddRange(ordinals.Skip(2).Concat(["tenth"]).Select((w, i) => (w + "s", Role.Parts, i + 3m)));
        words.AddRange(Months.Select((w, i) => (w, Role.Month, i + 1m)));
        words.AddRange([("quarters", Role.Parts, 4), ("halves", Role.Parts, 2), ("twentieths", Role.Parts, 20), ("hundredths", Role.Parts, 100)]);
        words.AddRange([("hundred", Role.Hundred, 100), ("hundredth", Role.Ordinal, 100), ("thousandth", Role.Ordinal, 1000)]);
        words.AddRange([("thousand", Role.Scale, 1e3m), ("million", Role.Scale, 1e6m), ("billion", Role.Scale, 1e9m), ("trillion", Role.Scale, 1e12m)]);
        words.AddRange(Hints.Select(h => (h.Word, Role.Hint, h.Value)));
        return words.Select(w => KeyValuePair.Create(w.Item1, new Word(w.Item2, w.Item3)));
    }
}
