using System.Globalization;
using System.Text;

using static StaticSite.Templating.Functions.Parameters;

namespace StaticSite.Templating.Functions;

/// <summary>`string.…`. Comparisons are ordinal, letters change case in the invariant culture.</summary>
internal static class StringFunctions
{
    private static readonly Parameter Subject = Words("text");

    public static readonly FunctionGroup Group = new("string",
    [
        .. StringHashes.Functions,
        new("append", [Any("text"), Any("with")], c => Tree.Operators.Join(c.Renderer, c[0], c[1], c.Site.Span)),
        new("prepend", [Any("text"), Any("by")], c => Tree.Operators.Join(c.Renderer, c[1], c[0], c.Site.Span)),
        new("capitalize", [Subject], c => c.Text(0) is { Length: > 0 } text && !char.IsUpper(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : c.Text(0)),
        new("capitalizewords", [Subject], c => CapitalizeWords(c.Text(0))),
        new("contains", [Subject, Words("value")], c => Values.Box(c.Text(1).Length > 0 && Searched(c).Contains(c.Text(1), StringComparison.Ordinal))),
        new("downcase", [Subject], c => c[0] is null ? null : c.Text(0).ToLowerInvariant()),
        new("upcase", [Subject], c => c[0] is null ? null : c.Text(0).ToUpperInvariant()),
        new("empty", [OptionalText("text", null)], c => Values.Box(c.Text(0).Length == 0)),
        new("whitespace", [OptionalText("text", null)], c => Values.Box(string.IsNullOrWhiteSpace(c.Text(0)))),
        new("ends_with", [Subject, Words("value")], c => Values.Box(c.Text(1).Length > 0 && c.Text(0).EndsWith(c.Text(1), StringComparison.Ordinal))),
        new("starts_with", [Subject, Words("value")], c => Values.Box(c.Text(1).Length > 0 && c.Text(0).StartsWith(c.Text(1), StringComparison.Ordinal))),
        new("equals_ignore_case", [Subject, Words("value")], c => Values.Box(c.Text(0).Equals(c.Text(1), StringComparison.OrdinalIgnoreCase))),
        new("handleize", [Subject], c => Handleize(c.Text(0))),
        new("index_of", [Subject, Words("search"), OptionalInteger("start_index", 0), OptionalInteger("count", -1), OptionalText("string_comparison", null)], IndexOf),
        new("literal", [Subject], c => c[0] is null ? null : $"\"{Escaped(c)}\""),
        new("escape", [Subject], Escaped),
        new("lstrip", [Any("text")], c => Trim(c, t => t.TrimStart())),
        new("rstrip", [Any("text")], c => Trim(c, t => t.TrimEnd())),
        new("strip", [Any("text")], c => Trim(c, t => t.Trim())),
        new("strip_newlines", [Any("text")], c => Trim(c, t => t.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal))),
        new("pluralize", [Integer("number"), Words("singular"), Words("plural")], c => c.Integer(0) == 1 ? c.Text(1) : c.Text(2)),
        new("remove", [Subject, Words("remove")], c => c.Text(1).Length == 0 ? c.Text(0) : Searched(c).Replace(c.Text(1), "", StringComparison.Ordinal)),
        new("remove_first", [Subject, Words("remove")], c => ReplaceAt(c, Searched(c).IndexOf(c.Text(1), StringComparison.OrdinalIgnoreCase), "")),
        new("remove_last", [Subject, Words("remove")], c => ReplaceAt(c, Searched(c).LastIndexOf(c.Text(1), StringComparison.OrdinalIgnoreCase), "")),
        new("replace", [Subject, Words("match"), Words("replace")], Replace),
        new("replace_first", [Subject, Words("match"), Words("replace"), Truth("from_end")], c => ReplaceAt(c, c.Truth(3) ? Searched(c).LastIndexOf(c.Text(1), StringComparison.OrdinalIgnoreCase) : Searched(c).IndexOf(c.Text(1), StringComparison.OrdinalIgnoreCase), c.Text(2))),
        new("replace_empty", [OptionalText("text", null), Words("set"), OptionalText("otherwise", null)], c => c.Text(0).Length == 0 ? c.Text(1) : c[2] is null ? c.Text(0) : c.Text(2)),
        new("size", [OptionalText("text", null)], c => Values.Box(c.Text(0).Length)),
        new("slice", [Subject, Integer("start"), OptionalInteger("length", -1)], c => Slice(c, c[2] is -1L ? int.MaxValue : c.Integer(2))),
        new("slice1", [Subject, Integer("start"), OptionalInteger("length", 1)], c => Slice(c, c.Integer(2))),
        new("split", [Subject, Words("match")], Split),
        new("to_int", [Subject], c => int.TryParse(c.Text(0), NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? Values.Box(n) : null),
        new("to_long", [Subject], c => long.TryParse(c.Text(0), NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : null),
        new("to_float", [Subject], c => float.TryParse(c.Text(0), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var n) ? n : null),
        new("to_double", [Subject], c => double.TryParse(c.Text(0), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var n) ? n : null),
        new("truncate", [Subject, Integer("length"), OptionalText("ellipsis", "...")], c => Truncate(c.Text(0), c.Integer(1), c.Text(2))),
        new("truncatewords", [Subject, Integer("count"), OptionalText("ellipsis", "...")], c => TruncateWords(c.Text(0), c.Integer(1))),
        new("pad_left", [Subject, Integer("width"), OptionalText("paddings", " ")], c => Pad(c, left: true)),
        new("pad_right", [Subject, Integer("width"), OptionalText("paddings", " ")], c => Pad(c, left: false)),
    ]);

    // The text that is searched for the second argument. Two long texts that nearly fit at every place take as long as their product says; the
    // processor compares many characters at once.
    private static string Searched(Call call)
    {
        call.Renderer.Charge((long)call.Text(0).Length * call.Text(1).Length / 64, call.Site.Span);
        return call.Text(0);
    }

    // White space is no mark-up: trimmed HTML stays HTML.
    private static object? Trim(Call call, Func<string, string> trim) => call[0] switch
    {
        HtmlString html => new HtmlString(trim(html.ToString())),
        null => null,
        var value => trim(call.Renderer.ToText(value, call.Site.Span)),
    };

    // The first letter behind each blank, also behind digits: "1b" is "1B".
    private static string CapitalizeWords(string text)
    {
        var words = text.ToCharArray();
        var begins = true;
        for (var i = 0; i < words.Length; i++)
        {
            if (char.IsWhiteSpace(words[i])) begins = true;
            else if (begins && char.IsLetter(words[i]))
            {
                words[i] = char.ToUpperInvariant(words[i]);
                begins = false;
            }
        }
        return new(words);
    }

    // Letters and digits in lower case, everything before and between them one "-".
    private static string Handleize(string text)
    {
        var handle = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) handle.Append(char.ToLowerInvariant(c));
            else if (handle.Length == 0 || handle[^1] != '-') handle.Append('-');
        }
        if (handle.Length > 0 && handle[^1] == '-') handle.Length--;
        return handle.ToString();
    }

