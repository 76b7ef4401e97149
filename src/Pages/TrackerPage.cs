using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Records;

using ThreadState = StaticSite.Records.ThreadState;

namespace StaticSite.Pages;

/// <summary>What was asked, what was reported and what was found of it, a row for each thread: /zh/tracker/. With the threads of one state or one
/// component alone: /zh/tracker/by-status/partly/, /zh/tracker/by-component/procurement/.</summary>
public sealed record TrackerPage
{
    /// <summary>What the rows have in common; null on the page of all threads.</summary>
    public required TrackerSelection? Selection { get; init; }

    /// <summary>All threads.</summary>
    public required TrackerFacet All { get; init; }

    /// <summary>The states that occur, in the order of <see cref="ThreadState"/>; the key of each is its code.</summary>
    public required ImmutableArray<TrackerFacet> States { get; init; }

    /// <summary>The components that occur, in the order of the records.</summary>
    public required ImmutableArray<TrackerFacet> Components { get; init; }

    /// <summary>In the order of the records.</summary>
    public required ImmutableArray<TrackerRow> Rows { get; init; }

    /// <summary>Provisions that nothing takes up again; empty on the page of one state or component.</summary>
    public required ImmutableArray<UnfollowedRow> WithoutFollowUp { get; init; }

    /// <summary>All threads as CSV and as JSON.</summary>
    public required string Csv { get; init; }
    public required string Json { get; init; }

    /// <summary>Link path of the feed; null when no thread has a date.</summary>
    public required string? Feed { get; init; }

    /// <summary>The provisions without follow-up in a language: the page and the JSON share them.</summary>
    public static ImmutableArray<UnfollowedRow> UnfollowedIn(Site site, string language) =>
        [.. site.Records.FollowUp.WithoutFollowUp.Select(u => new UnfollowedRow(u.Provision, PassageLinks.To(site, u.Provision, language), site.Words(u.Note, language)))];

    /// <summary>"tracker/tracker.csv", below the language.</summary>
    public static string ExportPath(string extension) => "tracker/tracker." + extension;

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site)
        {
            var threads = site.Records.FollowUp.Threads;
            if (threads.IsEmpty) yield break;
            foreach (var language in site.Languages)
            {
                yield return Of(site, language, "", null, threads);
                foreach (var state in StatesOf(threads))
                    yield return Of(site, language, PathOf(state), new(new(site.Say(language.Code, "thread_" + ThreadStates.Code(state)), null), ThreadStates.Code(state), null),
                        [.. threads.Where(t => t.Status.State == state)]);
                foreach (var component in ComponentsOf(site))
                    yield return Of(site, language, PathOf(component), new(site.Words(component.Name, language.Code) ?? new(component.Id, null), null, component.Id),
                        [.. threads.Where(t => t.Components.Contains(component.Id))]);
            }
        }
    }

    private static Page Of(Site site, SiteLanguage language, string below, TrackerSelection? selection, ImmutableArray<FollowUpThread> threads)
    {
        var code = language.Code;
        var name = site.Say(code, InterfaceStrings.Tracker);
        var title = selection is null ? name : name + (code == "zh" ? "：" : ": ") + selection.Name.Text;
        var head = Heads.Of(site, language, InterfaceStrings.Tracker + below, title, InterfaceStrings.Tracker) with
        {
            Trail = selection is null ? Trails.Of(site, code) : Trails.Of(site, code, InterfaceStrings.Tracker),
            Formats = selection is null ? [new("application/json", site.Urls.Home(code) + ExportPath("json"), "JSON"), .. FeedLinks.OfTracker(site, code)] : [],
        };
        return new(site.Urls.File(head.Url), "tracker", head, () => ModelOf(site, code, selection, threads));
    }

    private static TrackerPage ModelOf(Site site, string language, TrackerSelection? selection, ImmutableArray<FollowUpThread> threads)
    {
        var all = site.Records.FollowUp.Threads;
        var start = site.Urls.Section(language, InterfaceStrings.Tracker).TrimEnd('/');
        return new()
        {
            Selection = selection,
            All = new("", null, start + "/", all.Length, selection is null),
            States = StatesIn(site, language, selection?.State),
            Components = [.. ComponentsOf(site).Select(component => new TrackerFacet(component.Id, site.Words(component.Name, language), $"{start}{PathOf(component)}/",
                all.Count(t => t.Components.Contains(component.Id)), selection?.Component == component.Id))],
            Rows = [.. threads.Select(t => TrackerRow.Of(site, t, language))],
            WithoutFollowUp = selection is null ? UnfollowedIn(site, language) : [],
            Csv = site.Urls.Home(language) + ExportPath("csv"),
            Json = site.Urls.Home(language) + ExportPath("json"),
            Feed = FeedLinks.OfTracker(site, language).FirstOrDefault()?.Url,
        };
    }

    /// <summary>The states that occur, from done to new, each with its page.</summary>
    public static ImmutableArray<TrackerFacet> StatesIn(Site site, string language, string? current = null)
    {
        var all = site.Records.FollowUp.Threads;
        var start = site.Urls.Section(language, InterfaceStrings.Tracker).TrimEnd('/');
        return [.. StatesOf(all).Select(state => new TrackerFacet(ThreadStates.Code(state), null, $"{start}{PathOf(state)}/",
            all.Count(t => t.Status.State == state), current == ThreadStates.Code(state)))];
    }

    private static IEnumerable<ThreadState> StatesOf(ImmutableArray<FollowUpThread> threads) =>
        Enum.GetValues<ThreadState>().Where(state => threads.Any(t => t.Status.State == state));

    private static IEnumerable<Component> ComponentsOf(Site site) =>
        site.Records.Components.Where(c => site.Records.FollowUp.Threads.Any(t => t.Components.Contains(c.Id)));

    private static string PathOf(ThreadState state) => "/by-status/" + ThreadStates.Code(state);

    private static string PathOf(Component component) => "/by-component/" + component.Id;
}

/// <summary>What the rows of a page have in common: a state or a component; the other is null.</summary>
public sealed record TrackerSelection(TaggedText Name, string? State, string? Component);

/// <summary>A way to look at a part of the threads.</summary>
/// <param name="Key">Code of the state or id of the component.</param>
/// <param name="Name">Null where the interface strings name it.</param>
/// <param name="Current">True on its own page.</param>
public sealed record TrackerFacet(string Key, TaggedText? Name, string Url, int Count, bool Current);

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
        Acts = [.. thread.Steps.SelectMany(s => ActsOf(site, s)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    private static ImmutableArray<Link> Steps(Site site, FollowUpThread thread, string language, params StepKind[] kinds) =>
        [.. thread.Steps.Where(s => kinds.Contains(s.Kind)).Select(s => PassageLinks.To(site, s.At, language)).Distinct()];

    private static IEnumerable<string> ActsOf(Site site, ThreadStep step) =>
        site.Held(step.At.Symbol)?.Provisions.FirstOrDefault(p => p.Id == step.At.Provision)?.Act ?? [];
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
