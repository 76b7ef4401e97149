using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>Reads the records of one document. Pure; never throws.</summary>
public static class DocumentLoader
{
    /// <param name="files">Files of one folder below input/documents: document.yaml and text.LANGUAGE.yaml, in any order.</param>
    /// <returns>Null when document.yaml is absent or its symbol cannot be read. Whether the bodies and languages exist is not
    /// checked here.</returns>
    public static Outcome<Document?> Load(IReadOnlyList<SourceText> files)
    {
        if (files.Count == 0) return new(null, []);
        var folder = Read([.. files.OrderBy(f => f.Path, StringComparer.Ordinal)]);
        return new(folder.Document, DiagnosticPrinter.Sort(folder.Findings));
    }

    /// <param name="files">In ordinal order of their paths, at least one.</param>
    /// <param name="known">What the folder held in an earlier build: files that are the same objects are not read again. Null for none.</param>
    internal static DocumentFolder Read(IReadOnlyList<SourceText> files, DocumentFolder? known = null)
    {
        var findings = new List<Diagnostic>();
        var references = new List<Reference>();
        var recordFile = files.FirstOrDefault(f => NameOf(f) == "document.yaml");
        // What document.yaml says of the source text depends on whether there is one.
        var same = known?.Record is { } before && ReferenceEquals(before.File, recordFile) && known.Names.SequenceEqual(files.Select(f => f.Path), StringComparer.Ordinal) ? before : null;
        var record = same ?? ReadDocument(files);
        findings.AddRange(record.Findings);
        references.AddRange(record.References);
        var (document, usable) = (record.Document, record.IsUsable);
        var texts = new List<DocumentText>();
        var read = new List<ReadText>();
        var bases = new List<(string Language, SourceText File)>();
        foreach (var file in files)
        {
            var name = NameOf(file);
            if (name == "document.yaml") continue;
            if (LanguageOf(name, "basis") is { } translation)
            {
                bases.Add((translation, file));
                continue;
            }
            if (LanguageOf(name, "text") is not { } language)
            {
                findings.Add(Reading.Finding(RecordRules.UnknownFile, new(file.Path, 0, 0),
                    $"Nothing reads the file {Nearest.Shorten(name)}",
                    "the files of a document are document.yaml and text.LANGUAGE.yaml, such as text.zh.yaml"));
                continue;
            }
            var text = (same is null ? null : known!.Texts.Find(t => ReferenceEquals(t.File, file))) ?? ReadText(file, language, usable ? document : null);
            if (text.Text is not null) texts.Add(text.Text);
            read.Add(text);
            findings.AddRange(text.Findings);
            references.AddRange(text.References);
        }
        foreach (var (language, file) in bases)
        {
            var reading = new Reading(file);
            var at = texts.FindIndex(t => t.Language == language);
            var basis = BasisRecord.File.ReadFile(reading);
            if (at < 0)
                reading.Report(RecordRules.DanglingId, reading.Span(0, 0), $"There is no text.{language}.yaml that this could be the basis of", "remove this file");
            else if (basis is not null && usable) texts[at] = texts[at] with { Basis = BasisChecks.Check(basis, document!, texts[at], reading) };
            findings.AddRange(reading.Findings);
            references.AddRange(reading.References);
        }
        if (usable) BasisChecks.FindStale(document!, texts, findings);
        var parts = new DocumentFolder(null, findings, references) { Record = record, Texts = read, Names = [.. files.Select(f => f.Path)] };
        if (document is null) return parts;
        var ordered = texts.OrderBy(t => t.Language != document.Source.Language).ThenBy(t => t.Language, StringComparer.Ordinal);
        return parts with { Document = document.Symbol.Value.Length == 0 ? null : document with { Texts = [.. ordered] } };
    }

