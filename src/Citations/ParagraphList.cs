using System.Globalization;

using StaticSite.Text;

namespace StaticSite.Citations;

/// <summary>Paragraph numbers of one list, with their ranges and sub-paragraphs: "8 (a) and (c)", "18 至 25", "43-44", "5 bis".</summary>
/// <remarks><code>
/// list    = item *(separator item)
/// item    = [part "."] number [suffix] *sub / 1*sub  a sub without a number belongs to the number before it; a part as in "II.15", "第二.15段"
/// sub     = "(" letter / roman ")"
/// </code>The words come from the reader of a language.</remarks>
internal sealed class ParagraphList(Scan scan, IParagraphWords words)
{
    /// <summary>A longer range is a slip of the pen or no range; only its ends are kept.</summary>
    private const int LongestRange = 400;

    private readonly List<Pinpoint> places = [];
    private string number = "";
    private string sub = "";

    /// <summary>Reads as many items as there are. Null, and the place unchanged, when there is none.</summary>
    /// <param name="start">Where the words of the first item start: at "第" or "para.".</param>
    public List<Pinpoint>? Read(int start, bool single = false)
    {
        var from = scan.At;
        if (!Item(start, range: false, first: true))
        {
            scan.At = from;
            return null;
        }
        while (true)
        {
            var before = scan.At;
            var kind = words.Separator();
            var itemStart = scan.At;
            if (kind == ListSeparator.None || single && kind != ListSeparator.Range && scan.Peek() != '(' || !Item(itemStart, kind == ListSeparator.Range, first: false))
            {
                scan.At = before;
                return places;
            }
        }
    }

    private bool Item(int start, bool range, bool first)
    {
        var (lastNumber, lastSub) = (number, sub);
        var rangeStart = range ? places[^1].Span.Start : start;
        var digits = Number();
        if (digits is null && (first || scan.Peek() != '(')) return false;
        if (digits is not null)
        {
            // "4 600" and "2.5" are figures.
            if (scan.Peek() == '.' && Ascii.IsDigit(scan.Peek(1)) || scan.Peek() is '%' || scan.Peek() == '/' && Ascii.IsDigit(scan.Peek(1))) return false;
            number = words.Suffix() is { } suffix ? digits + suffix : digits;
        }
        sub = Subs(afterNumber: digits is not null);
        if (digits is null && sub.Length == 0)
        {
            (number, sub) = (lastNumber, lastSub);
            return false;
        }
        var span = new TextSpan(rangeStart, scan.At - rangeStart);
        if (!range)
        {
            places.Add(Place(number, sub, span));
            return true;
        }
        places[^1] = places[^1] with { Span = span };
        foreach (var (n, s) in Between(lastNumber, lastSub, number, sub)) places.Add(Place(n, s, span));
        return true;
    }

    // "12", "十二", "II.15", "二.15"
    private string? Number()
    {
        if (scan.EatDigits(4) is { } digits) return digits + (places.Count == 0 || places[^1].Paragraph?.Contains('.', StringComparison.Ordinal) == true ? Fascicle() : "");
        var start = scan.At;
        if (words.Numeral() is { } part)
        {
            if (scan.Eat('.') && scan.EatDigits(3) is { } number) return part + "." + number;
            if (scan.Text[start] >= '\u2E80' && scan.Text[scan.At - 1] != '.') return Roman.Parse(part)?.ToString(CultureInfo.InvariantCulture);
        }
        scan.At = start;
        return null;
    }

    // The sections of a budget number their paragraphs "8.20" and "29B.12".
    private string Fascicle()
    {
        var start = scan.At;
        var letter = Ascii.IsUpper(scan.Peek()) && scan.Peek(1) == '.' ? scan.Peek().ToString() : "";
        scan.At += letter.Length;
        if (scan.Eat('.') && scan.EatDigits(3) is { } number && !(scan.Peek() == ' ' && scan.Rest.TrimStart(' ').StartsWith("million", StringComparison.Ordinal))) return letter + "." + number;
        scan.At = start;
        return "";
    }

    // "(a)(ii)", also with a blank before the first one.
    private string Subs(bool afterNumber)
    {
        var read = "";
        while (true)
        {
            var start = scan.At;
            if (afterNumber || read.Length > 0) scan.SkipBlank();
            if (!scan.Eat('(')) { scan.At = start; return read; }
            var end = scan.At;
            while (end < scan.Text.Length && end - scan.At < 5 && Ascii.IsLower(scan.Text[end])) end++;
            var label = scan.Text[scan.At..end];
            var isLabel = label.Length == 1 || label.Length > 1 && (label.AsSpan().IndexOfAnyExcept("ivx") < 0 || label[0] == label[1] && label.Length == 2);
            if (!isLabel || end >= scan.Text.Length || scan.Text[end] != ')') { scan.At = start; return read; }
            scan.At = end + 1;
            read += $"({label})";
        }
    }

    // The places of a range behind its first, the last included.
    private static IEnumerable<(string Number, string Sub)> Between(string first, string firstSub, string last, string lastSub)
    {
        if (first == last && firstSub.Length == 3 && lastSub.Length == 3 && firstSub[1] < lastSub[1])
        {
            for (var c = (char)(firstSub[1] + 1); c <= lastSub[1]; c++) yield return (first, $"({c})");
            yield break;
        }
        // "8.20 至 8.23"
        var dot = last.LastIndexOf('.') + 1;
        if (firstSub.Length == 0 && lastSub.Length == 0 && dot > 0 && first.LastIndexOf('.') + 1 == dot && first.AsSpan(0, dot).SequenceEqual(last.AsSpan(0, dot)))
        {
            foreach (var (n, _) in Between(first[dot..], "", last[dot..], "")) yield return (last[..dot] + n, "");
            yield break;
        }
        if (firstSub.Length == 0 && lastSub.Length == 0
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to) && to > from && to - from <= LongestRange)
        {
            for (var n = from + 1; n < to; n++) yield return (n.ToString(CultureInfo.InvariantCulture), "");
        }
        yield return (last, lastSub);
    }

    private static Pinpoint Place(string number, string sub, TextSpan span) =>
        new() { Span = span, Paragraph = number, Subparagraph = sub.Length == 0 ? null : sub };
}

/// <summary>The words of a language in a list of paragraphs.</summary>
internal interface IParagraphWords
{
    /// <summary>Eats what separates two items.</summary>
    ListSeparator Separator();

    /// <summary>Eats "bis", "之二"; null when nothing of the kind follows a number.</summary>
    string? Suffix();

    /// <summary>Eats a number that is no Arabic one, as Roman digits; null when there is none.</summary>
    string? Numeral();
}

internal enum ListSeparator { None, And, Range }
