using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Exports;
using StaticSite.Pages;
using StaticSite.Records;
using StaticSite.Templating;

namespace StaticSite.Build;

/// <summary>Page models through templates to bytes. Shared by all threads.</summary>
public sealed class PageRenderer(Site site, Theme theme)
{
    /// <summary>Name of the template around all pages.</summary>
    public const string Layout = "layout";

    private readonly FrozenDictionary<string, IReadOnlyDictionary<string, object?>> strings = site.Languages.DistinctBy(l => l.Code, StringComparer.Ordinal).ToFrozenDictionary(
        l => l.Code, IReadOnlyDictionary<string, object?> (l) => theme.Strings.In(l.Code).ToFrozenDictionary(s => s.Key, s => (object?)s.Value),
        StringComparer.Ordinal);

    // In UTF-16 code units. A list of a hundred thousand paragraphs is rare, but where there is one there are others, and growing to its size takes twice as much.
    private const int MostKept = 16 << 20;

    // Two for each thread that renders: they keep their size from page to page.
    private readonly ConcurrentBag<TextBuffer> buffers = [];

    // By language and entry of the menu, "en/documents": few, and the same for many pages.
    private readonly ConcurrentDictionary<string, SiteGlobals> siteGlobals = new(StringComparer.Ordinal);

    /// <summary>What every page shows of the site beside its own content: navigation, pages of editors, languages.</summary>
    public string Frame { get; } = string.Join('\n',
    [
        site.Urls.Base, .. site.Sections, site.HasSearch ? Sections.Search : "", site.HasPdf ? DocumentFormats.PdfType : "",
        .. site.EditorTexts.SelectMany(t => new[] { t.Page.Language, t.Page.Title, t.Url }),
    ]);

    /// <summary>Null when the template is missing or broken.</summary>
    public Template? LayoutTemplate { get; } = theme.Find(Layout);

    /// <summary>Null when the template is missing or broken.</summary>
    public Template? TemplateOf(Page page) => theme.Find(page.Template);

    /// <summary>The page inside the layout.</summary>
    /// <param name="reads">Notes what the page reads of the documents; null when nobody wants to know.</param>
    public Outcome<OutputFile> Render(Page page, SiteReads? reads = null)
    {
        var content = default(ReadOnlyMemory<byte>);
        var findings = Render(page, reads, html => content = html.ToUtf8());
        return new(new(page.Path, content), findings);
    }

    /// <summary>Writes the page inside the layout to an output that does not keep it: so that no page needs bytes of its own.</summary>
    /// <returns>What the templates have found.</returns>
    public ImmutableArray<Diagnostic> Render(Page page, IOutput output)
    {
        if (TemplateOf(page) is null || LayoutTemplate is null) output.Write(new(page.Path, default));
        return Render(page, null, html =>
        {
            var bytes = ArrayPool<byte>.Shared.Rent(html.Utf8Length);
            output.Write(new(page.Path, bytes.AsMemory(0, html.ToUtf8(bytes))));
            ArrayPool<byte>.Shared.Return(bytes);
        });
    }

    /// <param name="take">Takes the page, unless a template is missing or broken.</param>
    private ImmutableArray<Diagnostic> Render(Page page, SiteReads? reads, Action<TextBuffer> take)
    {
        if (TemplateOf(page) is not { } template || LayoutTemplate is not { } layout) return [];
        var globals = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["page"] = page.Model(reads is null ? site : site.Noting(reads)),
            ["head"] = page.Head,
            ["t"] = strings[page.Head.Language],
            ["site"] = siteGlobals.GetOrAdd($"{page.Head.Language}/{page.Head.Entry}", _ => SiteGlobals.Of(site, page.Head)),
        };
        if (!buffers.TryTake(out var content)) content = new();
        if (!buffers.TryTake(out var html)) html = new();
        var findings = template.Render(theme.Options, globals, content);
        globals["content"] = new HtmlString(content);
        findings = findings.AddRange(layout.Render(theme.Options, globals, html));
        if (html.Length == 0 || html.Text[^1] != '\n') html.Append("\n");
        take(html);
        Keep(content);
        Keep(html);
        return findings;
    }

    private void Keep(TextBuffer used)
    {
        used.Length = 0;
        if (used.Capacity <= MostKept) buffers.Add(used);
    }
}

/// <summary>What templates read as `site`.</summary>
/// <param name="Search">Link path of the search page; null where there is nothing to search.</param>
/// <param name="Card">Absolute URL of the picture that stands for the site where a page is shared.</param>
/// <param name="ProvisionPages">Whether every paragraph has a page of its own.</param>
/// <param name="Pages">The pages of editors in the language of the page, in the order of the menu.</param>
public sealed record SiteGlobals(
    string Title, string Root, string Home, string Assets, string Card, string? Search, bool ProvisionPages, ImmutableArray<LanguageGlobals> Languages, ImmutableArray<NavGlobals> Nav,
    ImmutableArray<PageGlobals> Pages)
{
    public static SiteGlobals Of(Site site, PageHead head) => new(
        site.Records.Site.Title?.In(head.Language) ?? "",
        site.Urls.Root,
        site.Urls.Home(head.Language),
        site.Urls.Root + "assets/",
        site.Urls.Absolute(site.Urls.Root + "assets/icon.png"),
        site.HasSearch ? site.Urls.Section(head.Language, Sections.Search) : null,
        site.Has(SitePart.ProvisionPages),
        [.. site.Languages.Select(l => new LanguageGlobals(l.Code, l.Tag, l.Name, site.Urls.Home(l.Code)))],
        [.. site.Sections.Select(key => new NavGlobals(key, site.Urls.Section(head.Language, key), head.Entry == key))],
        [.. site.EditorTexts.Where(t => t.Page.Language == head.Language).Select(t => new PageGlobals(t.Page.Title, t.Url))]);
}

public sealed record LanguageGlobals(string Code, string Tag, string Name, string Url);

/// <param name="Key">Key of its interface string.</param>
/// <param name="Current">True on the page itself and on pages below it.</param>
public sealed record NavGlobals(string Key, string Url, bool Current);

public sealed record PageGlobals(string Title, string Url);
