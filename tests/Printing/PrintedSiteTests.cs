using System.Text;

using StaticSite.Printing;

namespace StaticSite.Tests.Printing;

public class PrintedSiteTests
{
    private static readonly PrintedSite Site = new("https://example.org/site/", path => path.EndsWith(".html", StringComparison.Ordinal) ? Encoding.ASCII.GetBytes(path) : null);

    [Theory]
    [InlineData("https://example.org/site/zh/A/67/776/", "zh/A/67/776/index.html")]
    [InlineData("https://example.org/site/zh/A/66/5%28Vol.II%29/", "zh/A/66/5(Vol.II)/index.html")]
    [InlineData("https://example.org/site/404.html", "404.html")]
    [InlineData("https://example.org/site/assets/site.css", null)]
    [InlineData("https://example.org/other/index.html", null)]
    [InlineData("https://example.net/site/index.html", null)]
    [InlineData("http://example.org/site/index.html", null)]
    [InlineData("file:///site/index.html", null)]
    [InlineData("about:blank", null)]
    public void Only_files_of_the_site_are_answered(string address, string? file)
    {
        var answer = Site.FileAt(address);
        Assert.Equal(file, answer is { } found ? Encoding.ASCII.GetString(found.Content) : null);
    }

    [Fact]
    public void A_page_has_the_address_where_it_will_be_published() =>
        Assert.Equal("https://example.org/site/zh/A/67/776/", Site.AddressOf("/site/zh/A/67/776/"));
}
