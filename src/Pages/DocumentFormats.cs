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
        var json = new Format("application/json", page + JsonFile, "JSON");
        return HasAkomaNtoso(document, language) ? [json, new(AkomaNtosoType, page + AkomaNtosoFile, "Akoma Ntoso")] : [json];
    }

    /// <summary>Akoma Ntoso describes an expression, a text in a language: where no paragraph is held in a language there is none to describe.</summary>
    public static bool HasAkomaNtoso(Document document, string language) =>
        document.TextIn(language) is { } text && (!text.Provisions.IsEmpty || language == document.Source.Language);
}
