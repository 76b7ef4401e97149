using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>Reads all records of a site. Pure; never throws; the order of the files does not matter.</summary>
public static class RecordLoader
{
    private const string SitePath = "input/site.yaml", BodiesPath = "input/bodies/bodies.yaml", CitedPath = "input/documents/cited.yaml",
        ActsPath = "input/framework/acts.yaml", ComponentsPath = "input/framework/components.yaml", ThreadsPath = "input/framework/threads.yaml",
        IndicatorsPath = "input/framework/indicators.yaml", ProgressPath = "input/progress/reports.yaml", TermsPath = "input/definitions/terms.yaml",
        DocumentsFolder = "input/documents/";

    private static readonly ImmutableArray<string> Known =
        [SitePath, BodiesPath, CitedPath, ActsPath, ComponentsPath, ThreadsPath, IndicatorsPath, ProgressPath, TermsPath];

    /// <param name="files">Every *.yaml and *.md below input/, with paths such as "input/documents/A-67-776/document.yaml".</param>
    /// <returns>Whatever can be used; all findings, sorted.</returns>
    /// <param name="known">The folders that an earlier build has read, taken over where their files are the same objects, and kept; null for none.</param>
    public static Outcome<SiteRecords> Load(IReadOnlyList<SourceText> files, LoadedFolders? known = null) => Load(files, [], known);

    /// <param name="read">Folders of documents that have been read already; their files are not among <paramref name="files"/>.</param>
    internal static Outcome<SiteRecords> Load(IReadOnlyList<SourceText> files, ImmutableArray<DocumentFolder> read, LoadedFolders? known)
    {
        if (read.IsEmpty && known?.After(files) is { } edited) return edited;
        var sorted = files.OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Text, StringComparer.Ordinal)
            .DistinctBy(f => f.Path, StringComparer.Ordinal).ToList();
        var pageFiles = sorted.FindAll(PageRecord.IsPage);
        sorted.RemoveAll(PageRecord.IsPage);
        var byFolder = sorted.Where(f => FolderOf(f.Path) is not null).GroupBy(f => FolderOf(f.Path), StringComparer.Ordinal).ToList();
        var folders = new DocumentFolder[byFolder.Count];
        Parallel.For(0, folders.Length, i =>
        {
            ImmutableArray<SourceText> inFolder = [.. byFolder[i]];
            folders[i] = known?.Of(byFolder[i].Key!, inFolder) ?? DocumentLoader.Read(inFolder, known?.At(byFolder[i].Key!));
        });
        if (!read.IsEmpty) folders = [.. folders, .. read];
        // Those of document folders are told apart: after an edit they are all that can be other.
        var findings = new List<Diagnostic>();
        var references = new List<Reference>();
        var lookups = new ReferenceChecks();

        var site = ReadFile(SiteRecord.File, SitePath, out var siteIsWhole);
        var bodies = ReadFile(BodyRecord.File, BodiesPath, out var bodiesAreWhole)?.Bodies ?? [];
        var cited = ReadFile(CitedRecord.File, CitedPath, out _)?.Documents ?? [];
        var acts = ReadFile(ActRecord.File, ActsPath, out var actsAreWhole)?.Acts ?? [];
        var components = ReadFile(ComponentRecord.File, ComponentsPath, out var componentsAreWhole)?.Components ?? [];
        var followUp = ReadFile(ThreadRecord.File, ThreadsPath, out _) ?? FollowUp.None;
        var indicators = ReadFile(IndicatorRecord.File, IndicatorsPath, out _)?.Indicators ?? [];
        var progress = ReadFile(ProgressRecord.File, ProgressPath, out _)?.Reports ?? [];
        var terms = ReadFile(TermRecord.File, TermsPath, out var termsAreWhole)?.Terms ?? [];
        var pages = pageFiles.Select(ReadPage).OfType<EditorPage>().ToList();
        if (sorted.All(f => f.Path != SitePath))
            findings.Add(Reading.Finding(RecordRules.MissingFile, new(SitePath, 0, 0), "The site has no site.yaml",
                "it gives the title, the languages and the address"));
        ReportUnknownFiles(sorted, findings);

        var documents = folders.Select(f => f.Document).OfType<Document>()
            .OrderBy(d => d.Symbol.Value, StringComparer.Ordinal).ThenBy(d => d.Span.Path, StringComparer.Ordinal).ToImmutableArray();
        cited = [.. cited.OrderBy(c => c.Symbol.Value, StringComparer.Ordinal).ThenBy(c => c.Span.Start)];
        var checks = new SiteChecks(findings);
        checks.CheckSymbols(documents, cited);
        checks.CheckParents(bodies);
        Check(ReferenceKind.Body, "body", BodiesPath, bodiesAreWhole, [.. bodies.Select(b => new LocatedId(b.Id, b.Span))],
            "list there what issues the documents and what they are addressed to");
        Check(ReferenceKind.Act, "act", ActsPath, actsAreWhole, [.. acts.Select(a => new LocatedId(a.Id, a.Span))], "list there what provisions can do");
        Check(ReferenceKind.Component, "component", ComponentsPath, componentsAreWhole, [.. components.Select(c => new LocatedId(c.Id, c.Span))],
            "list there the components of the framework");
        Check(ReferenceKind.Term, "term", TermsPath, termsAreWhole, [.. terms.Select(t => new LocatedId(t.Id, t.Span))], "list there the terms");
        checks.CheckUnique([.. followUp.Threads.Select(t => new LocatedId(t.Id, t.Span))]);
        checks.CheckUnique([.. indicators.Select(i => new LocatedId(i.Id, i.Span))]);
        checks.CheckUnique([.. progress.Select(r => new LocatedId(r.Id, r.Span))]);
        if (siteIsWhole && site is { Languages.IsEmpty: false }) lookups.DefineLanguages(site);
        findings.AddRange(lookups.Check(references));

