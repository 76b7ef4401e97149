using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

using StaticSite.Build;
using StaticSite.Citations;
using StaticSite.Diagnostics;
using StaticSite.Markdown;
using StaticSite.Pages;
using StaticSite.Records;
using StaticSite.Symbols;
using StaticSite.Text;

namespace StaticSite.Commands;

/// <summary>"new": a valid, commented start of a record in its place. Exit codes: 0 written; 1 it is there already or cannot be written; 2 wrong usage.</summary>
internal static partial class NewCommand
{
    private const string Kinds = """
        document SYMBOL              a folder with document.yaml and the text in the source language
        translation SYMBOL LANGUAGE  the text of a document in another language, every id listed
        body ID                      an entry of bodies/bodies.yaml
        cited SYMBOL                 an entry of documents/cited.yaml
        term ID PASSAGE              an entry of definitions/terms.yaml; PASSAGE uses it: A/67/776#17
        component ID                 an entry of framework/components.yaml
        thread ID PASSAGE            a thread of framework/threads.yaml that begins with PASSAGE
        indicator ID PASSAGE         an entry of framework/indicators.yaml with the first figure that PASSAGE states
        page NAME                    a Markdown page in every language of the site
        """;

    public static Command Create()
    {
        var kind = new Argument<string>("KIND") { Description = "document, translation, body, cited, term, component, thread, indicator or page" };
        var names = new Argument<string[]>("NAME") { Description = "Symbol or id; for a translation also its language, for a term, thread or indicator a passage", Arity = ArgumentArity.ZeroOrMore };
        var input = new Option<string>("--input") { Description = "Folder of records and pages", HelpName = "D", DefaultValueFactory = _ => "input" };
        var command = new Command("new", "Start a record: a valid, commented file or entry in its place") { kind, names, input };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(kind), parsed.GetValue(names) ?? [], parsed.GetRequiredValue(input), Console.Out, Console.Error));
        return command;
    }

    public static int Run(string kind, string[] names, string input, TextWriter stdout, TextWriter stderr)
    {
        try
        {
            var start = (kind, names) switch
            {
                ("document", [var symbol]) => Document(symbol, input),
                ("translation", [var symbol, var language]) => Translation(symbol, language, input),
                ("body", [var id]) => Body(id, input),
                ("cited", [var symbol]) => Cited(symbol, input),
                ("term", [var id, var passage]) => Term(id, passage, input),
                ("component", [var id]) => Component(id, input),
                ("thread", [var id, var passage]) => Thread(id, passage, input),
                ("indicator", [var id, var passage]) => Indicator(id, passage, input),
                ("page", [var name]) => Pages(name, input),
                _ => throw new StartRefused($"\"{string.Join(' ', [kind, .. names])}\" is nothing that can be started; write one of\n{Kinds}", ExitCode.Usage),
            };
            // Everything is refused before anything is written.
            foreach (var file in start.Where(f => f.Added is null))
                if (File.Exists(file.Path)) throw new StartRefused($"{file.Path} is there already and stays as it is");
            foreach (var file in start) Write(file, stdout);
            return ExitCode.Done;
        }
        catch (StartRefused refused)
        {
            stderr.WriteLine(refused.Message);
            return refused.ExitCode;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            stderr.WriteLine(e.Message);
            return ExitCode.Findings;
        }
    }

    private static List<StartedFile> Document(string name, string input)
    {
        var symbol = SymbolOf(name);
        var records = Read(input);
        if (records.Documents.FirstOrDefault(d => d.Symbol == symbol) is { } held) throw new StartRefused($"{symbol} is held in {held.Span.Path} already");
        if (records.Cited.Any(c => c.Symbol == symbol)) throw new StartRefused($"{symbol} is listed in documents/cited.yaml; remove it there first: a document is held or cited");
        if (records.Site.Languages is not [var language, ..]) throw new StartRefused($"{input}/site.yaml names no language");
        var folder = Path.Combine(input, "documents", symbol.Slug);
        return
        [
            new(Path.Combine(folder, "document.yaml"), RecordStarts.Document(symbol, language)),
            new(Path.Combine(folder, $"text.{language.Code}.yaml"), RecordStarts.Text(symbol, language)),
        ];
    }

    private static List<StartedFile> Translation(string name, string code, string input)
    {
        var symbol = SymbolOf(name);
        var records = Read(input);
        var document = records.Documents.FirstOrDefault(d => d.Symbol == symbol)
            ?? throw new StartRefused($"{symbol} is not held; held are {string.Join(", ", records.Documents.Select(d => d.Symbol))}");
        var language = records.Site.Languages.FirstOrDefault(l => l.Code == code)
            ?? throw new StartRefused($"the site has no language \"{code}\"; it has {string.Join(", ", records.Site.Languages.Select(l => l.Code))}");
        return [new(Path.Combine(input, "documents", symbol.Slug, $"text.{code}.yaml"), RecordStarts.Translation(document, language))];
    }

    private static List<StartedFile> Body(string id, string input)
    {
        CheckId(id);
        if (Read(input).Bodies.Any(b => b.Id == id)) throw new StartRefused($"{id} is listed in bodies/bodies.yaml already");
        return [Append(input, "bodies/bodies.yaml", "bodies", RecordStarts.Body(id))];
    }

    private static List<StartedFile> Cited(string name, string input)
    {
        var symbol = SymbolOf(name);
        var records = Read(input);
        if (records.Cited.Any(c => c.Symbol == symbol)) throw new StartRefused($"{symbol} is listed in documents/cited.yaml already");
        if (records.Documents.FirstOrDefault(d => d.Symbol == symbol) is { } held) throw new StartRefused($"{symbol} is held in {held.Span.Path}; a document is held or cited");
        return [Append(input, "documents/cited.yaml", "documents", RecordStarts.Cited(symbol))];
    }

    private static List<StartedFile> Term(string id, string passage, string input)
    {
        CheckId(id);
        var records = Read(input);
        if (records.Terms.Any(t => t.Id == id)) throw new StartRefused($"{id} is listed in definitions/terms.yaml already");
        return [Append(input, "definitions/terms.yaml", "terms", RecordStarts.Term(id, Passage(records, passage).Reference))];
    }

    private static List<StartedFile> Component(string id, string input)
    {
        CheckId(id);
        if (Read(input).Components.Any(c => c.Id == id)) throw new StartRefused($"{id} is listed in framework/components.yaml already");
        return [Append(input, "framework/components.yaml", "components", RecordStarts.Component(id))];
    }

    private static List<StartedFile> Thread(string id, string passage, string input)
    {
        CheckId(id);
        var records = Read(input);
        if (records.FollowUp.Threads.Any(t => t.Id == id)) throw new StartRefused($"{id} is listed in framework/threads.yaml already");
        var (document, provision, reference) = Passage(records, passage);
        var components = document.Provisions.FirstOrDefault(p => p.Id == provision)?.Components ?? [];
        if (components.IsEmpty) components = [.. records.Components.Select(c => c.Id).Take(1)];
        if (components.IsEmpty) throw new StartRefused("a thread belongs to a component, and there is none; start one with: new component ID");
        return [Append(input, "framework/threads.yaml", "threads", RecordStarts.Thread(id, reference, document.Symbol.IsResolution() || document.Symbol.IsDecision(), components))];
    }

    private static List<StartedFile> Indicator(string id, string passage, string input)
    {
        CheckId(id);
        var records = Read(input);
        if (records.Indicators.Any(i => i.Id == id)) throw new StartRefused($"{id} is listed in framework/indicators.yaml already");
        var (document, provision, reference) = Passage(records, passage);
        var entry = RecordStarts.Indicator(id, reference, language => document.TextIn(language)?.Passage(provision) is { } text ? FiguresOf(document, language, provision, RichText.Parse(text.Value)) : null)
            ?? throw new StartRefused($"{reference} states no figure in both languages; name the passage that does");
        return [Append(input, "framework/indicators.yaml", "indicators", entry)];
    }

    // Numbers of paragraphs, documents and years measure nothing.
    private static (string Text, ImmutableArray<Figure> Figures) FiguresOf(Document document, string language, string provision, RichText text)
    {
        var citations = CitationReader.Read(new(document.Symbol, language, [new(provision, text)])).SelectMany(p => p.Citations)
            .SelectMany(c => c.Pinpoints.Select(p => p.Span).Prepend(c.Span)).ToList();
        return (text.Plain, [.. Figures.Read(text.Plain, language).Where(f => f.Value.Kind != FigureKind.Date && f.Form != StaticSite.Text.FigureForm.Hint
            && f.Value is not { Kind: FigureKind.Number, Value: >= 1900 and < 2100 } && !citations.Exists(c => f.Start < c.End && c.Start < f.End))]);
    }

    // A provision or footnote of a held document; of a part, such as 34(a) or 8.1, the whole is looked up.
    private static (Document Document, string Provision, string Reference) Passage(SiteRecords records, string written)
    {
        if (written.Split('#') is not [var name, { Length: > 0 } id])
            throw new StartRefused($"\"{written}\" is no passage; write the symbol, # and the paragraph, as in A/67/776#17", ExitCode.Usage);
        var symbol = SymbolOf(name);
        var document = records.Documents.FirstOrDefault(d => d.Symbol == symbol)
            ?? throw new StartRefused($"{symbol} is not held; held are {string.Join(", ", records.Documents.Select(d => d.Symbol))}");
        var ids = document.Provisions.Select(p => p.Id).Concat(document.Footnotes.Select(f => f.Id)).ToHashSet(StringComparer.Ordinal);
        var whole = Part().Replace(id, "");
        if (!ids.Contains(whole)) throw new StartRefused($"{symbol} has no passage \"{id}\"; write the number of a paragraph, or PP3, fn1, 34(a), 8.1");
        return (document, whole, $"{symbol}#{id}");
    }

    private static List<StartedFile> Pages(string name, string input)
    {
        if (!Id().IsMatch(name) || name.EndsWith('\n')) throw new StartRefused($"\"{name}\" cannot be the name of a page; names are small ASCII letters and digits, joined by -", ExitCode.Usage);
        if (Urls.Sections.Contains(name)) throw new StartRefused($"{name} is a part of the site already", ExitCode.Usage);
        var records = Read(input);
        if (records.Site.Languages.IsDefaultOrEmpty) throw new StartRefused($"{input}/site.yaml names no language");
        // A page that is there in one language lacks the others.
        var missing = records.Site.Languages.Select(l => new StartedFile(Path.Combine(input, "pages", l.Code, name + ".md"), RecordStarts.Page(name, l)))
            .Where(f => !File.Exists(f.Path)).ToList();
        return missing.Count > 0 ? missing : throw new StartRefused($"the page {name} is there already in every language");
    }

    /// <summary>A list file with one more entry, or a new one with that entry alone.</summary>
    private static StartedFile Append(string input, string name, string list, string[] entry)
    {
        var (path, known) = (Path.Combine(input, name), SiteInput.InputRoot + name);
        if (!File.Exists(path)) return new(path, $"{RecordSchemas.Modeline(known)}\n{list}:\n{string.Concat(entry.Select(line => $"  {line}\n"))}");
        var read = SiteFiles.ReadText(path);
        if (read.Value is not { } file) throw new StartRefused($"{path}: {read.Diagnostics[0].Message}");
        if (ListEdit.Append(file, list, entry) is not { } insertion)
            throw new StartRefused($"{path} has no list \"{list}:\" of one entry a line; add this by hand:\n{string.Join('\n', entry)}");
        var grown = insertion.Into(file.Text);
        // Whatever the file looks like: an entry that the reader does not find there alone and whole is not written.
        if (Errors(grown) > Errors(file.Text)) throw new StartRefused($"nothing can be put at the end of \"{list}:\" in {path}; add this by hand:\n{string.Join('\n', entry)}");
        return new(path, grown) { Added = insertion.Text.Trim('\r', '\n') + "\n", Line = (file with { Text = grown }).Position(insertion.At + insertion.Text.Length - insertion.Text.TrimStart('\r', '\n').Length).Line };

        // What others refer to is not read along, so only mistakes of the file itself are counted.
        int Errors(string content) => RecordLoader.Load([new(known, content)]).Diagnostics.Count(d => d.Span.Path == known && d.Rule.Severity == Severity.Error);
    }

    private static void Write(StartedFile file, TextWriter stdout)
    {
        InputFile.Write([(file.Path, file.Text)]);
        if (file.Added is null) stdout.WriteLine($"wrote {file.Path}");
        else stdout.Write(string.Create(CultureInfo.InvariantCulture, $"added to {file.Path}({file.Line},1):\n{file.Added}"));
    }

    private static void CheckId(string id)
    {
        if (!Id().IsMatch(id) || id.EndsWith('\n')) throw new StartRefused($"\"{id}\" cannot be an id; ids are small ASCII letters and digits, joined by -", ExitCode.Usage);
    }

    private static DocumentSymbol SymbolOf(string name) => SymbolParser.TryParse(name, out var symbol) ? symbol
        : throw new StartRefused($"\"{name}\" is not a UN document symbol; write it as in A/67/776 or A/RES/64/259", ExitCode.Usage);

    // The records as far as they can be read: a mistake elsewhere does not keep anybody from starting something.
    private static SiteRecords Read(string input)
    {
        if (!Directory.Exists(input)) throw new StartRefused($"there is no folder {input}; name it with --input, or run in the folder that has it");
        var files = Directory.EnumerateFiles(input, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => SiteFiles.ReadText(f).Value is { } text ? text with { Path = "input/" + Path.GetRelativePath(input, f).Replace('\\', '/') } : null);
        return RecordLoader.Load([.. files.OfType<SourceText>()]).Value;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"(\([a-z]+\))+$|(?<=[0-9])\.[0-9]+$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Part();

    /// <param name="Text">The whole file.</param>
    private sealed record StartedFile(string Path, string Text)
    {
        /// <summary>What is new in it; null when the file is.</summary>
        public string? Added { get; init; }

        /// <summary>1-based line of what is new.</summary>
        public int Line { get; init; }
    }

    /// <summary>Why nothing is started; said to whoever asked for it.</summary>
    private sealed class StartRefused(string message, int exitCode = Commands.ExitCode.Findings) : Exception(message)
    {
        public int ExitCode { get; } = exitCode;
    }
}
