using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using StaticSite.Records;
using StaticSite.Symbols;
using StaticSite.Text;

namespace StaticSite.Commands;

/// <summary>The first lines of new records: valid as they are, with a comment for everything that a person may add. Pure.</summary>
internal static class RecordStarts
{
    private const int ShownSource = 40;

    /// <summary>document.yaml of a document whose text is still to come.</summary>
    public static string Document(DocumentSymbol symbol, SiteLanguage language)
    {
        var kind = symbol.IsResolution() ? "resolution" : symbol.IsDecision() ? "decision" : "report";
        var session = symbol.Session() is { } number ? number.ToString(CultureInfo.InvariantCulture) : "null";
        return $$"""
            {{RecordSchemas.FirstLineOf("document.yaml").TrimEnd()}}
            # What does not depend on a language; the words stand in text.{{language.Code}}.yaml. `import` fills both from a source text.
            symbol: {{symbol}}
            {{$"kind: {kind}",-28}} # report | resolution | decision | note
            issuer: null                 # id from input/bodies/bodies.yaml
            session: {{session}}
            agenda_item: null            # as printed
            date: null                   # yyyy-mm-dd; null when the source does not state it
            source: { file: seeds/{{symbol.Slug}}.txt, language: {{language.Code}} }
            # head:                      # blocks of the title page; lines are first and last line in the source
            #   - { id: title, lines: [1, 1] }
            # sections:                  # headings in printed order, a parent before its children
            #   - { id: I, parent: null, printed: I., lines: [2, 2] }
            #   - { id: I.A, parent: I, printed: A., lines: [3, 3] }
            # provisions:                # "17" a numbered paragraph, PP3 a preambular one; where numbering restarts, II/4
            #   - id: "1"
            #     section: I.A
            #     lines: [4, 6]
            # footnotes:
            #   - { id: fn1, marker: "1", lines: [7, 7] }

            """;
    }

    /// <summary>text.LANGUAGE.yaml beside <see cref="Document"/>.</summary>
    public static string Text(DocumentSymbol symbol, SiteLanguage language) => $$"""
        {{RecordSchemas.FirstLineOf("text.yaml").TrimEnd()}}
        # The words of {{symbol}} in one language, as Markdown. Every id is one of document.yaml.
        language: {{language.Tag}}
        status: draft                # official | unofficial translation | draft
        # title: …                   # when document.yaml has the block "title" in its head
        # sections:
        #   I: …
        #   I.A: …
        # provisions:
        #   "1": |
        #     …[^1]
        # footnotes:
        #   "1": …

        """;

    /// <summary>A translation without a word: every id in a comment with the beginning of its text in the source language.</summary>
    public static string Translation(Document document, SiteLanguage language)
    {
        var source = document.TextIn(document.Source.Language);
        var yaml = new StringBuilder(RecordSchemas.FirstLineOf("text.yaml"));
        yaml.Append(CultureInfo.InvariantCulture, $"# {document.Symbol}: what is translated loses its \"# \" and gets its text in place of the words shown, which are from text.{document.Source.Language}.yaml.\n")
            .Append(CultureInfo.InvariantCulture, $"language: {language.Tag}\n")
            .Append("status: draft                # official | unofficial translation | draft\n");
        if (document.Head.Any(b => b.Id == "title")) yaml.Append(CultureInfo.InvariantCulture, $"# title: {Shown(source?.Title?.Value)}\n");
        Group("head", document.Head.Where(b => b.Id != "title").Select(b => (b.Id, source?.Blocks.GetValueOrDefault(b.Id))));
        Group("sections", document.Sections.Select(s => (s.Id, source?.Sections.GetValueOrDefault(s.Id))));
        Group("provisions", document.Provisions.Select(p => (p.Id, source?.Provisions.GetValueOrDefault(p.Id))));
        Group("footnotes", document.Footnotes.Select(f => (f.Id["fn".Length..], source?.Footnotes.GetValueOrDefault(f.Id))));
        Group("closing", document.Closing.Select(b => (b.Id, source?.Blocks.GetValueOrDefault(b.Id))));
        return yaml.ToString();

        void Group(string name, IEnumerable<(string Id, LocatedText? Text)> entries)
        {
            var all = entries.ToList();
            if (all.Count == 0) return;
            yaml.Append(name).Append(":\n");
            foreach (var (id, text) in all) yaml.Append(CultureInfo.InvariantCulture, $"  # \"{id}\": {Shown(text?.Value)}\n");
        }
    }

    /// <summary>An entry of bodies.yaml.</summary>
    public static string[] Body(string id) =>
    [
        $"- id: {id}",
        $"  name: {{ en: {Words(id)} }}   # full name; in both languages {{ zh: …, en: … }}",
        "  # kind: official              body | official | group",
        "  # short: { zh: …, en: … }     short form for running text",
        "  # variants: [{ zh: … }]       other names that texts print",
        "  # acronym: …",
        "  # parent: …                   id of the body that this one belongs to",
    ];

    /// <summary>An entry of cited.yaml.</summary>
    public static string[] Cited(DocumentSymbol symbol) =>
    [
        $"- symbol: {symbol}",
        "  # kind: report                report | resolution | decision | note | other",
        "  # issuer: …                   id from input/bodies/bodies.yaml",
        "  # title: { zh: …, en: … }     where the sources give it",
        "  # date: 2012-03-29            where the sources give it",
    ];

