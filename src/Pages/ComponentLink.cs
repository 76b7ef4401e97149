using System.Collections.Immutable;

namespace StaticSite.Pages;

/// <summary>A component of the framework as other pages name it.</summary>
/// <param name="Id">"delegation-of-authority".</param>
public sealed record ComponentLink(string Id, Link Link)
{
    /// <summary>The components with these ids, in that order; ids that no record has, which is a finding, are left out.</summary>
    public static ImmutableArray<ComponentLink> Of(Site site, IEnumerable<string> ids, string language) =>
        [.. from id in ids
            let link = site.Vocabulary(language).Component(id)
            where link is not null
            select new ComponentLink(id, link)];
}
