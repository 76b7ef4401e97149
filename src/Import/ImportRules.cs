using StaticSite.Diagnostics;

namespace StaticSite.Import;

/// <summary>Every finding that an import can report.</summary>
public static class ImportRules
{
    public static readonly Rule TooLarge = new("import/too-large", Severity.Error);
    public static readonly Rule Empty = new("import/empty", Severity.Error);
    public static readonly Rule NotUtf8 = new("import/not-utf8", Severity.Error);
    public static readonly Rule NotADocument = new("import/not-a-document", Severity.Error);
    public static readonly Rule UnknownLanguage = new("import/unknown-language", Severity.Error);
    public static readonly Rule NoNumberedParagraph = new("import/no-numbered-paragraph", Severity.Error);
    public static readonly Rule NoSymbol = new("import/no-symbol", Severity.Error);
    public static readonly Rule NotLossless = new("import/not-lossless", Severity.Error);
    public static readonly Rule NumberGap = new("import/number-gap", Severity.Warning);

    /// <summary>A translation that people made stands where the imported text would go.</summary>
    public static readonly Rule TranslationKept = new("import/translation-kept", Severity.Error);

    /// <summary>The text in a second language has other provisions, sections or footnotes than the records.</summary>
    public static readonly Rule OtherStructure = new("import/other-structure", Severity.Error);

    /// <summary>A block of the title page or the end that the records do not have.</summary>
    public static readonly Rule BlockLeftOut = new("import/block-left-out", Severity.Warning);

    public static readonly Rule SourceChanged = new("import/source-changed", Severity.Info);
}
