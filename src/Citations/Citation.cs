using System.Collections.Immutable;

using StaticSite.Symbols;

namespace StaticSite.Citations;

/// <summary>A range of UTF-16 code units of the text that was read.</summary>
/// <param name="Start">0-based.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first code unit after the range.</summary>
    public int End => Start + Length;
}

/// <summary>How a citation names its document.</summary>
public enum CitationKind
{
    /// <summary>By its symbol: "A/67/714，第 27 段", "第 64/259 号决议第 8 段", "resolution 66/257, para. 3".</summary>
    Symbol,

    /// <summary>By "the same": "同上，第 19 段", "ibid., para. 19".</summary>
    Ibid,

    /// <summary>By pointing back in words: "该决议", "that resolution", "报告图二" after the report was cited.</summary>
    Anaphora,

    /// <summary>By a footnote marker whose footnote carries the symbol: "报告² 第 36 段".</summary>
    Footnote,

    /// <summary>A place in the same document: "上文第 8 段", "下文第三节", "sect. III below".</summary>
    Internal,
}

/// <summary>One place inside a cited document, as far as the words go; all null or empty means the whole document.</summary>
/// <remarks>Most citations name a paragraph and nothing else: the rest stands apart, so that a hundred thousand of them need half the memory.</remarks>
public sealed record Pinpoint
{
    // Null when all of it is.
    private Rest? rest;

    /// <summary>The words of this place, inside the span of the citation: "第 10", "11", "附件二".</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Printed paragraph number, "10"; null when none is named. A range is one pinpoint for each number, all with the span of the range.</summary>
    public string? Paragraph { get; init; }

    /// <summary>Sub-paragraph as printed, with its brackets and nothing else: "(d)", "(a)(ii)"; null when none is named.</summary>
    public string? Subparagraph { get => rest?.Subparagraph; init => rest = Set(value, static (r, v) => r with { Subparagraph = v }); }

    /// <summary>Section in language-neutral form, parts joined by ".": "I", "II.B", "K"; null when none is named.</summary>
    public string? Section { get => rest?.Section; init => rest = Set(value, static (r, v) => r with { Section = v }); }

    /// <summary>Chapter of a report, "III"; null when none is named.</summary>
    public string? Chapter { get => rest?.Chapter; init => rest = Set(value, static (r, v) => r with { Chapter = v }); }

    /// <summary>Annex: "I", "II", "" for the only annex (no number); null when none is named. Appendix and enclosure read alike.</summary>
    public string? Annex { get => rest?.Annex; init => rest = Set(value, static (r, v) => r with { Annex = v }); }

    /// <summary>Table number in Arabic or Roman digits as a language-neutral string, "1"; null when none is named.</summary>
    public string? Table { get => rest?.Table; init => rest = Set(value, static (r, v) => r with { Table = v }); }

    /// <summary>Figure number, "I" (Chinese 图一 is figure I); null when none is named.</summary>
    public string? Figure { get => rest?.Figure; init => rest = Set(value, static (r, v) => r with { Figure = v }); }

    /// <summary>Footnote of the cited document, "4"; null when none is named.</summary>
    public string? Footnote { get => rest?.Footnote; init => rest = Set(value, static (r, v) => r with { Footnote = v }); }

    private Rest? Set(string? value, Func<Rest, string?, Rest> change)
    {
        if (value is null && rest is null) return null;
        var changed = change(rest ?? Rest.None, value);
        return changed == Rest.None ? null : changed;
    }

    private sealed record Rest(string? Subparagraph, string? Section, string? Chapter, string? Annex, string? Table, string? Figure, string? Footnote)
    {
        public static readonly Rest None = new(null, null, null, null, null, null, null);
    }
}

/// <summary>A citation as read from running text: one document, and the places in it that the words name together.</summary>
public sealed record Citation
{
    /// <summary>From the first to the last code unit of the citation, symbol and pinpoints included.</summary>
    public required TextSpan Span { get; init; }

    public required CitationKind Kind { get; init; }

    /// <summary>The cited document; for <see cref="CitationKind.Internal"/> the document itself; null while nothing says which (unresolved).</summary>
    public required DocumentSymbol? Target { get; init; }

    /// <summary>In order of the text; empty when the whole document is meant.</summary>
    public ImmutableArray<Pinpoint> Pinpoints { get; init; } = [];
}
