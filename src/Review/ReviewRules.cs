using StaticSite.Diagnostics;

namespace StaticSite.Review;

/// <summary>What a change must not do: links from elsewhere must lead somewhere tomorrow.</summary>
public static class ReviewRules
{
    /// <summary>A URL is gone and no redirect leads on from it.</summary>
    public static readonly Rule RemovedUrl = new("review/removed-url", Severity.Error);

    /// <summary>An anchor is gone from a page that is still there, or from the page that its URL now leads to.</summary>
    public static readonly Rule RemovedAnchor = new("review/removed-anchor", Severity.Error);
}
