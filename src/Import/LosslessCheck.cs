using System.Collections.Immutable;
using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Markdown;
using StaticSite.Records;

namespace StaticSite.Import;

/// <summary>Proves that the records of a document hold all of its source: with white space removed, labels, texts and furniture, each
/// on the lines that it is recorded with, are the source, character for character and in order.</summary>
/// <remarks>Superscript digits count as digits: a call is recorded as its marker. A footnote or furniture may stand inside the lines of
/// a provision, and two items may share a line; the item that ends first is tried first.</remarks>
public static class LosslessCheck
{
    private sealed class Item(string name, string printed, LineRange lines, SourceSpan span)
    {
        public string Name { get; } = name;
        public string Printed { get; } = printed;
        public LineRange Lines { get; } = lines;
        public SourceSpan Span { get; } = span;
        public int Used { get; set; }
        public int Rest => Printed.Length - Used;
    }

    /// <returns>The findings: empty when nothing is lost, otherwise one with the first difference.</returns>
    public static ImmutableArray<Diagnostic> Check(Document document, DocumentText text, SourceText source)
    {
        var items = Items(document, text).OrderBy(i => i.Lines.First).ToList();
        var open = new List<Item>();
        var next = 0;
        for (var line = 1; line <= source.LineCount; line++)
        {
            while (next < items.Count && items[next].Lines.First <= line) open.Add(items[next++]);
            var printed = Squeeze(source.Line(line));
            // What ends first stands inside what ends later; of two with the same end, what begins later.
            open.Sort((a, b) => a.Lines.Last != b.Lines.Last ? a.Lines.Last.CompareTo(b.Lines.Last) : b.Lines.First.CompareTo(a.Lines.First));
            if (printed.Length > 0 && !Consume(open, printed, 0)) return [Difference(open, printed, line, source)];
            foreach (var item in open)
                if (item.Lines.Last <= line && item.Rest > 0)
                    return [Report(source, line, $"{item.Name} has \"{Clip(item.Printed[item.Used..])}\" beyond line {line}, where its lines end")];
            open.RemoveAll(i => i.Rest == 0 || i.Lines.Last <= line);
        }
        return next < items.Count
            ? [Report(source, source.LineCount, $"{items[next].Name} is recorded on line {items[next].Lines.First}, but the source has {source.LineCount} lines")]
            : [];
    }

    // Whether the rest of a line is made of what the open items have next; takes it from them when it is.
    private static bool Consume(List<Item> open, string printed, int at)
    {
        if (at == printed.Length) return true;
        foreach (var item in open)
        {
            if (item.Rest == 0) continue;
            var common = CommonLength(item.Printed.AsSpan(item.Used), printed.AsSpan(at));
            // All that fits is taken; less only when another item then goes on.
            for (var length = common; length > 0; length--)
            {
                if (length < common && at + length < printed.Length && !open.Exists(o => o != item && o.Rest > 0 && o.Printed[o.Used] == printed[at + length])) continue;
                item.Used += length;
                if (Consume(open, printed, at + length)) return true;
                item.Used -= length;
                if (common - length > 200) break;
            }
        }
        return false;
    }

    private static int CommonLength(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => left.CommonPrefixLength(right);

    private static IEnumerable<Item> Items(Document document, DocumentText text)
    {
        foreach (var block in document.Head.Concat(document.Closing))
        {
            var value = block.Id == "title" ? text.Title : text.Blocks.GetValueOrDefault(block.Id);
            yield return new($"block {block.Id}", Join(block.Printed, value), block.Lines, block.Span);
        }
        foreach (var section in document.Sections)
            yield return new($"section {section.Id}", Join(section.Printed, text.Sections.GetValueOrDefault(section.Id)), section.Lines, section.Span);
        foreach (var provision in document.Provisions)
            yield return new($"provision {provision.Id}", Join(provision.Printed, text.Provisions.GetValueOrDefault(provision.Id)), provision.Lines, provision.Span);
        foreach (var footnote in document.Footnotes)
            yield return new($"footnote {footnote.Id}", Join(footnote.Marker, text.Footnotes.GetValueOrDefault(footnote.Id)), footnote.Lines, footnote.Span);
        foreach (var furniture in document.Furniture)
            yield return new("furniture", Squeeze(furniture.Text), new(furniture.Line, furniture.Line), furniture.Span);
    }

    private static string Join(string? label, LocatedText? text) =>
        Squeeze(label) + (text is null ? "" : Squeeze(RichText.Parse(text.Value).Printed()));

    private static string Squeeze(ReadOnlySpan<char> text)
    {
        var squeezed = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c)) squeezed.Append(Superscript.ToAscii(c));
        return squeezed.ToString();
    }

    private static Diagnostic Difference(List<Item> open, string printed, int line, SourceText source)
    {
        var best = open.Where(i => i.Rest > 0).MaxBy(i => CommonLength(i.Printed.AsSpan(i.Used), printed));
        if (best is null) return Report(source, line, $"line {line}, \"{Clip(printed)}\", is in no record");
        var common = CommonLength(best.Printed.AsSpan(best.Used), printed);
        return Report(source, line, $"line {line} prints \"{Clip(printed[common..])}\" where {best.Name} has \"{Clip(best.Printed[(best.Used + common)..])}\"");
    }

    private static string Clip(string text) => text.Length <= 24 ? text : text[..24] + "…";

    private static Diagnostic Report(SourceText source, int line, string message) =>
        new(ImportRules.NotLossless, new(source.Path, source.Offset(line, 1), 0), message);
}
