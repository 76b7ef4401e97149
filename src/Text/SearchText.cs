using System.Globalization;
using System.Text;

namespace StaticSite.Text;

/// <summary>The normal form of the search: a query finds a text when its normal form stands in the normal form of the text.</summary>
/// <remarks>Each character, with the combining marks behind it, in compatibility composition (NFKC) and lower case; brackets, quotation marks,
/// dashes, slashes and wave dashes of all kinds as the ASCII ones; invisible characters and footnote calls left out; white space as one blank,
/// and as none at the ends and beside Han characters, their punctuation, brackets, commas, colons and semicolons: "第 34 段" is "第34段".
/// theme/assets/search-text.js is the same function; a browser test holds the two together.</remarks>
public static class SearchText
{
    public static string Normalize(string text)
    {
        var normal = new StringBuilder(text.Length);
        var blank = false;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (IsPlain(c) && (i + 1 == text.Length || text[i + 1] < '\u0300' || IsPlain(text[i + 1])))
            {
                Append(normal, char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c, ref blank);
                i++;
                continue;
            }
            var end = ClusterEnd(text, i);
            foreach (var rune in Compatible(text[i..end]).EnumerateRunes()) AppendLower(normal, rune, ref blank);
            i = end;
        }
        return normal.ToString();
    }

    // What compatibility composition leaves as it is.
    private static bool IsPlain(char c) => c is < '\u0080' or >= '\u4E00' and <= '\u9FFF';

    private static int ClusterEnd(string text, int start)
    {
        var end = start + Length(text, start);
        while (end < text.Length && char.GetUnicodeCategory(text, end) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
            end += Length(text, end);
        return end;
    }

    private static int Length(string text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    // Half of a surrogate pair is no character: it stays as U+FFFD.
    private static string Compatible(string cluster) =>
        string.Concat(cluster.EnumerateRunes()).Normalize(NormalizationForm.FormKC);

    private static void AppendLower(StringBuilder normal, Rune rune, ref bool blank)
    {
        // The only letter whose lower case is two characters.
        var lower = rune.Value == 0x130 ? new Rune('i') : Rune.ToLowerInvariant(rune);
        Span<char> units = stackalloc char[2];
        foreach (var c in units[..lower.EncodeToUtf16(units)]) Append(normal, c, ref blank);
    }

    private static void Append(StringBuilder normal, char c, ref bool blank)
    {
        if (IsInvisible(c)) return;
        if (IsBlank(c))
        {
            blank = true;
            return;
        }
        c = Unify(c);
        if (blank && normal.Length > 0 && !IsTight(normal[^1]) && !IsTight(c)) normal.Append(' ');
        normal.Append(c);
        blank = false;
    }

    private static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u061C' or >= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2060' and <= '\u2069' or '\uFEFF' or '\uFFFC';

    private static bool IsBlank(char c) =>
        c is <= ' ' or >= '\u007F' and <= '\u00A0' or '\u1680' or >= '\u2000' and <= '\u200A' or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000';

    private static char Unify(char c) => c switch
    {
        >= '\u2010' and <= '\u2015' or '\u2212' => '-',
        '“' or '”' or '„' or '‟' or '«' or '»' or '「' or '」' or '『' or '』' => '"',
        '‘' or '’' or '‚' or '‛' => '\'',
        '[' or '〔' or '【' or '〖' => '(',
        ']' or '〕' or '】' or '〗' => ')',
        '\u2044' or '\u2215' => '/',
        '\u301C' or '\u223C' => '~',
        _ => c,
    };

    private static bool IsTight(char c) =>
        c is ',' or ';' or ':' or '(' or ')' or >= '\u2E80' and <= '\u9FFF' or >= '\uD800' and <= '\uDFFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE4F';
}
