using System.Collections.Frozen;
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
        var site = new Option<string?>("--base-url") { Description = "Absolute URL of a preview of NEW, for links in both", HelpName = "U" };
        var language = new Option<string>("--language") { Description = "Language of both: en or zh", HelpName = "L", DefaultValueFactory = _ => "en" };
        var command = new Command("diff", "Compare two outputs as a reader would") { old, @new, markdown, html, site, language };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            new(parsed.GetRequiredValue(old), parsed.GetRequiredValue(@new))
            {
                Markdown = parsed.GetValue(markdown),
                Html = parsed.GetValue(html),
                BaseUrl = parsed.GetValue(site),
                Language = parsed.GetRequiredValue(language),
            },
            Console.Out, Console.Error, cancel)));
        return command;
    }

    public static int Run(DiffOptions options, TextWriter stdout, TextWriter stderr, CancellationToken cancel)
    {
        if (Mistake(options) is { } mistake)
        {
            stderr.WriteLine(mistake);
            return ExitCode.Usage;
        }
        var words = ReportWords.For(options.Language)!;
        try
        {
            var report = SiteComparer.Compare(new OutputFiles(options.Old), new OutputFiles(options.New), cancel);
            if (options.Markdown is not null) File.WriteAllText(options.Markdown, ReportMarkdown.Print(report, words, options.BaseUrl));
            if (options.Html is not null) File.WriteAllText(options.Html, ReportHtml.Print(report, words, options.BaseUrl));
            stdout.Write(ReportText.Print(report));
            return report.HasErrors ? ExitCode.Findings : ExitCode.Done;
        }
        catch (Exception e) when (Cause(e) is { } cause)
        {
            stderr.WriteLine(cause.Message);
            return ExitCode.Usage;
        }
    }

    private static string? Mistake(DiffOptions options)
    {
        foreach (var folder in new[] { options.Old, options.New })
            if (!Directory.Exists(folder)) return $"there is no folder {folder}";
        if (ReportWords.For(options.Language) is null) return $"there is no report in {options.Language}; write --language en or --language zh";
        return options.BaseUrl is null || (Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            ? null : $"\"{options.BaseUrl}\" is no absolute URL; write for example --base-url https://example.org/";
    }

    // A file that cannot be read or written; the comparison reads on many threads.
    private static Exception? Cause(Exception e) => e switch
    {
        AggregateException { InnerExceptions: [var first, ..] } => Cause(first),
        IOException or UnauthorizedAccessException => e,
        _ => null,
    };

    /// <summary>An output folder.</summary>
    private sealed class OutputFiles(string folder) : ISiteOutput
    {
        private readonly FrozenDictionary<string, string> files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToFrozenDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), StringComparer.Ordinal);

        public IEnumerable<string> Paths => files.Keys;

        public bool Has(string path) => files.ContainsKey(path);

        public ReadOnlyMemory<byte> Read(string path) => File.ReadAllBytes(files[path]);
    }
}

/// <summary>What "diff" compares, and what it writes.</summary>
internal sealed record DiffOptions(string Old, string New)
{
    /// <summary>File to write; null writes none.</summary>
    public string? Markdown { get; init; }

    /// <summary>File to write; null writes none.</summary>
    public string? Html { get; init; }

    /// <summary>Absolute URL of a preview; null when there is none.</summary>
    public string? BaseUrl { get; init; }

    public string Language { get; init; } = "en";
}
