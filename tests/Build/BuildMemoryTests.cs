using StaticSite.Benchmark;
using StaticSite.Build;
using StaticSite.Diagnostics;

namespace StaticSite.Tests.Build;

/// <summary>A build that takes over what an earlier one has made gives the same as one that makes everything: files, findings and counts, whatever was edited.</summary>
public class BuildMemoryTests
{
    private const int Steps = 30;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_edits_of_a_synthetic_site(int seed)
    {
        using var folder = new TemporaryFolder();
        new SyntheticSite(5).Write(folder.PathOf("input"));
        folder.Copy(Path.Combine(TestFiles.Root, "theme"), "theme");
        folder.Write("input/pages/zh/about.md", "---\ntitle: 关于\norder: 1\n---\n见[[A/70/1#3]]和[[A/70/2]]。\n");
        folder.Write("input/pages/en/about.md", "---\ntitle: About\norder: 1\n---\nSee [[A/70/1#3]] and [[A/70/2]].\n");
        folder.Write("input/urls.txt", "# none yet\n");
        Run(folder, new(folder, seed), Steps, watched: seed % 2 == 0);
    }

    [Theory]
    [InlineData(5)]
    public void Random_edits_of_this_site(int seed)
    {
        using var folder = new TemporaryFolder();
        folder.Copy(Path.Combine(TestFiles.Root, "input"), "input");
        folder.Copy(Path.Combine(TestFiles.Root, "theme"), "theme");
        Run(folder, new(folder, seed), Steps / 2, watched: true);
    }

    [Fact]
    public void An_edit_of_one_paragraph_makes_few_pages_anew()
    {
        using var folder = new TemporaryFolder();
        new SyntheticSite(20).Write(folder.PathOf("input"));
        folder.Copy(Path.Combine(TestFiles.Root, "theme"), "theme");
        var memory = new BuildMemory(TimeProvider.System);
        var before = Build(folder, memory).Files;
        var file = folder.PathOf("input/documents/A-70-7/text.zh.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("  \"5\": |\n    ", "  \"5\": |\n    改动。", StringComparison.Ordinal));
        var after = Build(folder, memory).Files;
        // Of more than 800 pages those of the document, of the component, of what it cites, and the lists over all documents.
        var made = after.Count(f => !before.TryGetValue(f.Key, out var old) || !old.Equals(f.Value));
        var pages = after.Keys.Count(f => f.EndsWith("index.html", StringComparison.Ordinal));
        Assert.True(pages > 800 && made < 300, $"{made} files made anew, {pages} pages");
        Assert.Contains("改动。", System.Text.Encoding.UTF8.GetString(after["zh/A/70/7/index.html"].Span), StringComparison.Ordinal);
    }

    [Fact]
    public void A_style_sheet_is_read_once_until_it_changes()
    {
        using var folder = new TemporaryFolder();
        folder.Copy(Path.Combine(TestFiles.Root, "theme"), "theme");
        folder.Write("input/site.yaml", "");
        var file = folder.PathOf("theme/assets/site.css");
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-1));
        var memory = new BuildMemory(TimeProvider.System);
        SiteInput Read() => SiteFiles.Read(folder.PathOf("input"), folder.PathOf("theme"), null, memory.Files);
        var (first, second) = (Read(), Read());
        var style = Assert.Single(first.Styles);
        Assert.Same(style, Assert.Single(second.Styles));
        Assert.Equal(first.Assets.Select(a => a.Path), second.Assets.Select(a => a.Path));
        Assert.Same(first.Assets.Single(a => a.Path == "assets/site.css"), second.Assets.Single(a => a.Path == "assets/site.css"));

        // Written again as it was, then otherwise.
        File.WriteAllText(file, style.Text);
        Assert.Same(style, Assert.Single(Read().Styles));
        File.AppendAllText(file, "a { }\n");
        Assert.EndsWith("a { }\n", Assert.Single(Read().Styles).Text, StringComparison.Ordinal);
    }

    /// <param name="watched">Whether the builds are told which files have changed.</param>
    private static void Run(TemporaryFolder folder, RandomEdits edits, int steps, bool watched)
    {
        var memory = new BuildMemory(TimeProvider.System);
        Compare(folder, memory, null, "at first");
        for (var step = 1; step <= steps; step++)
        {
            var before = Stamps();
            var edit = edits.Next();
            var now = Stamps();
            Compare(folder, memory, watched ? [.. now.Keys.Union(before.Keys, StringComparer.Ordinal).Where(f => before.GetValueOrDefault(f) != now.GetValueOrDefault(f))] : null, $"step {step}: {edit}");
        }

        // What a watch would tell: files, and where one came or went its folder too.
        Dictionary<string, string> Stamps() => new DirectoryInfo(folder.PathOf("")).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .ToDictionary(f => f.FullName, f => f is FileInfo ? $"{f.LastWriteTimeUtc.Ticks} {File.ReadAllText(f.FullName).GetHashCode(StringComparison.Ordinal)}" : "folder", StringComparer.Ordinal);
    }

    private static void Compare(TemporaryFolder folder, BuildMemory memory, IReadOnlyCollection<string>? changed, string after)
    {
        var (files, findings) = Build(folder, memory, changed);
        var (expectedFiles, expectedFindings) = Build(folder, null);
        Assert.True(expectedFindings.SequenceEqual(findings, StringComparer.Ordinal), $"{after}: {string.Join("\n", expectedFindings.Except(findings, StringComparer.Ordinal).Prepend("missing:"))}\n{string.Join("\n", findings.Except(expectedFindings, StringComparer.Ordinal).Prepend("too many:"))}");
        Assert.True(expectedFiles.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(files.Keys), after);
        foreach (var (path, content) in expectedFiles) Assert.True(content.Span.SequenceEqual(files[path].Span), $"{after}: {path} differs");
    }

    private static (IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files, List<string> Findings) Build(
        TemporaryFolder folder, BuildMemory? memory, IReadOnlyCollection<string>? changed = null)
    {
        var input = SiteFiles.Read(folder.PathOf("input"), folder.PathOf("theme"), null, memory?.Files, changed);
        var output = new MemoryOutput();
        var built = SiteBuilder.Build(input, output, new(TimeProvider.System), memory: memory);
        return (output.Unordered,
            [.. built.Diagnostics.Select(d => DiagnosticPrinter.Format(d, null) + d.Span), built.Value with { Phases = [] } + ""]);
    }
}

