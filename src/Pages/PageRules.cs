using StaticSite.Diagnostics;

namespace StaticSite.Pages;

/// <summary>Findings about the pages of editors that need the whole site.</summary>
public static class PageRules
{
    /// <summary>A link to a page, file or anchor that the site does not have.</summary>
    public static readonly Rule BrokenLink = new("markdown/broken-link", Severity.Error);

    /// <summary>`[[…]]` names nothing that the site has.</summary>
    public static readonly Rule BrokenReference = new("markdown/broken-reference", Severity.Error);

    /// <summary>An image that is neither of the theme nor of input/images.</summary>
    public static readonly Rule BadImage = new("markdown/bad-image", Severity.Error);

    /// <summary>A citation in the text of a page whose document or place the site does not know.</summary>
    public static readonly Rule UnresolvedCitation = new("markdown/unresolved-citation", Severity.Warning);

    /// <summary>A page that lacks one of the languages of the site.</summary>
    public static readonly Rule OneLanguage = new("pages/one-language", Severity.Warning);

    /// <summary>A page whose address belongs to a part of the site or to documents.</summary>
    public static readonly Rule ReservedName = new("pages/reserved-name", Severity.Error);

    /// <summary>A path in redirect_from that is a page, or is redirected already.</summary>
    public static readonly Rule RedirectConflict = new("pages/redirect-conflict", Severity.Error);
}
