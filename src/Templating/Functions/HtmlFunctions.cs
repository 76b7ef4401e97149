using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

using static StaticSite.Templating.Functions.Parameters;

namespace StaticSite.Templating.Functions;

/// <summary>`html.…`.</summary>
internal static partial class HtmlFunctions
{
    /// <summary>`value | raw`: prints a string as the HTML that it is. The one way round escaping, so that a reader of a template can look for it.</summary>
    public static readonly Builtin Raw = new("raw", [OptionalText("text", null)], c => new HtmlString(c.Text(0)));

    public static readonly FunctionGroup Group = new("html",
        new("escape", [Any("text")], c => c[0] is HtmlString ? c[0] : c.Renderer.Captured(WebUtility.HtmlEncode(Charged(c, c.Renderer.ToText(c[0], c.Site.Span), 6)))),
        new("newline_to_br", [Any("text")], NewlineToBreak),
        new("raw", [OptionalText("text", null)], c => new HtmlString(c.Text(0))),
        new("strip", [OptionalAny("text")], Strip),
        new("unescape", [OptionalText("text", null)], c => WebUtility.HtmlDecode(c.Text(0))),
        new("url_encode", [OptionalText("text", null)], c => c[0] is null ? null : Uri.EscapeDataString(Charged(c, c.Text(0), 9))),
        new("url_escape", [OptionalText("text", null)], c => c[0] is null ? null : UrlEscape(Charged(c, c.Text(0), 9))));

    private static string Charged(Call call, string text, int growth)
    {
        call.Renderer.ChargeText((long)text.Length * growth, call.Site.Span);
        return text;
    }

    // Of HTML what it says remains, so its entities become characters; a plain string only loses its tags.
    private static object? Strip(Call call)
    {
        var text = WithoutTags(call, Charged(call, call.Renderer.ToText(call[0], call.Site.Span), 1));
        return call[0] is HtmlString ? WebUtility.HtmlDecode(text) : text;
    }

    // Tag by tag: finding one takes time in proportion to the text, and a script without an end makes the search look at all of it each time.
    private static string WithoutTags(Call call, string text)
    {
        var started = Stopwatch.GetTimestamp();
        return Tag().Replace(text, _ =>
        {
            call.Renderer.ChargeSearch(Stopwatch.GetElapsedTime(started), call.Site.Span);
            started = Stopwatch.GetTimestamp();
            return "";
        });
    }

    private static object? NewlineToBreak(Call call)
    {
        var text = Charged(call, call.Renderer.ToText(call[0], call.Site.Span), 7);
        if (call.Renderer.Options.EscapeHtml && call[0] is not HtmlString) text = Formatter.Escape(text);
        return call.Renderer.Captured(LineBreak().Replace(text, "<br />$0"));
    }

    // Like url_encode, but leaves what has a meaning in an address: / ? # and the like.
    private static string UrlEscape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || "-._~:/?#[]@!$&'()*+,;=".Contains((char)rune.Value, StringComparison.Ordinal))) escaped.Append((char)rune.Value);
            else escaped.Append(Uri.EscapeDataString(rune.ToString()));
        }
        return escaped.ToString();
    }

    [GeneratedRegex("\r\n|\r|\n", RegexOptions.NonBacktracking)]
    private static partial Regex LineBreak();

    [GeneratedRegex("<script.*?</script>|<!--.*?-->|<style.*?</style>|<(?:=\"[^\"]*\"|='[^']*'|=[^'\"][^\\s>]*|[^>=])*>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
