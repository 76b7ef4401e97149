namespace StaticSite.Pages;

/// <summary>A body as other pages name it.</summary>
public static class BodyLink
{
    /// <summary>By its short form where it has one; null for an id that no record has, which is a finding; plain text where bodies have no pages.</summary>
    public static Link? To(Site site, string id, string language) => site.Body(id) is { } body ? To(site, body, language) : null;

    public static Link To(Site site, Records.Body body, string language) =>
        Named(site, body, site.Words(body.Short, language) is { Tag: null } ? body.Short : body.Name, language);

    /// <summary>By the given one of its names.</summary>
    public static Link Named(Site site, Records.Body body, Records.LocalizedText? named, string language)
    {
        var name = site.Words(named, language);
        return new(name?.Text ?? body.Id, site.HasSection(Sections.Bodies) ? site.Urls.Body(language, body.Id) : null, name?.Tag);
    }
}
