using System.Buffers;
using System.Text;

namespace StaticSite.Templating;

/// <summary>Text that is being written, in one piece: read as a span, encoded without a string in between, emptied and used again. For one thread.</summary>
public sealed class TextBuffer
{
    /// <summary>The characters that <see cref="AppendEscaped"/> replaces.</summary>
    internal static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    private char[] chars = new char[1024];
    private int length;

    /// <summary>UTF-16 code units written. Setting it takes away the end.</summary>
    public int Length
    {
        get => length;
        set => length = value >= 0 && value <= length ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>UTF-16 code units that there is room for before the buffer grows.</summary>
    public int Capacity => chars.Length;

    /// <summary>What was written; valid until the next change.</summary>
    public ReadOnlySpan<char> Text => chars.AsSpan(0, length);

    public void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > chars.Length - length) Grow(text.Length);
        text.CopyTo(chars.AsSpan(length));
        length += text.Length;
    }

    /// <summary>Appends text with &amp; &lt; &gt; " ' replaced.</summary>
    public void AppendEscaped(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var special = text.IndexOfAny(Special);
            if (special < 0)
            {
                Append(text);
                return;
            }
            Append(text[..special]);
            Append(text[special] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&#39;",
            });
            text = text[(special + 1)..];
        }
    }

    /// <summary>Length of the text in UTF-8, in bytes.</summary>
    public int Utf8Length => Encoding.UTF8.GetByteCount(Text);

    public byte[] ToUtf8()
    {
        var bytes = GC.AllocateUninitializedArray<byte>(Utf8Length);
        ToUtf8(bytes);
        return bytes;
    }

    /// <param name="bytes">Room for <see cref="Utf8Length"/> at least.</param>
    /// <returns>How many were written.</returns>
    public int ToUtf8(Span<byte> bytes) => Encoding.UTF8.GetBytes(Text, bytes);

    public override string ToString() => Text.ToString();

    private void Grow(int more) => Array.Resize(ref chars, (int)Math.Max(Math.Min(chars.Length * 2L, Array.MaxLength), (long)length + more));
}
