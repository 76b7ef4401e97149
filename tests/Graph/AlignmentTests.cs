using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Graph;
using StaticSite.Records;
using StaticSite.Tests.Records;

using Xunit.Abstractions;

namespace StaticSite.Tests.Graph;

/// <summary>A translation beside its source: what differs is found, what only reads differently is not.</summary>
public class AlignmentTests(ITestOutputHelper output)
{
    public static TheoryData<string> Cases => TestFiles.Cases("Graph/Cases/findings", "*.yaml");

    [Theory, MemberData(nameof(Cases))]
    public void Findings_are_those_marked_under_the_lines(string path)
    {
        var written = RecordCases.Split(TestFiles.Read(path));
        var records = RecordLoader.Load([.. RecordCases.Complete(written)]);
        Assert.DoesNotContain(records.Diagnostics, d => d.Rule.Severity == Severity.Error);
        var findings = Check(records.Value).ToLookup(d => d.Span.Path);
        TestFiles.Match(path, RecordCases.Join(written.Select(f => new SourceText(f.Path, Carets.Mark(Carets.Strip(f.Text), findings[f.Path])))));
    }

    [Theory]
    [InlineData("input")]
    [InlineData("tests/Graph/Cases/sample")]
    public void Texts_that_agree_have_no_finding(string folder) =>
        Assert.Equal([], Check(Read(folder)).Select(d => $"{d.Span.Path}: {d.Rule.Id}: {d.Message}; {d.Hint}"));

    /// <summary>Of a thousand digits, number words and months of which one is changed, nearly all are found. Any folder of records can be named here.</summary>
    [Theory]
    [InlineData("input", 1000)]
    [InlineData("tests/Graph/Cases/sample", 1000)]
    public void Altered_figures_are_found(string folder, int count)
    {
        var graph = CitationGraph.From(Read(folder).Documents).Value;
        var slips = Alterations.Of(graph, count, seed: 1).ToList();
        var missed = slips.AsParallel().AsOrdered().Where(slip => !IsFound(graph, slip)).Select(slip => slip.ToString()).ToList();
        foreach (var slip in missed) output.WriteLine(slip);
        Assert.Equal(count, slips.Count);
        Assert.True(missed.Count <= count / 200, $"{missed.Count} of {count} are missed:\n{string.Join('\n', missed)}");
    }

    [Fact]
    public void Any_number_of_figures_is_compared_in_time()
    {
        var figures = StaticSite.Text.Figures.Read(string.Join(' ', Enumerable.Range(0, 40_000).Select(n => $"{n}x three")), "en");
        var others = StaticSite.Text.Figures.Read(string.Join(' ', Enumerable.Range(20_000, 40_000).Select(n => $"{n}x 四")), "zh");
        var (missing, extra) = FigureComparison.Compare(figures, others);
        // Half of the digits are on both sides; 0 and 1 ask for nothing here.
        Assert.Equal((59_999, 59_999), (missing.Count, extra.Count));
    }

    private static bool IsFound(CitationGraph graph, Alteration slip)
    {
        var document = slip.Text.Document;
        var altered = Alterations.Apply(slip);
        var other = graph.Texts.First(t => t.Document.Symbol == document.Symbol && t.Text.Language != slip.Text.Text.Language);
        var isSource = slip.Text.Text.Language == document.Source.Language;
        return AlignmentRules.Compare(isSource ? altered : other, isSource ? other : altered, [])
            .Any(d => d.Rule == AlignmentRules.CitationsDiffer || d.Rule == AlignmentRules.FiguresDiffer);
    }

    private static ImmutableArray<Diagnostic> Check(SiteRecords records) =>
        AlignmentRules.Check(CitationGraph.From(records.Documents).Value, TermForms.Of(records));

    private static SiteRecords Read(string folder)
    {
        var root = Path.Combine(TestFiles.Root, folder);
        var records = RecordLoader.Load([.. Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => new SourceText("input/" + Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText(f)))]);
        Assert.DoesNotContain(records.Diagnostics, d => d.Rule.Severity == Severity.Error);
        return records.Value;
    }
}
