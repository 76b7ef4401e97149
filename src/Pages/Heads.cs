using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>The part of a page that is the same for all families: its URLs, alternates and way back.</summary>
public static class Heads
{
    /// <summary>A page whose main text exists in every language (interface, lists).</summary>
    /// <param name="path">Path below the language without slashes at its ends: "documents"; "" is the home page.</param>
    public static PageHead Of(Site site, SiteLanguage language, string path, string title, string? entry = null) =>
        Of(site, language, path, title, site.Languages, entry);

    /// <summary>A page whose main text is held in some languages only.</summary>
    /// <param name="held">The languages that hold the text. A page of another language is no alternate; its canonical page is the first of these.</param>
    public static PageHead Of(
        Site site, SiteLanguage language, string path, string title, ImmutableArray<SiteLanguage> held, string? entry = null)
    {
        var own = held.Any(l => l.Code == language.Code);
        var source = held.IsEmpty || own ? language : held[0];
        var alternates = own && held.Length > 1
            ? held.Select(l => new Alternate(l.Tag, l.Name, site.Urls.Absolute(Path(site, l.Code, path))))
                // Of the home pages the choice of language is the default, of the others the page in the source language.
                .Append(new("x-default", "", site.Urls.Absolute(path.Length == 0 ? site.Urls.Root : Path(site, held[0].Code, path))))
            : [];
        return new()
        {
            Language = language.Code,
            Tag = language.Tag,
            Title = title,
            Url = Path(site, language.Code, path),
            Canonical = site.Urls.Absolute(Path(site, source.Code, path)),
            Alternates = [.. alternates],
            Switch = [.. site.Languages.Where(l => l.Code != language.Code).Select(l => new Alternate(l.Tag, l.Name, Path(site, l.Code, path)))],
            Entry = entry,
        };
    }

    /// <summary>The languages in which a document is held, site order.</summary>
    public static ImmutableArray<SiteLanguage> LanguagesOf(Site site, Document document) =>
        [.. site.Languages.Where(l => document.TextIn(l.Code) is not null)];

    private static string Path(Site site, string language, string path) =>
        path.Length == 0 ? site.Urls.Home(language) : $"{site.Urls.Root}{language}/{path}/";
}
