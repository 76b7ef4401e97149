namespace StaticSite.Pages;

/// <summary>Ways back to the home page.</summary>
public static class Trails
{
    /// <summary>Home, then the fixed page with this key (also the key of its name in the interface strings), then further links.</summary>
    public static IReadOnlyList<Link> Of(Site site, string language, string? key = null, params Link[] further)
    {
        var trail = new List<Link> { new(site.Say(language, InterfaceStrings.Home), site.Urls.Home(language)) };
        if (key is not null) trail.Add(new(site.Say(language, key), site.Urls.Section(language, key)));
        trail.AddRange(further);
        return trail;
    }
}
