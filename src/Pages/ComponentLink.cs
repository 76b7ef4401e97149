using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>A component of the framework as other pages name it.</summary>
/// <param name="Id">"delegation-of-authority".</param>
public sealed record ComponentLink(string Id, Link Link)
{
    /// <summary>The components with these ids, in that order; ids that no record has, which is a finding, are left out.</summary>
    public static ImmutableArray<ComponentLink> Of(Site site, IEnumerable<string> ids, string language) =>
        [.. from id in ids
            let component = site.Records.Components.FirstOrDefault(c => c.Id == id)
            where component is not null
            select Of(site, component, language)];

    private static ComponentLink Of(Site site, Component component, string language)
    {
        var name = site.Words(component.Name, language);
        // The one place to turn names of components into links: site.Urls.Component(language, component.Id).
        return new(component.Id, new(name?.Text ?? component.Id, null, name?.Tag));
    }
}
