using System.Collections.Immutable;

using StaticSite.Markdown;
using StaticSite.Templating;

namespace StaticSite.Pages;

/// <summary>A page of editors: /zh/about/.</summary>
public sealed record MarkdownPage
{
    public required string Title { get; init; }

    /// <summary>One sentence; null when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Headings of the second level; empty on a page that is seen at a glance.</summary>
    public required ImmutableArray<PageHeading> Contents { get; init; }

    public required HtmlString Html { get; init; }

    private const int FewestContents = 4;

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site) => site.EditorTexts.Select(text => Of(site, text));
    }

    private static Page Of(Site site, EditorText text)
    {
        var page = text.Page;
        var held = site.Languages.Where(l => site.EditorTexts.Any(t => t.Page.Language == l.Code && t.Page.Name == page.Name)).ToImmutableArray();
        var head = Heads.Of(site, site.Languages.First(l => l.Code == page.Language), page.Name, page.Title, held);
        head = head with
        {
            Description = page.Description,
            Trail = Trails.Of(site, page.Language),
            // A language without this page begins at its home.
            Switch = [.. head.Switch.Select(s => held.Any(l => l.Tag == s.Tag) ? s : s with { Url = site.Urls.Home(site.Languages.First(l => l.Tag == s.Tag).Code) })],
        };
        return new(site.Urls.File(head.Url), "page", head, () =>
        {
            var contents = text.Html.Headings.Where(h => h.Level == 2).ToImmutableArray();
            return new MarkdownPage
            {
                Title = page.Title,
                Description = page.Description,
                Contents = contents.Length < FewestContents ? [] : contents,
                Html = new(text.Html.Html),
            };
        });
    }
}
