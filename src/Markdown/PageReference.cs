using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace StaticSite.Markdown;

/// <summary>`[[target]]` or `[[target|words]]`, on one line.</summary>
internal sealed class PageReference : LeafInline
{
    public required string Target { get; init; }

    /// <summary>Null when the author gives none.</summary>
    public required string? Words { get; init; }
}

internal sealed class PageReferenceParser : InlineParser
{
    private const int Longest = 400;

    public PageReferenceParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (text.Length < 5 || text[1] != '[') return false;
        var end = text.IndexOf("]]", StringComparison.Ordinal);
        if (end is < 3 or > Longest) return false;
        var inside = text[2..end];
        if (inside.IndexOfAny("[\n\r") >= 0) return false;
        var bar = inside.IndexOf('|');
        var target = (bar < 0 ? inside : inside[..bar]).Trim();
        var words = bar < 0 ? default : inside[(bar + 1)..].Trim();
        if (target.IsEmpty) return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new PageReference
        {
            Target = target.ToString(),
            Words = words.IsEmpty ? null : words.ToString(),
            Span = new(start, processor.GetSourcePosition(slice.Start + end + 1)),
            Line = line,
            Column = column,
        };
        slice.Start += end + 2;
        return true;
    }
}
