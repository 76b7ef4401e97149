using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>The folders of documents that an earlier build has read. A folder is taken over when its files are the very same objects.</summary>
public sealed class LoadedFolders
{
    private Dictionary<string, Known> known = new(StringComparer.Ordinal);

    // Null where an edit needs a look at everything.
    private Loaded? last;

    /// <param name="Files">In ordinal order of their paths.</param>
    /// <param name="Findings">As <see cref="DocumentFolder.FindingsWith"/> gives them.</param>
    private sealed record Known(ImmutableArray<SourceText> Files, DocumentFolder Folder, List<Diagnostic> Findings);

    /// <param name="Files">All, as they were given.</param>
    /// <param name="Findings">Those that are of no folder.</param>
    private sealed record Loaded(ImmutableArray<SourceText> Files, List<Diagnostic> Findings, ReferenceChecks Checks, SiteRecords Records);

    /// <summary>Null when the folder has not been read so.</summary>
    internal DocumentFolder? Of(string folder, ImmutableArray<SourceText> files) =>
        known.TryGetValue(folder, out var read) && read.Files.AsSpan().SequenceEqual(files.AsSpan(), ReferenceEqualityComparer.Instance) ? read.Folder : null;

    /// <summary>What the folder held; null when there was no such folder.</summary>
    internal DocumentFolder? At(string folder) => known.TryGetValue(folder, out var read) ? read.Folder : null;

    /// <summary>The records after an edit that has changed nothing but files of documents, none of which has another symbol or place now; null after another edit.</summary>
    internal Outcome<SiteRecords>? After(IReadOnlyList<SourceText> files)
    {
        if (last is null || last.Files.Length != files.Count) return null;
        var edited = new Dictionary<string, Known>(StringComparer.Ordinal);
        for (var i = 0; i < files.Count; i++)
        {
            var (before, file) = (last.Files[i], files[i]);
            if (ReferenceEquals(before, file)) continue;
            if (before.Path != file.Path || RecordLoader.FolderOf(file.Path) is not { } name || !known.TryGetValue(name, out var folder)) return null;
            folder = edited.GetValueOrDefault(name, folder);
            edited[name] = folder with { Files = folder.Files.Replace(before, file, ReferenceEqualityComparer.Instance) };
        }
        var documents = last.Records.Documents.ToBuilder();
        foreach (var name in edited.Keys.ToList())
        {
            var before = known[name].Folder;
            var folder = DocumentLoader.Read(edited[name].Files, before);
            if (!IsAlike(before, folder)) return null;
            edited[name] = new(edited[name].Files, folder, folder.FindingsWith(last.Checks));
            if (before.Document is not null) documents[documents.IndexOf(before.Document, 0, documents.Count, ReferenceEqualityComparer.Instance)] = folder.Document!;
        }
        foreach (var (name, folder) in edited) known[name] = folder;
        var records = edited.Count == 0 ? last.Records : last.Records with { Documents = documents.DrainToImmutable() };
        last = last with { Files = [.. files], Records = records };
        return new(records, DiagnosticPrinter.Sort(last.Findings.Concat(known.Values.SelectMany(f => f.Findings))));
    }

    internal void Keep(
        ImmutableArray<SourceText> files, IEnumerable<(IGrouping<string?, SourceText> Files, DocumentFolder Folder, List<Diagnostic> Findings)> folders,
        List<Diagnostic> findings, ReferenceChecks checks, SiteRecords records)
    {
        known = folders.ToDictionary(f => f.Files.Key!, f => new Known([.. f.Files], f.Folder, f.Findings), StringComparer.Ordinal);
        last = new(files, findings, checks, records);
    }

    internal void Forget()
    {
        known.Clear();
        last = null;
    }

    // What is checked between documents looks at their symbols, at the place that names them, and at whether anything refers to a kind of record.
    private static bool IsAlike(DocumentFolder before, DocumentFolder now) =>
        before.Document?.Symbol == now.Document?.Symbol && before.Document?.Span == now.Document?.Span
        && before.References.Select(r => r.Kind).ToHashSet().SetEquals(now.References.Select(r => r.Kind));
}
