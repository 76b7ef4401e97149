using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Records;
using StaticSite.Text;

namespace StaticSite.Import;

/// <summary>One source to import.</summary>
public sealed record ImportRequest
{
    /// <summary>As recorded in document.yaml: relative to the root of the repository, '/' separators: "seeds/x.txt".</summary>
    public required string SourcePath { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>Canonical symbol that goes before what the source tells; null to take the source's own.</summary>
    public string? Symbol { get; init; }

    /// <summary>"zh" or "en"; null to detect it.</summary>
    public string? Language { get; init; }
}

/// <summary>What a source was found to be, before any record is written or read.</summary>
/// <param name="Text">As in text.LANGUAGE.yaml of the source language.</param>
/// <param name="Source">The decoded source, to print findings with.</param>
public sealed record ImportedSource(Document Document, DocumentText Text, SourceText Source);

/// <summary>What an import comes to.</summary>
/// <param name="Document">The record as it is after the import, hand-made fields included.</param>
/// <param name="Files">Files to write: paths relative to the root of the repository ("input/documents/A-67-776/document.yaml"); none when nothing has changed.</param>
public sealed record ImportResult(Document Document, DocumentText Text, ImmutableArray<SourceText> Files);

/// <summary>Source text -> records. Pure: reads and writes no file.</summary>
public static class Importer
{
    /// <summary>Bytes of the largest source that is read; a larger one is refused.</summary>
    public const int LargestSource = SourceDecoder.LargestSource;

    /// <summary>Reads a source and proves that nothing of it is lost.</summary>
    /// <returns>Null with findings when the source cannot be imported.</returns>
    public static Outcome<ImportedSource?> Read(ImportRequest request)
    {
        var decoded = SourceDecoder.Decode(request.SourcePath, request.Bytes);
        if (decoded.Value is not { } source) return new(null, decoded.Diagnostics);

        if (request.Language is not (null or "zh" or "en"))
            return Refuse(source, ImportRules.UnknownLanguage, $"\"{request.Language}\" is no language that sources are read in", "write zh or en");
        if ((request.Language ?? Detect(source.Text)) is not { } language)
            return Refuse(source, ImportRules.UnknownLanguage, "the text is neither Chinese nor English", "name the language with --language zh or --language en");

        var content = PlainTextReader.Read(source, language, request.Symbol, out var running);
        var (document, text) = StructureBuilder.Build(content, request.Symbol, running, request.SourcePath);
        var findings = Findings(document, text, source);
        return new(findings.Any(f => f.Rule.Severity == Severity.Error) ? null : new ImportedSource(document, text, source), findings);
    }

    /// <summary>The files of an imported source, over those that exist.</summary>
    /// <param name="existing">Files of the document's folder, input/documents/SLUG: paths and contents; empty for a new document.</param>
    /// <param name="folder">The folder of all documents: "input/documents".</param>
    /// <returns>Null with the findings of the reader when the existing records cannot be read; changes of provisions as findings otherwise.</returns>
    public static Outcome<ImportResult?> Merge(ImportedSource imported, IReadOnlyList<SourceText> existing, string folder = "input/documents")
    {
        var slug = $"{folder}/{imported.Document.Symbol.Slug}";
        var (documentPath, textPath) = ($"{slug}/document.yaml", $"{slug}/text.{imported.Text.Language}.yaml");
        var documentFile = existing.FirstOrDefault(f => f.Path == documentPath);
        if (documentFile is null)
        {
            ImmutableArray<SourceText> written = [new(documentPath, DocumentWriter.Document(imported.Document)), new(textPath, DocumentWriter.Text(imported.Document, imported.Text))];
            return new(new(imported.Document, imported.Text, written), []);
        }
        var loaded = DocumentLoader.Load(existing);
        // Texts of provisions that the source no longer has, or lacks still, are what an import puts right.
        if (loaded.Value is not { } before || loaded.Diagnostics.Any(d => d.Rule == RecordRules.Syntax || d.Rule == RecordRules.DuplicateKey)) return new(null, loaded.Diagnostics);
        var textFile = existing.FirstOrDefault(f => f.Path == textPath);
        if (before.Source.Language != imported.Text.Language) return SecondLanguage.Merge(imported, before, textPath, textFile);
        var merged = RecordMerge.KeepHandMade(imported.Document, before);
        var text = before.TextIn(imported.Text.Language);
        ImmutableArray<SourceText> files =
        [
            new(documentPath, RecordMerge.Document(documentFile.Text, before, merged)),
            new(textPath, text is null || textFile is null ? DocumentWriter.Text(merged, imported.Text) : RecordMerge.Text(textFile.Text, merged, text, imported.Text)),
        ];
        var changed = files.Where(f => existing.All(e => e.Path != f.Path || e.Text != f.Text)).ToImmutableArray();
        return new(new(merged, imported.Text, changed), RecordMerge.Changes(before, merged, text, imported.Text, imported.Source));
    }

    private static ImmutableArray<Diagnostic> Findings(Document document, DocumentText text, SourceText source)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        // A decision may be a single sentence.
        if (!document.Provisions.Any(p => p.Printed is not null) && (document.Kind != DocumentKind.Decision || document.Provisions.IsEmpty))
        {
            var known = document.Symbol.Value.Length > 0 || document.Head.Any(b => b.Id is "session" or "agenda-item" or "enacting");
            findings.Add(known
                ? new(ImportRules.NoNumberedParagraph, new(source.Path, 0, 0), "the text has no numbered paragraph", "a report or resolution has paragraphs that start with \"1.\"")
                : new(ImportRules.NotADocument, new(source.Path, 0, 0), "the text is no UN document: no session, no symbol, no numbered paragraph"));
            return findings.ToImmutable();
        }
        if (document.Symbol.Value.Length == 0)
            findings.Add(new(ImportRules.NoSymbol, new(source.Path, 0, 0), "neither the title page nor a running head tells the symbol", "name it with --symbol A/67/776"));
        findings.AddRange(LosslessCheck.Check(document, text, source));
        findings.AddRange(NumberGaps.Find(document, source));
        return findings.ToImmutable();
    }

    // Han characters decide: an English document has none to speak of.
    private static string? Detect(string text)
    {
        var (han, latin) = (0, 0);
        foreach (var c in text)
        {
            if (Han.IsHan(c)) han++;
            else if (char.IsAsciiLetter(c)) latin++;
        }
        return han > 0 && han * 4 >= latin ? "zh" : latin > 0 && EnglishWords.Count(text) * 25 >= latin / 5 ? "en" : null;
    }

    private static Outcome<ImportedSource?> Refuse(SourceText source, Rule rule, string message, string hint) =>
        new(null, [new Diagnostic(rule, new(source.Path, 0, 0), message, hint)]);
}
