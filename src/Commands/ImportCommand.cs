using System.CommandLine;
using System.Globalization;

using StaticSite.Build;
using StaticSite.Diagnostics;
using StaticSite.Import;
using StaticSite.Symbols;

namespace StaticSite.Commands;

/// <summary>"import": source text to records; fields made by hand are never overwritten. Exit codes: 0 all imported; 1 findings: nothing of the
/// files they are about was written; 2 wrong usage.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Source texts, as extracted from PDF", Arity = ArgumentArity.OneOrMore };
        var symbol = new Option<string?>("--symbol") { Description = "Symbol of the document, where the text does not tell it (one FILE only)", HelpName = "S" };
        var language = new Option<string?>("--language") { Description = "Language of the text; detected when not named", HelpName = "zh|en" };
        language.AcceptOnlyFromAmong("zh", "en");
        var into = new Option<string>("--into") { Description = "Folder of the records", HelpName = "D", DefaultValueFactory = _ => "input" };
        var command = new Command("import", "Turn source texts into records, without losing a character") { files, symbol, language, into };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(symbol) is not { } named) return;
            if (!SymbolParser.TryParse(named, out _)) parsed.AddError($"\"{named}\" is no symbol of a document; write for example A/67/776");
            if (parsed.GetValue(files) is { Length: > 1 }) parsed.AddError("--symbol goes with one FILE");
        });
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(files), Canonical(parsed.GetValue(symbol)), parsed.GetValue(language), parsed.GetRequiredValue(into), Console.Out, Console.Error));
        return command;
    }

    public static int Run(IEnumerable<string> files, string? symbol, string? language, string into, TextWriter stdout, TextWriter stderr)
    {
        var code = ExitCode.Done;
        foreach (var file in files)
            if (!Import(file, symbol, language, into, stdout, stderr)) code = ExitCode.Findings;
        return code;
    }

    private static bool Import(string file, string? symbol, string? language, string into, TextWriter stdout, TextWriter stderr)
    {
        if (ReadBytes(file, stderr) is not { } bytes) return false;
        var source = Importer.Read(new() { SourcePath = RecordedPath(file), Bytes = bytes, Symbol = symbol, Language = language });
        // Findings name the file as the user did, whatever path is recorded.
        Print(source.Diagnostics);
        if (source.Value is not { } imported) return false;

        var folder = Path.Combine(into, "documents", imported.Document.Symbol.Slug);
        var existing = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToList() : [];
        var records = existing.ConvertAll(f => SiteFiles.ReadText(f, Canonical(into, f)));
        Print(records.SelectMany(r => r.Diagnostics));
        if (records.Exists(r => r.Value is null)) return false;

        var merged = Importer.Merge(imported, records.ConvertAll(r => r.Value!));
        Findings.Print(merged.Diagnostics.Select(d => d with { Span = d.Span with { Path = Shown(d.Span.Path) } }), path =>
            path == file ? imported.Source : records.Find(r => Shown(r.Value!.Path) == path)?.Value, stderr);
        if (merged.Value is not { } result) return false;

        try
        {
            InputFile.Write([.. result.Files.Select(f => (Shown(f.Path), f.Text))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            stderr.WriteLine($"{folder}: the records cannot be written: {e.Message.ReplaceLineEndings(" ")}");
            return false;
        }
        var document = result.Document;
        stdout.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{document.Symbol}: {document.Provisions.Length} provisions, {document.Sections.Length} sections, {document.Footnotes.Length} footnotes; {(result.Files.IsEmpty ? "nothing changed" : "written: " + string.Join(", ", result.Files.Select(f => Shown(f.Path))))}"));
        return true;

        void Print(IEnumerable<Diagnostic> findings) =>
            Findings.Print(findings.Select(d => d with { Span = d.Span with { Path = Shown(d.Span.Path) } }), path => path == file ? source.Value?.Source : null, stderr);

        string Shown(string path) =>
            path.StartsWith(SiteInput.InputRoot, StringComparison.Ordinal) ? $"{into.Replace('\\', '/').TrimEnd('/')}/{path[SiteInput.InputRoot.Length..]}"
            : path == RecordedPath(file) ? file : path;
    }

    // As much as an import can take, so that a file of any size is refused without being read.
    private static byte[]? ReadBytes(string file, TextWriter stderr)
    {
        if (Directory.Exists(file))
        {
            stderr.WriteLine($"{file}(1,1): error {SiteFiles.Unreadable.Id}: this is a folder, not a file; name the source texts in it");
            return null;
        }
        try
        {
            using var stream = File.OpenRead(file);
            var bytes = new byte[Math.Min(stream.Length, Importer.LargestSource + 1L)];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            stderr.WriteLine($"{file}(1,1): error {SiteFiles.Unreadable.Id}: the file cannot be read: {e.Message.ReplaceLineEndings(" ")}");
            return null;
        }
    }

    // A path inside the folder of the site is the same on every machine; of any other only the name is.
    private static string RecordedPath(string file)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.GetFullPath(file)).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? Path.GetFileName(file) : relative;
    }

    private static string Canonical(string into, string file) => SiteInput.InputRoot + Path.GetRelativePath(into, file).Replace('\\', '/');

    private static string? Canonical(string? symbol) => symbol is not null && SymbolParser.TryParse(symbol, out var parsed) ? parsed.Value : null;
}
