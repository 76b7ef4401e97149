using System.Buffers;

namespace StaticSite.Text;

/// <summary>The figures of Chinese texts: 三项, 第六十七届, 两年, 百分之三十九, 三分之二, 450 万, 二〇一三年二月十五日.</summary>
internal sealed class ZhFigureReader : FigureReader
{
    // Words with numerals that count nothing.
    private static readonly string[] Idioms =
    [
        "再三", "三角", "三令五申", "三番五次", "接二连三", "五花八门", "五角大楼", "四面八方", "四处", "四川", "四分五裂", "乱七八糟", "七零八落",
        "十字", "十足", "十全十美", "两性", "两栖", "两极", "两难", "两全", "独一无二", "说一不二", "三心二意", "三亚", "三峡", "九龙", "九江", "五金", "五谷",
        "二氧", "三氧", "四氧", "五氧", "二氯", "三氯", "四氯", "六氯", "二甲", "三甲", "二乙", "六氟", "二硫", "三硝", "二噁", "二恶", "五氯", "四氟", "八卦", "不二",
    ];

    // Digits, and all that ReadWord tells apart.
    private static readonly SearchValues<char> Starts = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ〇一二三四五六七八九十百零两千万亿双俩其半");

    protected override int NextStart(int from)
    {
        var next = Text.AsSpan(from).IndexOfAny(Starts);
        return next < 0 ? Text.Length : from + next;
    }

    protected override int ReadWord(int at)
    {
        var c = Text[at];
        if (char.IsAscii(c)) return Ascii.IsUpper(c) ? ReadLatin(at) : at + 1;
        if (HanNumber.IsNumeral(c)) return ReadNumeral(at);
        switch (c)
        {
            case '双' or '俩':
                Add(at, at + 1, FigureForm.Hint, 2);
                break;
            case '其' when IsAt(at, "其次"):
                Add(at, at + 2, FigureForm.Hint, 2);
                break;
            case '半':
                Add(at, at + 1, FigureForm.Hint, 0.5m);
                if (CharAt(at + 1) == '年') Add(at, at + 2, FigureForm.Hint, 6);
                break;
        }
        return at + 1;
    }

    protected override Unit ReadUnit(ref int end)
    {
        var at = SkipBlanks(end);
        if (CharAt(at) is '多' or '余') at = SkipBlanks(at + 1);
        var scale = 1m;
        for (var scaleEnd = at; scaleEnd < Text.Length && scaleEnd < at + 4 && HanNumber.Scale(Text[scaleEnd]) is { } factor && scale * factor <= 1e12m && !IsUnitOfMeasure(scaleEnd); scaleEnd++)
        {
            scale *= factor;
            end = scaleEnd + 1;
        }
        if (ReadPercentSign(ref end) || IsAt(SkipBlanks(end), "个百分点")) return new(scale, FigureKind.Percent);
        return new(scale, FigureKind.Number);
    }

    protected override bool ReadDate(int start, int end, decimal value)
    {
        if (IsCentury(end, value, out var decade, out var decadeEnd))
        {
            Add(start, decadeEnd, FigureForm.Digits, decade);
            return true;
        }
        return TryDate(start, end, value, FigureForm.Digits);
    }

    protected override bool IsJoint(ReadOnlySpan<char> between) => between.Trim() is "至" or "到" or "和" or "及" or "、" or "或" or "-" or "–" or "—" or "~" or "～" or "－";

    private int ReadLatin(int start)
    {
        var end = start;
        while (end < Text.Length && Ascii.IsLetter(Text[end])) end++;
        var month = Array.FindIndex(Months, m => Text.AsSpan(start, end - start).Equals(m, StringComparison.OrdinalIgnoreCase));
        return month >= 0 ? ReadMonth(start, end, month + 1) : Math.Max(end, Roman(start));
    }

