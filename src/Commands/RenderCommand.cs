using System.Collections.Immutable;
using System.CommandLine;

using StaticSite.Build;
using StaticSite.Diagnostics;
using StaticSite.Templating;

namespace StaticSite.Commands;

/// <summary>"render": tries a template on a JSON model. Exit codes: 0 rendered; 1 findings; 2 wrong usage.</summary>
internal static class RenderCommand
{
    private const string StandardInput = "-";

    public static Command Create()
    {
        var template = new Argument<string>("TEMPLATE") { Description = "A template file; it can include others of its folder. What it prints is escaped when the name ends in .sbn-html" };
        var model = new Option<string?>("--model") { Description = "A JSON object: its members are the variables; - reads standard input", HelpName = "FILE.json" };
        var strict = new Option<bool>("--strict") { Description = "An unknown variable or member is an error, as on the site" };
        var command = new Command("render", "Try a template") { template, model, strict };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(template), parsed.GetValue(model), parsed.GetValue(strict), Console.In, Console.Out, Console.Error));
        return command;
    }

    public static int Run(string template, string? model, bool strict, TextReader stdin, TextWriter stdout, TextWriter stderr)
    {
        if (template.Length == 0 || model?.Length == 0)
        {
            stderr.WriteLine("the name of a file is empty");
            return ExitCode.Usage;
        }
        var read = SiteFiles.ReadText(template);
        var json = model is null ? new(null, []) : model == StandardInput ? new(new(StandardInput, stdin.ReadToEnd()), []) : SiteFiles.ReadText(model);
        if (read.Value is not { } source || json.Diagnostics.Length > 0) return Fail([.. read.Diagnostics, .. json.Diagnostics]);
        var variables = json.Value is null ? new(new Dictionary<string, object?>(StringComparer.Ordinal), []) : JsonModel.Read(json.Value);
        if (variables.HasErrors) return Fail(variables.Diagnostics);
        var parsed = Template.Parse(source);
        if (parsed.HasErrors) return Fail(parsed.Diagnostics);
        var output = new TextBuffer();
        var partials = new Dictionary<string, Outcome<Template>?>(StringComparer.Ordinal);
        var escape = source.Path.EndsWith(".sbn-html", StringComparison.Ordinal);
        var findings = parsed.Value.Render(new() { Strict = strict, EscapeHtml = escape, Include = Partial, Now = TimeProvider.System.GetLocalNow() }, variables.Value, output);
        if (findings.Any(f => f.Rule.Severity == Severity.Error)) return Fail(findings);
        stdout.Write(output.Text);
        return ExitCode.Done;

        int Fail(ImmutableArray<Diagnostic> problems)
        {
            Findings.Print(problems, path => path == StandardInput ? json.Value : SiteFiles.ReadText(path).Value, stderr);
            return ExitCode.Findings;
        }

        // Partials stand beside the template, are read once, and a name never leads out of that folder.
        Outcome<Template>? Partial(string name)
        {
            if (partials.TryGetValue(name, out var known)) return known;
            var isName = name.Length is > 0 and < 200 && !name.StartsWith('.') && name.AsSpan().IndexOfAny("/\\:\0") < 0;
            var file = Path.Combine(Path.GetDirectoryName(template) ?? "", name + Path.GetExtension(template));
            return partials[name] = isName && SiteFiles.ReadText(file).Value is { } text ? Template.Parse(text) : null;
        }
    }
}
