using System.Text.RegularExpressions;

using StaticSite.Markdown;

namespace StaticSite.Import;

/// <summary>What the end of a text says about it.</summary>
internal static partial class Sentence
{
    // Direction marks are no characters of the text.
    private const string Closers = ")）]］”’\"'」』》 \u200E\u200F\u200B";

    /// <summary>True when a sentence, a clause of a list, or an introduction ends here: "。", "；", "：", ".", ";", ":", also before a closing quote.</summary>
    public static bool Ends(string text) => (Last(text) is '。' or '；' or '：' or '！' or '？' or '.' or ';' or ':' or '!' or '?') && !Abbreviation().IsMatch(text);

    /// <summary>True when a sentence or a preambular clause ends here: a comma counts.</summary>
    public static bool EndsOrPauses(string text) => Ends(text) || Last(text) is '，' or ',' or '、';

    /// <summary>True when a full stop ends the text.</summary>
    public static bool IsComplete(string text) => (Last(text) is '。' or '.' or '！' or '？' or '!' or '?') && !Abbreviation().IsMatch(text);

    /// <summary>The last character that is neither a closing bracket or quote nor a footnote call; '\0' for an empty text.</summary>
    public static char Last(string text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
            if (text[i] != RichText.Call && !Closers.Contains(text[i])) return text[i];
        return '\0';
    }

    // What a line may break behind in the middle of a reference: "Supplement No." / "5", "(A/74/5 (Vol." / "III))".
    [GeneratedRegex(@"\b(Nos?|[Vv]ols?|[Pp]aras?|[Ss]ects?|[Cc]haps?|[Aa]rts?|[Ff]igs?|[Cc]f|Mr|Ms|Mrs|Dr|pp)\.$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Abbreviation();
}
