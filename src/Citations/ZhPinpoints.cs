using StaticSite.Text;

namespace StaticSite.Citations;

/// <summary>Places inside a document as Chinese texts name them: "附件一，第 4 段", "第二.B节", "附件，表 1 和图一", "第 8(a)和(c)段".</summary>
/// <remarks>On normalized text; blanks may stand anywhere.<code>
/// pinpoints = element *(join element)                           join: nothing, "的" or "," nest; "、" "和" "及" "与" "以及" stand beside
/// element   = annex / chapter / section / paragraphs / tables / figures / footnote
/// annex     = ("附件" / "附录" / "附文") [label *(join label)]      label: 二, II, 2
/// chapter   = "第" label "章"
/// section   = ["第"] label *("." label) "节"                     第三节, 第二.B节, K节
/// paragraphs = ["执行部分" / "序言部分"] "第" list "段"
/// tables    = "表" number *(join number)      figures = "图" number *(join number)      footnote = "脚注" number
/// </code></remarks>
internal sealed class ZhPinpoints(Scan scan) : IParagraphWords
{
    /// <summary>Reads the places here; null, and the place unchanged, when there are none.</summary>
    public PlaceList? Read()
    {
        if (!MayStart(scan.Peek())) return null;
        var places = new PlaceList();
        if (!Element(places, PlaceJoin.Nested)) return null;
        while (true)
        {
            var before = scan.At;
            if (!Element(places, Join()))
            {
                scan.At = before;
                return places;
            }
        }
    }

    // The first characters of all elements; a section may begin with its number or letters, and a paragraph of the two parts of a resolution with a blank or 的.
    private static bool MayStart(char c) => c is '附' or '表' or '图' or '第' or '脚' or '序' or '执' or '正' or '的' or ' ' || Ascii.IsUpper(c) || HanNumber.IsPart(c);

    private PlaceJoin Join()
    {
        scan.SkipBlank();
        var comma = scan.Eat(',');
        scan.SkipBlank();
        if (scan.EatAny(ZhWords.PlaceJoins) is not null)
        {
            scan.SkipBlank();
            return PlaceJoin.Beside;
        }
        if (!comma) scan.Eat("的");
        scan.SkipBlank();
        return PlaceJoin.Nested;
    }

    private bool Element(PlaceList places, PlaceJoin join)
    {
        var start = scan.At;
        if (Annex(places, join, start) || Labelled(places, join, start) || Section(places, join, start)
            || Chapter(places, join, start) || Footnote(places, join, start) || Paragraphs(places, join, start)) return true;
        scan.At = start;
        return false;
    }

    private bool Annex(PlaceList places, PlaceJoin join, int start)
    {
        if (scan.EatAny(ZhWords.Annexes) is null) return false;
        var found = LabelList(start, (label, span) => new() { Span = span, Annex = label }, AnnexLabel);
        places.Add(PlaceLevel.Annex, join, found.Count > 0 ? found : [new() { Span = From(start), Annex = "" }]);
        return true;
    }

    private string? AnnexLabel()
    {
        scan.SkipBlank();
        if (Labels.EatHan(scan) is { } han) return han;
        // "附件 A" is rare, "附件 1 704 人" is a figure.
        if (Labels.EatLatin(scan) is { } latin) return latin;
        var start = scan.At;
        if (scan.EatDigits(2) is { } digits && digits[0] != '0' && !(scan.Peek() == ' ' && Ascii.IsDigit(scan.Peek(1))) && scan.Peek() is not ('.' or '%' or '/'))
            return Labels.ToRoman(digits);
        scan.At = start;
        return null;
    }

    private bool Labelled(PlaceList places, PlaceJoin join, int start)
    {
        var isTable = scan.Peek() == '表';
        if (!isTable && scan.Peek() != '图') return false;
        scan.At++;
        var found = LabelList(start,
            (label, span) => isTable ? new() { Span = span, Table = label } : new() { Span = span, Figure = label }, NumberLabel);
        if (found.Count == 0)
        {
            scan.At = start;
            return false;
        }
        places.Add(PlaceLevel.Leaf, join, found);
        return true;
    }

