using System.CommandLine;

using StaticSite.Review;

namespace StaticSite.Commands;

/// <summary>"diff": what a reader would notice between two outputs. Exit codes: 0 nothing is lost; 1 URLs or anchors are gone; 2 wrong usage.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var old = new Argument<string>("OLD") { Description = "Output folder before the change" };
        var @new = new Argument<string>("NEW") { Description = "Output folder after the change" };
        var markdown = new Option<string?>("--markdown") { Description = "Write a comment for a pull request", HelpName = "F" };
        var html = new Option<string?>("--html") { Description = "Write a report with old and new side by side", HelpName = "F" };
        var command = new Command("diff", "Compare two outputs as a reader would") { old, @new, markdown, html };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed.GetRequiredValue(old), parsed.GetRequiredValue(@new),
            parsed.GetValue(markdown), parsed.GetValue(html), Console.Out, Console.Error, cancel)));
        return command;
    }

    /// <param name="markdown">File to write; null writes none.</param>
    /// <param name="html">File to write; null writes none.</param>
    public static int Run(
        string old, string @new, string? markdown, string? html, TextWriter stdout, TextWriter stderr, CancellationToken cancel)
    {
        foreach (var folder in new[] { old, @new })
        {
            if (Directory.Exists(folder)) continue;
            stderr.WriteLine($"there is no folder {folder}");
            return ExitCode.Usage;
        }
        try
        {
            var report = SiteComparer.Compare(Read(old), Read(@new), cancel);
            if (markdown is not null) File.WriteAllText(markdown, ReportMarkdown.Print(report));
            if (html is not null) File.WriteAllText(html, ReportHtml.Print(report));
            stdout.Write(ReportText.Print(report));
            return report.HasErrors ? ExitCode.Findings : ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            stderr.WriteLine(e.Message);
            return ExitCode.Usage;
        }
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).AsParallel()
            .Select(f => KeyValuePair.Create(Path.GetRelativePath(folder, f).Replace('\\', '/'), new ReadOnlyMemory<byte>(File.ReadAllBytes(f))))
            .ToDictionary(StringComparer.Ordinal);
}
