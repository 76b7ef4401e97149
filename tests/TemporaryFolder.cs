namespace StaticSite.Tests;

/// <summary>A fresh folder of the system's temporary folder, gone with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("staticsite-test-");

    public string PathOf(string relative) => Path.Combine(folder.FullName, relative);

    public string Write(string relative, string text)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Copies a folder with all that is in it.</summary>
    public void Copy(string from, string relative)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(PathOf(relative), Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    /// <summary>Every file below a folder, relative path -> bytes as text, to compare states.</summary>
    public SortedDictionary<string, string> Snapshot(string relative)
    {
        var root = PathOf(relative);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
            files.Add(Path.GetRelativePath(root, file), Convert.ToHexString(File.ReadAllBytes(file)));
        return files;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
