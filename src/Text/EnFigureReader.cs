namespace StaticSite.Text;

/// <summary>The figures of English texts: words from "two" to "billion", ordinals, fractions, months.</summary>
internal sealed class EnFigureReader : FigureReader
{
    private enum Role { Unit, Teen, Tens, Hundred, Scale, UnitOrdinal, Ordinal, Parts, Month, Hint }

    private sealed record Word(string Text, Role Role, decimal Value);

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

    // By the first two letters: most words of a text are no number words, and are none by these already.
    private static readonly Word[]?[] Words = Lexicon();

    /// <summary>A number word, in any case; null when the letters are none.</summary>
    private static Word? Find(ReadOnlySpan<char> letters)
    {
        if (letters.Length < 2 || Words[Start(letters[0], letters[1])] is not { } words) return null;
        foreach (var word in words)
            if (word.Text.Length == letters.Length && letters.Equals(word.Text, StringComparison.OrdinalIgnoreCase)) return word;
        return null;
    }

    private Word? WordAt(int at, out int end)
    {
        end = WordEnd(at);
        return Find(Text.AsSpan(at, end - at));
    }

    private static int Start(char first, char second) => ((first | 0x20) - 'a') * 26 + (second | 0x20) - 'a';

    protected override int NextStart(int from)
    {
        var at = from;
        while (at < Text.Length && !Ascii.IsLetterOrDigit(Text[at])) at++;
        return at;
    }

    protected override int ReadWord(int at)
    {
        if (!Ascii.IsLetter(Text[at])) return at + 1;
        // The letters of "28A", "A4" and "d'être" are no words.
        if (WordAt(at, out var end) is not { } word || Ascii.IsLetterOrDigit(CharAt(at - 1)))
            return Ascii.IsUpper(Text[at]) ? Math.Max(end, Roman(at)) : end;
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
        if (end + 1 < Text.Length && Text.AsSpan(end, 2) is "st" or "nd" or "rd" or "th" && !Ascii.IsLetterOrDigit(CharAt(end + 2)))
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
        while (Next(end, out var at) && WordAt(at, out var wordEnd) is { Role: Role.Scale or Role.Hundred } word)
        {
            if (scale * word.Value > 1e12m) break;
            (scale, end) = (scale * word.Value, wordEnd);
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
        at >= 2 && Text[at - 1] == ' ' && Text[at - 2] is 'a' or 'A' && !Ascii.IsLetterOrDigit(CharAt(at - 3));

    /// <summary>number = below-1000 *(scale [["and"] below-1000]); below-1000 = [unit "hundred" ["and"]] [tens ["-" unit] / teen / unit]; the last word
    /// may be an ordinal, or the parts of a fraction.</summary>
    private int ReadNumber(int start)
    {
        var (total, current, end, at) = (0m, 0m, start, start);
        var (count, last, isOrdinal) = (0, Role.Hint, false);
        while (!isOrdinal && WordAt(at, out var wordEnd) is { } word && Fits(word, last, count))
        {
            (end, last, count) = (wordEnd, word.Role, count + 1);
            if (word.Role == Role.Hundred) current = (current == 0 ? 1 : current) * 100;
            else if (word.Role == Role.Scale) (total, current) = (total + (current == 0 ? 1 : current) * word.Value, 0);
            else if (word is { Role: Role.Ordinal, Value: >= 100 }) current = (current == 0 ? 1 : current) * word.Value;
            else current += word.Value;
            isOrdinal = word.Role is Role.UnitOrdinal or Role.Ordinal;
            var joined = word.Role is Role.Hundred or Role.Scale && IsAt(end, " and ");
            if (joined) at = end + 5;
            else if (!Next(end, out at)) break;
            if (at >= Text.Length || !Ascii.IsLetter(Text[at]) || count > 12) break;
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
        if (Find(word) is { Role: Role.Parts } plural) return (wordEnd, plural.Value);
        if (count != 1) return null;
        if (word.Equals("half", StringComparison.OrdinalIgnoreCase)) return (wordEnd, 2);
        if (word.Equals("quarter", StringComparison.OrdinalIgnoreCase)) return (wordEnd, 4);
        return Find(word) is { Role: Role.UnitOrdinal or Role.Ordinal, Value: >= 3 and <= 20 } ordinal ? (wordEnd, ordinal.Value) : null;
    }

    // "39 per cent", "39 percent", "five percentage points", "a 39-per-cent share".
    private int? Percent(int end)
    {
        if (end >= Text.Length || !(IsBlank(Text[end]) || Text[end] == '-')) return null;
        foreach (var word in (ReadOnlySpan<string>)["per cent", "percentage points", "percentage point", "percent", "per-cent"])
            if (IsAt(end + 1, word) && !Ascii.IsLetter(CharAt(end + 1 + word.Length))) return end + 1 + word.Length;
        return null;
    }

    // The start of the word behind one blank or one hyphen.
    private bool Next(int end, out int at)
    {
        at = end + 1;
        return at < Text.Length && (IsBlank(Text[end]) || Text[end] is '-' or '\u2011') && Ascii.IsLetter(Text[at]);
    }

    private int WordEnd(int at)
    {
        while (at < Text.Length && Ascii.IsLetter(Text[at])) at++;
        return at;
    }

    private static Word[]?[] Lexicon()
    {
        string[] units = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
        string[] teens = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
        string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        string[] ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
        var words = new Word[]?[26 * 26];
        for (var i = 0; i < units.Length; i++) Add(units[i], Role.Unit, i + 1);
        for (var i = 0; i < ordinals.Length; i++) Add(ordinals[i], Role.UnitOrdinal, i + 1);
        for (var i = 2; i < ordinals.Length; i++) Add(ordinals[i] + "s", Role.Parts, i + 1);
        Add("tenths", Role.Parts, 10);
        for (var i = 0; i < teens.Length; i++)
        {
            Add(teens[i], Role.Teen, i + 10);
            Add(teens[i] == "twelve" ? "twelfth" : teens[i] + "th", Role.Ordinal, i + 10);
        }
        for (var i = 0; i < tens.Length; i++)
        {
            Add(tens[i], Role.Tens, (i + 2) * 10);
            Add(tens[i][..^1] + "ieth", Role.Ordinal, (i + 2) * 10);
        }
        for (var i = 0; i < Months.Length; i++) Add(Months[i], Role.Month, i + 1);
        Add("quarters", Role.Parts, 4);
        Add("halves", Role.Parts, 2);
        Add("twentieths", Role.Parts, 20);
        Add("hundredths", Role.Parts, 100);
        Add("hundred", Role.Hundred, 100);
        Add("hundredth", Role.Ordinal, 100);
        Add("thousandth", Role.Ordinal, 1000);
        Add("thousand", Role.Scale, 1e3m);
        Add("million", Role.Scale, 1e6m);
        Add("billion", Role.Scale, 1e9m);
        Add("trillion", Role.Scale, 1e12m);
        foreach (var (word, value) in Hints) Add(word, Role.Hint, value);
        return words;

        void Add(string word, Role role, decimal value)
        {
            ref var same = ref words[Start(word[0], word[1])];
            same = [.. same ?? [], new(word, role, value)];
        }
    }
}
