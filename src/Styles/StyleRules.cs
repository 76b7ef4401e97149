using StaticSite.Diagnostics;

namespace StaticSite.Styles;

/// <summary>Every finding about a style sheet. A browser says nothing of these: it leaves out what it cannot read, often with what stands behind it.</summary>
public static class StyleRules
{
    /// <summary>A bracket, comment or string that does not end where it must.</summary>
    public static readonly Rule Unclosed = new("style/unclosed", Severity.Error);

    /// <summary>A closing bracket, or end of a comment, that nothing opened.</summary>
    public static readonly Rule Stray = new("style/stray-bracket", Severity.Error);

    /// <summary>Two declarations without ";" between them.</summary>
    public static readonly Rule MissingSemicolon = new("style/missing-semicolon", Severity.Error);

    /// <summary>A declaration without colon, without value, or with a value that none can have.</summary>
    public static readonly Rule BadDeclaration = new("style/bad-declaration", Severity.Error);

    /// <summary>A selector that no browser can read: its whole rule is left out.</summary>
    public static readonly Rule BadSelector = new("style/bad-selector", Severity.Error);

    /// <summary>What stands at a place where browsers leave it out, or with the rule behind it.</summary>
    public static readonly Rule Dropped = new("style/dropped", Severity.Error);

    /// <summary>A comment of another language: "// …".</summary>
    public static readonly Rule LineComment = new("style/line-comment", Severity.Error);

    /// <summary>An at-rule that CSS does not have.</summary>
    public static readonly Rule UnknownAtRule = new("style/unknown-at-rule", Severity.Error);

    /// <summary>A property that CSS does not have.</summary>
    public static readonly Rule UnknownProperty = new("style/unknown-property", Severity.Warning);

    /// <summary>A file of the site that does not exist.</summary>
    public static readonly Rule MissingFile = new("style/missing-file", Severity.Error);

    /// <summary>A file of another host: pages load nothing from elsewhere.</summary>
    public static readonly Rule ForeignUrl = new("style/foreign-url", Severity.Error);
}
