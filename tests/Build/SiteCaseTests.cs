using StaticSite.Build;
using StaticSite.Diagnostics;
using StaticSite.Tests.Records;

namespace StaticSite.Tests.Build;

/// <summary>What a whole build finds beyond its records: citations, cited documents, the theme.</summary>
public class SiteCaseTests
{
    public static TheoryData<string> Cases => TestFiles.Cases("Build/Cases/findings", "*.yaml");

    [Theory, MemberData(nameof(Cases))]
    public void Findings_are_those_marked_under_the_lines(string path)
    {
        var written = RecordCases.Split(TestFiles.Read(path));
        var built = SiteBuilder.Build(Input(RecordCases.Complete(written)), new NoOutput(), new(TimeProvider.System));
        var findings = built.Diagnostics.ToLookup(d => d.Span.Path);
        var marked = written.Select(f => new SourceText(f.Path, Carets.Mark(Carets.Strip(f.Text), findings[f.Path])));
        TestFiles.Match(path, RecordCases.Join(marked));
        Assert.All(findings, g => Assert.Contains(written, f => f.Path == g.Key));
    }

    [Fact]
    public void A_missing_template_is_named()
    {
        var input = Input([]);
        var built = SiteBuilder.Build(input with { Templates = [.. input.Templates.Where(t => !t.Path.EndsWith("/status.sbn-html", StringComparison.Ordinal))] },
            new NoOutput(), new(TimeProvider.System));
        Assert.Contains(built.Diagnostics, d => d.Rule == StaticSite.Build.Theme.MissingTemplate && d.Span.Path == "theme/templates/status.sbn-html");
    }

    [Fact]
    public void Two_partials_of_one_name_are_named()
    {
        var input = Input([]);
        var twin = input.Partials[0] with { Path = input.Partials[0].Path.Replace("partials/", "partials/sub/", StringComparison.Ordinal) };
        var built = SiteBuilder.Build(input with { Partials = input.Partials.Add(twin) }, new NoOutput(), new(TimeProvider.System));
        Assert.Equal(StaticSite.Build.Theme.DuplicateTemplate, Assert.Single(built.Diagnostics).Rule);
    }

    [Fact]
    public void Two_pages_in_one_place_are_named()
    {
        // The page of paragraph 1 of one document, and the page of another document with the symbol A/67/776/1.
        var files = RecordCases.Complete(RecordCases.Split("""
            ### input/documents/A-67-776/document.yaml
            symbol: A/67/776
            kind: report
            source: { file: seeds/a.txt, language: zh }
            provisions: [ { id: "1", lines: [1, 1] } ]
            ### input/documents/A-67-776/text.zh.yaml
            { language: zh-Hans, status: official, title: 报告, provisions: { "1": 文 } }
            ### input/documents/A-67-776-1/document.yaml
            symbol: A/67/776/1
            kind: report
            source: { file: seeds/a.txt, language: zh }
            provisions: [ { id: "1", lines: [1, 1] } ]
            ### input/documents/A-67-776-1/text.zh.yaml
            { language: zh-Hans, status: official, title: 报告, provisions: { "1": 文 } }

            """));
        var built = SiteBuilder.Build(Input(files), new NoOutput(), new(TimeProvider.System));
        Assert.Contains(built.Diagnostics, d => d.Rule == OutputPaths.DuplicatePath && d.Span.Path == "zh/A/67/776/1/index.html");
    }

    [Fact]
    public void A_base_URL_that_is_not_absolute_is_refused()
    {
        var built = SiteBuilder.Build(Input([]) with { BaseUrl = "here" }, new NoOutput(), new(TimeProvider.System));
        Assert.Contains(built.Diagnostics, d => d.Rule == SiteBuilder.BadBaseUrl);
    }

    [Fact]
    public void Folders_that_are_not_there_are_named()
    {
        var input = SiteFiles.Read("no/input", "no/theme", null);
        Assert.Equal(["no/input", "no/theme"], input.Diagnostics.Where(d => d.Rule == SiteFiles.MissingFolder).Select(d => d.Span.Path));
    }

    [Fact]
    public void A_file_of_more_than_64_megabytes_is_refused_unread()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("site.yaml", "");
        using (var file = File.OpenWrite(path)) file.SetLength((64L << 20) + 1);
        Assert.Equal(SiteFiles.TooLarge, Assert.Single(SiteFiles.ReadText(path).Diagnostics).Rule);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_finding()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(SiteFiles.Unreadable, Assert.Single(SiteFiles.ReadText(folder.PathOf("gone.yaml")).Diagnostics).Rule);
    }

    [Fact]
    public void A_source_that_is_not_there_is_a_warning_of_check()
    {
        using var folder = new TemporaryFolder();
        var output = new StringWriter();
        var code = StaticSite.Commands.CheckCommand.Run(RealSite.Input(), folder.PathOf(""), "text", default, output, new StringWriter(), default);
        Assert.Equal(0, code);
        Assert.Contains("warning check/missing-source", output.ToString(), StringComparison.Ordinal);
    }

    // Records of the case, words and style sheets of the case over those of the theme.
    private static SiteInput Input(IReadOnlyCollection<SourceText> files)
    {
        var real = RealSite.Input() with { Urls = null };
        var strings = files.Where(f => f.Path.StartsWith("theme/strings/", StringComparison.Ordinal)).ToList();
        var styles = files.Where(f => f.Path.EndsWith(".css", StringComparison.Ordinal)).ToList();
        return real with
        {
            Records = files.Count == 0 ? real.Records : [.. files.Except(strings).Except(styles)],
            Styles = styles.Count == 0 ? real.Styles : [.. styles],
            Strings = [.. real.Strings.Where(s => strings.TrueForAll(o => o.Path != s.Path)), .. strings],
        };
    }
}
