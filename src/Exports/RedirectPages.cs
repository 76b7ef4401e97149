using System.Net;
using System.Text;

using StaticSite.Pages;

namespace StaticSite.Exports;

/// <summary>A page at each moved path that leads on at once, for hosts that read no rules and for readers without scripts.</summary>
public sealed class RedirectPages : IExport
{
    private const string Index = "index.html", Html = ".html";

    public IEnumerable<Func<OutputFile>> Plan(Site site, IReadOnlyList<Page> pages)
    {
        if (site.Redirects.IsEmpty) yield break;
        var titles = pages.DistinctBy(p => p.Head.Url, StringComparer.Ordinal).ToDictionary(p => p.Head.Url, p => p.Head, StringComparer.Ordinal);
        // What is a page stays one; the redirect is a finding.
        var taken = pages.Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var (from, to) in site.Redirects)
            if (FileOf(from) is { } path && taken.Add(path))
                yield return () => new(path, Encoding.UTF8.GetBytes(Page(site, from, to, titles))) { LeadsOn = true };
    }

    /// <summary>"/zh/old/" and "/zh/old" -> "zh/old/index.html"; null for what no page can stand at: an anchor, a pattern, a file of another type.</summary>
    internal static string? FileOf(string from)
    {
        if (from.AsSpan().IndexOfAny("#?*:\\") >= 0) return null;
        var parts = Uri.UnescapeDataString(from).Trim('/').Split('/');
        if (Array.Exists(parts, p => p is "" or "." or ".." || p.AsSpan().IndexOfAny("\\:\0") >= 0)) return null;
        var path = string.Join('/', parts);
        if (from.EndsWith('/')) return $"{path}/{Index}";
        // A symbol may have a dot in its last part; only what is known to be no page is left out.
        return System.IO.Path.GetExtension(path) switch
        {
            Html => path,
            ".json" or ".xml" or ".csv" or ".txt" or ".css" or ".js" or ".svg" or ".png" or ".jpg" or ".jpeg" or ".webp" or ".avif" or ".gif" or ".pdf" => null,
            _ => $"{path}/{Index}",
        };
    }

    private static string Page(Site site, string from, string to, Dictionary<string, PageHead> heads)
    {
        var target = Redirects.Path(site, to);
        var head = heads.GetValueOrDefault(target.Split('#')[0]);
        var code = from.Split('/')[1];
        var language = site.Languages.Any(l => l.Code == code) ? code : head?.Language ?? site.Languages[0].Code;
        var (url, canonical) = (Escape(target), Escape(target.StartsWith('/') ? site.Urls.Absolute(target) : target));
        var moved = Escape(site.Say(language, InterfaceStrings.Moved));
        var tag = head is not null && head.Language != language ? $" lang=\"{Escape(head.Tag)}\"" : "";
        return $"""
            <!doctype html>
            <html lang="{Escape(site.Tag(language))}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{moved}</title>
            <meta name="robots" content="noindex">
            <meta http-equiv="refresh" content="0; url={url}">
            <link rel="canonical" href="{canonical}">
            <link rel="stylesheet" href="{Escape(site.Urls.Root)}assets/site.css">
            </head>
            <body>
            <main id="main" class="page">
            <header class="opening">
            <h1>{moved}</h1>
            <p class="lead"><a href="{url}"{tag}>{Escape(head?.Title ?? to)}</a></p>
            </header>
            </main>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
