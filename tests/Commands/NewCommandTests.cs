using StaticSite.Build;
using StaticSite.Commands;
using StaticSite.Diagnostics;
using StaticSite.Records;
using StaticSite.Tests.Records;

namespace StaticSite.Tests.Commands;

public sealed class NewCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("new-test-").FullName;

    public NewCommandTests()
    {
        Write("site.yaml", RecordCases.Site);
        Write("bodies/bodies.yaml", RecordCases.Bodies);
        foreach (var file in RecordCases.Split(TestFiles.Read("Records/Cases/a-valid-document.yaml")))
            Write(file.Path["input/".Length..], Carets.Strip(file.Text));
    }

    private string Input => Path.Combine(folder, "input");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("document", "A/68/780")]
    [InlineData("document", "A/RES/66/232 B")]
    [InlineData("document", "A/DEC/74/571")]
    [InlineData("document", "S/2010/1")]
    [InlineData("translation", "A/67/776", "en")]
    [InlineData("body", "budget-office-2")]
    [InlineData("cited", "A/66/5 (Vol. II)")]
    [InlineData("page", "contact")]
    public void What_is_started_has_no_errors(params string[] arguments)
    {
        var before = Load();
        Assert.DoesNotContain(before.Diagnostics, d => d.Rule.Severity == Severity.Error);
        var (code, stdout, stderr) = Run(arguments);
        Assert.Equal((0, ""), (code, stderr));
        Assert.Matches("^(wrote|added to) ", stdout);
        var after = Load();
        Assert.DoesNotContain(after.Diagnostics, d => d.Rule.Severity == Severity.Error);
        Assert.Equal(1, Count(after.Value) - Count(before.Value));

        static int Count(SiteRecords records) => records.Documents.Length + records.Documents.Sum(d => d.Texts.Length - 1) + records.Bodies.Length + records.Cited.Length
            + records.Pages.Select(p => p.Name).Distinct().Count();
    }

    [Theory]
    [InlineData("document", "A/68/780")]
    [InlineData("translation", "A/67/776", "en")]
    [InlineData("body", "budget-office")]
    [InlineData("cited", "A/66/738")]
    [InlineData("page", "contact")]
    public void Nothing_that_is_there_is_touched_a_second_time(params string[] arguments)
    {
        Assert.Equal(0, Run(arguments).Code);
        var written = Snapshot();
        var (code, stdout, stderr) = Run(arguments);
        Assert.Equal((1, ""), (code, stdout));
        Assert.Matches("(already|held in)", stderr);
        Assert.Equal(written, Snapshot());
    }

    [Fact]
    public void An_entry_is_put_behind_the_last_one_and_everything_before_keeps_its_bytes()
    {
        const string Before = "\uFEFF# Bodies.\r\nbodies:   # all\r\n\r\n# the first\r\n    - id: acabq\r\n      name: { zh: 行预咨委会 }   # note\r\n    # end";
        Write("bodies/bodies.yaml", Before);
        Assert.Equal(0, Run("body", "budget-office").Code);
        var after = File.ReadAllBytes(Path.Combine(Input, "bodies/bodies.yaml"));
        var text = System.Text.Encoding.UTF8.GetString(after);
        Assert.StartsWith(Before + "\r\n    - id: budget-office\r\n      name: { en: Budget office }", text, StringComparison.Ordinal);
        Assert.Equal(["acabq", "budget-office"], Load().Value.Bodies.Select(b => b.Id));
    }

    [Theory]
    [InlineData("bodies: []\n")]
    [InlineData("bodies: [ { id: acabq, name: { zh: 行预咨委会 } } ]\n")]
    public void A_list_that_cannot_be_added_to_is_left_alone_and_the_entry_is_shown(string file)
    {
        Write("bodies/bodies.yaml", file);
        var (code, _, stderr) = Run("body", "budget-office");
        Assert.Equal(1, code);
        Assert.Contains("- id: budget-office", stderr, StringComparison.Ordinal);
        Assert.Equal(file, File.ReadAllText(Path.Combine(Input, "bodies/bodies.yaml")));
    }

    [Fact]
    public void An_entry_stands_at_the_end_of_its_list_also_when_the_file_goes_on()
    {
        Write("bodies/bodies.yaml", "bodies:\n- id: acabq\n  name: { zh: 行预咨委会 }\n# the end\n...\n# behind it\n");
        Assert.Equal(0, Run("body", "budget-office").Code);
        var text = File.ReadAllText(Path.Combine(Input, "bodies/bodies.yaml"));
        Assert.StartsWith("bodies:\n- id: acabq\n  name: { zh: 行预咨委会 }\n- id: budget-office\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n# the end\n...\n# behind it\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_translation_lists_every_id_with_the_words_it_is_made_from()
    {
        Assert.Equal(0, Run("translation", "A/67/776", "en").Code);
        TestFiles.Match("Commands/translation.verified.yaml", File.ReadAllText(Path.Combine(Input, "documents/A-67-776/text.en.yaml")));
    }

    [Fact]
    public void A_document_starts_with_a_comment_for_everything_that_can_be_added()
    {
        Assert.Equal(0, Run("document", "A/RES/68/264").Code);
        TestFiles.Match("Commands/document.verified.yaml", File.ReadAllText(Path.Combine(Input, "documents/A-RES-68-264/document.yaml")));
        TestFiles.Match("Commands/text.verified.yaml", File.ReadAllText(Path.Combine(Input, "documents/A-RES-68-264/text.zh.yaml")));
    }

    [Fact]
    public void A_page_is_started_in_the_languages_that_lack_it()
    {
        Write("pages/zh/contact.md", "---\ntitle: 联系\n---\n");
        var (code, stdout, _) = Run("page", "contact");
        Assert.Equal(0, code);
        Assert.DoesNotContain("/zh/", stdout, StringComparison.Ordinal);
        TestFiles.Match("Commands/page.verified.md", File.ReadAllText(Path.Combine(Input, "pages/en/contact.md")));
    }

    [Theory]
    [InlineData(2, "write one of", "page")]
    [InlineData(2, "cannot be the name", "page", "../about")]
    [InlineData(2, "is a part of the site", "page", "status")]
    [InlineData(2, "write one of", "document")]
    [InlineData(2, "write one of", "document", "A/67/1", "zh")]
    [InlineData(2, "not a UN document symbol", "document", "../../etc")]
    [InlineData(2, "not a UN document symbol", "cited", "nothing")]
    [InlineData(2, "cannot be an id", "body", "Budget Office")]
    [InlineData(2, "cannot be an id", "body", "x: {}\n")]
    [InlineData(1, "held in", "document", "A/67/776")]
    [InlineData(1, "held in", "cited", "A/67/776")]
    [InlineData(1, "is not held", "translation", "A/67/1", "en")]
    [InlineData(1, "no language \"fr\"", "translation", "A/67/776", "fr")]
    [InlineData(1, "is there already", "translation", "A/67/776", "zh")]
    public void What_cannot_be_started_is_said_and_nothing_is_written(int expected, string message, params string[] arguments)
    {
        var before = Snapshot();
        var (code, stdout, stderr) = Run(arguments);
        Assert.Equal((expected, ""), (code, stdout));
        Assert.Contains(message, stderr, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
    }

    private (int Code, string Stdout, string Stderr) Run(params string[] arguments)
    {
        using var stdout = new StringWriter();
        using var stderr = new StringWriter();
        var code = NewCommand.Run(arguments[0], arguments[1..], Input, stdout, stderr);
        return (code, stdout.ToString(), stderr.ToString());
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(Input, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private Outcome<SiteRecords> Load() => RecordLoader.Load(
        [.. Files().Select(f => SiteFiles.ReadText(f).Value! with { Path = "input/" + Path.GetRelativePath(Input, f).Replace('\\', '/') })]);

    private string Snapshot() => string.Join('\n', Files().Select(f => $"{f}\n{File.ReadAllText(f)}"));

    private IEnumerable<string> Files() => Directory.EnumerateFiles(Input, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
