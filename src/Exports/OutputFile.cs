using StaticSite.Pages;

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
