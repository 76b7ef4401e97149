using System.Collections.Immutable;

using Markdig.Syntax.Inlines;

namespace StaticSite.Markdown;

/// <summary>The links of running text by the literals that they stand in: a link over mark-up has a part in each.</summary>
internal sealed class TextLinks
{
    private static readonly List<(int Start, int End, TextLink Link)> None = [];

    private readonly Dictionary<LiteralInline, List<(int Start, int End, TextLink Link)>> links = [];

    public static TextLinks Of(ImmutableArray<RunningText> paragraphs, IPageLinks source)
    {
        var found = new TextLinks();
        foreach (var link in source.InText(paragraphs))
            foreach (var piece in paragraphs[link.Paragraph].Pieces)
            {
                var start = Math.Max(0, link.Start - piece.Start);
                var end = Math.Min(piece.Literal.Content.Length, link.End - piece.Start);
                if (start >= end) continue;
                if (!found.links.TryGetValue(piece.Literal, out var own)) found.links.Add(piece.Literal, own = []);
                own.Add((start, end, link));
            }
        return found;
    }

    /// <summary>By start; offsets in the content of the literal.</summary>
    public IReadOnlyList<(int Start, int End, TextLink Link)> In(LiteralInline literal) => links.GetValueOrDefault(literal) ?? None;
}
