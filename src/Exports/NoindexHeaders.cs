using System.Text;

using StaticSite.Pages;

namespace StaticSite.Exports;

/// <summary>_headers of an output that search engines shall leave out: a preview of a change. The host adds them to those of netlify.toml.</summary>
/// <remarks>Pages say it themselves; this says it of everything else. robots.txt must not forbid reading it: who may not read a page does not learn that.</remarks>
public sealed class NoindexHeaders : IExport
{
    public IEnumerable<Func<OutputFile>> Plan(Site site, IReadOnlyList<Page> pages) =>
        site.Noindex ? [() => new("_headers", Encoding.UTF8.GetBytes($"{site.Urls.Root}*\n  X-Robots-Tag: noindex\n"))] : [];
}
