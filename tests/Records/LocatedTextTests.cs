using StaticSite.Records;

namespace StaticSite.Tests.Records;

public class LocatedTextTests
{
    private const string Head = "language: zh-Hans\nstatus: official\nprovisions:\n";

    [Theory]
    [InlineData("  \"1\": |\n    甲乙\n\n    丙A/67/1丁\n  \"2\": x\n")]
    [InlineData("  \"1\": |  # 注\n    甲乙\n   \n      丙A/67/1丁\n")]
    [InlineData("  \"1\": |-\n    A/67/1")]
    [InlineData("  \"1\": |+\n    A/67/1\n\n\n  \"2\": x\n")]
    [InlineData("  \"1\": |2\n      A/67/1\n")]
    [InlineData("  \"1\": |\n\n\n    A/67/1\n")]
    [InlineData("  \"1\":\n    |\n    甲 A/67/1\n")]
    [InlineData("  \"1\": |\n    甲\u2028    A/67/1\n")]
    [InlineData("  \"1\": |\n    甲  \n    乙😀 A/67/1  \n")]
    [InlineData("  \"1\": 甲 A/67/1 # A/67/1\n")]
    [InlineData("  \"1\": \"甲 A/67/1\"\n")]
    [InlineData("  \"1\": '甲 A/67/1'\n")]
    [InlineData("  \"1\":\n    甲 A/67/1\n")]
    public void A_stretch_of_the_value_is_found_in_the_file(string provisions)
    {
        foreach (var file in new[] { Head + provisions, "\uFEFF" + Head + provisions, (Head + provisions).ReplaceLineEndings("\r\n") })
        {
            var text = Read(file);
            var place = text.At(text.Value.IndexOf("A/67/1", StringComparison.Ordinal), 6);
            Assert.Equal("A/67/1", file.Substring(place.Start, place.Length));
            for (var i = 0; i < text.Value.Length; i++)
                if (text.Value[i] is not '\n') Assert.Equal(text.Value[i], file[text.At(i, 1).Start]);
        }
    }

    [Fact]
    public void A_literal_block_begins_at_its_first_character_and_ends_at_its_last()
    {
        var file = Head + "  \"1\": |\n    甲\n\n    乙\n  \"2\": x\n";
        var text = Read(file);
        Assert.Equal("甲\n\n乙", text.Value);
        Assert.Equal("甲\n\n    乙", file.Substring(text.Span.Start, text.Span.Length));
    }

    [Theory]
    [InlineData("  \"1\": >\n    A/67/1\n    B\n")]
    [InlineData("  \"1\": \"\\u7532 A/67/1\"\n")]
    [InlineData("  \"1\": 'it''s A/67/1'\n")]
    [InlineData("  \"1\": A/67/1\n    B\n")]
    public void Text_that_is_not_written_character_for_character_is_found_as_a_whole(string provisions)
    {
        var text = Read(Head + provisions);
        Assert.Equal(text.Span, text.At(text.Value.IndexOf("A/67/1", StringComparison.Ordinal), 6));
        Assert.Contains("A/67/1", (Head + provisions).Substring(text.Span.Start, text.Span.Length), StringComparison.Ordinal);
    }

    private static LocatedText Read(string file)
    {
        const string folder = "input/documents/A-67-776/";
        const string document = """
            symbol: A/67/776
            kind: report
            source: { file: seeds/a.txt, language: zh }
            provisions: [{ id: "1", lines: [1, 1] }, { id: "2", lines: [2, 2] }]
            """;
        var loaded = DocumentLoader.Load([new(folder + "document.yaml", document), new(folder + "text.zh.yaml", file)]);
        return loaded.Value!.TextIn("zh")!.Provisions["1"];
    }
}
