using System.Collections.Immutable;

using StaticSite.Markdown;
using StaticSite.Text;

namespace StaticSite.Import;

/// <summary>A printed line: the fragments that an extraction made of it, because a footnote call was set in another size, put together.</summary>
/// <param name="Gap">Empty lines before it; blanks that end the row before are not counted.</param>
/// <param name="PageBreak">True when a page ended, or a footnote or furniture stood, between the row before and this one.</param>
internal sealed record Row(RunningText Text, int First, int Last, int Indent, bool BlankAtEnd, int Gap, bool PageBreak)
{
    // Computed each time: a copy made by `with` would keep the width of the text before it.
    public int Width => Han.Width(Text.Plain);

    /// <param name="lines">All lines of the source.</param>
    /// <param name="skipped">Lines that are furniture, footnotes, or rules.</param>
    /// <param name="markers">Markers of the footnotes: a line with nothing else is a call.</param>
    public static ImmutableArray<Row> Assemble(
        ImmutableArray<SourceLine> lines, Func<int, bool> skipped, IReadOnlySet<string> markers, PageLayout layout, LineJoin join)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        var (afterCall, pageBreak, trailing) = (false, false, 0);
        foreach (var line in lines)
        {
            if (skipped(line.Number))
            {
                (afterCall, pageBreak) = (false, true);
                continue;
            }
            if (rows.Count > 0 && !pageBreak && FootnoteBlocks.LoneMarker().IsMatch(line.Text) && markers.Contains(line.Text))
            {
                rows[^1] = rows[^1].WithCall(line);
                (afterCall, trailing) = (true, line.BlankLineAfter ? 1 : 0);
                continue;
            }
            var gap = Math.Max(0, line.Gap - trailing);
            if (afterCall && gap == 0 && !line.PageStart && rows[^1].IsContinuedBy(line, layout)) rows[^1] = rows[^1].With(line, join);
            else rows.Add(new(Superscripts(line.Text, markers), line.Number, line.Number, line.Indent, line.BlankAtEnd, gap, pageBreak || line.PageStart || rows.Count > 0 && gap < layout.NormalGap));
            (afterCall, pageBreak, trailing) = (false, false, 0);
        }
        return rows.DrainToImmutable();
    }

    private Row WithCall(SourceLine line) => this with
    {
        Text = new(Text.Plain + RichText.Call, Text.Markers.Add(line.Text)),
        Last = line.Number,
        BlankAtEnd = line.BlankAtEnd || line.BlankLineAfter,
    };

    // Where line breaks are not doubled, what follows a call may as well be the next printed line.
    private bool IsContinuedBy(SourceLine line, PageLayout layout) =>
        layout.NormalGap > 0 || Width + line.Width <= layout.Column * 1.1 && Labels.Number(line.Text) is null && !Labels.IsItem(line.Text);

    private Row With(SourceLine line, LineJoin join)
    {
        var before = Text.Plain.TrimEnd(RichText.Call);
        // Between two Latin words a call leaves a blank, printed or not; beside Han characters only a printed one counts.
        var latin = !Han.Occurs(before) && !Han.Occurs(line.Text);
        var blank = before.Length > 0 && line.Text[0] is not ('.' or ':') && join.NeedsBlank(before, line.Text, latin && line.Indent == 0 ? null : line.Indent > 0);
        return this with
        {
            Text = new(Text.Plain + (blank ? " " : "") + line.Text, Text.Markers),
            Last = line.Number,
            BlankAtEnd = line.BlankAtEnd,
        };
    }

    // Superscript digits that an extraction kept are calls when a footnote has that marker.
    private static RunningText Superscripts(string text, IReadOnlySet<string> markers)
    {
        if (!text.Any(Superscript.Is)) return RunningText.Of(text);
        var plain = new System.Text.StringBuilder(text.Length);
        var calls = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < text.Length; i++)
        {
            var end = i;
            while (end < text.Length && Superscript.Is(text[end])) end++;
            if (end > i && markers.Contains(Superscript.ToAscii(text[i..end])))
            {
                calls.Add(Superscript.ToAscii(text[i..end]));
                plain.Append(RichText.Call);
                i = end - 1;
            }
            else
            {
                plain.Append(text[i]);
            }
        }
        return new(plain.ToString(), calls.ToImmutable());
    }
}
