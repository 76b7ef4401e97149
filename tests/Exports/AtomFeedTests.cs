using System.Globalization;
using System.Text;
using System.Xml.Linq;

using StaticSite.Build;
using StaticSite.Tests.Build;
using StaticSite.Tests.Records;

namespace StaticSite.Tests.Exports;

/// <summary>The feeds of the site of this repository against the rules of RFC 4287.</summary>
public class AtomFeedTests(RealSite site) : IClassFixture<RealSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("zh/feed.xml", 2), InlineData("en/feed.xml", 2)]
    [InlineData("zh/tracker/feed.xml", 44), InlineData("en/tracker/feed.xml", 44)]
    public void A_feed_keeps_the_rules(string path, int entries)
    {
        var feed = XDocument.Parse(site.Text(path)).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal(entries, feed.Elements(Atom + "entry").Count());
        // Exactly one id, title and updated in the feed and in each entry; an author for all.
        foreach (var element in feed.Elements(Atom + "entry").Prepend(feed))
        {
            Assert.StartsWith("tag:", Assert.Single(element.Elements(Atom + "id")).Value, StringComparison.Ordinal);
            Assert.True(Uri.IsWellFormedUriString(element.Element(Atom + "id")!.Value, UriKind.Absolute));
            Assert.NotEmpty(Assert.Single(element.Elements(Atom + "title")).Value);
            foreach (var date in element.Elements(Atom + "published").Append(Assert.Single(element.Elements(Atom + "updated"))))
                Assert.True(DateTimeOffset.TryParseExact(date.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _), date.Value);
            // No two alternates of one type and language; every address is absolute and leads to a file of the site.
            var links = element.Elements(Atom + "link").ToList();
            Assert.Equal(links.Count, links.Select(l => (l.Attribute("rel")!.Value, l.Attribute("type")!.Value)).Distinct().Count());
            Assert.Contains(links, l => l.Attribute("rel")!.Value == "alternate");
            foreach (var link in links)
            {
                var file = new Uri(link.Attribute("href")!.Value).AbsolutePath[1..];
                Assert.Contains(file.EndsWith('/') ? file + "index.html" : file, site.Files.Keys);
            }
        }
        Assert.NotEmpty(Assert.Single(feed.Elements(Atom + "author")).Element(Atom + "name")!.Value);
        Assert.Equal(path, new Uri(Assert.Single(feed.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "self").Attribute("href")!.Value).AbsolutePath[1..]);
        var ids = feed.Descendants(Atom + "id").Select(i => i.Value).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        var updated = feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "updated")!.Value).ToList();
        Assert.Equal(updated.OrderDescending(StringComparer.Ordinal), updated);
        Assert.Equal(updated[0], feed.Element(Atom + "updated")!.Value);
    }

    [Theory]
    [InlineData("zh/index.html", "/zh/feed.xml /zh/tracker/feed.xml")]
    [InlineData("en/documents/index.html", "/en/feed.xml")]
    [InlineData("en/tracker/index.html", "/en/tracker/feed.xml")]
    public void Pages_name_their_feeds(string page, string feeds) =>
        Assert.Equal(feeds, string.Join(' ', site.Pages[page].QuerySelectorAll("link[rel=alternate][type='application/atom+xml'][title]").Select(l => l.GetAttribute("href"))));

    // Known: the date of the document; else that of the latest document that it cites, if that is later than its session can begin.
    [Theory]
    [InlineData("2013-03-05", "见 A/66/738。", "2013-03-05")]
    [InlineData("null", "文。", "2012-01-01")]
    [InlineData("null", "见 A/RES/66/257。", "2012-04-09")]
    public void A_document_stands_under_the_earliest_day_that_is_certain(string date, string text, string expected)
    {
        var files = RecordCases.Complete(RecordCases.Split($$"""
            ### input/documents/A-67-776/document.yaml
            symbol: A/67/776
            kind: report
            date: {{date}}
            source: { file: seeds/a.txt, language: zh }
            provisions: [ { id: "1", lines: [1, 1] } ]
            ### input/documents/A-67-776/text.zh.yaml
            language: zh-Hans
            status: official
            title: 报告
            provisions:
              "1": {{text}}
            ### input/documents/cited.yaml
            documents:
              - { symbol: A/RES/66/257, date: 2012-04-09 }

            """));
        var output = new MemoryOutput();
        SiteBuilder.Build(RealSite.Input() with { Urls = null, Records = [.. files] }, output, new(TimeProvider.System));
        var entry = XDocument.Parse(Encoding.UTF8.GetString(output.Files["zh/feed.xml"].Span)).Root!.Element(Atom + "entry")!;
        Assert.Equal(expected + "T00:00:00Z", entry.Element(Atom + "updated")!.Value);
        Assert.Equal(date == "null", entry.Element(Atom + "published") is null);
    }
}
