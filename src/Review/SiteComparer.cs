using System.Collections.Immutable;
using System.Text;

namespace StaticSite.Review;

/// <summary>Compares two outputs as a reader would: pages, words, links, records and anchors, not bytes.</summary>
/// <remarks>Files are read once, many at a time, and dropped when they are the same: the work grows with the files, the memory with what changed.</remarks>
public static class SiteComparer
{
    private const string Assets = "assets/", Robots = "robots.txt";

    // Looking for each quotation in each changed provision is quick while there are few; a change of everything is not told in quotations.
    private const long MaxQuotations = 4_000_000;

    public static SiteReport Compare(ISiteOutput old, ISiteOutput @new, CancellationToken cancel = default)
    {
        var paths = old.Paths.Union(@new.Paths, StringComparer.Ordinal).Where(p => !p.StartsWith('.')).Order(StringComparer.Ordinal).ToList();
        var sides = new Sides(old, @new, @new.Has(Redirects.File) ? Redirects.Read(@new.Read(Redirects.File).Span) : Redirects.Read([]), RootOf(@new));
        var compared = paths.AsParallel().AsOrdered().WithCancellation(cancel).Select(path => Compare(path, sides)).ToList();
        return Join(compared.OfType<PathDifference>().ToList());
    }

    /// <summary>"zh/A/67/776/index.html" -> "/zh/A/67/776/".</summary>
    public static string UrlOf(string path) =>
        path == "index.html" || path.EndsWith("/index.html", StringComparison.Ordinal) ? "/" + path[..^"index.html".Length] : "/" + path;

    // "Sitemap: https://example.org/site/sitemap.xml": the site stands below /site/.
    private static string RootOf(ISiteOutput output)
    {
        if (!output.Has(Robots)) return "/";
        var line = Encoding.UTF8.GetString(output.Read(Robots).Span).Split('\n').FirstOrDefault(l => l.StartsWith("Sitemap:", StringComparison.Ordinal));
        return line is not null && Uri.TryCreate(line["Sitemap:".Length..].Trim(), UriKind.Absolute, out var url) && url.AbsolutePath.EndsWith("/sitemap.xml", StringComparison.Ordinal)
            ? url.AbsolutePath[..^"sitemap.xml".Length] : "/";
    }

    private static PathDifference? Compare(string path, Sides sides)
    {
        var old = sides.Old.Has(path) ? sides.Old.Read(path) : (ReadOnlyMemory<byte>?)null;
        var @new = sides.New.Has(path) ? sides.New.Read(path) : (ReadOnlyMemory<byte>?)null;
        if (old is { } was && @new is { } now && was.Span.SequenceEqual(now.Span)) return null;
        if (!path.EndsWith(".html", StringComparison.Ordinal)) return OtherFile(path, old, @new, sides);
        var url = UrlOf(path);
        var before = old is { } oldBytes ? PageReading.Of(oldBytes) : null;
        var after = @new is { } newBytes ? PageReading.Of(newBytes) : null;
        if (after?.Redirect is { } target) return before?.Redirect == target ? null : Redirected(path, before, target, sides);
        if (after is null && before is not null)
        {
            return sides.Target(url) is { } to ? before.Redirect is null ? Redirected(path, before, to, sides) : null
                : new(path) { Removed = before.Redirect is null ? new(url, before.Title, before.Language) : null, Text = before.Text, Findings = [Gone(path, url)] };
        }
        // A page that only led on was no page to its reader.
        if (before is null or { Redirect: not null }) return after is null ? null : Added(path, after);
        return Changed(path, url, before, after!, url, sides);
    }

    private static PathDifference Added(string path, PageReading after) =>
        new(path) { Added = new(UrlOf(path), after.Title, after.Language), Text = after.Text, Findings = NewFaults(path, UrlOf(path), [], after.Faults) };

