using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>Dates for feeds, which must have one, in a site that has no clock: they come from the records alone.</summary>
public static class KnownDates
{
    /// <summary>The date of a document. Without one it is the earliest day that is certain: a document is not older than the latest that it cites, nor than
    /// the year in which its session of the Assembly begins. Null when not even that is known.</summary>
    public static DateOnly? Of(Site site, DocumentSymbol symbol) => Own(site, symbol) ?? Latest(LatestCited(site, symbol), SessionYear(symbol));

    /// <summary>The date of the latest document in the chain of a thread.</summary>
    public static DateOnly? Of(Site site, FollowUpThread thread) => thread.Steps.Select(s => Of(site, s.At.Symbol)).Max();

    /// <summary>The date that the records give; null when they give none.</summary>
    public static DateOnly? Own(Site site, DocumentSymbol symbol) => site.Held(symbol)?.Date ?? site.Cited(symbol)?.Date;

    private static DateOnly? LatestCited(Site site, DocumentSymbol symbol) =>
        site.Held(symbol) is null ? null : site.DocumentsCitedIn(symbol).Select(cited => Own(site, cited)).Max();

    // The first session was in 1946, and each regular one begins in the autumn of a year; its first documents appear some months before.
    private static DateOnly? SessionYear(DocumentSymbol symbol) => symbol.Session() is > 0 and < 1000 and var session ? new(1945 + session, 1, 1) : null;

    private static DateOnly? Latest(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;
}
