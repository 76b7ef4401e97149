using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>The states and kinds of steps as records and interface strings name them.</summary>
public static class ThreadStates
{
    /// <summary>"done", "partly", "not-done", "no-answer", "new".</summary>
    public static string Code(Records.ThreadState state) => state switch
    {
        Records.ThreadState.Done => "done",
        Records.ThreadState.Partly => "partly",
        Records.ThreadState.NotDone => "not-done",
        Records.ThreadState.NoAnswer => "no-answer",
        _ => "new",
    };

    /// <summary>"asked", "reported", "observed", "recommended".</summary>
    public static string Code(StepKind kind) => kind switch
    {
        StepKind.Asked => "asked",
        StepKind.Reported => "reported",
        StepKind.Observed => "observed",
        _ => "recommended",
    };
}
