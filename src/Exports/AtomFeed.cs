using System.Globalization;
using System.Text;
using System.Xml;

using StaticSite.Pages;
using StaticSite.Records;

namespace StaticSite.Exports;

/// <summary>An entry of a feed.</summary>
/// <param name="Path">Link path of its page; the id comes from it.</param>
/// <param name="Updated">The day it stands under: see <see cref="KnownDates"/>.</param>
/// <param name="Published">The date of the document; null when the records give none.</param>
/// <param name="Summary">Plain text; null when there is nothing to say.</param>
/// <param name="Category">A kind or state, as in the JSON, and its words.</param>
/// <param name="Formats">The same content in other formats.</param>
internal sealed record FeedEntry(
    string Path, TaggedText Title, DateOnly Updated, DateOnly? Published, TaggedText? Summary, (string Term, string Words) Category, IReadOnlyList<Format> Formats);

/// <summary>Writes a feed: Atom, RFC 4287. The newest entries first, at most a hundred.</summary>
/// <remarks>Ids are tag URIs (RFC 4151) of the host of the site and the path: they hold as long as the path does. The year in them is part of the name, the one in
/// which it was first given, and never changes.</remarks>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const int Entries = 100;
    private const string TagYear = "2026";

    /// <param name="path">Below the language: "feed.xml".</param>
    /// <param name="page">Link path of the page that the feed belongs to.</param>
    /// <param name="title">Title of the feed, without the name of the site.</param>
    /// <param name="entries">At least one.</param>
    public static OutputFile Write(Site site, SiteLanguage language, string path, string page, string title, IEnumerable<FeedEntry> entries)
    {
        var newest = entries.OrderByDescending(e => e.Updated).ThenBy(e => e.Path, StringComparer.Ordinal).Take(Entries).ToList();
        var file = $"{language.Code}/{path}";
        var siteTitle = site.Records.Site.Title?.In(language.Code) ?? site.Urls.Base;
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, language.Tag);
            Element(xml, "id", Id(site, site.Urls.Root + file));
            Element(xml, "title", $"{title} · {siteTitle}");
            Element(xml, "updated", Time(newest[0].Updated));
            xml.WriteStartElement("author", Namespace);
            Element(xml, "name", siteTitle);
            xml.WriteEndElement();
            Link(xml, "self", FeedLinks.Type, site.Urls.Absolute(site.Urls.Root + file));
            Link(xml, "alternate", "text/html", site.Urls.Absolute(page));
            foreach (var entry in newest) Write(xml, site, entry);
            xml.WriteEndElement();
            xml.WriteEndDocument();
        }
        stream.WriteByte((byte)'\n');
        return new(file, stream.ToArray());
    }

    private static void Write(XmlWriter xml, Site site, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "id", Id(site, entry.Path));
        Element(xml, "title", entry.Title.Text, entry.Title.Tag);
        Element(xml, "updated", Time(entry.Updated));
        if (entry.Published is { } published) Element(xml, "published", Time(published));
        Link(xml, "alternate", "text/html", site.Urls.Absolute(entry.Path));
        foreach (var format in entry.Formats) Link(xml, "alternate", format.Type, site.Urls.Absolute(format.Url));
        xml.WriteStartElement("category", Namespace);
        xml.WriteAttributeString("term", entry.Category.Term);
        xml.WriteAttributeString("label", entry.Category.Words);
        xml.WriteEndElement();
        if (entry.Summary is { } summary) Element(xml, "summary", summary.Text, summary.Tag);
        xml.WriteEndElement();
    }

    private static string Id(Site site, string path) => $"tag:{(Uri.TryCreate(site.Urls.Base, UriKind.Absolute, out var address) ? address.IdnHost : "localhost")},{TagYear}:{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}";

    // The records know days, not hours.
    private static string Time(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";

    private static void Element(XmlWriter xml, string name, string text, string? tag = null)
    {
        xml.WriteStartElement(name, Namespace);
        if (tag is not null) xml.WriteAttributeString("xml", "lang", null, tag);
        xml.WriteString(AkomaNtosoXml.Clean(text));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
