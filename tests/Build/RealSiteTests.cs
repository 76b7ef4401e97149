using System.Text.Json;

using AngleSharp.Dom;

namespace StaticSite.Tests.Build;

/// <summary>What a reader of the published site relies on.</summary>
public class RealSiteTests(RealSite site) : IClassFixture<RealSite>
{
    private const string Report = "A/67/776", Resolution = "A/RES/64/259";

    public static TheoryData<string> Languages => new() { "zh", "en" };

    [Fact]
    public void It_builds_without_errors_or_warnings() =>
        Assert.Empty(site.Diagnostics.Where(d => d.Rule.Severity >= StaticSite.Diagnostics.Severity.Warning).Select(d => $"{d.Span.Path}: {d.Rule.Id}: {d.Message}"));

    [Theory, MemberData(nameof(Languages))]
    public void The_report_has_its_43_paragraphs(string language) =>
        Assert.Equal(Enumerable.Range(1, 43).Select(n => $"p{n}"), Ids($"{language}/{Report}/index.html", "p"));

    [Theory, MemberData(nameof(Languages))]
    public void The_resolution_has_its_33_operative_and_9_preambular_paragraphs(string language)
    {
        var page = $"{language}/{Resolution}/index.html";
        Assert.Equal(Enumerable.Range(1, 33).Select(n => $"op{n}"), Ids(page, "op"));
        Assert.Equal(Enumerable.Range(1, 9).Select(n => $"pp{n}"), Ids(page, "pp"));
    }

