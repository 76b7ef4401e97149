using System.Text;

using StaticSite.Build;

namespace StaticSite.Tests.Build;

/// <summary>The whole output for a small bilingual site, with the theme of this repository, as a person has read it.</summary>
public class SmallSiteTests
{
    [Fact]
    public void Small_bilingual_site_matches_its_snapshot()
    {
        var output = new MemoryOutput();
        var built = SiteBuilder.Build(Input(), output, new(TimeProvider.System));
        Assert.DoesNotContain(built.Diagnostics, d => d.Rule.Severity == StaticSite.Diagnostics.Severity.Error);
        // The style sheet is a file of the theme, not of the site: it would only say its own change twice.
        TestFiles.MatchFolder("Build/Cases/small/site.verified", output.Files
            .Where(f => !f.Key.StartsWith("assets/", StringComparison.Ordinal))
            // Files are compared as texts, without the byte order mark of a table.
            .Select(f => KeyValuePair.Create(f.Key, Encoding.UTF8.GetString(f.Value.Span).TrimStart('\uFEFF'))));
    }

    private static SiteInput Input() => SiteFiles.Read(
        TestFiles.PathOf("Build/Cases/small/input"), Path.Combine(TestFiles.Root, "theme"), null);
}