    /// <param name="oldUrl">Where the page stood; anchors that it lost are missed there.</param>
    private static PathDifference Changed(string path, string url, PageReading before, PageReading after, string oldUrl, Sides sides)
    {
        var changes = PageComparer.Compare(url, before, after);
        ImmutableArray<ReviewFinding> findings = [
            .. MissingAnchors(path, oldUrl, before, after, changes.Moves, sides), .. NewFaults(path, url, before.Faults, after.Faults), .. LostTexts(path, url, before, after)];
        var heads = before.Head.Concat(after.Head).Select(h => h.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => new HeadChange(url, name, ValueOf(before, name), ValueOf(after, name)))
            .Where(h => h.Old.Text != h.New.Text && (oldUrl == url || h.Name != "canonical")).ToImmutableArray();
        return new(path)
        {
            Title = before.Title == after.Title ? null : new(url, Quote.In(before.Language, before.Title), Quote.In(after.Language, after.Title)),
            Heads = heads,
            Changes = changes,
            IsThemeOnly = changes.Texts.IsEmpty && changes.Links.IsEmpty && changes.Moves.IsEmpty && before.Title == after.Title && heads.IsEmpty && findings.IsEmpty,
            Findings = findings,
        };

        static Quote ValueOf(PageReading page, string name) => Quote.In(page.Language, page.Head.FirstOrDefault(h => h.Name == name).Value ?? "");
    }

    private static PathDifference OtherFile(string path, ReadOnlyMemory<byte>? old, ReadOnlyMemory<byte>? @new, Sides sides)
    {
        var kind = old is null ? FileChangeKind.Added : @new is null ? FileChangeKind.Removed : FileChangeKind.Changed;
        // Pages load assets, and hosts read rules; data and feeds have readers of their own.
        var hasReaders = !path.StartsWith(Assets, StringComparison.Ordinal) && !path.StartsWith('_');
        var isGone = kind == FileChangeKind.Removed && hasReaders && sides.Target(UrlOf(path)) is null;
        return new(path)
        {
            File = new(path, kind),
            Records = path.EndsWith(".json", StringComparison.Ordinal) && old is { } was && @new is { } now
                ? [.. RecordComparer.Compare(path, was, now).Select(w => w with { Url = sides.Below(w.Url) })] : [],
            Findings = isGone ? [Gone(path, UrlOf(path))] : [],
        };
    }

    /// <param name="before">Null, or a page that led elsewhere, when there is nothing that could be lost but the way.</param>
    private static PathDifference? Redirected(string path, PageReading? before, string target, Sides sides)
    {
        var url = UrlOf(path);
        var shown = sides.Below(target);
        var isPage = before is { Redirect: null };
        var difference = new PathDifference(path) { Redirected = new(url, isPage ? before!.Title : "", isPage ? before!.Language : "", shown) };
        // Browsers keep the fragment: the anchors must be where the URL leads, unless it leads to one anchor or out of the site.
        if (!target.StartsWith('/') || target.StartsWith("//", StringComparison.Ordinal)) return before is null ? null : difference;
        var file = shown.TrimStart('/').Split('#', '?')[0];
        if (file.Length == 0 || file.EndsWith('/')) file += "index.html";
        if (!sides.New.Has(file)) file += "/index.html";
        if (!sides.New.Has(file)) return difference with { Findings = [new(FindingKind.UrlGoneAstray, path, Codes(url, shown))] };
        if (before is null) return null;
        if (!isPage || target.Contains('#', StringComparison.Ordinal)) return difference;
        var after = PageReading.Of(sides.New.Read(file));
        if (sides.Old.Has(file)) return difference with { Findings = [.. MissingAnchors(path, url, before, after, [], sides)] };
        return Changed(path, UrlOf(file), before, after, url, sides) with { Moved = difference.Redirected with { To = UrlOf(file) }, IsThemeOnly = false };
    }

    private static ReviewFinding Gone(string path, string url) => new(FindingKind.UrlGone, path, Codes(url, $"{url}: /new/path/"));

    private static ImmutableArray<FindingPart> Codes(params string[] texts) => [.. texts.Select(FindingPart.Code)];

