namespace StaticSite.Pages;

/// <summary>The feeds of a site and the pages that name them.</summary>
public static class FeedLinks
{
    public const string Type = "application/atom+xml";

    /// <summary>"feed.xml" and "tracker/feed.xml", below the language.</summary>
    public const string Documents = "feed.xml", Tracker = InterfaceStrings.Tracker + "/feed.xml";

    /// <summary>The feed of held documents; none where no document has a date to stand under.</summary>
    public static IEnumerable<Format> OfDocuments(Site site, string language) =>
        site.Documents.Any(d => KnownDates.Of(site, d.Symbol) is not null) ? [Link(site, language, Documents, "feed_documents")] : [];

    /// <summary>The feed of follow-up threads; none where no thread has a date to stand under.</summary>
    public static IEnumerable<Format> OfTracker(Site site, string language) =>
        site.Beside.FollowUp.Threads.Any(t => KnownDates.Of(site, t) is not null) ? [Link(site, language, Tracker, "feed_tracker")] : [];

    private static Format Link(Site site, string language, string path, string key) => new(Type, site.Urls.Home(language) + path, site.Say(language, key));
}
