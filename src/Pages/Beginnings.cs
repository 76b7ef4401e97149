namespace StaticSite.Pages;

/// <summary>The first words of a text, for lists.</summary>
public static class Beginnings
{
    /// <summary>The text when it is short, else its beginning up to a fitting place, with "…", in Chinese "……".</summary>
    /// <param name="width">How many Latin characters there is room for; a Han character takes two.</param>
    public static string Of(string text, int width)
    {
        var line = text.Replace('\n', ' ');
        if (Text.Han.Width(line) <= width) return line;
        var (taken, used) = (0, 0);
        while (taken < line.Length && (used += Text.Han.Width(line.AsSpan(taken, 1))) < width) taken++;
        // Not inside a Latin word, and not behind a comma or an opening bracket.
        var end = taken;
        while (end > taken / 2 && IsInWord(line, end)) end--;
        if (end <= taken / 2) end = taken;
        while (end > 0 && (char.IsWhiteSpace(line[end - 1]) || line[end - 1] is '，' or '、' or ',' or '(' or '（' or '“' or ';' or '；' || char.IsHighSurrogate(line[end - 1]))) end--;
        return string.Concat(line.AsSpan(0, end), line.AsSpan(Math.Max(0, end - 12), Math.Min(12, end)).ToArray().Any(Text.Han.IsHan) ? "……" : "…");
    }

    private static bool IsInWord(string line, int at) =>
        at < line.Length && !Text.Han.IsHan(line[at]) && char.IsLetterOrDigit(line[at]) && !Text.Han.IsHan(line[at - 1]) && !char.IsWhiteSpace(line[at - 1]);
}
