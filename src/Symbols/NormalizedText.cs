using System.Buffers;
using System.Globalization;

namespace StaticSite.Symbols;

/// <summary>A text with all that carries no meaning in a citation taken out, and the way back to the places of the original.</summary>
/// <remarks>Dropped: soft hyphens, joiners, direction marks, byte order marks. Blanks of any kind and runs of them become one ' ' (one '\n' when
/// a line break is among them). Full-width forms become ASCII, dashes of any length '-', slashes '/', wave dashes '~'. The ideographic comma,
/// the ideographic full stop, quotes and book title marks stay as they are.</remarks>
internal sealed class NormalizedText
{
    private readonly int[] origins;

    private NormalizedText(string text, int[] origins)
    {
        Text = text;
        this.origins = origins;
    }

    public string Text { get; }

    /// <summary>The offset in the original of an offset of <see cref="Text"/>.</summary>
    public int Origin(int offset) => origins[offset];

    /// <summary>The offset in the original behind the character that ends before an offset of <see cref="Text"/>; 0 for 0.</summary>
    public int OriginEnd(int end) => end == 0 ? 0 : origins[end - 1] + 1;

    public static NormalizedText From(ReadOnlySpan<char> original)
    {
        var buffer = ArrayPool<char>.Shared.Rent(original.Length);
        var places = new int[original.Length + 1];
        var length = 0;
        for (var i = 0; i < original.Length; i++)
        {
            var c = Fold(original[i]);
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
