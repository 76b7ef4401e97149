using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace StaticSite.Templating;

/// <summary>Values as text: numbers and dates in the invariant culture, lists as [a, b], objects as {a: 1}.</summary>
internal static class Formatter
{
    /// <summary>The text of a value that is no list or object; those give their type name only and must be written by <see cref="Write"/>.</summary>
    public static string Plain(object? value) => value switch
    {
        null or Fault or Empty => "",
        string text => text,
        HtmlString html => html.ToString(),
        bool truth => truth ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime or DateTimeOffset => Functions.DateFormat.Format(Values.AsDate(value)!.Value, Functions.DateFormat.Default, CultureInfo.InvariantCulture),
        BigInteger number => number.ToString(CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        Range or IEnumerable => "array",
        // ToString of a record prints all that hangs on it, without an end where two records know each other.
        _ when IsSimple(value) => value.ToString() ?? "",
        _ => "object",
    };

    /// <summary>True when <see cref="Plain"/> says all there is.</summary>
    public static bool IsSimple(object? value) =>
        value is null or string or HtmlString or Fault or Empty or Function or FunctionGroup or IFormattable or bool || value is not (IEnumerable or ScriptObject or Range) && TypeShape.Of(value.GetType()).IsScalar;

    /// <summary>Writes a list or object; strings inside of it are quoted.</summary>
    /// <param name="dateFormat">How dates with a time are printed.</param>
    /// <param name="depth">Levels that may still be opened.</param>
    /// <param name="room">UTF-16 code units that may be written.</param>
    /// <returns>False when one of the two was used up.</returns>
    public static bool Write(StringBuilder output, object? value, string dateFormat, int depth, int room, bool nested = false)
    {
        value = Values.Normal(value);
        if (output.Length > room) return false;
        if (IsSimple(value))
        {
            if (nested && Values.AsText(value) is { } text) Quote(output, text);
            else if (nested && value is null or Fault or Empty) output.Append("null");
            else if (value is DateTime or DateTimeOffset) output.Append(Functions.DateFormat.Format(Values.AsDate(value)!.Value, dateFormat, CultureInfo.InvariantCulture, dateFormat));
            else output.Append(Plain(value));
            return output.Length <= room;
        }
        if (depth == 0) return false;
        if (value is Range range) return WriteItems(output, Items(range), dateFormat, depth, room);
        if (Members.Of(value) is { } members) return WriteMembers(output, members, dateFormat, depth, room);
        return WriteItems(output, (IEnumerable)value!, dateFormat, depth, room);
    }

    /// <summary>Text with &amp; &lt; &gt; " ' replaced.</summary>
    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(TextBuffer.Special)) return text;
        var escaped = new TextBuffer();
        escaped.AppendEscaped(text);
        return escaped.ToString();
    }

    public static IEnumerable<object?> Items(Range range)
    {
        for (var i = 0L; i < range.Count; i++) yield return range[i];
    }

    private static bool WriteItems(StringBuilder output, IEnumerable items, string dateFormat, int depth, int room)
    {
        output.Append('[');
        var first = true;
        foreach (var item in items)
        {
            if (!first) output.Append(", ");
            first = false;
            if (!Write(output, item, dateFormat, depth - 1, room, nested: true)) return false;
        }
        output.Append(']');
        return true;
    }

    private static bool WriteMembers(StringBuilder output, IEnumerable<KeyValuePair<string, object?>> members, string dateFormat, int depth, int room)
    {
        output.Append('{');
        var first = true;
        foreach (var (name, value) in members)
        {
            if (!first) output.Append(", ");
            first = false;
            // A name that could not stand in a template without quotes has them here too.
            if (IsName(name)) output.Append(name);
            else Quote(output, name);
            output.Append(": ");
            if (!Write(output, value, dateFormat, depth - 1, room, nested: true)) return false;
        }
        output.Append('}');
        return true;
    }

    private static bool IsName(string text) =>
        text.Length > 0 && (text[0] == '_' || char.IsLetter(text[0])) && text.All(c => c == '_' || char.IsLetterOrDigit(c));

    private static void Quote(StringBuilder output, string text)
    {
        output.Append('"');
        AppendQuotable(output, text);
        output.Append('"');
    }

    /// <summary>Appends text as it can stand between double quotes in a template.</summary>
    public static void AppendQuotable(StringBuilder output, string text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '"': output.Append("\\\""); break;
                case '\\': output.Append("\\\\"); break;
                case '\n': output.Append("\\n"); break;
                case '\r': output.Append("\\r"); break;
                case '\t': output.Append("\\t"); break;
                case '\a': output.Append("\\a"); break;
                case '\b': output.Append("\\b"); break;
                case '\f': output.Append("\\f"); break;
                case '\v': output.Append("\\v"); break;
                case < ' ': output.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"); break;
                default: output.Append(c); break;
            }
        }
    }
}
