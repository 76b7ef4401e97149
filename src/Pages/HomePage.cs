using System.Collections.Immutable;

using StaticSite.Records;
using StaticSite.Templating;

namespace StaticSite.Pages;

/// <summary>The home page of a language: /zh/.</summary>
public sealed record HomePage
{
    /// <summary>What the site is, from site.yaml; null when it does not say.</summary>
    public string? Description { get; init; }

    /// <summary>The held documents, at most twenty; the list of documents has all.</summary>
    public required ImmutableArray<HeldEntry> Held { get; init; }

    /// <summary>How many documents are held.</summary>
    public required int Documents { get; init; }

    /// <summary>The states of the follow-up, each with its page; empty where nothing is followed up.</summary>
    public required ImmutableArray<TrackerFacet> States { get; init; }

    /// <summary>How many threads there are.</summary>
    public required int Threads { get; init; }

    public required int Provisions { get; init; }
    public required int Citations { get; init; }
    public required int CitedDocuments { get; init; }

    /// <summary>Pages of editors that lead into the subject, in the order of the menu.</summary>
    public required ImmutableArray<GuideEntry> Guides { get; init; }

    /// <summary>The documents that are cited most, at most five, most cited first.</summary>
    public required ImmutableArray<CitedEntry> MostCited { get; init; }

    /// <summary>The site for search engines.</summary>
    public required HtmlString StructuredData { get; init; }

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site) => site.Languages.Select(language => Of(site, language));
    }

    private static Page Of(Site site, SiteLanguage language)
    {
        var code = language.Code;
        var head = Heads.Of(site, language, "", site.Say(code, InterfaceStrings.Home), "home") with
        {
            Description = site.Beside.Site.Description?.In(code),
            Formats = [.. FeedLinks.OfDocuments(site, code), .. FeedLinks.OfTracker(site, code)],
        };
        return new(site.Urls.File(head.Url), "home", head, s => ModelOf(s, language));
    }

    private static HomePage ModelOf(Site site, SiteLanguage language)
    {
        var code = language.Code;
        return new()
        {
            Description = site.Beside.Site.Description?.In(code),
            Held = [.. site.Documents.Take(20).Select(d => HeldEntry.Of(site, d, code))],
            Documents = site.Documents.Length,
            StructuredData = JsonLd.OfSite(site, language),
            States = site.HasSection(Sections.Tracker) ? TrackerPage.StatesIn(site, code) : [],
            Threads = site.Beside.FollowUp.Threads.Length,
            Provisions = site.Documents.Sum(d => d.Provisions.Length),
            Citations = site.CountCitations(),
            CitedDocuments = site.CitedDocuments.Length,
            Guides = [.. site.EditorTexts.Where(t => t.Page.Language == code && t.Page.Tags.Contains(EditorPage.GuideTag))
                .Select(t => new GuideEntry(t.Page.Title, t.Page.Description, t.Url))],
            MostCited = [.. site.CitedDocuments
                .Select(symbol => new CitedEntry(DocumentSummary.OfCited(site, symbol, code),
                    site.CountCitationsOf(symbol)))
                .OrderByDescending(e => e.Citations).ThenBy(e => e.Document.Symbol, StringComparer.Ordinal).Take(5)],
        };
    }
}

/// <param name="Description">Null when it has none.</param>
public sealed record GuideEntry(string Title, string? Description, string Url);
