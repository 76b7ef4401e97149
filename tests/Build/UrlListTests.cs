using System.Collections.Immutable;

using StaticSite.Build;
using StaticSite.Commands;
using StaticSite.Diagnostics;

namespace StaticSite.Tests.Build;

public sealed class UrlListTests
{
    private static readonly Dictionary<string, ImmutableSortedSet<string>> Published = new(StringComparer.Ordinal)
    {
        ["/zh/"] = [],
        ["/zh/A/67/776/"] = ["p1", "p2"],
        ["/zh/new/"] = ["here"],
    };

    [Theory]
    [InlineData("/zh/\n/zh/A/67/776/ p1 p2\n/zh/new/ here\n")]
    [InlineData("# a comment\n\n/zh/\r\n/zh/A/67/776/  p1 p2 \n/zh/new/ here")]
    public void A_list_of_all_that_is_there_has_no_findings(string list) => Assert.Equal([], Findings(list));

    [Theory]
    [InlineData("/zh/old/\n", "build/removed-url /zh/old/")]
    [InlineData("/zh/A/67/776/ p1 p2 p3\n", "build/removed-anchor #p3")]
    [InlineData("/zh/A/67/776/ a b c d e f p1\n", "build/removed-anchor #a, #b, #c, #d, #e and 1 more anchors")]
    [InlineData("/zh/\n", "build/unlisted-urls 2 addresses or anchors")]
    [InlineData("/zh/A/67/776/ p1\n/zh/\n/zh/new/\n", "build/unlisted-urls 2 addresses or anchors")]
    public void What_is_gone_or_not_listed_is_told(string list, string expected)
    {
        var words = expected.Split(' ', 2);
        Assert.Contains(Findings(list), f => f.StartsWith(words[0], StringComparison.Ordinal) && f.Contains(words[1], StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_redirected_is_not_gone()
    {
        var redirects = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/zh/old/"] = "/zh/new/#here",
            ["/zh/A/67/776/#p3"] = "/zh/A/67/776/#p2",
            ["/zh/away/"] = "https://example.org/",
        };
        Assert.Equal([], Findings("/zh/\n/zh/A/67/776/ p1 p2 p3\n/zh/new/ here\n/zh/old/ x\n/zh/away/\n", redirects));
    }

    [Theory]
    [InlineData("/zh/nowhere/")]
    [InlineData("/zh/new/#nowhere")]
    public void A_redirect_to_nothing_is_told_with_or_without_a_list(string target)
    {
        var redirects = new Dictionary<string, string>(StringComparer.Ordinal) { ["/zh/old/"] = target };
        Assert.Contains(Findings(null, redirects), f => f.StartsWith("build/broken-redirect", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_cannot_be_redirected() => Assert.Contains(
        Findings(null, new(StringComparer.Ordinal) { ["/zh/new/"] = "/zh/" }), f => f == "build/broken-redirect /zh/new/ is redirected to /zh/, but is a page of the site");

    [Fact]
    public void The_address_of_a_redirect_stays_in_the_list_so_that_the_redirect_does_not_go_away()
    {
        var redirects = new Dictionary<string, string>(StringComparer.Ordinal) { ["/zh/old/"] = "/zh/new/" };
        var list = UrlList.Write(Published, new(UrlList.Path, "/zh/\n/zh/old/ p1\n/zh/lost/\n"), redirects);
        Assert.Contains("\n/zh/old/\n", list, StringComparison.Ordinal);
        Assert.DoesNotContain("/zh/lost/", list, StringComparison.Ordinal);
        Assert.Equal([], Findings(list, redirects));
        Assert.Contains(Findings(list), f => f.StartsWith("build/removed-url /zh/old/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_list_that_is_written_has_no_findings_and_names_every_page_and_anchor() =>
        Assert.Equal([], Findings(UrlList.Write(Published)));

    [Fact]
    public void A_build_that_loses_pages_is_refused_and_the_command_keeps_the_list()
    {
        using var folder = new TemporaryFolder();
        folder.Copy(TestFiles.PathOf("Build/Cases/small/input"), "input");
        var theme = Path.Combine(TestFiles.Root, "theme");
        SiteInput Input() => SiteFiles.Read(folder.PathOf("input"), theme, null);

        Assert.Equal(ExitCode.Done, UrlsCommand.Run(Input(), TextWriter.Null, TextWriter.Null, default));
        Assert.DoesNotContain(Build(Input()), d => d.Rule.Id.StartsWith("build/", StringComparison.Ordinal));
        var written = Input().Urls!.Text;

        File.Delete(folder.PathOf("input/framework/indicators.yaml"));
        Assert.Contains(Build(Input()), d => d.Rule == UrlList.RemovedUrl);
        Assert.Equal(ExitCode.Findings, UrlsCommand.Run(Input(), TextWriter.Null, TextWriter.Null, default));
        Assert.Equal(written, Input().Urls!.Text);
    }

    private static ImmutableArray<Diagnostic> Build(SiteInput input) => SiteBuilder.Build(input, new NoOutput(), new(TimeProvider.System)).Diagnostics;

    private static IEnumerable<string> Findings(string? list, Dictionary<string, string>? redirects = null) =>
        UrlList.Check(list is null ? null : new(UrlList.Path, list), Published, redirects ?? []).Select(d => $"{d.Rule.Id} {d.Message}");
}
