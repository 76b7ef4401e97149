using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Records;

namespace StaticSite.Import;

/// <summary>An official text in another language than the source of the records: it becomes a text file beside the first and changes nothing else.
/// Lines, labels and furniture stay those of the source.</summary>
internal static class SecondLanguage
{
    /// <param name="path">Path of the text file: "input/documents/A-67-776/text.en.yaml".</param>
    /// <param name="existing">The text file as it is; null when there is none.</param>
    /// <returns>Null with findings when a translation made by hand stands there, or when the two languages do not have the same provisions.</returns>
    public static Outcome<ImportResult?> Merge(ImportedSource imported, Document document, string path, SourceText? existing)
    {
        var source = imported.Source.Path;
        var before = document.TextIn(imported.Text.Language);
        if (before is not null && before.Status != TextStatus.Official)
            return new(null, [new(ImportRules.TranslationKept, new(source, 0, 0), $"{path} is a translation made by hand, and stays as it is", "move it away to take the official text")]);

        var differences = Differences(imported, document);
        if (differences.Any(d => d.Rule.Severity == Severity.Error)) return new(null, differences);
        var text = existing is null || before is null ? DocumentWriter.Text(document, imported.Text) : RecordMerge.Text(existing.Text, document, before, imported.Text);
        ImmutableArray<SourceText> files = existing?.Text == text ? [] : [new(path, text)];
        return new(new(document, imported.Text, files), differences);
    }

    // Provisions, headings and footnotes are the same in all languages, or one of the two sources was misread; title pages may differ.
    private static ImmutableArray<Diagnostic> Differences(ImportedSource imported, Document document)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var fresh = imported.Document;
        Compare("provision", document.Provisions.Select(p => p.Id), fresh.Provisions.Select(p => (p.Id, p.Lines)));
        Compare("section", document.Sections.Select(s => s.Id), fresh.Sections.Select(s => (s.Id, s.Lines)));
        Compare("footnote", document.Footnotes.Select(f => f.Id), fresh.Footnotes.Select(f => (f.Id, f.Lines)));
        var blocks = document.Head.Concat(document.Closing).Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var block in fresh.Head.Concat(fresh.Closing).Where(b => !blocks.Contains(b.Id)))
            findings.Add(new(ImportRules.BlockLeftOut, At(block.Lines), $"the records have no block {block.Id}, so its words are left out", "add it to document.yaml if readers need it"));
        return findings.ToImmutable();

        void Compare(string noun, IEnumerable<string> known, IEnumerable<(string Id, LineRange Lines)> found)
        {
            var ids = found.ToList();
            var (left, right) = (known.ToHashSet(StringComparer.Ordinal), ids.Select(f => f.Id).ToHashSet(StringComparer.Ordinal));
            foreach (var (id, lines) in ids.Where(f => !left.Contains(f.Id)))
                findings.Add(new(ImportRules.OtherStructure, At(lines), $"the records, made from the {document.Source.Language} text, have no {noun} {id}", "compare the two sources; one of them was read wrongly"));
            foreach (var id in left.Where(id => !right.Contains(id)).Order(StringComparer.Ordinal))
                findings.Add(new(ImportRules.OtherStructure, new(imported.Source.Path, 0, 0), $"the text has no {noun} {id}, which the records have", "compare the two sources; one of them was read wrongly"));
        }

        SourceSpan At(LineRange lines) => new(imported.Source.Path, imported.Source.Offset(lines.First, 1), 0);
    }
}
