using System.Globalization;

using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>Where documents stand in time. The Assembly's sessions are the axis: the symbol of a document tells its session, where its date is not
/// stated.</summary>
public static class SessionTime
{
    // The first session began in January 1946, the second and all others in September.
    private const int YearBeforeFirst = 1945, Opens = 9;

    /// <summary>The regular session that a document belongs to, or during which it is dated; null when the records tell neither.</summary>
    public static int? Of(Site site, DocumentSymbol symbol) => symbol.Session() is > 0 and < 1000 and var session ? session
        : KnownDates.Own(site, symbol) is { } date && date.Year > YearBeforeFirst ? date.Year - YearBeforeFirst - (date.Month < Opens && date.Year > YearBeforeFirst + 1 ? 1 : 0)
        : null;

    /// <summary>"2009–2010": the years of a session.</summary>
    public static string Years(int session) => string.Create(CultureInfo.InvariantCulture, $"{YearBeforeFirst + session}–{YearBeforeFirst + session + 1}");

    /// <summary>"第64届会议", then its years; one line for documents that belong to none.</summary>
    public static (string Name, string? Years) Label(Site site, int? session, string language) => session is { } known
        ? (site.Say(language, InterfaceStrings.AtSession).Replace("{n}", known.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), Years(known))
        : (site.Say(language, InterfaceStrings.SessionUnknown), null);
}
