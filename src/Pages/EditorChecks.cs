using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>Checks the pages of editors against all that the site has.</summary>
public sealed class EditorChecks
{
    private readonly Site site;
    private readonly Dictionary<string, Page> pages;
    private readonly HashSet<string> files;
    private readonly Func<Page, IReadOnlySet<string>?> idsOf;
    private readonly List<Diagnostic> findings = [];

    private EditorChecks(Site site, IReadOnlyList<Page> pages, IEnumerable<string> files, Func<Page, IReadOnlySet<string>?> idsOf)
    {
        this.site = site;
        this.pages = pages.DistinctBy(p => p.Head.Url, StringComparer.Ordinal).ToDictionary(p => p.Head.Url, StringComparer.Ordinal);
        this.files = [.. files.Select(f => site.Urls.Root + f), .. pages.SelectMany(p => p.Head.Formats).Select(f => f.Url)];
        this.idsOf = idsOf;
    }

    /// <param name="pages">All pages of the site.</param>
    /// <param name="files">Other files of the output, such as "assets/icon.svg".</param>
    /// <param name="idsOf">The ids in the HTML of a page; null when it cannot be rendered, which is reported elsewhere. Asked for few pages only.</param>
    public static ImmutableArray<Diagnostic> Check(Site site, IReadOnlyList<Page> pages, IEnumerable<string> files, Func<Page, IReadOnlySet<string>?> idsOf)
    {
        if (site.Records.Pages.IsEmpty) return [];
        var checks = new EditorChecks(site, pages, files, idsOf);
        checks.CheckNames();
        checks.CheckRedirects();
        foreach (var text in site.EditorTexts)
        {
            checks.findings.AddRange(text.Html.Diagnostics);
            checks.findings.AddRange(text.Findings);
            foreach (var link in text.Links) checks.CheckLink(text, link);
        }
        return [.. checks.findings];
    }

    private void CheckNames()
    {
        var symbols = site.Documents.Select(d => d.Symbol).Concat(site.CitedDocuments).Select(s => s.UrlPath.Split('/')[0]);
        var taken = Urls.Sections.Concat(symbols).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var text in site.EditorTexts)
        {
            var page = text.Page;
            if (taken.Contains(page.Name))
                Report(PageRules.ReservedName, Start(page), $"{Shown(text.Url)} is a part of the site already", "rename the file");
            var missing = site.Languages.Where(l => site.EditorTexts.All(t => t.Page.Name != page.Name || t.Page.Language != l.Code)).ToList();
            if (missing.Count > 0)
                Report(PageRules.OneLanguage, Start(page), $"The page is not in every language: {string.Join(", ", missing.Select(l => l.Code))} {(missing.Count == 1 ? "lacks" : "lack")} it",
                    $"write {string.Join(", ", missing.Select(l => $"{PageRecord.Folder}{l.Code}/{page.Name}{PageRecord.Extension}"))}");
        }
    }

    private void CheckRedirects()
    {
        var moved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in site.Beside.Site.Redirects.Keys) moved[path] = "input/site.yaml";
        foreach (var text in site.EditorTexts)
            foreach (var from in text.Page.RedirectFrom)
            {
                if (pages.ContainsKey(site.Urls.Root + from.Path[1..]))
                    Report(PageRules.RedirectConflict, from.Span, $"{from.Path} is a page of the site", "remove it here: a page cannot be redirected");
                else if (!moved.TryAdd(from.Path, text.Page.File.Path))
                    Report(PageRules.RedirectConflict, from.Span, $"{from.Path} is redirected in {moved[from.Path]} already", "keep one of the two");
            }
    }

    private void CheckLink(EditorText text, SiteLink link)
    {
        if (link.IsImage)
        {
            if (!files.Contains(link.Url)) Report(PageRules.BadImage, link.Span, $"There is no image {Shown(link.Url)}", Near(link.Url, files.Where(IsImage), "put it into input/images"));
            return;
        }
        if (files.Contains(link.Url)) return;
        if (!pages.TryGetValue(link.Url, out var page))
        {
            var hint = pages.ContainsKey(link.Url + "/") ? $"write {Shown(link.Url)}/"
                : site.Records.Pages.Any(p => p.Draft && site.Urls.Section(p.Language, p.Name) == link.Url) ? "it is a draft; publish it, or leave the link out"
                : Near(link.Url, pages.Keys, "");
            Report(PageRules.BrokenLink, link.Span, $"There is no page {Shown(link.Url)}", hint);
            return;
        }
        if (link.Anchor is not { Length: > 0 } anchor) return;
        var ids = link.Url == text.Url ? text.Html.Ids : idsOf(page);
        if (ids is null || ids.Contains(anchor)) return;
        Report(PageRules.BrokenLink, link.Span, $"{Shown(link.Url)} has no anchor \"{Nearest.Shorten(anchor)}\"",
            Nearest.To(anchor, ids.Order(StringComparer.Ordinal)) is { } near ? $"write #{near}" : "");
    }

    private static bool IsImage(string path) => Path.GetExtension(path) is ".svg" or ".png" or ".jpg" or ".jpeg" or ".webp" or ".avif" or ".gif";

    private string Near(string url, IEnumerable<string> urls, string otherwise) =>
        Nearest.To(url, urls.Order(StringComparer.Ordinal)) is { } near ? $"write {Shown(near)}" : otherwise;

    // As editors write it: below the root of the site, wherever that is.
    private string Shown(string url) => "/" + url[site.Urls.Root.Length..];

    private static SourceSpan Start(EditorPage page) => new(page.File.Path, 0, 0);

    private void Report(Rule rule, SourceSpan span, string message, string hint) => findings.Add(new(rule, span, message, hint));
}
