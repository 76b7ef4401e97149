using System.Collections.Immutable;
using System.Globalization;

namespace StaticSite.Preview;

/// <summary>What the preview shows at one moment.</summary>
/// <param name="Version">Differs whenever the pages differ, also between two runs of the preview.</param>
/// <param name="Root">Path that the site stands below: "/".</param>
/// <param name="Pages">Files of the last build without errors; null while there was none.</param>
/// <param name="Findings">Of the last build, whether it succeeded or not.</param>
public sealed record PreviewSnapshot(
    string Version, string Root, IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? Pages, ImmutableArray<PlacedFinding> Findings);

/// <summary>The current snapshot, and a way to wait for the next. Pages change only with a build that has no errors. Thread-safe.</summary>
/// <param name="run">Tells this run of the preview from others, so that a page left open reloads after a restart.</param>
public sealed class PreviewState(string run)
{
    private readonly Lock gate = new();
    private PreviewSnapshot current = new($"{run}-0", "/", null, []);
    private TaskCompletionSource next = NewSignal();
    private int builds;

    public PreviewSnapshot Current
    {
        get { lock (gate) return current; }
    }

    /// <summary>The snapshot, and a task that ends when another one takes its place.</summary>
    public (PreviewSnapshot Snapshot, Task Changed) Observe()
    {
        lock (gate) return (current, next.Task);
    }

    /// <summary>Takes over a build. Nobody is told of one that changes nothing.</summary>
    public void Publish(PreviewBuild build)
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            var samePages = build.HasErrors || (current.Pages is { } pages && build.Root == current.Root && Same(pages, build.Files));
            if (samePages && build.Findings.SequenceEqual(current.Findings)) return;
            current = samePages
                ? current with { Findings = build.Findings }
                : new(string.Create(CultureInfo.InvariantCulture, $"{run}-{++builds}"), build.Root, build.Files, build.Findings);
            signal = next;
            next = NewSignal();
        }
        signal.SetResult();
    }

    private static bool Same(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> left, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> right) =>
        left.Count == right.Count
        && left.All(file => right.TryGetValue(file.Key, out var other) && (file.Value.Equals(other) || file.Value.Span.SequenceEqual(other.Span)));

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
