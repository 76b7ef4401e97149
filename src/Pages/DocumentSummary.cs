using StaticSite.Citations;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>What a page says first about a document: what it is, in which state, where it comes from.</summary>
public sealed record DocumentSummary
{
    public required string Symbol { get; init; }
    public required string Url { get; init; }

    /// <summary>Null when no title is known.</summary>
    public TaggedText? Title { get; init; }

    /// <summary>"report", "resolution", "decision", "note", "other"; null when unknown. The interface strings name it.</summary>
    public string? Kind { get; init; }

    /// <summary>The issuing body, by its full name; null when unknown.</summary>
    public Link? Issuer { get; init; }

    public int? Session { get; init; }
    public string? AgendaItem { get; init; }

    /// <summary>In words of the page's language; null when the source does not state it.</summary>
    public string? Date { get; init; }

    /// <summary>yyyy-mm-dd for the `time` element.</summary>
    public string? IsoDate { get; init; }

    /// <summary>The official document in the language of the page; null when site.yaml names no place.</summary>
    public string? OfficialUrl { get; init; }

    /// <summary>The document in the citation form of the language: "第64/259号决议".</summary>
    public required string Citation { get; init; }

    public static DocumentSummary Of(Site site, Document document, string language) => new()
    {
        Symbol = document.Symbol.Value,
        Url = site.Urls.Document(language, document.Symbol),
        Title = site.Title(document.Symbol, language),
        Kind = Name(document.Kind),
        Issuer = IssuerOf(site, document.Issuer, language),
        Session = document.Session,
        AgendaItem = document.AgendaItem,
        Date = document.Date is { } date ? CitationForm.OfDate(date, language) : null,
        IsoDate = document.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        OfficialUrl = site.Official(document.Symbol, language),
        Citation = CitationForm.OfDocument(document.Symbol, language),
    };

    /// <summary>What is known of a document, held or not.</summary>
    public static DocumentSummary OfAny(Site site, DocumentSymbol symbol, string language) =>
        site.Held(symbol) is { } held ? Of(site, held, language) : OfCited(site, symbol, language);

    public static DocumentSummary OfCited(Site site, DocumentSymbol symbol, string language)
    {
        var record = site.Cited(symbol);
        return new()
        {
            Symbol = symbol.Value,
            Url = site.Urls.Document(language, symbol),
            Title = site.Title(symbol, language),
            Kind = record?.Kind?.ToString().ToLowerInvariant() ?? (symbol.Value.Contains("/RES/", StringComparison.Ordinal) ? "resolution" : null),
            Issuer = IssuerOf(site, record?.Issuer, language),
            Date = record?.Date is { } date ? CitationForm.OfDate(date, language) : null,
            IsoDate = record?.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            OfficialUrl = site.Official(symbol, language),
            Citation = CitationForm.OfDocument(symbol, language),
        };
    }

    /// <summary>The word of a kind in records and interface strings.</summary>
    public static string Name(DocumentKind kind) => kind switch
    {
        DocumentKind.Report => "report",
        DocumentKind.Resolution => "resolution",
        DocumentKind.Decision => "decision",
        _ => "note",
    };

    private static Link? IssuerOf(Site site, string? issuer, string language) =>
        site.Body(issuer) is { } body ? BodyLink.Named(site, body, body.Name, language) : null;
}
