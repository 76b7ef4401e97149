using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Records;

namespace StaticSite.Build;

/// <summary>Reads the input and theme folders.</summary>
public static class SiteFiles
{
    public static readonly Rule NotUtf8 = new("build/not-utf8", Severity.Error);
    public static readonly Rule Unreadable = new("build/unreadable", Severity.Error);
    public static readonly Rule TooLarge = new("build/too-large", Severity.Error);
    public static readonly Rule MissingFolder = new("build/missing-folder", Severity.Error);

    /// <summary>A symbolic link that leads out of the folder of the site, or to a folder: what it shows is not under review, and may go round in circles.</summary>
    public static readonly Rule BadLink = new("build/bad-link", Severity.Error);

    private const long MaxFileBytes = 64 << 20;

    // A file that somebody writes to without a pause is given up.
    private const int MaxReads = 5;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="inputFolder">Folder of records and pages. Wherever it is, its files have paths below "input/" (and those of the theme below
    /// "theme/"), so that nothing in the output depends on the folder; <see cref="SiteInput.Shown"/> gives the path that a person sees.</param>
    /// <param name="known">Files that have been read before; null reads every file.</param>
    /// <param name="changed">Full paths of all that may be other than when these folders were last read with <paramref name="known"/>, and of whatever else;
    /// null when it may be anything.</param>
    public static SiteInput Read(string inputFolder, string themeFolder, string? baseUrl, FileMemory? known = null, IReadOnlyCollection<string>? changed = null) =>
        (changed is null ? null : ReadChanged(inputFolder, themeFolder, baseUrl, known?.Last, known, changed)) ?? Read(inputFolder, themeFolder, baseUrl, known, keepsTexts: true);

    /// <summary>Reads the records of a document as soon as its files and drops their texts, which are a third of the memory that a large site needs. For a
    /// single build; <see cref="ReadAgain"/> finds a text again.</summary>
    public static SiteInput ReadOnce(string inputFolder, string themeFolder, string? baseUrl) => Read(inputFolder, themeFolder, baseUrl, null, keepsTexts: false);

    private static SiteInput Read(string inputFolder, string themeFolder, string? baseUrl, FileMemory? known, bool keepsTexts)
    {
        known?.Begin();
        var findings = new List<Diagnostic>();
        var (paths, hasLinks) = (new HashSet<string>(StringComparer.Ordinal), false);
        foreach (var folder in new[] { inputFolder, themeFolder })
            if (!Directory.Exists(folder))
                findings.Add(new(MissingFolder, new(Shown(folder), 0, 0), "there is no such folder", "name it with --input or --theme, or run in the folder that has it"));
        List<ReadAsset> assets = [.. Assets(themeFolder, "assets", SiteInput.ThemeRoot), .. Assets(inputFolder, "images", SiteInput.InputRoot)];
        var records = Files(inputFolder, "", "*.yaml", SiteInput.InputRoot);
        var ofDocuments = keepsTexts ? [] : records.FindAll(f => FolderOf(f) is not null);
        if (!keepsTexts) records.RemoveAll(f => FolderOf(f) is not null);
        var input = new SiteInput
        {
            Records = [.. TextsOf(records, inputFolder, SiteInput.InputRoot), .. Texts(inputFolder, "pages", "*.md", SiteInput.InputRoot)],
            Documents = keepsTexts ? null : () => FoldersOf(ofDocuments, inputFolder),
            Templates = Texts(themeFolder, "templates", "*.sbn-html", SiteInput.ThemeRoot),
            Partials = Texts(themeFolder, "partials", "*.sbn-html", SiteInput.ThemeRoot),
            Strings = Texts(themeFolder, "strings", "*.yaml", SiteInput.ThemeRoot),
            Assets = [.. assets.Select(a => a.File)],
            Styles = [.. assets.Where(a => a.Style is not null).Select(a => a.Style!)],
            Urls = Texts(inputFolder, "", "urls.txt", SiteInput.InputRoot, deep: false).FirstOrDefault(t => t.Path == UrlList.Path),
            BaseUrl = baseUrl,
            InputFolder = Shown(inputFolder),
            ThemeFolder = Shown(themeFolder),
            Diagnostics = [.. findings.Distinct()],
        };
        if (known is not null) known.Last = hasLinks || !input.Diagnostics.IsEmpty ? null : new(inputFolder, themeFolder, input, paths);
        return input;

        ImmutableArray<SourceText> Texts(string folder, string below, string pattern, string root, bool deep = true) => TextsOf(Files(folder, below, pattern, root, deep), folder, root);

        ImmutableArray<SourceText> TextsOf(List<FoundFile> files, string folder, string root)
        {
            var read = new Outcome<SourceText?>[files.Count];
            Parallel.For(0, read.Length, i => read[i] = ReadText(files[i], root + Below(folder, files[i].Path), known));
            findings.AddRange(read.SelectMany(r => r.Diagnostics));
            return [.. read.Where(r => r.Value is not null).Select(r => r.Value!)];
        }

        string? FolderOf(FoundFile file) => FolderIn(inputFolder, file);

        IEnumerable<ReadAsset> Assets(string folder, string below, string root)
        {
            var read = Files(folder, below, "*", root).Select(f => ReadAsset(f, Below(folder, f.Path), root, known)).ToList();
            findings.AddRange(read.SelectMany(r => r.Diagnostics));
            return read.Where(r => r.Value is not null).Select(r => r.Value!);
        }

        // Those that may be read.
        List<FoundFile> Files(string folder, string below, string pattern, string root, bool deep = true)
        {
            var within = Path.Combine(folder, below);
            try
            {
                var found = Find(within, pattern, deep);
                if (known is not null) paths.UnionWith(found.Select(f => f.Path));
                hasLinks |= found.Exists(f => f.IsLink);
                found.RemoveAll(f =>
                {
                    var link = f.IsLink ? BrokenLink(f, folder, root + Below(folder, f.Path)) : null;
                    if (link is not null) findings.Add(link);
                    return link is not null;
                });
                return found;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                findings.Add(new(Unreadable, new(root + below, 0, 0), $"the folder cannot be read: {e.Message.ReplaceLineEndings(" ")}"));
                return [];
            }
        }
    }

    // Null when a look at the folders is needed: for anything but new words in records and pages of editors.
    private static SiteInput? ReadChanged(
        string inputFolder, string themeFolder, string? baseUrl, ReadFolders? last, FileMemory? known, IReadOnlyCollection<string> changed)
    {
        if (last is null || last.InputFolder != inputFolder || last.ThemeFolder != themeFolder || last.Input.BaseUrl != baseUrl) return null;
        known!.Begin();
        var records = last.Input.Records;
        foreach (var file in changed)
        {
            // Nothing of that name is read.
            if (Path.GetFileName(file.AsSpan()) is ['.', ..]) continue;
            var info = new FileInfo(file);
            if (!last.Paths.Contains(file))
            {
                // What came and went: many editors write a file beside the old one, and rename it. A folder that went had files.
                if (info.Exists || Directory.Exists(file) || last.Paths.Any(p => p.StartsWith(file, StringComparison.Ordinal))) return null;
                continue;
            }
            var path = SiteInput.InputRoot + Below(inputFolder, file);
            var at = -1;
            for (var i = 0; at < 0 && i < records.Length; i++)
                if (records[i].Path == path) at = i;
            if (at < 0 || !info.Exists || info.LinkTarget is not null) return null;
            var read = ReadText(new(file, info.Length, info.LastWriteTimeUtc, IsLink: false), path, known);
            if (read.Value is not { } text || !read.Diagnostics.IsEmpty) return null;
            records = records.SetItem(at, text);
        }
        var input = last.Input with { Records = records };
        known.Last = last with { Input = input };
        return input;
    }

    private static string? FolderIn(string inputFolder, FoundFile file) => RecordLoader.FolderOf(SiteInput.InputRoot + Below(inputFolder, file.Path));

    private static Outcome<ImmutableArray<DocumentFolder>> FoldersOf(List<FoundFile> files, string inputFolder)
    {
        var byFolder = files.GroupBy(f => FolderIn(inputFolder, f), StringComparer.Ordinal).Select(f => f.ToList()).ToList();
        var folders = new DocumentFolder?[byFolder.Count];
        var findings = new List<Diagnostic>[byFolder.Count];
        Parallel.For(0, folders.Length, i =>
        {
            var read = byFolder[i].ConvertAll(f => ReadText(f, SiteInput.InputRoot + Below(inputFolder, f.Path), null));
            findings[i] = [.. read.SelectMany(r => r.Diagnostics)];
            ImmutableArray<SourceText> texts = [.. read.Where(r => r.Value is not null).Select(r => r.Value!)];
            if (!texts.IsEmpty) folders[i] = DocumentLoader.Read(texts).WithoutFiles();
        });
        return new([.. folders.OfType<DocumentFolder>()], [.. findings.SelectMany(f => f)]);
    }

    private static Outcome<SourceText?> ReadText(FoundFile file, string path, FileMemory? known)
    {
        // A file without content is not opened: were it a pipe, the build would wait for what never comes.
        if (file is { Length: 0, IsLink: false }) return new(new(path, ""), []);
        if (known is null) return ReadText(file.Path, path);
        return known.Of(file, path) ?? known.Keep(file, ReadText(file.Path, path));
    }

    private static Outcome<ReadAsset?> ReadAsset(FoundFile file, string below, string root, FileMemory? known)
    {
        if (known?.AssetOf(file, below) is { } same) return new(same, []);
        var bytes = ReadBytes(file, root + below);
        if (bytes.Value is null) return new(null, bytes.Diagnostics);
        var text = below.EndsWith(".css", StringComparison.OrdinalIgnoreCase) ? Decode(bytes.Value, root + below) : new(null, []);
        var asset = new ReadAsset(new(below, bytes.Value), text.Value);
        // What has a finding is read again: to tell it again.
        return new(known is null || !text.Diagnostics.IsEmpty ? asset : known.Keep(file, asset), text.Diagnostics);
    }

    private static Outcome<byte[]?> ReadBytes(FoundFile file, string path) => file is { Length: 0, IsLink: false } ? new([], []) : ReadBytes(file.Path, path, MaxFileBytes);

    /// <summary>A text that <see cref="ReadOnce"/> has dropped, as it stands on disk now, for findings in it.</summary>
    /// <param name="shown">Its path as the user knows it.</param>
    /// <returns>Null for what is no such text, or cannot be read any more.</returns>
    public static SourceText? ReadAgain(SiteInput input, string shown) =>
        input.Documents is not null && shown.StartsWith(input.InputFolder + "/", StringComparison.Ordinal) ? ReadText(shown).Value : null;

    /// <summary>One text file; a byte order mark is dropped.</summary>
    /// <param name="path">Path that the text and its findings have; null for the file's own.</param>
    /// <returns>Null and a finding when it cannot be read, is too large or is not UTF-8.</returns>
    public static Outcome<SourceText?> ReadText(string file, string? path = null, long maxBytes = MaxFileBytes)
    {
        path ??= Shown(file);
        var read = ReadBytes(file, path, maxBytes);
        return read.Value is null ? new(null, read.Diagnostics) : Decode(read.Value, path);
    }

    private static Outcome<SourceText?> Decode(ReadOnlySpan<byte> bytes, string path)
    {
        try
        {
            if (bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
            return new(new SourceText(path, Strict.GetString(bytes)), []);
        }
        catch (DecoderFallbackException e)
        {
            return Failed<SourceText>(NotUtf8, path, $"the file is not UTF-8 (byte {e.Index})", "save it as UTF-8");
        }
    }

    private static Outcome<byte[]?> ReadBytes(string file, string path, long maxBytes)
    {
        try
        {
            if (Directory.Exists(file)) return Failed<byte[]>(Unreadable, path, "this is a folder, not a file", "name a file in it");
            var info = new FileInfo(file);
            if (info.Length > maxBytes) return TooMuch(path, maxBytes);
            // A pipe, which has no length, is read to its end.
            if (info.Length == 0) return new(File.ReadAllBytes(file), []);
            for (var reads = 0; reads < MaxReads; reads++)
            {
                using var handle = File.OpenHandle(file);
                var (length, written) = (RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle));
                if (length > maxBytes) return TooMuch(path, maxBytes);
                var bytes = new byte[length];
                var read = 0;
                while (read < length && RandomAccess.Read(handle, bytes.AsSpan(read), read) is > 0 and var more) read += more;
                // Half of what was and half of what will be is neither.
                if (read == length && RandomAccess.GetLength(handle) == length && File.GetLastWriteTimeUtc(handle) == written) return new(bytes, []);
            }
            return Failed<byte[]>(Unreadable, path, "the file changes while it is read", "build again when it is written");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed<byte[]>(Unreadable, path, $"the file cannot be read: {e.Message.ReplaceLineEndings(" ")}", "");
        }
    }

    private static Outcome<byte[]?> TooMuch(string path, long maxBytes) =>
        Failed<byte[]>(TooLarge, path, $"the file is larger than {maxBytes >> 20} MiB", "split it, or check that it is what you meant");

    private static Outcome<T?> Failed<T>(Rule rule, string path, string message, string hint)
        where T : class => new(null, [new(rule, new(path, 0, 0), message, hint)]);

    // Ordinal order; hidden files and folders are an editor's business. A link to a folder is found, and not followed.
    private static List<FoundFile> Find(string folder, string pattern, bool deep)
    {
        if (!Directory.Exists(folder)) return [];
        var options = new EnumerationOptions { RecurseSubdirectories = deep, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false, MatchType = MatchType.Win32 };
        var found = new FileSystemEnumerable<FoundFile>(folder, (ref entry) => FoundFile.Of(ref entry), options)
        {
            ShouldIncludePredicate = (ref entry) => !entry.FileName.StartsWith('.')
                && (entry.IsDirectory ? IsLink(ref entry) : FileSystemName.MatchesSimpleExpression(pattern, entry.FileName, ignoreCase: false)),
            ShouldRecursePredicate = (ref entry) => !entry.FileName.StartsWith('.') && !IsLink(ref entry),
        };
        return [.. found.OrderBy(f => f.Path, StringComparer.Ordinal)];

        static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
    }

    /// <summary>Why a link is not read; null when it leads to a file of the same folder.</summary>
    private static Diagnostic? BrokenLink(FoundFile link, string folder, string path)
    {
        const string Hint = "put the file itself there";
        try
        {
            if (Directory.Exists(link.Path)) return new(BadLink, new(path, 0, 0), "this is a link to a folder, which is not followed", "put the folder itself there");
            var target = new FileInfo(link.Path).ResolveLinkTarget(returnFinalTarget: true)?.FullName;
            // A volume that is mounted, and the like, is no link.
            return target is null || Roots().Any(root => IsWithin(target, root)) ? null : new(BadLink, new(path, 0, 0), "this link leads out of the folder of the site", Hint);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(BadLink, new(path, 0, 0), $"this link cannot be followed: {e.Message.ReplaceLineEndings(" ")}", Hint);
        }

        // The folder may be a link itself.
        IEnumerable<string> Roots()
        {
            var root = new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
            yield return root.FullName;
            if (root.ResolveLinkTarget(returnFinalTarget: true) is { } real) yield return Path.TrimEndingDirectorySeparator(real.FullName);
        }

        // And not by way of another link.
        static bool IsWithin(string file, string root)
        {
            if (!file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return false;
            for (var parent = Directory.GetParent(file); parent is not null && parent.FullName.Length > root.Length; parent = parent.Parent)
                if (parent.LinkTarget is not null) return false;
            return true;
        }
    }

    // A backslash is a letter where it separates nothing.
    private static string Below(string folder, string file) => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');

    private static string Shown(string path) => Path.TrimEndingDirectorySeparator(path).Replace('\\', '/');
}
