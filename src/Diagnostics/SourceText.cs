using System.Buffers;
using System.Globalization;

namespace StaticSite.Diagnostics;

/// <summary>One source file as text: its path relative to the site root ('/' separators) and its content.</summary>
public sealed record SourceText(string Path, string Text)
{
    /// <summary>Control characters but tab and line breaks, and the two that no text may have: neither XML nor Unicode's normal forms take them.</summary>
    public static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Append(127).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r')), '\uFFFE', '\uFFFF']);

    private Lazy<int[]> lineStarts = new(() => LineStarts(Text));

    /// <summary>The content.</summary>
    public string Text
    {
        get;
        // A copy with another text has other lines.
        init => (field, lineStarts) = (value, new(() => LineStarts(value)));
    } = Text;

    /// <summary>Number of lines; a text that ends in a line break has an empty last line.</summary>
    public int LineCount => lineStarts.Value.Length;

    /// <summary>1-based line and 1-based column, in UTF-16 code units, of a 0-based offset. Offsets beyond the text give its end.</summary>
    public (int Line, int Column) Position(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var starts = lineStarts.Value;
        var index = Array.BinarySearch(starts, offset);
        if (index < 0) index = ~index - 1;
        return (index + 1, offset - starts[index] + 1);
    }

    /// <summary>The 0-based offset of a 1-based line and column; both are clamped to the text.</summary>
    public int Offset(int line, int column)
    {
        var start = lineStarts.Value[Math.Clamp(line, 1, LineCount) - 1];
        return Math.Clamp(start + column - 1, start, Text.Length);
    }

    /// <summary>The text of a 1-based line without its line break.</summary>
    public ReadOnlySpan<char> Line(int line)
    {
        var starts = lineStarts.Value;
        var end = line < starts.Length ? starts[line] : Text.Length;
        return Text.AsSpan(starts[line - 1], end - starts[line - 1]).TrimEnd("\r\n");
    }

    /// <summary>"The control character U+0007", for messages about what is <see cref="Forbidden"/>.</summary>
    public static string NameOf(char forbidden) =>
        string.Create(CultureInfo.InvariantCulture, $"The {(forbidden >= '\uFFFE' ? "noncharacter" : "control character")} U+{(int)forbidden:X4}");

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n') starts.Add(i + 1);
        return [.. starts];
    }
}
