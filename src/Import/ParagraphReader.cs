using System.Collections.Immutable;
using System.Text;

using StaticSite.Markdown;
using StaticSite.Text;

namespace StaticSite.Import;

/// <summary>Printed lines -> paragraphs: tells a line break that the width of the column made from one that the author made.</summary>
internal sealed class ParagraphReader
{
    // "(a) 注" in half-width units.
    private const int LabelWidth = 6;

    private readonly ImmutableArray<Row> rows;
    private readonly PageLayout layout;
    private readonly LineJoin join;
    private readonly Display[] displays;
    private readonly ImmutableArray<NumberChain.Verdict> numbers;
    private readonly int bodyStart;

    private ParagraphReader(ImmutableArray<Row> rows, PageLayout layout, LineJoin join)
    {
        (this.rows, this.layout, this.join) = (rows, layout, join);
        displays = Displays.Find(rows, layout);
        numbers = JudgeNumbers();
        bodyStart = FindBody();
    }

    public static ImmutableArray<SourceParagraph> Read(ImmutableArray<Row> rows, PageLayout layout, LineJoin join) =>
        new ParagraphReader(rows, layout, join).Read();

    private ImmutableArray<SourceParagraph> Read()
    {
        var paragraphs = ImmutableArray.CreateBuilder<SourceParagraph>();
        var start = 0;
        for (var i = 1; i <= rows.Length; i++)
        {
            if (i < rows.Length && !Starts(start, i)) continue;
            if (rows.Length > 0) paragraphs.Add(Paragraph(start, i));
            start = i;
        }
        return paragraphs.DrainToImmutable();
    }

    private SourceParagraph Paragraph(int start, int end)
    {
        var plain = new StringBuilder();
        var markers = ImmutableArray.CreateBuilder<string>();
        for (var i = start; i < end; i++)
        {
            var left = LineJoin.Tail(plain).TrimEnd(RichText.Call);
            var blank = left.Length > 0 && (displays[i] == Display.Table || join.NeedsBlank(left, rows[i].Text.Plain));
            if (blank) plain.Append(' ');
            plain.Append(rows[i].Text.Plain);
            markers.AddRange(rows[i].Text.Markers);
        }
        var width = 0.0;
        for (var i = start; i < end; i++) width += (double)rows[i].Width / layout.Column;
        return new(new(plain.ToString(), markers.DrainToImmutable()), new(rows[start].First, rows[end - 1].Last),
            start == 0 || IsSpaced(start), end == rows.Length || IsSpaced(end), width) { Display = displays[start] };
    }

    private bool IsSpaced(int i) => rows[i].Gap > layout.NormalGap;

    // Whether row i begins a new paragraph, when the present one began with row start.
    private bool Starts(int start, int i)
    {
        var (before, row) = (rows[i - 1], rows[i]);
        if (displays[i] == Display.Contents || displays[i] != displays[i - 1]) return true;
        if (displays[i] == Display.Table) return Displays.IsCaption(row.Text.Plain);
        if (numbers[i] != NumberChain.Verdict.Text || Formulas.IsEnacting(row.Text.Plain) || Formulas.IsEnacting(before.Text.Plain)) return true;
        if (StartsHeading(i) || Formulas.IsSummary(row.Text.Plain) || Formulas.IsSummary(before.Text.Plain)) return true;
        if (i > bodyStart && (IsClosing(row, before) || IsClosing(before, rows[Math.Max(0, i - 2)]))) return true;
        if (i == bodyStart && Formulas.OpensDecision(row.Text.Plain)) return true;
        if (i <= bodyStart) return HeadBreak(start, i);
        if (start == i - 1 && IsBareLabel(i - 1)) return true;
        if (numbers[start] == NumberChain.Verdict.Heading || StartsHeading(start) || start > 0 && IsBareLabel(start - 1) && IsShort(start)) return HeadingBreak(i);
        return ContinuesList(start, i) || ContinuesPreamble(start, i) || ProseBreak(i);
    }

    // Over a page break, where neither space nor a short line tells, one preambular paragraph follows the other.
    private bool ContinuesPreamble(int start, int i) =>
        rows[i].PageBreak && !layout.BlankEndsParagraph && rows[i].Indent > 0 && Sentence.Last(rows[i - 1].Text.Plain) is '，'
        && Formulas.StartsPreambular(rows[start].Text.Plain) && Formulas.StartsPreambular(rows[i].Text.Plain);

    private static bool IsClosing(Row row, Row before) =>
        Formulas.Closing(row.Text.Plain) is not null && (Sentence.IsComplete(before.Text.Plain) || Formulas.Closing(before.Text.Plain) is not null);

