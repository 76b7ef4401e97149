using System.Collections.Immutable;

namespace StaticSite.Import;

/// <summary>How an extraction sets its lines: measured, since every tool and every document has its own habits.</summary>
/// <param name="NormalGap">Empty lines between two lines of one paragraph: 1 where the extraction doubles line breaks, otherwise 0.</param>
/// <param name="Column">Width of a full line in half-width units.</param>
/// <param name="BlankEndsParagraph">True when a blank at a line's end marks the last line of a paragraph.</param>
/// <param name="IndentStartsParagraph">True when first lines of paragraphs are indented and the others are not.</param>
internal sealed record PageLayout(int NormalGap, int Column, bool BlankEndsParagraph, bool IndentStartsParagraph)
{
    /// <summary>Measures the lines of the body, furniture left out.</summary>
    public static PageLayout Measure(ImmutableArray<SourceLine> lines)
    {
        var column = ColumnWidth(lines);
        var full = lines.Where(l => l.Width >= column * 0.85).ToList();
        var rest = lines.Where(l => l.Width < column * 0.7 && l.Width > 8).ToList();
        var normalGap = MeasureGap(lines, column);
        var blankEnds = full.Count(l => l.BlankAtEnd) <= full.Count * 0.3 && rest.Count(l => l.BlankAtEnd) >= rest.Count * 0.5 && rest.Count > 0;
        return new(normalGap, column, blankEnds, MeasureIndent(lines, column, normalGap));
    }

    /// <summary>True when the first word of the next line would have fitted on this one: the break was made on purpose.</summary>
    public bool EndsShort(int width, string next)
    {
        var word = 0;
        foreach (var c in next)
        {
            if (char.IsWhiteSpace(c)) break;
            var wide = Text.Han.IsHan(c);
            if (wide && word > 0) break;
            word += wide ? 2 : 1;
            if (wide) break;
        }
        return width + 1 + word < Column * 0.88;
    }

    // The width that one line in twelve reaches, and three of a short text: title pages and tables pull an average down, one overlong line pulls a maximum up.
    private static int ColumnWidth(ImmutableArray<SourceLine> lines)
    {
        if (lines.IsEmpty) return 76;
        var widths = lines.Select(l => l.Width).Order().ToList();
        return Math.Max(20, widths[Math.Max(0, widths.Count - 1 - Math.Max(2, widths.Count / 12))]);
    }

    // What stands behind a full line that ends in the middle of a sentence is the next line of its paragraph.
    private static int MeasureGap(ImmutableArray<SourceLine> lines, int column)
    {
        var (single, doubled) = (0, 0);
        for (var i = 1; i < lines.Length; i++)
        {
            // A footnote call alone on its line follows the text at once, whatever the space between lines.
            if (FootnoteBlocks.LoneMarker().IsMatch(lines[i].Text)) continue;
            if (lines[i].PageStart || lines[i - 1].Width < column * 0.85 || Sentence.EndsOrPauses(lines[i - 1].Text)) continue;
            if (lines[i].Gap == 0) single++;
            else doubled++;
        }
        // A text of a few lines may have none such: then most lines tell.
        if (doubled + single == 0) return lines.Count(l => l.Gap > 0) > lines.Length * 0.6 ? 1 : 0;
        return doubled > single ? 1 : 0;
    }

    private static bool MeasureIndent(ImmutableArray<SourceLine> lines, int column, int normalGap)
    {
        var (starts, indentedStarts, inner, indentedInner) = (0, 0, 0, 0);
        for (var i = 1; i < lines.Length; i++)
        {
            var (before, line) = (lines[i - 1], lines[i]);
            if (line.PageStart || line.Gap < normalGap) continue;
            if (before.Width < column * 0.85 && Sentence.Ends(before.Text))
            {
                starts++;
                if (line.Indent > 0) indentedStarts++;
            }
            else if (before.Width >= column * 0.9 && !Sentence.Ends(before.Text))
            {
                inner++;
                if (line.Indent > 0) indentedInner++;
            }
        }
        return starts > 0 && indentedStarts >= starts * 0.7 && indentedInner <= inner * 0.1;
    }
}
