using System.Reflection;
using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Import;

namespace StaticSite.Tests.Import;

public class RuleTests
{
    public static TheoryData<string> Rules()
    {
        var data = new TheoryData<string>();
        foreach (var field in typeof(ImportRules).GetFields(BindingFlags.Public | BindingFlags.Static)) data.Add(((Rule)field.GetValue(null)!).Id);
        return data;
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_is_reported_by_a_case(string rule)
    {
        var cases = Directory.EnumerateFiles(TestFiles.PathOf("Import/Cases"), "*.verified.txt").Select(File.ReadAllText).Concat(InCode());
        Assert.Contains(cases, c => c.Contains(rule + ":", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_100_MB_is_refused() =>
        Assert.Equal("import/too-large", Assert.Single(ImporterTests.Read("seeds/x.txt", new byte[100_000_000]).Diagnostics).Rule.Id);

    [Theory]
    [InlineData("fr", "import/unknown-language")]
    [InlineData("zh", null)]
    public void The_language_can_be_named(string language, string? rule)
    {
        var outcome = Importer.Read(new() { SourcePath = "seeds/x.txt", Bytes = ImporterTests.Seed("000_4309f37d88536db2.txt"), Language = language });
        Assert.Equal(rule, outcome.Diagnostics.FirstOrDefault()?.Rule.Id);
    }

    [Fact]
    public void The_symbol_can_be_named()
    {
        var outcome = ImporterTests.Read("seeds/x.txt", ImporterTests.Seed("000_4309f37d88536db2.txt"), "A/67/776/Add.1");
        Assert.Equal("A/67/776/Add.1", outcome.Value!.Document.Symbol.Value);
    }

    [Fact]
    public void A_lost_character_an_added_one_and_a_moved_one_are_found_with_their_line()
    {
        var imported = ImporterTests.Read("seeds/x.txt", ImporterTests.Seed("001_72d9af626de8bfe1.txt")).Value!;
        var source = imported.Source.Text;
        foreach (var changed in (string[])[source.Replace("表示注意到", "注意到", StringComparison.Ordinal), source.Replace("表示注意到", "表示注意到了", StringComparison.Ordinal), source.Replace("表示注意到", "表注示意到", StringComparison.Ordinal)])
        {
            var one = Assert.Single(LosslessCheck.Check(imported.Document, imported.Text, new("seeds/x.txt", changed)));
            Assert.Equal(55, new SourceText("seeds/x.txt", changed).Position(one.Span.Start).Line);
            Assert.Contains("provision 1", one.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Any_single_character_taken_from_the_source_is_missed()
    {
        var imported = ImporterTests.Read("seeds/x.txt", ImporterTests.Seed("001_72d9af626de8bfe1.txt")).Value!;
        var source = imported.Source.Text;
        for (var i = 0; i < source.Length; i += 37)
            if (!char.IsWhiteSpace(source[i]))
                Assert.Single(LosslessCheck.Check(imported.Document, imported.Text, new("seeds/x.txt", source.Remove(i, 1))));
    }

    private static IEnumerable<string> InCode()
    {
        var imported = ImporterTests.Read("seeds/x.txt", ImporterTests.Seed("001_72d9af626de8bfe1.txt")).Value!;
        var lost = LosslessCheck.Check(imported.Document, imported.Text, new("seeds/x.txt", imported.Source.Text + "\n尾"));
        var changed = ImporterTests.Read("seeds/x.txt", Encoding.UTF8.GetBytes(imported.Source.Text.Replace("关切地", "遗憾地", StringComparison.Ordinal))).Value!;
        var merged = Importer.Merge(changed, Importer.Merge(imported, []).Value!.Files).Diagnostics;
        return lost.Concat(merged).Concat(ImporterTests.Read("seeds/x.txt", new byte[30_000_000]).Diagnostics).Select(d => $"{d.Rule.Id}: {d.Message}");
    }
}
