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

    /// <summary>Two templates or two partials of one name.</summary>
    public static readonly Rule DuplicateTemplate = new("theme/duplicate-template", Severity.Error);

    private const string Extension = ".sbn-html";

    private readonly FrozenDictionary<string, Outcome<Template>> templates;

    private Theme(FrozenDictionary<string, Outcome<Template>> templates, FrozenDictionary<string, Outcome<Template>> partials, InterfaceStrings strings)
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
    public Template? Find(string name) => templates.TryGetValue(name, out var template) && !template.HasErrors ? template.Value : null;

    /// <summary>What the pages of the site ask of the theme and do not find.</summary>
    /// <param name="needed">Names of the templates that the pages use.</param>
    public ImmutableArray<Diagnostic> Check(IEnumerable<string> needed) =>
    [
        .. from name in needed.Distinct(StringComparer.Ordinal)
           where !templates.ContainsKey(name)
           select new Diagnostic(MissingTemplate, new($"theme/templates/{name}{Extension}", 0, 0), $"the theme has no template \"{name}\"", "add the file"),
    ];

    /// <param name="known">Templates that an earlier build has parsed, taken over and kept; null for none.</param>
    public static Outcome<Theme> Load(SiteInput input, IEnumerable<SiteLanguage> languages, ParsedTemplates? known = null)
    {
        var findings = new List<Diagnostic>();
        var templates = Parse(input.Templates, known, findings);
        var partials = Parse(input.Partials, known, findings);

        var strings = InterfaceStringsReader.Read(input.Strings);
        findings.AddRange(strings.Diagnostics);
        // A file that cannot be read lacks nothing that is worth telling.
        var unread = strings.Diagnostics.Select(d => d.Span.Path).ToHashSet(StringComparer.Ordinal);
        findings.AddRange(strings.Value.Check(languages.Select(l => l.Code).Where(code => !unread.Any(p => p.EndsWith($"/{code}.yaml", StringComparison.Ordinal))),
            code => input.Strings.FirstOrDefault(s => Name(s) == code)?.Path ?? $"theme/strings/{code}.yaml"));
        return new(new(templates, partials, strings.Value), [.. findings]);
    }

    // By name, whatever folder they stand in, so two of one name would hide each other.
    private static FrozenDictionary<string, Outcome<Template>> Parse(ImmutableArray<SourceText> sources, ParsedTemplates? known, List<Diagnostic> findings)
    {
        var parsed = new Dictionary<string, Outcome<Template>>(StringComparer.Ordinal);
        foreach (var source in sources.OrderBy(s => s.Path, StringComparer.Ordinal))
        {
            var template = known?.Of(source) ?? Template.Parse(source);
            findings.AddRange(template.Diagnostics);
            if (!parsed.TryAdd(Name(source), template))
                findings.Add(new(DuplicateTemplate, new(source.Path, 0, 0), $"another file is called \"{Name(source)}\" too", "give one of them another name"));
        }
        return parsed.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Name(SourceText source) => Path.GetFileName(source.Path).Split('.')[0];
}

/// <summary>Templates by their texts: the same text object is not parsed twice.</summary>
public sealed class ParsedTemplates
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<SourceText, Parsed> known = [];

    internal Outcome<Template> Of(SourceText source) => known.GetValue(source, s => new(Template.Parse(s))).Template;

    private sealed record Parsed(Outcome<Template> Template);
}
