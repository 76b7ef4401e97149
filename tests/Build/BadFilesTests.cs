using System.Collections.Immutable;
using System.Text;

using StaticSite.Build;
using StaticSite.Diagnostics;

namespace StaticSite.Tests.Build;

/// <summary>What a hostile or broken file of the input gets: each the finding that names it, and never an exception.</summary>
public sealed class BadFilesTests : IDisposable
{
    private const long Gibibyte = 1L << 30;

    private readonly TemporaryFolder folder = new();

    public BadFilesTests()
    {
        folder.Copy(TestFiles.PathOf("Build/Cases/small/input"), "input");
        folder.Copy(Path.Combine(TestFiles.Root, "theme"), "theme");
    }

    public void Dispose() => folder.Dispose();

    /// <summary>File, what is put there, the rule that names it. The files are new or take the place of those of the small site.</summary>
    public static TheoryData<string, string, string> Contents => new()
    {
        { "input/definitions/terms.yaml", "terms:\n  - { id: a\0b }\n", "records/syntax" },
        { "input/pages/en/guide.md", "---\ntitle: a\n---\na\0b\n", "markdown/control-character" },
        { "input/bodies/bodies.yaml", "bodies: " + new string('[', 10_000), "records/too-deep" },
        { "input/bodies/bodies.yaml", "bodies:\n" + string.Concat(Enumerable.Range(1, 10_000).Select(i => new string(' ', i % 90) + "- ")), "records/too-deep" },
        { "input/pages/en/guide.md", "---\ntitle: a\n---\n" + string.Concat(Enumerable.Repeat("> ", 10_000)) + "a\n", "markdown/too-deep" },
        { "input/pages/en/guide.md", "---\ntitle: " + new string('[', 10_000) + "\n---\n", "records/too-deep" },
        { "theme/partials/link.sbn-html", "{{ " + new string('(', 10_000) + "1" + new string(')', 10_000) + " }}", "template/limit" },
        { "theme/partials/heading.sbn-html", "{{ include 'heading' }}", "template/limit" },
        { "theme/templates/home.sbn-html", "{{ while true }}a{{ end }}", "template/limit" },
        { "input/definitions/terms.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nterms: [*c]\n", "records/alias" },
        { "input/documents/cited.yaml", "documents:\n  - { symbol: A/99/1 }\n", "records/duplicate-id" },
        { "input/documents/cited.yaml", "documents:\n  - { symbol: A/../../etc/1 }\n", "records/bad-symbol" },
        { "input/documents/cited.yaml", "documents:\n  - { symbol: ../A/66/1 }\n", "records/bad-symbol" },
        { "input/documents/cited.yaml", "documents:\n  - { symbol: /A/66/1 }\n", "records/bad-symbol" },
        { "input/documents/cited.yaml", "documents:\n  - { symbol: 'C:/A/66/1' }\n", "records/bad-symbol" },
        { "input/documents/cited.yaml", "documents:\n  - { symbol: 'A\\66\\1' }\n", "records/bad-symbol" },
        { "input/documents/cited.yaml", "documents:\n  - { symbol: a/66/1 }\n", "records/bad-symbol" },
        { "input/documents/cited.yaml", "documents:\n  - { symbol: \u0410/66/1 }\n", "records/bad-symbol" },
        { "input/documents/cited.yaml", "documents:\n  - { symbol: \uFF21/66/1 }\n", "records/bad-symbol" },
        { "input/documents/cited.yaml", "documents:\n  - { symbol: A/66/\u202E1 }\n", "records/bad-symbol" },
        { "input/documents/cited.yaml", "documents:\n  - { symbol: \"A/66/\\u202E1\" }\n", "records/bad-symbol" },
        { "input/documents/cited.yaml", "documents:\n  - { symbol: \u0410/66/1 }\n", "records/disguised-symbol" },
        { "input/pages/en/guide.md", "---\ntitle: a\n---\nSee \u0391/66/1, para. 2.\n", "records/disguised-symbol" },
        { "input/pages/en/guide.md", "---\ntitle: a\n---\nSee A/66/\u202E1, para. 2.\n", "records/disguised-symbol" },
        { "input/pages/en/a..md", "---\ntitle: a\n---\n", "records/bad-id" },
        { "input/pages/en/a b.md", "---\ntitle: a\n---\n", "records/bad-id" },
        { "input/pages/en/A.md", "---\ntitle: a\n---\n", "records/bad-id" },
        { "input/pages/en/con.md", "---\ntitle: a\n---\n", "build/unportable-name" },
        { "input/images/aux.svg", "<svg/>", "build/unportable-name" },
        { "input/images/a./b.svg", "<svg/>", "build/unportable-name" },
        { "input/site.yaml", File.ReadAllText(TestFiles.PathOf("Build/Cases/small/input/site.yaml")) + "redirects: { /zh/a/: /zh/b/, /zh/b/: /zh/a/ }\n", "build/broken-redirect" },
        { "input/site.yaml", File.ReadAllText(TestFiles.PathOf("Build/Cases/small/input/site.yaml")) + "redirects: { /zh/a/: /zh/a/ }\n", "build/broken-redirect" },
        { "input/pages/zh/guide.md", "---\ntitle: a\nredirect_from: [/zh/guide/]\n---\n", "pages/redirect-conflict" },
    };

