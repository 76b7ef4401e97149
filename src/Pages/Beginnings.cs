namespace StaticSite.Pages;

/// <summary>The first words of a text, for lists.</summary>
public static class Beginnings
{
    /// <summary>The text when it is short, else its beginning up to a fitting place, with "…", in Chinese "……".</summary>
    /// <param name="width">How many Latin characters there is room for; a Han character takes two.</param>
    public static string Of(string text, int width)
    {
        // A character is one or two wide, and the first that reaches the width is left out already.
        var (taken, used) = (0, 0);
        while (taken < text.Length && (used += Text.Han.Width(text.AsSpan(taken, 1))) < width) taken++;
        if (taken == text.Length || used == width && taken + 1 == text.Length) return text.Replace('\n', ' ');
        // Not inside a Latin word, and not behind a comma or an opening bracket.
        var end = taken;
        while (end > taken / 2 && IsInWord(text, end)) end--;
        if (end <= taken / 2) end = taken;
        while (end > 0 && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '，' or '、' or ',' or '(' or '（' or '“' or ';' or '；' || char.IsHighSurrogate(text[end - 1]))) end--;
        return string.Concat(text.AsSpan(0, end), Text.Han.Occurs(text.AsSpan(Math.Max(0, end - 12)..end)) ? "……" : "…").Replace('\n', ' ');
    }

    private static bool IsInWord(string line, int at) =>
        at < line.Length && !Text.Han.IsHan(line[at]) && char.IsLetterOrDigit(line[at]) && !Text.Han.IsHan(line[at - 1]) && !char.IsWhiteSpace(line[at - 1]);
}
