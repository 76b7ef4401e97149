using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace StaticSite.Tests;

/// <summary>Files of the tests: cases, and expected output that a person has read.</summary>
/// <remarks>UPDATE_EXPECTED=1 writes what came out over what was expected; read the diff before it is committed.
/// Otherwise a difference leaves a `*.received.*` file beside the expected one.</remarks>
public static class TestFiles
{
    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, ".."));

    // Of a folder: how many files are shown with their first difference, how many more are named, and how much of a line.
    private const int MaxShown = 12, MaxNamed = 40, MaxLine = 160;

    private static bool Update => Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1";

    /// <summary>An absolute path for one relative to tests/.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, "tests", relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Files below a folder of tests/ that match a pattern, relative to tests/ with '/' separators, in ordinal order; one theory case each.</summary>
    public static TheoryData<string> Cases(string folder, string pattern)
    {
        var data = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            if (!file.Contains(".received.", StringComparison.Ordinal))
                data.Add(Path.GetRelativePath(PathOf(""), file).Replace('\\', '/'));
        return data;
    }

    /// <summary>Fails unless the file holds exactly this text, line ends aside.</summary>
    public static void Match(string relative, string actual)
    {
        if (Difference(relative, actual) is { } expected)
            Assert.Fail($"tests/{relative} differs; UPDATE_EXPECTED=1 tests/run accepts.\n{FirstDifference(expected, actual)}");
    }

    /// <summary>Fails unless the folder holds exactly these files (relative path, '/' separators -> content), no more and no fewer. The message names
    /// the files and shows the first lines that differ, of few files: the rest is in the received files.</summary>
    /// <param name="accept">The command that accepts all of it.</param>
    public static void MatchFolder(string relative, IEnumerable<KeyValuePair<string, string>> files, string accept = "UPDATE_EXPECTED=1 tests/run")
    {
        var actual = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, content) in files) actual.Add(name, content);
        var root = PathOf(relative);
        var expected = Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).ToList()
            : [];
        var failures = new List<string>();
        foreach (var stray in expected.Where(f => !IsReceived(f) && !actual.ContainsKey(f)).Order(StringComparer.Ordinal))
        {
            if (Update) Remove(root, stray);
            else failures.Add($"- {stray} is expected, but nothing produced it");
        }
        // What an earlier run left behind, of files that are no more.
        foreach (var left in expected.Where(IsReceived).Where(f => Update || !actual.ContainsKey(f.Replace(".received.", ".", StringComparison.Ordinal)))) Remove(root, left);
        foreach (var (name, content) in actual)
            if (Difference($"{relative}/{name}", content) is { } was)
                failures.Add(was.Length == 0 ? $"+ {name} is new" : $"~ {name}, {FirstDifference(was, content)}");
        if (failures.Count == 0) return;
        var message = new StringBuilder($"{failures.Count} files below tests/{relative} differ. Read the difference, then accept it: {accept}\n");
        foreach (var failure in failures.Take(MaxShown)) message.Append(failure).Append('\n');
        if (failures.Count > MaxShown) message.Append(CultureInfo.InvariantCulture, $"… and {failures.Count - MaxShown} more:\n");
        message.AppendJoin('\n', failures.Skip(MaxShown).Take(MaxNamed).Select(f => f.Split('\n')[0]));
        Assert.Fail(message.ToString());
    }

    /// <summary>The first line that differs, from both sides, as far as a line can be shown.</summary>
    public static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var (was, now) = (i < left.Length ? left[i] : "(end)", i < right.Length ? right[i] : "(end)");
            if (was == now) continue;
            // From a little before the first character that differs.
            var same = was.AsSpan().CommonPrefixLength(now);
            var from = Math.Max(0, same - (MaxLine / 4));
            return $"line {i + 1}\n  expected: {Cut(was, from)}\n  received: {Cut(now, from)}";
        }
        return "no difference";
    }

    private static string Cut(string line, int from) =>
        $"{(from > 0 ? "…" : "")}{(line.Length - from > MaxLine ? line[from..(from + MaxLine)] + "…" : line[Math.Min(from, line.Length)..])}";

    /// <summary>Null when the file holds this text; else what it holds. With UPDATE_EXPECTED=1 the file gets the text instead; without, a received file does.</summary>
    private static string? Difference(string relative, string actual)
    {
        var path = PathOf(relative);
        // A checkout may have turned line ends; output never has other ones than a line feed.
        var expected = File.Exists(path) ? File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal) : null;
        var received = ReceivedPath(path);
        if (expected == actual)
        {
            File.Delete(received);
            return null;
        }
        var target = Update ? path : received;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, actual, new UTF8Encoding(false));
        if (Update) File.Delete(received);
        return Update ? null : expected ?? "";
    }

    private static bool IsReceived(string path) => path.Contains(".received.", StringComparison.Ordinal);

    // With the folders that are empty then.
    private static void Remove(string root, string file)
    {
        File.Delete(Path.Combine(root, file));
        for (var folder = Path.GetDirectoryName(Path.Combine(root, file))!; folder != root && !Directory.EnumerateFileSystemEntries(folder).Any(); folder = Path.GetDirectoryName(folder)!)
            Directory.Delete(folder);
    }

    // x.verified.html -> x.received.html; case.txt -> case.received.txt
    private static string ReceivedPath(string path) => path.Contains(".verified.", StringComparison.Ordinal)
        ? path.Replace(".verified.", ".received.", StringComparison.Ordinal)
        : Path.ChangeExtension(path, ".received" + Path.GetExtension(path));

    private static string Here([CallerFilePath] string path = "") => path;
}
