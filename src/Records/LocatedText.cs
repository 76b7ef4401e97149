using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>An id and the place of what has it.</summary>
internal sealed record LocatedId(string Id, SourceSpan Span);

/// <summary>A text and its place in its file.</summary>
/// <param name="Value">Without the line breaks at its end.</param>
/// <param name="Span">A literal block: from its first character to its last; anything else: the whole scalar, quotes included.</param>
public sealed record LocatedText(string Value, SourceSpan Span)
{
    /// <summary>Offset in the file of the first character of the value; -1 when the value is not written character for character (escapes, folded lines).</summary>
    internal int Start { get; init; } = -1;

    /// <summary>The same for each further line of the value.</summary>
    internal ImmutableArray<int> LineStarts { get; init; } = [];

    /// <summary>The place in the file of a stretch of the value: exact for literal blocks and for scalars on one line without escapes,
    /// otherwise the whole text.</summary>
    /// <param name="start">0-based offset in <see cref="Value"/>.</param>
    public SourceSpan At(int start, int length)
    {
        if (Start < 0) return Span;
        start = Math.Clamp(start, 0, Value.Length);
        length = Math.Clamp(length, 0, Value.Length - start);
        var first = FileOffset(start);
        // The last character and one more, not the first one behind: that may stand on the next line, behind its indentation.
        return new(Span.Path, first, length == 0 ? 0 : FileOffset(start + length - 1) + 1 - first);
    }

    public bool Equals(LocatedText? other) => other is not null && Value == other.Value && Span == other.Span;

    public override int GetHashCode() => HashCode.Combine(Value, Span);

    private int FileOffset(int offset)
    {
        var (line, lineStart) = (0, 0);
        for (var i = 0; i < offset; i++)
            if (IsBreak(Value[i])) (line, lineStart) = (line + 1, i + 1);
        return (line == 0 ? Start : LineStarts[line - 1]) + offset - lineStart;
    }

    /// <summary>The value of a literal block line by line against the file.</summary>
    /// <param name="file">Text of the file.</param>
    /// <param name="header">Offset of the "|".</param>
    /// <param name="value">Without line breaks at its end.</param>
    internal static LocatedText Literal(string path, string file, int header, string value)
    {
        var whole = new SourceSpan(path, header, Math.Min(1, file.Length - header));
        ImmutableArray<int>.Builder? starts = null;
        var first = 0;
        var position = NextLine(file, header);
        for (var lineStart = 0; ;)
        {
            var lineLength = value.AsSpan(lineStart).IndexOfAny(Breaks);
            var line = lineLength < 0 ? value.AsSpan(lineStart) : value.AsSpan(lineStart, lineLength);
            var fileLength = file.AsSpan(Math.Min(position, file.Length)).IndexOfAny(FileBreaks);
            var end = fileLength < 0 ? file.Length : position + fileLength;
            var start = end - line.Length;
            if (start < position || !file.AsSpan(start, line.Length).SequenceEqual(line)) return new(value, whole);
            // Most texts are one line.
            if (lineLength < 0 && lineStart == 0) return new(value, new(path, start, end - start)) { Start = start };
            if (lineStart == 0) first = start;
            else (starts ??= ImmutableArray.CreateBuilder<int>()).Add(start);
            if (lineLength < 0) return new(value, new(path, first, end - first)) { Start = first, LineStarts = starts!.DrainToImmutable() };
            lineStart += lineLength + 1;
            position = NextLine(file, end);
        }
    }

    private const string Breaks = "\n\u2028\u2029", FileBreaks = "\r\n\u0085\u2028\u2029";

    private static bool IsBreak(char c) => Breaks.Contains(c);

    private static int NextLine(string file, int position)
    {
        var rest = file.AsSpan(position).IndexOfAny(FileBreaks);
        if (rest < 0) return file.Length;
        position += rest;
        return position + (file[position] == '\r' && position + 1 < file.Length && file[position + 1] == '\n' ? 2 : 1);
    }
}