    // A list that began with (a) on a line of its own goes on with (b) on a line of its own, also where full lines hide the break.
    private bool ContinuesList(int start, int i) =>
        !layout.BlankEndsParagraph && Labels.IsItem(rows[i].Text.Plain) && Labels.IsItem(rows[start].Text.Plain)
        && (Sentence.EndsOrPauses(rows[i - 1].Text.Plain) || rows[i - 1].Text.Plain.EndsWith("; and", StringComparison.Ordinal) || rows[i - 1].Text.Plain.EndsWith("; or", StringComparison.Ordinal));

    // A short line without a final mark right above space, a number or a heading is a heading itself: the end of a paragraph has its full stop.
    private bool StandsAlone(int i) =>
        i + 1 < rows.Length && rows[i].Width < layout.Column * 0.8 && !Sentence.EndsOrPauses(rows[i].Text.Plain)
        && (IsSpaced(i + 1) && !rows[i + 1].PageBreak || numbers[i + 1] != NumberChain.Verdict.Text || StartsHeading(i + 1));

    private bool ProseBreak(int i)
    {
        var (before, row) = (rows[i - 1], rows[i]);
        var text = before.Text.Plain;
        // An enumeration goes on behind its comma, also over the bottom of a page.
        if (Sentence.Last(text) == '、') return false;
        // "建议大会：" above "(a) …": a label that would have fitted on the line was set on its own.
        if (Sentence.Last(text) is '：' or '；' && Labels.IsItem(row.Text.Plain) && before.Width + LabelWidth < layout.Column * 0.97) return true;
        if ((Sentence.IsComplete(text) || Sentence.Last(text) == ';' && numbers[Math.Min(i + 1, rows.Length - 1)] != NumberChain.Verdict.Text) && StandsAlone(i)) return true;
        var ended = Sentence.Ends(text);
        var shortLine = layout.EndsShort(before.Width, row.Text.Plain);
        if (Sentence.Last(text) is ',' && Formulas.StartsPreambular(row.Text.Plain) && !Han.Occurs(text)) return true;
        if (row.PageBreak)
        {
            if (layout.BlankEndsParagraph) return before.BlankAtEnd && (shortLine || Sentence.EndsOrPauses(text));
            // In a justified column a line that stops early has stopped for good.
            return shortLine && (Sentence.EndsOrPauses(text) || before.Width < layout.Column * 0.7);
        }
        if (IsSpaced(i)) return Sentence.EndsOrPauses(text) || shortLine || row.Indent > before.Indent || before.BlankAtEnd && layout.BlankEndsParagraph;
        if (layout.BlankEndsParagraph) return before.BlankAtEnd && (shortLine || Sentence.EndsOrPauses(text) || row.Indent > 0);
        if (layout.IndentStartsParagraph) return row.Indent > 0 && Sentence.EndsOrPauses(text);
        if (ended && shortLine) return true;
        return Sentence.Last(text) is ',' or '，' && Formulas.StartsPreambular(row.Text.Plain) && (shortLine || row.Indent > before.Indent || row.Indent > 0 && before.BlankAtEnd);
    }

    // What stands below a bare label is its heading, unless it is a sentence already.
    private bool IsShort(int i)
    {
        if (Sentence.EndsOrPauses(rows[i].Text.Plain)) return false;
        if (!Formulas.StartsPreambular(rows[i].Text.Plain)) return true;
        // "Strengthening of the Secretariat" is a heading, "Having considered …," a paragraph: which one tells what ends it.
        for (var end = i + 1; end < rows.Length; end++)
        {
            if (IsSpaced(end) || numbers[end] != NumberChain.Verdict.Text || Formulas.StartsPreambular(rows[end].Text.Plain)) return true;
            if (Sentence.Last(rows[end].Text.Plain) is ',' or '，') return false;
        }
        return true;
    }

    // A heading goes on over the line break only while nothing says that it has ended.
    private bool HeadingBreak(int i)
    {
        var (before, row) = (rows[i - 1], rows[i]);
        if (IsSpaced(i) || row.PageBreak) return true;
        if (layout.BlankEndsParagraph) return before.BlankAtEnd;
        if (Formulas.StartsPreambular(row.Text.Plain) && layout.EndsShort(before.Width, row.Text.Plain)) return true;
        return !(EndsHeading(i) && before.Width >= layout.Column * 0.5 && row.Width <= before.Width + 10 && !Sentence.EndsOrPauses(row.Text.Plain));
    }

    // Whether row i, or one of the two below it, is the last row of a heading.
    private bool EndsHeading(int i)
    {
        for (var end = i; end < i + 3; end++)
        {
            if (Sentence.EndsOrPauses(rows[end].Text.Plain)) return false;
            if (end + 1 == rows.Length || IsSpaced(end + 1) || numbers[end + 1] != NumberChain.Verdict.Text || StartsHeading(end + 1)) return true;
            if (Formulas.StartsPreambular(rows[end + 1].Text.Plain) && layout.EndsShort(rows[end].Width, rows[end + 1].Text.Plain)) return true;
        }
        return false;
    }

