using StaticSite.Tests.Build;

namespace StaticSite.Tests.Golden;

/// <summary>The whole site of this repository, as reviewers have read it: a pull request shows what changes in the product.</summary>
/// <remarks>Whole pages are listed in whole-pages.txt, one of each family, so that a change of the layout shows a dozen times and not in every page; of
/// the others there is the main part, and a line in pages.txt with what the layout says of each of them alone.</remarks>
public sealed class GoldenSiteTests(RealSite site) : IClassFixture<RealSite>
{
    private const string Folder = "Golden/site.verified", WholePages = "Golden/whole-pages.txt";

    [Fact]
    public void The_site_is_the_one_that_reviewers_have_read() =>
        TestFiles.MatchFolder(Folder, GoldenSite.Of(site.Files, Whole()), "UPDATE_EXPECTED=1 tests/run --filter FullyQualifiedName~Golden");

    [Fact]
    public void Each_family_has_one_page_that_is_kept_whole()
    {
        var families = GoldenSite.Families(RealSite.Input());
        var kept = Whole().GroupBy(path => families.GetValueOrDefault(path, "no page"), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var lacking = families.GroupBy(f => f.Value, StringComparer.Ordinal).Where(f => !kept.ContainsKey(f.Key))
            .Select(f => $"{f.Key}: add one of its pages to tests/{WholePages}, for example {f.Select(p => p.Key).Order(StringComparer.Ordinal).Last()}");
        Assert.Equal([], lacking.Order(StringComparer.Ordinal));
        Assert.Equal([], kept.Where(k => k.Value.Count > 1 || k.Key == "no page").SelectMany(k => k.Value.Select(path => $"{k.Key}: {path}")));
    }

    [Fact]
    public void Every_file_of_the_site_is_in_it()
    {
        var golden = GoldenSite.Of(site.Files, Whole());
        var files = golden["files.txt"].Split('\n').Select(l => l.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], site.Files.Keys.Where(f => f != "sitemap.xml" && !golden.ContainsKey(f) && !files.Contains(f)));
    }

    [Fact]
    public void It_is_small_enough_to_be_kept() =>
        Assert.InRange(GoldenSite.Of(site.Files, Whole()).Values.Sum(v => (long)v.Length), 0, 6_000_000);

    private static IReadOnlyList<string> Whole() => [.. File.ReadAllLines(TestFiles.PathOf(WholePages)).Where(l => l.Length > 0 && !l.StartsWith('#'))];
}
