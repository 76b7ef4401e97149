using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

using AngleSharp.Html.Parser;

using StaticSite.Build;
using StaticSite.Graph;
using StaticSite.Pages;
using StaticSite.Records;
using StaticSite.Review;

namespace StaticSite.Tests.Golden;

/// <summary>Turns the output into what is kept of it for reviewers.</summary>
internal static partial class GoldenSite
{
    /// <summary>By path: whole pages, main parts of the other pages, data and feeds as they are, and three lists: pages.txt, files.txt, sitemap.txt.</summary>
    /// <param name="whole">Paths of the pages that are kept whole.</param>
    public static SortedDictionary<string, string> Of(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, IReadOnlyCollection<string> whole)
    {
        var golden = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var (pages, hashes) = (new StringBuilder(), new StringBuilder());
        foreach (var (path, content) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            // Assets stand in theme/ and input/, the search index is made of the texts beside it: of both a reviewer needs to know only that they changed.
            if (path.StartsWith("assets/", StringComparison.Ordinal) || path.StartsWith("images/", StringComparison.Ordinal) || path.StartsWith("search/", StringComparison.Ordinal))
            {
                hashes.Append(CultureInfo.InvariantCulture, $"{path} {content.Length} {Convert.ToHexStringLower(SHA256.HashData(content.Span))[..16]}\n");
                continue;
            }
            // A table begins with a byte order mark, which a text editor would eat.
            var text = Encoding.UTF8.GetString(content.Span).TrimStart('\uFEFF');
            if (path.EndsWith(".html", StringComparison.Ordinal))
            {
                pages.Append(Line(path, text));
                golden.Add(path, whole.Contains(path) ? text : MainPart().Match(text) is { Success: true } main ? main.Value + "\n" : text);
            }
            else if (path == "sitemap.xml") golden.Add("sitemap.txt", OneLineAPage(text));
            else golden.Add(path, text);
        }
        golden.Add("pages.txt", pages.ToString());
        golden.Add("files.txt", hashes.ToString());
        return golden;
    }

    /// <summary>Path of each page -> its template, which is its family.</summary>
    public static IReadOnlyDictionary<string, string> Families(SiteInput input)
    {
        var records = RecordLoader.Load(input.Records).Value;
        var theme = StaticSite.Build.Theme.Load(input, records.Site.Languages).Value;
        var site = new StaticSite.Pages.Site(records, CitationGraph.From(records.Documents).Value, theme.Strings, records.Site.BaseUrl);
        return PageFamilies.All.SelectMany(f => f.Plan(site)).ToDictionary(p => p.Path, p => p.Template, StringComparer.Ordinal);
    }

    // "zh/index.html | title | description | noindex | canonical of another page | languages": what stands in the head of this page alone.
    private static string Line(string path, string html)
    {
        var head = new HtmlParser().ParseDocument(html).Head!;
        var canonical = head.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? "";
        var own = SiteComparer.UrlOf(path);
        return string.Join(" | ",
            path,
            // Without the name of the site, which is the same on every page.
            head.QuerySelector("title")?.TextContent.Split(" · ")[0],
            head.QuerySelector("meta[name=description]")?.GetAttribute("content"),
            head.QuerySelector("meta[name=robots]")?.GetAttribute("content"),
            canonical.EndsWith(own, StringComparison.Ordinal) ? "" : canonical,
            string.Join(' ', head.QuerySelectorAll("link[hreflang]").Select(l => l.GetAttribute("hreflang"))),
            string.Join(' ', head.QuerySelectorAll("link[type]").Select(l => l.GetAttribute("href")).Where(h => h?.StartsWith(own, StringComparison.Ordinal) == true))) + "\n";
    }

    // "https://…/zh/A/67/776/ zh-Hans en x-default": the addresses in the other languages stand in lines of their own.
    private static string OneLineAPage(string sitemap) => string.Concat(Entry().Matches(sitemap)
        .Select(e => $"{e.Groups["loc"].Value} {string.Join(' ', Language().Matches(e.Value).Select(l => l.Groups["tag"].Value))}\n"));

    [GeneratedRegex("<main\\b.*?</main>", RegexOptions.Singleline, 10_000)]
    private static partial Regex MainPart();

    [GeneratedRegex("<url>\\s*<loc>(?<loc>.*?)</loc>.*?</url>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Entry();

    [GeneratedRegex("hreflang=\"(?<tag>[^\"]*)\"", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Language();
}
