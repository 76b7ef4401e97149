using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

using StaticSite.Build;
using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Markdown;
using StaticSite.Records;
using StaticSite.Tests.Build;
using StaticSite.Tests.Records;

namespace StaticSite.Tests.Exports;

/// <summary>The Akoma Ntoso files of the site of this repository against its records.</summary>
public partial class AkomaNtosoTests(RealSite site) : IClassFixture<RealSite>
{
    private static readonly XNamespace Akn = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    private static readonly Lazy<(ImmutableArray<Document> Documents, CitationGraph Graph)> Records = new(() =>
    {
        var documents = RecordLoader.Load(RealSite.Input().Records).Value.Documents;
        return (documents, CitationGraph.From(documents).Value);
    });

    public static TheoryData<string, string> Files()
    {
        var files = new TheoryData<string, string>();
        foreach (var symbol in new[] { "A/67/776", "A/RES/64/259" })
            foreach (var language in new[] { "zh", "en" }) files.Add(symbol, language);
        return files;
    }

    [Theory, MemberData(nameof(Files))]
    public void Ids_are_unique_and_references_inside_the_file_lead_to_one(string symbol, string language)
    {
        var xml = Read(symbol, language);
        var ids = xml.Descendants().Attributes("eId").Select(a => a.Value).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        foreach (var target in xml.Descendants().Attributes().Where(a => a.Name.LocalName is "href" or "from" or "upTo" && a.Value.StartsWith('#')))
            Assert.Contains(target.Value[1..], ids);
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_provision_heading_and_footnote_stands_there_in_its_own_words(string symbol, string language)
    {
        var (xml, text) = (Read(symbol, language), TextOf(symbol, language));
        var document = text.Document;
        foreach (var provision in document.Provisions)
        {
            var slash = provision.Id.StartsWith("PP", StringComparison.Ordinal);
            var element = Element(xml, slash ? "preamble__para_" + provision.Id[2..] : "para_" + provision.Id);
            Assert.Equal(Squeezed((provision.Printed ?? "") + text.TextOf(provision.Id)!.Plain), Squeezed(Words(element)));
        }
        foreach (var section in document.Sections)
            Assert.Equal(Plain(text, LinkedText.HeadingId(section.Id)),
                Words(Element(xml, string.Join("__", section.Id.Split('.').Select(p => "sec_" + p))).Element(Akn + "heading")!));
        foreach (var footnote in document.Footnotes)
            Assert.Equal(Plain(text, footnote.Id), string.Join('\n', Element(xml, "authorialNote_" + footnote.Id[2..]).Elements(Akn + "p").Select(Words)));
    }

    [Theory, MemberData(nameof(Files))]
    public void The_whole_file_is_the_text_character_for_character_and_in_order(string symbol, string language)
    {
        var text = TextOf(symbol, language);
        var document = text.Document;
        var printed = new StringBuilder();
        foreach (var block in document.Head) printed.Append(block.Printed).Append(Plain(text, block.Id));
        foreach (var element in PrintedOrder.Of(document))
        {
            if (element.Section is { } section)
                printed.Append(language == document.Source.Language ? section.Printed : section.Printed is null ? null : section.Id.Split('.')[^1] + ".")
                    .Append(Plain(text, LinkedText.HeadingId(section.Id)));
            if (element.Provision is { } provision) printed.Append(provision.Printed).Append(Plain(text, provision.Id));
        }
        foreach (var block in document.Closing) printed.Append(block.Printed).Append(Plain(text, block.Id));
        var body = Read(symbol, language).Root!.Elements().Single().Elements().Where(e => e.Name != Akn + "meta");
        Assert.Equal(Squeezed(printed.ToString()), Squeezed(string.Concat(body.Select(Words))));
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_citation_is_a_reference(string symbol, string language)
    {
        var (xml, text) = (Read(symbol, language), TextOf(symbol, language));
        // Of a citation that is a footnote marker and nothing else, "the report¹", the note is the reference.
        var runs = text.Citations.SelectMany(c => CitationRuns.Of(c).Select(r => (c.Passage, Run: r)))
            .Where(r => text.TextOf(r.Passage)!.Plain.AsSpan(r.Run.Start, r.Run.End - r.Run.Start).ContainsAnyExcept(RichText.Call)).ToList();
        var references = xml.Descendants().Where(e => e.Name.LocalName is "ref" or "rref").ToList();
        Assert.True(runs.Count > 20);
        foreach (var group in runs.Where(r => r.Run.State == CitationState.Resolved && r.Run.First is not null).GroupBy(r => r.Run.First!, StringComparer.Ordinal))
            Assert.True(references.Count(r => (r.Attribute("href") ?? r.Attribute("from"))!.Value.EndsWith('_' + group.Key.Replace("(", "__item_", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal), StringComparison.Ordinal)) >= group.Count(), group.Key);
        // A reference pauses where a citation stands in another, so there are as many as citations or more.
        Assert.True(references.Count >= runs.Count, $"{references.Count} references for {runs.Count} citations");
    }

    [Fact]
    public void A_place_in_another_document_is_named_by_its_work_and_number() =>
        Assert.Contains("/akn/un/statement/deliberation/unga/2010-03-29/64-259#para_8",
            Read("A/67/776", "zh").Descendants(Akn + "ref").Select(r => r.Attribute("href")!.Value));

    [Theory]
    [InlineData("zh", "true", null)]
    [InlineData("en", "false", "/akn/un/doc/unga/session-67/A-67-776/zho@")]
    public void A_translation_says_that_it_is_one(string language, string authoritative, string? from)
    {
        var expression = Read("A/67/776", language).Descendants(Akn + "FRBRExpression").Single();
        Assert.Equal(authoritative, expression.Element(Akn + "FRBRauthoritative")!.Attribute("value")!.Value);
        Assert.Equal(from, expression.Element(Akn + "FRBRtranslation")?.Attribute("href")!.Value);
    }

    [Fact]
    public void Pages_name_the_file_and_others_do_not_claim_one()
    {
        foreach (var (path, page) in site.Pages)
            foreach (var link in page.QuerySelectorAll("link[type='application/akn+xml']"))
                Assert.Equal(Path.GetDirectoryName(path)!.Replace('\\', '/') + "/index.xml", link.GetAttribute("href")!.TrimStart('/'));
        Assert.Equal(Files().Count, site.Files.Keys.Count(k => k.EndsWith("/index.xml", StringComparison.Ordinal)));
    }

    [Fact]
    public void Lists_blocks_footnotes_and_emphasis_keep_their_places()
    {
        var files = RecordCases.Complete(RecordCases.Split("""
            ### input/documents/A-67-776/document.yaml
            symbol: A/67/776
            kind: report
            source: { file: seeds/a.txt, language: zh }
            sections: [ { id: II, parent: null, printed: 二., lines: [1, 1] }, { id: annex-I, parent: null, printed: 附件一, lines: [5, 5] } ]
            provisions:
              - { id: "1", section: II, lines: [2, 2] }
              - { id: "2", section: II, lines: [3, 3] }
              - { id: "annex-I/1", section: annex-I, lines: [6, 6] }
            footnotes: [ { id: fn1, marker: "1", lines: [4, 4] }, { id: fn2, marker: "2", lines: [4, 4] } ]
            ### input/documents/A-67-776/text.zh.yaml
            language: zh-Hans
            status: official
            title: 报告
            sections: { II: 标题, annex-I: 表 }
            provisions:
              "1": |
                *重要*<&：[^1]

                (a) 一；

                (b) 二：㈠ 三；㈡ 四。后文。

                定义。
              "2": 见上文第 1(b)段和第 1 至 2 段。[^1]
              "annex-I/1": 附件。
            footnotes:
              "1": 见 A/66/738。
              "2": 无人提及。

            """));
        var output = new MemoryOutput();
        SiteBuilder.Build(RealSite.Input() with { Urls = null, Records = [.. files] }, output, new(TimeProvider.System));
        TestFiles.Match("Exports/akoma-ntoso.verified.xml", Encoding.UTF8.GetString(output.Files["zh/A/67/776/index.xml"].Span));
    }

    private static LinkedText TextOf(string symbol, string language) => Records.Value.Graph.TextIn(StaticSite.Symbols.DocumentSymbol.FromCanonical(symbol), language)!;

    private XDocument Read(string symbol, string language) => XDocument.Parse(site.Text($"{language}/{symbol}/index.xml"), LoadOptions.PreserveWhitespace);

    private static XElement Element(XDocument xml, string id) => Assert.Single(xml.Descendants(), e => e.Attribute("eId")?.Value == id);

    private static string Plain(LinkedText text, string passage) => text.TextOf(passage)!.Plain.Replace(RichText.Call.ToString(), "", StringComparison.Ordinal);

    // A footnote stands at its call: its words are not those of the text around it.
    private static string Words(XElement element) => string.Concat(element.DescendantNodes().OfType<XText>()
        .Where(t => element.Name == Akn + "authorialNote" || !t.Ancestors(Akn + "authorialNote").Any(a => a.Ancestors().Contains(element))).Select(t => t.Value));

    private static string Squeezed(string text) => Blank().Replace(text.Replace(RichText.Call.ToString(), "", StringComparison.Ordinal), "");

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
