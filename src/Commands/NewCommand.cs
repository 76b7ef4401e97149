using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;

using StaticSite.Build;
using StaticSite.Diagnostics;
using StaticSite.Pages;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Commands;

/// <summary>"new": a valid, commented start of a record in its place. Exit codes: 0 written; 1 it is there already or cannot be written; 2 wrong usage.</summary>
internal static partial class NewCommand
{
    private const string Kinds = """
        document SYMBOL              a folder with document.yaml and the text in the source language
        translation SYMBOL LANGUAGE  the text of a document in another language, every id listed
        body ID                      an entry of bodies/bodies.yaml
        cited SYMBOL                 an entry of documents/cited.yaml
        page NAME                    a Markdown page in every language of the site
        """;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create()
    {
        var kind = new Argument<string>("KIND") { Description = "document, translation, body, cited or page" };
        var names = new Argument<string[]>("NAME") { Description = "Symbol or id, and for a translation its language", Arity = ArgumentArity.ZeroOrMore };
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
                ("page", [var name]) => Pages(name, input),
                _ => throw new StartRefused($"\"{string.Join(' ', [kind, .. names])}\" is nothing that can be started; write one of\n{Kinds}", ExitCode.Usage),
            };
            // Everything is refused before anything is written.
            foreach (var file in start.Where(f => !f.IsAppended))
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
        if (!Id().IsMatch(id) || id.EndsWith('\n')) throw new StartRefused($"\"{id}\" cannot be an id; ids are small ASCII letters and digits, joined by -", ExitCode.Usage);
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
        var path = Path.Combine(input, name);
        if (!File.Exists(path)) return new(path, $"{list}:\n{string.Concat(entry.Select(line => $"  {line}\n"))}");
        var bytes = File.ReadAllBytes(path);
        var text = Utf8.GetString(bytes);
        var known = $"input/{name}";
        var grown = RecordStarts.Append(text, list, entry)
            ?? throw new StartRefused($"{path} does not end with a list \"{list}:\" of one entry a line; add this by hand:\n{string.Join('\n', entry)}");
        // Whatever the file looks like: an entry that the reader does not find there alone and whole is not written.
        if (Errors(grown) > Errors(text)) throw new StartRefused($"nothing can be put at the end of {path}; add this by hand:\n{string.Join('\n', entry)}");
        return new(path, grown[text.Length..]) { IsAppended = true };

        int Errors(string content) => RecordLoader.Load([new(known, content.TrimStart('\uFEFF'))]).Diagnostics.Count(d => d.Span.Path == known);
    }

    private static void Write(StartedFile file, TextWriter stdout)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        using (var stream = new FileStream(file.Path, file.IsAppended ? FileMode.Append : FileMode.CreateNew, FileAccess.Write))
            stream.Write(Utf8.GetBytes(file.Text));
        stdout.WriteLine($"{(file.IsAppended ? "added to" : "wrote")} {file.Path}");
        if (file.IsAppended) stdout.Write(file.Text);
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

    /// <param name="Text">The whole file, or what is put at its end.</param>
    private sealed record StartedFile(string Path, string Text)
    {
        public bool IsAppended { get; init; }
    }

    /// <summary>Why nothing is started; said to whoever asked for it.</summary>
    private sealed class StartRefused(string message, int exitCode = Commands.ExitCode.Findings) : Exception(message)
    {
        public int ExitCode { get; } = exitCode;
    }
}
