using System.Collections.Immutable;

using StaticSite.Markdown;
using StaticSite.Symbols;

namespace StaticSite.Citations;

/// <summary>A stretch of a document that is read for citations: a provision, a footnote, a heading or a block of the title page.</summary>
/// <param name="Id">Id in the record: "17", "PP3", "fn1", "title"; section headings "section:III.C".</param>
/// <param name="FootnoteMarker">Marker of the footnote, "1"; null for anything else.</param>
public sealed record Passage(string Id, RichText Text, string? FootnoteMarker = null);

/// <summary>A document as the citation readers see it: all passages of one language in reading order, footnotes last.</summary>
/// <param name="Language">"zh" or "en".</param>
public sealed record CitingDocument(DocumentSymbol Symbol, string Language, ImmutableArray<Passage> Passages);

/// <summary>The three ends of a citation; there is no fourth, and none is dropped in silence.</summary>
public enum CitationState
{
    /// <summary>To a document that the site holds, and to places that it has.</summary>
    Resolved,

    /// <summary>To a document that the site does not hold.</summary>
    External,

    /// <summary>Nothing says which document is meant, or a held document lacks the place.</summary>
    Unresolved,
}

/// <summary>A citation and its end.</summary>
/// <param name="Passage">Id of the passage it stands in.</param>
/// <param name="Anchors">One for each pinpoint: the id in the record of the target (provision, section, footnote) that the pinpoint
/// leads to; null when it leads to the whole document. Empty when the citation has no pinpoint.</param>
/// <param name="Problem">What could not be resolved; null unless <see cref="CitationState.Unresolved"/>.</param>
public sealed record ResolvedCitation(
    string Passage, Citation Citation, CitationState State, ImmutableArray<string?> Anchors, CitationProblem? Problem)
{
    /// <summary>True for the same words in the same place that lead to the same end.</summary>
    public bool IsSameAs(ResolvedCitation other) => ReferenceEquals(this, other)
        || Passage == other.Passage && State == other.State && Problem == other.Problem && Anchors.AsSpan().SequenceEqual(other.Anchors.AsSpan())
        && Citation.Span == other.Citation.Span && Citation.Kind == other.Citation.Kind && Citation.Target == other.Citation.Target
        && Citation.Pinpoints.AsSpan().SequenceEqual(other.Citation.Pinpoints.AsSpan());
}

/// <summary>Why a citation leads nowhere.</summary>
/// <param name="Document">The held document that lacks the place; null when nothing says which document is meant.</param>
/// <param name="Words">The words of the text: the place that is lacking, or the whole citation.</param>
public sealed record CitationProblem(DocumentSymbol? Document, string Words)
{
    /// <summary>For a finding.</summary>
    public string Message => Document is { } document ? $"{document} has no place \"{Words}\"" : $"nothing says which document \"{Words}\" means";
}

/// <summary>What the resolver must know of the documents that are held.</summary>
public interface ICitationTargets
{
    bool IsHeld(DocumentSymbol symbol);

    /// <summary>The id of the provision, sub-item ("34(a)"), section or footnote that a pinpoint names in a held document; null when there is none.</summary>
    /// <param name="citingPassage">For citations inside the same document: where the citation stands, since numbering may restart
    /// in sections ("paragraph 3 above" is one of the same section); null otherwise.</param>
    string? Find(DocumentSymbol symbol, Pinpoint pinpoint, string? citingPassage);
}
