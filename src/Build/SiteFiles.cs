using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Exports;

namespace StaticSite.Build;

/// <summary>Reads the input and theme folders.</summary>
public static class SiteFiles
{
    public static readonly Rule NotUtf8 = new("build/not-utf8", Severity.Error);
    public static readonly Rule Unreadable = new("build/unreadable", Severity.Error);
    public static readonly Rule TooLarge = new("build/too-large", Severity.Error);
    public static readonly Rule MissingFolder = new("build/missing-folder", Severity.Error);

    private const long MaxFileBytes = 64 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="inputFolder">Folder of records and pages. Wherever it is, its files have paths below "input/" (and those of the theme below
    /// "theme/"), so that nothing in the output depends on the folder; <see cref="SiteInput.Shown"/> gives the path that a person sees.</param>
    /// <param name="known">Files that have been read before; null reads every file.</param>
    public static SiteInput Read(string inputFolder, string themeFolder, string? baseUrl, FileMemory? known = null)
    {
        known?.Begin();
        var findings = new List<Diagnostic>();
        foreach (var folder in new[] { inputFolder, themeFolder })
            if (!Directory.Exists(folder))
                findings.Add(new(MissingFolder, new(Shown(folder), 0, 0), "there is no such folder", "name it with --input or --theme, or run in the folder that has it"));
        return new()
        {
            Records = [.. Texts(inputFolder, "", "*.yaml", SiteInput.InputRoot), .. Texts(inputFolder, "pages", "*.md", SiteInput.InputRoot)],
            Templates = Texts(themeFolder, "templates", "*.sbn-html", SiteInput.ThemeRoot),
            Partials = Texts(themeFolder, "partials", "*.sbn-html", SiteInput.ThemeRoot),
            Strings = Texts(themeFolder, "strings", "*.yaml", SiteInput.ThemeRoot),
            Assets = [.. Assets(themeFolder, "assets", SiteInput.ThemeRoot), .. Assets(inputFolder, "images", SiteInput.InputRoot)],
            Urls = Texts(inputFolder, "", "urls.txt", SiteInput.InputRoot).FirstOrDefault(t => t.Path == UrlList.Path),
            BaseUrl = baseUrl,
            InputFolder = Shown(inputFolder),
            ThemeFolder = Shown(themeFolder),
            Diagnostics = [.. findings],
        };

        ImmutableArray<SourceText> Texts(string folder, string below, string pattern, string root)
        {
            var read = Files(Path.Combine(folder, below), pattern).AsParallel().AsOrdered()
                .Select(f => ReadText(f, root + Shown(Path.GetRelativePath(folder, f.Path)), known)).ToList();
            findings.AddRange(read.SelectMany(r => r.Diagnostics));
            return [.. read.Where(r => r.Value is not null).Select(r => r.Value!)];
        }

        ImmutableArray<OutputFile> Assets(string folder, string below, string root)
        {
            var read = Files(Path.Combine(folder, below), "*")
                .Select(f => (Path: Shown(Path.GetRelativePath(folder, f.Path)), Bytes: ReadBytes(f.Path, root + Shown(Path.GetRelativePath(folder, f.Path))))).ToList();
            findings.AddRange(read.SelectMany(r => r.Bytes.Diagnostics));
            return [.. read.Where(r => r.Bytes.Value is not null).Select(r => new OutputFile(r.Path, r.Bytes.Value))];
        }
    }

    private static Outcome<SourceText?> ReadText(FoundFile file, string path, FileMemory? known)
    {
        if (known is null) return ReadText(file.Path, path);
        return known.Of(file, path) ?? known.Keep(file, ReadText(file.Path, path));
    }

    /// <summary>One text file; a byte order mark is dropped.</summary>
    /// <param name="path">Path that the text and its findings have; null for the file's own.</param>
    /// <returns>Null and a finding when it cannot be read, is too large or is not UTF-8.</returns>
    public static Outcome<SourceText?> ReadText(string file, string? path = null)
    {
        path ??= Shown(file);
        var read = ReadBytes(file, path);
        if (read.Value is null) return new(null, read.Diagnostics);
        try
        {
            var bytes = read.Value.AsSpan();
            if (bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
            return new(new SourceText(path, Strict.GetString(bytes)), []);
        }
        catch (DecoderFallbackException e)
        {
            return Failed<SourceText>(NotUtf8, path, $"the file is not UTF-8 (byte {e.Index})", "save it as UTF-8");
        }
    }

    private static Outcome<byte[]?> ReadBytes(string file, string path)
    {
        try
        {
            if (Directory.Exists(file)) return Failed<byte[]>(Unreadable, path, "this is a folder, not a file", "name a file in it");
            return new FileInfo(file).Length > MaxFileBytes
                ? Failed<byte[]>(TooLarge, path, "the file is larger than 64 MiB", "split it, or check that it is what you meant")
                : new(File.ReadAllBytes(file), []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed<byte[]>(Unreadable, path, $"the file cannot be read: {e.Message.ReplaceLineEndings(" ")}", "");
        }
    }

    private static Outcome<T?> Failed<T>(Rule rule, string path, string message, string hint)
        where T : class => new(null, [new(rule, new(path, 0, 0), message, hint)]);

    // Ordinal order; hidden files and folders are an editor's business.
    private static List<FoundFile> Files(string folder, string pattern)
    {
        if (!Directory.Exists(folder)) return [];
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false, MatchType = MatchType.Win32 };
        var found = new FileSystemEnumerable<FoundFile>(folder, (ref entry) => FoundFile.Of(ref entry), options)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && !entry.FileName.StartsWith('.') && FileSystemName.MatchesSimpleExpression(pattern, entry.FileName, ignoreCase: false),
            ShouldRecursePredicate = (ref entry) => !entry.FileName.StartsWith('.'),
        };
        return [.. found.OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    private static string Shown(string path) => Path.TrimEndingDirectorySeparator(path).Replace('\\', '/');
}