/// <summary>What an editor may do to a site in one save, or to many files at once.</summary>
internal sealed class RandomEdits(TemporaryFolder folder, int seed)
{
    private readonly Random random = new(seed);
    private (string Path, string Text)? broken;
    private int made;

    /// <returns>What was done.</returns>
    public string Next()
    {
        if (broken is { } mend)
        {
            File.WriteAllText(mend.Path, mend.Text);
            broken = null;
            return $"mended {mend.Path}";
        }
        switch (random.Next(17))
        {
            case 0: return Edit(Any("input/documents", "text.*.yaml"), t => Insert(t, random.Next(2) == 0 ? "，见 A/70/2，第 3 段" : " (A/70/3, para. 4)"));
            case 1: return Edit(Any("input/documents", "text.*.yaml"), t => t.Replace("第 3 段", "第 4 段", StringComparison.Ordinal).Replace("para. 3)", "para. 4)", StringComparison.Ordinal));
            case 2: return Edit(Any("input/documents", "text.*.yaml"), t => WithoutLine(t, l => l.StartsWith("    ", StringComparison.Ordinal)));
            case 3: return Edit(Any("input/documents", "text.*.yaml"), t => t.Replace("title: ", "title: 新", StringComparison.Ordinal));
            case 4: return Edit(Any("input/documents", "document.yaml"), t => t.Replace("component-3", "component-4", StringComparison.Ordinal).Replace("kind: report", "kind: note", StringComparison.Ordinal));
            case 5: return Edit(Any("input/documents", "document.yaml"), t => WithoutLine(t, l => l.Contains("components:", StringComparison.Ordinal)));
            case 6: return Edit(Any("input/framework", "*.yaml"), t => t.Replace("name: { zh: ", "name: { zh: 新", StringComparison.Ordinal));
            case 7: return AddDocument();
            case 8: return RemoveDocument();
            case 9: return Rename();
            case 10: return Edit(Any("theme/templates", "*.sbn-html"), t => t + "<!-- " + made++ + " -->\n");
            case 11: return Edit(Any("theme/partials", "*.sbn-html"), t => t + "<!-- " + made++ + " -->\n");
            case 12: return Edit(Any("theme/assets", "*.css"), t => t + "/* " + made++ + " */\n");
            case 13: return Edit(Any("input/pages", "*.md"), t => random.Next(2) == 0 ? t + "\n新的一段 " + made++ + "。\n" : t.Replace("title: ", "title: 新", StringComparison.Ordinal));
            case 14: return AddPage();
            case 15: return Break(random.Next(3) == 0 ? Any("theme/assets", "*.css") : Any("input", "*.yaml"));
            default: return Touch();
        }
    }

