namespace StaticSite.Records;

/// <summary>The name an author meant.</summary>
internal static class Nearest
{
    private const int LongestName = 64;

    private static readonly char[] Breaks = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    /// <summary>The name with the fewest changes (letters put in, left out, replaced or swapped with the next one), ignoring case;
    /// the first of several; null when every name takes more changes than a third of the letters, or has other digits: 18 is no slip
    /// for 17.</summary>
    public static string? To(string word, IEnumerable<string> names)
    {
        if (word.Length > LongestName) return null;
        var (nearest, fewest) = ((string?)null, word.Length / 3 + 1);
        foreach (var name in names)
        {
            if (name.Length > LongestName || Math.Abs(name.Length - word.Length) >= fewest || !HaveSameDigits(word, name)) continue;
            var changes = Changes(word, name);
            if (changes < fewest) (nearest, fewest) = (name, changes);
        }
        return nearest;
    }

    /// <summary>The nearest name, or all names when they are few, or something else.</summary>
    public static string Hint(string word, IEnumerable<string> names, string otherwise)
    {
        var all = names.Distinct(StringComparer.Ordinal).ToList();
        if (To(word, all) is { } near) return $"write {near}";
        return otherwise.Length > 0 || all.Count is 0 or > 12 ? otherwise : $"write one of: {string.Join(", ", all)}";
    }

    /// <summary>Words as a message shows them: on one line and not too long.</summary>
    public static string Shorten(string words, int longest = LongestName)
    {
        if (words.Length > longest) words = words[..(char.IsHighSurrogate(words[longest - 1]) ? longest - 1 : longest)] + "…";
        return words.AsSpan().IndexOfAny(Breaks) < 0 ? words : string.Join(' ', words.Split(Breaks));
    }

    private static bool HaveSameDigits(string word, string name)
    {
        var (i, j) = (0, 0);
        while (true)
        {
            while (i < word.Length && !char.IsAsciiDigit(word[i])) i++;
            while (j < name.Length && !char.IsAsciiDigit(name[j])) j++;
            if (i == word.Length || j == name.Length) return i == word.Length && j == name.Length;
            if (word[i++] != name[j++]) return false;
        }
    }

    private static int Changes(string from, string to)
    {
        Span<int> before = stackalloc int[LongestName + 1], last = stackalloc int[LongestName + 1], row = stackalloc int[LongestName + 1];
        for (var j = 0; j <= to.Length; j++) last[j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var same = char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]);
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            last.CopyTo(before);
            row.CopyTo(last);
        }
        return last[to.Length];
    }
}
