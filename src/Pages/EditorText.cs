using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Markdown;
using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>The text of one page of editors, rendered once for the page itself and for the checks. May be asked from many threads at once.</summary>
public sealed class EditorText
{
    private readonly Lazy<(PageHtml Html, EditorLinks Links)> rendered;

    public EditorText(Site site, EditorPage page)
    {
        Page = page;
        Url = site.Urls.Section(page.Language, page.Name);
        rendered = new(() =>
        {
            var links = new EditorLinks(site, page);
            var words = new PageWords(kind => site.Say(page.Language, InterfaceStrings.Callout + kind), site.Say(page.Language, InterfaceStrings.Footnotes));
            return (PageMarkdown.Render(page.File, page.TextStart, links, words), links);
        });
    }

    public EditorPage Page { get; }

    /// <summary>Link path.</summary>
    public string Url { get; }

    /// <summary>The text as HTML; its diagnostics are those that need no other file.</summary>
    public PageHtml Html => rendered.Value.Html;

    /// <summary>The links to pages and files of the site, in the order of the text; whether they lead anywhere is seen when all pages are planned.</summary>
    public ImmutableArray<SiteLink> Links => rendered.Value.Links.Found;

    /// <summary>What is wrong with references, addresses and citations.</summary>
    public ImmutableArray<Diagnostic> Findings => rendered.Value.Links.Findings;
}

/// <summary>A link that an editor wrote.</summary>
/// <param name="Url">Link path without the anchor.</param>
/// <param name="Anchor">Null when there is none.</param>
/// <param name="Written">As it stands in the text.</param>
public sealed record SiteLink(string Url, string? Anchor, string Written, bool IsImage, SourceSpan Span);
