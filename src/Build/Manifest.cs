using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Exports;

namespace StaticSite.Build;

/// <summary>A list of all files of a site with their SHA-256 hashes, as sha256sum writes and reads it, and the comparison of a folder with it.</summary>
/// <remarks>A file a line, in ordinal order of the paths: 64 small hexadecimal digits, two blanks, the path below the folder with '/' separators. A path with
/// a backslash or a line break has it escaped ("\\", "\n", "\r") and a backslash before the line. It does not list itself, nor <see cref="OutputFolder.Marker"/>,
/// which is no part of the site.</remarks>
public static class Manifest
{
    /// <summary>Below the output folder.</summary>
    public const string Path = "manifest.sha256";

    /// <summary>A file has other bytes than were built.</summary>
    public static readonly Rule ChangedFile = new("check/changed-file", Severity.Error);

    /// <summary>A file that was built is not there.</summary>
    public static readonly Rule MissingFile = new("check/missing-file", Severity.Error);

    /// <summary>A file is there that was not built.</summary>
    public static readonly Rule ExtraFile = new("check/extra-file", Severity.Error);

    /// <summary>The manifest is not there, or is none.</summary>
    public static readonly Rule BadManifest = new("check/bad-manifest", Severity.Error);

    private const int HashDigits = 64;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <param name="hashes">Path -> SHA-256.</param>
    internal static string Print(IEnumerable<KeyValuePair<string, byte[]>> hashes)
    {
        var text = new StringBuilder();
        foreach (var (path, hash) in hashes.OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            var escaped = path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
            text.Append(escaped == path ? "" : "\\").Append(Convert.ToHexStringLower(hash)).Append("  ").Append(escaped).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>What differs between a folder and its manifest; the findings have the paths of the files.</summary>
    /// <param name="manifest">For the places of findings in it; null when it cannot be read.</param>
    public static ImmutableArray<Diagnostic> Verify(string folder, out SourceText? manifest, CancellationToken cancel = default)
    {
        var shown = System.IO.Path.TrimEndingDirectorySeparator(folder).Replace('\\', '/');
        var findings = new ConcurrentBag<Diagnostic>();
        var file = System.IO.Path.Combine(folder, Path);
        manifest = null;
        if (!File.Exists(file)) return [new(BadManifest, new($"{shown}/{Path}", 0, 0), "the folder has no manifest", "build with --manifest, and deploy it too")];
        var read = SiteFiles.ReadText(file, $"{shown}/{Path}", maxBytes: int.MaxValue);
        if (read.Value is not { } text) return read.Diagnostics;
        manifest = text;

        var listed = Parse(text, findings);
        IEnumerable<string> there;
        try
        {
            there = Files(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [.. findings, new(SiteFiles.Unreadable, new(shown, 0, 0), $"the folder cannot be read: {e.Message.ReplaceLineEndings(" ")}")];
        }
        var present = there.ToHashSet(StringComparer.Ordinal);
        foreach (var path in present.Where(p => p is not (Path or OutputFolder.Marker) && !listed.ContainsKey(p)))
            findings.Add(new(ExtraFile, new($"{shown}/{path}", 0, 0), "no build wrote this file", "delete it, or deploy the whole folder again"));
        Parallel.ForEach(listed, new ParallelOptions { CancellationToken = cancel }, entry =>
        {
            if (Compare(entry.Key, entry.Value) is { } finding) findings.Add(finding);
        });
        return [.. findings];

        Diagnostic? Compare(string path, string hash)
        {
            var span = new SourceSpan($"{shown}/{path}", 0, 0);
            if (!present.Contains(path)) return new(MissingFile, span, "the file was built and is not there", "deploy it again");
            try
            {
                using var stream = File.OpenRead(System.IO.Path.Combine(folder, path));
                return Convert.ToHexStringLower(SHA256.HashData(stream)) == hash ? null : new(ChangedFile, span, "the file is not the one that was built", "deploy it again");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return new(SiteFiles.Unreadable, span, $"the file cannot be read: {e.Message.ReplaceLineEndings(" ")}");
            }
        }
    }

    // Strict, so that nothing that was altered in the list itself goes unseen.
    private static Dictionary<string, string> Parse(SourceText manifest, ConcurrentBag<Diagnostic> findings)
    {
        var listed = new Dictionary<string, string>(StringComparer.Ordinal);
        var (start, last) = (0, "");
        while (start < manifest.Text.Length)
        {
            var end = manifest.Text.IndexOf('\n', start);
            var line = manifest.Text[start..(end < 0 ? manifest.Text.Length : end)];
            if (end < 0) Report("the last line does not end");
            else if (Entry(line) is not var (hash, path)) Report("this is no line of a manifest");
            else if (string.CompareOrdinal(last, path) >= 0) Report($"\"{path}\" is out of order");
            else listed[last = path] = hash;
            start = end < 0 ? manifest.Text.Length : end + 1;

            void Report(string message) => findings.Add(new(BadManifest, new(manifest.Path, start, line.Length), message, "the manifest was altered: deploy it again"));
        }
        return listed;
    }

    private static (string Hash, string Path)? Entry(string line)
    {
        var isEscaped = line.StartsWith('\\');
        if (isEscaped) line = line[1..];
        if (line.Length < HashDigits + 3 || line.AsSpan(0, HashDigits).IndexOfAnyExcept(Hexadecimal) >= 0 || line.AsSpan(HashDigits, 2) is not "  ") return null;
        var path = line[(HashDigits + 2)..];
        if (isEscaped != path.Contains('\\', StringComparison.Ordinal)) return null;
        if (isEscaped)
        {
            var plain = new StringBuilder();
            for (var i = 0; i < path.Length; i++)
            {
                if (path[i] != '\\') plain.Append(path[i]);
                else if (++i < path.Length && path[i] is 'n' or 'r' or '\\') plain.Append(path[i] switch { 'n' => '\n', 'r' => '\r', var c => c });
                else return null;
            }
            path = plain.ToString();
        }
        return path.Split('/').Any(s => s is "" or "." or "..") ? null : (line[..HashDigits], path);
    }

    // What links lead to is no part of the folder; a link to a file is read as that file.
    private static List<string> Files(string folder)
    {
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        var (found, open) = (new List<string>(), new Stack<DirectoryInfo>([new DirectoryInfo(folder)]));
        while (open.TryPop(out var next))
        {
            foreach (var entry in next.EnumerateFileSystemInfos("*", options))
            {
                if (entry is DirectoryInfo { LinkTarget: null } inner) open.Push(inner);
                else found.Add(System.IO.Path.GetRelativePath(folder, entry.FullName).Replace(System.IO.Path.DirectorySeparatorChar, '/'));
            }
        }
        return found;
    }
}

/// <summary>Hands the files of a build on, and writes their <see cref="Manifest"/> at its end.</summary>
public sealed class ManifestOutput(IOutput output) : IOutput
{
    private readonly ConcurrentDictionary<string, byte[]> hashes = new(StringComparer.Ordinal);

    public bool Keeps => output.Keeps;

    public void Write(OutputFile file)
    {
        hashes[file.Path] = SHA256.HashData(file.Content.Span);
        output.Write(file);
    }

    /// <summary>To be called once all files are written.</summary>
    public void WriteManifest() => output.Write(new(Manifest.Path, Encoding.UTF8.GetBytes(Manifest.Print(hashes))));
}
