using System.Collections.Immutable;

namespace StaticSite.Pages;

/// <summary>The choice of language at the root: /. Plain links; a host may negotiate before it.</summary>
public sealed record LanguageChoicePage
{
    public required ImmutableArray<Choice> Choices { get; init; }

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site)
        {
            var source = site.Languages[0];
            var head = Heads.Of(site, source, "", site.Say(source.Code, InterfaceStrings.SiteChoice)) with
            {
                Url = site.Urls.Root,
                Canonical = site.Urls.Absolute(site.Urls.Root),
                Alternates = [.. site.Languages.Select(l => new Alternate(l.Tag, l.Name, site.Urls.Absolute(site.Urls.Home(l.Code)))),
                    new("x-default", "", site.Urls.Absolute(site.Urls.Root))],
                Switch = [],
            };
            yield return new("index.html", "language-choice", head, () => new LanguageChoicePage
            {
                Choices = [.. site.Languages.Select(l => new Choice(
                    l.Name, l.Tag, site.Urls.Home(l.Code), site.Beside.Site.Title?.In(l.Code), site.Beside.Site.Description?.In(l.Code), site.Say(l.Code, InterfaceStrings.SiteChoice)))],
            });
        }
    }
}

/// <param name="Name">Name of the language in its own words.</param>
/// <param name="Title">Title of the site in that language; null when it has none.</param>
/// <param name="Description">What the site is, in that language; null when it does not say.</param>
/// <param name="Prompt">"Choose a language" in that language.</param>
public sealed record Choice(string Name, string Tag, string Url, string? Title, string? Description, string Prompt);
