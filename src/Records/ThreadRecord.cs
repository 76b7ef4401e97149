using System.Collections.Immutable;

namespace StaticSite.Records;

/// <summary>input/framework/threads.yaml.</summary>
internal static class ThreadRecord
{
    private static readonly Field<PassageReference> Source =
        new("source", PassageShapes.Passage, "Passage that says so, for example A/67/776#17");
    private static readonly Field<LocatedWords> Words = new("words", PassageShapes.Words, "Words that stand in the source, letter for letter");

    private static readonly Field<StepKind> Kind = new("kind",
        Shapes.OneOf(("asked", StepKind.Asked), ("reported", StepKind.Reported), ("observed", StepKind.Observed), ("recommended", StepKind.Recommended)),
        "Who speaks: the Assembly asks, the Secretary-General reports, the Committee observes or recommends", required: true);
    private static readonly Field<PassageReference> At =
        new("at", PassageShapes.Passage, "Passage of the step, for example A/RES/64/259#21 or A/66/692#14", required: true);
    private static readonly Field<LocalizedText> Says =
        new("says", PassageShapes.BothLanguages, "What stands there, in a sentence; needed when the document is not held");
    private static readonly Field<ImmutableArray<PassageReference>> Sources =
        new("sources", PassageShapes.Passages, "Passages of held documents that say so; needed when the document is not held");

    private static readonly RecordShape<ThreadStep> Step = new("A step of a thread.", [Kind, At, Says, Sources],
        (values, _) => values.Value(Kind) is { } kind && values.Value(At) is { } at
            ? new(kind, at, values.Text(Says), values.List(Sources)) : null);

    private static readonly Field<ThreadState> State = new("state",
        Shapes.OneOf(("done", ThreadState.Done), ("partly", ThreadState.Partly), ("not-done", ThreadState.NotDone),
            ("no-answer", ThreadState.NoAnswer), ("new", ThreadState.New)),
        "What became of the request, as the Committee says; no-answer when the sources do not answer it; new when it was first asked in the latest document",
        required: true);

    private static readonly RecordShape<ThreadStatus> Status = new("What became of the request.", [State, Words, Source], MakeStatus);

    private static readonly Field<string> Body = new("body", Shapes.ReferenceTo(ReferenceKind.Body, Shapes.Name),
        "Id of a body or official, from bodies.yaml", required: true);
    private static readonly Field<PassageReference> ResponsibleSource =
        new("source", PassageShapes.Passage, "Passage that names who is responsible", required: true);

    private static readonly RecordShape<Responsible> ResponsibleShape = new("Who is to do it.", [Body, ResponsibleSource],
        (values, _) => values.Text(Body) is { } body && values.Value(ResponsibleSource) is { } source ? new(body, source) : null);

    private static readonly Field<LocatedWords> DueWords =
        new("words", PassageShapes.Words, "Words that set the time, letter for letter", required: true);
    private static readonly Field<DateOnly> DueDate = new("date", Shapes.Date, "The day as yyyy-mm-dd, where the words name one");
    private static readonly Field<PassageReference> DueSource = new("source", PassageShapes.Passage, "Passage that sets the time", required: true);

    private static readonly RecordShape<Due> DueShape = new("By when.", [DueWords, DueDate, DueSource],
        (values, _) => values.Text(DueWords) is { } words && values.Value(DueSource) is { } source
            ? new(new(words, source), values.Value(DueDate)) : null);

    private static readonly Field<string> Id = new("id", Shapes.Name, "Id of the thread; its address ends with it", required: true);
    private static readonly Field<LocalizedText> Title = new("title", PassageShapes.BothLanguages, "What is asked, in a few words", required: true);
    private static readonly Field<ImmutableArray<string>> Components = new("components",
        new ListShape<string>(Shapes.ReferenceTo(ReferenceKind.Component, Shapes.Name), mayBeEmpty: false), "Ids of components", required: true);
    private static readonly Field<ImmutableArray<ThreadStep>> Steps =
        new("steps", new ListShape<ThreadStep>(Step, mayBeEmpty: false), "The steps, in time", required: true);
    private static readonly Field<ThreadStatus> StatusField = new("status", Status, "What became of it", required: true);
    private static readonly Field<Responsible> ResponsibleField = new("responsible", ResponsibleShape, "Who is to do it, where the sources say so");
    private static readonly Field<Due> DueField = new("due", DueShape, "By when, where the sources say so");

    private static readonly RecordShape<FollowUpThread> Thread = new("A chain from a request to its answer and to what was found of it.",
        [Id, Title, Components, Steps, StatusField, ResponsibleField, DueField], MakeThread);

    private static readonly Field<PassageReference> Provision =
        new("provision", PassageShapes.Passage, "A provision of a tracked document", required: true);
    private static readonly Field<LocalizedText> Note = new("note", PassageShapes.BothLanguages, "Why nothing follows it up");

    private static readonly RecordShape<Unfollowed> UnfollowedShape = new("A provision that nothing in the sources takes up again.", [Provision, Note],
        (values, _) => values.Value(Provision) is { } provision ? new(provision, values.Text(Note)) : null);

    private static readonly Field<ImmutableArray<PassageReference>> Tracked = new("tracked", new ListShape<PassageReference>(PassageShapes.Passage),
        "Symbols of held documents: every operative paragraph of a resolution, and every provision of a report whose act asks, must be in a thread or under without_follow_up");
    private static readonly Field<ImmutableArray<FollowUpThread>> Threads =
        new("threads", new ListShape<FollowUpThread>(Thread), "The threads", required: true);
    private static readonly Field<ImmutableArray<Unfollowed>> WithoutFollowUp =
        new("without_follow_up", new ListShape<Unfollowed>(UnfollowedShape), "Provisions that nothing in the sources takes up again");

    public static readonly RecordShape<FollowUp> File = new("Follow-up: what was asked, what was reported, what was found.",
        [Tracked, Threads, WithoutFollowUp],
        (values, _) => new() { Tracked = values.List(Tracked), Threads = values.List(Threads), WithoutFollowUp = values.List(WithoutFollowUp) });

    private static ThreadStatus? MakeStatus(FieldValues values, Reading reading)
    {
        if (values.Value(State) is not { } state) return null;
        var judged = state is ThreadState.Done or ThreadState.Partly or ThreadState.NotDone;
        foreach (var field in (Field[])[Words, Source])
        {
            if (judged && !values.Has(field) && !values.IsBroken(field) && !reading.IsPartial)
                reading.Report(RecordRules.MissingKey, values.SpanOf(State), $"A state that somebody has judged needs \"{field.Name}\"",
                    "quote the words that say so and name their passage, or write no-answer");
            else if (!judged && values.Has(field))
                reading.Report(RecordRules.BadValue, values.SpanOf(field), $"Nobody has judged a thread in this state, but \"{field.Name}\" stands here",
                    "remove it, or write done, partly or not-done");
        }
        var judgement = values.Text(Words) is { } words && values.Value(Source) is { } source ? new Quotation(words, source) : null;
        return new(state, judgement, values.SpanOf(State));
    }

    private static FollowUpThread? MakeThread(FieldValues values, Reading reading) => values.Text(Id) is not { } id ? null : new()
    {
        Span = values.SpanOf(Id),
        Id = id,
        Title = values.Text(Title) ?? new(null, null),
        Components = values.List(Components),
        Steps = values.List(Steps),
        Status = values.Text(StatusField) ?? new(ThreadState.NoAnswer, null, values.SpanOf(StatusField)),
        Responsible = values.Text(ResponsibleField),
        Due = values.Text(DueField),
    };
}
