using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>The formats in which a document stands beside its page.</summary>
public static class DocumentFormats
{
    public const string JsonFile = "index.json", AkomaNtosoFile = "index.xml";

    public const string AkomaNtosoType = "application/akn+xml", PdfType = "application/pdf";

    public static ImmutableArray<Format> Of(Site site, Document document, string language)
    {
        var page = site.Urls.Document(language, document.Symbol);
        var formats = ImmutableArray.CreateBuilder<Format>();
        if (site.HasPdf && HasText(document, language)) formats.Add(Pdf(page + PdfFile(document, language)));
        if (site.Has(SitePart.Json)) formats.Add(new("application/json", page + JsonFile, "JSON"));
        if (HasAkomaNtoso(site, document, language)) formats.Add(new(AkomaNtosoType, page + AkomaNtosoFile, "Akoma Ntoso"));
        return formats.DrainToImmutable();
    }

    /// <summary>The formats of the page with two languages side by side.</summary>
    public static ImmutableArray<Format> OfBilingual(Site site, Document document, SiteLanguage language, ImmutableArray<SiteLanguage> holders) =>
        site.HasPdf ? [Pdf(BilingualPage.UrlOf(site, document, language.Code) + BilingualPdfFile(document, language, holders))] : [];

    /// <summary>The pages that are printed to PDF, and where: each document in each language that holds a paragraph of it, and its languages side by side.</summary>
    public static ImmutableArray<PrintedPage> Printed(Site site)
    {
        if (!site.HasPdf) return [];
        var printed = ImmutableArray.CreateBuilder<PrintedPage>();
        foreach (var document in site.Documents)
        {
            foreach (var language in site.Languages.Where(l => HasText(document, l.Code)))
                Add(site.Urls.Document(language.Code, document.Symbol), PdfFile(document, language.Code));
            var holders = BilingualPage.HoldersOf(site, document);
            if (holders.Length > 1)
                foreach (var language in holders)
                    Add(BilingualPage.UrlOf(site, document, language.Code)!, BilingualPdfFile(document, language, holders));
        }
        return printed.ToImmutable();

        void Add(string url, string file) => printed.Add(new(url, url[site.Urls.Root.Length..] + file));
    }

    /// <summary>Akoma Ntoso describes an expression, a text in a language: where no paragraph is held in a language there is none to describe.</summary>
    public static bool HasAkomaNtoso(Site site, Document document, string language) => site.Has(SitePart.AkomaNtoso) && HasText(document, language);

    private static bool HasText(Document document, string language) =>
        document.TextIn(language) is { } text && (!text.Provisions.IsEmpty || language == document.Source.Language);

    private static Format Pdf(string url) => new(PdfType, url, "PDF");

    // A file that has left the site still says what it is.
    private static string PdfFile(Document document, string language) => $"{document.Symbol.Slug}-{language}.pdf";

    private static string BilingualPdfFile(Document document, SiteLanguage language, ImmutableArray<SiteLanguage> holders) =>
        PdfFile(document, string.Join('-', BilingualPage.PairOf(document, language, holders).Select(l => l.Code)));
}

/// <summary>A page that is printed to PDF.</summary>
/// <param name="Url">Link path of the page: "/zh/A/67/776/".</param>
/// <param name="File">Path of the PDF below the output folder: "zh/A/67/776/A-67-776-zh.pdf".</param>
public sealed record PrintedPage(string Url, string File);
