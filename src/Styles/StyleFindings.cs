using System.Collections.Immutable;
using System.Globalization;

using StaticSite.Diagnostics;

namespace StaticSite.Styles;

/// <summary>The findings in one style sheet while it is read.</summary>
internal sealed class StyleFindings(SourceText source)
{
    // What a message repeats of the text.
    private const int LongestWord = 48;

    // Longer ones are no slips of the pen.
    private const int LongestName = 40;

    // More than anyone reads of one file: what has as many is no style sheet, or lacks one thing that all follow from.
    private const int Most = 1_000;

    private readonly List<Diagnostic> found = [];
    private int left;
    private readonly Dictionary<string, string> meant = new(StringComparer.Ordinal);

    /// <summary>An open comment or string has taken the rest of the file, and with it whatever would have been closed there.</summary>
    public bool RestIsSwallowed { get; set; }

    /// <summary>At most a thousand; the last one says how many are not listed.</summary>
    public ImmutableArray<Diagnostic> All => left == 0 ? [.. found]
        : [.. found.SkipLast(1), found[^1] with { Message = string.Create(CultureInfo.InvariantCulture, $"{found[^1].Message} ({left} further findings in this file are not listed)") }];

    public void Add(Rule rule, int start, int length, string message, string hint = "")
    {
        if (found.Count < Most) found.Add(new(rule, new(source.Path, start, length), message, hint));
        else left++;
    }

    /// <summary>A hint for a name that CSS does not have.</summary>
    public static string Meant(string name, IEnumerable<string> names, string sign = "") =>
        name.Length <= LongestName && Suggestion.Nearest(name, names) is { } near ? $"did you mean \"{sign}{near}\"?" : "";

    /// <summary>The same, looked for once.</summary>
    public string MeantProperty(string name, IEnumerable<string> names) => meant.TryGetValue(name, out var known) ? known : meant[name] = Meant(name, names);

    /// <summary>1-based.</summary>
    public int LineOf(int offset) => source.Position(offset).Line;

    /// <summary>A part of the text as a message shows it: on one line, not too long.</summary>
    public string Shown(int start, int end)
    {
        var line = source.Text.AsSpan(start, end - start);
        var length = line.IndexOfAny('\r', '\n', '\f');
        if (length >= 0) line = line[..length];
        if (line.Length > LongestWord) line = line[..(char.IsHighSurrogate(line[LongestWord - 1]) ? LongestWord - 1 : LongestWord)];
        return line.Length < end - start ? $"{line}…" : line.ToString();
    }
}
