using StaticSite.Diagnostics;
using StaticSite.Records;

namespace StaticSite.Tests.Records;

public class RecordLoaderTests
{
    public static TheoryData<string> Cases => TestFiles.Cases("Records/Cases", "*.yaml");

    [Theory, MemberData(nameof(Cases))]
    public void Findings_are_those_marked_under_the_lines(string path)
    {
        var written = RecordCases.Split(TestFiles.Read(path));
        var files = RecordCases.Complete(written);
        var findings = RecordLoader.Load(files).Diagnostics.ToLookup(d => d.Span.Path);
        var marked = written.Select(f => new SourceText(f.Path, Carets.Mark(Carets.Strip(f.Text), findings[f.Path])));
        TestFiles.Match(path, RecordCases.Join(marked));
        Assert.All(findings, g => Assert.Contains(written, f => f.Path == g.Key));
    }
}
