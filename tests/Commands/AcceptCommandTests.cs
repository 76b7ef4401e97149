using StaticSite.Commands;
using StaticSite.Records;

namespace StaticSite.Tests.Commands;

public sealed class AcceptCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("accept-test-").FullName;

    public AcceptCommandTests()
    {
        Directory.CreateDirectory(Documents);
        Write("document.yaml", """
            symbol: A/67/776
            kind: report
            source: { file: seeds/a.txt, language: zh }
            provisions:
              - { id: "1", lines: [1, 1] }
              - { id: "2", lines: [2, 2] }
            footnotes: [ { id: fn1, marker: "1", lines: [3, 3] } ]
            """);
        Source("一", "二");
        Write("text.en.yaml", "language: en\nstatus: unofficial translation\ntitle: Report\nprovisions: { \"1\": One, \"2\": Two }\nfootnotes: { \"1\": Note }\n");
    }

    private string Documents => Path.Combine(folder, "documents", "A-67-776");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_is_accepted_is_no_longer_stale_until_its_source_changes()
    {
        Assert.Equal(["1", "2", "fn1", "title"], Stale());
        var (code, told) = Run("A/67/776", "en");
        Assert.Equal((ExitCode.Done, true), (code, told.EndsWith("accepted title, 1, 2, fn1\n", StringComparison.Ordinal)));
        Assert.Empty(Stale());

        Source("一", "贰");
        Assert.Equal(["2"], Stale());
        Source("壹", "贰");
        Assert.Equal(["1", "2"], Stale());
        Assert.Equal(ExitCode.Done, Run("A/67/776", "en", "2").Code);
        Assert.Equal(["1"], Stale());
        Assert.Equal(ExitCode.Done, Run("A/67/776", "en").Code);
        Assert.Empty(Stale());
    }

    [Fact]
    public void Accepting_twice_writes_nothing()
    {
        Run("A/67/776", "en");
        var written = File.ReadAllBytes(Path.Combine(Documents, "basis.en.yaml"));
        Assert.Equal("nothing to accept: the source text is the one that the translation was made from\n", Run("A/67/776", "en").Told);
        Assert.Equal(written, File.ReadAllBytes(Path.Combine(Documents, "basis.en.yaml")));
    }

    [Theory]
    [InlineData(ExitCode.Usage, "is not a UN document symbol", "report", "en")]
    [InlineData(ExitCode.Findings, "is not held", "A/67/777", "en")]
    [InlineData(ExitCode.Findings, "is the source language", "A/67/776", "zh")]
    [InlineData(ExitCode.Findings, "has no text in the language \"fr\"", "A/67/776", "fr")]
    [InlineData(ExitCode.Findings, "has no passage \"3\"; it has title, 1, 2, fn1", "A/67/776", "en", "1", "3")]
    public void What_cannot_be_accepted_is_refused_and_nothing_is_written(int code, string message, string symbol, string language, params string[] passages)
    {
        var (given, told) = Run(symbol, language, passages);
        Assert.Equal(code, given);
        Assert.Contains(message, told, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Documents, "basis.en.yaml")));
    }

    private (int Code, string Told) Run(string symbol, string language, params string[] passages)
    {
        using var stdout = new StringWriter { NewLine = "\n" };
        using var stderr = new StringWriter { NewLine = "\n" };
        return (AcceptCommand.Run(symbol, language, passages, folder, stdout, stderr), $"{stdout}{stderr}");
    }

    private IEnumerable<string> Stale()
    {
        var files = Directory.EnumerateFiles(Documents).Order(StringComparer.Ordinal).Select(f => new StaticSite.Diagnostics.SourceText("input/documents/A-67-776/" + Path.GetFileName(f), File.ReadAllText(f)));
        var loaded = DocumentLoader.Load([.. files]);
        Assert.All(loaded.Diagnostics, d => Assert.Equal(RecordRules.StaleTranslation, d.Rule));
        var stale = loaded.Value!.TextIn("en")!.Stale;
        Assert.Equal(stale.IsEmpty, loaded.Diagnostics.IsEmpty);
        return stale;
    }

    private void Source(string one, string two) =>
        Write("text.zh.yaml", $"language: zh-Hans\nstatus: official\ntitle: 报告\nprovisions: {{ \"1\": {one}, \"2\": {two} }}\nfootnotes: {{ \"1\": 注 }}\n");

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Documents, name), text + "\n");
}
