using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>The list of documents, held and cited: /zh/documents/.</summary>
public sealed record DocumentsPage
{
    public required ImmutableArray<HeldEntry> Held { get; init; }
    public required ImmutableArray<CitedEntry> Cited { get; init; }

    /// <summary>Both in time; null where there are not two documents.</summary>
    public required SessionsChart? Timeline { get; init; }

    /// <summary>Link path of the feed of held documents; null when none has a date.</summary>
    public required string? Feed { get; init; }

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site) => site.Languages.Select(language => Of(site, language));
    }

    private static Page Of(Site site, SiteLanguage language)
    {
        var code = language.Code;
        var head = Heads.Of(site, language, "documents", site.Say(code, InterfaceStrings.Documents), "documents") with
        {
            Trail = Trails.Of(site, code),
            Formats = [.. FeedLinks.OfDocuments(site, code)],
        };
        return new(site.Urls.File(head.Url), "documents", head, s => ModelOf(s, code));
    }

    private static DocumentsPage ModelOf(Site site, string code) => new()
    {
        Feed = FeedLinks.OfDocuments(site, code).FirstOrDefault()?.Url,
        Timeline = SessionsChart.Of(site, code),
        Held = [.. site.Documents.Select(d => HeldEntry.Of(site, d, code))],
        Cited = [.. site.CitedDocuments.Select(symbol => new CitedEntry(
            DocumentSummary.OfCited(site, symbol, code),
            site.CountCitationsOf(symbol)))],
    };
}

/// <param name="Languages">What is held in each language of the site.</param>
public sealed record HeldEntry(DocumentSummary Document, int Provisions, int CitedBy, ImmutableArray<HeldLanguage> Languages)
{
    public static HeldEntry Of(Site site, Document document, string language) => new(
        DocumentSummary.Of(site, document, language),
        document.Provisions.Length,
        DocumentPage.OthersThatCite(site, document).Count,
        [.. site.Languages.Select(l => new HeldLanguage(l.Name, site.ForeignTag(language, l.Tag),
            document.TextIn(l.Code) is { } text ? DocumentPage.StatusOf(text.Status) : "none"))]);
}

/// <param name="Citations">How often the held documents cite it.</param>
public sealed record CitedEntry(DocumentSummary Document, int Citations);

/// <param name="Name">Name of the language in its own words.</param>
/// <param name="Tag">Its tag; null when it is the language of the page.</param>
/// <param name="Status">"official", "unofficial", "draft" or "none".</param>
public sealed record HeldLanguage(string Name, string? Tag, string Status);
