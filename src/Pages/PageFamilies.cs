using System.Collections.Immutable;

namespace StaticSite.Pages;

/// <summary>All page families: a new one is a file and a line here.</summary>
public static class PageFamilies
{
    public static readonly ImmutableArray<IPageFamily> All =
    [
        new LanguageChoicePage.Family(),
        new HomePage.Family(),
        new DocumentsPage.Family(),
        new DocumentPage.Family(),
        new ProvisionPage.Family(),
        new BilingualPage.Family(),
        new CitationsPage.Family(),
        new CitedPage.Family(),
        new FrameworkPage.Family(),
        new ComponentPage.Family(),
        new DefinitionsPage.Family(),
        new DefinitionPage.Family(),
        new TrackerPage.Family(),
        new ThreadPage.Family(),
        new ProgressPage.Family(),
        new ProgressReportPage.Family(),
        new IndicatorsPage.Family(),
        new BodiesPage.Family(),
        new BodyPage.Family(),
        new StatusPage.Family(),
        new SearchPage.Family(),
        new MarkdownPage.Family(),
        new NotFoundPage.Family(),
    ];
}
