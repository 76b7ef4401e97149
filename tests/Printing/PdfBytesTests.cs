using System.Text;

using StaticSite.Printing;

namespace StaticSite.Tests.Printing;

public class PdfBytesTests
{
    [Theory]
    [InlineData("<</Title (A)\n/CreationDate (D:20261122121147+00'00')\n/ModDate (D:20261122121147+00'00')>>", "<</Title (A)\n                                       \n                                  >>")]
    [InlineData("/CreationDate (D:20261122121147Z", "/CreationDate (D:20261122121147Z")]
    [InlineData("/ModDate (yesterday) /ModDate (D:2026)", "/ModDate (yesterday)                  ")]
    [InlineData("", "")]
    public void Dates_become_blanks_and_nothing_moves(string pdf, string expected)
    {
        var bytes = Encoding.ASCII.GetBytes(pdf);
        PdfBytes.DropDates(bytes);
        Assert.Equal(expected, Encoding.ASCII.GetString(bytes));
    }
}
