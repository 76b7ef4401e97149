using System.Collections.Frozen;
using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Pages;
using StaticSite.Records;
using StaticSite.Templating;

namespace StaticSite.Build;

/// <summary>The theme, parsed: templates by name, partials by name, interface strings.</summary>
public sealed class Theme
{
    public static readonly Rule MissingTemplate = new("theme/missing-template", Severity.Error);

    private const string Extension = ".sbn-html";

    private readonly FrozenDictionary<string, Template> templates;

    private Theme(FrozenDictionary<string, Template> templates, FrozenDictionary<string, Outcome<Template>> partials, InterfaceStrings strings)
    {
        this.templates = templates;
        Strings = strings;
        Options = new()
        {
            Include = name => partials.TryGetValue(name, out var partial) ? partial : null,
            IncludeNames = [.. partials.Keys.Order(StringComparer.Ordinal)],
        };
    }

    public InterfaceStrings Strings { get; }

    /// <summary>How templates are rendered: strict, escaped, with the partials of the theme.</summary>
    public RenderOptions Options { get; }

    /// <summary>A template of the theme by name; null when it is missing or broken, which is a finding already.</summary>
    public Template? Find(string name) => templates.GetValueOrDefault(name);

    /// <param name="needed">Names of the templates that the pages of the site use.</param>
    public static Outcome<Theme> Load(SiteInput input, IEnumerable<SiteLanguage> languages, IEnumerable<string> needed)
    {
        var findings = new List<Diagnostic>();
        var templates = new Dictionary<string, Template>(StringComparer.Ordinal);
        var broken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in input.Templates)
        {
            var parsed = Template.Parse(source);
            findings.AddRange(parsed.Diagnostics);
            if (parsed.HasErrors) broken.Add(Name(source));
            else templates[Name(source)] = parsed.Value;
        }
        foreach (var name in needed.Distinct(StringComparer.Ordinal).Where(n => !templates.ContainsKey(n) && !broken.Contains(n)))
            findings.Add(new(MissingTemplate, new($"theme/templates/{name}{Extension}", 0, 0), $"the theme has no template \"{name}\"", "add the file"));

        var partials = input.Partials.ToFrozenDictionary(Name, Template.Parse, StringComparer.Ordinal);
        findings.AddRange(partials.OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => p.Value.Diagnostics));

        var strings = InterfaceStringsReader.Read(input.Strings);
        findings.AddRange(strings.Diagnostics);
        // A file that cannot be read lacks nothing that is worth telling.
        var unread = strings.Diagnostics.Select(d => d.Span.Path).ToHashSet(StringComparer.Ordinal);
        findings.AddRange(strings.Value.Check(languages.Select(l => l.Code).Where(code => !unread.Any(p => p.EndsWith($"/{code}.yaml", StringComparison.Ordinal))),
            code => input.Strings.FirstOrDefault(s => Name(s) == code)?.Path ?? $"theme/strings/{code}.yaml"));
        return new(new(templates.ToFrozenDictionary(StringComparer.Ordinal), partials, strings.Value), [.. findings]);
    }

    private static string Name(SourceText source) => Path.GetFileName(source.Path).Split('.')[0];
}
