using StaticSite.Citations;
using StaticSite.Markdown;

namespace StaticSite.Pages;

/// <summary>Finds the sentence around a place in running text.</summary>
public static class Sentences
{
    /// <summary>The stretch from behind the sentence end before the offset to the sentence end after it. Paragraphs end sentences too.</summary>
    /// <remarks>A footnote call behind a sentence end belongs to the sentence that it follows. Chinese sentences end in 。！？, English ones in . ! ? ; followed by a blank and a capital letter, so that "para. 5" ends nothing.</remarks>
    public static TextSpan Around(string text, int offset, string language)
    {
        while (offset > 0 && text[offset] == RichText.Call && (text[offset - 1] == RichText.Call || Ends(text, offset - 1, language))) offset--;
        var start = offset;
        while (start > 0 && !Ends(text, start - 1, language)) start--;
        var end = offset;
        while (end < text.Length && !Ends(text, end, language)) end++;
        if (end < text.Length && text[end] != '\n') end++;
        // What closes a quotation belongs to the sentence before.
        while (end < text.Length && text[end] is '”' or '’' or '」' or '』') end++;
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '”' or '’' or '）' or '」' or '』')) start++;
        return new(start, end - start);
    }

    private static bool Ends(string text, int at, string language) => text[at] switch
    {
        '\n' => true,
        '。' or '！' or '？' => true,
        '.' or '!' or '?' or ';' when language != "zh" => at + 2 < text.Length && text[at + 1] == ' ' && char.IsUpper(text[at + 2])
            && !(at >= 1 && char.IsUpper(text[at - 1])),
        _ => false,
    };
}
