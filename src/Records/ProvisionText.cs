using System.Collections.Immutable;

namespace StaticSite.Records;

/// <summary>What a stretch of a provision is.</summary>
public enum ProvisionPartKind
{
    /// <summary>Running text of the provision itself.</summary>
    Text,

    /// <summary>A sub-item, "(a) …".</summary>
    Item,

    /// <summary>An unnumbered block inside a clause, as the definition in clause 8 of 64/259.</summary>
    Block,
}

/// <summary>One stretch of the text of a provision.</summary>
/// <param name="Id">"34" (text), "34(a)", "34(a)(ii)" (items), "8.1" (blocks).</param>
/// <param name="Start">0-based offset of its first code unit in the text of the provision; an item starts at its label.</param>
/// <param name="Paragraph">0-based index of the paragraph it stands in; several parts may share one (inline items).</param>
/// <param name="Depth">0 text and blocks, 1 for (a), 2 for (i).</param>
public sealed record ProvisionPart(string Id, ProvisionPartKind Kind, int Start, int Length, int Paragraph, int Depth);

/// <summary>Divides the text of a provision into running text, sub-items and blocks.</summary>
public static class ProvisionText
{
    /// <summary>The parts in order; together they hold every character of the text but blanks and line breaks between them.</summary>
    /// <param name="id">Id of the provision, "34".</param>
    /// <param name="plain">Paragraphs separated by one '\n', as RichText.Plain.</param>
    /// <remarks>Items are what runs on from (a), or from (i) inside an item: behind a mark or at the start of a paragraph. "第 8(d)段" and
    /// "para. 8 (d)" are references. The last item of a sentence ends with it; what follows is text of the provision again.
    /// Paragraphs after the first that are no items are blocks, "34.1".</remarks>
    public static ImmutableArray<ProvisionPart> Parts(string id, string plain)
    {
        // Most texts are one part.
        var parts = ImmutableArray.CreateBuilder<ProvisionPart>(1);
        var items = SubItems.Find(plain);
        var counts = items.IsEmpty ? null : new Dictionary<string, int>(StringComparer.Ordinal);
        var (next, paragraph, blocks) = (0, 0, 0);
        for (var start = 0; start <= plain.Length; paragraph++)
        {
            var end = plain.IndexOf('\n', start);
            if (end < 0) end = plain.Length;
            var first = next;
            while (next < items.Length && items[next].Start < end) next++;
            var isBlock = paragraph > 0 && (first == next || items[first].Start > start);
            if (isBlock) blocks++;
            var (kind, textId) = isBlock ? (ProvisionPartKind.Block, $"{id}.{blocks}") : (ProvisionPartKind.Text, id);
            var at = start;
            for (var i = first; i < next; i++)
            {
                var item = items[i];
                Add(parts, plain, textId, kind, at, item.Start, paragraph, 0);
                at = i + 1 < next ? items[i + 1].Start : SubItems.End(plain, item, start, end);
                // A second list in the same provision begins with (a) again: its ids say so, "34(a)-2".
                var count = counts![item.Path] = counts.GetValueOrDefault(item.Path) + 1;
                Add(parts, plain, id + item.Path + (count > 1 ? $"-{count}" : ""), ProvisionPartKind.Item, item.Start, at, paragraph, item.Depth);
            }
            Add(parts, plain, textId, kind, at, end, paragraph, 0);
            start = end + 1;
        }
        return parts.DrainToImmutable();
    }

    private static void Add(
        ImmutableArray<ProvisionPart>.Builder parts, string plain, string id, ProvisionPartKind kind, int start, int end, int paragraph, int depth)
    {
        while (start < end && char.IsWhiteSpace(plain[start])) start++;
        while (end > start && char.IsWhiteSpace(plain[end - 1])) end--;
        if (end > start) parts.Add(new(id, kind, start, end - start, paragraph, depth));
    }
}
