using System.Collections.Immutable;

namespace StaticSite.Review;

/// <summary>Compares two readings of one page, passage by passage.</summary>
internal static class PageComparer
{
    // Blocks that share less are two blocks: a word diff of them would be a mosaic.
    private const double Related = 0.4;

    // A block that is no longer is a value, not a sentence.
    private const int Word = 40;

    // How far behind a block its new form is looked for: a page that is rewritten as a whole is not compared block by block with itself.
    private const int Reach = 20;

    public static PageChanges Compare(string url, PageReading old, PageReading @new)
    {
        var before = old.Passages.ToDictionary(p => p.Key.Id, StringComparer.Ordinal);
        var after = @new.Passages.ToDictionary(p => p.Key.Id, StringComparer.Ordinal);
        var moved = Renamed(before, after, old, @new);
        var arrived = moved.Values.ToHashSet(StringComparer.Ordinal);

        var order = @new.Passages.Select((p, i) => (p.Key.Id, i)).Concat(old.Passages.Select((p, i) => (p.Key.Id, i)))
            .DistinctBy(p => p.Id, StringComparer.Ordinal).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        var texts = new List<BlockChange>();
        var links = new List<LinkChange>();
        // Old passages in their order, then what stands at anchors that are new or have got a text that is new.
        foreach (var passage in old.Passages)
        {
            var id = passage.Key.Id;
            if (moved.TryGetValue(id, out var to)) CompareLinks(passage, after[to]);
            else Compare(passage, arrived.Contains(id) ? null : after.GetValueOrDefault(id));
        }
        foreach (var passage in @new.Passages)
        {
            var id = passage.Key.Id;
            if (!arrived.Contains(id) && (!before.ContainsKey(id) || moved.ContainsKey(id))) Compare(null, passage);
        }

        var moves = moved.Select(m => Move(before[m.Key], after[m.Value].Key.Anchor)).Concat(OutOfOrder(old, @new, before, moved, arrived))
            .OrderBy(m => old.Anchors.IndexOf(m.From.Anchor));
        return new([.. texts], [.. links], [.. moves]);

        void Compare(Passage? was, Passage? now)
        {
            var key = (now ?? was)!.Key;
            var place = Place(key);
            var language = key.Language.Length > 0 ? key.Language : @new.Language;
            texts.AddRange(Blocks(was?.Blocks ?? [], now?.Blocks ?? [])
                .Select(b => new BlockChange(b.Old, b.New, place, key.IsProvision && !key.IsNotes, language == @new.Language, order[key.Id])));
            CompareLinks(was, now);
        }

        void CompareLinks(Passage? was, Passage? now) =>
            links.AddRange(LinkChanges(was?.Links ?? [], now?.Links ?? [], Place((now ?? was)!.Key)));

        PassageMove Move(Passage passage, string to) => new(Place(passage.Key), to, passage.Blocks.IsEmpty ? Quote.In("", "") : passage.Blocks[0]);

        PagePlace Place(PagePassageKey key) => new(url, key.Anchor, key.Label, key.LabelLanguage);

        // Passages under the same anchors that stand in another order; the fewest that, taken out, leave the rest in order.
        IEnumerable<PassageMove> OutOfOrder(
            PageReading left, PageReading right, Dictionary<string, Passage> leftById, Dictionary<string, string> renamed, HashSet<string> targets)
        {
            var stayed = left.Passages.Select(p => p.Key.Id)
                .Where(id => id.Length > 0 && after.ContainsKey(id) && !renamed.ContainsKey(id) && !targets.Contains(id) && !leftById[id].Key.IsNotes).ToHashSet(StringComparer.Ordinal);
            var steps = TextDiff.Blocks(
                left.Passages.Select(p => p.Key.Id).Where(stayed.Contains), right.Passages.Select(p => p.Key.Id).Where(stayed.Contains));
            return steps.SelectMany(s => s.Removed).Where(stayed.Contains).Select(id => Move(leftById[id], id));
        }
    }