    /// <summary>An entry of terms.yaml.</summary>
    public static string[] Term(string id, string passage) =>
    [
        $"- id: {id}",
        $"  name: {{ en: {id.Replace('-', ' ')} }}   # the term as the texts write it, in both languages {{ zh: …, en: … }}",
        "  # variants: { zh: […], en: […] }   other forms that the texts use",
        "  # abbreviation: …",
        "  # definition: [A/RES/64/259#8.1]   passages whose whole text is the definition",
        "  # quote: { words: { zh: …, en: … }, source: … }   a part of a passage that defines it",
        $"  source: {passage}   # the first or most telling passage that uses it",
        "  # note: { zh: …, en: … }",
        "  # see: [accountability]            ids of related terms",
    ];

    /// <summary>An entry of components.yaml.</summary>
    public static string[] Component(string id) =>
    [
        $"- id: {id}",
        $"  name: {{ en: {Words(id)} }}   # in both languages {{ zh: …, en: … }}; provisions name the id under components",
        "  # summary:                         what the documents say of it, each sentence with its sources",
        "  #   - { zh: …, en: …, sources: [A/67/776#17] }",
        "  # tools:                           its instruments",
        "  #   - { name: { zh: …, en: … }, sources: [A/67/776#18] }",
    ];

    /// <summary>A thread of threads.yaml with its first step.</summary>
    /// <param name="asks">True when the passage is of the Assembly, which asks; else the Committee recommends.</param>
    public static string[] Thread(string id, string passage, bool asks, IEnumerable<string> components) =>
    [
        $"- id: {id}",
        $"  title: {{ en: {Words(id)} }}   # what is asked, in a few words, in both languages {{ zh: …, en: … }}",
        $"  components: [{string.Join(", ", components)}]",
        "  steps:                             # in time: asked | reported | observed | recommended",
        $"    - {{ kind: {(asks ? "asked" : "recommended")}, at: {passage} }}",
        "    # - kind: reported               # of a document that is not held: what stands there, and which held passage says so",
        "    #   at: A/66/692#14",
        "    #   says: { zh: …, en: … }",
        "    #   sources: [A/67/776#2]",
        "  status: { state: no-answer, words: null, source: null }   # done, partly, not-done: with the words that say so; new",
        "  # responsible: { body: secretary-general, source: … }",
        "  # due: { words: { zh: …, en: … }, date: null, source: … }",
    ];

    /// <summary>An entry of indicators.yaml with the first figure of a passage.</summary>
    /// <param name="textIn">The text of the passage in a language, "zh" or "en", and the figures in it; null when there is none.</param>
    /// <returns>Null when no figure stands in every language that the passage has.</returns>
    public static string[]? Indicator(string id, string passage, Func<string, (string Text, ImmutableArray<Figure> Figures)?> textIn)
    {
        var texts = new[] { "zh", "en" }.Select(language => (Language: language, Read: textIn(language))).Where(t => t.Read is not null)
            .Select(t => (t.Language, t.Read!.Value.Text, Figures: t.Read!.Value.Figures.ToList())).ToList();
        if (texts.Count == 0) return null;
        var stated = texts[0].Figures.Select(f => f.Value).Distinct().Where(v => texts.TrueForAll(t => t.Figures.Exists(f => f.Value == v))).ToList();
        if (stated.Count == 0) return null;
        var value = stated[0];
        var words = string.Join(", ", texts.Select(t => $"{t.Language}: {DocumentWriter.Flow(WordsOf(t.Text, t.Figures.First(f => f.Value == value)))}"));
        var others = string.Join(", ", stated.Skip(1).Select(v => v.Value.ToString(CultureInfo.InvariantCulture)));
        return
        [
            $"- id: {id}",
            $"  name: {{ en: {Words(id)} }}   # what is measured, in both languages {{ zh: …, en: … }}",
            "  # series: …                        the same word for figures that can be compared",
            $"  value: {value.Value.ToString(CultureInfo.InvariantCulture)}{(others.Length > 0 ? $"   # the passage also states {others}" : "")}",
            .. value.Kind == FigureKind.Percent ? ["  unit: percent"] : (string[])["  unit: count                        # count | usd | days | weeks | months | years | percent", "  counts: { zh: 项, en: items }      # what is counted; only with the unit count"],
            "  # qualifier: about                 about | over | at-least | at-most | under | nearly; left out when it is exact",
            "  # period: { zh: …, en: … }         where the source states it",
            $"  figure: {{ {words} }}   # the words of the passage, letter for letter",
            $"  source: {passage}",
        ];

        static string WordsOf(string text, Figure figure) => text.Substring(figure.Start, figure.Length);
    }

    /// <summary>A page in one language; a draft, so that it is not published before it has words.</summary>
    public static string Page(string name, SiteLanguage language) => $$$"""
        ---
        title: {{{char.ToUpperInvariant(name[0])}}}{{{name[1..].Replace('-', ' ')}}}   # in {{{language.Name}}}; the heading of the page
        draft: true                  # not published; take this line out when the page is ready
        # description: …             one sentence below the title
        # order: 100                 place in the menu; pages without one come last
        # redirect_from: [/{{{language.Code}}}/old-name/]
        # tags: [guide]              guide: listed on the home page
        ---
        <!-- Headings begin with ##, their ids are the same in every language: ## Words {#name}
             [[A/67/776#17]] links a paragraph with its citation, [[A/67/776#17|words]] with words; also [[page:about]], [[term:ID]],
             [[body:ID]], [[component:ID]], [[thread:ID]], [[indicator:ID]]. Another page: [words](about.md#anchor). -->

        """;

    // "budget-office" -> "Budget office".
    private static string Words(string id) => char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ');

    // The beginning of the text on one line, without what would end the comment or hide in it.
    private static string Shown(string? text)
    {
        if (text is null) return "…";
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= ShownSource) return line;
        return line[..(char.IsLowSurrogate(line[ShownSource]) ? ShownSource - 1 : ShownSource)] + "…";
    }
}
