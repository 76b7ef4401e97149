using System.Text;

using StaticSite.Pages;

namespace StaticSite.Exports;

/// <summary>robots.txt: everything may be read; the sitemap is named, if there is one.</summary>
public sealed class Robots : IExport
{
    public IEnumerable<Func<OutputFile>> Plan(Site site, IReadOnlyList<Page> pages) =>
        [() => new("robots.txt", Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\n{(site.Noindex ? "" : $"\nSitemap: {site.Urls.Absolute(site.Urls.Root + "sitemap.xml")}\n")}"))];
}
