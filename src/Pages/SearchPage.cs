using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>The search: /zh/search/. The page itself holds the form and the other ways in; theme/assets/search.js answers.</summary>
public sealed record SearchPage
{
    /// <summary>Where the index is: "/search/".</summary>
    public required string Index { get; init; }

    /// <summary>The kinds of the held documents: "report", "resolution".</summary>
    public required ImmutableArray<string> Kinds { get; init; }

    /// <summary>Queries that find something: the name of a term, a paragraph, a symbol.</summary>
    public required ImmutableArray<string> Examples { get; init; }

    /// <summary>The sections of the site: the ways in without scripts.</summary>
    public required ImmutableArray<Link> Ways { get; init; }

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site) =>
            !site.HasSearch ? [] : site.Languages.Select(language => Of(site, language));
    }

    private static Page Of(Site site, SiteLanguage language)
    {
        var code = language.Code;
        var head = Heads.Of(site, language, Sections.Search, site.Say(code, InterfaceStrings.Search), Sections.Search) with
        {
            Trail = Trails.Of(site, code),
        };
        return new(site.Urls.File(head.Url), "search", head, () => new SearchPage
        {
            Index = site.Urls.Root + "search/",
            Kinds = [.. site.Documents.Select(d => d.Kind).Distinct().Order().Select(DocumentSummary.Name)],
            Examples = [.. ExamplesOf(site, code)],
            Ways = [.. site.Sections.Select(key => new Link(site.Say(code, key), site.Urls.Section(code, key)))],
        });
    }

    private static IEnumerable<string> ExamplesOf(Site site, string language)
    {
        if (site.Beside.Terms.Select(t => t.Name.In(language)).FirstOrDefault(n => n is not null) is { } term) yield return term;
        foreach (var document in site.Documents.DistinctBy(d => d.Kind))
            if (document.Provisions.LastOrDefault(p => p.Printed is not null) is { } provision) yield return CitationForm.Of(document.Symbol, provision.Id, language);
        if (site.CitedDocuments.Select(s => s.Value).FirstOrDefault() is { } symbol) yield return symbol;
    }
}
