using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>The formats in which a document stands beside its page.</summary>
public static class DocumentFormats
{
    public const string JsonFile = "index.json", AkomaNtosoFile = "index.xml";

    public const string AkomaNtosoType = "application/akn+xml";

    public static ImmutableArray<Format> Of(Site site, Document document, string language)
    {
        var page = site.Urls.Document(language, document.Symbol);
        return
        [
            .. site.Has(SitePart.Json) ? [new Format("application/json", page + JsonFile, "JSON")] : ImmutableArray<Format>.Empty,
            .. HasAkomaNtoso(site, document, language) ? [new Format(AkomaNtosoType, page + AkomaNtosoFile, "Akoma Ntoso")] : ImmutableArray<Format>.Empty,
        ];
    }

    /// <summary>Akoma Ntoso describes an expression, a text in a language: where no paragraph is held in a language there is none to describe.</summary>
    public static bool HasAkomaNtoso(Site site, Document document, string language) =>
        site.Has(SitePart.AkomaNtoso) && document.TextIn(language) is { } text && (!text.Provisions.IsEmpty || language == document.Source.Language);
}
