using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Symbols;

namespace StaticSite.Records;

/// <summary>What a provision can do: a word of the vocabulary of acts.</summary>
/// <param name="Asks">It asks somebody for something, so it has to be followed up.</param>
public sealed record Act(string Id, LocalizedText Name, LocalizedText? Meaning, bool Asks, SourceSpan Span);

/// <summary>A component of the accountability framework. Which provisions treat it stands with the provisions.</summary>
public sealed record Component
{
    public required SourceSpan Span { get; init; }

    /// <summary>"delegation-of-authority".</summary>
    public required string Id { get; init; }

    public required LocalizedText Name { get; init; }

    /// <summary>What the documents say of it, sentence by sentence.</summary>
    public ImmutableArray<Sentence> Summary { get; init; } = [];

    /// <summary>Its instruments, in the order of the record.</summary>
    public ImmutableArray<Tool> Tools { get; init; } = [];
}

/// <summary>One sentence of a summary, and where it comes from.</summary>
/// <param name="Sources">Passages of held documents, at least one.</param>
public sealed record Sentence(LocalizedText Text, ImmutableArray<PassageReference> Sources);

/// <summary>An instrument of a component, such as the senior managers' compacts.</summary>
public sealed record Tool(LocalizedText Name, ImmutableArray<PassageReference> Sources, SourceSpan Span);

/// <summary>A progress report with its chain: the report, the Committee's report on it, the resolution.</summary>
/// <param name="Committee">Null when the sources know none.</param>
/// <param name="Resolution">Null when the sources know none.</param>
public sealed record ProgressReport(string Id, LocalizedText Name, DocumentSymbol Report, DocumentSymbol? Committee, DocumentSymbol? Resolution,
    ImmutableArray<Sentence> Summary, SourceSpan Span);
