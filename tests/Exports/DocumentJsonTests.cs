using System.Text;
using System.Text.Json;

using StaticSite.Build;
using StaticSite.Tests.Records;

namespace StaticSite.Tests.Exports;

public class DocumentJsonTests
{
    [Theory]
    // Read as one row these would be paragraphs of the annex.
    [InlineData("见 A/66/738，第 20 至 22 段和附件一。", "20 21 22||| ; |||I")]
    // Two sub-paragraphs of one paragraph are one row, those of two paragraphs two.
    [InlineData("见 A/66/738，第 8(a)和(c)段。", "8|(a), (c)|| ")]
    [InlineData("见 A/66/738，第 45(c)和 47(a)段。", "45|(c)|| ; 47|(a)||")]
    [InlineData("见 A/66/738，第 10 和 11 段。", "10 11|||")]
    [InlineData("见 A/66/738，第三节。", "||III|")]
    public void Places_stand_in_one_row_when_they_may_be_read_together(string text, string expected)
    {
        var rows = Citations(text).Select(c => string.Join('|',
            string.Join(' ', c.GetProperty("paragraphs").EnumerateArray().Select(p => p.GetString())),
            c.GetProperty("subparagraph").GetString(), c.GetProperty("section").GetString(), c.GetProperty("annex").GetString()));
        Assert.Equal(expected.Split(';').Select(r => r.Trim()), rows);
    }

    [Theory]
    [InlineData("见 A/66/738，第 10 段。", "external")]
    [InlineData("见上文第 1 段。", "resolved")]
    [InlineData("见上文第 9 段。", "unresolved")]
    public void A_citation_tells_where_it_ends(string text, string state) =>
        Assert.Equal(state, Assert.Single(Citations(text)).GetProperty("state").GetString());

    private static List<JsonElement> Citations(string text)
    {
        var files = RecordCases.Complete(RecordCases.Split($$"""
            ### input/documents/A-67-776/document.yaml
            symbol: A/67/776
            kind: report
            source: { file: seeds/a.txt, language: zh }
            provisions: [ { id: "1", lines: [1, 1] }, { id: "2", lines: [2, 2] } ]
            ### input/documents/A-67-776/text.zh.yaml
            language: zh-Hans
            status: official
            title: 报告
            provisions:
              "1": 文
              "2": "{{text}}"

            """));
        var output = new MemoryOutput();
        SiteBuilder.Build(Build.RealSite.Input() with { Urls = null, Records = [.. files] }, output, new(TimeProvider.System));
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(output.Files["zh/A/67/776/index.json"].Span));
        return [.. json.RootElement.GetProperty("citations").EnumerateArray().Select(c => c.Clone())];
    }
}
