using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>A way to look at a part of the threads.</summary>
/// <param name="Key">The value, as it stands in addresses: "partly", "procurement", "A/67/776".</param>
/// <param name="Name">Null where the interface strings name it.</param>
/// <param name="Current">True on its own page.</param>
public sealed record TrackerFacet(string Key, TaggedText? Name, string Url, int Count, bool Current);

/// <summary>The values of one kind that occur.</summary>
/// <param name="Kind">"status", "component", "act", "responsible", "document": the interface strings name it as "by_status" and "facet_status".</param>
public sealed record TrackerFacetGroup(string Kind, ImmutableArray<TrackerFacet> Values, bool Current);

/// <summary>What the rows of a page have in common.</summary>
/// <param name="Name">The value in words.</param>
public sealed record TrackerSelection(string Kind, string Key, TaggedText Name);

/// <summary>The kinds of facets: which values a thread has of each, how a value is named, in which order they stand. The pages, the marks of
/// the rows and the script know a value by the same key.</summary>
public static class TrackerFacets
{
    public const string Status = "status";
    public const string Component = "component";
    public const string Act = "act";
    public const string Responsible = "responsible";
    public const string Document = "document";

    /// <summary>In the order of the page.</summary>
    public static readonly ImmutableArray<string> Kinds = [Status, Component, Act, Responsible, Document];

    /// <summary>The values of a thread, once each, in the order of its steps; acts in the order of their ids.</summary>
    public static IEnumerable<string> KeysOf(Site site, FollowUpThread thread, string kind) => (kind switch
    {
        Status => [ThreadStates.Code(thread.Status.State)],
        Component => thread.Components.Where(id => site.Component(id) is not null),
        Act => thread.Steps.SelectMany(step => ActsOf(site, step)).Order(StringComparer.Ordinal),
        Responsible => site.Body(thread.Responsible?.Body) is { } body ? [body.Id] : [],
        _ => thread.Steps.Select(step => step.At.Symbol.UrlPath),
    }).Distinct(StringComparer.Ordinal);

    /// <summary>The values of a kind that occur, each with how many threads have it: states from done to new, documents in time, the others in the
    /// order of their records.</summary>
    public static IEnumerable<KeyValuePair<string, int>> ValuesOf(Site site, string kind)
    {
        var counts = site.Beside.FollowUp.Threads.SelectMany(t => KeysOf(site, t, kind)).CountBy(key => key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return OrderOf(site, kind).Distinct(StringComparer.Ordinal).Where(counts.ContainsKey).Select(key => KeyValuePair.Create(key, counts[key]));
    }

    /// <summary>The groups that have a value, for a page.</summary>
    /// <param name="selection">What the page shows; null for the page of all threads.</param>
    public static ImmutableArray<TrackerFacetGroup> In(Site site, string language, TrackerSelection? selection) =>
        [.. Kinds.Select(kind => new TrackerFacetGroup(kind, Of(site, kind, language, selection), selection?.Kind == kind)).Where(g => !g.Values.IsEmpty)];

    /// <summary>The values of a kind, each with its page.</summary>
    public static ImmutableArray<TrackerFacet> Of(Site site, string kind, string language, TrackerSelection? selection = null) =>
        [.. ValuesOf(site, kind).Zip(NamesOf(site, kind, language), (value, name) => new TrackerFacet(value.Key, kind == Status ? null : name,
            site.Urls.Section(language, PathOf(kind, value.Key)), value.Value, selection?.Kind == kind && selection.Key == value.Key))];

    /// <summary>Below the language: "tracker/by-document/A/67/776".</summary>
    public static string PathOf(string kind, string key) => $"{InterfaceStrings.Tracker}/by-{kind}/{key}";

    /// <summary>The values of <see cref="ValuesOf"/> in words.</summary>
    public static IEnumerable<TaggedText> NamesOf(Site site, string kind, string language)
    {
        var symbols = kind == Document ? Symbols(site).DistinctBy(s => s.UrlPath, StringComparer.Ordinal).ToDictionary(s => s.UrlPath, StringComparer.Ordinal) : [];
        return ValuesOf(site, kind).Select(value => kind switch
        {
            Status => new(site.Say(language, "thread_" + value.Key), null),
            Component => site.Words(site.Component(value.Key)?.Name, language),
            Act => site.Words(site.Act(value.Key)?.Name, language),
            Responsible => BodyLink.To(site, value.Key, language) is { } body ? new(body.Label, body.Tag) : null,
            _ => new TaggedText(CitationForm.OfDocument(symbols[value.Key], language), null),
        } ?? new(value.Key, null));
    }

    private static IEnumerable<string> OrderOf(Site site, string kind) => kind switch
    {
        Status => Enum.GetValues<Records.ThreadState>().Select(ThreadStates.Code),
        Component => site.Beside.Components.Select(c => c.Id),
        Act => site.Beside.Acts.Select(a => a.Id),
        Responsible => site.Beside.Bodies.Select(b => b.Id),
        _ => Symbols(site).Distinct().OrderBy(s => s.Session() ?? int.MaxValue).ThenBy(s => s.IsResolution()).ThenBy(s => s).Select(s => s.UrlPath),
    };

    private static IEnumerable<DocumentSymbol> Symbols(Site site) => site.Beside.FollowUp.Threads.SelectMany(t => t.Steps).Select(s => s.At.Symbol);

    private static IEnumerable<string> ActsOf(Site site, ThreadStep step) =>
        site.Held(step.At.Symbol)?.Provisions.FirstOrDefault(p => p.Id == step.At.Provision)?.Act.Where(id => site.Act(id) is not null) ?? [];
}
