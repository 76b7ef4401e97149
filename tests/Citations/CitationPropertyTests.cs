using System.Collections.Immutable;
using System.Text;

using StaticSite.Citations;
using StaticSite.Markdown;
using StaticSite.Symbols;

namespace StaticSite.Tests.Citations;

public sealed class CitationPropertyTests
{
    private static readonly DocumentSymbol Self = DocumentSymbol.FromCanonical("A/70/1");

    // Pieces that the grammars branch on; their random sequences reach what random characters never would.
    internal static readonly string[] Pieces =
    [
        "A/67/714", "A/64/683", "A/RES/64/259", "A/66/5 (Vol. II)", "Corr.1", "Add.1-4", "Add.", "A/", "64/259", "66/232 B", "3411", "(XXX)", "(2009)", "2010/1", "S-13/2",
        "第", "号", "决议", "决定", "段", "节", "章", "附件", "表", "图", "一", "二十", "三.B", "同上", "上文", "下文", "该决议", "该报告", "本报告", "报告", "秘书长", "行预咨委会", "审议了",
        "和", "至", "、", "，", ",", "(", ")", "（", "）", "；", "。", ".", " ", "\n", "\u00A0", "\u00AD", "2004年12月23日", "[^1]", "[^2]", "[^9]",
        "resolution ", "resolutions ", "decision ", "para. ", "paras. ", "paragraph ", "section ", "annex ", "table ", "figure ", "chap. ", "of ", "to the ", "report ", "the ", "its ", "that ",
        "Advisory Committee", "his ", "ibid., ", "above", " below", "see ", "and ", "-", "–", "8", "10", "(a)", "(ii)", "II.B", "K", "bis", "http://", "docs.un.org/zh/", "9999999999", "I", "Ａ／６７", "\uD83D", "𠀀",
    ];

    [Theory, InlineData("zh"), InlineData("en")]
    public void Any_text_is_read_and_every_place_lies_inside_its_citation(string language)
    {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var passages = Enumerable.Range(0, 1 + random.Next(3)).Select(n => new Passage($"p{n}", RichText.Parse(Text(random)))).ToList();
            passages.Add(new("fn1", RichText.Parse(Text(random)), "1"));
            passages.Add(new("fn2", RichText.Parse("A/64/683 和 Corr.1。"), "2"));
            foreach (var (passage, citations) in CitationReader.Read(new(Self, language, [.. passages])))
                CheckSpans(passage, citations);
        }
    }

    [Theory]
    [InlineData("zh", "第")]
    [InlineData("zh", "A/")]
    [InlineData("zh", "A/67/714、")]
    [InlineData("zh", "第66/257号、")]
    [InlineData("zh", "(同上，第 5 段")]
    [InlineData("zh", "报告")]
    [InlineData("zh", "一")]
    [InlineData("zh", "1")]
    [InlineData("zh", "(")]
    [InlineData("en", "A/")]
    [InlineData("en", "resolution 66/257 and ")]
    [InlineData("en", "66/257, ")]
    [InlineData("en", "paragraph 1 of ")]
    [InlineData("en", "paragraph 1 of the report of ")]
    [InlineData("en", "paras. 1, 2, 3, 4, ")]
    [InlineData("en", "its ")]
    [InlineData("en", "A")]
    [InlineData("en", "annex ")]
    public void A_megabyte_of_one_thing_is_read(string language, string piece)
    {
        var text = new StringBuilder();
        while (text.Length < 1_000_000) text.Append(piece);
        var passage = new Passage("1", new RichText(text.ToString(), []));
        var (_, citations) = Assert.Single(CitationReader.Read(new(Self, language, [passage])));
        CheckSpans(passage, citations);
    }

    [Fact]
    public void The_same_text_gives_the_same_citations_beside_any_other_document()
    {
        var text = new Passage("1", RichText.Parse("大会第 66/257 号决议第 6 段(A/67/714，第 8(d)段；同上，附件一)"));
        var first = Print(CitationReader.Read(new(Self, "zh", [text])));
        _ = CitationReader.Read(new(DocumentSymbol.FromCanonical("A/HRC/1/1"), "en", [new("1", RichText.Parse("ibid., resolution 66/257"))]));
        Assert.Equal(first, Print(CitationReader.Read(new(Self, "zh", [text]))));
    }

    private static string Print(ImmutableArray<ReadPassage> read) =>
        string.Join('\n', read.SelectMany(r => r.Citations).Select(c => c.Span + CitationNotation.Print(c)));

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var n = random.Next(30); n > 0; n--) text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }

    internal static void CheckSpans(Passage passage, ImmutableArray<Citation> citations)
    {
        var last = 0;
        foreach (var citation in citations)
        {
            var span = citation.Span;
            if (span.Start < last || span.Length <= 0 || span.End > passage.Text.Plain.Length) Assert.Fail($"{span} of {passage.Text.Plain}");
            last = span.Start;
            foreach (var place in citation.Pinpoints)
                if (place.Span.Start < span.Start || place.Span.End > span.End || place.Span.Length <= 0) Assert.Fail($"{place.Span} in {span} of {passage.Text.Plain}");
        }
    }
}
