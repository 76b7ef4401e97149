using StaticSite.Diagnostics;

namespace StaticSite.Preview;

/// <summary>One run of the preview: build, serve, watch, build again, until it is cancelled.</summary>
public sealed class PreviewSession : IAsyncDisposable
{
    /// <summary>A build ended with an exception: a file changed while it was read, or the generator itself has a fault.</summary>
    public static readonly Rule BuildBroken = new("preview/build-broken", Severity.Error);

    private readonly Func<IReadOnlyCollection<string>?, CancellationToken, PreviewBuild> build;
    private readonly Action<PreviewBuild> built;
    private readonly PreviewState state;
    private readonly FolderWatch watch;

    private PreviewSession(Func<IReadOnlyCollection<string>?, CancellationToken, PreviewBuild> build, Action<PreviewBuild> built, PreviewState state, FolderWatch watch, PreviewServer server)
    {
        this.build = build;
        this.built = built;
        this.state = state;
        this.watch = watch;
        Server = server;
    }

    public PreviewServer Server { get; }

    /// <param name="folders">A change below one of them is a reason to build.</param>
    /// <param name="port">Null takes a free one, from 8080 on; 0 any free one.</param>
    /// <param name="build">Reads and builds the whole site, of which nothing has changed since the last time but what has these full paths; null for anything.</param>
    /// <param name="built">Told of every build.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<PreviewSession> StartAsync(
        IEnumerable<string> folders, int? port, Func<IReadOnlyCollection<string>?, CancellationToken, PreviewBuild> build, Action<PreviewBuild> built, CancellationToken cancel)
    {
        var state = new PreviewState(TimeProvider.System.GetUtcNow().Ticks.ToString("x", System.Globalization.CultureInfo.InvariantCulture));
        // Watched from before the first build, so that nothing is changed unseen.
        var watch = new FolderWatch(folders);
        try
        {
            var server = await PreviewServer.StartAsync(state, port, cancel);
            return new(build, built, state, watch, server);
        }
        catch
        {
            watch.Dispose();
            throw;
        }
    }

    /// <summary>Builds now and after every change. Ends when it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        try
        {
            for (IReadOnlyCollection<string>? changed = null; ;)
            {
                var result = Build(changed, cancel);
                state.Publish(result);
                built(result);
                changed = await watch.NextAsync(cancel);
                // Who knows what a broken build has read.
                if (result.Findings.Any(f => f.Rule == BuildBroken.Id)) changed = null;
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The end that was asked for.
        }
    }

    public async ValueTask DisposeAsync()
    {
        watch.Dispose();
        await Server.DisposeAsync();
    }

    // Whatever goes wrong in one build, the next one may succeed: the session lives on and shows it.
    private PreviewBuild Build(IReadOnlyCollection<string>? changed, CancellationToken cancel)
    {
        try
        {
            return build(changed, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            var error = e is AggregateException { InnerExceptions: [var first, ..] } ? first : e;
            var hint = error is IOException or UnauthorizedAccessException ? "save once more" : "the fault is not yours: please report it";
            var finding = new Diagnostic(BuildBroken, new("(build)", 0, 0), $"{error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}", hint);
            return PreviewBuild.Of(state.Current.Root, new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal), [finding], _ => null);
        }
    }
}
