using StaticSite.Diagnostics;

namespace StaticSite.Graph;

/// <summary>Findings about what the records of the framework say of the documents.</summary>
public static class FrameworkRules
{
    /// <summary>A passage that the held document does not have.</summary>
    public static readonly Rule DanglingPassage = new("framework/dangling-passage", Severity.Error);

    /// <summary>A source that the site does not hold: nobody could look it up here.</summary>
    public static readonly Rule SourceNotHeld = new("framework/source-not-held", Severity.Error);

    /// <summary>A place of a document that is not held, which the named sources do not cite.</summary>
    public static readonly Rule UncitedPassage = new("framework/uncited-passage", Severity.Error);

    /// <summary>A document that is neither held nor listed as cited.</summary>
    public static readonly Rule UnknownDocument = new("framework/unknown-document", Severity.Error);

    /// <summary>Quoted words that do not stand in their passage.</summary>
    public static readonly Rule NotQuoted = new("framework/not-quoted", Severity.Error);

    /// <summary>A figure whose number its quoted words do not state.</summary>
    public static readonly Rule FigureDiffers = new("framework/figure-differs", Severity.Error);

    /// <summary>A step in a document that is not held, without what it says or where that is said.</summary>
    public static readonly Rule StepWithoutSource = new("framework/step-without-source", Severity.Error);

    /// <summary>A request of a tracked document that no thread takes up.</summary>
    public static readonly Rule NotFollowedUp = new("framework/not-followed-up", Severity.Warning);

    /// <summary>A provision that is listed as having no follow-up, but has one or needs none.</summary>
    public static readonly Rule NeedlessEntry = new("framework/needless-entry", Severity.Warning);

    /// <summary>A form of a term that stands in no text: it is misspelt, or nobody's word.</summary>
    public static readonly Rule UnusedForm = new("framework/unused-form", Severity.Warning);

    /// <summary>A component that no provision treats, an act that no provision does.</summary>
    public static readonly Rule Unused = new("framework/unused", Severity.Warning);
}
