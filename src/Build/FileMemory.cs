using System.Collections.Concurrent;
using System.IO.Enumeration;

using StaticSite.Diagnostics;
using StaticSite.Exports;

namespace StaticSite.Build;

/// <summary>Text files as they were last read: a file that has not changed gives the same object again, and is not opened when its size and time say that it
/// has not. A file that was written shortly before it was read is opened all the same, since the clock of a file system may be coarse.</summary>
/// <param name="time">The clock of the machine.</param>
public sealed class FileMemory(TimeProvider time)
{
    // Coarser clocks than this are not in use any more (FAT: two seconds).
    private static readonly TimeSpan Doubtful = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, Known> files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, KnownAsset> assets = new(StringComparer.Ordinal);

    /// <param name="ReadAt">When the reading began, by the clock of the machine.</param>
    private sealed record Known(FoundFile Found, DateTime ReadAt, SourceText Text);

    private sealed record KnownAsset(FoundFile Found, DateTime ReadAt, ReadAsset Asset);

    private DateTime began;

    /// <summary>What was last read; null before that, and when it had findings or links, which are looked at each time.</summary>
    internal ReadFolders? Last { get; set; }

    /// <summary>To be called before the folders are read.</summary>
    internal void Begin() => began = time.GetUtcNow().UtcDateTime;

    /// <summary>Null when the file must be read.</summary>
    internal Outcome<SourceText?>? Of(FoundFile file, string path) =>
        files.TryGetValue(file.Path, out var known) && known.Text.Path == path && IsSame(file, known.Found, known.ReadAt) ? new(known.Text, []) : null;

    /// <summary>Null when the file must be read.</summary>
    internal ReadAsset? AssetOf(FoundFile file, string below) =>
        assets.TryGetValue(file.Path, out var known) && known.Asset.File.Path == below && IsSame(file, known.Found, known.ReadAt) ? known.Asset : null;

    private static bool IsSame(FoundFile file, FoundFile known, DateTime readAt) => !file.IsLink && known == file && file.Written + Doubtful < readAt;

    /// <summary>What was read, as the object that was known before where the text is the same.</summary>
    internal Outcome<SourceText?> Keep(FoundFile file, Outcome<SourceText?> read)
    {
        if (read.Value is not { } text)
        {
            files.TryRemove(file.Path, out _);
            return read;
        }
        if (files.TryGetValue(file.Path, out var known) && known.Text.Path == text.Path && known.Text.Text == text.Text) text = known.Text;
        files[file.Path] = new(file, began, text);
        return new(text, read.Diagnostics);
    }

    /// <summary>The same for an asset.</summary>
    internal ReadAsset Keep(FoundFile file, ReadAsset read)
    {
        if (assets.TryGetValue(file.Path, out var known) && known.Asset.File.Path == read.File.Path
            && known.Asset.File.Content.Span.SequenceEqual(read.File.Content.Span)) read = known.Asset;
        assets[file.Path] = new(file, began, read);
        return read;
    }
}

/// <param name="InputFolder">As it was named.</param>
/// <param name="ThemeFolder">As it was named.</param>
/// <param name="Paths">Of all files that were found.</param>
internal sealed record ReadFolders(string InputFolder, string ThemeFolder, SiteInput Input, HashSet<string> Paths);

/// <param name="Style">Its text, of a style sheet.</param>
internal sealed record ReadAsset(OutputFile File, SourceText? Style);

/// <summary>A file as the folder tells of it.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="Written">When it was last written, UTC.</param>
internal sealed record FoundFile(string Path, long Length, DateTime Written, bool IsLink)
{
    public static FoundFile Of(ref FileSystemEntry entry) => new(
        entry.ToFullPath(), entry.Length, entry.LastWriteTimeUtc.UtcDateTime, entry.Attributes.HasFlag(FileAttributes.ReparsePoint));
}
