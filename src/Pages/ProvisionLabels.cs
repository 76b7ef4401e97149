using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>What the editors have said of a provision: what it does, to whom it speaks, what it is about, what became of it.</summary>
public sealed record ProvisionLabels
{
    /// <summary>In the order of the record; they lead to the vocabulary of acts.</summary>
    public required ImmutableArray<Link> Acts { get; init; }

    /// <summary>Null when it is addressed to nobody.</summary>
    public required Link? Addressee { get; init; }

    /// <summary>Who has to act, where that is not the addressee; null otherwise.</summary>
    public required Link? Responsible { get; init; }

    /// <summary>The words that set a time.</summary>
    public required ImmutableArray<TaggedText> Deadlines { get; init; }

    public required ImmutableArray<Link> Components { get; init; }

    /// <summary>The threads with a step in it.</summary>
    public required ImmutableArray<ThreadLink> Threads { get; init; }

    public bool IsEmpty => Acts.IsEmpty && Addressee is null && Responsible is null && Deadlines.IsEmpty && Components.IsEmpty && Threads.IsEmpty;

    public static ProvisionLabels Of(Site site, Document document, Provision provision, string language) => new()
    {
        Acts = [.. provision.Act.Select(id => ActLink(site, id, language)).OfType<Link>()],
        Addressee = provision.Addressee is { } addressee ? BodyLink.To(site, addressee, language) : null,
        Responsible = provision.Responsible is { } responsible ? BodyLink.To(site, responsible, language) : null,
        Deadlines = [.. provision.Deadlines.Select(d => site.Words(d.Text, language)).OfType<TaggedText>()],
        Components = [.. provision.Components.Select(id => ComponentLink(site, id, language)).OfType<Link>()],
        Threads = [.. site.ThreadsThrough(document.Symbol, provision.Id).Select(t => ThreadLink.Of(site, t, language))],
    };

    /// <summary>Null for an unknown id; plain text where the section has no page.</summary>
    public static Link? ActLink(Site site, string id, string language) => Link(site.Words(site.Act(id)?.Name, language),
        site.HasSection(Sections.Definitions) ? $"{site.Urls.Section(language, Sections.Definitions)}#{ActModel.AnchorOf(id)}" : null);

    /// <summary>Null for an unknown id; plain text where the section has no page.</summary>
    public static Link? ComponentLink(Site site, string id, string language) => Link(site.Words(site.Component(id)?.Name, language),
        site.HasSection(Sections.Framework) ? site.Urls.Component(language, id) : null);

    private static Link? Link(TaggedText? name, string? url) => name is null ? null : new(name.Text, url, name.Tag);
}

/// <summary>A thread and what became of it.</summary>
/// <param name="State">"done", "partly", "not-done", "no-answer", "new". The interface strings name it.</param>
public sealed record ThreadLink(Link Thread, string State)
{
    public static ThreadLink Of(Site site, FollowUpThread thread, string language)
    {
        var title = site.Words(thread.Title, language);
        return new(new(title?.Text ?? thread.Id, site.HasSection(Sections.Tracker) ? site.Urls.Thread(language, thread.Id) : null, title?.Tag),
            ThreadStates.Code(thread.Status.State));
    }
}

/// <summary>How many threads are in a state.</summary>
/// <param name="State">As in <see cref="ThreadLink.State"/>.</param>
public sealed record StateCount(string State, int Count)
{
    /// <summary>The states that occur, from done to new.</summary>
    public static ImmutableArray<StateCount> Of(IEnumerable<FollowUpThread> threads) =>
        [.. threads.GroupBy(t => t.Status.State).OrderBy(g => g.Key).Select(g => new StateCount(ThreadStates.Code(g.Key), g.Count()))];
}
