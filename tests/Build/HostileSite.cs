using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

using StaticSite.Build;
using StaticSite.Diagnostics;

namespace StaticSite.Tests.Build;

/// <summary>A site whose every text is a string that somebody would like to run: in records, pages and front matter, in both languages.</summary>
public static class HostileSite
{
    /// <summary>What runs sets window.ran or speaks to evil.example.</summary>
    public static readonly ImmutableArray<string> Strings = [.. File.ReadAllText(TestFiles.PathOf("Build/Cases/hostile-strings.txt")).TrimEnd('\n').Split('\n')];

    public static SiteInput WithoutPages()
    {
        var real = RealSite.Input();
        return real with
        {
            Records =
            [
                new("input/site.yaml", $$"""
                    title: {{Both(Strings[0])}}
                    languages:
                      - { code: zh, tag: zh-Hans, name: {{Quoted(Strings[1])}} }
                      - { code: en, tag: en, name: {{Quoted(Strings[2])}} }
                    base_url: https://hostile.example.org/

                    """),
                new("input/documents/A-99-1/document.yaml", Document()),
                new("input/documents/A-99-1/text.zh.yaml", Text("zh-Hans", "official")),
                new("input/documents/A-99-1/text.en.yaml", Text("en", "unofficial translation")),
                new("input/documents/cited.yaml", List("documents", (s, i) => $"{{ symbol: A/98/{i + 1}, title: {Both(s)} }}", 40)),
                new("input/bodies/bodies.yaml", List("bodies", (s, i) => $"{{ id: b{i}, name: {Both(s)}, short: {Both(s)}, acronym: {Quoted(s)} }}")),
                new("input/definitions/terms.yaml", List("terms", (s, i) => $"{{ id: t{i}, name: {Both(s)}, variants: {{ zh: [{Quoted(s + "x")}], en: [{Quoted(s + "y")}] }}, abbreviation: {Quoted(s)}, source: A/99/1#{i + 1}, note: {Both(s)} }}")),
                new("input/framework/acts.yaml", List("acts", (s, i) => $"{{ id: a{i}, name: {Both(s)}, meaning: {Both(s)}, asks: true }}")),
                new("input/framework/components.yaml", List("components", (s, i) =>
                    $"{{ id: c{i}, name: {Both(s)}, summary: [{{ zh: {Quoted(s)}, en: {Quoted(s)}, sources: [A/99/1#1] }}], tools: [{{ name: {Both(s)}, sources: [A/99/1#1] }}] }}")),
                new("input/framework/threads.yaml", List("threads", (s, i) =>
                    $"{{ id: r{i}, title: {Both(s)}, components: [c{i}], steps: [{{ kind: asked, at: A/99/1#{i + 1} }}, {{ kind: reported, at: A/98/{i % 40 + 1}, says: {Both(s)}, sources: [A/99/1#{i + 1}] }}], "
                    + $"status: {{ state: no-answer }}, responsible: {{ body: b{i}, source: A/99/1#{i + 1} }}, due: null }}")),
                new("input/progress/reports.yaml", List("reports", (s, i) =>
                    $"{{ id: \"{i}\", name: {Both(s)}, report: A/98/{i + 1}, committee: A/99/1, resolution: null, summary: [{{ zh: {Quoted(s)}, en: {Quoted(s)}, sources: [A/99/1#1] }}] }}", 20)),
            ],
            Urls = null,
        };
    }

    /// <summary>The site with pages that a build takes.</summary>
    public static SiteInput Input()
    {
        var input = WithoutPages();
        var accepted = Strings.Except(Refused(input).Keys).ToList();
        return WithPages(input, ["zh", "en"], accepted.Chunk(20).Select((strings, i) => ($"page{i}", strings[0], (IEnumerable<string>)strings)));
    }

    /// <summary>The strings that a page cannot hold, with the rules that say so.</summary>
    public static Dictionary<string, string[]> Refused(SiteInput input) =>
        SiteBuilder.Build(WithPages(input, ["en"], Strings.Select((s, i) => ($"page{i}", s, (IEnumerable<string>)[s]))), new NoOutput(), new(TimeProvider.System))
            .Diagnostics.Where(d => d.Rule.Severity == Severity.Error && d.Span.Path.StartsWith("input/pages/", StringComparison.Ordinal))
            .GroupBy(d => Strings[int.Parse(Path.GetFileNameWithoutExtension(d.Span.Path)["page".Length..], CultureInfo.InvariantCulture)], d => d.Rule.Id)
            .ToDictionary(g => g.Key, g => g.Distinct().ToArray());

    private static SiteInput WithPages(SiteInput input, string[] languages, IEnumerable<(string Name, string Front, IEnumerable<string> Strings)> pages) =>
        input with { Records = [.. input.Records, .. from language in languages from page in pages select Page(language, page.Name, page.Front, page.Strings)] };

    private static string Document()
    {
        var yaml = new StringBuilder($$"""
            symbol: A/99/1
            kind: report
            issuer: b0
            session: 99
            agenda_item: {{Quoted(Strings[3])}}
            date: null
            source: { file: seeds/none.txt, language: zh }
            head:
              - { id: title, lines: [1, 1] }
              - { id: head.1, lines: [2, 2] }
            sections:

            """);
        Each((_, i) => $"  - {{ id: S{i}, parent: null, lines: [3, 3] }}\n");
        yaml.Append("provisions:\n");
        Each((_, i) => $"  - {{ id: \"{i + 1}\", section: S{i}, act: [a{i}], components: [c{i}], addressee: b{i}, lines: [4, 4] }}\n");
        yaml.Append("footnotes:\n");
        Each((_, i) => $"  - {{ id: fn{i + 1}, marker: \"{i + 1}\", lines: [5, 5] }}\n");
        return yaml.ToString();

        void Each(Func<string, int, string> line) => yaml.AppendJoin("", Strings.Select(line));
    }

    private static string Text(string language, string status) =>
        $"language: {language}\nstatus: {status}\ntitle: {Quoted(string.Join(' ', Strings.Take(20)))}\nhead:\n  head.1: {Quoted(Strings[4])}\n"
        + "sections:\n" + Entries((s, i) => $"  S{i}: {Quoted(s)}\n")
        + "provisions:\n" + Entries((s, i) => $"  \"{i + 1}\": {Quoted($"x {s} y (A/98/{i % 40 + 1}).[^{i + 1}]\n\n{s}\n")}\n")
        + "footnotes:\n" + Entries((s, i) => $"  \"{i + 1}\": {Quoted(s)}\n")
        + "errata:\n" + Entries((_, i) => $"  - {{ provision: \"{i + 1}\", printed: \"y\", meant: {Quoted(Strings[i])}, note: {Both(Strings[i])} }}\n");

    private static SourceText Page(string language, string name, string front, IEnumerable<string> strings) => new($"input/pages/{language}/{name}.md",
        $"---\ntitle: {Quoted(front)}\ndescription: {Quoted(front)}\n---\n" + string.Join("\n\n", strings.Select((s, i) => $"## {s} {{#h{i}}}\n\nx {s} y\n\n{s}")) + "\n");

    private static string List(string name, Func<string, int, string> entry, int count = int.MaxValue) =>
        $"{name}:\n" + string.Concat(Strings.Take(count).Select((s, i) => $"  - {entry(s, i)}\n"));

    private static string Entries(Func<string, int, string> entry) => string.Concat(Strings.Select(entry));

    private static string Both(string text) => $"{{ zh: {Quoted(text)}, en: {Quoted(text)} }}";

    // What JSON quotes is a text in quotes of YAML, too.
    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
