using StaticSite.Markdown;

namespace StaticSite.Citations;

/// <summary>The Chinese reader.</summary>
/// <remarks>On normalized text; blanks may stand anywhere.<code>
/// citation    = symbol-group / resolutions / ibid / back / internal / call / bare
/// resolutions = item *(separator item)            决议 or 决定 behind any item holds for those before it that have none
/// item        = [date] "第" number *(join number) "号" ["决议" / "决定"] [[","] places]
/// ibid        = "同上" [[","] places]
/// back        = ("该" / "上述" / "同一") ("决议" / "决定" / "报告") [places] / "报告" places / "决议" places
/// internal    = ("上文" / "下文") places / "本" ("决议" / "报告" / "文件" …) places
/// bare        = "(" ["见"] places ")"              with 见 a place in the same document, else in the one cited last
/// </code></remarks>
internal sealed class ZhPassageReader : PassageReader
{
    private readonly ZhPinpoints pinpoints;

    public ZhPassageReader(Passage passage, ReadingContext context) : base(passage, context) => pinpoints = new(Scan);

    protected override bool ReadHere() => Scan.Peek() switch
    {
        RichText.Call => ReadCall(),
        'h' or 'w' => SkipLink(),
        >= 'A' and <= 'Z' => ReadSymbol() || BareResolution(),
        '第' => Resolutions(),
        >= '0' and <= '9' => BareResolution(),
        '同' => Ibid() || Back(),
        '上' or '下' => Internal() || Back(),
        '该' => Back(),
        '本' => OfThis(),
        '报' => ReportPlaces(),
        '决' => ResolutionPlaces(),
        '图' or '表' => FigureAgain(),
        '(' => Bare(),
        ';' when InBrackets(Scan.At) => Bare(),
        _ => false,
    };

    protected override PlaceList? Places() => pinpoints.Read();

    protected override PlaceList? PlacesBehind()
    {
        Scan.SkipBlank();
        var comma = Scan.Eat(',');
        Scan.SkipBlank();
        if (!comma && Scan.Peek() == '的') Scan.At++;
        if (!comma && Scan.Eat('('))
        {
            Scan.SkipBlank();
            Scan.EatAny(["特别是", "见"]);
            return pinpoints.Read() is { } inside && Scan.Eat(')') ? inside : null;
        }
        Scan.SkipBlank();
        SkipVolume();
        // "A/67/714 的附件" is a report with an annex, not a place in it; "附件二" is one.
        var places = pinpoints.Read();
        return places;
    }

    // "第一卷，" and "第二部分，" stand between a supplement and its chapters; the symbol names the volume where it has one.
    private void SkipVolume()
    {
        var before = Scan.At;
        if (Scan.Eat('第'))
        {
            Scan.SkipBlank();
            if (Labels.EatHan(Scan) is not null && Scan.EatAny(["卷", "部分"]) is not null)
            {
                Scan.SkipBlank();
                if (Scan.Eat(','))
                {
                    Scan.SkipBlank();
                    return;
                }
            }
        }
        Scan.At = before;
    }

    protected override bool EatListJoin()
    {
        var start = Scan.At;
        Scan.SkipBlank();
        if (Scan.EatAny(["以及", "、", "和", "及", "与", ","]) is null)
        {
            Scan.At = start;
            return false;
        }
        Scan.SkipBlank();
        return true;
    }

    protected override bool EatRangeSign()
    {
        var start = Scan.At;
        Scan.SkipBlank();
        if (Scan.EatAny(["至", "到", "-", "~"]) is null)
        {
            Scan.At = start;
            return false;
        }
        Scan.SkipBlank();
        return true;
    }

    protected override void EatSymbolWord()
    {
        var start = Scan.At;
        Scan.SkipBlank();
        if (Scan.Eat("号") && Scan.EatAny(["文件", "报告", "决议", "决定", "说明"]) is not null) return;
        Scan.At = start;
    }

    private sealed record Item(int Start, List<ResolutionItem> Numbers, string? Word, PlaceList? Places, int End, IssuingBody Body);

