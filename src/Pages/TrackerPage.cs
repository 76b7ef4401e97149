using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>What was asked, what was reported and what was found of it, a row for each thread: /zh/tracker/. With the threads alone that have
/// one value of a facet: /zh/tracker/by-status/partly/, /zh/tracker/by-document/A/67/776/. On the page of all threads a script, theme/assets/tracker.js,
/// narrows by several at once.</summary>
public sealed record TrackerPage
{
    /// <summary>What the rows have in common; null on the page of all threads.</summary>
    public required TrackerSelection? Selection { get; init; }

    /// <summary>All threads.</summary>
    public required TrackerFacet All { get; init; }

    /// <summary>The states that occur, in the order of <see cref="Records.ThreadState"/>; the key of each is its code.</summary>
    public required ImmutableArray<TrackerFacet> States { get; init; }

    /// <summary>The facets: status first, then the others that have a value.</summary>
    public required ImmutableArray<TrackerFacetGroup> Facets { get; init; }

    /// <summary>In the order of the records.</summary>
    public required ImmutableArray<TrackerRow> Rows { get; init; }

    /// <summary>Provisions that nothing takes up again; empty on the page of one facet.</summary>
    public required ImmutableArray<UnfollowedRow> WithoutFollowUp { get; init; }

    /// <summary>All threads as CSV and as JSON.</summary>
    public required string Csv { get; init; }
    public required string Json { get; init; }

    /// <summary>Link path of the feed; null when no thread has a date.</summary>
    public required string? Feed { get; init; }

    /// <summary>The provisions without follow-up in a language: the page and the JSON share them.</summary>
    public static ImmutableArray<UnfollowedRow> UnfollowedIn(Site site, string language) =>
        [.. site.Beside.FollowUp.WithoutFollowUp.Select(u => new UnfollowedRow(u.Provision, PassageLinks.To(site, u.Provision, language), site.Words(u.Note, language)))];

    /// <summary>"tracker/tracker.csv", below the language.</summary>
    public static string ExportPath(string extension) => "tracker/tracker." + extension;

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site)
        {
            var threads = site.Beside.FollowUp.Threads;
            if (threads.IsEmpty) yield break;
            foreach (var language in site.Languages)
            {
                yield return Of(site, language, InterfaceStrings.Tracker, null, threads);
                foreach (var kind in TrackerFacets.Kinds)
                    foreach (var ((key, _), name) in TrackerFacets.ValuesOf(site, kind).Zip(TrackerFacets.NamesOf(site, kind, language.Code)))
                        yield return Of(site, language, TrackerFacets.PathOf(kind, key), new(kind, key, name),
                            [.. threads.Where(t => TrackerFacets.KeysOf(site, t, kind).Contains(key, StringComparer.Ordinal))]);
            }
        }
    }

    private static Page Of(Site site, SiteLanguage language, string path, TrackerSelection? selection, ImmutableArray<FollowUpThread> threads)
    {
        var code = language.Code;
        var name = site.Say(code, InterfaceStrings.Tracker);
        var title = selection is null ? name : name + (code == "zh" ? "：" : ": ") + selection.Name.Text;
        var head = Heads.Of(site, language, path, title, InterfaceStrings.Tracker) with
        {
            Trail = selection is null ? Trails.Of(site, code) : Trails.Of(site, code, InterfaceStrings.Tracker),
            Formats = selection is null ? [new("application/json", site.Urls.Home(code) + ExportPath("json"), "JSON"), .. FeedLinks.OfTracker(site, code)] : [],
            Scripts = selection is null ? ["tracker.js"] : [],
        };
        return new(site.Urls.File(head.Url), "tracker", head, s => ModelOf(s, code, selection, threads));
    }

    private static TrackerPage ModelOf(Site site, string language, TrackerSelection? selection, ImmutableArray<FollowUpThread> threads)
    {
        var all = site.Beside.FollowUp.Threads;
        return new()
        {
            Selection = selection,
            All = new("", null, site.Urls.Section(language, InterfaceStrings.Tracker), all.Length, selection is null),
            States = StatesIn(site, language),
            Facets = TrackerFacets.In(site, language, selection),
            Rows = [.. threads.Select(t => TrackerRow.Of(site, t, language))],
            WithoutFollowUp = selection is null ? UnfollowedIn(site, language) : [],
            Csv = site.Urls.Home(language) + ExportPath("csv"),
            Json = site.Urls.Home(language) + ExportPath("json"),
            Feed = FeedLinks.OfTracker(site, language).FirstOrDefault()?.Url,
        };
    }

    /// <summary>The states that occur, from done to new, each with its page.</summary>
    public static ImmutableArray<TrackerFacet> StatesIn(Site site, string language) => TrackerFacets.Of(site, TrackerFacets.Status, language);
}