    private string? NumberLabel()
    {
        scan.SkipBlank();
        if (Labels.EatHan(scan) is { } han) return han;
        if (Labels.EatLatin(scan) is { } latin) return latin;
        var start = scan.At;
        if (scan.EatDigits(2) is { } digits && scan.Peek() is not ('%' or '/')) return digits;
        scan.At = start;
        return null;
    }

    // One label, and more of them behind "和", "、" or "至".
    private List<Pinpoint> LabelList(int start, Func<string, TextSpan, Pinpoint> place, Func<string?> label)
    {
        var found = new List<Pinpoint>();
        var before = scan.At;
        if (label() is not { } first)
        {
            scan.At = before;
            return found;
        }
        found.Add(place(first, From(start)));
        while (true)
        {
            before = scan.At;
            scan.SkipBlank();
            var range = scan.EatAny(ZhWords.LabelRangeSigns) is not null;
            if (!range && scan.EatAny(ZhWords.LabelJoins) is null) break;
            scan.SkipBlank();
            var next = scan.At;
            if (label() is not { } more) break;
            if (range)
            {
                var span = From(found[^1].Span.Start);
                found[^1] = found[^1] with { Span = span };
                foreach (var between in LabelRange.Behind(first, more)) found.Add(place(between, span));
            }
            else
            {
                found.Add(place(more, From(next)));
            }
            first = more;
        }
        scan.At = before;
        return found;
    }

    private bool Section(PlaceList places, PlaceJoin join, int start)
    {
        if (scan.Eat("第")) scan.SkipBlank();
        if (SectionLabel() is not { } label)
        {
            scan.At = start;
            return false;
        }
        var found = new List<Pinpoint>();
        for (var itemStart = start; label is not null; label = SectionLabel())
        {
            found.Add(new() { Span = new(itemStart, scan.At - itemStart), Section = label });
            var before = scan.At;
            scan.SkipBlank();
            if (scan.Eat("节"))
            {
                // "第三节 B" and "第三节B" name a part of the section.
                found[^1] = found[^1] with { Span = new(itemStart, scan.At - itemStart) };
                places.Add(PlaceLevel.Section, join, found);
                return true;
            }
            scan.At = before;
            if (scan.EatAny(ZhWords.SectionJoins) is not { } sign) break;
            if (sign == "至") return SectionRange(places, join, found, itemStart, start);
            scan.SkipBlank();
            itemStart = scan.At;
            if (scan.Eat("第")) scan.SkipBlank();
        }
        scan.At = start;
        return false;
    }

    private bool SectionRange(PlaceList places, PlaceJoin join, List<Pinpoint> found, int itemStart, int start)
    {
        scan.SkipBlank();
        if (scan.Eat("第")) scan.SkipBlank();
        if (SectionLabel() is { } last)
        {
            scan.SkipBlank();
            if (scan.Eat("节"))
            {
                var span = new TextSpan(itemStart, scan.At - itemStart);
                var first = found[^1].Section!;
                found[^1] = found[^1] with { Span = span };
                foreach (var label in LabelRange.Behind(first, last)) found.Add(new() { Span = span, Section = label });
                places.Add(PlaceLevel.Section, join, found);
                return true;
            }
        }
        scan.At = start;
        return false;
    }

    // 三, 二.B, 三.C.1, 二B, III.C, K
    private string? SectionLabel()
    {
        var start = scan.At;
        var label = Labels.EatHan(scan) ?? SectionPart();
        if (label is null) return null;
        while (true)
        {
            var before = scan.At;
            var dotted = scan.Eat('.') || scan.Eat('、') && Ascii.IsUpper(scan.Peek());
            var bracket = scan.Eat('(');
            var part = SectionPart() ?? (dotted ? scan.EatDigits(2) : null);
            if (part is null || bracket && !scan.Eat(')'))
            {
                scan.At = before;
                break;
            }
            label += "." + part;
        }
        return scan.At > start ? label : null;
    }

