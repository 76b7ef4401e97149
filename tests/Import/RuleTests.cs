using StaticSite.Diagnostics;
using StaticSite.Import;

namespace StaticSite.Tests.Import;

public class RuleTests
{
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
}
