using StaticSite.Pages;
using StaticSite.Records;

namespace StaticSite.Exports;

/// <summary>The follow-up threads with their state as a feed, one for each language: /zh/tracker/feed.xml. A thread stands under the date of the latest
/// document in its chain; one without any known date is left out.</summary>
public sealed class TrackerFeed : IExport
{
    public IEnumerable<Func<OutputFile>> Plan(Site site, IReadOnlyList<Page> pages) =>
        from language in site.Languages
        from feed in FeedLinks.OfTracker(site, language.Code)
        select (Func<OutputFile>)(() => AtomFeed.Write(site, language, FeedLinks.Tracker, site.Urls.Section(language.Code, InterfaceStrings.Tracker), feed.Name,
            site.Records.FollowUp.Threads.Select(t => Entry(site, t, language.Code)).OfType<FeedEntry>()));

    private static FeedEntry? Entry(Site site, FollowUpThread thread, string language)
    {
        if (KnownDates.Of(site, thread) is not { } updated) return null;
        var row = TrackerRow.Of(site, thread, language);
        // The Committee's own words where it has judged; else the state says all there is.
        var judgement = site.Words(thread.Status.Judgement?.Words.Text, language);
        return new(row.Url, row.Title, updated, null, judgement, (row.State, site.Say(language, "thread_" + row.State)), []);
    }
}