    private bool HeadBreak(int start, int i)
    {
        var (before, row) = (rows[i - 1], rows[i]);
        var (left, right) = (before.Text.Plain, row.Text.Plain);
        if (rows[start].Text.Plain[0] is '[' or '［' && !left.EndsWith(']') && !left.EndsWith('］')) return false;
        if (!Han.Occurs(right) && HeadReader.IsAuthor(right) && !HeadReader.IsAuthor(left)) return true;
        // "Resolution adopted by the General Assembly" / "on 24 December 2016"
        if (Formulas.Adoption().IsMatch(left) && !IsSpaced(i) && (right.StartsWith("on ", StringComparison.Ordinal) || left.EndsWith(" on", StringComparison.Ordinal))) return false;
        if (Formulas.IsHeadLine(left) || Formulas.IsHeadLine(right) || Formulas.TitleLabel(right) is not null || right[0] is '[' or '［') return true;
        if (IsSpaced(i)) return true;
        if (layout.BlankEndsParagraph) return before.BlankAtEnd;
        return before.Width < layout.Column * 0.45 || Sentence.Ends(left) && layout.EndsShort(before.Width, right);
    }

    // A row that starts with the label of a heading, where the text before it has come to an end.
    private bool StartsHeading(int i)
    {
        var text = rows[i].Text.Plain;
        if (numbers[i] == NumberChain.Verdict.Heading) return true;
        if (displays[i] != Display.None || !Labels.Heading(text).Any(l => l.Style != LabelStyle.Digit)) return false;
        if (Labels.Heading(text).Any(l => l.Style >= LabelStyle.Annex) && (Sentence.Ends(text) || rows[i].Width > layout.Column * 0.8)) return false;
        if (i == 0) return true;
        var before = rows[i - 1].Text.Plain;
        return Sentence.EndsOrPauses(before) || IsSpaced(i) || layout.BlankEndsParagraph && rows[i - 1].BlankAtEnd
            || layout.EndsShort(rows[i - 1].Width, text);
    }

    private bool IsBareLabel(int i) => StartsHeading(i) && Labels.Heading(rows[i].Text.Plain).Any(l => l.Length == rows[i].Text.Plain.Length);

    private ImmutableArray<NumberChain.Verdict> JudgeNumbers()
    {
        var places = new List<int>();
        var candidates = new List<NumberChain.Candidate>();
        var annex = false;
        for (var i = 0; i < rows.Length; i++)
        {
            var text = rows[i].Text.Plain;
            annex |= Labels.IsAnnex(text) && rows[i].Width < layout.Column * 0.8;
            if (displays[i] != Display.None || Labels.Number(text) is not { } label) continue;
            var before = i == 0 ? null : rows[i - 1];
            var open = before is not null && !Sentence.EndsOrPauses(before.Text.Plain) && !(layout.BlankEndsParagraph && before.BlankAtEnd)
                && !IsSpaced(i) && !layout.EndsShort(before.Width, text);
            if (open) continue;
            var likeHeading = rows[i].Width < layout.Column * 0.75 && !Sentence.EndsOrPauses(text)
                && (i + 1 == rows.Length || IsSpaced(i + 1) || layout.BlankEndsParagraph && rows[i].BlankAtEnd || Labels.Number(rows[i + 1].Text.Plain) is not null);
            // An annex may open with unnumbered sentences before it counts from 1.
            var mayRestart = before is null || annex || Sentence.Last(before.Text.Plain) is ',' or '，' || !Sentence.Ends(before.Text.Plain);
            annex = false;
            places.Add(i);
            candidates.Add(new(label.Number, mayRestart, likeHeading));
        }
        var verdicts = new NumberChain.Verdict[rows.Length];
        var judged = NumberChain.Judge(candidates);
        for (var i = 0; i < places.Count; i++) verdicts[places[i]] = judged[i];
        return [.. verdicts];
    }

    // The first row that is no longer title page.
    private int FindBody()
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var text = rows[i].Text.Plain;
            if (displays[i] != Display.None) continue;
            if (numbers[i] != NumberChain.Verdict.Text || Formulas.IsEnacting(text) || Formulas.OpensDecision(text) || Formulas.IsSummary(text)) return i;
            if (Labels.Heading(text).Any(l => l.Ordinal == 1 && l.Style is LabelStyle.Roman or LabelStyle.Letter)) return i;
            if (i + 1 < rows.Length && Formulas.IsEnacting(rows[i + 1].Text.Plain) && Labels.IsPart(text)) return i;
        }
        return 0;
    }
}
