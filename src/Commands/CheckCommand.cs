using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;

using StaticSite.Build;
using StaticSite.Diagnostics;

namespace StaticSite.Commands;

/// <summary>"check": every finding, no output. Exit codes: 0 no errors; 1 findings of error severity; 2 wrong usage.</summary>
internal static class CheckCommand
{
    private const string Text = "text", Json = "json", GitHub = "github";

    public static Command Create()
    {
        var site = new SiteOptions();
        var seeds = new Option<string>("--sources") { Description = "Folder that the sources of the records are relative to", HelpName = "D", DefaultValueFactory = _ => "." };
        var format = new Option<string>("--format") { Description = "How findings are printed", DefaultValueFactory = _ => Text };
        format.AcceptOnlyFromAmong(Text, Json, GitHub);
        var all = new Option<bool>("--all") { Description = $"Show all findings on a terminal, not only the gravest {FindingsReport.Most}" };
        var manifest = new Option<string?>("--manifest")
        {
            Description = $"Verify this published folder by its {Manifest.Path} instead: files that are changed, missing or extra", HelpName = "FOLDER",
        };
        var command = new Command("check", "Report every finding; write nothing") { format, all, seeds, manifest };
        site.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(parsed.GetValue(manifest) is { } folder
            ? Verify(folder, parsed.GetRequiredValue(format), FormOf(parsed.GetValue(all)), Console.Out, Console.Error, cancel)
            : Run(site.Read(parsed), parsed.GetRequiredValue(seeds), parsed.GetRequiredValue(format), FormOf(parsed.GetValue(all)), Console.Out, Console.Error, cancel)));
        return command;
    }

    /// <summary>How text looks where it goes to.</summary>
    /// <param name="Terminal">Grouped by file, with the lines; else one line a finding, for programs.</param>
    /// <param name="Colour">On a terminal only.</param>
    /// <param name="Most">How many are printed on a terminal.</param>
    public readonly record struct TextForm(bool Terminal, bool Colour, int Most);

    // https://no-color.org: any value but an empty one.
    private static TextForm FormOf(bool all) => new(!Console.IsOutputRedirected,
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
        all ? int.MaxValue : FindingsReport.Most);

    public static int Run(SiteInput input, string sourcesFolder, string format, TextForm form, TextWriter stdout, TextWriter stderr, CancellationToken cancel)
    {
        var site = SiteBuilder.Build(input, new NoOutput(), new(TimeProvider.System), cancel: cancel);
        var findings = DiagnosticPrinter.Sort(Findings.Shown(input, [.. site.Diagnostics, .. SourceCheck.Run(input, sourcesFolder, cancel)]));
        var known = Findings.SourcesOf(input);
        // Sources of documents are no input of the build; a finding in one of them is rare enough to read it again.
        SourceText? Source(string path) => known(path) ?? (File.Exists(Path.Combine(sourcesFolder, path)) ? SiteFiles.ReadText(Path.Combine(sourcesFolder, path)).Value : null);
        return Print(findings, Source, rule => HelpOf(input, rule), format, form, stdout, stderr);
    }

    /// <summary>"check --manifest FOLDER": is what stands there what was built?</summary>
    public static int Verify(string folder, string format, TextForm form, TextWriter stdout, TextWriter stderr, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
        {
            stderr.WriteLine($"there is no folder {folder}");
            return ExitCode.Usage;
        }
        var findings = DiagnosticPrinter.Sort(Manifest.Verify(folder, out var manifest, cancel));
        return Print(findings, path => path == manifest?.Path ? manifest : null, _ => null, format, form, stdout, stderr);
    }

    private static int Print(ImmutableArray<Diagnostic> findings, Func<string, SourceText?> sources, Func<string, string?> helpOf, string format, TextForm form,
        TextWriter stdout, TextWriter stderr)
    {
        switch (format)
        {
            case Json:
                stdout.WriteLine(ToJson(findings, sources, helpOf));
                break;
            case GitHub:
                foreach (var finding in findings) stdout.WriteLine(ToGitHub(finding, sources(finding.Span.Path)));
                break;
            case Text when form.Terminal:
                new FindingsReport(stdout, form.Colour).Print(findings, sources, form.Most);
                break;
            default:
                Findings.Print(findings, sources, stdout);
                break;
        }
        if (format == Text)
        {
            stderr.WriteLine(Findings.Count(findings));
            if (findings.Any(f => helpOf(f.Rule.Id) is not null))
                stderr.WriteLine($"what each rule means and how to mend it: /en/{RuleGuide.PageName}/");
        }
        return findings.Any(f => f.Rule.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Done;
    }

    // The messages are English, and so is the page. A site without such a page has no help.
    private static string? HelpOf(SiteInput input, string rule) =>
        input.Records.Any(r => r.Path == $"{SiteInput.InputRoot}pages/en/{RuleGuide.PageName}.md" && r.Text.Contains($"{{#{RuleGuide.AnchorOf(rule)}}}", StringComparison.Ordinal))
            ? "/" + RuleGuide.PathOf("en", rule) : null;

    private static string ToJson(IEnumerable<Diagnostic> findings, Func<string, SourceText?> sources, Func<string, string?> helpOf)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var finding in findings)
            {
                var (line, column) = sources(finding.Span.Path)?.Position(finding.Span.Start) ?? (1, 1);
                json.WriteStartObject();
                json.WriteString("path", finding.Span.Path);
                json.WriteNumber("line", line);
                json.WriteNumber("column", column);
                json.WriteString("severity", DiagnosticPrinter.Name(finding.Rule.Severity));
                json.WriteString("rule", finding.Rule.Id);
                json.WriteString("message", finding.Message);
                json.WriteString("hint", finding.Hint);
                json.WriteString("help", helpOf(finding.Rule.Id));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    // A workflow command of GitHub Actions: "::error file=…,line=…,col=…,title=…::message", with the escapes that it asks for.
    private static string ToGitHub(Diagnostic finding, SourceText? source)
    {
        var (line, column) = source?.Position(finding.Span.Start) ?? (1, 1);
        var kind = finding.Rule.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
        var message = finding.Hint.Length == 0 ? finding.Message : $"{finding.Message}; {finding.Hint}";
        return $"::{kind} file={Property(finding.Span.Path)},line={line},col={column},title={Property(finding.Rule.Id)}::{Data(message)}";

        static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

        static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
    }
}
