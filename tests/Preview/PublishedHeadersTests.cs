using System.Text.RegularExpressions;

using StaticSite.Preview;

namespace StaticSite.Tests.Preview;

/// <summary>What netlify.toml tells the host, and what the preview does in its place.</summary>
public partial class PublishedHeadersTests
{
    private static readonly string[] OnlyPublished = ["Strict-Transport-Security", "Cache-Control"];

    [Fact]
    public void The_preview_sends_the_headers_of_the_host() =>
        Assert.Equal(PublishedHeaders.All.Select(h => $"{h.Key}: {h.Value}").Order(StringComparer.Ordinal),
            ValuesOf("/*").Where(h => !OnlyPublished.Contains(h.Key)).Select(h => $"{h.Key}: {h.Value}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("/*/index.xml", "zh/A/67/776/index.xml")]
    [InlineData("/*/feed.xml", "zh/tracker/feed.xml")]
    public void The_preview_names_the_types_of_the_host(string rule, string path) =>
        Assert.Equal(Assert.Single(ValuesOf(rule), h => h.Key == "Content-Type").Value, ContentTypes.Of(path));

    [Fact]
    public void The_policy_allows_nothing_unsafe_and_no_other_origin() =>
        Assert.DoesNotMatch("unsafe-|https?:|data:|\\*", PublishedHeaders.All.Single(h => h.Key == "Content-Security-Policy").Value);

    // The part of the file that begins with `for = "rule"`.
    private static List<KeyValuePair<string, string>> ValuesOf(string rule)
    {
        var part = Assert.Single(File.ReadAllText(Path.Combine(TestFiles.Root, "netlify.toml")).Split("[[headers]]"),
            p => p.Contains($"for = \"{rule}\"\n", StringComparison.Ordinal));
        return [.. Line().Matches(part[part.IndexOf("[headers.values]", StringComparison.Ordinal)..]).Select(m => KeyValuePair.Create(m.Groups["name"].Value, m.Groups["value"].Value))];
    }

    [GeneratedRegex("^ +(?<name>[A-Za-z-]+) = \"(?<value>[^\"]*)\"$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