    private string? SectionPart()
    {
        var end = scan.At;
        while (end < scan.Text.Length && Ascii.IsUpper(scan.Text[end])) end++;
        var label = scan.Text[scan.At..end];
        if (label.Length is 0 or > 8 || label.Length > 1 && Roman.Parse(label) is null) return null;
        scan.At = end;
        return label;
    }

    private bool Chapter(PlaceList places, PlaceJoin join, int start)
    {
        if (!scan.Eat("第")) return false;
        scan.SkipBlank();
        var label = Labels.EatHan(scan) ?? Labels.EatLatin(scan) ?? (scan.EatDigits(2) is { } digits && digits[0] != '0' ? Labels.ToRoman(digits) : null);
        scan.SkipBlank();
        if (label is not null && scan.Eat("章"))
        {
            places.Add(PlaceLevel.Chapter, join, [new() { Span = From(start), Chapter = label }]);
            return true;
        }
        scan.At = start;
        return false;
    }

    private bool Footnote(PlaceList places, PlaceJoin join, int start)
    {
        if (!scan.Eat("脚注")) return false;
        scan.SkipBlank();
        if (scan.EatDigits(3) is { } number)
        {
            places.Add(PlaceLevel.Leaf, join, [new() { Span = From(start), Footnote = number }]);
            return true;
        }
        scan.At = start;
        return false;
    }

    private bool Paragraphs(PlaceList places, PlaceJoin join, int start)
    {
        var preambular = scan.EatAny(ZhWords.ResolutionParts) is "序言部分" or "序言";
        scan.Eat("的");
        scan.SkipBlank();
        if (!scan.Eat("第")) return false;
        scan.SkipBlank();
        var found = new ParagraphList(scan, this).Read(start);
        scan.SkipBlank();
        if (found is null || !scan.Eat("段"))
        {
            scan.At = start;
            return false;
        }
        SubparagraphBehind(found);
        if (found[0].Span == found[^1].Span) found = [.. found.Select(p => p with { Span = From(start) })];
        if (preambular) found = [.. found.Select(p => p with { Paragraph = "PP" + p.Paragraph })];
        places.Add(PlaceLevel.Leaf, join, found);
        return true;
    }

    // "第 8 段(d)分段": the sub-paragraph behind the word; without its own word "(a)" starts a list of the text.
    private void SubparagraphBehind(List<Pinpoint> found)
    {
        var before = scan.At;
        scan.SkipBlank();
        if (found[^1].Subparagraph is null && scan.Peek() == '(' && Ascii.IsLower(scan.Peek(1)) && scan.Peek(2) == ')')
        {
            var label = scan.Text.Substring(scan.At, 3);
            scan.At += 3;
            scan.SkipBlank();
            if (scan.EatAny(ZhWords.Subparagraphs) is not null)
            {
                found[^1] = found[^1] with { Subparagraph = label, Span = new(found[^1].Span.Start, scan.At - found[^1].Span.Start) };
                return;
            }
        }
        scan.At = before;
    }

    public ListSeparator Separator()
    {
        scan.SkipBlank();
        var kind = scan.EatAny(ZhWords.RangeSigns) is not null ? ListSeparator.Range
            : scan.EatAny(ZhWords.ParagraphJoins) is not null ? ListSeparator.And
            : ListSeparator.None;
        scan.SkipBlank();
        if (kind == ListSeparator.None)
        {
            // "第 5 段至第 8 段", "第 5 段和第 8 段"
            if (!scan.Eat("段")) return kind;
            scan.SkipBlank();
            if (scan.EatAny(ZhWords.ParagraphRangeSigns) is null) return kind;
            kind = ListSeparator.Range;
            scan.SkipBlank();
            if (!scan.Eat("第")) return ListSeparator.None;
        }
        else
        {
            scan.Eat("第");
        }
        scan.SkipBlank();
        return kind;
    }

    public string? Numeral() => Labels.EatHan(scan) ?? Labels.EatLatin(scan);

    public string? Suffix() => scan.EatAny(ZhWords.Suffixes) switch
    {
        "之二" => " bis",
        "之三" => " ter",
        "之四" => " quater",
        _ => null,
    };

    private TextSpan From(int start) => new(start, scan.At - start);
}
