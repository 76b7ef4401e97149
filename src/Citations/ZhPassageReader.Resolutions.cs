using StaticSite.Markdown;
using StaticSite.Text;

namespace StaticSite.Citations;

/// <content>Resolutions and decisions: lists of "第…号" with dates, bodies and places, and the word that may come only at their end.</content>
internal sealed partial class ZhPassageReader
{
    private sealed record Item(int Start, List<ResolutionItem> Numbers, string? Word, PlaceList? Places, int End, IssuingBody Body);

    private bool Resolutions()
    {
        var next = Scan.Peek(1) == ' ' ? Scan.Peek(2) : Scan.Peek(1);
        if (!Ascii.IsDigit(next) && next is not ('S' or 'E')) return false;
        var items = new List<Item>();
        var body = BodyBefore(Scan.At);
        while (ReadItem(body) is { } item)
        {
            items.Add(item);
            var before = Scan.At;
            if (!Separator(out var named) || Scan.Peek() != '第')
            {
                Scan.At = before;
                break;
            }
            body = named is IssuingBody.None ? item.Body : named;
        }
        if (items.Count == 0) return false;
        string? word = null;
        var words = new string?[items.Count];
        for (var i = items.Count - 1; i >= 0; i--) words[i] = word = items[i].Word ?? word;
        for (var i = 0; i < items.Count; i++)
        {
            // Without any word only a number that cannot be anything else is one: session and number, closed by a sign.
            if (words[i] is null && !IsCertain(items[i])) continue;
            EmitItem(items[i], words[i] == "决定");
        }
        Scan.At = items[^1].End;
        return true;
    }

    private Item? ReadItem(IssuingBody body)
    {
        var start = Scan.At;
        if (!Scan.Eat('第')) return null;
        Scan.SkipBlank();
        var numbers = new List<ResolutionItem>();
        while (ResolutionItem.Read(Scan, this) is { } number)
        {
            numbers.Add(number);
            var before = Scan.At;
            if (EatListJoin() && Ascii.IsDigit(Scan.Peek())) continue;
            Scan.At = before;
            break;
        }
        Scan.SkipBlank();
        if (numbers.Count == 0 || !Scan.Eat('号'))
        {
            Scan.At = start;
            return null;
        }
        var end = Scan.At;
        Scan.SkipBlank();
        Scan.EatAny(ZhWords.Counts);
        Scan.SkipBlank();
        var word = Scan.EatAny(ZhWords.Decisions);
        if (word is null) Scan.At = end;
        else end = Scan.At;
        var places = word is null && Scan.Peek() != ',' ? null : PlacesBehind();
        if (places is null) Scan.At = end;
        return new(start, numbers, word, places, Scan.At, body);
    }

    // Between two items: signs and words, calls, the date of the next one, its body.
    private bool Separator(out IssuingBody body)
    {
        body = IssuingBody.None;
        var any = false;
        for (var steps = 0; steps < 12; steps++)
        {
            var start = Scan.At;
            Scan.SkipBlank();
            if (Scan.Peek() == RichText.Call) { body = IssuingBody.None; return false; }
            if (Scan.EatAny(ZhWords.Separators) is not null) { any = true; continue; }
            if (Scan.EatAny(ZhWords.Adopters) is { } name)
            {
                body = Bodies.AdopterBefore(name);
                continue;
            }
            if (Scan.EatAny(ZhWords.Fillers) is "其") continue;
            if (Dates.EatHan(Scan)) continue;
            if (Scan.At == start || Scan.Peek() == '第') break;
            Scan.At = start;
            break;
        }
        Scan.SkipBlank();
        return any;
    }

    private bool IsCertain(Item item)
    {
        var next = item.End < Scan.Text.Length ? Scan.Text[item.End] : '\0';
        return item.Numbers.TrueForAll(n => n.Number.IndexOf('/', StringComparison.Ordinal) == 2 && string.CompareOrdinal(n.Number, "31") > 0 && Ascii.IsDigit(n.Number[0]))
            && next is '\0' or ')' or ',' or '、' or '。' or ';' or ' ' or '\n';
    }

    private void EmitItem(Item item, bool isDecision)
    {
        for (var i = 0; i < item.Numbers.Count; i++)
        {
            var number = item.Numbers[i];
            var isLast = i == item.Numbers.Count - 1;
            var symbols = number.Symbols(item.Body, isDecision, Context.Self).ToList();
            for (var j = 0; j < symbols.Count; j++)
            {
                var (symbol, span) = symbols[j];
                // The first one starts at 第, the last one ends with its places.
                var shared = j > 0 && symbols[0].Span == span;
                var start = i == 0 && (j == 0 || shared) ? item.Start : span.Start;
                var ends = isLast && (j == symbols.Count - 1 || span == symbols[^1].Span);
                Emit(CitationKind.Symbol, symbol, start, ends ? item.End : span.End, isLast && j == symbols.Count - 1 ? item.Places : null);
            }
        }
    }

    // "大会66/257号决议", "大会决议66/257": without 第 only with its word, and only behind it or before it.
    private bool BareResolution()
    {
        var start = Scan.At;
        if (start > 0 && (Ascii.IsLetterOrDigit(Scan.Text[start - 1]) || Scan.Text[start - 1] is '/' or '.' or '-' or ',')) return false;
        if (ResolutionItem.Read(Scan, this) is not { } number) return false;
        var behind = Before(start).TrimEnd(' ');
        var isDecision = behind.EndsWith("决定", StringComparison.Ordinal);
        var body = BodyBefore(start);
        Scan.SkipBlank();
        if (Scan.Eat('号') && Scan.EatAny(ZhWords.Decisions) is { } word) isDecision = word == "决定";
        else if (isDecision || behind.EndsWith("决议", StringComparison.Ordinal)) Scan.At = number.Span.End;
        else return false;
        var end = Scan.At;
        var places = PlacesBehind();
        if (places is null) Scan.At = end;
        EmitItem(new(start, [number], null, places, Scan.At, body), isDecision);
        return true;
    }

    // The body that adopted it stands before the date: "人权理事会2020年10月7日第51/30号". Later ones in the same list have the same body.
    private IssuingBody BodyBefore(int at)
    {
        var before = Before(at).TrimEnd(' ');
        while (before.Length > 0 && (before[^1] is '日' or '月' or '年' or ' ' || Ascii.IsDigit(before[^1]))) before = before[..^1];
        foreach (var word in (ReadOnlySpan<string>)["通过的", "在其", "其", "在", "的", "决议", "决定", "有关", "相关"])
            if (before.EndsWith(word, StringComparison.Ordinal)) before = before[..^word.Length].TrimEnd(' ');
        if (Bodies.AdopterBefore(before) is not IssuingBody.None and var body) return listBody = body;
        var gap = before.Length > 0 && at - before.Length >= 0 ? Scan.Text.AsSpan(Math.Min(LastEnd, at), at - Math.Min(LastEnd, at)) : [];
        return LastEnd > 0 && gap.Length < 40 && IsListGap(gap) ? listBody : listBody = IssuingBody.None;
    }

    private IssuingBody listBody;

    private static bool IsListGap(ReadOnlySpan<char> gap)
    {
        foreach (var c in gap)
            if (!Ascii.IsDigit(c) && c is not (' ' or RichText.Call) && !"年月日和及与以、,其".Contains(c, StringComparison.Ordinal)) return false;
        return true;
    }
}
