using StaticSite.Citations;
using StaticSite.Symbols;

namespace StaticSite.Graph;

/// <summary>A place in a held or cited document.</summary>
/// <param name="Id">Id of the provision, sub-item, section or footnote in the record; null for the whole document.</param>
public sealed record Place(DocumentSymbol Symbol, string? Id);

/// <summary>A citation as an edge: from a passage of a held document to a document and, where said, a place in it.</summary>
/// <param name="From">The citing passage.</param>
/// <param name="To">What is cited: one edge for each place that the citation names.</param>
/// <param name="Pinpoint">The place in words, as far as the citation says; null for the whole document.</param>
/// <param name="Citation">The citation the edge belongs to: its words and where they stand.</param>
public sealed record Edge(Place From, Place To, Pinpoint? Pinpoint, ResolvedCitation Citation);
