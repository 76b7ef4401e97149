using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>The folders of documents that an earlier build has read. A folder is taken over when its files are the very same objects.</summary>
public sealed class LoadedFolders
{
    private Dictionary<string, (ImmutableArray<SourceText> Files, DocumentFolder Folder)> known = new(StringComparer.Ordinal);

    /// <summary>Null when the folder has not been read so.</summary>
    internal DocumentFolder? Of(string folder, ImmutableArray<SourceText> files) =>
        known.TryGetValue(folder, out var read) && read.Files.AsSpan().SequenceEqual(files.AsSpan(), ReferenceEqualityComparer.Instance) ? read.Folder : null;

    /// <summary>What the folder held; null when there was no such folder.</summary>
    internal DocumentFolder? At(string folder) => known.TryGetValue(folder, out var read) ? read.Folder : null;

    internal void Keep(IReadOnlyList<IGrouping<string?, SourceText>> files, IReadOnlyList<DocumentFolder> folders) =>
        known = files.Zip(folders).ToDictionary(f => f.First.Key!, f => (f.First.ToImmutableArray(), f.Second), StringComparer.Ordinal);
}