    private bool Resolutions()
    {
        var next = Scan.Peek(1) == ' ' ? Scan.Peek(2) : Scan.Peek(1);
        if (!char.IsAsciiDigit(next) && next is not ('S' or 'E')) return false;
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
        while (ResolutionItem.Read(Scan, EatListJoin, EatRangeSign) is { } number)
        {
            numbers.Add(number);
            var before = Scan.At;
            if (EatListJoin() && char.IsAsciiDigit(Scan.Peek())) continue;
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
        Scan.EatAny(["两项", "三项", "各项", "等"]);
        Scan.SkipBlank();
        var word = Scan.EatAny(["决议", "决定"]);
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
            if (Scan.EatAny(["以及", "、", ",", "和", "及", "与", ";", "或"]) is not null) { any = true; continue; }
            if (Scan.EatAny(["安全理事会", "安理会", "人权理事会", "经济及社会理事会", "经社理事会", "大会"]) is { } name)
            {
                body = Bodies.AdopterBefore(name);
                continue;
            }
            if (Scan.EatAny(["其", "在", "题为", "关于"]) is "其") continue;
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
        return item.Numbers.TrueForAll(n => n.Number.IndexOf('/', StringComparison.Ordinal) == 2 && string.CompareOrdinal(n.Number, "31") > 0 && char.IsAsciiDigit(n.Number[0]))
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
        if (start > 0 && (char.IsAsciiLetterOrDigit(Scan.Text[start - 1]) || Scan.Text[start - 1] is '/' or '.' or '-' or ',')) return false;
        if (ResolutionItem.Read(Scan, EatListJoin, EatRangeSign) is not { } number) return false;
        var behind = Before(start).TrimEnd(' ');
        var isDecision = behind.EndsWith("决定", StringComparison.Ordinal);
        var body = BodyBefore(start);
        Scan.SkipBlank();
        if (Scan.Eat('号') && Scan.EatAny(["决议", "决定"]) is { } word) isDecision = word == "决定";
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
        while (before.Length > 0 && (before[^1] is '日' or '月' or '年' or ' ' || char.IsAsciiDigit(before[^1]))) before = before[..^1];
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
            if (!char.IsAsciiDigit(c) && c is not (' ' or RichText.Call) && !"年月日和及与以、,其".Contains(c, StringComparison.Ordinal)) return false;
        return true;
    }

    private bool Ibid()
    {
        var start = Scan.At;
        if (!Scan.Eat("同上") && !Scan.Eat("同前")) return false;
        var end = Scan.At;
        var places = PlacesBehind();
        if (places is null)
        {
            Scan.At = end;
            Scan.SkipBlank();
            if (!Scan.AtEnd && Scan.Peek() is not (',' or ')' or '。' or ';' or ':' or '、' or '”' or '\n' or '.')) return false;
            Scan.At = end;
        }
        Emit(CitationKind.Ibid, Context.Ibid(!IsFootnote && InBrackets(start)), start, Scan.At, places);
        return true;
    }

    private bool Back()
    {
        var start = Scan.At;
        if (Scan.EatAny(["该", "上述", "同一"]) is null) return false;
        var word = Scan.EatAny(["决议", "决定", "报告", "文件"]);
        if (word is null || word == "决定" && Scan.Peek() != '第' && Scan.Peek() != ' ') return false;
        var isWordOnly = word == "文件";
        var end = Scan.At;
        var target = word is "报告" or "文件" ? Context.LastReport : Context.LastResolution;
        // A call tells the document better than a word that points back.
        Scan.SkipBlank();
        if (MarkerAt(Scan.At) is not null)
        {
            Scan.At = end;
            return false;
        }
        Scan.At = end;
        var places = PlacesBehind();
        if (places is null) Scan.At = end;
        if ((target is null || isWordOnly) && places is null) return true;
        Emit(CitationKind.Anaphora, target, start, Scan.At, places);
        return true;
    }

    private bool Internal()
    {
        var start = Scan.At;
        // "下表 1" and "上图二" are short for "下文表 1".
        if (Scan.EatAny(["上文", "下文"]) is not null)
        {
            Scan.SkipBlank();
            Scan.Eat('的');
        }
        else if (Scan.Peek(1) is '表' or '图')
        {
            Scan.At++;
        }
        if (Scan.At == start || Places() is not { } places) return false;
        Emit(CitationKind.Internal, Context.Self, start, Scan.At, places);
        return true;
    }

    private bool OfThis()
    {
        var start = Scan.At;
        if (!Scan.Eat("本")) return false;
        if (Scan.EatAny(["决议", "报告", "文件", "说明", "决定", "公报"]) is null) return false;
        var end = Scan.At;
        Scan.SkipBlank();
        Scan.Eat('的');
        Scan.SkipBlank();
        if (Places() is { } places) Emit(CitationKind.Internal, Context.Self, start, Scan.At, places);
        else Scan.At = end;
        return true;
    }

    // "行预咨委会报告第15段", "秘书长在报告第 12 段中", "报告图二"
    private bool ReportPlaces()
    {
        var at = Scan.At;
        if (!Scan.Eat("报告")) return false;
        var end = Scan.At;
        Scan.SkipBlank();
        Scan.Eat('的');
        Scan.SkipBlank();
        var places = Places();
        if (places is null || places.ToPinpoints() is [{ Annex: "", Paragraph: null, Section: null, Table: null, Figure: null }])
        {
            Scan.At = end;
            return true;
        }
        var clause = Clause(at);
        var body = Bodies.LastReporter(clause, out var behind);
        var start = at;
        var topic = "";
        if (body is not IssuingBody.None)
        {
            topic = clause[behind..].ToString();
            if (topic.Trim(' ') is "" or "的" or "在" or "的有关" or "有关" or "相关") start = at - (clause.Length - behind) - NameLength(clause, behind, body);
        }
        Emit(CitationKind.Anaphora, Context.ReportOf(body, topic), start, Scan.At, places);
        return true;
    }

    private static int NameLength(ReadOnlySpan<char> clause, int behind, IssuingBody body)
    {
        for (var i = 0; i < behind; i++)
            if (Bodies.ReporterAt(clause[i..], out var length) == body && i + length == behind) return length;
        return 0;
    }

    // The words before an offset within the same clause.
    private ReadOnlySpan<char> Clause(int at)
    {
        var before = Before(at, LastEnd);
        if (before.Length > 80) before = before[^80..];
        var sign = before.LastIndexOfAny("。；;，,、()!?\n" + RichText.Call);
        return before[(sign + 1)..];
    }

    // "决议第 6 段" without a number: the resolution cited last.
    private bool ResolutionPlaces()
    {
        var start = Scan.At;
        if (!Scan.Eat("决议")) return false;
        var end = Scan.At;
        if (Context.LastResolution is { } last)
        {
            Scan.SkipBlank();
            if (Scan.Peek() is '第' or '附' or '执' or '序' && Places() is { } places)
            {
                Emit(CitationKind.Anaphora, last, start, Scan.At, places);
                return true;
            }
        }
        Scan.At = end;
        return true;
    }

    // "报告图二简要说明……。图三列出……": the same report still.
    private bool FigureAgain()
    {
        var start = Scan.At;
        if (Context.LastWithFigures is not { } document || Places() is not { } places) return false;
        Emit(CitationKind.Anaphora, document, start, Scan.At, places);
        return true;
    }

    private bool Bare()
    {
        Scan.At++;
        Scan.SkipBlank();
        var sees = Scan.EatAny(["另见", "又见", "参看", "见"]) is not null;
        Scan.SkipBlank();
        var start = Scan.At;
        if (Scan.Peek() is not ('第' or '附' or '表' or '图') || Places() is not { } places) return false;
        var end = Scan.At;
        Scan.SkipBlank();
        if (Scan.Peek() is not (')' or ';' or ',')) return false;
        Scan.At = end;
        // In "(A/67/714，第 4 段；第 8 段)" the second place is one of the same document; the symbol's own list has read on to here.
        if (sees) Emit(CitationKind.Internal, Context.Self, start, end, places);
        else if (Context.Last is { } last) Emit(CitationKind.Anaphora, last, start, end, places);
        else return false;
        return true;
    }

    protected override int ReportWordBefore(int call)
    {
        var before = Before(call).TrimEnd(" 、,;。”》」");
        return before.EndsWith("报告", StringComparison.Ordinal) ? call - Before(call).Length + before.Length - 2 : call;
    }

    protected override (IssuingBody Body, string Topic)? Introduction(ReadOnlySpan<char> before, ReadOnlySpan<char> after, IssuingBody previous)
    {
        var sentence = before[(before.LastIndexOfAny("。\n") + 1)..];
        var considered = sentence.LastIndexOf("审议了", StringComparison.Ordinal);
        if (considered >= 0) sentence = sentence[(considered + 3)..];
        var report = sentence.LastIndexOf("报告", StringComparison.Ordinal);
        if (report < 0)
        {
            // "秘书长关于甲¹ 和关于乙的报告²": the word comes with the last of them.
            var next = after.TrimStart(" ,、" + RichText.Call);
            if (!sentence.Contains("关于", StringComparison.Ordinal) || !(next.StartsWith("和关于", StringComparison.Ordinal) || next.StartsWith("以及关于", StringComparison.Ordinal)
                || next.StartsWith("关于", StringComparison.Ordinal)) || !next.Contains("报告", StringComparison.Ordinal)) return null;
            report = sentence.Length;
        }
        // Behind the word only its title may stand: in "报告第33段，指出应遵守《财务条例》²" the call belongs to something else.
        else if (sentence[(report + 2)..].Trim(" ,、;“”") is { Length: > 0 } title && title[0] is not (':' or '《' or '(')
            && !title.StartsWith("题为", StringComparison.Ordinal) && title.IndexOfAny("“”") < 0) return null;
        sentence = sentence[..report];
        var body = Bodies.FirstReporter(sentence, out var end);
        if (body is not IssuingBody.None) return (body, sentence[end..].ToString());
        var rest = sentence.TrimStart(" ,、)" + RichText.Call);
        foreach (var join in (ReadOnlySpan<string>)["和关于", "以及关于", "及关于", "、关于", "关于", "与关于"])
            if (previous is not IssuingBody.None && rest.StartsWith(join, StringComparison.Ordinal)) return (previous, rest[(join.Length - 2)..].ToString());
        return null;
    }

    protected override string ConsideredWord => "审议了";
}
