using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace StaticSite.Import;

/// <summary>What is set line by line and is no running text: the table of contents, tables, figures.</summary>
internal enum Display { None, Contents, Table }

/// <summary>Finds displays among the rows, before anything is taken for a heading or a paragraph.</summary>
internal static partial class Displays
{
    private const int LargestHole = 8, LongestCaption = 300;

    /// <summary>For each row what it belongs to.</summary>
    public static Display[] Find(ImmutableArray<Row> rows, PageLayout layout)
    {
        var displays = new Display[rows.Length];
        MarkContents(rows, displays);
        for (var i = 0; i < rows.Length; i++)
        {
            if (displays[i] != Display.None || !IsCaption(rows, i, layout)) continue;
            var end = TableEnd(rows, i, layout);
            for (; i < end; i++) displays[i] = Display.Table;
            i--;
        }
        return displays;
    }

    /// <summary>True for "Table 1", "表 2 …", "Figure I …", "图一": the first line of a table or figure.</summary>
    public static bool IsCaption(string text) => text.Length < LongestCaption && Caption().IsMatch(text) && !Sentence.EndsOrPauses(text);

    private static bool IsCaption(ImmutableArray<Row> rows, int i, PageLayout layout) =>
        i > 0 && IsCaption(rows[i].Text.Plain) && rows[i].Width < layout.Column * 0.95
        && (Sentence.Ends(rows[i - 1].Text.Plain) || layout.BlankEndsParagraph && rows[i - 1].BlankAtEnd || rows[i].Gap > layout.NormalGap);

    /// <summary>True for a row of figures behind its words: "2. Associated costs 6 005.7 – 5 844.0".</summary>
    public static bool EndsInFigures(string text) => ColumnsOfFigures().IsMatch(text);

    // A table ends where numbered text, a lettered heading or a closing begins, or a line of prose that fills the column.
    private static int TableEnd(ImmutableArray<Row> rows, int start, PageLayout layout)
    {
        var i = start + 1;
        for (; i < rows.Length; i++)
        {
            var text = rows[i].Text.Plain;
            if (EndsInFigures(text)) continue;
            if (Labels.Number(text) is not null && (rows[i].Width > layout.Column * 0.5 || Sentence.Ends(text))) break;
            if (rows[i].Gap > layout.NormalGap && (Labels.Number(text) is not null || Labels.Heading(text).Any(l => !l.Bare))) break;
            if (Labels.Heading(text).Any(l => l.Style >= LabelStyle.Annex) || Formulas.IsEnacting(text)) break;
            if (rows[i].Width > layout.Column * 0.9 && !(text.Length < LongestCaption && Figures().IsMatch(text)) && i + 1 < rows.Length) break;
        }
        // The heading of the paragraph that follows stands apart on both sides.
        if (i < rows.Length && i - 1 > start && rows[i].Gap > layout.NormalGap && rows[i - 1].Gap > layout.NormalGap
            && !Figures().IsMatch(rows[i - 1].Text.Plain) && !Sentence.Ends(rows[i - 1].Text.Plain)) i--;
        return i;
    }

    /// <summary>True for "Contents" and for a line of a table of contents.</summary>
    public static bool StartsContents(string text) => ContentsTitle().IsMatch(text) || HasLeader(text);

    private static void MarkContents(ImmutableArray<Row> rows, Display[] displays)
    {
        var start = -1;
        for (var i = 0; i < rows.Length && start < 0; i++)
            if (StartsContents(rows[i].Text.Plain)) start = i;
        if (start < 0) return;
        var last = start;
        for (var i = start + 1; i < rows.Length && i - last <= LargestHole; i++)
            if (HasLeader(rows[i].Text.Plain)) last = i;
        // Without leaders the table of contents ends where its first entry comes again as a heading.
        if (last == start) last = SecondStart(rows, start) - 1;
        for (var i = start; i <= last; i++) displays[i] = Display.Contents;
    }

    private static bool HasLeader(string text) => text.Length < LongestCaption && Leader().IsMatch(text);

    private static int SecondStart(ImmutableArray<Row> rows, int start)
    {
        for (var first = start + 1; first < Math.Min(rows.Length, start + LargestHole); first++)
        {
            var text = rows[first].Text.Plain;
            if (!Labels.Heading(text).Any(l => l.Ordinal == 1)) continue;
            var key = PageNumber().Replace(text, "");
            for (var i = first + 1; i < rows.Length; i++)
                if (rows[i].Text.Plain.StartsWith(key, StringComparison.Ordinal)) return i;
        }
        return start;
    }

    [GeneratedRegex(@"^(Contents|CONTENTS|Table of contents|目录|目次)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ContentsTitle();

    [GeneratedRegex(@"((\.\s?){5,}|(…\s?){2,}|·{4,})\s*([0-9]{1,3}|[ivx]{1,5})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leader();

    [GeneratedRegex(@"\s*[0-9]{1,3}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(Table|TABLE|Figure|FIGURE|Chart|Box|表|图|附表|方框)\s?([0-9]{1,2}|[IVX]{1,5}|[一二三四五六七八九十]{1,3}|[A-Z]\.[0-9]{1,2})(\s?[.．:：]?(\s.*)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Caption();

    [GeneratedRegex(@"(\s(\(?[0-9][0-9.,]*%?\)?|[–—-])){2,}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ColumnsOfFigures();

    [GeneratedRegex(@"[0-9][0-9 ,.]*(\s|$)|[–—-](\s|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figures();
}
