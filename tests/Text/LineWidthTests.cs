using StaticSite.Text;

namespace StaticSite.Tests.Text;

public class LineWidthTests
{
    [Theory]
    [InlineData("", 13, 0)]
    [InlineData("权力下放", 10, 40)]
    [InlineData("A/67/776", 10, 45)]
    public void A_line_has_the_width_of_its_characters(string text, int size, int width) => Assert.Equal(width, LineWidth.Of(text, size));

    [Theory]
    [InlineData("权力下放", 40, "权力下放")]
    [InlineData("权力下放", 39, "权力…")]
    [InlineData("delegation of authority", 100, "delegation of aut…")]
    [InlineData("权", 5, "…")]
    public void A_line_that_is_too_long_ends_in_an_ellipsis(string text, int room, string shown) => Assert.Equal(shown, LineWidth.Shortened(text, 10, room));

    [Fact]
    public void No_character_is_cut_in_two() => Assert.DoesNotContain(Enumerable.Range(0, 60), room => LineWidth.Shortened("𠮷𠮷𠮷", 10, room).Any(char.IsHighSurrogate)
        && !LineWidth.Shortened("𠮷𠮷𠮷", 10, room).Any(char.IsLowSurrogate));
}
