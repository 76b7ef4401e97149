namespace StaticSite.Text;

/// <summary>How much room words take on a line, before any font is known: an upper bound for the system fonts that are in use.</summary>
public static class LineWidth
{
    /// <summary>In the unit of <paramref name="size"/>, rounded up.</summary>
    /// <param name="size">Height of the letters: 13 for text of 13 px.</param>
    public static int Of(ReadOnlySpan<char> text, int size)
    {
        // In hundredths of the size.
        var width = 0;
        foreach (var c in text) width += Of(c);
        return (width * size + 99) / 100;
    }

    /// <summary>The text, or its beginning with "…" when it is wider than the room.</summary>
    public static string Shortened(string text, int size, int room)
    {
        if (Of(text, size) <= room) return text;
        var end = text.Length;
        while (end > 0 && Of(text.AsSpan(0, end), size) + Of("…", size) > room) end--;
        // Half a surrogate pair is no character.
        if (end > 0 && char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd() + "…";
    }

    private static int Of(char c) => c switch
    {
        _ when char.IsSurrogate(c) => 50,
        _ when Han.IsWide(c) => 100,
        'm' or 'w' or 'M' or 'W' => 90,
        >= 'A' and <= 'Z' => 70,
        >= '0' and <= '9' => 60,
        ' ' or '.' or ',' or '/' or '(' or ')' or 'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' => 40,
        < '\u2000' => 60,
        _ => 100,
    };
}
