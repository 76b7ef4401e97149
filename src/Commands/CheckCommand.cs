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
        var command = new Command("check", "Report every finding; write nothing") { format, seeds };
        site.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(
            Run(site.Read(parsed), parsed.GetRequiredValue(seeds), parsed.GetRequiredValue(format), Console.Out, Console.Error, cancel)));
        return command;
    }

    public static int Run(SiteInput input, string sourcesFolder, string format, TextWriter stdout, TextWriter stderr, CancellationToken cancel)
    {
        var site = SiteBuilder.Build(input, new NoOutput(), new(TimeProvider.System), cancel: cancel);
        var findings = DiagnosticPrinter.Sort(Findings.Shown(input, [.. site.Diagnostics, .. SourceCheck.Run(input, sourcesFolder, cancel)]));
        var known = Findings.SourcesOf(input);
        // Sources of documents are no input of the build; a finding in one of them is rare enough to read it again.
        SourceText? Source(string path) => known(path) ?? (File.Exists(Path.Combine(sourcesFolder, path)) ? SiteFiles.ReadText(Path.Combine(sourcesFolder, path)).Value : null);
        switch (format)
        {
            case Json:
                stdout.WriteLine(ToJson(findings, Source));
                break;
            case GitHub:
                foreach (var finding in findings) stdout.WriteLine(ToGitHub(finding, Source(finding.Span.Path)));
                break;
            default:
                Findings.Print(findings, Source, stdout);
                break;
        }
        if (format == Text) stderr.WriteLine(Findings.Count(findings));
        return findings.Any(f => f.Rule.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Done;
    }

    private static string ToJson(IEnumerable<Diagnostic> findings, Func<string, SourceText?> sources)
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
