using System.Text;

using StaticSite.Symbols;

namespace StaticSite.Tests.Symbols;

public sealed class SymbolParserTests
{
    public static TheoryData<string, string> Whole() => Rows("Symbols/Cases/whole.tsv", row => (row[0], row[1]));

    [Theory, MemberData(nameof(Whole))]
    public void A_whole_string_has_the_canonical_symbol_beside_it(string text, string expected) =>
        Assert.Equal(expected, SymbolParser.TryParse(text, out var symbol) ? symbol.Value : "-");

    [Theory, MemberData(nameof(Whole))]
    public void A_canonical_symbol_is_its_own_canonical_form(string text, string expected)
    {
        _ = text;
        if (expected == "-") return;
        Assert.True(SymbolParser.TryParse(expected, out var symbol));
        Assert.Equal(expected, symbol.Value);
    }

    public static TheoryData<string, string> Running() => Rows("Symbols/Cases/running.tsv", row => (row[0], row[1] + " = " + row[2]));

    [Theory, MemberData(nameof(Running))]
    public void Running_text_is_read_as_far_as_the_symbol_goes(string text, string expected)
    {
        var symbol = SymbolParser.Read(text, out var length);
        Assert.Equal(expected, (symbol is null ? "-" : text[..length]) + " = " + symbol?.Value);
        if (symbol is null) Assert.Equal(0, length);
    }

    [Theory]
    [InlineData("A/64/683/Corr.1", "A/64/683", 64, false, "A/64/683/Corr.1")]
    [InlineData("A/64/683/Add.1/Corr.2", "A/64/683", 64, false, "A/64/683/Add.1/Corr.2")]
    [InlineData("A/RES/66/232 B", "A/RES/66/232 B", 66, true, "66/232 B")]
    [InlineData("A/RES/3411(XXX) A", "A/RES/3411(XXX) A", 30, true, "3411 A (XXX)")]
    [InlineData("A/RES/217(III)", "A/RES/217(III)", 3, true, "217 (III)")]
    [InlineData("S/RES/1874 (2009)", "S/RES/1874 (2009)", null, true, "1874 (2009)")]
    [InlineData("A/C.5/65/L.3", "A/C.5/65/L.3", 65, false, "A/C.5/65/L.3")]
    [InlineData("A/DEC/74/571", "A/DEC/74/571", 74, false, "74/571")]
    [InlineData("A/HRC/RES/16/21", "A/HRC/RES/16/21", 16, true, "A/HRC/RES/16/21")]
    [InlineData("A/RES/S-13/2", "A/RES/S-13/2", null, true, "S-13/2")]
    [InlineData("A/AC.96/1", "A/AC.96/1", null, false, "A/AC.96/1")]
    [InlineData("S/2010/1/Add.3", "S/2010/1", null, false, "S/2010/1/Add.3")]
    public void A_symbol_tells_its_base_session_kind_and_short_form(string canonical, string basis, int? session, bool resolution, string shortForm)
    {
        var symbol = DocumentSymbol.FromCanonical(canonical);
        Assert.Equal(basis, symbol.BaseDocument().Value);
        Assert.Equal(session, symbol.Session());
        Assert.Equal(resolution, symbol.IsResolution());
        Assert.Equal(shortForm, symbol.ShortForm());
    }

    [Fact]
    public void No_string_makes_the_reader_throw_or_read_beyond_its_end()
    {
        const string Alphabet = "A/SERT0169.()[]- IVXBCorAddVol,第号\u00AD\u3000\uFF21\n\uD800";
        var random = new Random(7);
        for (var i = 0; i < 100_000; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(24); length > 0; length--) text.Append(Alphabet[random.Next(Alphabet.Length)]);
            _ = SymbolParser.TryParse(text.ToString(), out _);
            SymbolParser.Read(text.ToString(), out var read);
            Assert.InRange(read, 0, text.Length);
        }
    }

    private static TheoryData<string, string> Rows(string file, Func<string[], (string, string)> row)
    {
        var data = new TheoryData<string, string>();
        foreach (var line in TestFiles.Read(file).Split('\n').Where(l => l.Length > 0 && l[0] != '#'))
        {
            var (text, expected) = row(line.Split('\t'));
            data.Add(text, expected);
        }
        return data;
    }
}