    private static IEnumerable<ReviewFinding> MissingAnchors(string path, string url, PageReading before, PageReading after, ImmutableArray<PassageMove> moves, Sides sides)
    {
        var kept = after.Anchors.ToHashSet(StringComparer.Ordinal);
        foreach (var anchor in before.Anchors.Where(a => !kept.Contains(a) && sides.AnchorTarget($"{url}#{a}") is null))
            yield return moves.FirstOrDefault(m => m.From.Anchor == anchor) is { } move
                ? new(FindingKind.AnchorGoneFound, path, Codes(url, "#" + anchor, "#" + move.To, $"{url}#{anchor}: {move.From.Url}#{move.To}"))
                : new(FindingKind.AnchorGone, path, Codes(url, "#" + anchor, $"{url}#{anchor}: /new/path/#anchor"));
    }

    // What was there before is no fault of this change; of several that are alike, those that are more than before.
    private static ImmutableArray<ReviewFinding> NewFaults(string path, string url, ImmutableArray<PageFault> old, ImmutableArray<PageFault> @new)
    {
        var known = old.GroupBy(f => (f.Kind, f.Key)).ToDictionary(g => g.Key, g => g.Count());
        return [.. @new.GroupBy(f => (f.Kind, f.Key)).Where(g => g.Count() > known.GetValueOrDefault(g.Key)).Select(g => g.First().At(path, url))];
    }

    // An empty alt says that a picture only decorates: that is no fault, unless it said more before.
    private static IEnumerable<ReviewFinding> LostTexts(string path, string url, PageReading before, PageReading after)
    {
        var texts = before.Images.Where(i => !string.IsNullOrWhiteSpace(i.Text)).DistinctBy(i => i.Source, StringComparer.Ordinal).ToDictionary(i => i.Source, i => i.Text!, StringComparer.Ordinal);
        return after.Images.Where(i => i.Text is { } text && string.IsNullOrWhiteSpace(text) && texts.ContainsKey(i.Source)).DistinctBy(i => i.Source, StringComparer.Ordinal)
            .Select(i => new ReviewFinding(FindingKind.PictureSilenced, path, [.. Codes(url, i.Source), FindingPart.Words(Excerpt.Middle(texts[i.Source], 60), before.Language)]));
    }

    private static SiteReport Join(List<PathDifference> differences)
    {
        var moved = differences.Select(d => d.Moved).OfType<PageRedirect>().ToList();
        var arrived = moved.Select(m => m.To).ToHashSet(StringComparer.Ordinal);
        var changes = differences.Select(d => d.Changes).OfType<PageChanges>().ToList();
        var (records, texts) = Fold(RecordComparer.Join(differences.SelectMany(d => d.Records)), JoinTexts(changes.SelectMany(c => c.Texts)));
        return new()
        {
            AddedPages = [.. differences.Select(d => d.Added).OfType<PageName>().Where(p => !arrived.Contains(p.Url))],
            RemovedPages = [.. differences.Select(d => d.Removed).OfType<PageName>()],
            MovedPages = [.. moved],
            RedirectedPages = [.. differences.Where(d => d.Moved is null).Select(d => d.Redirected).OfType<PageRedirect>()],
            Titles = [.. differences.Select(d => d.Title).OfType<TitleChange>()],
            Heads = [.. differences.SelectMany(d => d.Heads)],
            Records = records,
            Texts = texts,
            Moves = [.. changes.SelectMany(c => c.Moves)],
            Links = JoinLinks(changes.SelectMany(c => c.Links)),
            ThemeOnly = [.. differences.Where(d => d.IsThemeOnly).Select(d => UrlOf(d.Path))],
            Files = [.. differences.Select(d => d.File).OfType<FileChange>()],
            Findings = [.. Findings(differences, arrived).OrderByDescending(f => f.Rule.Severity).ThenBy(f => f.Path, StringComparer.Ordinal)
                .ThenBy(f => f.Rule.Id, StringComparer.Ordinal).ThenBy(f => f.ToDiagnostic().Message, StringComparer.Ordinal)],
        };
    }

