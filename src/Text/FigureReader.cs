using System.Globalization;

namespace StaticSite.Text;

/// <summary>Reads what figures are in every language: digits, Roman numbers, percent signs, spans of years. The readers of languages add their words.</summary>
internal class FigureReader
{
    // More digits than a decimal holds are no figure that anyone compares.
    private const int MostDigits = 24;

    protected static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private readonly List<Figure> found = [];

    // What made each figure a percentage or a multiple, for the figure before it: "5 to 10 per cent".
    private readonly List<Unit> units = [];

    protected string Text { get; private set; } = "";

    protected sealed record Unit(decimal Scale, FigureKind Kind)
    {
        public static readonly Unit None = new(1, FigureKind.Number);
    }

    /// <summary>The figures of a text, in its order. The list is the reader's own, until it reads the next text.</summary>
    public List<Figure> Read(string text)
    {
        Text = Numerals.HalfWidth(text);
        found.Clear();
        units.Clear();
        for (var at = NextStart(0); at < Text.Length; at = NextStart(at))
            at = Ascii.IsDigit(Text[at]) ? ReadDigits(at) : ReadWord(at);
        Join();
        return found;
    }

    /// <summary>The next offset from here on at which <see cref="ReadWord"/> could find something, or a digit stands; the length of the text at its end.</summary>
    protected virtual int NextStart(int from) => from;

    /// <summary>Reads a word that may be a number; returns where to go on, always behind the start.</summary>
    protected virtual int ReadWord(int at) => Ascii.IsUpper(Text[at]) ? Roman(at) : at + 1;

    /// <summary>What follows a number and belongs to it: a percent sign, "million", 万.</summary>
    protected virtual Unit ReadUnit(ref int end) => ReadPercentSign(ref end) ? new(1, FigureKind.Percent) : Unit.None;

    /// <summary>A date that begins with this number; false when none does.</summary>
    protected virtual bool ReadDate(int start, int end, decimal value) => false;

    /// <summary>True when the characters between two figures say that a unit behind the second one may belong to both.</summary>
    protected virtual bool IsJoint(ReadOnlySpan<char> between) => between.Trim() is "-" or "–" or "—";

    protected void Add(int start, int end, FigureForm form, decimal value, Unit unit)
    {
        // Beyond that, no text means what it says, and a decimal ends.
        if (unit.Scale != 1 && value >= 1e12m) unit = unit with { Scale = 1 };
        found.Add(new(start, end - start, form, new(unit.Kind, unit.Scale == 1 ? value : value * unit.Scale)));
        units.Add(unit);
    }

    protected void Add(int start, int end, FigureForm form, decimal value) => Add(start, end, form, value, Unit.None);

    protected void AddDate(int start, int end, FigureForm form, int year, int month, int day) =>
        Add(start, end, form, year * 10000 + month * 100 + day, new(1, FigureKind.Date));

    /// <summary>The figure read last; null when there is none.</summary>
    protected Figure? Last => found.Count > 0 ? found[^1] : null;

    protected void RemoveLast()
    {
        found.RemoveAt(found.Count - 1);
        units.RemoveAt(units.Count - 1);
    }

    /// <summary>The second figure may be meant as well by the figure that was read last.</summary>
    protected void LastOr(FigureValue value) => found[^1] = found[^1] with { Or = value };

    protected char CharAt(int at) => at >= 0 && at < Text.Length ? Text[at] : '\0';

    protected bool IsAt(int at, string word) => at <= Text.Length && Text.AsSpan(at).StartsWith(word, StringComparison.Ordinal);

    protected int SkipBlanks(int at)
    {
        while (at < Text.Length && IsBlank(Text[at])) at++;
        return at;
    }

    protected static bool IsBlank(char c) => c is ' ' or '\u00A0' or '\u2009' or '\u202F';

