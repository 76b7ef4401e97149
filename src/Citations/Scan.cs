using StaticSite.Text;

namespace StaticSite.Citations;

/// <summary>A place in a normalized text, and the small steps that the grammars are made of. A step that fails leaves the place unchanged.</summary>
internal sealed class Scan
{
    public string Text { get; private set; } = "";

    /// <summary>Goes to the start of another text.</summary>
    public void Start(string text) => (Text, At) = (text, 0);

    /// <summary>0-based offset of the next character.</summary>
    public int At { get; set; }

    public bool AtEnd => At >= Text.Length;

    public ReadOnlySpan<char> Rest => Text.AsSpan(At);

    /// <summary>A character ahead of (or, negative, behind) the place; '\0' outside of the text.</summary>
    public char Peek(int ahead = 0) => At + ahead >= 0 && At + ahead < Text.Length ? Text[At + ahead] : '\0';

    public void SkipBlank()
    {
        while (Peek() == ' ') At++;
    }

    public bool Eat(char c)
    {
        if (Peek() != c) return false;
        At++;
        return true;
    }

    public bool Eat(string word)
    {
        if (!IsAt(At, word, 0)) return false;
        At += word.Length;
        return true;
    }

    // Letter by letter: most words differ in their first one, before which nothing else should be done.
    private bool IsAt(int at, string word, int from)
    {
        if (at + word.Length > Text.Length) return false;
        for (var i = from; i < word.Length; i++)
            if (Text[at + i] != word[i]) return false;
        return true;
    }

    /// <summary>A Latin word, its first letter in either case, that ends here.</summary>
    public bool EatWord(string word)
    {
        // A letter in the other case differs in one bit.
        if (AtEnd || (Text[At] | 0x20) != (word[0] | 0x20)) return false;
        if (!IsAt(At, word, 1) || char.ToLowerInvariant(Text[At]) != char.ToLowerInvariant(word[0]) || Ascii.IsLetterOrDigit(Peek(word.Length))) return false;
        At += word.Length;
        return true;
    }

    /// <summary>The longest of the words that stands here; null when none does. Longer words must stand before their beginnings.</summary>
    public string? EatAny(string[] words)
    {
        foreach (var word in words)
            if (Eat(word)) return word;
        return null;
    }

    /// <summary>Decimal digits, as printed; null when there are none or more than <paramref name="most"/>.</summary>
    public string? EatDigits(int most)
    {
        var end = At;
        while (end < Text.Length && Ascii.IsDigit(Text[end])) end++;
        if (end == At || end - At > most) return null;
        var digits = RepeatedText.Of(Text.AsSpan(At, end - At));
        At = end;
        return digits;
    }

    /// <summary>Tries a step; goes back when it fails.</summary>
    public bool Try(Func<bool> step)
    {
        var start = At;
        if (step()) return true;
        At = start;
        return false;
    }
}
