using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Review;

/// <summary>Compares two outputs as a reader would: pages, words, links and anchors, not bytes. Pure.</summary>
public static class SiteComparer
{
    private const string Assets = "assets/";

    /// <param name="old">By path below the output folder, '/' separators. Names that begin with a dot are no part of a site.</param>
    public static SiteReport Compare(
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> old, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> @new, CancellationToken cancel = default)
    {
        var paths = old.Keys.Union(@new.Keys, StringComparer.Ordinal).Where(p => !p.StartsWith('.')).Order(StringComparer.Ordinal).ToList();
        var redirects = Redirects.Read(@new.TryGetValue(Redirects.File, out var rules) ? rules.Span : []);
        // Most files of a change are the same: only the others are read.
        var compared = paths.AsParallel().AsOrdered().WithCancellation(cancel)
            .Select(path => Compare(path, Find(old, path), Find(@new, path), @new, redirects)).ToList();
        return Join(compared.OfType<PathDifference>().ToList());
    }

    /// <summary>"zh/A/67/776/index.html" -> "/zh/A/67/776/".</summary>
    public static string UrlOf(string path) =>
        path == "index.html" || path.EndsWith("/index.html", StringComparison.Ordinal) ? "/" + path[..^"index.html".Length] : "/" + path;

    private static ReadOnlyMemory<byte>? Find(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, string path) =>
        files.TryGetValue(path, out var content) ? content : (ReadOnlyMemory<byte>?)null;

    private static PathDifference? Compare(
        string path, ReadOnlyMemory<byte>? old, ReadOnlyMemory<byte>? @new, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> newFiles, Redirects redirects)
    {
        if (old is { } was && @new is { } now && was.Span.SequenceEqual(now.Span)) return null;
        if (!path.EndsWith(".html", StringComparison.Ordinal)) return OtherFile(path, old, @new, redirects);
        var url = UrlOf(path);
        var before = old is { } oldBytes ? PageReading.Of(oldBytes) : null;
        var after = @new is { } newBytes ? PageReading.Of(newBytes) : null;
        // A page that only leads on is no page to its reader.
        if (before?.Redirect is not null) before = null;
        if (after?.Redirect is { } target) return before is null ? null : Redirected(path, before, target, newFiles);
        if (before is null) return after is null ? null : new(path) { Added = new(url, after.Title) };
        if (after is null)
        {
            return redirects.Target(url) is { } to ? Redirected(path, before, to, newFiles)
                : new(path) { Removed = new(url, before.Title), Findings = [Gone(path, url)] };
        }
        var changes = PageComparer.Compare(url, before, after);
        var findings = MissingAnchors(path, url, before, after, changes.Moves);
        var isSame = changes.Texts.IsEmpty && changes.Links.IsEmpty && changes.Moves.IsEmpty && before.Title == after.Title && findings.IsEmpty;
        return new(path)
        {
            Title = before.Title == after.Title ? null : new(url, before.Title, after.Title),
            Changes = changes,
            IsThemeOnly = isSame,
            Findings = findings,
        };
    }

    private static PathDifference OtherFile(string path, ReadOnlyMemory<byte>? old, ReadOnlyMemory<byte>? @new, Redirects redirects)
    {
        var kind = old is null ? FileChangeKind.Added : @new is null ? FileChangeKind.Removed : FileChangeKind.Changed;
        // Pages load assets, and hosts read rules; data and feeds have readers of their own.
        var hasReaders = !path.StartsWith(Assets, StringComparison.Ordinal) && !path.StartsWith('_');
        var isGone = kind == FileChangeKind.Removed && hasReaders && redirects.Target(UrlOf(path)) is null;
        return new(path) { File = new(path, kind), Findings = isGone ? [Gone(path, UrlOf(path))] : [] };
    }

    private static PathDifference Redirected(string path, PageReading before, string target, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> newFiles)
    {
        var url = UrlOf(path);
        var difference = new PathDifference(path) { Redirected = new(url, before.Title, target) };
        // Browsers keep the fragment: the anchors must be where the URL leads, unless it leads to one anchor or out of the site.
        if (!target.StartsWith('/') || target.StartsWith("//", StringComparison.Ordinal) || target.Contains('#', StringComparison.Ordinal)) return difference;
        var file = target.TrimStart('/').Split('?')[0];
        if (file.Length == 0 || file.EndsWith('/')) file += "index.html";
        if (!newFiles.TryGetValue(file, out var content) && !newFiles.TryGetValue(file + "/index.html", out content))
            return difference with { Findings = [Gone(path, url, $"its redirect leads to {target}, which does not exist")] };
        return difference with { Findings = MissingAnchors(path, url, before, PageReading.Of(content), []) };
    }