    /// <summary>The same under names that not every system takes.</summary>
    public static TheoryData<string, string, string> FreelyNamed => new()
    {
        { "input/pages/en/a\\..\\b.md", "---\ntitle: a\n---\n", "records/bad-id" },
        { "input/images/a\\..\\..\\b.svg", "<svg/>", "build/unportable-name" },
        { "input/images/a:b.svg", "<svg/>", "build/unportable-name" },
    };

    [Theory, MemberData(nameof(Contents))]
    public void Each_is_named(string file, string content, string rule)
    {
        folder.Write(file, content);
        var found = Findings();
        Assert.True(found.Any(d => d.Rule.Id == rule), $"{rule} is not among {string.Join('\n', found.Select(d => $"{d.Span.Path}: {d.Rule.Id}: {d.Message}"))}");
    }

    [NeedsTheory(Need.FreeNames), MemberData(nameof(FreelyNamed))]
    public void Each_under_a_free_name_is_named(string file, string content, string rule) => Each_is_named(file, content, rule);

    [Theory]
    [InlineData("input/definitions/terms.yaml")]
    [InlineData("input/pages/en/guide.md")]
    [InlineData("input/images/a.svg")]
    [InlineData("theme/assets/site.css")]
    [InlineData("theme/templates/home.sbn-html")]
    public void A_file_of_a_gibibyte_is_refused_unread(string file)
    {
        folder.Write(file, "");
        using (var sparse = File.OpenWrite(folder.PathOf(file))) sparse.SetLength(Gibibyte);
        var before = GC.GetTotalAllocatedBytes();
        Assert.Equal(file, Assert.Single(Read().Diagnostics, d => d.Rule == SiteFiles.TooLarge).Span.Path);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, Gibibyte / 4);
    }

    [Theory]
    [InlineData("input/definitions/terms.yaml")]
    [InlineData("input/pages/en/guide.md")]
    [InlineData("theme/templates/home.sbn-html")]
    [InlineData("theme/strings/zh.yaml")]
    public void Invalid_UTF_8_is_named(string file)
    {
        // An overlong "/", a half of a surrogate pair, what never occurs, a sequence that breaks off.
        foreach (var bytes in (byte[][])[[0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xFF], [0xE4, 0xB8]])
        {
            File.WriteAllBytes(folder.PathOf(file), [.. "# a"u8, .. bytes]);
            var finding = Assert.Single(Read().Diagnostics, d => d.Rule == SiteFiles.NotUtf8);
            Assert.Equal((file, "the file is not UTF-8 (byte 3)"), (finding.Span.Path, finding.Message));
        }
    }

    [Fact]
    public void Byte_order_marks_and_carriage_returns_change_no_byte_of_the_site()
    {
        var expected = Output();
        foreach (var file in Directory.EnumerateFiles(folder.PathOf("input"), "*", SearchOption.AllDirectories))
            File.WriteAllBytes(file, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(File.ReadAllText(file).ReplaceLineEndings("\r\n"))]);
        var output = Output();
        Assert.Equal(expected.Keys, output.Keys);
        Assert.All(expected, f => Assert.True(f.Value.Span.SequenceEqual(output[f.Key].Span), f.Key));
    }

    [NeedsFact(Need.SymbolicLinks)]
    public void A_link_out_of_the_folder_or_to_a_folder_is_not_followed()
    {
        folder.Write("secret.md", "---\ntitle: Secret\n---\n");
        folder.Write("input/pages/inner/x.md", "");
        Link("input/pages/en/out.md", "secret.md");
        File.CreateSymbolicLink(folder.PathOf("input/pages/en/relative.md"), "../../../secret.md");
        Link("input/pages/en/passwd.md", "/etc/passwd");
        Link("input/pages/en/zero.md", "/dev/zero");
        Link("input/pages/en/gone.md", "nowhere");
        Link("input/pages/en/round.md", "input/pages/en/round.md");
        Link("input/pages/en/folder", "");
        Directory.CreateDirectory(folder.PathOf("input/images"));
        Link("input/images/here", "input/images");
        Link("theme/templates/up", "theme");
        Link("theme/assets/secret.css", "secret.md");

        var read = Read();
        Assert.Equal(
            [
                "input/images/here", "input/pages/en/folder", "input/pages/en/gone.md", "input/pages/en/out.md", "input/pages/en/passwd.md", "input/pages/en/relative.md",
                "input/pages/en/round.md", "input/pages/en/zero.md", "theme/assets/secret.css", "theme/templates/up",
            ],
            read.Diagnostics.Where(d => d.Rule == SiteFiles.BadLink).Select(d => d.Span.Path).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(read.Records, r => r.Text.Contains("title: Secret\n", StringComparison.Ordinal));
    }

    [NeedsFact(Need.SymbolicLinks)]
    public void A_link_to_a_file_of_the_same_folder_is_read()
    {
        File.CreateSymbolicLink(folder.PathOf("input/pages/en/other.md"), "guide.md");
        Link("everything", "input");
        foreach (var input in new[] { "input", "everything" })
        {
            var read = SiteFiles.Read(folder.PathOf(input), folder.PathOf("theme"), null);
            Assert.Equal([], read.Diagnostics.Select(d => d.Message));
            Assert.Equal(read.Records.Single(r => r.Path == "input/pages/en/guide.md").Text, read.Records.Single(r => r.Path == "input/pages/en/other.md").Text);
        }
    }

    [NeedsFact(Need.Pipes)]
    public void A_pipe_does_not_stop_the_build()
    {
        Assert.True(Machine.Run("mkfifo", folder.PathOf("input/pages/en/pipe.md")));
        Assert.Equal("", Read().Records.Single(r => r.Path == "input/pages/en/pipe.md").Text);
    }

    [Fact]
    public void Two_files_that_differ_in_case_only_are_named()
    {
        // By way of the paths, since not every disk can hold both files.
        Assert.Equal([(OutputPaths.CaseClash, "images/A.png"), (OutputPaths.DuplicatePath, "images/a.png")],
            OutputPaths.Check(["images/a.png", "images/A.png", "images/a.png", "images/b.png"]).Select(d => (d.Rule, d.Span.Path)));
        var record = folder.PathOf("input/documents/A-99-1/document.yaml");
        File.WriteAllText(record, File.ReadAllText(record).Replace("  - id: \"2\"", "  - { id: x1, section: I.A, lines: [5, 5] }\n  - { id: X1, section: I.A, lines: [5, 5] }\n  - id: \"2\"", StringComparison.Ordinal));
        foreach (var language in new[] { "zh", "en" })
        {
            var text = folder.PathOf($"input/documents/A-99-1/text.{language}.yaml");
            File.WriteAllText(text, File.ReadAllText(text).Replace("  \"2\":", "  x1: a\n  X1: b\n  \"2\":", StringComparison.Ordinal));
        }
        Assert.Contains(Findings(), d => d.Rule == OutputPaths.CaseClash && d.Span.Path == "zh/A/99/1/X1/index.html");
    }

    [Fact]
    public void Names_that_Windows_cannot_hold_are_refused()
    {
        string[] refused = ["con", "zh/NUL/index.html", "aux.svg", "com1.tar.gz", "LPT9", "prn .x", "a./b", "a /b", "a//b", "a\\b", "a:b", "a\u0001b", "a?", "a|b"];
        string[] taken = ["zh/A/67/776/34(a)/index.html", "control/auxiliary.html", "com0", "com10", "nu.l", "关于.html", "A/RES/3411(XXX) A/index.html"];
        Assert.Equal(refused, OutputPaths.Check([.. refused, .. taken]).Where(d => d.Rule == OutputPaths.UnportableName).Select(d => d.Span.Path));
    }

    private void Link(string from, string to) => File.CreateSymbolicLink(folder.PathOf(from), to.StartsWith('/') ? to : folder.PathOf(to));

    private SiteInput Read() => SiteFiles.Read(folder.PathOf("input"), folder.PathOf("theme"), null);

    private ImmutableArray<Diagnostic> Findings() => SiteBuilder.Build(SiteFiles.ReadOnce(folder.PathOf("input"), folder.PathOf("theme"), null), new NoOutput(), new(TimeProvider.System)).Diagnostics;

    private ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Output()
    {
        var output = new MemoryOutput();
        SiteBuilder.Build(Read(), output, new(TimeProvider.System));
        return output.Files;
    }
}
