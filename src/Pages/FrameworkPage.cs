using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>The components of the framework, and of each what was asked, reported and found: /zh/framework/.</summary>
public sealed record FrameworkPage
{
    /// <summary>In the order of the record.</summary>
    public required ImmutableArray<ComponentEntry> Components { get; init; }

    /// <summary>How many threads there are, and in which states, each with its page.</summary>
    public required int Threads { get; init; }
    public required ImmutableArray<TrackerFacet> States { get; init; }

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site) =>
            site.Beside.Components.IsEmpty ? [] : site.Languages.Select(language => Of(site, language));
    }

    private static Page Of(Site site, SiteLanguage language)
    {
        var code = language.Code;
        var head = Heads.Of(site, language, Sections.Framework, site.Say(code, InterfaceStrings.Framework), Sections.Framework) with
        {
            Trail = Trails.Of(site, code),
        };
        return new(site.Urls.File(head.Url), "framework", head, s => ModelOf(s, code));
    }

    private static FrameworkPage ModelOf(Site site, string code) => new()
    {
        Components = [.. site.Beside.Components.Select(c => ComponentEntry.Of(site, c, code))],
        Threads = site.Beside.FollowUp.Threads.Length,
        States = site.HasSection(Sections.Tracker) ? TrackerPage.StatesIn(site, code) : [],
    };
}

/// <summary>A row of the matrix.</summary>
/// <param name="Anchor">Id of the row: that of the component.</param>
/// <param name="Asked">Passages where something is asked.</param>
/// <param name="Reported">Passages where somebody reports on it.</param>
/// <param name="Found">What was observed and recommended.</param>
/// <param name="States">Of its threads.</param>
public sealed record ComponentEntry(string Anchor, Link Component, ImmutableArray<TaggedText?> OtherNames, ImmutableArray<DocumentLinks> Asked,
    ImmutableArray<DocumentLinks> Reported, ImmutableArray<DocumentLinks> Found, ImmutableArray<StateCount> States)
{
    public static ComponentEntry Of(Site site, Component component, string language)
    {
        var name = site.Words(component.Name, language);
        var threads = site.ThreadsOf(component.Id);
        return new(
            component.Id, new(name?.Text ?? component.Id, site.Urls.Component(language, component.Id), name?.Tag),
            [.. site.Languages.Where(l => l.Code != language).Select(l => component.Name.In(l.Code) is { } other ? new TaggedText(other, l.Tag) : null)],
            Cell(StepKind.Asked), Cell(StepKind.Reported), Cell(StepKind.Observed, StepKind.Recommended), StateCount.Of(threads));

        ImmutableArray<DocumentLinks> Cell(params StepKind[] kinds) =>
            PassageLinks.ByDocument(site, threads.SelectMany(t => t.Steps).Where(s => kinds.Contains(s.Kind)).Select(s => s.At), language);
    }
}