/// <summary>A thread as one row. The exports are written from the same rows.</summary>
public sealed record TrackerRow
{
    public required string Id { get; init; }
    public required string Url { get; init; }
    public required TaggedText Title { get; init; }

    /// <summary>"done", "partly", "not-done", "no-answer", "new".</summary>
    public required string State { get; init; }

    /// <summary>Passages that ask, once each.</summary>
    public required ImmutableArray<Link> Asked { get; init; }

    /// <summary>Passages that report, once each.</summary>
    public required ImmutableArray<Link> Reported { get; init; }

    /// <summary>Passages that observe or recommend, once each.</summary>
    public required ImmutableArray<Link> Found { get; init; }

    /// <summary>Null when the sources do not say.</summary>
    public required ResponsibleModel? Responsible { get; init; }

    /// <summary>Null when no time is set.</summary>
    public required DueModel? Due { get; init; }

    public required ImmutableArray<ComponentLink> Components { get; init; }

    /// <summary>Ids of what its held steps do (vocabulary of acts), once each, ordinal.</summary>
    public required ImmutableArray<string> Acts { get; init; }

    /// <summary>The documents of its steps by their paths, "A/RES/66/232B", once each, in time.</summary>
    public required ImmutableArray<string> Documents { get; init; }

    public static TrackerRow Of(Site site, FollowUpThread thread, string language) => new()
    {
        Id = thread.Id,
        Url = site.Urls.Thread(language, thread.Id),
        Title = site.Words(thread.Title, language) ?? new(thread.Id, null),
        State = ThreadStates.Code(thread.Status.State),
        Asked = Steps(site, thread, language, StepKind.Asked),
        Reported = Steps(site, thread, language, StepKind.Reported),
        Found = Steps(site, thread, language, StepKind.Observed, StepKind.Recommended),
        Responsible = ResponsibleModel.Of(site, thread.Responsible, language),
        Due = DueModel.Of(site, thread.Due, language),
        Components = ComponentLink.Of(site, thread.Components, language),
        Acts = [.. TrackerFacets.KeysOf(site, thread, TrackerFacets.Act)],
        Documents = [.. TrackerFacets.KeysOf(site, thread, TrackerFacets.Document)],
    };

    private static ImmutableArray<Link> Steps(Site site, FollowUpThread thread, string language, params StepKind[] kinds) =>
        [.. thread.Steps.Where(s => kinds.Contains(s.Kind)).Select(s => PassageLinks.To(site, s.At, language)).Distinct()];
}

/// <param name="Source">The passage that names it.</param>
public sealed record ResponsibleModel(string Id, Link Body, Link Source)
{
    public static ResponsibleModel? Of(Site site, Responsible? responsible, string language) =>
        responsible is not null && BodyLink.To(site, responsible.Body, language) is { } body
            ? new(responsible.Body, body, PassageLinks.To(site, responsible.Source, language)) : null;
}

/// <param name="Words">As the source sets the time.</param>
/// <param name="Date">In words of the page's language; null where the words name no day.</param>
/// <param name="IsoDate">yyyy-mm-dd.</param>
public sealed record DueModel(TaggedText Words, string? Date, string? IsoDate, Link Source)
{
    public static DueModel? Of(Site site, Due? due, string language) =>
        due is not null && site.Words(due.Words.Words.Text, language) is { } words
            ? new(words, due.Date is { } date ? CitationForm.OfDate(date, language) : null,
                due.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), PassageLinks.To(site, due.Words.Source, language))
            : null;
}

/// <param name="Note">Why; null when nothing is said.</param>
public sealed record UnfollowedRow(PassageReference Passage, Link Provision, TaggedText? Note);
