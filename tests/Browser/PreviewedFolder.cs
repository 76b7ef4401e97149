using StaticSite.Build;
using StaticSite.Commands;

namespace StaticSite.Tests.Browser;

/// <summary>A copy of a site in a folder of its own, with the preview running on it.</summary>
internal sealed class PreviewedFolder : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CancellationTokenSource stop = new();
    private Task<int> preview = Task.FromResult(0);

    /// <summary>"http://127.0.0.1:12345/".</summary>
    public string Address { get; private set; } = "";

    /// <param name="fill">Writes input/ and what else the site has; the theme is that of this repository.</param>
    public static async Task<PreviewedFolder> StartAsync(Action<TemporaryFolder> fill)
    {
        var site = new PreviewedFolder();
        fill(site.folder);
        site.folder.Copy(Path.Combine(TestFiles.Root, "theme"), "theme");
        var told = new Told();
        site.preview = PreviewCommand.RunAsync((known, changed) => SiteFiles.Read(site.PathOf("input"), site.PathOf("theme"), null, known, changed),
            [site.PathOf("input"), site.PathOf("theme")], port: 0, open: false, told, TextWriter.Null, site.stop.Token);
        site.Address = await told.AddressAsync();
        return site;
    }

    public string PathOf(string relative) => folder.PathOf(relative);

    public string Read(string relative) => File.ReadAllText(PathOf(relative));

    public void Write(string relative, string text) => File.WriteAllText(PathOf(relative), text);

    /// <summary>Changes a file as most editors do: a new file takes the place of the old one.</summary>
    public void Replace(string relative, string text)
    {
        var fresh = PathOf(relative) + ".tmp";
        File.WriteAllText(fresh, text);
        File.Move(fresh, PathOf(relative), overwrite: true);
    }

    /// <summary>Ends the preview as Ctrl+C does.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        Assert.Equal(0, await preview);
        stop.Dispose();
        folder.Dispose();
    }

    /// <summary>What the command prints; its first line holds the address.</summary>
    private sealed class Told : StringWriter
    {
        private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> AddressAsync() => address.Task.WaitAsync(TimeSpan.FromSeconds(60));

        public override void WriteLine(string? value)
        {
            if (value?.StartsWith("http://", StringComparison.Ordinal) == true) address.TrySetResult(value.Split(' ')[0]);
        }
    }
}
