using System.Buffers;
using System.Globalization;

namespace StaticSite.Symbols;

/// <summary>A text with all that carries no meaning in a citation taken out, and the way back to the places of the original.</summary>
/// <remarks>Dropped: soft hyphens, joiners, direction marks, byte order marks. Blanks of any kind and runs of them become one ' ' (one '\n' when
/// a line break is among them). Full-width forms become ASCII, dashes of any length '-', slashes '/', wave dashes '~'. The ideographic comma,
/// the ideographic full stop, quotes and book title marks stay as they are.</remarks>
internal sealed class NormalizedText
{
    // Null when every character stands where it stood.
    private readonly int[]? origins;

    private NormalizedText(string text, int[]? origins)
    {
        Text = text;
        this.origins = origins;
    }

    public string Text { get; }

    /// <summary>True when nothing was taken out: then all offsets are those of the original.</summary>
    public bool IsInPlace => origins is null;

    /// <summary>The offset in the original of an offset of <see cref="Text"/>.</summary>
    public int Origin(int offset) => origins is null ? offset : origins[offset];

    /// <summary>The offset in the original behind the character that ends before an offset of <see cref="Text"/>; 0 for 0.</summary>
    public int OriginEnd(int end) => origins is null ? end : end == 0 ? 0 : origins[end - 1] + 1;

    public static NormalizedText From(string original)
    {
        var same = LengthInPlace(original, out var change);
        if (same < original.Length) return From(original.AsSpan());
        if (change < 0) return new(original, null);
        // Most Chinese texts have full-width signs and nothing to take out.
        return new(string.Create(original.Length, (original, change), static (text, from) =>
        {
            from.original.CopyTo(text);
            for (var i = from.change; i < text.Length; i++)
                if (!IsItself(text[i])) text[i] = Fold(text[i]);
        }), null);
    }

    /// <summary>How far a text keeps its characters in their places.</summary>
    /// <param name="change">The first that becomes another; -1 when none does.</param>
    private static int LengthInPlace(string original, out int change)
    {
        change = -1;
        for (var i = 0; i < original.Length; i++)
        {
            var c = original[i];
            if (IsItself(c)) continue;
            var folded = Fold(c);
            if (folded == '\0' || folded is ' ' or '\n' && i > 0 && Fold(original[i - 1]) is ' ' or '\n') return i;
            if (folded != c && change < 0) change = i;
        }
        return original.Length;
    }

    // Nearly all characters: Latin letters and signs, Han characters.
    private static bool IsItself(char c) => c is > ' ' and < '\u007F' or >= '\u3400' and <= '\u9FFF';

    public static NormalizedText From(ReadOnlySpan<char> original)
    {
        var buffer = ArrayPool<char>.Shared.Rent(original.Length);
        var places = new int[original.Length + 1];
        var length = 0;
        for (var i = 0; i < original.Length; i++)
        {
            var c = IsItself(original[i]) ? original[i] : Fold(original[i]);
            if (c == '\0') continue;
            if ((c is ' ' or '\n') && length > 0 && (buffer[length - 1] is ' ' or '\n'))
            {
                if (c == '\n') buffer[length - 1] = '\n';
                continue;
            }
            buffer[length] = c;
            places[length++] = i;
        }
        places[length] = original.Length;
        var text = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return new(text, places);
    }

    // '\0' stands for a character that is dropped.
    private static char Fold(char c) => c switch
    {
        '\n' or '\u2028' or '\u2029' => '\n',
        > ' ' and < '\u007F' => c,
        ' ' => ' ',
        '\u00AD' or '\u061C' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
            or (>= '\u2060' and <= '\u2069') => '\0',
        (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFE63' => '-',
        '\u2044' or '\u2215' => '/',
        '\u301C' or '\u223C' => '~',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\0' => ' ',
        _ when char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Control => ' ',
        _ => c,
    };
}
