using System.Buffers;

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
internal sealed partial class ZhPassageReader : PassageReader
{
    private readonly ZhPinpoints pinpoints;

    public ZhPassageReader(ReadingContext context) : base(context) => pinpoints = new(Scan);

    protected override void StartPassage() => listBody = IssuingBody.None;

    // The characters that ReadHere tells apart, and the ends of brackets, sentences and lines.
    private static readonly SearchValues<char> Starts = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789hw第附同上下该本报决其见于图表(;)。\n" + RichText.Call);

    protected override int NextStart(int from)
    {
        var next = Scan.Text.AsSpan(from).IndexOfAny(Starts);
        return next < 0 ? Scan.Text.Length : from + next;
    }

    protected override bool ReadHere() => Scan.Peek() switch
    {
        RichText.Call => ReadCall(),
        'h' or 'w' => SkipLink(),
        >= 'A' and <= 'Z' => ReadSymbol() || BareResolution(),
        '第' => Resolutions() || PlacesAsSubject(),
        '附' => PlacesAsSubject(),
        >= '0' and <= '9' => BareResolution(),
        '同' => Ibid() || Back(),
        '上' or '下' => Internal() || Back(),
        '该' => Back(),
        '本' => OfThis(),
        '报' => ReportPlaces(),
        '决' => ResolutionPlaces(),
        '其' => AmongThem(),
        '见' or '于' => Seen(),
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
        if (!comma) Scan.EatAny(ZhWords.Of);
        // "第 60/1 号决议(《2005 年世界首脑会议成果》)第 161 段"
        if (!comma && Scan.Peek() == '(' && Scan.Peek(1) == '《' && Scan.Text.IndexOf("》)", Scan.At, StringComparison.Ordinal) is > 0 and var title && title - Scan.At < 80) Scan.At = title + 2;
        if (!comma && Scan.Eat('('))
        {
            Scan.SkipBlank();
            Scan.EatAny(ZhWords.InParticular);
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
            if (Labels.EatHan(Scan) is not null && Scan.EatAny(ZhWords.Volumes) is not null)
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

    protected internal override bool EatListJoin()
    {
        var start = Scan.At;
        Scan.SkipBlank();
        if (Scan.EatAny(ZhWords.ListJoins) is null)
        {
            Scan.At = start;
            return false;
        }
        Scan.SkipBlank();
        return true;
    }

    protected internal override bool EatRangeSign()
    {
        var start = Scan.At;
        Scan.SkipBlank();
        if (Scan.EatAny(ZhWords.RangeSigns) is null)
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
        if (Scan.Eat("号") && Scan.EatAny(ZhWords.NumberedDocuments) is not null) return;
        Scan.At = start;
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
        if (Scan.EatAny(ZhWords.Back) is null) return false;
        var word = Scan.EatAny(ZhWords.Documents);
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
        if (Scan.EatAny(ZhWords.AboveBelow) is not null)
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
        if (Scan.EatAny(ZhWords.OwnDocuments) is null) return false;
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
        // "报告第39段(A/66/738)": the symbol behind says which report.
        var behindPlaces = Scan.At;
        Scan.SkipBlank();
        if (Scan.Eat('(') && ReadSymbol(places, at)) return true;
        Scan.At = behindPlaces;
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

    // "其中第 15 和 70 段": places of the document cited last.
    private bool AmongThem()
    {
        var start = Scan.At;
        if (!Scan.Eat("其中")) return false;
        Scan.SkipBlank();
        if (Scan.Peek() == '的') Scan.At++;
        if (Scan.Peek() is not ('第' or '附') || Context.Last is not { } last || Places() is not { } places) return false;
        Emit(CitationKind.Anaphora, last, start, Scan.At, places);
        return true;
    }

    // "报告附件二列出……，第 30 至 41 段介绍了……": a clause whose subject is a place of the document cited last.
    private bool PlacesAsSubject()
    {
        if (Scan.At == 0 || Scan.Text[Scan.At - 1] is not (',' or ';' or '。') || InBrackets(Scan.At) || Context.Last is not { } last) return false;
        var start = Scan.At;
        if (Places() is not { } places) return false;
        var end = Scan.At;
        Scan.SkipBlank();
        Scan.EatAny(ZhWords.Particles);
        var verb = Scan.EatAny(ZhWords.Verbs);
        Scan.At = end;
        if (verb is null) return false;
        Emit(CitationKind.Anaphora, last, start, end, places);
        return true;
    }

    // "详情见附件一", "各项建议载于第 34 段": without a document they are places of this one.
    private bool Seen()
    {
        if (!Scan.Eat("见") && !(Scan.At > 0 && Scan.Text[Scan.At - 1] is '载' or '列' && Scan.Eat("于"))) return false;
        Scan.SkipBlank();
        var start = Scan.At;
        if (Scan.Peek() is not ('第' or '附' or '表' or '图') || Places() is not { } places) return false;
        Emit(CitationKind.Internal, Context.Self, start, Scan.At, places);
        return true;
    }

    private bool Bare()
    {
        Scan.At++;
        Scan.SkipBlank();
        var sees = Scan.EatAny(ZhWords.See) is not null;
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

    protected override (IssuingBody Body, string Topic, string Name)? Introduction(ReadOnlySpan<char> before, ReadOnlySpan<char> after, IssuingBody previous)
    {
        // Without either word nothing below finds a report.
        if (!before.Contains("报告", StringComparison.Ordinal) && !before.Contains("关于", StringComparison.Ordinal)) return null;
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
        if (body is not IssuingBody.None) return (body, sentence[end..].ToString(), "");
        var rest = sentence.TrimStart(" ,、)" + RichText.Call);
        foreach (var join in (ReadOnlySpan<string>)["和关于", "以及关于", "及关于", "、关于", "关于", "与关于"])
            if (previous is not IssuingBody.None && rest.StartsWith(join, StringComparison.Ordinal)) return (previous, rest[(join.Length - 2)..].ToString(), "");
        return null;
    }

    protected override string ConsideredWord => "审议了";
}
