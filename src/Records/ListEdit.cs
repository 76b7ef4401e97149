using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>Puts an entry at the end of a list of a record, as text: every other byte of the file stays.</summary>
public static class ListEdit
{
    /// <param name="At">0-based offset where it goes.</param>
    /// <param name="Text">Whole lines in the indentation and with the line ends of the file.</param>
    public readonly record struct Insertion(int At, string Text)
    {
        public string Into(string file) => file.Insert(At, Text);
    }

    /// <param name="list">A top-level key.</param>
    /// <param name="entry">The lines of the entry; the first begins with "- ".</param>
    /// <returns>Null when the file has no such list of one entry a line.</returns>
    public static Insertion? Append(SourceText file, string list, IEnumerable<string> entry)
    {
        var reading = new Reading(file);
        if (YamlReader.Read(reading) is not YamlMapping root || reading.IsPartial) return null;
        if (root.Entries.FirstOrDefault(e => e.Key.Value == list).Value is not YamlSequence { Items: [.., var last] } sequence) return null;
        var text = file.Text;
        var (line, column) = file.Position(sequence.Span.Start);
        var indent = file.Line(line)[..(column - 1)].ToString().TrimStart('\uFEFF');
        if (text[sequence.Span.Start] != '-' || indent.Any(c => c != ' ')) return null;
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var at = EndOf(text, last.Span.Start + last.Span.Length, indent.Length);
        var added = string.Concat(entry.Select(l => indent + l + newLine));
        // Where an empty line parts the entries, one parts this too.
        var first = file.Position(last.Span.Start).Line;
        if (sequence.Items.Count > 1 && file.Line(first - 1).IsWhiteSpace()) added = newLine + added;
        return new(at, at > 0 && text[at - 1] != '\n' ? newLine + added : added);
    }

    // Behind the last line of the entry and the comments that are indented as the entries are.
    private static int EndOf(string text, int end, int indent)
    {
        while (end > 0 && char.IsWhiteSpace(text[end - 1])) end--;
        end = NextLine(text, end);
        for (var start = end; start < text.Length;)
        {
            var next = NextLine(text, start);
            var line = text.AsSpan(start, next - start);
            var content = line.TrimStart(' ');
            if (!content.IsWhiteSpace())
            {
                if (indent == 0 || content[0] != '#' || line.Length - content.Length < indent) break;
                end = next;
            }
            start = next;
        }
        return end;
    }

    private static int NextLine(string text, int from)
    {
        var end = text.IndexOf('\n', from);
        return end < 0 ? text.Length : end + 1;
    }
}