    private int ReadNumeral(int start)
    {
        if (Text[start] is '百' or '千' or '万' && IsAt(start + 1, "分之")) return ReadPerCent(start);
        var end = RunEnd(start);
        // 百 in 数百, 百分比 and 百科 counts nothing by itself, nor does the 十 of 数十 and 几十.
        if (HanNumber.Scale(Text[start]) is not null && Text[start] != '十' || Text[start] == '十' && CharAt(start - 1) is '数' or '几' || Text[start] == '零' && end == start + 1) return end;
        if (IsIdiom(start) || Text[start] == '十' && IsVery(start) || end == start + 1 && IsWeekday(start)) return start + 1;
        if (HanNumber.Positional(Text.AsSpan(start, end - start)) is { } year) return AddNumeral(start, end, year);
        var value = HanNumber.Read(Text.AsSpan(start, end - start), out var length);
        if (length == 0) return start + 1;
        end = start + length;
        // "三四个" is two numbers, three or four.
        return AddNumeral(start, end, value);
    }

    private int AddNumeral(int start, int end, decimal value)
    {
        if (TryDate(start, end, value, FigureForm.Words)) return Last!.End;
        if (IsAt(end, "分之") && value > 0) return ReadFraction(start, end + 2, value);
        if (CharAt(end) == '点' && HanNumber.IsDigit(CharAt(end + 1)) && CharAt(end + 1) != '两') value += Fraction(ref end);
        else if (HalfEnd(end) is { } half) (value, end) = (value + 0.5m, half);
        var unit = ReadUnit(ref end);
        if (value is >= 20 and <= 90 && value % 10 == 0 && IsAt(end, "年代"))
        {
            Add(start, end, FigureForm.Words, value);
            LastOr(new(FigureKind.Number, 1900 + value));
            return end;
        }
        Add(start, end, FormOf(start, end, value, unit), value, unit);
        if (value == 1 && end == start + 1 && CharAt(end) == '年') Add(start, end + 1, FigureForm.Hint, 12);
        return end;
    }

    // 一 is a word more often than a number; 两年期 is "biennium"; "(二)" and "二、" are labels.
    private FigureForm FormOf(int start, int end, decimal value, Unit unit)
    {
        if (unit.Kind == FigureKind.Percent || unit.Scale > 1) return FigureForm.Words;
        if (value <= 1 || IsAt(start, "两年期") || IsAt(start, "两者") || IsAt(start, "二者") || IsAt(start, "四周")) return FigureForm.Hint;
        var isLabel = CharAt(start - 1) is '(' or '（' && CharAt(end) is ')' or '）' || IsLineStart(start) && CharAt(end) is '、' or '．' or '.';
        return isLabel ? FigureForm.Hint : FigureForm.Words;
    }

    // 百分之三十九, 百分之 39, 千分之五.
    private int ReadPerCent(int start)
    {
        var (of, at) = (HanNumber.Scale(Text[start])!.Value, SkipBlanks(start + 3));
        decimal value;
        int end;
        if (WholeNumber(at, 9, out var digits) is { } number)
        {
            (value, end) = (number, digits);
            if (CharAt(end) == '.' && WholeNumber(end + 1, 9, out var behind) is { } fraction)
            {
                var scale = 1m;
                for (var i = end + 1; i < behind; i++) scale *= 10;
                (value, end) = (value + fraction / scale, behind);
            }
        }
        else
        {
            var run = RunEnd(at);
            value = CharAt(at) == '百' ? 100 : HanNumber.Read(Text.AsSpan(at, run - at), out _);
            if (run == at) return start + 3;
            end = run;
            if (CharAt(end) == '点' && HanNumber.IsDigit(CharAt(end + 1))) value += Fraction(ref end);
        }
        if (of == 100) Add(start, end, FigureForm.Words, value, new(1, FigureKind.Percent));
        else Add(start, end, FigureForm.Words, value / of);
        return end;
    }

    private int ReadFraction(int start, int at, decimal of)
    {
        at = SkipBlanks(at);
        var run = RunEnd(at);
        var value = HanNumber.Read(Text.AsSpan(at, run - at), out var length);
        if (length == 0) return at;
        Add(start, at + length, FigureForm.Words, value / of);
        return at + length;
    }

