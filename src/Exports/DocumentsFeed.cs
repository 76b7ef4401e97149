using StaticSite.Pages;
using StaticSite.Records;

namespace StaticSite.Exports;

/// <summary>The held documents as a feed, one for each language: /zh/feed.xml. A document without any known date is left out.</summary>
public sealed class DocumentsFeed : IExport
{
    public IEnumerable<Func<OutputFile>> Plan(Site site, IReadOnlyList<Page> pages) =>
        from language in site.Languages
        from feed in FeedLinks.OfDocuments(site, language.Code)
        select (Func<OutputFile>)(() => AtomFeed.Write(site, language, FeedLinks.Documents, site.Urls.Section(language.Code, InterfaceStrings.Documents), feed.Name,
            site.Documents.Select(d => Entry(site, d, language.Code)).OfType<FeedEntry>()));

    private static FeedEntry? Entry(Site site, Document document, string language)
    {
        if (KnownDates.Of(site, document.Symbol) is not { } updated) return null;
        var summary = DocumentSummary.Of(site, document, language);
        var kind = DocumentSummary.Name(document.Kind);
        return new(summary.Url, new(summary.Symbol, null), updated, document.Date, summary.Title, (kind, site.Say(language, "kind_" + kind)),
            DocumentFormats.Of(site, document, language));
    }
}
