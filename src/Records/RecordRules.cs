using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>Every finding that the reader of the records can report.</summary>
public static class RecordRules
{
    /// <summary>The file is no YAML from here on.</summary>
    public static readonly Rule Syntax = new("records/syntax", Severity.Error);

    /// <summary>Anchors and aliases: text that grows when it is read, and positions that mean two things.</summary>
    public static readonly Rule Alias = new("records/alias", Severity.Error);

    public static readonly Rule TooDeep = new("records/too-deep", Severity.Error);
    public static readonly Rule TooLarge = new("records/too-large", Severity.Error);

    /// <summary>A file below input/ that nothing reads.</summary>
    public static readonly Rule UnknownFile = new("records/unknown-file", Severity.Error);

    /// <summary>site.yaml, or the document.yaml of a folder, is not there.</summary>
    public static readonly Rule MissingFile = new("records/missing-file", Severity.Error);

    public static readonly Rule UnknownKey = new("records/unknown-key", Severity.Error);
    public static readonly Rule DuplicateKey = new("records/duplicate-key", Severity.Error);
    public static readonly Rule MissingKey = new("records/missing-key", Severity.Error);
    public static readonly Rule WrongType = new("records/wrong-type", Severity.Error);

    /// <summary>The right type, but none of the values that are allowed.</summary>
    public static readonly Rule BadValue = new("records/bad-value", Severity.Error);

    public static readonly Rule BadSymbol = new("records/bad-symbol", Severity.Error);

    /// <summary>A symbol with letters of another script that look Latin, or with controls that turn the order of the letters.</summary>
    public static readonly Rule DisguisedSymbol = new("records/disguised-symbol", Severity.Warning);

    public static readonly Rule BadDate = new("records/bad-date", Severity.Error);
    public static readonly Rule BadId = new("records/bad-id", Severity.Error);
    public static readonly Rule BadLines = new("records/bad-lines", Severity.Error);
    public static readonly Rule FolderName = new("records/folder-name", Severity.Error);
    public static readonly Rule DuplicateId = new("records/duplicate-id", Severity.Error);

    /// <summary>A reference to an id that does not exist.</summary>
    public static readonly Rule DanglingId = new("records/dangling-id", Severity.Error);

    public static readonly Rule Order = new("records/order", Severity.Error);

    /// <summary>Something of the document has no text in its source language.</summary>
    public static readonly Rule MissingText = new("records/missing-text", Severity.Error);

    /// <summary>A translation lacks something that the source language has.</summary>
    public static readonly Rule MissingTranslation = new("records/missing-translation", Severity.Warning);

    /// <summary>The source text has changed since a passage was translated, or nobody has accepted the translation.</summary>
    public static readonly Rule StaleTranslation = new("records/stale-translation", Severity.Warning);

    /// <summary>A provision without an act or a component in a document whose other provisions have them.</summary>
    public static readonly Rule NotClassified = new("records/not-classified", Severity.Warning);

    /// <summary>A page does not begin with front matter, or its front matter does not end.</summary>
    public static readonly Rule FrontMatter = new("records/front-matter", Severity.Error);

    public static readonly Rule ErratumNotFound = new("records/erratum-not-found", Severity.Error);
}
