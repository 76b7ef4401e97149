using System.Collections.Immutable;
using System.Text;

using StaticSite.Diagnostics;

namespace StaticSite.Build;

/// <summary>input/urls.txt: every address that was ever published, with its anchors, so that none goes away unnoticed. The command "urls" keeps it.</summary>
/// <remarks>A page a line, in ordinal order: the path, and behind blanks the ids of its elements: "/zh/A/67/776/ p1 p2 s-I". "#" begins a
/// comment. What is gone needs an entry under redirects in site.yaml: "/zh/old/" or "/zh/old/#anchor".</remarks>
public static class UrlList
{
    public const string Path = "input/urls.txt";

    /// <summary>A page that was published is no more, and nothing leads to its new place.</summary>
    public static readonly Rule RemovedUrl = new("build/removed-url", Severity.Error);

    /// <summary>An anchor of a page that was published is no more, and nothing says where it went.</summary>
    public static readonly Rule RemovedAnchor = new("build/removed-anchor", Severity.Error);

    /// <summary>A redirect to a page or an anchor that the site does not have.</summary>
    public static readonly Rule BrokenRedirect = new("build/broken-redirect", Severity.Error);

    /// <summary>Pages or anchors that the list does not have yet: they could go away unnoticed.</summary>
    public static readonly Rule Unlisted = new("build/unlisted-urls", Severity.Info);

    private const string Heading = "# Every address that was published, with its anchors. Kept by: dotnet run -- urls\n";

    /// <param name="list">Null when the site keeps no such list.</param>
    /// <param name="published">By path: the ids of the page.</param>
    /// <param name="redirects">Of site.yaml: old path, with or without an anchor, to new path or address.</param>
    public static ImmutableArray<Diagnostic> Check(
        SourceText? list, IReadOnlyDictionary<string, ImmutableSortedSet<string>> published, IReadOnlyDictionary<string, string> redirects)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (from, to) in redirects)
        {
            if (published.ContainsKey(from))
                findings.Add(new(BrokenRedirect, new("input/site.yaml", 0, 0), $"{from} is redirected to {to}, but is a page of the site", "take the redirect away: a page cannot be redirected"));
            if (to.StartsWith('/') && !Has(published, to))
                findings.Add(new(BrokenRedirect, new("input/site.yaml", 0, 0), $"{from} is redirected to {to}, which the site does not have", "write where it stands now"));
        }
        if (list is null) return findings.DrainToImmutable();

        var unlisted = 0;
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, ids, span) in Lines(list))
        {
            listed.Add(path);
            if (!published.TryGetValue(path, out var page))
            {
                if (!redirects.ContainsKey(path))
                    findings.Add(new(RemovedUrl, span, $"{path} was published and is gone", $"bring it back, or say under redirects in site.yaml where it went: {path}: /new/path/"));
                continue;
            }
            var gone = ids.Where(id => !page.Contains(id) && !redirects.ContainsKey($"{path}#{id}")).ToList();
            if (gone.Count > 0)
                findings.Add(new(RemovedAnchor, span, $"{path} had {Anchors(gone)}",
                    $"bring back what is gone, or say under redirects in site.yaml where it went: {path}#{gone[0]}: /new/path/#anchor"));
            unlisted += page.Count - (ids.Length - ids.Count(id => !page.Contains(id)));
        }
        unlisted += published.Count(p => !listed.Contains(p.Key));
        if (unlisted > 0)
            findings.Add(new(Unlisted, new(Path, 0, 0), $"{unlisted} addresses or anchors are not in the list yet", "when they are right, run: dotnet run -- urls"));
        return findings.DrainToImmutable();
    }

    /// <summary>The list of what is published now, and of the addresses that were and are redirected: the redirect must not go away either. Comments
    /// stay before the line that they stood before.</summary>
    /// <param name="list">The list as it was; null when there was none.</param>
    /// <param name="redirects">As for <see cref="Check"/>.</param>
    public static string Write(
        IReadOnlyDictionary<string, ImmutableSortedSet<string>> published, SourceText? list = null, IReadOnlyDictionary<string, string>? redirects = null)
    {
        var text = new StringBuilder();
        var (comments, last) = Comments(list?.Text ?? Heading);
        var moved = list is null || redirects is null ? []
            : Lines(list).Select(l => l.Path).Where(p => !published.ContainsKey(p) && redirects.ContainsKey(p)).Distinct(StringComparer.Ordinal)
                .Select(p => KeyValuePair.Create(p, ImmutableSortedSet<string>.Empty));
        foreach (var (path, ids) in published.Concat(moved).OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            // Comments on what is gone stand before the next.
            while (comments.Count > 0 && string.CompareOrdinal(comments.Peek().Before, path) <= 0) text.Append(comments.Dequeue().Lines);
            text.Append(path).Append(ids.Count > 0 ? " " : "").AppendJoin(' ', ids).Append('\n');
        }
        foreach (var (_, lines) in comments) text.Append(lines);
        return text.Append(last).ToString();
    }

    // Comments and empty lines by the path that follows them, in the order of the paths; and those at the end.
    private static (Queue<(string Before, string Lines)> Comments, string Last) Comments(string list)
    {
        var (comments, lines) = (new List<(string Before, string Lines)>(), new StringBuilder());
        foreach (var line in list.Split('\n'))
        {
            var content = line.Trim();
            if (content.Length == 0 || content[0] == '#')
            {
                lines.Append(line.TrimEnd('\r')).Append('\n');
                continue;
            }
            if (lines.Length > 0) comments.Add((comments.Count == 0 ? "" : content.Split(default(char[]))[0], lines.ToString()));
            lines.Clear();
        }
        // What follows the last line break is no line.
        if (lines.Length > 0) lines.Length--;
        var last = lines.ToString();
        return comments.Count == 0 && last.Length > 0 ? (new([("", last.EndsWith('\n') ? last : last + "\n")]), "")
            : (new(comments.OrderBy(c => c.Before, StringComparer.Ordinal)), last);
    }

    private static IEnumerable<(string Path, ImmutableArray<string> Ids, SourceSpan Span)> Lines(SourceText list)
    {
        for (var start = 0; start < list.Text.Length;)
        {
            var end = list.Text.IndexOf('\n', start);
            if (end < 0) end = list.Text.Length;
            var words = list.Text[start..end].Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
            if (words is [var path, .. var ids] && !path.StartsWith('#')) yield return (path, [.. ids], new(list.Path, start, path.Length));
            start = end + 1;
        }
    }

    private static string Anchors(List<string> gone)
    {
        var named = string.Join(", ", gone.Take(5).Select(id => "#" + id));
        return gone.Count > 5 ? $"{named} and {gone.Count - 5} more anchors, which are gone" : $"the anchor{(gone.Count > 1 ? "s" : "")} {named}, which {(gone.Count > 1 ? "are" : "is")} gone";
    }

    private static bool Has(IReadOnlyDictionary<string, ImmutableSortedSet<string>> published, string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? target : target[..hash];
        return published.TryGetValue(path, out var ids) && (hash < 0 || ids.Contains(target[(hash + 1)..]));
    }
}
