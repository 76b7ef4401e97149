using System.Threading.Channels;

namespace StaticSite.Preview;

/// <summary>Tells when something below some folders changes. The folders may vanish, come back, and be replaced by others of the same name.</summary>
/// <remarks>The system's own notices are taken where it gives them. A folder is looked at every half second besides: whether it is still the same
/// one, and, where the system gives no notices (too many folders, some network drives), whether names, sizes or times have changed.</remarks>
public sealed class FolderWatch : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500), Quiet = TimeSpan.FromMilliseconds(10), Longest = TimeSpan.FromMilliseconds(300);

    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Watched[] folders;
    private readonly Timer timer;
    private readonly Lock gate = new();

    // Null for anything.
    private HashSet<string>? changed = [];

    public FolderWatch(IEnumerable<string> folders)
    {
        this.folders = [.. folders.Select(f => new Watched(Path.GetFullPath(f), Signal))];
        foreach (var folder in this.folders) folder.Look();
        // A first look is no change.
        signals.Reader.TryRead(out _);
        Take();
        timer = new(_ => { foreach (var folder in this.folders) folder.Look(); }, null, Look, Look);
    }

    /// <summary>Ends when something has changed and then nothing more for a moment: a save storm is one change. It is not waited for longer than 0.3 s.</summary>
    /// <returns>Full paths of what may have changed since the last time, files and folders; null for anything.</returns>
    public async Task<IReadOnlyCollection<string>?> NextAsync(CancellationToken cancel)
    {
        await signals.Reader.ReadAsync(cancel);
        using var longest = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        longest.CancelAfter(Longest);
        while (!longest.IsCancellationRequested)
        {
            using var quiet = CancellationTokenSource.CreateLinkedTokenSource(longest.Token);
            quiet.CancelAfter(Quiet);
            try
            {
                await signals.Reader.ReadAsync(quiet.Token);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }
        cancel.ThrowIfCancellationRequested();
        return Take();
    }

    public void Dispose()
    {
        timer.Dispose();
        foreach (var folder in folders) folder.Dispose();
    }

    /// <param name="path">Null when it may be anything.</param>
    private void Signal(string? path)
    {
        lock (gate)
        {
            if (path is null) changed = null;
            else changed?.Add(path);
        }
        signals.Writer.TryWrite(true);
    }

    private HashSet<string>? Take()
    {
        lock (gate)
        {
            var taken = changed;
            changed = [];
            return taken;
        }
    }

    private sealed class Watched(string path, Action<string?> signal) : IDisposable
    {
        private readonly Lock gate = new();
        private FileSystemWatcher? watcher;
        private DateTime? identity;
        private bool mustCompare;
        private int? stamp;
        private bool isDisposed;

        public void Look()
        {
            lock (gate)
            {
                if (isDisposed) return;
                var now = Identity();
                if (now != identity)
                {
                    Detach();
                    identity = now;
                    if (now is not null) Attach();
                    signal(null);
                }
                if (mustCompare && Stamp() is var latest && latest != stamp)
                {
                    stamp = latest;
                    signal(null);
                }
            }
        }

        public void Dispose()
        {
            lock (gate)
            {
                isDisposed = true;
                Detach();
            }
        }

        private void Attach()
        {
            try
            {
                watcher = new(path) { IncludeSubdirectories = true, InternalBufferSize = 64 << 10 };
                watcher.Changed += (_, e) => Notice(e.FullPath);
                watcher.Created += (_, e) => Notice(e.FullPath);
                watcher.Deleted += (_, e) => Notice(e.FullPath);
                watcher.Renamed += (_, e) =>
                {
                    Notice(e.OldFullPath);
                    Notice(e.FullPath);
                };
                watcher.Error += (_, e) => Failed(e.GetException());
                watcher.EnableRaisingEvents = true;
            }
            catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
            {
                // The folder went away in between, or the system has no more notices to give.
                Detach();
                mustCompare = true;
            }
        }

        // Where some notices are lost the others do not tell everything.
        private void Notice(string changed) => signal(mustCompare ? null : changed);

        private void Failed(Exception error)
        {
            // Lost notices are no loss, as everything is looked at then; lost folders are.
            if (error is not InternalBufferOverflowException)
                lock (gate) mustCompare = true;
            signal(null);
        }

        private void Detach()
        {
            watcher?.Dispose();
            watcher = null;
            mustCompare = false;
            stamp = null;
        }

        /// <summary>Another folder of the same name has another time of creation. Null when there is none.</summary>
        private DateTime? Identity() => Directory.Exists(path) ? Directory.GetCreationTimeUtc(path) : null;

        private int? Stamp()
        {
            try
            {
                var hash = new HashCode();
                foreach (var file in new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal))
                {
                    hash.Add(file.FullName, StringComparer.Ordinal);
                    hash.Add(file.Length);
                    hash.Add(file.LastWriteTimeUtc);
                }
                return hash.ToHashCode();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }
}
