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

    /// <summary>Fails unless the file holds exactly this text.</summary>
    public static void Match(string relative, string actual)
    {
        var path = PathOf(relative);
        var expected = File.Exists(path) ? File.ReadAllText(path) : null;
        var received = ReceivedPath(path);
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }
        if (Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, new UTF8Encoding(false));
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, actual, new UTF8Encoding(false));
        Assert.Fail($"tests/{relative} differs; UPDATE_EXPECTED=1 tests/run accepts.\n{FirstDifference(expected ?? "", actual)}");
    }

    /// <summary>Fails unless the folder holds exactly these files (relative path, '/' separators -> content), no more and no fewer.</summary>
    public static void MatchFolder(string relative, IEnumerable<KeyValuePair<string, string>> files)
    {
        var actual = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, content) in files) actual.Add(name, content);
        var root = PathOf(relative);
        var expected = Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
                .Where(f => !f.Contains(".received.", StringComparison.Ordinal)).ToList()
            : [];
        var failures = new List<string>();
        foreach (var stray in expected.Where(f => !actual.ContainsKey(f)).Order(StringComparer.Ordinal))
        {
            if (Update) File.Delete(Path.Combine(root, stray));
            else failures.Add($"{stray} is expected, but nothing produced it");
        }
        foreach (var (name, content) in actual)
        {
            try { Match($"{relative}/{name}", content); }
            catch (Xunit.Sdk.FailException failure) { failures.Add(failure.Message); }
        }
        if (failures.Count > 0) Assert.Fail(string.Join('\n', failures.Take(20)));
    }

    /// <summary>The first line that differs, from both sides.</summary>
    public static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var (was, now) = (i < left.Length ? left[i] : "(end)", i < right.Length ? right[i] : "(end)");
            if (was != now) return $"line {i + 1}\n  expected: {was}\n  received: {now}";
        }
        return "no difference";
    }

    // x.verified.html -> x.received.html; case.txt -> case.received.txt
    private static string ReceivedPath(string path) => path.Contains(".verified.", StringComparison.Ordinal)
        ? path.Replace(".verified.", ".received.", StringComparison.Ordinal)
        : Path.ChangeExtension(path, ".received" + Path.GetExtension(path));

    private static string Here([CallerFilePath] string path = "") => path;
}
