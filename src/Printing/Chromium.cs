using System.Diagnostics;
using System.Text;

namespace StaticSite.Printing;

/// <summary>A Chromium without a window and with a profile of its own, which ends with it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>The programs that are looked for, in this order, in the folders of PATH.</summary>
    public static readonly IReadOnlyList<string> Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private const string Announcement = "DevTools listening on ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly string profile;

    private Chromium(Process process, string profile, Uri address)
    {
        this.process = process;
        this.profile = profile;
        Address = address;
    }

    /// <summary>Where it takes commands: "ws://127.0.0.1:40123/devtools/browser/…".</summary>
    public Uri Address { get; }

    /// <summary>The program to start; null when there is none.</summary>
    /// <param name="named">As the user named it, a path or a name; null looks for <see cref="Names"/>.</param>
    public static string? Find(string? named)
    {
        if (named is not null && named.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)) return File.Exists(named) ? Path.GetFullPath(named) : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var end = OperatingSystem.IsWindows() ? ".exe" : "";
        return (named is null ? Names : [named]).SelectMany(name => folders.Select(folder => Path.Combine(folder, name + end))).FirstOrDefault(File.Exists);
    }

    /// <exception cref="IOException">It does not start, or does not say where it takes commands.</exception>
    public static async Task<Chromium> StartAsync(string program, CancellationToken cancel)
    {
        var profile = Directory.CreateTempSubdirectory("staticsite-chromium-").FullName;
        Process? process = null;
        try
        {
            process = Process.Start(new ProcessStartInfo(program, Arguments(profile)) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true })
                ?? throw new IOException("it did not start");
            // Nobody reads what it says, but a full pipe would stop it.
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return new(process, profile, await AddressOf(process, cancel));
        }
        catch (Exception e)
        {
            await EndAsync(process, profile);
            if (e is System.ComponentModel.Win32Exception or InvalidOperationException) throw new IOException(e.Message, e);
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await EndAsync(process, profile);

    private static async Task<Uri> AddressOf(Process process, CancellationToken cancel)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(Patience);
        var said = new StringBuilder();
        try
        {
            while (await process.StandardError.ReadLineAsync(late.Token) is { } line)
            {
                if (line.StartsWith(Announcement, StringComparison.Ordinal))
                {
                    _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                    return new(line[Announcement.Length..].Trim());
                }
                if (said.Length < 400) said.Append(said.Length == 0 ? "" : " ").Append(line.Trim());
            }
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new IOException($"it did not get ready within {Patience.TotalSeconds:0} seconds", e);
        }
        throw new IOException(said.Length == 0 ? "it ended at once" : said.ToString());
    }

    private static List<string> Arguments(string profile)
    {
        List<string> arguments =
        [
            "--headless", "--remote-debugging-port=0", $"--user-data-dir={profile}", "--no-first-run", "--no-default-browser-check", "--disable-gpu", "--disable-quic",
            "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-extensions", "--disable-sync", "--disable-dev-shm-usage",
            "--mute-audio", "--hide-scrollbars", "--font-render-hinting=none", "about:blank",
        ];
        // The sandbox of Chromium refuses the administrator of a Linux system, as whom containers run.
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess) arguments.Insert(1, "--no-sandbox");
        return arguments;
    }

    private static async Task EndAsync(Process? process, string profile)
    {
        if (process is not null)
        {
            try
            {
                process.Kill(entireProcessTree: true);
                using var late = new CancellationTokenSource(TimeSpan.FromSeconds(10));
                await process.WaitForExitAsync(late.Token);
            }
            catch (Exception e) when (e is InvalidOperationException or OperationCanceledException or System.ComponentModel.Win32Exception)
            {
                // Ended already, or will not be ended: neither is worth the site.
            }
            process.Dispose();
        }
        for (var attempt = 0; attempt < 10; attempt++)
        {
            try
            {
                Directory.Delete(profile, recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Its last process still writes there.
                await Task.Delay(100);
            }
        }
    }
}
