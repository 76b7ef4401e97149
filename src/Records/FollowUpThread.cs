using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>What input/framework/threads.yaml says.</summary>
public sealed record FollowUp
{
    public static readonly FollowUp None = new();

    /// <summary>Documents whose requests must all be followed up: every operative paragraph of a resolution, every provision of a report
    /// whose act asks.</summary>
    public ImmutableArray<PassageReference> Tracked { get; init; } = [];

    public ImmutableArray<FollowUpThread> Threads { get; init; } = [];

    /// <summary>Provisions of tracked documents that nothing in the sources takes up again.</summary>
    public ImmutableArray<Unfollowed> WithoutFollowUp { get; init; } = [];
}

/// <param name="Note">Why; null when nothing is to be said.</param>
public sealed record Unfollowed(PassageReference Provision, LocalizedText? Note);

/// <summary>A chain from a request to its answer and to what was found of it.</summary>
public sealed record FollowUpThread
{
    public required SourceSpan Span { get; init; }

    /// <summary>"delegation-of-authority-gaps".</summary>
    public required string Id { get; init; }

    public required LocalizedText Title { get; init; }

    /// <summary>Ids of components.</summary>
    public ImmutableArray<string> Components { get; init; } = [];

    /// <summary>In time, at least one.</summary>
    public ImmutableArray<ThreadStep> Steps { get; init; } = [];

    public required ThreadStatus Status { get; init; }

    /// <summary>Null when the sources do not say.</summary>
    public Responsible? Responsible { get; init; }

    /// <summary>Null when no time is set.</summary>
    public Due? Due { get; init; }
}

public enum StepKind { Asked, Reported, Observed, Recommended }

/// <summary>One step of a thread.</summary>
/// <param name="Says">What stands there; null where the document is held and speaks for itself.</param>
/// <param name="Sources">Passages of held documents that say it; empty where the step itself is held.</param>
public sealed record ThreadStep(StepKind Kind, PassageReference At, LocalizedText? Says, ImmutableArray<PassageReference> Sources);

public enum ThreadState { Done, Partly, NotDone, NoAnswer, New }

/// <param name="Judgement">The Committee's own words; null for what nobody has judged yet (no answer, new).</param>
public sealed record ThreadStatus(ThreadState State, Quotation? Judgement, SourceSpan Span);

/// <param name="Body">Id of a body or official.</param>
public sealed record Responsible(string Body, PassageReference Source);

/// <param name="Date">The day, where the words name one.</param>
public sealed record Due(Quotation Words, DateOnly? Date);