    /// <summary>A whole number of at most so many digits; null when there is none or it runs on.</summary>
    protected int? WholeNumber(int at, int most, out int end)
    {
        end = at;
        while (end < Text.Length && Ascii.IsDigit(Text[end])) end++;
        return end > at && end - at <= most ? int.Parse(Text.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>True at the start of a paragraph, where a number is a label: "二、", "II.".</summary>
    protected bool IsLineStart(int at) => at == 0 || Text[at - 1] == '\n';

    private int ReadDigits(int start)
    {
        var value = Number(start, out var end);
        var isYear = end - start == 4 && value is >= 1900 and < 2100;
        if (isYear && IsoDate(start, end, (int)value)) return end + 6;
        if (ReadDate(start, end, value)) return Math.Max(end, Last?.End ?? end);
        var unitEnd = end;
        var unit = ReadUnit(ref unitEnd);
        // ":00" of a time.
        var form = value == 0 && CharAt(start - 1) == ':' ? FigureForm.Hint : FigureForm.Digits;
        Add(start, unitEnd, form, value, unit);
        if (isYear && unit == Unit.None && ShortYear(end, (int)value) is { } second)
        {
            Add(end + 1, end + 3, FigureForm.Digits, second);
            return end + 3;
        }
        return Math.Max(unitEnd, end);
    }

    // digits = 1*3digit 1*(separator 3digit) ["." 1*digit] / 1*digit ["." 1*digit]
    private decimal Number(int start, out int end)
    {
        end = start;
        while (end < Text.Length && Ascii.IsDigit(Text[end])) end++;
        if (end - start <= 3 && Text[start] != '0')
            while (IsGroup(end)) end += 4;
        if (CharAt(end) == '.' && Ascii.IsDigit(CharAt(end + 1)))
        {
            var fraction = end + 1;
            while (fraction < Text.Length && Ascii.IsDigit(Text[fraction])) fraction++;
            // "1.2.3" is no number with a fraction.
            if (!(CharAt(fraction) == '.' && Ascii.IsDigit(CharAt(fraction + 1)))) end = fraction;
        }
        if (Small(start, end) is { } small) return small;
        var (value, scale, digits) = (0m, 0m, 0);
        for (var i = start; i < end && digits < MostDigits; i++)
        {
            if (Text[i] == '.') scale = 1;
            if (!Ascii.IsDigit(Text[i])) continue;
            value = value * 10 + (Text[i] - '0');
            scale *= 10;
            digits++;
        }
        return scale > 1 ? value / scale : value;
    }

    // Whole numbers of few digits, which nearly all are, need no arithmetic of decimals.
    private decimal? Small(int start, int end)
    {
        var value = 0L;
        if (end - start > 18) return null;
        for (var i = start; i < end; i++)
        {
            if (Text[i] == '.') return null;
            if (Ascii.IsDigit(Text[i])) value = value * 10 + Text[i] - '0';
        }
        return value;
    }

    private bool IsGroup(int at) =>
        (CharAt(at) == ',' || IsBlank(CharAt(at))) && Ascii.IsDigit(CharAt(at + 1)) && Ascii.IsDigit(CharAt(at + 2))
        && Ascii.IsDigit(CharAt(at + 3)) && !Ascii.IsDigit(CharAt(at + 4));

    private bool IsoDate(int start, int end, int year)
    {
        if (CharAt(end) != '-' || WholeNumber(end + 1, 2, out var month) is not (>= 1 and <= 12) || month != end + 3
            || CharAt(month) != '-' || WholeNumber(month + 1, 2, out var day) is not (>= 1 and <= 31) || day != end + 6) return false;
        AddDate(start, end + 6, FigureForm.Digits, year, (Text[end + 1] - '0') * 10 + Text[end + 2] - '0', (Text[end + 4] - '0') * 10 + Text[end + 5] - '0');
        return true;
    }

    // "2010/11", "1999-00": the second year in two digits.
    private int? ShortYear(int at, int year)
    {
        if (CharAt(at) is not ('/' or '-' or '–' or '—' or '\u2011')) return null;
        if (WholeNumber(at + 1, 2, out var end) is not { } second || end != at + 3) return null;
        if (second > year % 100) return year - year % 100 + second;
        return second == (year + 1) % 100 ? year + 1 : null;
    }

    protected bool ReadPercentSign(ref int end)
    {
        var at = SkipBlanks(end);
        if (CharAt(at) is not ('%' or '％')) return false;
        end = at + 1;
        return true;
    }

    /// <summary>"II" of "phase II": a Roman number by itself. I, V and X alone may be letters.</summary>
    protected int Roman(int start)
    {
        var end = start;
        while (end < Text.Length && Text[end] is 'I' or 'V' or 'X') end++;
        if (end == start || Ascii.IsLetterOrDigit(CharAt(start - 1)) || Ascii.IsLetterOrDigit(CharAt(end))) return Math.Max(end, start + 1);
        if (StaticSite.Text.Roman.Parse(Text.AsSpan(start, end - start)) is > 1 and var value)
            Add(start, end, end - start == 1 || IsLineStart(start) ? FigureForm.Hint : FigureForm.Words, value);
        return end;
    }

    // "15 February 2013", "February 15, 2013", "July 2009", "September"; the day has been read as a number.
    /// <summary>Reads a date around an English month; Chinese title pages print such dates too. Returns where to go on.</summary>
    protected int ReadMonth(int start, int end, int month)
    {
        if (!Ascii.IsUpper(Text[start])) return end;
        var (day, year, first) = (0, 0, start);
        if (Last is { Form: FigureForm.Digits, Value: { Kind: FigureKind.Number, Value: >= 1 and <= 31 } } last && last.Value.Value % 1 == 0
            && Text.AsSpan(last.End, start - last.End) is " " or "\u00A0" or " of ")
        {
            (day, first) = ((int)last.Value.Value, last.Start);
            RemoveLast();
        }
        else if (IsBlank(CharAt(end)) && WholeNumber(end + 1, 2, out var dayEnd) is >= 1 and <= 31 and var number)
        {
            (day, end) = (number, dayEnd);
            if (CharAt(end) == ',' && IsBlank(CharAt(end + 1)) && WholeNumber(end + 2, 4, out var behind) is >= 1900 and < 2100) end++;
        }
        if (IsBlank(CharAt(end)) && WholeNumber(end + 1, 4, out var yearEnd) is >= 1000 and var named) (year, end) = (named, yearEnd);
        // "May" may be a verb at the start of a sentence.
        var form = month == 5 && day == 0 && year == 0 && !IsBehindPreposition(start) ? FigureForm.Hint : FigureForm.Digits;
        AddDate(first, end, form, year, month, day);
        return end;
    }

    private bool IsBehindPreposition(int at)
    {
        var before = Text.AsSpan(Math.Max(0, at - 9), Math.Min(9, at));
        foreach (var word in (ReadOnlySpan<string>)[" in ", " since ", " until ", " from ", " by ", " of ", " to ", " early ", " late ", "mid-", " and ", " between "])
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // "5 to 10 per cent", "400 至 500 万", "5、6 月": what stands behind the second figure may be meant for the first one too.
    private void Join()
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var (first, second, unit) = (found[i], found[i + 1], units[i + 1]);
            if (first.Value.Kind != FigureKind.Number || units[i] != Unit.None || first.Or is not null) continue;
            if (second.Or is null && unit == Unit.None || second.Start < first.End || !IsJoint(Text.AsSpan(first.End, second.Start - first.End))) continue;
            if (unit.Kind == FigureKind.Date)
            {
                // "1-6 月": a month beside a month.
                if (second.Value.Value < 1300 && second.Value.Value % 100 == 0 && first.Value.Value is >= 1 and <= 12)
                    found[i] = first with { Or = new(FigureKind.Date, first.Value.Value * 100) };
                continue;
            }
            if (first.Value.Value < 1e12m) found[i] = first with { Or = new(unit.Kind, first.Value.Value * unit.Scale) };
            units[i] = unit;
        }
    }
}
