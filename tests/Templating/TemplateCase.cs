using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

using StaticSite.Diagnostics;
using StaticSite.Templating;

namespace StaticSite.Tests.Templating;

/// <summary>A template, its model, and what comes of it. Files of cases are read by people:</summary>
/// <example><code>
/// === A name prints its value
/// --- template
/// Hello {{ name }}
/// --- model
/// {"name": "you"}
/// --- output
/// Hello you
/// --- findings
/// 1,10 template/unknown-variable: there is no variable "nam"; did you mean "name"?
/// </code></example>
/// <remarks>Sections: template, model (JSON), options (words: lenient, plain, small-limits, front-matter), include NAME, output, findings. A blank at the end of a
/// line is written as U+2423 and a carriage return as U+240D, so that editors leave them. Text before the first case is commentary. A section without text is left out.</remarks>
public sealed record TemplateCase(string Name, ImmutableArray<(string Header, string Content)> Sections)
{
    private static readonly Limits SmallLimits = new()
    {
        Steps = 2_000, CallDepth = 20, IncludeDepth = 5, OutputLength = 300, StringLength = 1_000, ArrayLength = 500, TotalBuilt = 20_000, PrintDepth = 5, RegexTime = TimeSpan.FromMilliseconds(50),
    };

    public static ImmutableArray<TemplateCase> Read(string text)
    {
        var cases = ImmutableArray.CreateBuilder<TemplateCase>();
        foreach (var part in ("\n" + text).Split("\n=== ").Skip(1))
        {
            var sections = ("\n" + part.TrimEnd('\n')).Split("\n--- ");
            cases.Add(new(sections[0].Trim('\n'), [.. sections.Skip(1).Select(Section)]));
        }
        return cases.ToImmutable();
    }

    /// <summary>The file again, with this case's result in place of what it expected.</summary>
    public static string Replace(string text, string name, string result)
    {
        var start = ("\n" + text).IndexOf($"\n=== {name}\n", StringComparison.Ordinal);
        var end = text.IndexOf("\n=== ", start, StringComparison.Ordinal);
        return text[..start] + result + (end < 0 ? "" : "\n" + text[(end + 1)..]);
    }

    /// <summary>The case as it stands in its file, with what really came out.</summary>
    public string Run()
    {
        var (output, findings) = Render();
        var result = new StringBuilder($"=== {Name}\n");
        foreach (var (header, content) in Sections)
            if (header is not ("output" or "findings")) result.Append("--- ").Append(header).Append('\n').Append(Visible(content)).Append('\n');
        if (output.Length > 0) result.Append("--- output\n").Append(Visible(output.ToString())).Append('\n');
        if (findings.Length > 0) result.Append("--- findings\n").Append(findings).Append('\n');
        return result.ToString();
    }

    private (string Output, string Findings) Render()
    {
        var sources = new Dictionary<string, SourceText>(StringComparer.Ordinal) { ["page"] = new("page", Find("template") ?? "") };
        foreach (var (header, content) in Sections)
            if (header.StartsWith("include ", StringComparison.Ordinal)) sources.Add(header[8..], new(header[8..], content));
        var options = (Find("options") ?? "").Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var form = options.Contains("front-matter") ? TemplateForm.FrontMatterAndContent : TemplateForm.Content;
        var parsed = sources.ToDictionary(s => s.Key, s => Template.Parse(s.Value, s.Key == "page" ? form : TemplateForm.Content), StringComparer.Ordinal);
        var names = sources.Keys.Where(k => k != "page").ToList();
        var render = new RenderOptions
        {
            Include = name => names.Contains(name) ? parsed[name] : null,
            IncludeNames = names,
            Strict = !options.Contains("lenient"),
            EscapeHtml = !options.Contains("plain"),
            Limits = options.Contains("small-limits") ? SmallLimits : Limits.Default,
        };
        var page = parsed["page"];
        var output = new StringBuilder();
        var findings = page.Diagnostics.AddRange(page.HasErrors ? [] : page.Value.Render(render, Model(), output));
        var lines = findings.Select(d =>
        {
            var (line, column) = sources[d.Span.Path].Position(d.Span.Start);
            return $"{(d.Span.Path == "page" ? "" : d.Span.Path + " ")}{line},{column} {d.Rule.Id}: {d.Message}{(d.Hint.Length == 0 ? "" : "; " + d.Hint)}";
        });
        return (output.ToString(), string.Join('\n', lines));
    }

    private Dictionary<string, object?> Model() =>
        Find("model") is { } json ? (Dictionary<string, object?>)FromJson(JsonDocument.Parse(json).RootElement)! : [];

    private string? Find(string header) => Sections.Where(s => s.Header == header).Select(s => s.Content).FirstOrDefault();

    private static (string, string) Section(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? (text, "") : (text[..end], Unmarked(text[(end + 1)..]));
    }

    private static string Unmarked(string text)
    {
        text = text.Replace("\u2423\n", " \n", StringComparison.Ordinal);
        return text.EndsWith('\u2423') ? text[..^1] + " " : text;
    }

    private static string Visible(string text)
    {
        var lines = text.Replace('\r', '\u240D').Split('\n').Select(l => l.EndsWith(' ') ? l[..^1] + "\u2423" : l);
        return string.Join('\n', lines);
    }

    private static object? FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(p => p.Name, p => FromJson(p.Value), StringComparer.Ordinal),
        JsonValueKind.Array => element.EnumerateArray().Select(FromJson).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt32(out var whole) ? whole : element.TryGetInt64(out var large) ? large : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
