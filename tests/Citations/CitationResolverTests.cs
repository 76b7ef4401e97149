using StaticSite.Citations;
using StaticSite.Markdown;
using StaticSite.Symbols;

namespace StaticSite.Tests.Citations;

public sealed class CitationResolverTests
{
    /// <summary>Holds A/64/1 with paragraphs 1 to 9, item 8(a), section II, annex I; and the citing document A/70/1 with the same.</summary>
    private sealed class Targets : ICitationTargets
    {
        public bool IsHeld(DocumentSymbol symbol) => symbol.Value is "A/64/1" or "A/70/1";

        public string? Find(DocumentSymbol symbol, Pinpoint pinpoint, string? citingPassage) => pinpoint switch
        {
            { Table: not null } or { Figure: not null } => null,
            { Paragraph: { Length: 1 } number, Subparagraph: null } => (citingPassage is null ? "" : citingPassage + ">") + number,
            { Paragraph: "8", Subparagraph: "(a)" } => "8(a)",
            { Section: "II" } => "II",
            { Annex: "I" } => "annex-I",
            _ => null,
        };
    }

    [Theory]
    [InlineData("A/64/1", "Resolved []")]
    [InlineData("A/64/1, para. 5", "Resolved [5]")]
    [InlineData("A/64/1, para. 8 (a)", "Resolved [8(a)]")]
    [InlineData("A/64/1, paras. 8 and 9", "Resolved [8 9]")]
    [InlineData("A/64/1, para. 8 (b)", "Unresolved [-] A/64/1 has no place \"para. 8 (b)\"")]
    [InlineData("A/64/1, paras. 9 and 10", "Unresolved [9 -] A/64/1 has no place \"10\"")]
    [InlineData("A/64/1, sect. II", "Resolved [II]")]
    [InlineData("A/64/1, annex I, table 2", "Resolved [annex-I]")]
    [InlineData("A/64/1, figure II", "Resolved [-]")]
    [InlineData("A/64/1, annex IV, figure II", "Unresolved [-] A/64/1 has no place \"annex IV, figure II\"")]
    [InlineData("A/65/1, paras. 5 and 6", "External [- -]")]
    [InlineData("para. 3 above", "Resolved [p>3]")]
    [InlineData("A/70/1, para. 3", "Resolved [3]")]
    [InlineData("para. 30 above", "Unresolved [-] A/70/1 has no place \"para. 30\"")]
    [InlineData("(ibid., para. 3)", "Unresolved [-] nothing says which document \"ibid., para. 3\" means")]
    public void A_citation_has_one_of_three_ends(string text, string expected)
    {
        var document = new CitingDocument(DocumentSymbol.FromCanonical("A/70/1"), "en", [new("p", RichText.Parse(text))]);
        var resolved = Assert.Single(CitationResolver.Resolve(document, new Targets()));
        Assert.Equal("p", resolved.Passage);
        Assert.Equal(resolved.Citation.Pinpoints.Length, resolved.Anchors.Length);
        Assert.Equal(expected, $"{resolved.State} [{string.Join(' ', resolved.Anchors.Select(a => a ?? "-"))}] {resolved.Problem?.Message}".TrimEnd());
    }

    [Fact]
    public void Citations_come_in_the_order_of_the_passages()
    {
        var document = new CitingDocument(DocumentSymbol.FromCanonical("A/70/1"), "zh",
            [new("1", RichText.Parse("报告[^1]第 5 段和 A/64/1")), new("2", RichText.Parse("上文第 1 段")), new("fn1", RichText.Parse("A/64/1。"), "1")]);
        Assert.Equal(["1 Footnote", "1 Symbol", "2 Internal", "fn1 Symbol"],
            CitationResolver.Resolve(document, new Targets()).Select(r => $"{r.Passage} {r.Citation.Kind}"));
    }
}