    /// <summary>Old id -> new id of texts that now stand under another anchor, in the order of the old page. Only texts that stand once on each side.</summary>
    private static Dictionary<string, string> Renamed(
        Dictionary<string, Passage> before, Dictionary<string, Passage> after, PageReading old, PageReading @new)
    {
        var left = Movable(old, id => after.TryGetValue(id, out var same) ? same.Text : null);
        var right = Movable(@new, id => before.TryGetValue(id, out var same) ? same.Text : null);
        return left.Where(p => right.ContainsKey(p.Key)).ToDictionary(p => p.Value, p => right[p.Key], StringComparer.Ordinal);

        // By text; not what has the same text on the other side.
        static Dictionary<string, string> Movable(PageReading page, Func<string, string?> other) => page.Passages
            .Where(p => p.Key.Anchor.Length > 0 && !p.Key.IsNotes && p.Blocks.Length > 0)
            .GroupBy(p => p.Text, StringComparer.Ordinal).Where(g => g.Count() == 1).Select(g => g.First())
            .Where(p => other(p.Key.Id) != p.Text)
            .ToDictionary(p => p.Text, p => p.Key.Id, StringComparer.Ordinal);
    }

    private static IEnumerable<(Quote? Old, Quote? New)> Blocks(ImmutableArray<Quote> old, ImmutableArray<Quote> @new)
    {
        var (oldTexts, newTexts) = (old.Select(b => b.Text).ToList(), @new.Select(b => b.Text).ToList());
        if (oldTexts.SequenceEqual(newTexts, StringComparer.Ordinal)) yield break;
        var (oldAt, newAt) = (0, 0);
        foreach (var step in TextDiff.Blocks(oldTexts, newTexts))
        {
            // Of no blocks the text is one empty line.
            oldAt += step.Same.Length;
            newAt += step.Same.Length;
            var left = old.Skip(oldAt).Take(step.Removed.Length).ToList();
            var right = @new.Skip(newAt).Take(step.Added.Length).ToList();
            oldAt += step.Removed.Length;
            newAt += step.Added.Length;
            // A word that stands where another one stood: "Partly", "Done".
            if (left is [{ Text.Length: <= Word } old1] && right is [{ Text.Length: <= Word } new1])
            {
                yield return (old1, new1);
                continue;
            }
            var from = 0;
            foreach (var was in left)
            {
                var match = right.FindIndex(from, Math.Min(Reach, right.Count - from), now => TextDiff.Similarity(was.Text, now.Text) >= Related);
                if (match < 0)
                {
                    yield return (was, null);
                    continue;
                }
                foreach (var added in right[from..match]) yield return (null, added);
                yield return (was, right[match]);
                from = match + 1;
            }
            foreach (var added in right[from..]) yield return (null, added);
        }
    }

    private static IEnumerable<LinkChange> LinkChanges(ImmutableArray<PageLink> old, ImmutableArray<PageLink> @new, PagePlace place)
    {
        var (left, right) = (old.ToList(), @new.ToList());
        // A link whose words changed leads where it led; the words are told with the text.
        foreach (var link in old)
        {
            var same = right.FindIndex(l => l.Href == link.Href && l.Kind == link.Kind);
            if (same < 0) continue;
            right.RemoveAt(same);
            left.Remove(link);
        }
        foreach (var link in left)
        {
            var again = right.FindIndex(l => l.Text == link.Text && l.Kind == link.Kind);
            yield return new(link.Kind, link.Text, link.Language, link.Href, again < 0 ? null : right[again].Href, [place]);
            if (again >= 0) right.RemoveAt(again);
        }
        foreach (var link in right) yield return new(link.Kind, link.Text, link.Language, null, link.Href, [place]);
    }
}

/// <summary>What is different on one page.</summary>
internal sealed record PageChanges(ImmutableArray<BlockChange> Texts, ImmutableArray<LinkChange> Links, ImmutableArray<PassageMove> Moves);

/// <param name="IsOwnLanguage">True when the page is in the language of the text.</param>
/// <param name="Order">Of the passage in its page.</param>
internal sealed record BlockChange(Quote? Old, Quote? New, PagePlace Place, bool IsProvision, bool IsOwnLanguage, int Order);
