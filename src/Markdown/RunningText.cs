using System.Collections.Immutable;
using System.Text;

using Markdig.Syntax;
using Markdig.Syntax.Inlines;

using SourceSpan = StaticSite.Diagnostics.SourceSpan;

namespace StaticSite.Markdown;

/// <summary>The words of a paragraph without its mark-up. What is a link, code or a reference already is one <see cref="Other"/>.</summary>
public sealed class RunningText
{
    /// <summary>Stands for what is no text: a white square, which no citation contains.</summary>
    public const char Other = '\u25A1';

    private readonly string path;
    private readonly int shift;

    private RunningText(string plain, ImmutableArray<Piece> pieces, string path, int shift)
    {
        Plain = plain;
        Pieces = pieces;
        this.path = path;
        this.shift = shift;
    }

    public string Plain { get; }

    internal ImmutableArray<Piece> Pieces { get; }

    /// <summary>The place in the file of a stretch of <see cref="Plain"/>.</summary>
    public SourceSpan SpanOf(int start, int length)
    {
        var first = Offset(start);
        return new(path, first, length == 0 ? 0 : Offset(start + length - 1) + 1 - first);
    }

    /// <param name="shift">Where in the file the Markdown begins.</param>
    internal static RunningText Of(LeafBlock block, string path, int shift)
    {
        var plain = new StringBuilder();
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        if (block.Inline is { } inlines) Add(inlines);
        return new(plain.ToString(), pieces.DrainToImmutable(), path, shift);

        void Add(ContainerInline container)
        {
            foreach (var inline in container)
            {
                if (inline is LiteralInline literal)
                {
                    pieces.Add(new(plain.Length, literal));
                    plain.Append(literal.Content.AsSpan());
                }
                else if (inline is LineBreakInline) plain.Append(' ');
                else if (inline is EmphasisInline emphasis) Add(emphasis);
                else plain.Append(Other);
            }
        }
    }

    private int Offset(int plain)
    {
        foreach (var piece in Pieces.Reverse())
            if (piece.Start <= plain) return shift + piece.Literal.Span.Start + plain - piece.Start;
        return shift;
    }

    /// <param name="Start">Offset of the literal in <see cref="Plain"/>.</param>
    internal readonly record struct Piece(int Start, LiteralInline Literal);
}
