using StaticSite.Citations;
using StaticSite.Pages;
using StaticSite.Symbols;

namespace StaticSite.Tests.Pages;

public class FormsTests
{
    [Theory]
    [InlineData("A/67/776", "34", "zh", "A/67/776，第34段")]
    [InlineData("A/67/776", "34", "en", "A/67/776, para. 34")]
    [InlineData("A/67/776", "34(a)", "en", "A/67/776, para. 34 (a)")]
    [InlineData("A/67/776", "fn1", "zh", "A/67/776，脚注1")]
    [InlineData("A/RES/64/259", "8", "zh", "第64/259号决议，第8段")]
    [InlineData("A/RES/64/259", "8", "en", "resolution 64/259, para. 8")]
    [InlineData("A/RES/66/232 B", "PP3", "en", "resolution 66/232 B, preambular para. 3")]
    [InlineData("A/RES/77/263", "II/4", "zh", "第77/263号决议，第二节第4段")]
    [InlineData("A/RES/77/263", "II/4", "en", "resolution 77/263, sect. II, para. 4")]
    [InlineData("A/RES/77/263", null, "zh", "第77/263号决议")]
    public void A_place_is_cited_in_the_form_of_the_language(string symbol, string? id, string language, string expected) =>
        Assert.Equal(expected, CitationForm.Of(DocumentSymbol.FromCanonical(symbol), id, language));

    [Theory]
    [InlineData("zh", "附件一，第4段")]
    [InlineData("en", "annex I, para. 4")]
    public void A_place_in_an_annex_names_the_annex_first(string language, string expected) =>
        Assert.Equal(expected, CitationForm.OfPinpoint(new() { Span = default, Annex = "I", Paragraph = "4" }, language));

    [Theory]
    [InlineData("II.B", "zh", "第二.B节")]
    [InlineData("K", "zh", "第K节")]
    [InlineData("C", "zh", "第C节")]
    [InlineData("annex", "zh", "附件")]
    [InlineData("annex-XII", "zh", "附件十二")]
    [InlineData("II.B", "en", "sect. II.B")]
    public void Sections_are_numbered_as_the_language_does(string id, string language, string expected) =>
        Assert.Equal(expected, CitationForm.OfSection(id, language));

    [Theory]
    [InlineData("zh", "附件，第4至9段")]
    [InlineData("en", "annex, paras. 4–9")]
    public void A_range_is_named_by_its_ends(string language, string expected)
    {
        var first = new Pinpoint { Span = default, Annex = "", Paragraph = "4" };
        Assert.Equal(expected, CitationForm.OfRange(first, first with { Paragraph = "9" }, language));
    }

    [Theory]
    [InlineData("zh", "前一句。中间(A/1/1，第 5 段)一句。后一句。", 6, "中间(A/1/1，第 5 段)一句。")]
    [InlineData("zh", "“引语。”下一句引用A/1/1。", 8, "下一句引用A/1/1。")]
    [InlineData("zh", "(a) 其一；(b) 其二(A/1/1)。", 12, "(a) 其一；(b) 其二(A/1/1)。")]
    [InlineData("zh", "前一句。后一句。\uFFFC", 8, "后一句。")]
    [InlineData("zh", "前一句。\uFFFC\uFFFC后一句。", 5, "前一句。")]
    [InlineData("en", "First. See A/1/1, para. 5, in part. Then more.", 12, "See A/1/1, para. 5, in part.")]
    public void The_sentence_around_a_citation_is_whole(string language, string text, int at, string expected)
    {
        var span = Sentences.Around(text, at, language);
        Assert.Equal(expected, text.Substring(span.Start, span.Length));
    }
}