    // "点五": the digits behind the point.
    private decimal Fraction(ref int end)
    {
        var (value, scale) = (0m, 1m);
        for (end++; end < Text.Length && scale < 1e9m && HanNumber.IsDigit(Text[end]); end++)
        {
            scale *= 10;
            value += HanNumber.DigitOf(Text[end]) / scale;
        }
        return value;
    }

    // 三年半, 两个半月.
    private int? HalfEnd(int end)
    {
        var at = SkipBlanks(end);
        foreach (var measure in (ReadOnlySpan<string>)["年半", "个半", "天半", "倍半", "小时半"])
            if (IsAt(at, measure) && CharAt(at + measure.Length) is not ('数' or '径' or '以' or '岛' or '年')) return at + measure.Length;
        return null;
    }

    // 2013 年 2 月 15 日, 2013 年 2 月, 2 月 15 日, 2 月; a year alone is a number.
    private bool TryDate(int start, int end, decimal value, FigureForm form)
    {
        if (value is < 1 or > 2999 || value % 1 != 0) return false;
        var at = SkipBlanks(end);
        var (year, month, day) = (0, 0, 0);
        var last = end;
        if (CharAt(at) == '年' && value >= 1000)
        {
            year = (int)value;
            at = SkipBlanks(at + 1);
            if (Integer(at, out at) is not (>= 1 and <= 12 and var named)) return false;
            month = named;
            at = SkipBlanks(at);
        }
        else if (value <= 12) month = (int)value;
        if (month == 0 || CharAt(at) != '月') return false;
        last = ++at;
        at = SkipBlanks(at);
        if (Integer(at, out var dayEnd) is >= 1 and <= 31 and var number && CharAt(SkipBlanks(dayEnd)) is '日' or '号')
            (day, last) = (number, SkipBlanks(dayEnd) + 1);
        AddDate(start, last, form == FigureForm.Words && day == 0 && year == 0 && value == 1 ? FigureForm.Hint : FigureForm.Digits, year, month, day);
        return true;
    }

    private int? Integer(int at, out int end)
    {
        if (WholeNumber(at, 2, out end) is { } digits) return digits;
        end = RunEnd(at);
        if (end == at) return null;
        var value = HanNumber.Read(Text.AsSpan(at, end - at), out var length);
        return length == end - at && value < 100 ? (int)value : null;
    }

    // "20 世纪 90 年代" is the 1990s.
    private bool IsCentury(int end, decimal value, out decimal decade, out int decadeEnd)
    {
        (decade, decadeEnd) = (0, 0);
        var at = SkipBlanks(end);
        if (value is < 15 or > 22 || !IsAt(at, "世纪")) return false;
        if (Integer(SkipBlanks(at + 2), out var years) is not { } number || number % 10 != 0 || !IsAt(SkipBlanks(years), "年代")) return false;
        (decade, decadeEnd) = ((value - 1) * 100 + number, years);
        return true;
    }

    // No number is longer; a bound keeps the reading of any text linear.
    private int RunEnd(int at)
    {
        for (var most = at + 40; at < Text.Length && at < most && HanNumber.IsNumeral(Text[at]);) at++;
        return at;
    }

    private bool IsIdiom(int at)
    {
        foreach (var word in Idioms)
        {
            var offset = word.IndexOf(Text[at], StringComparison.Ordinal);
            for (; offset >= 0; offset = word.IndexOf(Text[at], offset + 1))
                if (at >= offset && IsAt(at - offset, word)) return true;
        }
        return false;
    }

    // 十分 is "very", 十分钟 ten minutes, 十分之一 a tenth.
    private bool IsVery(int at) => CharAt(at + 1) == '分' && CharAt(at + 2) is not ('之' or '钟') && !HanNumber.IsNumeral(CharAt(at - 1));

    private bool IsWeekday(int at) => at >= 2 && Text.AsSpan(at - 2, 2) is "星期" or "礼拜";

    // 5 千瓦 is five kilowatts, 5 百分点 are points.
    private bool IsUnitOfMeasure(int at) =>
        Text[at] == '千' && CharAt(at + 1) is '瓦' or '克' or '米' or '卡' or '赫' or '字' or '焦' or '伏' or '升' || Text[at] == '百' && CharAt(at + 1) == '分';
}
