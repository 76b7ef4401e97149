using System.Collections.Immutable;
using System.Text;

using StaticSite.Markdown;

namespace StaticSite.Import;

/// <summary>Text of a source with footnote calls in it: the neutral form that every reader gives and the structure builder takes.</summary>
/// <param name="Plain">One <see cref="RichText.Call"/> for each footnote call; no line breaks.</param>
/// <param name="Markers">Markers of the calls in order, "1", "*".</param>
public sealed record RunningText(string Plain, ImmutableArray<string> Markers)
{
    public static readonly RunningText Empty = new("", []);

    public static RunningText Of(string plain) => new(plain, []);

    /// <summary>The part from an offset of <see cref="Plain"/> to the end, without blanks at its start.</summary>
    public RunningText From(int offset) =>
        new(Plain[offset..].TrimStart(), Markers[Plain.AsSpan(0, offset).Count(RichText.Call)..]);

    /// <summary>The Markdown of records: escaped, calls as `[^1]`.</summary>
    public string ToMarkdown()
    {
        var escaped = RichText.Escape(Plain);
        if (Markers.IsEmpty) return escaped;
        var markdown = new StringBuilder(escaped.Length + 8 * Markers.Length);
        var next = 0;
        foreach (var c in escaped)
        {
            if (c == RichText.Call && next < Markers.Length) markdown.Append("[^").Append(Markers[next++]).Append(']');
            else markdown.Append(c);
        }
        return markdown.ToString();
    }

    /// <summary>The text as printed, calls as their markers.</summary>
    public string Printed()
    {
        if (Markers.IsEmpty) return Plain;
        var printed = new StringBuilder(Plain.Length + 4);
        var next = 0;
        foreach (var c in Plain)
        {
            if (c == RichText.Call && next < Markers.Length) printed.Append(Markers[next++]);
            else printed.Append(c);
        }
        return printed.ToString();
    }
}
