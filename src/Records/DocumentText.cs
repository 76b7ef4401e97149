using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Text;

namespace StaticSite.Records;

public enum TextStatus { Official, UnofficialTranslation, Draft }

/// <summary>A document in one language: text.zh.yaml, text.en.yaml.</summary>
public sealed record DocumentText
{
    /// <summary>Short code from the file name: "zh", "en".</summary>
    public required string Language { get; init; }

    /// <summary>BCP 47 tag from the file: "zh-Hans", "en".</summary>
    public required string Tag { get; init; }

    public required TextStatus Status { get; init; }

    /// <summary>Null when the text has none yet.</summary>
    public LocatedText? Title { get; init; }

    /// <summary>Texts of the blocks of the head (but the title) and of the closing, by id.</summary>
    public ImmutableSortedDictionary<string, LocatedText> Blocks { get; init; } = EmptyTexts;

    /// <summary>Headings by section id.</summary>
    public ImmutableSortedDictionary<string, LocatedText> Sections { get; init; } = EmptyTexts;

    /// <summary>Texts by provision id, as our Markdown; see <see cref="ProvisionPart"/>.</summary>
    public ImmutableSortedDictionary<string, LocatedText> Provisions { get; init; } = EmptyTexts;

    /// <summary>Texts by footnote id.</summary>
    public ImmutableSortedDictionary<string, LocatedText> Footnotes { get; init; } = EmptyTexts;

    /// <summary>Misprints of this text, made by hand; the text keeps what was printed.</summary>
    public ImmutableArray<Erratum> Errata { get; init; } = [];

    /// <summary>Hash of the source text that each passage was made from; null when nobody has accepted any.</summary>
    public ImmutableSortedDictionary<string, string>? Basis { get; init; }

    /// <summary>Passages of an unofficial translation whose source text has changed since they were made, or which nobody has accepted.</summary>
    public ImmutableSortedSet<string> Stale { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>A place at which a finding about the whole text can stand; null when there is no text at all.</summary>
    internal LocatedText? TitleOrFirst => Title ?? Provisions.Values.FirstOrDefault() ?? Blocks.Values.FirstOrDefault();

    public const string TitleId = "title";

    private const string HeadingPrefix = "section:";

    /// <summary>The id under which the heading of a section is a passage: "section:III.C".</summary>
    public static string HeadingId(string section) => RepeatedText.Of($"{HeadingPrefix}{section}");

    /// <summary>True for the id of a heading as a passage.</summary>
    public static bool IsHeadingId(string passage) => passage.StartsWith(HeadingPrefix, StringComparison.Ordinal);

    /// <summary>The text of a provision, footnote, block, heading ("section:III.C") or of the title; null when there is none.</summary>
    public LocatedText? Passage(string id) =>
        id == TitleId ? Title
        : IsHeadingId(id) ? Sections.GetValueOrDefault(id[HeadingPrefix.Length..])
        : Provisions.GetValueOrDefault(id) ?? Blocks.GetValueOrDefault(id) ?? Footnotes.GetValueOrDefault(id);

    /// <summary>Ordinal order, so that output never depends on a hash.</summary>
    public static readonly ImmutableSortedDictionary<string, LocatedText> EmptyTexts =
        ImmutableSortedDictionary.Create<string, LocatedText>(StringComparer.Ordinal);
}

/// <param name="Provision">Id of the provision, "fn1" footnotes and block ids included.</param>
/// <param name="Printed">What stands there, a substring of the text.</param>
/// <param name="Meant">What seems meant; null when that is unclear.</param>
/// <param name="Note">Why; null when nothing is to be said.</param>
public sealed record Erratum(string Provision, string Printed, string? Meant, LocalizedText? Note, SourceSpan Span);
