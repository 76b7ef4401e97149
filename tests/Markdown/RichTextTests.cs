using StaticSite.Markdown;

namespace StaticSite.Tests.Markdown;

public class RichTextTests
{
    [Theory]
    [InlineData("第 8(d)段。", "第 8(d)段。")]
    [InlineData("1. not a list\n\n- nor this", "1. not a list\n- nor this")]
    [InlineData("*注意到*报告", "注意到报告")]
    [InlineData(@"A\_B \*C\* \[^1]", "A_B *C* [^1]")]
    [InlineData("[根据第五委员会的报告(A/64/596/Add.1)通过]", "[根据第五委员会的报告(A/64/596/Add.1)通过]")]
    [InlineData("二行\n文字 and\nLatin", "二行文字 and Latin")]
    public void Markdown_of_records_becomes_plain_text(string markdown, string plain) =>
        Assert.Equal(plain, RichText.Parse(markdown).Plain);

    [Theory]
    [InlineData("a*b*c_d_e [^x] \\ [y](z) <b>&amp;</b> `q` # h")]
    [InlineData("第 64/259 号决议(**“团结”**项目)_")]
    public void Escaped_text_reads_back_unchanged(string plain) => Assert.Equal(plain, RichText.Parse(RichText.Escape(plain)).Plain);

    [Fact]
    public void A_footnote_call_is_one_character_with_a_marker()
    {
        var text = RichText.Parse("报告[^2] 第 36 段");
        Assert.Equal("报告\uFFFC 第 36 段", text.Plain);
        Assert.Equal("2", text.MarkerAt(2));
        Assert.Equal("报告2 第 36 段", text.Printed());
    }
}
