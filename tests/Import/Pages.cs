using System.Globalization;
using System.Text;

using StaticSite.Text;

namespace StaticSite.Tests.Import;

/// <summary>Sets paragraphs in lines and pages as a PDF extraction gives them: page breaks, running heads, job numbers and footnotes anywhere.</summary>
internal sealed class Pages(Random random, bool chinese, string symbol)
{
    private readonly StringBuilder text = new();
    private readonly Queue<(int Marker, string Text)> pending = new();
    private int linesOnPage;
    private int page = 1;

    /// <summary>Doubled line breaks, as in the seeds, or single ones with an empty line between paragraphs.</summary>
    public bool Doubled { get; init; } = true;

    public int LinesPerPage { get; set; } = 20;

    public string Finish()
    {
        FlushNotes();
        return text.ToString();
    }

    /// <param name="notes">Footnote texts by the marker that stands in the paragraph as U+0001, marker, U+0002.</param>
    public void Add(string paragraph, IReadOnlyDictionary<int, string> notes, bool heading = false)
    {
        var lines = Wrap((heading ? " " : "") + paragraph, chinese ? 76 : 88).ToList();
        if (heading && linesOnPage > LinesPerPage - 3) BreakPage();
        for (var i = 0; i < lines.Count; i++)
        {
            if (linesOnPage >= LinesPerPage) BreakPage();
            AddLine(lines[i], last: i == lines.Count - 1, notes);
        }
        if (heading && Doubled) text.Append(" \n\n");
        if (!Doubled) text.Append('\n');
    }

    private void AddLine(string line, bool last, IReadOnlyDictionary<int, string> notes)
    {
        linesOnPage++;
        var parts = line.Split('\u0001');
        text.Append(parts[0]);
        foreach (var part in parts.Skip(1))
        {
            var end = part.IndexOf('\u0002');
            var marker = int.Parse(part.AsSpan(0, end), CultureInfo.InvariantCulture);
            pending.Enqueue((marker, notes[marker]));
            text.Append(CultureInfo.InvariantCulture, $"\n{marker}\n {part[(end + 1)..].TrimStart()}");
        }
        if (Doubled && (last || !chinese)) text.Append(' ');
        text.Append(Doubled ? "\n\n" : "\n");
    }

    private void BreakPage()
    {
        FlushNotes();
        if (Doubled && text.Length > 1 && text[^1] == '\n' && text[^2] == '\n') text.Length--;
        linesOnPage = 0;
        page++;
        switch (random.Next(4))
        {
            case 0:
                text.Append(CultureInfo.InvariantCulture, $" {symbol}\n\n \n\n{page}13-24863 ({(chinese ? 'C' : 'E')})\n\n \n\n");
                break;
            case 1:
                text.Append(CultureInfo.InvariantCulture, $"13-24863 {page}/15\n\n{symbol} \n\n \n");
                break;
            case 2:
                text.Append(CultureInfo.InvariantCulture, $"\f{symbol}\n\n");
                break;
            default:
                if (!Doubled) text.Append(CultureInfo.InvariantCulture, $"{page}/15\n");
                break;
        }
    }

    private void FlushNotes()
    {
        if (pending.Count == 0) return;
        text.Append(Doubled ? "__________________ \n\n" : "__________________\n");
        while (pending.TryDequeue(out var note))
        {
            var lines = string.Join(Doubled ? "\n\n" : "\n", Wrap(note.Text, chinese ? 76 : 88));
            text.Append(Doubled ? string.Create(CultureInfo.InvariantCulture, $" \n{note.Marker}\n {lines} \n{(pending.Count > 0 ? "\n" : "")}") : string.Create(CultureInfo.InvariantCulture, $"{note.Marker} {lines}\n"));
        }
    }

    private static IEnumerable<string> Wrap(string paragraph, int width)
    {
        var line = new StringBuilder();
        foreach (var word in Words(paragraph))
        {
            if (Visible(line.ToString()) + Visible(word.TrimEnd()) > width && line.ToString().Trim().Length > 0)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
            }
            line.Append(line.Length == 0 ? word.TrimStart() is "" ? "" : word : word);
        }
        if (line.ToString().Trim().Length > 0) yield return line.ToString().TrimEnd();
    }

    // Width without calls: they are set small and above the line.
    private static int Visible(string text)
    {
        var width = 0;
        var call = false;
        foreach (var c in text)
        {
            call = c == '\u0001' || call && c != '\u0002';
            if (!call && c != '\u0002') width += Han.Width([c]);
        }
        return width;
    }

    // Han characters break anywhere, Latin words at blanks; a mark or a call stays with what stands before it.
    private static IEnumerable<string> Words(string paragraph)
    {
        var start = 0;
        for (var i = 1; i < paragraph.Length; i++)
        {
            var boundary = paragraph[i - 1] == ' ' && paragraph[i] != ' ' || Han.IsHan(paragraph[i]) || Han.IsHan(paragraph[i - 1]) && paragraph[i] is not ('\u0001' or '，' or '。' or '；' or '：' or ')' or ' ' or '”');
            if (!boundary || paragraph[i - 1] is '(' or '“' || paragraph[i] == '\u0001') continue;
            yield return paragraph[start..i];
            start = i;
        }
        yield return paragraph[start..];
    }
}
