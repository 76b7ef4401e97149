using System.Text;
using System.Xml;

using StaticSite.Pages;

namespace StaticSite.Exports;

/// <summary>sitemap.xml: every page that holds its own main text, with its languages.</summary>
/// <remarks>Sitemaps protocol 0.9 with the xhtml:link extension. No dates: the build has no clock. Over 50,000 pages the sitemap is split
/// into parts below an index, as the protocol asks.</remarks>
public sealed class Sitemap : IExport
{
    private const int PagesPerFile = 50_000;
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public IEnumerable<Func<OutputFile>> Plan(Site site, IReadOnlyList<Page> pages)
    {
        if (site.Noindex) return [];
        var heads = pages.Select(p => p.Head)
            .Where(h => !h.Noindex && h.Canonical == site.Urls.Absolute(h.Url))
            .OrderBy(h => h.Url, StringComparer.Ordinal).ToList();
        if (heads.Count <= PagesPerFile) return [() => UrlSet("sitemap.xml", heads)];
        var parts = heads.Chunk(PagesPerFile).Select((chunk, i) => (Path: $"sitemap-{i + 1}.xml", Chunk: chunk)).ToList();
        return [() => Index(site, parts.Select(p => p.Path)), .. parts.Select<(string Path, PageHead[] Chunk), Func<OutputFile>>(p => () => UrlSet(p.Path, p.Chunk))];
    }

    private static OutputFile UrlSet(string path, IEnumerable<PageHead> heads) => Write(path, xml =>
    {
        xml.WriteStartElement("urlset", Namespace);
        xml.WriteAttributeString("xmlns", "xhtml", null, "http://www.w3.org/1999/xhtml");
        foreach (var head in heads)
        {
            xml.WriteStartElement("url", Namespace);
            xml.WriteElementString("loc", Namespace, head.Canonical);
            foreach (var alternate in head.Alternates)
            {
                xml.WriteStartElement("link", "http://www.w3.org/1999/xhtml");
                xml.WriteAttributeString("rel", "alternate");
                xml.WriteAttributeString("hreflang", alternate.Tag);
                xml.WriteAttributeString("href", alternate.Url);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    private static OutputFile Index(Site site, IEnumerable<string> parts) => Write("sitemap.xml", xml =>
    {
        xml.WriteStartElement("sitemapindex", Namespace);
        foreach (var part in parts)
        {
            xml.WriteStartElement("sitemap", Namespace);
            xml.WriteElementString("loc", Namespace, site.Urls.Absolute(site.Urls.Root + part));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    private static OutputFile Write(string path, Action<XmlWriter> body)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartDocument();
            body(xml);
            xml.WriteEndDocument();
        }
        stream.WriteByte((byte)'\n');
        return new(path, stream.ToArray());
    }
}