    private static object? IndexOf(Call call)
    {
        var (text, start) = (Searched(call), call.Integer(2));
        if (start < 0 || start > text.Length) return call.Wrong($"the start {start} lies outside of the string");
        var count = call.Integer(3);
        if (count < 0 || count > text.Length - start) count = text.Length - start;
        // Cultures have no say in where a text begins; only whether case counts does.
        if (!Enum.TryParse<StringComparison>(call[4] is string { Length: > 0 } name ? name : nameof(StringComparison.Ordinal), out var comparison))
            return call.Wrong($"there is no comparison \"{call.Text(4)}\"", "write \"Ordinal\" or \"OrdinalIgnoreCase\"");
        var ignoresCase = comparison is StringComparison.OrdinalIgnoreCase or StringComparison.InvariantCultureIgnoreCase or StringComparison.CurrentCultureIgnoreCase;
        return Values.Box(text.IndexOf(call.Text(1), start, count, ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
    }

    private static string Escaped(Call call)
    {
        var text = call.Text(0);
        var escaped = new StringBuilder(text.Length + 2);
        Formatter.AppendQuotable(escaped, text);
        return escaped.ToString();
    }

    private static object? Replace(Call call)
    {
        var (text, match, by) = (Searched(call), call.Text(1), call.Text(2));
        if (match.Length == 0) return text;
        if (by.Length > match.Length)
        {
            var count = text.AsSpan().Count(match);
            call.Renderer.ChargeText(text.Length + (long)count * (by.Length - match.Length), call.Site.Span);
        }
        return text.Replace(match, by, StringComparison.Ordinal);
    }

    private static object? ReplaceAt(Call call, int at, string by)
    {
        var (text, match) = (call.Text(0), call.Text(1));
        if (at < 0 || match.Length == 0) return text;
        call.Renderer.ChargeText((long)text.Length + by.Length, call.Site.Span);
        return string.Concat(text.AsSpan(0, at), by, text.AsSpan(at + match.Length));
    }

    // A negative start counts from the end; what lies outside is cut off.
    private static object? Slice(Call call, int length)
    {
        var (text, start) = (call.Text(0), call.Integer(1));
        length = Math.Min(length, text.Length);
        if (start < 0) start = Math.Max(start, -2 * text.Length) + text.Length;
        if (start < 0)
        {
            length += start;
            start = 0;
        }
        if (start >= text.Length || length <= 0) return "";
        return text.Substring(start, Math.Min(length, text.Length - start));
    }

    private static object? Split(Call call)
    {
        var (text, match) = (Searched(call), call.Text(1));
        var count = match.Length == 0 ? 1 : text.AsSpan().Count(match) + 1L;
        call.Renderer.ChargeList(count, call.Site.Span);
        return new ScriptArray(text.Split(match, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Truncate(string text, int length, string ellipsis)
    {
        if (text.Length == 0 || text.Length <= length) return text;
        var keep = Math.Max(0, Math.Max(0, length) - ellipsis.Length);
        // A pair of surrogates is one character.
        if (keep > 0 && char.IsHighSurrogate(text[keep - 1])) keep--;
        return text[..keep] + ellipsis;
    }

    // "..." follows whether words were left out or not, and whatever the third argument says: so does Scriban.
    private static string TruncateWords(string text, int count)
    {
        if (text.Length == 0) return "";
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length && words.Count < count; i++)
        {
            if (i < text.Length && !char.IsWhiteSpace(text[i])) continue;
            words.Add(text[start..i]);
            while (i + 1 < text.Length && char.IsWhiteSpace(text[i + 1])) i++;
            start = Math.Min(i + 1, text.Length);
        }
        return string.Join(' ', words) + "...";
    }

    private static object? Pad(Call call, bool left)
    {
        var (text, width, padding) = (call.Text(0), call.Integer(1), call.Text(2));
        if (padding.Length == 0 || width <= text.Length) return text;
        call.Renderer.ChargeText(width, call.Site.Span);
        var fill = new StringBuilder(width);
        while (fill.Length < width - text.Length) fill.Append(padding);
        fill.Length = width - text.Length;
        return left ? fill + text : text + fill;
    }
}
