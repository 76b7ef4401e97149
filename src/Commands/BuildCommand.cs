using System.CommandLine;
using System.Globalization;

using StaticSite.Build;
using StaticSite.Diagnostics;
using StaticSite.Printing;

namespace StaticSite.Commands;

/// <summary>"build": the whole site into the output folder. Exit codes: 0 built; 1 findings, output untouched; 2 wrong usage.</summary>
internal static class BuildCommand
{
    public static Command Create()
    {
        var command = new Command("build", "Build the site (what runs when no command is named)");
        Configure(command);
        return command;
    }

    /// <summary>Gives a command the options and the action of "build".</summary>
    public static void Configure(Command command)
    {
        var site = new SiteOptions();
        var output = new Option<string>("--output") { Description = "Folder to publish into; replaced as a whole", HelpName = "D", DefaultValueFactory = _ => "output" };
        var pdf = new Option<bool>("--pdf") { Description = "Print every document to PDF too; needs Chromium" };
        var chromium = new Option<string?>("--chromium") { Description = "The Chromium that prints (CHROME_PATH, else the one in PATH)", HelpName = "PATH" };
        var noindex = new Option<bool>("--noindex") { Description = "Tell search engines to leave the whole site out: for previews" };
        var manifest = new Option<bool>("--manifest") { Description = $"Write {Manifest.Path} too, a hash of every file, for check --manifest and sha256sum" };
        site.AddTo(command);
        command.Options.Add(output);
        command.Options.Add(pdf);
        command.Options.Add(chromium);
        command.Options.Add(noindex);
        command.Options.Add(manifest);
        command.SetAction((parsed, cancel) => Task.FromResult(
            Run(site.ReadOnce(parsed) with { Pdf = parsed.GetValue(pdf), Noindex = parsed.GetValue(noindex) }, parsed.GetRequiredValue(output), Console.Out, Console.Error,
                !Console.IsErrorRedirected, cancel, parsed.GetValue(chromium) ?? (Environment.GetEnvironmentVariable("CHROME_PATH") is { Length: > 0 } path ? path : null), parsed.GetValue(manifest))));
    }

    /// <param name="terminal">True when somebody watches <paramref name="stderr"/>: then progress is shown for what takes longer than a second.</param>
    /// <param name="chromium">What prints the PDFs that the input asks for; null looks for it.</param>
    /// <param name="manifest">Write the list of all files with their hashes too.</param>
    public static int Run(
        SiteInput input, string outputFolder, TextWriter stdout, TextWriter stderr, bool terminal, CancellationToken cancel, string? chromium = null, bool manifest = false)
    {
        using var folder = OutputFolder.Open(outputFolder, out var problem);
        if (folder is null)
        {
            stderr.WriteLine($"error build/output: {problem}");
            return ExitCode.Findings;
        }
        try
        {
            return Run(input, folder, manifest ? new(folder) : null, outputFolder, stdout, stderr, terminal, chromium, cancel);
        }
        catch (Exception e) when (DiskProblem(e) is { } disk)
        {
            // A full disk, a folder that cannot be renamed, a file that vanished: nothing published was touched.
            stderr.WriteLine($"error build/output: {disk.Message.ReplaceLineEndings(" ")}; {outputFolder} is as it was");
            return ExitCode.Findings;
        }
    }

    private static Exception? DiskProblem(Exception e) => e switch
    {
        AggregateException { InnerExceptions: [var first, ..] } => DiskProblem(first),
        IOException or UnauthorizedAccessException => e,
        _ => null,
    };

    private static int Run(
        SiteInput input, OutputFolder folder, ManifestOutput? manifest, string outputFolder, TextWriter stdout, TextWriter stderr, bool terminal, string? chromium,
        CancellationToken cancel)
    {
        IOutput output = manifest is null ? folder : manifest;
        var clock = new BuildClock(TimeProvider.System);
        var progress = terminal ? new ProgressLine(stderr, TimeProvider.System) : null;
        var site = SiteBuilder.Build(input, output, clock, progress, cancel: cancel);
        progress?.Clear();
        Findings.Print(Findings.Shown(input, site.Diagnostics), Findings.SourcesOf(input), stderr);
        if (site.HasErrors)
        {
            stderr.WriteLine($"{Findings.Count(site.Diagnostics)}; {outputFolder} is as it was");
            return ExitCode.Findings;
        }
        if (input.Pdf)
        {
            var unprinted = clock.Time("print", () => PdfPrinter.PrintAsync(site.Value.Printed, site.Value.BaseUrl, folder.Read, output.Write, chromium, cancel).GetAwaiter().GetResult());
            Findings.Print(unprinted, Findings.SourcesOf(input), stderr);
            if (!unprinted.IsEmpty)
            {
                stderr.WriteLine($"{Findings.Count(unprinted)}; {outputFolder} is as it was");
                return ExitCode.Findings;
            }
        }
        manifest?.WriteManifest();
        clock.Time("publish", () => { folder.Publish(); return true; });
        PrintSummary(site, clock, outputFolder, stdout);
        return ExitCode.Done;
    }

    private static void PrintSummary(Outcome<BuildSummary> site, BuildClock clock, string outputFolder, TextWriter stdout)
    {
        var built = site.Value;
        var times = string.Join(", ", clock.Phases.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name} {p.Time.TotalMilliseconds:0} ms")));
        stdout.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outputFolder}: {built.Pages} pages, {built.OtherFiles + built.Printed.Length} other files"));
        stdout.WriteLine(string.Create(CultureInfo.InvariantCulture, $"links: {built.Resolved} resolved, {built.External} external, {built.Unresolved} unresolved"));
        stdout.WriteLine($"findings: {Findings.Count(site.Diagnostics)}");
        stdout.WriteLine($"time: {times}");
    }
}

/// <summary>One line on a terminal that tells how far a build is, once it has taken a second.</summary>
internal sealed class ProgressLine(TextWriter writer, TimeProvider time) : IProgress<BuildProgress>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1), Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly long start = time.GetTimestamp();
    private TimeSpan shownAt;

    public void Report(BuildProgress value)
    {
        var now = time.GetElapsedTime(start);
        if (now < Patience) return;
        lock (gate)
        {
            if (now - shownAt < Interval) return;
            shownAt = now;
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"\r{value.Done} of {value.Total} files"));
        }
    }

    /// <summary>Takes the line away, if there is one.</summary>
    public void Clear()
    {
        if (shownAt > TimeSpan.Zero) writer.Write("\r" + new string(' ', 40) + "\r");
    }
}
