using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;

using StaticSite.Build;
using StaticSite.Diagnostics;
using StaticSite.Templating;

namespace StaticSite.Commands;

/// <summary>"render": tries a template on a JSON model. Exit codes: 0 rendered; 1 findings; 2 wrong usage.</summary>
internal static class RenderCommand
{
    public static Command Create()
    {
        var template = new Argument<FileInfo>("TEMPLATE") { Description = "A template file" };
        var model = new Option<FileInfo?>("--model") { Description = "A JSON object: its members are the variables", HelpName = "FILE.json" };
        var strict = new Option<bool>("--strict") { Description = "An unknown variable or member is an error, as on the site" };
        var command = new Command("render", "Try a template") { template, model, strict };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(template), parsed.GetValue(model), parsed.GetValue(strict), Console.Out, Console.Error));
        return command;
    }

    public static int Run(FileInfo template, FileInfo? model, bool strict, TextWriter stdout, TextWriter stderr)
    {
        var read = SiteFiles.ReadText(template.ToString());
        if (read.Value is not { } source) return Fail(read.Diagnostics);
        var variables = ReadModel(model);
        if (variables.HasErrors) return Fail([.. read.Diagnostics, .. variables.Diagnostics]);
        var parsed = Template.Parse(source);
        if (parsed.HasErrors) return Fail(parsed.Diagnostics);
        var output = new TextBuffer();
        var escape = source.Path.EndsWith(".sbn-html", StringComparison.Ordinal);
        var findings = parsed.Value.Render(new() { Strict = strict, EscapeHtml = escape, Include = Partial, Now = TimeProvider.System.GetLocalNow() }, variables.Value, output);
        if (findings.Any(f => f.Rule.Severity == Severity.Error)) return Fail(findings);
        stdout.Write(output.Text);
        return ExitCode.Done;

        int Fail(ImmutableArray<Diagnostic> problems)
        {
            Findings.Print(problems, path => SiteFiles.ReadText(path).Value, stderr);
            return ExitCode.Findings;
        }

        // Partials stand beside the template; a name never leads out of that folder.
        Outcome<Template>? Partial(string name) =>
            name.AsSpan().IndexOfAny('/', '\\') >= 0 || name.StartsWith('.') ? null
            : SiteFiles.ReadText(Path.Combine(template.DirectoryName ?? ".", name + template.Extension)).Value is { } text ? Template.Parse(text) : null;
    }

    private static Outcome<IReadOnlyDictionary<string, object?>> ReadModel(FileInfo? file)
    {
        IReadOnlyDictionary<string, object?> none = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (file is null) return new(none, []);
        var read = SiteFiles.ReadText(file.ToString());
        if (read.Value is null) return new(none, read.Diagnostics);
        try
        {
            using var json = JsonDocument.Parse(read.Value.Text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (JsonModel.Value(json.RootElement) is IReadOnlyDictionary<string, object?> members) return new(members, []);
            return Bad(0, "the model is no JSON object", "write { \"name\": … }");
        }
        catch (JsonException e)
        {
            var at = read.Value.Offset((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            return Bad(at, "the model is no JSON", e.Message.ReplaceLineEndings(" "));
        }

        Outcome<IReadOnlyDictionary<string, object?>> Bad(int at, string message, string hint) =>
            new(none, [new(new("render/bad-model", Severity.Error), new(read.Value!.Path, at, 0), message, hint)]);
    }
}

/// <summary>JSON as values that templates read.</summary>
internal static class JsonModel
{
    public static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().GroupBy(p => p.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Value(g.Last().Value), StringComparer.Ordinal),
        JsonValueKind.Array => json.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt32(out var small) ? small : json.TryGetInt64(out var large) ? large : json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
