using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Text;

namespace StaticSite.Import;

/// <summary>Text extracted from PDF -> the neutral form: furniture and footnotes taken out, wrapped lines joined.</summary>
internal static class PlainTextReader
{
    /// <param name="language">"zh" or "en".</param>
    /// <param name="running">Symbol of the running heads; null when there are none.</param>
    public static SourceContent Read(SourceText source, string language, string? symbol, out string? running)
    {
        var lines = SourceLine.Split(source);
        running = PageFurniture.RunningSymbol(lines);
        var furniture = PageFurniture.Find(lines, symbol ?? running);
        var body = lines.Where(l => !furniture.Contains(l.Number)).ToImmutableArray();
        var layout = PageLayout.Measure(body);
        var join = LineJoin.Learn(body.Select(l => l.Text));
        var (notes, taken, rules) = FootnoteBlocks.Find(lines, layout, join, furniture.Contains);
        var markers = notes.Select(n => n.Marker).ToHashSet(StringComparer.Ordinal);
        var rows = Row.Assemble(lines, n => furniture.Contains(n) || taken.Contains(n) || rules.Contains(n), markers, layout, join);
        var paragraphs = ParagraphReader.Read(GluedCalls.Attach(rows, notes), layout, join);
        var printed = lines.Where(l => furniture.Contains(l.Number) || rules.Contains(l.Number)).Select(l => new SourceFurniture(l.Number, l.Text));
        return new(language, paragraphs, notes, [.. printed]);
    }
}
