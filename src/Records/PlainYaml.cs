using System.Buffers;
using System.Text;

using StaticSite.Diagnostics;

using Ascii = StaticSite.Text.Ascii;
using RepeatedText = StaticSite.Text.RepeatedText;

namespace StaticSite.Records;

/// <summary>Reads the plain part of YAML that records are written in. Reading thousands of records is half of what checking them costs, and the general
/// parser spends it on what records do not have. This one gives the same nodes with the same places, or declines, and then <see cref="YamlReader"/> reads
/// the file with the general parser: so whatever is unusual, and whatever is wrong and has to be reported, is none of its business.</summary>
/// <remarks><code>
/// file     = *empty mapping                       at column 0; empty = blank line / comment line
/// mapping  = 1*(key ":" value)                    all keys at one column; nested ones further to the right
/// value    = [" " inline] / mapping / sequence    the last two on the following lines
/// sequence = 1*("- " (inline / mapping))          all dashes at one column, further to the right than the key; the mapping begins behind the dash
/// inline   = plain / quoted / flow                to the end of the line / "|" and the lines of a literal block
/// key      = 1*(letter / digit / "_" / "-" / "." / "/") / quoted
/// quoted   = text in ' or " without escapes
/// flow     = "[" [item *("," item)] "]" / "{" [key ": " item *("," key ": " item)] "}"      on one line
/// </code>Declined among others: tabs, carriage returns, byte order marks, comments behind values, values left out, text over several lines, "|-", anchors, tags.
/// That both readers agree is tested on every record of the site and on many broken ones.</remarks>
internal ref struct PlainYaml
{
    private const int MaxDepth = 8, MaxKey = 100;

    // What the general parser takes for a line break or a mark of its own, and what cannot stand in a file at all.
    private static readonly SearchValues<char> Unusual = SearchValues.Create(
        "\t\r\u0085\u2028\u2029\uFEFF\uFFFE\uFFFF\u007F\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private readonly string path;
    private readonly string text;
    private int at;

    // The first line that has not been read and is neither blank nor a comment: its start, the blanks before its text; -1 blanks at the end of the file.
    private int line;
    private int indent;

    private PlainYaml(SourceText file)
    {
        path = file.Path;
        text = file.Text;
    }

    /// <summary>The root of the file; null when it is anything but plain.</summary>
    public static YamlNode? Read(SourceText file)
    {
        if (file.Text.AsSpan().ContainsAny(Unusual)) return null;
        var reader = new PlainYaml(file);
        reader.FindLine(0);
        if (reader.indent != 0 || !reader.IsKeyHere()) return null;
        var root = reader.Mapping(0, 0);
        return reader.indent < 0 ? root : null;
    }

    // From the start of a line to the next one that says something.
    private void FindLine(int start)
    {
        while (true)
        {
            var content = start;
            while (content < text.Length && text[content] == ' ') content++;
            if (content == text.Length)
            {
                (line, indent, at) = (start, -1, content);
                return;
            }
            if (text[content] != '\n' && text[content] != '#')
            {
                (line, indent, at) = (start, content - start, content);
                return;
            }
            start = EndOfLine(content) + 1;
            if (start > text.Length) start = text.Length;
        }
    }

    private readonly int EndOfLine(int from)
    {
        var length = text.AsSpan(from).IndexOf('\n');
        return length < 0 ? text.Length : from + length;
    }

    private readonly char Peek(int ahead = 0) => at + ahead < text.Length ? text[at + ahead] : '\n';

    private readonly bool IsKeyHere() => KeyEnd() > at;

    // The place is at the first key.
    private YamlMapping? Mapping(int column, int depth)
    {
        if (depth > MaxDepth) return null;
        var mapping = new YamlMapping(new(path, at, 0));
        while (true)
        {
            if (Key() is not { } key || Value(column, depth) is not { } value) return null;
            mapping.Add(key, value);
            if (indent == column) continue;
            // Further to the right than the keys stands the rest of a text over several lines.
            if (indent > column) return null;
            mapping.EndAt(value.Span.Start + value.Span.Length);
            return mapping;
        }
    }

    // The place is at the first dash.
    private YamlSequence? Sequence(int column, int depth)
    {
        if (depth > MaxDepth) return null;
        var sequence = new YamlSequence(new(path, at, 0));
        while (true)
        {
            if (Peek() != '-' || Peek(1) != ' ') return null;
            at += 2;
            while (Peek() == ' ') at++;
            var inner = at - line;
            var item = IsKeyHere() ? Mapping(inner, depth + 1) : Inline(column);
            if (item is null) return null;
            sequence.Add(item);
            if (indent == column) continue;
            if (indent > column) return null;
            sequence.EndAt(item.Span.Start + item.Span.Length);
            return sequence;
        }
    }

    /// <summary>A key and its colon, when a blank or the end of the line follows.</summary>
    private YamlScalar? Key()
    {
        var (start, end) = (at, KeyEnd());
        if (end == start) return null;
        var key = text[start] is '"' or '\'' ? Quoted() : Plain(start, end);
        at = end + 1;
        return key;
    }

    // The offset of its colon; the place itself when no key stands there.
    private readonly int KeyEnd()
    {
        var end = at;
        if (Peek() is '"' or '\'') end = QuoteEnd();
        else
            while (end < text.Length && (Ascii.IsLetterOrDigit(text[end]) || text[end] is '_' or '/' || text[end] is '-' or '.' && end > at)) end++;
        return end - at <= MaxKey && end + 1 < text.Length && text[end] == ':' && text[end + 1] is ' ' or '\n' ? end : at;
    }

    // Behind the colon.
    private YamlNode? Value(int column, int depth)
    {
        while (Peek() == ' ') at++;
        if (Peek() != '\n') return Inline(column);
        if (text[at - 1] == ' ') return null;
        FindLine(Math.Min(at + 1, text.Length));
        if (indent <= column) return null;
        return Peek() == '-' ? Sequence(indent, depth + 1) : IsKeyHere() ? Mapping(indent, depth + 1) : null;
    }

    // What stands on one line, and a literal block; then the place is at the next line that says something.
    private YamlNode? Inline(int column)
    {
        YamlNode? value;
        switch (Peek())
        {
            case '|':
                return Literal(column);
            case '"' or '\'':
                value = Quoted();
                break;
            case '[' or '{':
                value = Flow(0);
                break;
            default:
                value = PlainLine();
                break;
        }
        if (value is null || Peek() != '\n') return null;
        FindLine(Math.Min(at + 1, text.Length));
        return value;
    }

    private YamlScalar? PlainLine()
    {
        if (!StartsPlain(Peek())) return null;
        var (start, end) = (at, EndOfLine(at));
        if (end - start > YamlReader.MaxScalar) return null;
        var written = text.AsSpan(start, end - start);
        if (written[^1] is ' ' or ':' || written.Contains(": ", StringComparison.Ordinal) || written.Contains(" #", StringComparison.Ordinal)) return null;
        at = end;
        return Plain(start, end);
    }

    private readonly YamlScalar Plain(int start, int end)
    {
        var value = RepeatedText.Of(text.AsSpan(start, end - start));
        return new(new(path, start, end - start), value, YamlReader.KindOf(value), isLiteral: false);
    }

    // Signs that mean something to YAML, or may.
    private static bool StartsPlain(char c) => c is not (' ' or '\n' or '-' or '?' or ':' or ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>'
        or '\'' or '"' or '%' or '@' or '`');

    private YamlScalar? Quoted()
    {
        var (start, end) = (at, QuoteEnd());
        if (end == start || end - start > YamlReader.MaxScalar) return null;
        at = end;
        return new(new(path, start, end - start), RepeatedText.Of(text.AsSpan(start + 1, end - start - 2)), ScalarKind.Text, isLiteral: false);
    }

    // Behind the quote that closes; the place itself where the text is not closed on its line, or not written as it is meant.
    private readonly int QuoteEnd()
    {
        var quote = text[at];
        var end = at + 1;
        while (end < text.Length && text[end] != quote && text[end] is not ('\n' or '\\')) end++;
        // Doubled quotes stand for one.
        return end < text.Length && text[end] == quote && !(end + 1 < text.Length && text[end + 1] == quote) ? end + 1 : at;
    }

    // The place is behind the bracket that closes, or anywhere when the result is null.
    private YamlNode? Flow(int depth)
    {
        if (depth > MaxDepth) return null;
        var start = at;
        var close = Peek() == '[' ? ']' : '}';
        var sequence = close == ']' ? new YamlSequence(new(path, start, 0)) : null;
        var mapping = close == '}' ? new YamlMapping(new(path, start, 0)) : null;
        at++;
        while (Peek() == ' ') at++;
        for (var isFirst = true; Peek() != close || !isFirst; isFirst = false)
        {
            var key = mapping is null ? null : Key();
            if (mapping is not null && (key is null || Peek() != ' ')) return null;
            while (Peek() == ' ') at++;
            if (FlowItem(depth) is not { } item) return null;
            sequence?.Add(item);
            mapping?.Add(key!, item);
            while (Peek() == ' ') at++;
            if (Peek() == close) break;
            if (Peek() != ',' || Peek(1) != ' ') return null;
            at++;
            while (Peek() == ' ') at++;
        }
        // The general parser leaves the bracket that closes out.
        sequence?.EndAt(at);
        mapping?.EndAt(at);
        at++;
        return sequence is null ? mapping : sequence;
    }

    private YamlNode? FlowItem(int depth)
    {
        if (Peek() is '[' or '{') return Flow(depth + 1);
        if (Peek() is '"' or '\'') return Quoted();
        if (!StartsPlain(Peek())) return null;
        var start = at;
        while (Peek() is not (',' or ']' or '}'))
        {
            if (Peek() is '\n' or ':' or '#' or '[' or '{' or '?' or '"' or '\'') return null;
            at++;
        }
        var end = at;
        if (end - start > YamlReader.MaxScalar) return null;
        while (text[end - 1] == ' ') end--;
        return Plain(start, end);
    }

    /// <summary>"|" and lines that are indented as the first one is or more, further to the right than the key or dash.</summary>
    private YamlScalar? Literal(int column)
    {
        var header = at;
        if (Peek(1) != '\n') return null;
        var first = at + 2;
        var width = Blanks(first, int.MaxValue);
        if (width <= column || first + width >= text.Length || text[first + width] == '\n') return null;
        var start = first + width;
        var end = EndOfLine(start);
        var next = Math.Min(end + 1, text.Length);
        StringBuilder? more = null;
        for (var breaks = 1; next < text.Length;)
        {
            if (text[next] == '\n')
            {
                breaks++;
                next++;
                continue;
            }
            var blanks = Blanks(next, width);
            var content = next + blanks;
            if (content == text.Length || text[content] == '\n') return null;
            if (blanks < width) break;
            // Most blocks are one line, which is taken as it stands.
            more ??= new StringBuilder().Append(text, start, end - start);
            end = EndOfLine(content);
            if (text.AsSpan(content, end - content).Trim(' ').IsEmpty) return null;
            more.Append('\n', breaks).Append(text, content, end - content);
            breaks = 1;
            next = Math.Min(end + 1, text.Length);
        }
        // One line break at the end is part of the text, where there is one.
        var closing = end < text.Length ? "\n" : "";
        var value = more is null ? text[start..end] : more.ToString();
        FindLine(next);
        return value.Length + closing.Length > YamlReader.MaxScalar ? null : new(new(path, header, next - header), value, ScalarKind.Text, isLiteral: true, closing);
    }

    private readonly int Blanks(int from, int most)
    {
        var count = 0;
        while (count < most && from + count < text.Length && text[from + count] == ' ') count++;
        return count;
    }
}