    private static Diagnostic Gone(string path, string url, string? hint = null) => new(ReviewRules.RemovedUrl, new(path, 0, 0),
        $"The URL {url} is gone", hint ?? "name the page that takes its place under redirects: in input/site.yaml");

    private static ImmutableArray<Diagnostic> MissingAnchors(string path, string url, PageReading before, PageReading after, ImmutableArray<PassageMove> moves)
    {
        var kept = after.Anchors.ToHashSet(StringComparer.Ordinal);
        return [.. before.Anchors.Where(a => !kept.Contains(a)).Select(anchor => new Diagnostic(ReviewRules.RemovedAnchor, new(path, 0, 0),
            $"The anchor #{anchor} of {url} is gone",
            moves.FirstOrDefault(m => m.From.Anchor == anchor) is { } move ? $"links to it exist elsewhere; its text now has the anchor #{move.To}" : "links to it exist elsewhere; keep the id"))];
    }

    private static SiteReport Join(List<PathDifference> differences)
    {
        var changes = differences.Select(d => d.Changes).OfType<PageChanges>().ToList();
        return new()
        {
            AddedPages = [.. differences.Select(d => d.Added).OfType<PageName>()],
            RemovedPages = [.. differences.Select(d => d.Removed).OfType<PageName>()],
            RedirectedPages = [.. differences.Select(d => d.Redirected).OfType<PageRedirect>()],
            Titles = [.. differences.Select(d => d.Title).OfType<TitleChange>()],
            Texts = JoinTexts(changes.SelectMany(c => c.Texts)),
            Moves = [.. changes.SelectMany(c => c.Moves)],
            Links = JoinLinks(changes.SelectMany(c => c.Links)),
            ThemeOnly = [.. differences.Where(d => d.IsThemeOnly).Select(d => UrlOf(d.Path))],
            Files = [.. differences.Select(d => d.File).OfType<FileChange>()],
            Findings = DiagnosticPrinter.Sort(differences.SelectMany(d => d.Findings)),
        };
    }

    // The same paragraph stands on several pages, and sentences of it are quoted on others. It is told once, at the place where a reader looks for
    // it first: its provision, on a page in its own language.
    private static ImmutableArray<TextChange> JoinTexts(IEnumerable<BlockChange> changes)
    {
        var joined = changes.GroupBy(c => (c.Old, c.New))
            .Select(same => same.OrderBy(c => c.IsProvision ? 0 : 1).ThenBy(c => c.IsOwnLanguage ? 0 : 1).ThenBy(c => c.Place.Url, StringComparer.Ordinal)
                .ThenBy(c => c.Order).ToList())
            .ToList();
        var provisions = joined.Where(same => same[0] is { IsProvision: true, Old: not null, New: not null }).ToList();
        var quotes = joined.Where(same => !same[0].IsProvision)
            .Select(quote => (Quote: quote, Of: provisions.Find(p => IsPart(quote[0].Old, p[0].Old!) && IsPart(quote[0].New, p[0].New!))))
            .Where(q => q.Of is not null).ToList();
        foreach (var (quote, of) in quotes) of!.AddRange(quote);
        return [.. joined.Except(quotes.Select(q => q.Quote))
            .OrderBy(same => same[0].Place.Url, StringComparer.Ordinal).ThenBy(same => same[0].Order)
            .Select(same => new TextChange(same[0].Old, same[0].New, TextDiff.Words(same[0].Old ?? "", same[0].New ?? ""), same[0].Place,
                [.. same.Select(c => c.Place).Distinct().Skip(1)]))];
    }

    // Quotes are cut with dots.
    private static bool IsPart(string? quote, string text) => quote is not null && text.Contains(quote.Trim('…', ' '), StringComparison.Ordinal);

    private static ImmutableArray<LinkChange> JoinLinks(IEnumerable<LinkChange> changes) =>
        [.. changes.GroupBy(c => (c.Kind, c.Text, c.Old, c.New))
            .Select(same => same.First() with { Places = [.. same.SelectMany(c => c.Places).Distinct()] })
            .OrderBy(c => c.Kind)
            .ThenBy(c => c.Places[0].Url, StringComparer.Ordinal)];

    /// <summary>What is different at one path.</summary>
    private sealed record PathDifference(string Path)
    {
        public PageName? Added { get; init; }
        public PageName? Removed { get; init; }
        public PageRedirect? Redirected { get; init; }
        public TitleChange? Title { get; init; }
        public PageChanges? Changes { get; init; }
        public bool IsThemeOnly { get; init; }
        public FileChange? File { get; init; }
        public ImmutableArray<Diagnostic> Findings { get; init; } = [];
    }
}
