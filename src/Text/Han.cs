namespace StaticSite.Text;

/// <summary>What a character is, as far as Chinese and Latin typesetting differ.</summary>
public static class Han
{
    /// <summary>A Han character: unified ideographs, extension A, compatibility ideographs, and the numeral 〇.</summary>
    public static bool IsHan(char c) =>
        c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF' or '\u3007' || char.IsSurrogate(c);

    /// <summary>A Han character or the punctuation that is set with it: CJK punctuation, full-width forms, and curly quotes and dashes.</summary>
    public static bool IsWide(char c) =>
        IsHan(c) || c is >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFFEF' or '“' or '”' or '‘' or '’' or '…' or '—' or '·';

    /// <summary>True when the text holds at least one Han character.</summary>
    public static bool Occurs(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (IsHan(c)) return true;
        return false;
    }

    /// <summary>Printed width in half-width units: 2 for a Han character, 1 for a Latin one.</summary>
    public static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var c in text) width += IsHan(c) || c is >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFFEF' ? 2 : 1;
        return width;
    }
}
