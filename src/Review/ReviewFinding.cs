using System.Collections.Immutable;
using System.Globalization;

using StaticSite.Diagnostics;

namespace StaticSite.Review;

/// <summary>What a change breaks. The parts of each are, in order, those in its comment.</summary>
public enum FindingKind
{
    /// <summary>URL; the redirect to write.</summary>
    UrlGone,

    /// <summary>URL; where its text stands now; the redirect to write.</summary>
    UrlGoneFound,

    /// <summary>URL; where its redirect leads.</summary>
    UrlGoneAstray,

    /// <summary>URL; anchor; the redirect to write.</summary>
    AnchorGone,

    /// <summary>URL; anchor; the anchor of its text now; the redirect to write.</summary>
    AnchorGoneFound,

    /// <summary>URL; heading; its level; the level above it; the level that it may have at most.</summary>
    HeadingSkips,

    /// <summary>URL; heading; its level.</summary>
    HeadingFirst,

    /// <summary>URL; number of headings of level 1.</summary>
    HeadingCount,

    /// <summary>URL; picture.</summary>
    PictureSilent,

    /// <summary>URL; picture; its text before.</summary>
    PictureSilenced,

    /// <summary>URL.</summary>
    DrawingSilent,

    /// <summary>URL; where the link leads.</summary>
    LinkSilent,

    /// <summary>URL.</summary>
    ButtonSilent,

    /// <summary>URL.</summary>
    PageLanguage,

    /// <summary>URL; the words.</summary>
    TextLanguage,
}

/// <summary>One thing that a change breaks, as data: <see cref="FindingWords"/> says it in the language of a report.</summary>
/// <param name="Path">File of either output.</param>
public sealed record ReviewFinding(FindingKind Kind, string Path, ImmutableArray<FindingPart> Parts)
{
    public Rule Rule => Kind switch
    {
        FindingKind.UrlGone or FindingKind.UrlGoneFound or FindingKind.UrlGoneAstray => ReviewRules.RemovedUrl,
        FindingKind.AnchorGone or FindingKind.AnchorGoneFound => ReviewRules.RemovedAnchor,
        FindingKind.HeadingSkips or FindingKind.HeadingFirst or FindingKind.HeadingCount => ReviewRules.HeadingOrder,
        FindingKind.PictureSilent or FindingKind.PictureSilenced or FindingKind.DrawingSilent => ReviewRules.MissingAlt,
        FindingKind.LinkSilent or FindingKind.ButtonSilent => ReviewRules.MissingName,
        FindingKind.PageLanguage or FindingKind.TextLanguage => ReviewRules.MissingLang,
        _ => throw new InvalidOperationException(Kind.ToString()),
    };

    /// <summary>As commands print findings: in English.</summary>
    public Diagnostic ToDiagnostic()
    {
        var words = FindingWords.English[Kind];
        return new(Rule, new(Path, 0, 0), words.Message.Fill(Parts, Plain), words.Hint.Fill(Parts, Plain));

        static string Plain(FindingPart part) => part.Text;
    }
}

/// <summary>A part of a finding that is the same in every language of a report.</summary>
/// <param name="Language">Of words of the site; empty when nobody knows it; null for an address or an id.</param>
public readonly record struct FindingPart(string Text, string? Language)
{
    /// <summary>True for what stands in a sentence like its own words.</summary>
    public bool IsFigure { get; private init; }

    /// <summary>An address, an id, a line to write.</summary>
    public static FindingPart Code(string text) => new(text, null);

    /// <summary>Words of the site.</summary>
    public static FindingPart Words(string text, string language) => new(text, language);

    public static FindingPart Figure(int number) => new(number.ToString(CultureInfo.InvariantCulture), null) { IsFigure = true };
}
