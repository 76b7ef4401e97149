using System.Collections.Immutable;

using StaticSite.Graph;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>Links to the passages that records name, by their citation form.</summary>
public static class PassageLink
{
    /// <summary>"A/67/776，第17段" with the place on the page of the document, held or cited. A document without a page is linked to its official
    /// address, where there is one.</summary>
    public static Link To(Site site, PassageReference passage, string language) =>
        new(CitationForm.Of(passage.Symbol, passage.Id, language), UrlOf(site, passage, language));

    /// <summary>A link to each, once, in their order.</summary>
    public static ImmutableArray<Link> To(Site site, IEnumerable<PassageReference> passages, string language) =>
        [.. passages.Select(p => To(site, p, language)).Distinct()];

    /// <summary>A whole document, named by its citation form.</summary>
    public static Link To(Site site, DocumentSymbol symbol, string language) => To(site, new PassageReference(symbol, null, default), language);

    private static string? UrlOf(Site site, PassageReference passage, string language)
    {
        if (site.Held(passage.Symbol) is not null) return site.UrlOf(language, new(passage.Symbol, passage.Id));
        // Only a document that is cited has a page; its page has the places that are cited.
        return site.Graph.BacklinksTo(new(passage.Symbol, null)).IsEmpty ? site.Official(passage.Symbol, language)
            : site.UrlOf(language, new(passage.Symbol, null), CitedPlaces.Find(site.Graph, passage));
    }
}
