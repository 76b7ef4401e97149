using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

using StaticSite.Build;
using StaticSite.Diagnostics;
using StaticSite.Preview;

namespace StaticSite.Commands;

/// <summary>"preview": builds, serves on 127.0.0.1, watches, reloads. Exit codes: 0 ended by Ctrl+C; 1 the port is taken; 2 wrong usage.</summary>
internal static class PreviewCommand
{
    public static Command Create()
    {
        var site = new SiteOptions();
        var port = new Option<int?>("--port") { Description = "Port to serve on (a free one, from 8080 on)", HelpName = "N" };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is < 0 or > 65535)
                result.AddError($"{text} is no port; write a number from 1 to 65535, or 0 for any free one");
        });
        var open = new Option<bool>("--open") { Description = "Open the site in the browser" };
        var command = new Command("preview", "Build, serve on this machine, and reload open pages on every change") { port, open };
        site.AddTo(command);
        command.SetAction((parsed, cancel) =>
        {
            var (input, theme) = site.Folders(parsed);
            return RunAsync((known, changed) => site.Read(parsed, known, changed), [input, theme], parsed.GetValue(port), parsed.GetValue(open), Console.Out, Console.Error, cancel);
        });
        return command;
    }

    /// <param name="read">Reads the input anew, as far as it is not the same as before: the files known, and the paths of what may be other (null for anything).</param>
    /// <param name="folders">Folders to watch.</param>
    /// <param name="port">Null takes a free one.</param>
    public static async Task<int> RunAsync(
        Func<FileMemory, IReadOnlyCollection<string>?, SiteInput> read, IReadOnlyList<string> folders, int? port, bool open, TextWriter stdout, TextWriter stderr, CancellationToken cancel)
    {
        var memory = new BuildMemory(TimeProvider.System);
        PreviewSession session;
        try
        {
            session = await PreviewSession.StartAsync(folders, port, (changed, token) => Build(read(memory.Files, changed), memory, token), Report, cancel);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            stderr.WriteLine($"port {port?.ToString(CultureInfo.InvariantCulture)} cannot be used: {e.Message}; name another with --port, or leave it out");
            return ExitCode.Findings;
        }
        await using (session)
        {
            stdout.WriteLine($"{session.Server.Address} (Ctrl+C ends it)");
            if (open) Open(session.Server.Address, stderr);
            // Off this thread: the first build would hold back whoever waits for the task.
            await Task.Run(() => session.RunAsync(cancel), CancellationToken.None);
        }
        return ExitCode.Done;

        void Report(PreviewBuild built)
        {
            foreach (var f in built.Findings)
            {
                var hint = f.Hint.Length == 0 ? "" : "; " + f.Hint;
                stderr.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{f.Path}({f.Line},{f.Column}): {DiagnosticPrinter.Name(f.Severity)} {f.Rule}: {f.Message}{hint}"));
            }
            var errors = built.Findings.Count(f => f.Severity == Severity.Error);
            stdout.WriteLine(errors == 0 ? string.Create(CultureInfo.InvariantCulture, $"built: {built.Files.Count} files")
                : string.Create(CultureInfo.InvariantCulture, $"{errors} {(errors == 1 ? "error" : "errors")}: the pages are as they were"));
        }
    }

    private static PreviewBuild Build(SiteInput input, BuildMemory memory, CancellationToken cancel)
    {
        var output = new MemoryOutput();
        var site = SiteBuilder.Build(input, output, new(TimeProvider.System), memory: memory, cancel: cancel);
        // Pages link below the path of their base URL, so that is where they are served.
        return PreviewBuild.Of(site.Value.Root, output.Unordered, Findings.Shown(input, site.Diagnostics), Findings.SourcesOf(input));
    }

    private static void Open(string address, TextWriter stderr)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            stderr.WriteLine($"no browser could be opened: {e.Message}");
        }
    }
}