    [Fact]
    public void Anchors_are_the_same_in_all_languages()
    {
        foreach (var (path, page) in site.Pages.Where(p => p.Key.StartsWith("zh/", StringComparison.Ordinal)))
        {
            var other = "en/" + path["zh/".Length..];
            Assert.True(site.Pages.ContainsKey(other), $"{path} has no English partner");
            // The notice that a text is not translated is a thing of one language; its heading has an id for assistive technology.
            Assert.Equal(AllIds(page).Order(StringComparer.Ordinal), AllIds(site.Pages[other]).Where(id => id != "untranslated").Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Ids_are_unique_in_every_page()
    {
        foreach (var (path, page) in site.Pages)
        {
            var twice = AllIds(page).GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => $"{path}#{g.Key}");
            Assert.Empty(twice);
        }
    }

    [Fact]
    public void No_internal_link_or_anchor_is_broken()
    {
        var ids = site.Pages.ToDictionary(p => p.Key, p => AllIds(p.Value).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var broken = new List<string>();
        foreach (var (path, page) in site.Pages)
        {
            foreach (var link in page.QuerySelectorAll("[href], [src]"))
            {
                var target = link.GetAttribute("href") ?? link.GetAttribute("src")!;
                if (Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme != "file") continue;
                var (file, fragment) = Resolve(path, target);
                if (!site.Files.ContainsKey(file)) broken.Add($"{path}: {target}");
                else if (fragment.Length > 0 && !ids[file].Contains(fragment)) broken.Add($"{path}: {target}");
            }
        }
        Assert.Empty(broken);
    }

    [Fact]
    public void A_document_that_is_not_held_is_quoted_in_the_language_of_the_page()
    {
        foreach (var (path, page) in site.Pages.Where(p => p.Value.QuerySelector(".cited-document") is not null))
        {
            var mentions = page.QuerySelectorAll(".mentions li");
            Assert.NotEmpty(mentions);
            Assert.All(mentions, m => Assert.False(m.QuerySelector("blockquote")!.HasAttribute("lang"), path));
            Assert.All(mentions, m => Assert.Equal(path.StartsWith("en/", StringComparison.Ordinal), m.QuerySelector(".state.unofficial") is not null));
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void Neighbours_that_one_sentence_cites_stand_together(string language)
    {
        var places = site.Pages[$"{language}/A/67/714/index.html"].QuerySelectorAll(".place");
        var together = Assert.Single(places, p => p.QuerySelector("#p4") is not null);
        Assert.Equal(["p4", "p5", "p6", "p7", "p8"], together.QuerySelectorAll("[id]").Select(e => e.Id!));
    }

    [Fact]
    public void Every_citation_of_a_text_is_a_link()
    {
        foreach (var document in new[] { Report, Resolution })
        {
            using var json = JsonDocument.Parse(site.Text($"zh/{document}/index.json"));
            var page = site.Pages[$"zh/{document}/index.html"];
            var anchors = json.RootElement.GetProperty("provisions").EnumerateArray()
                .ToDictionary(p => p.GetProperty("id").GetString()!, p => p.GetProperty("anchor").GetString()!, StringComparer.Ordinal);
            var missing = new List<string>();
            foreach (var citation in json.RootElement.GetProperty("citations").EnumerateArray())
            {
                var id = citation.GetProperty("provision").GetString()!;
                if (!anchors.TryGetValue(id, out var anchor) || citation.GetProperty("symbol").GetString() is not { } symbol) continue;
                var element = page.GetElementById(anchor)!.QuerySelector(".text")!;
                var url = $"/zh/{symbol.Replace(" ", "", StringComparison.Ordinal)}/";
                var call = citation.GetProperty("kind").GetString() == "footnote";
                if (!element.QuerySelectorAll("a").Any(a => a.GetAttribute("href")!.StartsWith(url, StringComparison.Ordinal) || call && a.GetAttribute("href")!.Contains("#fn", StringComparison.Ordinal)))
                    missing.Add($"{document} {id}: {citation.GetProperty("text").GetString()}");
            }
            Assert.Empty(missing);
        }
    }

    [Fact]
    public void Every_page_tells_its_language_title_and_canonical_address()
    {
        foreach (var (path, page) in site.Pages)
        {
            var language = path.StartsWith("en/", StringComparison.Ordinal) ? "en" : "zh-Hans";
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.False(string.IsNullOrWhiteSpace(page.Title), path);
            Assert.Single(page.QuerySelectorAll("h1"));
            if (page.QuerySelector("meta[name=robots][content=noindex]") is not null) continue;
            Assert.StartsWith("https://", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Report)]
    [InlineData(Resolution)]
    public void The_English_page_has_its_own_text_says_that_it_is_unofficial_and_leads_to_the_official_document(string symbol)
    {
        var page = site.Pages[$"en/{symbol}/index.html"];
        Assert.Contains(page.QuerySelectorAll("link[hreflang=en]"), l => l.GetAttribute("href")!.EndsWith($"/en/{symbol}/", StringComparison.Ordinal));
        Assert.EndsWith($"/en/{symbol}/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"https://docs.un.org/en/{symbol}");
        Assert.Contains("Unofficial translation", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("article [lang=zh-Hans]"), e => e.Closest("aside, .errata, .alternate") is null);
    }

    [Fact]
    public void A_cited_paragraph_lists_what_cites_it()
    {
        // A/67/776, paragraph 2, 3 and others cite paragraph 8 of resolution 64/259.
        var definition = site.Pages[$"zh/{Resolution}/8/index.html"];
        Assert.Contains(definition.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/zh/{Report}/#p2");
        var cited = site.Pages["zh/A/66/738/index.html"];
        Assert.Contains(cited.QuerySelectorAll(".place:has(#p10) a"), a => a.GetAttribute("href") == $"/zh/{Report}/#p4");
    }

    [Fact]
    public void The_sitemap_names_every_page_that_holds_its_own_text_once()
    {
        var sitemap = System.Xml.Linq.XDocument.Parse(site.Text("sitemap.xml"));
        System.Xml.Linq.XNamespace ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var locations = sitemap.Descendants(ns + "loc").Select(l => l.Value).ToList();
        Assert.Equal(locations.Count, locations.Distinct(StringComparer.Ordinal).Count());
        foreach (var location in locations)
            Assert.True(site.Files.ContainsKey(Uri.UnescapeDataString(new Uri(location).AbsolutePath)[1..] + "index.html"), location);
        Assert.Contains(locations, l => l.EndsWith($"/zh/{Report}/17/", StringComparison.Ordinal));
        Assert.DoesNotContain(locations, l => l.Contains("404", StringComparison.Ordinal));
    }

    [Fact]
    public void No_page_asks_another_host_for_anything()
    {
        foreach (var (path, page) in site.Pages)
        {
            foreach (var element in page.QuerySelectorAll("[src], link[rel=stylesheet], link[rel=icon], link[rel=preload]"))
                Assert.True((element.GetAttribute("src") ?? element.GetAttribute("href")!).StartsWith('/'), path);
            Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src], [type='application/ld+json'])"));
        }
    }

    [Fact]
    public void Every_file_is_UTF_8_with_line_feeds_and_ends_in_one()
    {
        foreach (var (path, content) in site.Files.Where(f => !f.Key.EndsWith(".png", StringComparison.Ordinal)))
        {
            var text = new System.Text.UTF8Encoding(false, true).GetString(content.Span);
            Assert.False(text.Contains('\r', StringComparison.Ordinal), path);
            Assert.True(text.EndsWith('\n'), path);
        }
    }

    private IEnumerable<string> Ids(string path, string prefix) =>
        AllIds(site.Pages[path]).Where(i => i.StartsWith(prefix, StringComparison.Ordinal) && i[prefix.Length..].All(char.IsAsciiDigit));

    private static IEnumerable<string> AllIds(IParentNode page) => page.QuerySelectorAll("[id]").Select(e => e.Id!);

    private static (string File, string Fragment) Resolve(string page, string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var (path, fragment) = hash < 0 ? (target, "") : (target[..hash], Uri.UnescapeDataString(target[(hash + 1)..]));
        if (path.Length == 0) return (page, fragment);
        Assert.StartsWith("/", path, StringComparison.Ordinal);
        path = Uri.UnescapeDataString(path[1..]);
        return (path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path, fragment);
    }
}
