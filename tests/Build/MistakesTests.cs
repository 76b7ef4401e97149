using System.Text.RegularExpressions;

using StaticSite.Build;
using StaticSite.Commands;

namespace StaticSite.Tests.Build;

/// <summary>An editor's mistakes are all told at once, each with its place, and nothing published changes.</summary>
public partial class MistakesTests
{
    // What an editor wrote in place of what, in which file, and what the finding must name.
    private static readonly (string File, string Was, string Wrote, string Rule)[] Mistakes =
    [
        ("site.yaml", "base_url:", "base_ulr:", "records/unknown-key"),
        ("bodies/bodies.yaml", "id: oios", "id: acabq", "records/duplicate-id"),
        ("bodies/bodies.yaml", "parent: general-assembly", "parent: general-asembly", "records/dangling-id"),
        ("documents/A-67-776/document.yaml", "kind: report", "kind: raport", "records/bad-value"),
        ("documents/A-67-776/document.yaml", "session: 67", "session: sixty-seven", "records/wrong-type"),
        ("documents/A-67-776/document.yaml", "section: III.C", "section: III.Q", "records/dangling-id"),
        ("documents/A-67-776/text.zh.yaml", "status: official", "status: offical", "records/bad-value"),
        ("documents/A-67-776/text.zh.yaml", "  \"17\": |", "  \"170\": |", "records/"),
        ("documents/A-RES-64-259/document.yaml", "date: 2010-03-29", "date: 2010-13-29", "records/bad-date"),
        ("documents/A-RES-64-259/text.zh.yaml", "title:", "titel:", "records/unknown-key"),
    ];

    [Fact]
    public void Ten_mistakes_are_all_reported_with_file_line_and_column()
    {
        using var folder = Broken();
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = CheckCommand.Run(Read(folder), TestFiles.Root, "text", default, output, errors, default);

        Assert.Equal(1, code);
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches(Finding(), line));
        foreach (var (file, was, wrote, rule) in Mistakes)
        {
            var place = Place(folder.PathOf("input/" + file), wrote);
            Assert.True(lines.Any(l => l.StartsWith($"{folder.PathOf("input").Replace('\\', '/')}/{file}({place},", StringComparison.Ordinal)
                && l.Contains(rule, StringComparison.Ordinal)), $"{file}({place}): {was} -> {wrote} was not reported:\n{output}");
        }
    }

    [Fact]
    public void A_build_that_keeps_no_texts_of_documents_tells_the_same()
    {
        using var folder = Broken();
        // In place of a document's text: none that can be read, and one that is no text.
        File.Delete(folder.PathOf("input/documents/A-RES-64-259/text.en.yaml"));
        Directory.CreateDirectory(folder.PathOf("input/documents/A-RES-64-259/text.en.yaml"));
        File.WriteAllBytes(folder.PathOf("input/documents/A-67-776/text.en.yaml"), [0x61, 0xFF, 0x62]);
        var (kept, dropped) = (Told(Read(folder)), Told(SiteFiles.ReadOnce(folder.PathOf("input"), folder.PathOf("theme"), null)));

        Assert.Contains("build/not-utf8", kept, StringComparison.Ordinal);
        Assert.Contains("text.zh.yaml(", kept, StringComparison.Ordinal);
        Assert.Equal(kept, dropped);

        string Told(SiteInput input)
        {
            var errors = new StringWriter();
            Assert.Equal(1, BuildCommand.Run(input, folder.PathOf("output"), new StringWriter(), errors, terminal: false, default));
            return errors.ToString();
        }
    }

    [Fact]
    public void A_build_with_mistakes_leaves_the_output_untouched()
    {
        using var folder = Broken();
        folder.Write("output/" + OutputFolder.Marker, "");
        folder.Write("output/index.html", "the old site");
        var before = folder.Snapshot("output");
        var errors = new StringWriter();
        var code = BuildCommand.Run(Read(folder), folder.PathOf("output"), new StringWriter(), errors, terminal: false, default);

        Assert.Equal(1, code);
        Assert.Contains("is as it was", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, folder.Snapshot("output"));
        Assert.Equal(["input", "output", "theme"], Directory.EnumerateFileSystemEntries(folder.PathOf("")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_that_is_not_UTF_8_is_a_finding()
    {
        using var folder = Copy();
        File.WriteAllBytes(folder.PathOf("input/bodies/bodies.yaml"), [0x62, 0xFF, 0xFE, 0x0A]);
        var output = new StringWriter();
        Assert.Equal(1, CheckCommand.Run(Read(folder), TestFiles.Root, "text", default, output, new StringWriter(), default));
        Assert.Contains("build/not-utf8", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json", "\"rule\": \"records/bad-date\"")]
    [InlineData("github", "::error file=")]
    public void Findings_are_printed_for_programs_too(string format, string expected)
    {
        using var folder = Broken();
        var output = new StringWriter();
        CheckCommand.Run(Read(folder), TestFiles.Root, format, default, output, new StringWriter(), default);
        Assert.Contains(expected, output.ToString(), StringComparison.Ordinal);
    }

    private static SiteInput Read(TemporaryFolder folder) => SiteFiles.Read(folder.PathOf("input"), folder.PathOf("theme"), null);

    private static TemporaryFolder Copy()
    {
        var folder = new TemporaryFolder();
        folder.Copy(Path.Combine(TestFiles.Root, "input"), "input");
        folder.Copy(Path.Combine(TestFiles.Root, "theme"), "theme");
        return folder;
    }

    private static TemporaryFolder Broken()
    {
        var folder = Copy();
        foreach (var (file, was, wrote, _) in Mistakes)
        {
            var path = folder.PathOf("input/" + file);
            var text = File.ReadAllText(path);
            Assert.Contains(was, text, StringComparison.Ordinal);
            File.WriteAllText(path, new Regex(Regex.Escape(was), RegexOptions.None, TimeSpan.FromSeconds(1)).Replace(text, wrote, 1));
        }
        return folder;
    }

    private static int Place(string file, string wrote)
    {
        var text = File.ReadAllText(file);
        var at = wrote.StartsWith("id:", StringComparison.Ordinal) ? text.LastIndexOf(wrote, StringComparison.Ordinal) : text.IndexOf(wrote, StringComparison.Ordinal);
        return 1 + text.AsSpan(0, at).Count('\n');
    }

    [GeneratedRegex(@"^.+\(\d+,\d+\): (error|warning|info) [a-z]+/[a-z0-9-]+: .+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Finding();
}
