using System.Buffers;
using System.Runtime.InteropServices;

namespace StaticSite.Build;

/// <remarks>Files that have not changed are not written again: the new folder gets a second name (hard link) of the published file, which keeps its time, so that
/// what copies a site by time and size copies only what changed. Nothing is ever written into a file that has a name already.</remarks>
public sealed partial class OutputFolder
{
    // False where the system or the file system knows no such names: then the file is written.
    private bool KeepUnchanged(string path, string file, ReadOnlySpan<byte> content)
    {
        if (!hasPublished || OperatingSystem.IsWindows()) return false;
        var published = Path.Combine(target, path);
        try
        {
            if (new FileInfo(published) is not { Exists: true } old || old.Length != content.Length || old.Attributes.HasFlag(FileAttributes.ReparsePoint)) return false;
            return HasContent(published, content) && Link(published, file) == 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody clears the published folder at this moment, or may not read it: a file that is written anew is right in any case.
            return false;
        }
    }

    private static bool HasContent(string file, ReadOnlySpan<byte> content)
    {
        using var handle = File.OpenHandle(file);
        var buffer = ArrayPool<byte>.Shared.Rent(content.Length);
        try
        {
            var read = 0;
            while (read < content.Length && RandomAccess.Read(handle, buffer.AsSpan(read, content.Length - read), read) is > 0 and var more) read += more;
            return read == content.Length && RandomAccess.GetLength(handle) == read && buffer.AsSpan(0, read).SequenceEqual(content);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // link(2), POSIX: fails where the new name is taken, or the file system has no second names.
    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string existing, string made);
}
