using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>The links to the acts and the components of the framework in one language. They are few and stand on many pages: made once for a site.</summary>
internal sealed class VocabularyLinks
{
    private readonly Dictionary<string, Link> acts = new(StringComparer.Ordinal), components = new(StringComparer.Ordinal);

    public VocabularyLinks(Site site, string language)
    {
        var (haveActs, haveComponents) = (site.HasSection(Sections.Definitions), site.HasSection(Sections.Framework));
        foreach (var act in site.Beside.Acts)
            Add(acts, act.Id, act.Name, haveActs ? $"{site.Urls.Section(language, Sections.Definitions)}#{ActModel.AnchorOf(act.Id)}" : null);
        foreach (var component in site.Beside.Components)
            Add(components, component.Id, component.Name, haveComponents ? site.Urls.Component(language, component.Id) : null);

        void Add(Dictionary<string, Link> links, string id, LocalizedText name, string? url)
        {
            if (site.Words(name, language) is { } words) links.TryAdd(id, new(words.Text, url, words.Tag));
        }
    }

    /// <summary>Those of known ids, in the order of the ids; plain text where the section has no page.</summary>
    public ImmutableArray<Link> Acts(ImmutableArray<string> ids) => Known(ids, acts);

    /// <summary>As <see cref="Acts"/>.</summary>
    public ImmutableArray<Link> Components(ImmutableArray<string> ids) => Known(ids, components);

    /// <summary>Null for an unknown id; plain text where the section has no page.</summary>
    public Link? Component(string id) => components.GetValueOrDefault(id);

    private static ImmutableArray<Link> Known(ImmutableArray<string> ids, Dictionary<string, Link> links)
    {
        if (ids.IsEmpty) return [];
        var known = ImmutableArray.CreateBuilder<Link>(ids.Length);
        foreach (var id in ids)
            if (links.TryGetValue(id, out var link)) known.Add(link);
        return known.DrainToImmutable();
    }
}
