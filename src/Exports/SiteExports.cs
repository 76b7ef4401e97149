using System.Collections.Immutable;

namespace StaticSite.Exports;

/// <summary>All exports: a new one is a file and a line here.</summary>
public static class SiteExports
{
    public static readonly ImmutableArray<IExport> All =
    [
        new DocumentJson(), new AkomaNtoso(), new TrackerCsv(), new TrackerJson(), new IndicatorsCsv(), new IndicatorsJson(),
        new DocumentsFeed(), new TrackerFeed(), new SearchIndex(), new SearchNames(), new Sitemap(), new Robots(), new Redirects(), new RedirectPages(), new NoindexHeaders(),
    ];
}
