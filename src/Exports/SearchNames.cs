using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using StaticSite.Graph;
using StaticSite.Pages;
using StaticSite.Records;

namespace StaticSite.Exports;

/// <summary>/search/names.json: the terms and bodies that the search suggests by any of their names, one a line. A glossary has hundreds of
/// them, however many documents there are, so this is one file.</summary>
public sealed class SearchNames : IExport
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IEnumerable<Func<OutputFile>> Plan(Site site, IReadOnlyList<Page> pages) => !site.HasSearch ? [] : [() => Write(site)];

    private static OutputFile Write(Site site)
    {
        var terms = site.HasSection(Sections.Definitions)
            ? site.Records.Terms.Select(t => Line(site, "term", $"definitions/{t.Id}/", t.Name, TermForms.Of(t))) : [];
        var bodies = site.HasSection(Sections.Bodies)
            ? site.Records.Bodies.Select(b => Line(site, "body", $"bodies/{b.Id}/", b.Name, TermForms.Of(b))) : [];
        return new("search/names.json", Encoding.UTF8.GetBytes($"[\n{string.Join(",\n", terms.Concat(bodies))}\n]\n"));
    }

    private static string Line(Site site, string kind, string path, LocalizedText name, TermForms forms) => JsonSerializer.Serialize(
        new
        {
            kind,
            path,
            names = site.Languages.Select(l => name.In(l.Code)),
            forms = site.Languages.SelectMany(l => forms.In(l.Code)).Distinct(StringComparer.Ordinal),
        }, Options);
}
