using StaticSite.Diagnostics;
using StaticSite.Symbols;

namespace StaticSite.Records;

/// <summary>A passage of a document as records name it: "A/67/776#17", "A/RES/64/259#8.1", or a whole document, "A/66/692".</summary>
/// <param name="Id">Id of a provision, sub-item, block or footnote, as in <see cref="Provision.Id"/>; null for the whole document.</param>
public readonly record struct PassageReference(DocumentSymbol Symbol, string? Id, SourceSpan Span)
{
    /// <summary>"A/67/776#17".</summary>
    public override string ToString() => Id is null ? Symbol.Value : $"{Symbol.Value}#{Id}";

    /// <summary>The provision that the passage is or is part of: "34(a)" and "8.1" are in "34" and "8"; null for a whole document.</summary>
    public string? Provision => Id?.IndexOfAny(['(', '.']) is > 0 and var end ? Id[..end] : Id;
}

/// <summary>Words that stand in a passage, letter for letter.</summary>
/// <param name="Words">By language; the place of each text is where a finding about it belongs.</param>
public sealed record Quotation(LocatedWords Words, PassageReference Source);

/// <summary>A short text in Chinese and English with the place of each.</summary>
/// <param name="Zh">Null when it is missing, which is reported.</param>
/// <param name="En">Null when it is missing, which is reported.</param>
public sealed record LocatedWords(LocatedText? Zh, LocatedText? En)
{
    /// <summary>The text in a language ("zh", "en"); null when there is none.</summary>
    public LocatedText? In(string language) => language switch { "zh" => Zh, "en" => En, _ => null };

    /// <summary>The texts without their places.</summary>
    public LocalizedText Text => new(Zh?.Value, En?.Value);
}
