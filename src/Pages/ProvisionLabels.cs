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

    public static ProvisionLabels Of(Site site, Document document, Provision provision, string language)
    {
        var vocabulary = site.Vocabulary(language);
        return new()
        {
            Acts = vocabulary.Acts(provision.Act),
            Addressee = provision.Addressee is { } addressee ? BodyLink.To(site, addressee, language) : null,
            Responsible = provision.Responsible is { } responsible ? BodyLink.To(site, responsible, language) : null,
            Deadlines = provision.Deadlines.IsEmpty ? [] : DeadlinesOf(site, provision, language),
            Components = vocabulary.Components(provision.Components),
            Threads = ThreadLink.AllOf(site, site.ThreadsThrough(document.Symbol, provision.Id), language),
        };
    }

    private static ImmutableArray<TaggedText> DeadlinesOf(Site site, Provision provision, string language) =>
        [.. provision.Deadlines.Select(d => site.Words(d.Text, language)).OfType<TaggedText>()];
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

    public static ImmutableArray<ThreadLink> AllOf(Site site, ImmutableArray<FollowUpThread> threads, string language)
    {
        var links = ImmutableArray.CreateBuilder<ThreadLink>(threads.Length);
        foreach (var thread in threads) links.Add(Of(site, thread, language));
        return links.MoveToImmutable();
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