    private static IEnumerable<ReviewFinding> Findings(List<PathDifference> differences, HashSet<string> arrived)
    {
        // A page that is gone without a word, and one that is new and says the same.
        var found = differences.Where(d => d.Added is not null && d.Text is { Length: > 0 }).GroupBy(d => d.Text!, StringComparer.Ordinal).Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().Added!.Url, StringComparer.Ordinal);
        foreach (var difference in differences)
        {
            // A page that moved is read with its old one; alone, all its faults would be new.
            if (difference.Added is { } added && arrived.Contains(added.Url)) continue;
            foreach (var finding in difference.Findings)
                yield return difference is { Removed: { } removed, Text: { } text } && found.TryGetValue(text, out var to) && finding.Kind == FindingKind.UrlGone
                    ? new(FindingKind.UrlGoneFound, finding.Path, Codes(removed.Url, to, $"{removed.Url}: {to}")) : finding;
        }
    }

    // The same paragraph stands on several pages, and sentences of it are quoted on others. It is told once, at the place where a reader looks for
    // it first: its provision, on a page in its own language.
    private static ImmutableArray<TextChange> JoinTexts(IEnumerable<BlockChange> changes)
    {
        var joined = changes.GroupBy(c => (c.Old?.Text, c.New?.Text))
            .Select(same => same.OrderBy(c => c.IsProvision ? 0 : 1).ThenBy(c => c.IsOwnLanguage ? 0 : 1).ThenBy(c => c.Place.Url, StringComparer.Ordinal)
                .ThenBy(c => c.Order).ToList())
            .ToList();
        var provisions = joined.Where(same => same[0] is { IsProvision: true, Old: not null, New: not null }).ToList();
        var others = joined.Where(same => !same[0].IsProvision).ToList();
        var told = new HashSet<List<BlockChange>>();
        if ((long)provisions.Count * others.Count <= MaxQuotations)
            foreach (var quote in others)
            {
                if (provisions.Find(p => IsPart(quote[0].Old?.Text, p[0].Old!.Text) && IsPart(quote[0].New?.Text, p[0].New!.Text)) is not { } of) continue;
                of.AddRange(quote);
                told.Add(quote);
            }
        return [.. joined.Where(same => !told.Contains(same))
            .OrderBy(same => same[0].Place.Url, StringComparer.Ordinal).ThenBy(same => same[0].Order)
            .Select(same => new TextChange(same[0].Old, same[0].New, TextDiff.Words(same[0].Old?.Text ?? "", same[0].New?.Text ?? ""), same[0].Place,
                [.. same.Select(c => c.Place).Distinct().Skip(1)], same[0].IsProvision))];
    }

    // Quotes are cut with dots.
    private static bool IsPart(string? quote, string text) => quote is not null && text.Contains(quote.Trim('…', ' '), StringComparison.Ordinal);

    // "Partly" that becomes "Done" on every page that shows a thread is the change of its status, which is told as such. The words of a provision are
    // told whatever the data say.
    private static (ImmutableArray<RecordChange> Records, ImmutableArray<TextChange> Texts) Fold(ImmutableArray<RecordChange> records, ImmutableArray<TextChange> texts)
    {
        var byWords = new Dictionary<(string?, string?), int>();
        var states = new List<(string Old, string New, int Record)>();
        for (var i = 0; i < records.Length; i++)
            foreach (var wording in records[i].Wordings)
            {
                byWords.TryAdd((wording.Old, wording.New), i);
                if (wording is { Old: { Length: > 0 } was, New: { Length: > 0 } now } and ({ Kind: RecordKind.Thread, Field: "status" } or { Kind: RecordKind.Indicator, Field: "words" }) && !states.Exists(s => s.Old == was && s.New == now))
                    states.Add((was, now, i));
            }
        var came = texts.Where(t => t is { IsProvision: false, Old: null }).Select(t => t.New!.Text).ToHashSet(StringComparer.Ordinal);
        var went = texts.Where(t => t is { IsProvision: false, New: null }).Select(t => t.Old!.Text).ToHashSet(StringComparer.Ordinal);
        var folded = texts.Where(t => RecordOf(t) >= 0).ToLookup(RecordOf);
        return (
            [.. records.Select((r, i) => r with { Elsewhere = [.. folded[i].SelectMany(t => t.Elsewhere.Prepend(t.Place)).OrderBy(p => p.Address, StringComparer.Ordinal)] })],
            [.. texts.Where(t => RecordOf(t) < 0)]);

        // Of the record whose change a text repeats; -1 for none. A note beside a provision says the title of the thread before its status, a row of a
        // table the year before its value.
        int RecordOf(TextChange text) => text.IsProvision ? -1
            : text.New is null ? Moved(s => Becomes(text.Old!.Text, s.Old, s.New, came))
            : text.Old is null ? Moved(s => Becomes(text.New.Text, s.New, s.Old, went))
            : byWords.TryGetValue((text.Old.Text, text.New.Text), out var record) ? record
            : Moved(s => text.Old.Text.Replace(s.Old, s.New, StringComparison.Ordinal) == text.New.Text);

        int Moved(Predicate<(string Old, string New, int Record)> isIt) => states.FindIndex(isIt) is >= 0 and var state ? states[state].Record : -1;

        // A row that went from the list of one state to the list of the other.
        static bool Becomes(string row, string from, string to, HashSet<string> others) =>
            row.Replace(from, to, StringComparison.Ordinal) is var other && other != row && others.Contains(other);
    }

    private static ImmutableArray<LinkChange> JoinLinks(IEnumerable<LinkChange> changes)
    {
        var joined = changes.GroupBy(c => (c.Kind, c.Text, c.Old, c.New))
            .Select(same => same.First() with { Places = [.. same.SelectMany(c => c.Places).Distinct()] }).ToList();
        // An entry that goes from one list to another takes its links along; the entry is told with the texts.
        var gone = joined.Where(c => c is { Kind: LinkKind.Link, New: null }).Select(c => (c.Text, c.Old)).ToHashSet();
        var moved = joined.Where(c => c is { Kind: LinkKind.Link, Old: null } && gone.Contains((c.Text, c.New))).Select(c => (c.Text, c.New)).ToHashSet();
        return [.. joined.Where(c => c.Kind != LinkKind.Link || (c.Old is not null && c.New is not null) || !moved.Contains((c.Text, c.Old ?? c.New)))
            .OrderBy(c => c.Kind).ThenBy(c => c.Places[0].Url, StringComparer.Ordinal)];
    }

    /// <param name="Root">Path of the site on its host: "/", "/site/".</param>
    private sealed record Sides(ISiteOutput Old, ISiteOutput New, Redirects Redirects, string Root)
    {
        /// <summary>Where a URL leads; null when no rule fits.</summary>
        public string? Target(string url) => Redirects.Target(Root + url[1..]);

        /// <summary>Where an anchor went, by what the site says of itself; null when it says nothing.</summary>
        public string? AnchorTarget(string address) => Redirects.AnchorTarget(Root + address[1..]);

        /// <summary>"/site/zh/" -> "/zh/"; what is not of the site stays.</summary>
        public string Below(string target) => target.StartsWith(Root, StringComparison.Ordinal) ? "/" + target[Root.Length..] : target;
    }

    /// <summary>What is different at one path.</summary>
    private sealed record PathDifference(string Path)
    {
        public PageName? Added { get; init; }
        public PageName? Removed { get; init; }

        /// <summary>What stands on a page that is on one side only.</summary>
        public string? Text { get; init; }

        public PageRedirect? Redirected { get; init; }
        public PageRedirect? Moved { get; init; }
        public TitleChange? Title { get; init; }
        public ImmutableArray<HeadChange> Heads { get; init; } = [];
        public PageChanges? Changes { get; init; }
        public ImmutableArray<RecordWording> Records { get; init; } = [];
        public bool IsThemeOnly { get; init; }
        public FileChange? File { get; init; }
        public ImmutableArray<ReviewFinding> Findings { get; init; } = [];
    }
}
