using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

using StaticSite.Text;

namespace StaticSite.Import;

/// <summary>Takes the footnotes at page bottoms out of the lines, also where they cut a paragraph in two.</summary>
internal sealed partial class FootnoteBlocks
{
    private readonly ImmutableArray<SourceLine> lines;
    private readonly PageLayout layout;
    private readonly LineJoin join;
    private readonly Func<int, bool> isFurniture;
    private readonly List<SourceFootnote> notes = [];
    private readonly HashSet<int> taken = [];
    private readonly HashSet<int> rules = [];

    private FootnoteBlocks(ImmutableArray<SourceLine> lines, PageLayout layout, LineJoin join, Func<int, bool> isFurniture) =>
        (this.lines, this.layout, this.join, this.isFurniture) = (lines, layout, join, isFurniture);

    /// <summary>Footnotes in source order, the lines they take, and the lines that only draw the rule above them.</summary>
    public static (ImmutableArray<SourceFootnote> Notes, IReadOnlySet<int> Taken, IReadOnlySet<int> Rules) Find(
        ImmutableArray<SourceLine> lines, PageLayout layout, LineJoin join, Func<int, bool> isFurniture)
    {
        var blocks = new FootnoteBlocks(lines, layout, join, isFurniture);
        blocks.Read();
        return ([.. blocks.notes], blocks.taken, blocks.rules);
    }

    private void Read()
    {
        var called = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (isFurniture(lines[i].Number)) continue;
            if (DrawnRule().IsMatch(lines[i].Text))
            {
                rules.Add(lines[i].Number);
                i = ReadBlock(i + 1, afterRule: true) - 1;
            }
            else if (lines[i].AfterRule && IsMarkerLine(i, afterRule: true))
            {
                i = ReadBlock(i, afterRule: true) - 1;
            }
            else if (LoneMarker().IsMatch(lines[i].Text))
            {
                // Without a rule, a number alone is the footnote itself only when its call has been seen and a reference follows.
                var marker = lines[i].Text;
                if (!called.Add(marker) && IsNext(marker) && i + 1 < lines.Length && Reference().IsMatch(lines[i + 1].Text) && Sentence.EndsOrPauses(PreviousText(i)))
                    i = ReadBlock(i, afterRule: false) - 1;
            }
            else if (SuperscriptNote().Match(lines[i].Text) is { Success: true } && IsMarkerLine(i, afterRule: false))
            {
                i = ReadBlock(i, afterRule: false) - 1;
            }
        }
    }

    private string PreviousText(int index) => index == 0 ? "" : lines[index - 1].Text;

    // Reads footnotes from a line on; returns the first line that is none of theirs.
    private int ReadBlock(int start, bool afterRule)
    {
        var i = start;
        while (i < lines.Length)
        {
            if (isFurniture(lines[i].Number) || !IsMarkerLine(i, afterRule) || i > start && lines[i].PageStart) break;
            i = ReadNote(i);
        }
        return i;
    }

    private int ReadNote(int start)
    {
        var (marker, text) = SplitMarker(start)!.Value;
        var first = lines[start];
        var i = start + 1;
        var last = first;
        if (text.Length == 0 && i < lines.Length && !isFurniture(lines[i].Number))
        {
            (text, last) = (lines[i].Text, lines[i]);
            i++;
        }
        var note = new StringBuilder(text);
        while (i < lines.Length && !Ends(last, LineJoin.Tail(note), i))
        {
            if (note.Length > 0 && join.NeedsBlank(LineJoin.Tail(note), lines[i].Text)) note.Append(' ');
            note.Append(lines[i].Text);
            last = lines[i];
            i++;
        }
        for (var line = start; line < i; line++) taken.Add(lines[line].Number);
        notes.Add(new(marker, RunningText.Of(note.ToString()), new(first.Number, last.Number)));
        return i;
    }

    // Whether a footnote is over before line i.
    private bool Ends(SourceLine last, string text, int i)
    {
        var line = lines[i];
        if (isFurniture(line.Number) || line.PageStart || DrawnRule().IsMatch(line.Text)) return true;
        // Where line breaks are doubled, a single one is the end of a page.
        if (line.Gap < layout.NormalGap) return true;
        if (IsMarkerLine(i, afterRule: true)) return true;
        if (!Sentence.Ends(text)) return false;
        if (line.Gap > layout.NormalGap || layout.BlankEndsParagraph && last.BlankAtEnd) return true;
        return layout.EndsShort(last.Width, line.Text) || Labels.Number(line.Text) is not null;
    }

    private bool IsMarkerLine(int index, bool afterRule) =>
        SplitMarker(index) is { } found && (found.Marker[0] == '*' || IsNext(found.Marker)
            || afterRule && found.Marker == "1");

    // The next number, or the same again where markers restart on each page.
    private bool IsNext(string marker)
    {
        if (!int.TryParse(marker, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return marker[0] == '*';
        var previous = 0;
        for (var i = notes.Count - 1; i >= 0 && previous == 0; i--)
            _ = int.TryParse(notes[i].Marker, NumberStyles.None, CultureInfo.InvariantCulture, out previous);
        return number > previous && number <= previous + 3;
    }

    // "1" alone with its text on the next line, "1 See …", "¹ See …"; null for any other line.
    private (string Marker, string Text)? SplitMarker(int index)
    {
        var text = lines[index].Text;
        if (LoneMarker().IsMatch(text)) return (text, "");
        var match = GluedMarker().Match(text);
        if (match.Success) return (match.Groups["m"].Value, text[match.Length..].TrimStart());
        match = SuperscriptNote().Match(text);
        return match.Success ? (Superscript.ToAscii(match.Groups["m"].Value), text[match.Length..].TrimStart()) : null;
    }

    [GeneratedRegex(@"^[_＿─━]{5,}$|^[-—–]{8,}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DrawnRule();

    [GeneratedRegex(@"^([0-9]{1,3}|\*{1,4})$", RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex LoneMarker();

    [GeneratedRegex(@"^(?<m>[0-9]{1,3}|\*{1,4})\s(?=\S)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GluedMarker();

    [GeneratedRegex(@"^(?<m>[¹²³⁰⁴-⁹]{1,3})\s*(?=\S)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SuperscriptNote();

    [GeneratedRegex(@"^([A-Z]{1,4}/|见|另见|参看|参见|同上|《|第\s?[0-9S(]|See |Ibid|Resolution|Official Records|United Nations, |General Assembly|Decision|Ibidem|As contained)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