        var records = new SiteRecords
        {
            Site = site ?? new() { Title = new(null, null), Languages = [], BaseUrl = "" },
            Documents = [.. documents.DistinctBy(d => d.Symbol.Value, StringComparer.Ordinal)],
            Cited = [.. cited.DistinctBy(c => c.Symbol.Value, StringComparer.Ordinal)],
            Bodies = [.. bodies.DistinctBy(b => b.Id, StringComparer.Ordinal)],
            Acts = [.. acts.DistinctBy(a => a.Id, StringComparer.Ordinal)],
            Components = [.. components.DistinctBy(c => c.Id, StringComparer.Ordinal)],
            FollowUp = followUp with { Threads = [.. followUp.Threads.DistinctBy(t => t.Id, StringComparer.Ordinal)] },
            Indicators = [.. indicators.DistinctBy(i => i.Id, StringComparer.Ordinal)],
            Progress = [.. progress.DistinctBy(r => r.Id, StringComparer.Ordinal)],
            Terms = [.. terms.DistinctBy(t => t.Id, StringComparer.Ordinal)],
            Pages = [.. pages.OrderBy(p => p.Order ?? int.MaxValue).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Language, StringComparer.Ordinal)],
        };
        var inFolders = Array.ConvertAll(folders, f => f.FindingsWith(lookups));
        // Two files of one path, two documents of one symbol: which of them counts is not told again after an edit.
        if (read.IsEmpty && sorted.Count + pageFiles.Count == files.Count && records.Documents.Length == documents.Length)
            known?.Keep([.. files], byFolder.Zip(folders, inFolders), findings, lookups, records);
        else known?.Forget();
        return new(records, DiagnosticPrinter.Sort(findings.Concat(inFolders.SelectMany(f => f))));

        // What cannot be read whole may have the id: then nobody is blamed for naming it.
        void Check(ReferenceKind kind, string what, string path, bool isWhole, ImmutableArray<LocatedId> ids, string purpose)
        {
            checks.CheckUnique(ids);
            if (sorted.All(f => f.Path != path) && (references.Exists(r => r.Kind == kind) || Array.Exists(folders, f => f.References.Exists(r => r.Kind == kind))))
                findings.Add(Reading.Finding(RecordRules.MissingFile, new(path, 0, 0),
                    $"The site has no {path[(path.LastIndexOf('/') + 1)..]}, but records refer to {SiteChecks.Plural(what)}", purpose));
            else if (isWhole) lookups.Define(kind, what, path, [.. ids.Select(i => i.Id)]);
        }

        EditorPage? ReadPage(SourceText file)
        {
            var reading = new Reading(file);
            var page = PageRecord.Read(reading);
            DisguisedSymbols.Report(reading);
            findings.AddRange(reading.Findings);
            references.AddRange(reading.References);
            return page;
        }

        T? ReadFile<T>(RecordShape<T> shape, string path, out bool whole) where T : class
        {
            whole = true;
            if (sorted.Find(f => f.Path == path) is not { } file) return null;
            var reading = new Reading(file);
            var record = shape.ReadFile(reading);
            DisguisedSymbols.Report(reading);
            whole = record is not null && !reading.IsPartial;
            findings.AddRange(reading.Findings);
            references.AddRange(reading.References);
            return record;
        }
    }

    /// <summary>True for the files of held documents.</summary>
    public static bool IsOfDocument(SourceText file) => FolderOf(file.Path) is not null;

    /// <summary>"input/documents/A-67-776/document.yaml" -> "A-67-776"; null for what is not directly in a folder of a document.</summary>
    internal static string? FolderOf(string path)
    {
        if (!path.StartsWith(DocumentsFolder, StringComparison.Ordinal)) return null;
        var slash = path.IndexOf('/', DocumentsFolder.Length);
        return slash >= 0 && slash == path.LastIndexOf('/') ? path[DocumentsFolder.Length..slash] : null;
    }

    private static void ReportUnknownFiles(List<SourceText> files, List<Diagnostic> findings)
    {
        foreach (var file in files)
            if (!Known.Contains(file.Path) && FolderOf(file.Path) is null)
                findings.Add(Reading.Finding(RecordRules.UnknownFile, new(file.Path, 0, 0), "Nothing reads this file",
                    Nearest.To(file.Path, Known) is { } near ? $"rename it to {near}"
                        : $"records are {string.Join(", ", Known)} and {DocumentsFolder}SYMBOL/*.yaml, pages {PageRecord.Folder}LANGUAGE/*{PageRecord.Extension}"));
    }
}
