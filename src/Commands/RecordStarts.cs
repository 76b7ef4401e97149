using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Commands;

/// <summary>The first lines of new records: valid as they are, with a comment for everything that a person may add. Pure.</summary>
internal static partial class RecordStarts
{
    private const int ShownSource = 40;

    /// <summary>document.yaml of a document whose text is still to come.</summary>
    public static string Document(DocumentSymbol symbol, SiteLanguage language)
    {
        var kind = symbol.IsResolution() ? "resolution" : symbol.IsDecision() ? "decision" : "report";
        var session = symbol.Session() is { } number ? number.ToString(CultureInfo.InvariantCulture) : "null";
        return $$"""
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
        var yaml = new StringBuilder();
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
        $"  name: {{ en: {char.ToUpperInvariant(id[0])}{id[1..].Replace('-', ' ')} }}   # full name; in both languages {{ zh: …, en: … }}",
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
             [[body:ID]], [[component:ID]], [[thread:ID]]. Another page: [words](about.md#anchor). -->

        """;

    /// <summary>The file with an entry at its end; everything before stays as it is.</summary>
    /// <returns>Null when the file does not end with a list in block style, so that nothing can be put behind it.</returns>
    public static string? Append(string file, string list, IEnumerable<string> entry)
    {
        // The entries of the list stand in the column of its first one.
        var start = ListStart().Matches(file).FirstOrDefault(m => m.Groups["key"].Value == list);
        if (start is null) return null;
        var newLine = file.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var added = string.Concat(entry.Select(line => start.Groups["indent"].Value + line + newLine));
        return file + (file.EndsWith('\n') ? "" : newLine) + added;
    }

    // The beginning of the text on one line, without what would end the comment or hide in it.
    private static string Shown(string? text)
    {
        if (text is null) return "…";
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= ShownSource) return line;
        return line[..(char.IsLowSurrogate(line[ShownSource]) ? ShownSource - 1 : ShownSource)] + "…";
    }

    [GeneratedRegex(@"^(?<key>[a-z]+):[ \t]*(#[^\n]*)?\r?\n([ \t]*(#[^\n]*)?\r?\n)*(?<indent>[ ]*)- ", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListStart();
}
