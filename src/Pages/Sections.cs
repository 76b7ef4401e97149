using System.Collections.Immutable;

namespace StaticSite.Pages;

/// <summary>The sections of a site: what the main navigation names. The key of a section is its path, "/zh/framework/", and the key of its
/// interface string.</summary>
public static class Sections
{
    public const string Framework = "framework";
    public const string Tracker = "tracker";
    public const string Documents = "documents";
    public const string Definitions = "definitions";
    public const string Progress = "progress";
    public const string Indicators = "indicators";
    public const string Bodies = "bodies";
    public const string Status = "status";

    /// <summary>Stands beside the navigation, as a box on every page.</summary>
    public const string Search = "search";

    /// <summary>All that a site can have, in the order of the navigation.</summary>
    private static readonly ImmutableArray<string> All = [Framework, Tracker, Documents, Definitions, Progress, Indicators, Bodies, Status];

    /// <summary>The sections that a site has: those whose page a family plans, which it does first of its pages, and not at all where there
    /// are no records for it.</summary>
    public static ImmutableArray<string> Of(Site site)
    {
        if (site.Languages.IsEmpty) return [];
        var language = site.Languages[0].Code;
        var first = PageFamilies.All.Select(f => f.Plan(site).FirstOrDefault()?.Path).ToHashSet(StringComparer.Ordinal);
        return [.. All.Where(key => first.Contains(site.Urls.File(site.Urls.Section(language, key))))];
    }
}
