using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>A term that the documents define or use as a term of art.</summary>
public sealed record Term
{
    public required SourceSpan Span { get; init; }

    /// <summary>"accountability".</summary>
    public required string Id { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>Other forms that the texts use.</summary>
    public Forms Variants { get; init; } = Forms.None;

    /// <summary>"RBM"; null when the texts print none.</summary>
    public string? Abbreviation { get; init; }

    /// <summary>Passages whose whole text is the definition.</summary>
    public ImmutableArray<PassageReference> Definition { get; init; } = [];

    /// <summary>A part of a passage that defines it; null when there is none.</summary>
    public Quotation? Quote { get; init; }

    /// <summary>What it consists of, in the words of the definition.</summary>
    public ImmutableArray<Quotation> Elements { get; init; } = [];

    /// <summary>The first or most telling passage that uses it.</summary>
    public required PassageReference Source { get; init; }

    /// <summary>By the editors: for example which document uses which form; null when nothing is to be said.</summary>
    public LocalizedText? Note { get; init; }

    /// <summary>Ids of related terms.</summary>
    public ImmutableArray<string> See { get; init; } = [];
}

/// <summary>Forms of a name by language.</summary>
public sealed record Forms(ImmutableArray<string> Zh, ImmutableArray<string> En)
{
    public static readonly Forms None = new([], []);

    /// <summary>In a language ("zh", "en"); empty for any other.</summary>
    public ImmutableArray<string> In(string language) => language switch { "zh" => Zh, "en" => En, _ => [] };
}
