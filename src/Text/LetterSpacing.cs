namespace StaticSite.Text;

/// <summary>Display lines set with a blank after every character: "2 0 1 0 年 3 月 2 9 日大会决议", "大 会".</summary>
public static class LetterSpacing
{
    /// <summary>The line closed up when it is letter-spaced, otherwise unchanged.</summary>
    public static string Close(string line)
    {
        if (!Han.Occurs(line)) return line;
        var tokens = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (tokens.Length < 2) return line;
        var single = tokens.Count(t => t.Length == 1);
        var allHan = tokens.All(t => t.Length == 1 && Han.IsHan(t[0]));
        var splitNumber = false;
        for (var i = 0; i + 1 < tokens.Length; i++)
            splitNumber |= tokens[i] is [>= '0' and <= '9'] && tokens[i + 1] is [>= '0' and <= '9'];
        return allHan || splitNumber && single * 10 >= tokens.Length * 7 && tokens.Length >= 4 ? string.Concat(tokens) : line;
    }
}
