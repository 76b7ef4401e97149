using System.Text;

using StaticSite.Pages;

namespace StaticSite.Exports;

/// <summary>_redirects: the moved paths of site.yaml and of pages in the form that Netlify and others read, one "old new 301" a line.</summary>
public sealed class Redirects : IExport
{
    public IEnumerable<Func<OutputFile>> Plan(Site site, IReadOnlyList<Page> pages) =>
        Moved(site).Any() ? [() => new("_redirects", Encoding.UTF8.GetBytes(Lines(site)))] : [];

    // A server never sees an anchor: entries for those only say that somebody knows where it went.
    private static IEnumerable<KeyValuePair<string, string>> Moved(Site site) =>
        site.Redirects.Where(r => !r.Key.Contains('#', StringComparison.Ordinal));

    private static string Lines(Site site) =>
        string.Concat(Moved(site).Select(r => $"{Path(site, r.Key)} {Path(site, r.Value)} 301\n"));

    // "/zh/old/" below the path of the site; an absolute address stays.
    private static string Path(Site site, string target) => target.StartsWith('/') ? site.Urls.Root + target[1..] : target;
}
