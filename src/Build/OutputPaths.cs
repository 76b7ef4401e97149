using System.Buffers;

using StaticSite.Diagnostics;

namespace StaticSite.Build;

/// <summary>The paths of a site must be such that every file system can hold them all, and every host serve them.</summary>
internal static class OutputPaths
{
    /// <summary>Two pages would be written to one file.</summary>
    public static readonly Rule DuplicatePath = new("build/duplicate-path", Severity.Error);

    /// <summary>Two files whose paths differ in case only: Windows and macOS hold one of them.</summary>
    public static readonly Rule CaseClash = new("build/case-clash", Severity.Error);

    /// <summary>A name that Windows cannot hold: a device (con, aux, nul, com1 …), a character that means something else there, a blank or full stop at its end.</summary>
    public static readonly Rule UnportableName = new("build/unportable-name", Severity.Error);

    private static readonly SearchValues<char> Refused = SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c), .. "\\<>:\"|?*\u007F"]);

    private static readonly SearchValues<string> Devices = SearchValues.Create(
        ["CON", "PRN", "AUX", "NUL", .. from name in new[] { "COM", "LPT" } from digit in "123456789¹²³" select name + digit], StringComparison.OrdinalIgnoreCase);

    /// <param name="paths">Below the output folder, '/' separators.</param>
    public static IEnumerable<Diagnostic> Check(IEnumerable<string> paths)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths)
        {
            if (!seen.Add(path))
            {
                seen.TryGetValue(path, out var other);
                yield return path == other
                    ? new(DuplicatePath, new(path, 0, 0), $"more than one page wants to be {path}", "give one of them another name")
                    : new(CaseClash, new(path, 0, 0), $"{path} and {other} differ in case only, and would be one file on Windows and macOS", "give one of them another name");
            }
            if (Unportable(path) is { } name)
                yield return new(UnportableName, new(path, 0, 0), $"Windows cannot hold a file or folder of the name \"{name}\"", "give it another name");
        }
    }

    private static string? Unportable(ReadOnlySpan<char> path)
    {
        foreach (var range in path.Split('/'))
        {
            var name = path[range];
            if (name.ContainsAny(Refused) || name is "" or [.., '.' or ' '] || IsDevice(name)) return string.Concat(name.ToString().Select(c => char.IsControl(c) ? '\uFFFD' : c));
        }
        return null;
    }

    // With or without an extension.
    private static bool IsDevice(ReadOnlySpan<char> name)
    {
        var dot = name.IndexOf('.');
        var stem = (dot < 0 ? name : name[..dot]).TrimEnd(' ');
        return stem.Length is 3 or 4 && Devices.Contains(stem.ToString());
    }
}
