using StaticSite.Diagnostics;

namespace StaticSite.Markdown;

/// <summary>Findings about the Markdown of pages.</summary>
public static class MarkdownRules
{
    /// <summary>HTML in the text; it is shown as the characters that were typed.</summary>
    public static readonly Rule RawHtml = new("markdown/raw-html", Severity.Warning);

    /// <summary>A character that cannot be seen and that neither HTML nor XML takes.</summary>
    public static readonly Rule ControlCharacter = new("markdown/control-character", Severity.Error);

    /// <summary>A heading of the first level, which the title of the page is, or one that leaves out a level.</summary>
    public static readonly Rule HeadingLevel = new("markdown/heading-level", Severity.Warning);

    /// <summary>A heading whose id would come from Han characters: it would differ between languages and change with its words.</summary>
    public static readonly Rule HeadingWithoutId = new("markdown/heading-without-id", Severity.Warning);

    /// <summary>Two headings of one id.</summary>
    public static readonly Rule DuplicateId = new("markdown/duplicate-id", Severity.Warning);

    /// <summary>"[!WORD]" with a word that is no kind of callout.</summary>
    public static readonly Rule UnknownCallout = new("markdown/unknown-callout", Severity.Warning);

    /// <summary>A footnote is called that is not there.</summary>
    public static readonly Rule MissingFootnote = new("markdown/missing-footnote", Severity.Error);

    /// <summary>An image without words for those who do not see it.</summary>
    public static readonly Rule MissingAlt = new("markdown/missing-alt", Severity.Warning);

    /// <summary>Lists or quotations nested deeper than anyone reads.</summary>
    public static readonly Rule TooDeep = new("markdown/too-deep", Severity.Error);
}
