using System.Text;
using System.Text.RegularExpressions;

namespace StaticSite.Import;

/// <summary>A YAML file of ours as lines of text, so that an import can rewrite one item and leave comments and layout elsewhere alone.</summary>
/// <remarks>Reads the layout that DocumentWriter gives, whatever an editor has added to it: top-level keys in column 1, items below
/// them from column 3. Comments and empty lines belong to what follows them.</remarks>
internal sealed partial class YamlEdit
{
    /// <param name="Key">Key of the entry or item; empty for what stands behind the last one.</param>
    /// <param name="Lead">Comments and empty lines before it, each with its line break.</param>
    /// <param name="Body">The rest, with its line break.</param>
    public sealed record Part(string Key, string Lead, string Body);

    private readonly List<Part> entries;

    private YamlEdit(List<Part> entries) => this.entries = entries;

    public static YamlEdit Read(string yaml) => new(Split(yaml, TopKey(), m => m.Groups["k"].Value));

    /// <summary>Replaces a top-level value on one line, and leaves a comment behind it.</summary>
    public void SetScalar(string key, string value)
    {
        var at = entries.FindIndex(e => e.Key == key);
        if (at < 0) return;
        var comment = EndComment().Match(entries[at].Body);
        entries[at] = entries[at] with { Body = $"{key}: {value}{(comment.Success ? comment.Value.TrimEnd() : "")}\n" };
    }

    /// <summary>The items of a list or map by key, in file order; empty when the entry is absent.</summary>
    public List<Part> Items(string key, bool list)
    {
        var entry = entries.Find(e => e.Key == key);
        if (entry is null) return [];
        var lines = entry.Body.IndexOf('\n') + 1;
        return list ? Split(entry.Body[lines..], ListItem(), m => m.Groups["k"].Value) : Split(entry.Body[lines..], MapItem(), m => Unquote(m.Groups["k"].Value));
    }

    /// <summary>Replaces the items of a list or map; removes the entry when there are none, appends it when it was absent.</summary>
    public void SetItems(string key, IReadOnlyCollection<Part> items)
    {
        var at = entries.FindIndex(e => e.Key == key);
        var tail = entries.FindIndex(e => e.Key.Length == 0);
        if (items.Count == 0)
        {
            if (at >= 0) entries.RemoveAt(at);
            return;
        }
        var body = new StringBuilder(key).Append(":\n");
        if (at >= 0) body.Clear().Append(entries[at].Body, 0, entries[at].Body.IndexOf('\n') + 1);
        foreach (var item in items) body.Append(item.Lead).Append(item.Body);
        if (at >= 0) entries[at] = entries[at] with { Body = body.ToString() };
        else entries.Insert(tail < 0 ? entries.Count : tail, new(key, "", body.ToString()));
    }

    public override string ToString()
    {
        var yaml = new StringBuilder();
        foreach (var entry in entries) yaml.Append(entry.Lead).Append(entry.Body);
        return yaml.ToString();
    }

    private static List<Part> Split(string text, Regex start, Func<Match, string> keyOf)
    {
        var parts = new List<Part>();
        var space = new StringBuilder();
        foreach (var line in Lines(text))
        {
            var match = start.Match(line);
            var content = line.TrimStart();
            if (match.Success)
            {
                parts.Add(new(keyOf(match), space.ToString(), line));
                space.Clear();
            }
            else if (content.Length == 0 || content[0] == '#' && line.Length - content.Length < 4 || parts.Count == 0)
            {
                space.Append(line);
            }
            else
            {
                // What looked like space before the next item is inside this one: an empty line of a literal block.
                parts[^1] = parts[^1] with { Body = parts[^1].Body + space + line };
                space.Clear();
            }
        }
        if (space.Length > 0) parts.Add(new("", space.ToString(), ""));
        return parts;
    }

    private static IEnumerable<string> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            yield return text[start..end];
            start = end;
        }
    }

    private static string Unquote(string key) => key.Length > 1 && key[0] is '"' or '\'' && key[^1] == key[0] ? key[1..^1] : key;

    [GeneratedRegex(@"^(?<k>[a-z_]+)\s*:", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TopKey();

    [GeneratedRegex(@"^\s{0,2}-\s.*?\b(id|line):\s*[""']?(?<k>[^""',}\s]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListItem();

    [GeneratedRegex(@"^  (?<k>""[^""]*""|'[^']*'|[^\s#""'][^:]*?)\s*:(\s|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MapItem();

    [GeneratedRegex(@"\s#.*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EndComment();
}
