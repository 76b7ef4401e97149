using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Import;
using StaticSite.Records;

namespace StaticSite.Tests.Import;

public class ImporterTests
{
    public static TheoryData<string> Cases()
    {
        var data = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(TestFiles.PathOf("Import/Cases"), "*.txt").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal))
            if (!file.EndsWith(".verified.txt", StringComparison.Ordinal) && !file.Contains(".received.", StringComparison.Ordinal) && file != "tested-in-code.txt") data.Add("Import/Cases/" + file);
        return data;
    }

    public static TheoryData<string> Seeds() => ["000_4309f37d88536db2.txt", "001_72d9af626de8bfe1.txt"];

    [Theory, MemberData(nameof(Cases))]
    public void A_source_gives_the_structure_that_a_person_has_read(string path)
    {
        TestFiles.Match(Path.ChangeExtension(path, ".verified.txt"), Outline.Print(Read(path, File.ReadAllBytes(TestFiles.PathOf(path)))));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_seed_imports_without_a_finding_and_its_records_are_those_in_the_repository(string name)
    {
        var outcome = Read("seeds/" + name, Seed(name));
        Assert.Empty(outcome.Diagnostics);
        var merged = Importer.Merge(outcome.Value!, Existing(outcome.Value!.Document)).Value!;
        Assert.Empty(merged.Files);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_seed_imported_twice_gives_the_same_bytes(string name)
    {
        var first = Importer.Merge(Read("seeds/" + name, Seed(name)).Value!, []).Value!.Files;
        var second = Importer.Merge(Read("seeds/" + name, Seed(name)).Value!, []).Value!.Files;
        Assert.Equal(first.Select(f => f.Path + f.Text), second.Select(f => f.Path + f.Text));
        Assert.Empty(Importer.Merge(Read("seeds/" + name, Seed(name)).Value!, first).Value!.Files);
    }

    [Fact]
    public void The_report_has_paragraphs_1_to_43_and_the_resolution_33_and_9_preambular_ones()
    {
        var report = Read("seeds/a.txt", Seed("000_4309f37d88536db2.txt")).Value!.Document;
        Assert.Equal(Enumerable.Range(1, 43).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)), report.Provisions.Select(p => p.Id));
        var resolution = Read("seeds/b.txt", Seed("001_72d9af626de8bfe1.txt")).Value!.Document;
        Assert.Equal([.. Enumerable.Range(1, 9).Select(n => $"PP{n}"), .. Enumerable.Range(1, 33).Select(n => $"{n}")], resolution.Provisions.Select(p => p.Id));
    }

    [Fact]
    public void Work_on_a_provision_that_the_source_no_longer_has_is_not_lost()
    {
        var seed = Encoding.UTF8.GetString(Seed("001_72d9af626de8bfe1.txt"));
        var files = Importer.Merge(Read("seeds/x.txt", Encoding.UTF8.GetBytes(seed)).Value!, []).Value!.Files;
        List<SourceText> edited = [.. files.Select(f => f with { Text = f.Text.Replace("  - id: \"33\"\n", "  - id: \"33\"\n    act: [request]\n", StringComparison.Ordinal) })];
        var shorter = Read("seeds/x.txt", Encoding.UTF8.GetBytes(seed[..seed.IndexOf(" 33. ", StringComparison.Ordinal)])).Value!;

        var refused = Importer.Merge(shorter, edited);
        Assert.Null(refused.Value);
        Assert.Contains(refused.Diagnostics, d => d.Rule == ImportRules.WorkLost && d.Message.Contains("provision 33", StringComparison.Ordinal));
        Assert.NotNull(Importer.Merge(shorter, files).Value);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void What_people_have_added_survives_an_import(string name)
    {
        var imported = Read("seeds/" + name, Seed(name)).Value!;
        var files = Importer.Merge(imported, []).Value!.Files;
        List<SourceText> edited = [.. files.Select(f => f with { Text = AddByHand(f) })];
        Assert.Empty(Importer.Merge(imported, edited).Value!.Files);

        // One word of the source changes, and a line is added above everything.
        var source = Encoding.UTF8.GetString(Seed(name)).Replace("关切地注意到", "遗憾地注意到", StringComparison.Ordinal);
        var changed = Importer.Merge(Read("seeds/" + name, Encoding.UTF8.GetBytes("\n" + source)).Value!, edited);
        var one = Assert.Single(changed.Diagnostics);
        Assert.Equal(ImportRules.SourceChanged, one.Rule);
        Assert.Contains("has changed", one.Message, StringComparison.Ordinal);
        var document = changed.Value!.Files.Single(f => f.Path.EndsWith("document.yaml", StringComparison.Ordinal)).Text;
        Assert.Contains("# made by hand", document, StringComparison.Ordinal);
        Assert.Contains("addressee: secretary-general # who\n    responsible: acabq\n    deadlines:\n      - { zh: 大会, en: the Assembly }\n", document, StringComparison.Ordinal);
        var text = changed.Value.Files.Single(f => f.Path.EndsWith("text.zh.yaml", StringComparison.Ordinal)).Text;
        Assert.Contains("# a remark", text, StringComparison.Ordinal);
        Assert.Contains("errata:", text, StringComparison.Ordinal);
        var existing = DocumentLoader.Load(changed.Value.Files);
        // One provision has an act, the others have none.
        Assert.All(existing.Diagnostics, d => Assert.Equal(RecordRules.NotClassified, d.Rule));
        Assert.Empty(LosslessCheck.Check(existing.Value!, existing.Value!.TextIn("zh")!, new SourceText("seeds/" + name, "\n" + source)));
    }

    private static string AddByHand(SourceText file) => file.Path.EndsWith("document.yaml", StringComparison.Ordinal)
        ? file.Text.Replace("  - id: \"2\"\n", "  # made by hand\n  - id: \"2\"\n    act: [request]\n    addressee: secretary-general # who\n    responsible: acabq\n    deadlines:\n      - { zh: 大会, en: the Assembly }\n", StringComparison.Ordinal)
        : file.Text.Replace("  \"3\": |\n", "  # a remark\n  \"3\": |\n", StringComparison.Ordinal)
            + "errata:\n  - { provision: \"3\", printed: 大会, meant: null, note: null }\n";

    internal static Outcome<ImportedSource?> Read(string path, byte[] bytes, string? symbol = null) =>
        Importer.Read(new() { SourcePath = path, Bytes = bytes, Symbol = symbol });

    internal static byte[] Seed(string name) => File.ReadAllBytes(Path.Combine(TestFiles.Root, "seeds", name));

    private static List<SourceText> Existing(Document document) =>
        [.. Directory.EnumerateFiles(Path.Combine(TestFiles.Root, "input/documents", document.Symbol.Slug), "*.yaml").Order(StringComparer.Ordinal)
            .Select(f => new SourceText($"input/documents/{document.Symbol.Slug}/{Path.GetFileName(f)}", File.ReadAllText(f)))];
}
