using StaticSite.Diagnostics;

namespace StaticSite.Records;

public enum IndicatorUnit { Percent, Count, Usd, Days, Weeks, Months, Years }

/// <summary>How a figure is hedged in the source.</summary>
public enum FigureQualifier { About, Over, AtLeast, AtMost, Under, Nearly }

/// <summary>A figure that a document states.</summary>
public sealed record Indicator
{
    public required SourceSpan Span { get; init; }
    public required string Id { get; init; }

    /// <summary>What is measured.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Figures of one series can be compared; null when it stands alone.</summary>
    public string? Series { get; init; }

    /// <summary>As said, without its qualifier: 39 for 39 %.</summary>
    public required decimal Value { get; init; }

    public required SourceSpan ValueSpan { get; init; }
    public required IndicatorUnit Unit { get; init; }

    /// <summary>What is counted, "staff members"; null for other units.</summary>
    public LocalizedText? Counts { get; init; }

    /// <summary>Null when the figure is exact.</summary>
    public FigureQualifier? Qualifier { get; init; }

    /// <summary>Null when the source does not state it.</summary>
    public LocalizedText? Period { get; init; }

    /// <summary>The figure as it stands in the paragraph.</summary>
    public required Quotation Figure { get; init; }
}
