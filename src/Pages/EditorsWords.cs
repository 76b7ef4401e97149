using System.Text;

using StaticSite.Records;
using StaticSite.Templating;
using StaticSite.Text;

namespace StaticSite.Pages;

/// <summary>Notes and meanings by the editors: they speak about words of the other language, and each such run says its language.</summary>
public static class EditorsWords
{
    /// <summary>Null when the text is missing in every language.</summary>
    public static TaggedHtml? Of(Site site, LocalizedText? text, string language)
    {
        if (site.Words(text, language) is not { } words) return null;
        var html = new StringBuilder();
        var own = site.Languages.FirstOrDefault(l => words.Tag is null ? l.Code == language : l.Tag == words.Tag)?.Code;
        var (other, runs) = own == "zh" ? ("en", LatinRuns(words.Text)) : ("zh", HanRuns(words.Text));
        var at = 0;
        foreach (var (start, end) in runs)
        {
            PassageHtml.Escape(html, words.Text.AsSpan(at, start - at));
            html.Append("<span lang=\"").Append(site.Tag(other)).Append("\">");
            PassageHtml.Escape(html, words.Text.AsSpan(start, end - start));
            html.Append("</span>");
            at = end;
        }
        PassageHtml.Escape(html, words.Text.AsSpan(at));
        return new(new HtmlString(html.ToString()), words.Tag);
    }

    private static IEnumerable<(int Start, int End)> HanRuns(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!Han.IsHan(text[at])) continue;
            var end = at + 1;
            for (var next = end; next < text.Length && (Han.IsHan(text[next]) || text[next] is '、' or '，' or '；'); next++)
                if (Han.IsHan(text[next])) end = next + 1;
            yield return (at, end);
            at = end;
        }
    }

    // Words with a small letter: "takes note of". Symbols and section letters, A/67/776 and B, are words of no language.
    private static IEnumerable<(int Start, int End)> LatinRuns(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiLetter(text[at]) || (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] == '/'))) continue;
            var (end, small) = (at, 0);
            for (var next = at; next < text.Length && (char.IsAsciiLetter(text[next]) || (text[next] is ' ' or ',' or '-' or '’' && next > at)); next++)
            {
                if (!char.IsAsciiLetter(text[next])) continue;
                if (char.IsAsciiLetterLower(text[next])) small++;
                end = next + 1;
            }
            if (small > 1) yield return (at, end);
            at = end;
        }
    }
}
