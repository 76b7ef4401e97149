using StaticSite.Diagnostics;

namespace StaticSite.Review;

/// <summary>What a change must not do: links from elsewhere must lead somewhere tomorrow, and who could read a page can read it still.</summary>
public static class ReviewRules
{
    /// <summary>A URL is gone and no redirect leads on from it.</summary>
    public static readonly Rule RemovedUrl = new("review/removed-url", Severity.Error);

    /// <summary>An anchor is gone from a page that is still there, or from the page that its URL now leads to.</summary>
    public static readonly Rule RemovedAnchor = new("review/removed-anchor", Severity.Error);

    /// <summary>A heading skips a level, or the page has not exactly one of the first.</summary>
    public static readonly Rule HeadingOrder = new("review/heading-order", Severity.Warning);

    /// <summary>A picture has no text, or has lost it.</summary>
    public static readonly Rule MissingAlt = new("review/missing-alt", Severity.Warning);

    /// <summary>A page, or a text in another language, does not say its language.</summary>
    public static readonly Rule MissingLang = new("review/missing-lang", Severity.Warning);

    /// <summary>A link or a button has no words.</summary>
    public static readonly Rule MissingName = new("review/missing-name", Severity.Warning);
}
