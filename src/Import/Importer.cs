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
public sealed record ImportedSource(Document Document, DocumentText Text);

/// <summary>Source text -> records. Pure: reads and writes no file.</summary>
public static class Importer
{
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
        return new(findings.Any(f => f.Rule.Severity == Severity.Error) ? null : new ImportedSource(document, text), findings);
    }

    private static ImmutableArray<Diagnostic> Findings(Document document, DocumentText text, SourceText source)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        if (!document.Provisions.Any(p => p.Printed is not null))
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
