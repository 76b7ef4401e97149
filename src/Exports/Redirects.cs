using System.Text;

using StaticSite.Pages;

namespace StaticSite.Exports;

/// <summary>_redirects: the moved paths of site.yaml and of pages in the form that Netlify and others read, one "old new 301!" a line.</summary>
/// <remarks>"!" goes before a file of that name: <see cref="RedirectPages"/> writes one for hosts that know no rules. A host never sees an anchor;
/// where one went stands in a comment, "# /page/#old /page/#new", which the command "diff" reads.</remarks>
public sealed class Redirects : IExport
{
    public IEnumerable<Func<OutputFile>> Plan(Site site, IReadOnlyList<Page> pages) =>
        site.Redirects.IsEmpty ? [] : [() => new("_redirects", Encoding.UTF8.GetBytes(Lines(site)))];

    /// <summary>"/zh/old/" below the path of the site; an absolute address stays.</summary>
    public static string Path(Site site, string target) => target.StartsWith('/') ? site.Urls.Root + target[1..] : target;

    private static string Lines(Site site) => string.Concat(site.Redirects.OrderBy(r => IsAnchor(r.Key)).Select(r =>
        IsAnchor(r.Key) ? $"# {Path(site, r.Key)} {Path(site, r.Value)}\n" : $"{Path(site, r.Key)} {Path(site, r.Value)} 301!\n"));

    private static bool IsAnchor(string from) => from.Contains('#', StringComparison.Ordinal);
}
