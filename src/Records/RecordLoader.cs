using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>Reads all records of a site. Pure; never throws; the order of the files does not matter.</summary>
public static class RecordLoader
{
    private const string SitePath = "input/site.yaml", BodiesPath = "input/bodies/bodies.yaml", CitedPath = "input/documents/cited.yaml",
        DocumentsFolder = "input/documents/";

    /// <param name="files">Every *.yaml below input/, with paths such as "input/documents/A-67-776/document.yaml".</param>
    /// <returns>Whatever can be used; all findings, sorted.</returns>
    public static Outcome<SiteRecords> Load(IReadOnlyList<SourceText> files)
    {
        var sorted = files.OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Text, StringComparer.Ordinal)
            .DistinctBy(f => f.Path, StringComparer.Ordinal).ToList();
        var byFolder = sorted.Where(f => FolderOf(f) is not null).GroupBy(FolderOf, StringComparer.Ordinal).ToList();
        var folders = new DocumentFolder[byFolder.Count];
        Parallel.For(0, folders.Length, i => folders[i] = DocumentLoader.Read([.. byFolder[i]]));
        var findings = folders.SelectMany(f => f.Findings).ToList();
        var references = folders.SelectMany(f => f.References).ToList();

        var site = ReadFile(SiteRecord.File, SitePath, out var siteIsWhole);
        var bodies = ReadFile(BodyRecord.File, BodiesPath, out var bodiesAreWhole)?.Bodies ?? [];
        var cited = ReadFile(CitedRecord.File, CitedPath, out _)?.Documents ?? [];
        if (sorted.All(f => f.Path != SitePath))
            findings.Add(Reading.Finding(RecordRules.MissingFile, new(SitePath, 0, 0), "The site has no site.yaml",
                "it gives the title, the languages and the address"));
        ReportUnknownFiles(sorted, findings);

        var documents = folders.Select(f => f.Document).OfType<Document>()
            .OrderBy(d => d.Symbol).ThenBy(d => d.Span.Path, StringComparer.Ordinal).ToImmutableArray();
        cited = [.. cited.OrderBy(c => c.Symbol).ThenBy(c => c.Span.Start)];
        var checks = new SiteChecks(findings);
        checks.CheckSymbols(documents, cited);
        checks.CheckBodies(bodies);
        if (sorted.All(f => f.Path != BodiesPath) && references.Exists(r => r.Kind == ReferenceKind.Body))
            findings.Add(Reading.Finding(RecordRules.MissingFile, new(BodiesPath, 0, 0),
                "The site has no bodies.yaml, but records refer to bodies",
                "list there what issues the documents and what they are addressed to"));
        else if (bodiesAreWhole) checks.CheckBodyReferences(references, bodies);
        if (siteIsWhole && site is { Languages.IsEmpty: false }) checks.CheckLanguages(references, site);

        var records = new SiteRecords
        {
            Site = site ?? new() { Title = new(null, null), Languages = [], BaseUrl = "" },
            Documents = [.. documents.DistinctBy(d => d.Symbol)],
            Cited = [.. cited.DistinctBy(c => c.Symbol)],
            Bodies = [.. bodies.DistinctBy(b => b.Id, StringComparer.Ordinal)],
        };
        return new(records, DiagnosticPrinter.Sort(findings));

        T? ReadFile<T>(RecordShape<T> shape, string path, out bool whole) where T : class
        {
            whole = true;
            if (sorted.Find(f => f.Path == path) is not { } file) return null;
            var reading = new Reading(file);
            var record = shape.ReadFile(reading);
            whole = record is not null && !reading.IsPartial;
            findings.AddRange(reading.Findings);
            references.AddRange(reading.References);
            return record;
        }
    }

    /// <summary>"input/documents/A-67-776/document.yaml" -> "A-67-776"; null for what is not directly in a folder of a document.</summary>
    private static string? FolderOf(SourceText file) =>
        file.Path.StartsWith(DocumentsFolder, StringComparison.Ordinal)
            && file.Path[DocumentsFolder.Length..].Split('/') is [var folder, _] ? folder : null;

    private static void ReportUnknownFiles(List<SourceText> files, List<Diagnostic> findings)
    {
        string[] known = [SitePath, BodiesPath, CitedPath];
        foreach (var file in files)
            if (!known.Contains(file.Path) && FolderOf(file) is null)
                findings.Add(Reading.Finding(RecordRules.UnknownFile, new(file.Path, 0, 0), "Nothing reads this file",
                    Nearest.To(file.Path, known) is { } near ? $"rename it to {near}"
                        : $"records are {string.Join(", ", known)} and {DocumentsFolder}SYMBOL/*.yaml"));
    }
}
