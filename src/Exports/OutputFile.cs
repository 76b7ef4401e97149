using StaticSite.Pages;
using StaticSite.Records;

namespace StaticSite.Exports;

/// <summary>A finished file of the site.</summary>
/// <param name="Path">Below the output folder, '/' separators: "zh/A/67/776/index.json".</param>
public sealed record OutputFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>True for a page that is none of the site's own, and only leads to one.</summary>
    public bool LeadsOn { get; init; }
}

/// <summary>One kind of machine-readable output. An export is one file; it is listed in <see cref="SiteExports"/>.</summary>
public interface IExport
{
    /// <summary>Its files, each made when it is called: they are written by many threads at once.</summary>
    /// <param name="pages">All pages of the site, as planned.</param>
    IEnumerable<Func<OutputFile>> Plan(Site site, IReadOnlyList<Page> pages);
}

/// <summary>An export of one file for each held document and language that has it.</summary>
public interface IDocumentExport : IExport
{
    /// <summary>Path of the file below the output folder; null where this document has none in this language.</summary>
    string? PathOf(Site site, Document document, SiteLanguage language);

    /// <param name="site">Notes what is read of other documents.</param>
    OutputFile Write(Site site, Document document, SiteLanguage language);

    IEnumerable<Func<OutputFile>> IExport.Plan(Site site, IReadOnlyList<Page> pages) =>
        from document in site.Records.Documents
        from language in site.Languages
        where PathOf(site, document, language) is not null
        select (Func<OutputFile>)(() => Write(site, document, language));
}
