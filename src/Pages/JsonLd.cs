using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

using StaticSite.Records;
using StaticSite.Templating;

namespace StaticSite.Pages;

/// <summary>Pages for search engines and libraries, in the words of schema.org (JSON-LD): what the records state, and nothing else.</summary>
/// <remarks>A `script` element of the type application/ld+json is data: no browser runs it, and no policy against scripts forbids it.</remarks>
public static class JsonLd
{
    // Characters that mean something in HTML are escaped, so that no text ends the element; others are written as they are.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Indented = true, IndentSize = 0, NewLine = "\n" };

    /// <summary>Resolutions and decisions are Legislation, reports a Report, notes a DigitalDocument.</summary>
    /// <param name="shown">The text that the page shows; null when none is held.</param>
    public static HtmlString OfDocument(Site site, Document document, DocumentText? shown, string language, PageHead head) => Write(json =>
    {
        var adopted = document.Kind is DocumentKind.Resolution or DocumentKind.Decision;
        json.WriteString("@type", TypeOf(document.Kind));
        json.WriteString("@id", head.Canonical);
        json.WriteString("url", head.Canonical);
        json.WriteString(adopted ? "legislationIdentifier" : document.Kind == DocumentKind.Report ? "reportNumber" : "identifier", document.Symbol.Value);
        json.WriteString("name", site.Title(document.Symbol, shown?.Language ?? language)?.Text ?? document.Symbol.Value);
        if (adopted) json.WriteString("legislationType", site.Say(language, "kind_" + DocumentSummary.Name(document.Kind)));
        if (shown is not null)
        {
            json.WriteString("inLanguage", shown.Tag);
            json.WriteString("creativeWorkStatus", site.Say(language, "status_" + DocumentPage.StatusOf(shown.Status)));
        }
        if (document.Date is { } date) json.WriteString(adopted ? "legislationDate" : "datePublished", date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (site.Words(site.Body(document.Issuer)?.Name, language) is { } issuer)
        {
            json.WriteStartObject(adopted ? "legislationPassedBy" : "author");
            json.WriteString("@type", "Organization");
            json.WriteString("name", issuer.Text);
            json.WriteString("url", site.Urls.Absolute(site.Urls.Body(language, document.Issuer!)));
            json.WriteEndObject();
        }
        if (site.Official(document.Symbol, shown?.Language ?? language) is { } official) json.WriteString("sameAs", official);
        WriteTranslations(site, document, shown, json);
        WriteEncodings(site, head, json);
    });

    /// <summary>The site, and how it is searched.</summary>
    public static HtmlString OfSite(Site site, SiteLanguage language) => Write(json =>
    {
        json.WriteString("@type", "WebSite");
        json.WriteString("url", site.Urls.Absolute(site.Urls.Home(language.Code)));
        if (site.Beside.Site.Title?.In(language.Code) is { } title) json.WriteString("name", title);
        if (site.Beside.Site.Description?.In(language.Code) is { } description) json.WriteString("description", description);
        json.WriteString("inLanguage", language.Tag);
        if (site.Documents.IsEmpty) return;
        json.WriteStartObject("potentialAction");
        json.WriteString("@type", "SearchAction");
        json.WriteString("target", site.Urls.Absolute(site.Urls.Section(language.Code, Sections.Search)) + "?q={search_term_string}");
        json.WriteString("query-input", "required name=search_term_string");
        json.WriteEndObject();
    });

    private static string TypeOf(DocumentKind kind) => kind switch
    {
        DocumentKind.Resolution or DocumentKind.Decision => "Legislation",
        DocumentKind.Report => "Report",
        _ => "DigitalDocument",
    };

    private static void WriteTranslations(Site site, Document document, DocumentText? shown, Utf8JsonWriter json)
    {
        if (shown is null) return;
        var source = document.Source.Language;
        if (shown.Language != source && document.TextIn(source) is not null)
        {
            Write("translationOfWork", source);
            return;
        }
        var others = site.Languages.Where(l => l.Code != shown.Language && Site.HoldsAll(document, l.Code)).ToList();
        if (others.Count == 0) return;
        json.WriteStartArray("workTranslation");
        foreach (var other in others) Write(null, other.Code);
        json.WriteEndArray();

        void Write(string? name, string language)
        {
            if (name is null) json.WriteStartObject();
            else json.WriteStartObject(name);
            json.WriteString("@type", TypeOf(document.Kind));
            json.WriteString("@id", site.Urls.Absolute(site.Urls.Document(language, document.Symbol)));
            json.WriteString("inLanguage", site.Tag(language));
            json.WriteEndObject();
        }
    }

    private static void WriteEncodings(Site site, PageHead head, Utf8JsonWriter json)
    {
        json.WriteStartArray("encoding");
        foreach (var format in head.Formats)
        {
            json.WriteStartObject();
            json.WriteString("@type", "MediaObject");
            json.WriteString("encodingFormat", format.Type);
            json.WriteString("contentUrl", site.Urls.Absolute(format.Url));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static HtmlString Write(Action<Utf8JsonWriter> body)
    {
        var text = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(text, Options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            body(json);
            json.WriteEndObject();
        }
        return new(Encoding.UTF8.GetString(text.WrittenSpan));
    }
}