    private string Any(string below, string pattern)
    {
        var files = Directory.GetFiles(folder.PathOf(below), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        return files[random.Next(files.Count)];
    }

    private string Edit(string file, Func<string, string> change)
    {
        File.WriteAllText(file, change(File.ReadAllText(file)));
        return $"edited {file}";
    }

    // Into the text of a passage: a line that is indented twice.
    private string Insert(string text, string words)
    {
        var lines = text.Split('\n');
        var passages = Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith("    ", StringComparison.Ordinal) && lines[i].Length > 40).ToList();
        if (passages.Count == 0) return text;
        var line = passages[random.Next(passages.Count)];
        lines[line] += words;
        return string.Join('\n', lines);
    }

    private string WithoutLine(string text, Func<string, bool> which)
    {
        var lines = text.Split('\n').ToList();
        var found = Enumerable.Range(0, lines.Count).Where(i => which(lines[i])).ToList();
        if (found.Count > 0) lines.RemoveAt(found[random.Next(found.Count)]);
        return string.Join('\n', lines);
    }

    private string AddDocument()
    {
        var from = Path.GetDirectoryName(Any("input/documents", "document.yaml"))!;
        var number = 100 + made++;
        return CopyDocument(from, $"A-70-{number}", $"A/70/{number}");
    }

    private string CopyDocument(string from, string slug, string symbol)
    {
        var old = File.ReadLines(Path.Combine(from, "document.yaml")).First(l => l.StartsWith("symbol: ", StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(from))
            folder.Write($"input/documents/{slug}/{Path.GetFileName(file)}", File.ReadAllText(file).Replace(old, "symbol: " + symbol, StringComparison.Ordinal));
        return $"added {symbol} like {from}";
    }

    private string RemoveDocument()
    {
        if (Directory.GetFiles(folder.PathOf("input/documents"), "document.yaml", SearchOption.AllDirectories).Length < 3) return "nothing to remove";
        var gone = Path.GetDirectoryName(Any("input/documents", "document.yaml"))!;
        Directory.Delete(gone, recursive: true);
        return $"removed {gone}";
    }

    private string Rename()
    {
        var from = Path.GetDirectoryName(Any("input/documents", "document.yaml"))!;
        var number = 200 + made++;
        CopyDocument(from, $"A-70-{number}", $"A/70/{number}");
        Directory.Delete(from, recursive: true);
        return $"renamed {from} to A/70/{number}";
    }

    private string AddPage()
    {
        folder.Write($"input/pages/{(random.Next(2) == 0 ? "zh" : "en")}/extra-{made++}.md", "---\ntitle: 又一页\n---\n见[[A/70/2#1]]。\n");
        return "added a page";
    }

    private string Break(string file)
    {
        broken = (file, File.ReadAllText(file));
        File.WriteAllText(file, broken.Value.Text + "\n  - }: [\n");
        return $"broke {file}";
    }

    private string Touch()
    {
        foreach (var file in Directory.GetFiles(folder.PathOf("input"), "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-made - 10));
        made++;
        return "touched every file";
    }
}