    private static ReadText ReadText(SourceText file, string language, Document? document)
    {
        var reading = new Reading(file);
        reading.Refer(ReferenceKind.Language, language, new(file.Path, 0, 0));
        DisguisedSymbols.Report(reading);
        var text = TextRecord.File.ReadFile(reading) is { } record ? new TextChecks(document, language, record, reading).Check() : null;
        return new(file, text, reading.Findings, reading.References);
    }

    private static ReadRecord ReadDocument(IReadOnlyList<SourceText> files)
    {
        if (files.FirstOrDefault(f => NameOf(f) == "document.yaml") is not { } file)
            return new(null, null, false,
                [Reading.Finding(RecordRules.MissingFile, new(files[0].Path, 0, 0), "This folder has no document.yaml", "it says what the texts belong to")], []);
        var usable = false;
        var reading = new Reading(file);
        var document = DocumentRecord.File.ReadFile(reading);
        DisguisedSymbols.Report(reading);
        if (document is not null)
        {
            usable = !reading.IsPartial;
            DocumentChecks.Check(document, reading);
            CheckFolder(document, file, reading);
            CheckSourceText(document, files, reading);
        }
        return new(file, document, usable, reading.Findings, reading.References);
    }

    private static void CheckFolder(Document document, SourceText file, Reading reading)
    {
        var folder = file.Path.Split('/') is [.., var parent, _] ? parent : null;
        if (document.Symbol.Value.Length > 0 && folder is not null && folder != document.Symbol.Slug)
            reading.Report(RecordRules.FolderName, document.Span, $"The folder of {document.Symbol} is named {Nearest.Shorten(folder)}",
                $"rename it to {document.Symbol.Slug}");
    }

    private static void CheckSourceText(Document document, IReadOnlyList<SourceText> files, Reading reading)
    {
        var language = document.Source.Language;
        if (language.Length == 0 || files.Any(f => NameOf(f) == $"text.{language}.yaml")) return;
        var place = reading.References.FirstOrDefault(r => r.Kind == ReferenceKind.Language)?.Span ?? default;
        reading.Report(RecordRules.MissingText, place, $"There is no text.{language}.yaml, the text in the source language",
            "import the source, or write it");
    }

    private static string NameOf(SourceText file) => file.Path[(file.Path.LastIndexOf('/') + 1)..];

    /// <summary>"text.zh.yaml" -> "zh"; null for another name.</summary>
    private static string? LanguageOf(string name, string kind) =>
        name.Split('.') is [var first, { Length: 2 or 3 } code, "yaml"] && first == kind && code.All(char.IsAsciiLetterLower) ? code : null;
}

/// <summary>What one folder gives.</summary>
/// <param name="Document">Null when there is none that can be named.</param>
/// <param name="References">To bodies and languages, still to be checked.</param>
internal sealed record DocumentFolder(Document? Document, List<Diagnostic> Findings, List<Reference> References)
{
    /// <summary>What document.yaml gave, without texts.</summary>
    public required ReadRecord Record { get; init; }

    public required List<ReadText> Texts { get; init; }

    /// <summary>The paths of its files.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>All its findings, those about its references too.</summary>
    public List<Diagnostic> FindingsWith(ReferenceChecks checks) => [.. Findings, .. checks.Check(References)];

    /// <summary>Without the texts of its files, so that they need no memory any more; nothing can be taken over from it.</summary>
    public DocumentFolder WithoutFiles() => this with { Record = Record with { File = null }, Texts = [] };
}

/// <summary>document.yaml, read.</summary>
/// <param name="File">Null when there is none.</param>
/// <param name="IsUsable">True when what it lists is all there is: only then can texts be compared with it.</param>
internal sealed record ReadRecord(SourceText? File, Document? Document, bool IsUsable, IReadOnlyList<Diagnostic> Findings, IReadOnlyList<Reference> References);

/// <summary>A text file, read and compared with its document.yaml.</summary>
/// <param name="Text">Null when nothing can be read.</param>
internal sealed record ReadText(SourceText File, DocumentText? Text, IReadOnlyList<Diagnostic> Findings, IReadOnlyList<Reference> References);
