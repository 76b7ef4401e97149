using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Import;

/// <summary>A paragraph of a source, its label still in it: what readers hand to the structure builder.</summary>
/// <param name="Lines">Lines of the source from its first to its last.</param>
/// <param name="SpaceBefore">True when more than the usual space stands before it.</param>
/// <param name="SpaceAfter">True when more than the usual space stands after it.</param>
/// <param name="Width">Printed width in half-width units over the width of the page's column: 0.4 is a short line, 3.2 more than three lines.</param>
public sealed record SourceParagraph(RunningText Text, LineRange Lines, bool SpaceBefore, bool SpaceAfter, double Width)
{
    /// <summary>Whether it is a line of the table of contents, or a table or figure.</summary>
    internal Display Display { get; init; }
}

/// <param name="Marker">As printed, superscript digits as ASCII ones: "1", "*".</param>
public sealed record SourceFootnote(string Marker, RunningText Text, LineRange Lines);

/// <param name="Line">1-based.</param>
/// <param name="Text">The furniture as printed, trimmed.</param>
public sealed record SourceFurniture(int Line, string Text);

/// <summary>A source in the neutral form: the same whether it was text from PDF, Akoma Ntoso or a Word file.</summary>
/// <param name="Language">"zh" or "en".</param>
public sealed record SourceContent(
    string Language,
    ImmutableArray<SourceParagraph> Paragraphs,
    ImmutableArray<SourceFootnote> Footnotes,
    ImmutableArray<SourceFurniture> Furniture);
