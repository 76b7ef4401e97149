using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>The page for a URL that does not exist: /zh/404.html, and /404.html in all languages for paths of none.</summary>
public sealed record NotFoundPage
{
    /// <summary>The home pages of the languages.</summary>
    public required IReadOnlyList<Link> Homes { get; init; }

    /// <summary>The list of documents in the language of the page.</summary>
    public required string Documents { get; init; }

    /// <summary>The same said in the other languages; empty on the page of one language.</summary>
    public required ImmutableArray<NotFoundNotice> Others { get; init; }

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site)
        {
            foreach (var language in site.Languages)
                yield return Of(site, language, $"{language.Code}/404.html", []);
            yield return Of(site, site.Languages[0], "404.html", [.. site.Languages.Skip(1).Select(l => NotFoundNotice.Of(site, l))]);
        }
    }

    private static Page Of(Site site, SiteLanguage language, string path, ImmutableArray<NotFoundNotice> others)
    {
        var head = Heads.Of(site, language, "", site.Say(language.Code, InterfaceStrings.NotFound)) with
        {
            Url = site.Urls.Root + path,
            Canonical = site.Urls.Absolute(site.Urls.Root + path),
            Alternates = [],
            Noindex = true,
            Trail = Trails.Of(site, language.Code),
        };
        return new(path, "not-found", head, () => new NotFoundPage
        {
            Homes = [.. site.Languages.Select(l => new Link(l.Name, site.Urls.Home(l.Code), l.Tag == language.Tag ? null : l.Tag))],
            Documents = site.Urls.Section(language.Code, "documents"),
            Others = others,
        });
    }
}

/// <summary>That there is no such page, in the language of the tag, with the way to the documents.</summary>
public sealed record NotFoundNotice(string Tag, string Title, string Text, Link Documents)
{
    internal static NotFoundNotice Of(Site site, SiteLanguage language) => new(
        language.Tag,
        site.Say(language.Code, InterfaceStrings.NotFound),
        site.Say(language.Code, InterfaceStrings.NotFoundText),
        new(site.Say(language.Code, InterfaceStrings.NotFoundDocuments), site.Urls.Section(language.Code, "documents")));
}
