using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Import;
using StaticSite.Records;

namespace StaticSite.Tests.Import;

/// <summary>The same document imported in a second language.</summary>
public class SecondLanguageTests
{
    private const string Chinese = """
        第九十九届会议

        2044年1月5日大会决议

        99/5. 样本

        大会，

         回顾其2042年12月24日第97/9号决议，

        1. 表示注意到秘书长的报告；

        2. 请秘书长提交报告。

        """;

    private const string English = """
        Ninety-ninth session

        Resolution adopted by the General Assembly on 5 January 2044

        99/5. Sample

        The General Assembly,

        Recalling its resolution 97/9 of 24 December 2042,

        1. Takes note of the report of the Secretary-General;

        2. Requests the Secretary-General to submit a report.

        """;

    [Fact]
    public void It_becomes_a_text_file_beside_the_first_and_changes_nothing_else()
    {
        var first = Importer.Merge(Read("seeds/zh.txt", Chinese), []).Value!.Files;
        var second = Importer.Merge(Read("seeds/en.txt", English), first);
        Assert.Empty(second.Diagnostics);
        var file = Assert.Single(second.Value!.Files);
        Assert.Equal("input/documents/A-RES-99-5/text.en.yaml", file.Path);

        var document = DocumentLoader.Load([.. first, file]);
        Assert.Empty(document.Diagnostics);
        Assert.Equal("Takes note of the report of the Secretary-General;", document.Value!.TextIn("en")!.Provisions["1"].Value);
        Assert.Equal("zh", document.Value.Source.Language);
        // Either source again: nothing to write.
        Assert.Empty(Importer.Merge(Read("seeds/en.txt", English), [.. first, file]).Value!.Files);
        Assert.Empty(Importer.Merge(Read("seeds/zh.txt", Chinese), [.. first, file]).Value!.Files);
    }

    [Fact]
    public void A_translation_made_by_hand_stays_as_it_is()
    {
        var first = Importer.Merge(Read("seeds/zh.txt", Chinese), []).Value!.Files;
        var official = Importer.Merge(Read("seeds/en.txt", English), first).Value!.Files[0];
        var translation = official with { Text = official.Text.Replace("status: official", "status: unofficial translation", StringComparison.Ordinal) };
        var refused = Importer.Merge(Read("seeds/en.txt", English), [.. first, translation]);
        Assert.Null(refused.Value);
        Assert.Equal(ImportRules.TranslationKept, Assert.Single(refused.Diagnostics).Rule);
    }

    [Fact]
    public void Other_provisions_than_the_records_have_are_refused()
    {
        var first = Importer.Merge(Read("seeds/zh.txt", Chinese), []).Value!.Files;
        var longer = Read("seeds/en.txt", English.TrimEnd().TrimEnd('.') + ";\n\n3. Decides to remain seized of the matter.\n");
        var refused = Importer.Merge(longer, first);
        Assert.Null(refused.Value);
        var finding = Assert.Single(refused.Diagnostics);
        Assert.Equal(ImportRules.OtherStructure, finding.Rule);
        Assert.Equal(15, longer.Source.Position(finding.Span.Start).Line);
    }

    [Fact]
    public void A_block_that_the_records_lack_is_left_out_and_named()
    {
        var first = Importer.Merge(Read("seeds/zh.txt", Chinese), []).Value!.Files;
        var english = English.Replace("99/5. Sample", "[on the report of the Fifth Committee (A/99/600)]\n\n99/5. Sample", StringComparison.Ordinal);
        var merged = Importer.Merge(Read("seeds/en.txt", english), first);
        Assert.NotNull(merged.Value);
        Assert.Equal([ImportRules.BlockLeftOut], merged.Diagnostics.Select(d => d.Rule));
        Assert.Contains("basis", merged.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    private static ImportedSource Read(string path, string text)
    {
        var outcome = Importer.Read(new() { SourcePath = path, Bytes = Encoding.UTF8.GetBytes(text) });
        Assert.DoesNotContain(outcome.Diagnostics, d => d.Rule.Severity == Severity.Error);
        return outcome.Value!;
    }
}
