using System.Collections.Immutable;

using StaticSite.Text;

namespace StaticSite.Graph;

/// <summary>Which figures of a passage its translation lacks, and which it has too many. Linear in the number of figures.</summary>
/// <remarks>Figures in digits must be as many on both sides. A number in words must be there at least once, since a language may say "they" where the
/// other repeats "the two reports"; but when each side has a number more often than the other one, one of them has been put for the other.</remarks>
internal sealed class FigureComparison
{
    private static readonly FigureValue One = new(FigureKind.Number, 1);

    // A figure, or a part of a date; Index is that of the figure in its side.
    private sealed record Item(int Index, FigureForm Form, FigureValue Value, FigureValue? Or);

    private sealed class Side(ImmutableArray<Figure> figures)
    {
        public ImmutableArray<Figure> Figures { get; } = figures;
        public List<Item> Open { get; set; } = [.. figures.Select((f, i) => new Item(i, f.Form, f.Value, f.Or))];
    }

    private readonly Side source, translation;

    private FigureComparison(ImmutableArray<Figure> source, ImmutableArray<Figure> translation) => (this.source, this.translation) = (new(source), new(translation));

    /// <summary>True when both have the same figures, each as often, as most passages do: then there is nothing to match.</summary>
    public static bool IsSame(List<Figure> source, List<Figure> translation)
    {
        if (source.Count != translation.Count || source.Count > 64) return false;
        // One bit for each figure of the translation that has its partner. Most stand in the same order: so the search begins at the same place.
        var taken = 0UL;
        for (var i = 0; i < source.Count; i++)
        {
            var at = i;
            for (var tries = 0; (taken >> at & 1) != 0 || !HasSameValue(source[i], translation[at]); at = at + 1 == source.Count ? 0 : at + 1)
                if (++tries == source.Count) return false;
            taken |= 1UL << at;
        }
        return true;

        static bool HasSameValue(Figure one, Figure other) => one.Value.Kind == other.Value.Kind && one.Value.Value == other.Value.Value;
    }

    /// <summary>Both in the order of their texts.</summary>
    public static (List<Figure> Missing, List<Figure> Extra) Compare(ImmutableArray<Figure> source, ImmutableArray<Figure> translation)
    {
        if (source.IsEmpty && translation.IsEmpty) return ([], []);
        var comparison = new FigureComparison(source, translation);
        comparison.Match();
        return comparison.Differences();
    }

    private void Match()
    {
        Match(i => i.Value, i => i.Value);
        if (!IsOpen) return;
        Match(i => i.Or, i => i.Value);
        Match(i => i.Value, i => i.Or);
        Match(i => i.Or, i => i.Or);
        if (!IsOpen || !TakeDatesApart()) return;
        Match(i => i.Value, i => i.Value);
    }

    private bool IsOpen => source.Open.Exists(i => i.Form != FigureForm.Hint) || translation.Open.Exists(i => i.Form != FigureForm.Hint);

    // Digits choose first, and choose digits first: what is strict is matched before what is lenient.
    private void Match(Func<Item, FigureValue?> keyOfSource, Func<Item, FigureValue?> keyOfTranslation)
    {
        var offers = new Dictionary<FigureValue, Queue<Item>>();
        foreach (var item in translation.Open.OrderBy(i => i.Form))
        {
            if (keyOfTranslation(item) is not { } key) continue;
            if (!offers.TryGetValue(key, out var queue)) offers.Add(key, queue = []);
            queue.Enqueue(item);
        }
        if (offers.Count == 0) return;
        var (taken, matched) = (new HashSet<Item>(), new HashSet<Item>());
        foreach (var item in source.Open.OrderBy(i => i.Form))
            if (keyOfSource(item) is { } key && offers.TryGetValue(key, out var queue) && queue.TryDequeue(out var partner))
            {
                matched.Add(item);
                taken.Add(partner);
            }
        source.Open.RemoveAll(matched.Contains);
        translation.Open.RemoveAll(taken.Contains);
    }

    // "23 and 24 December 2004" and "2004 年 12 月 23 日和 24 日" have the same parts; two whole dates against two whole dates are compared as such.
    private bool TakeDatesApart()
    {
        var open = source.Open.Concat(translation.Open).Where(i => i.Form != FigureForm.Hint).ToList();
        if (!open.Exists(i => i.Value.Kind == FigureKind.Date) || open.TrueForAll(IsWholeDate)) return false;
        foreach (var side in (Side[])[source, translation]) side.Open = [.. side.Open.SelectMany(Parts)];
        return true;

        static bool IsWholeDate(Item item) => item.Value is { Kind: FigureKind.Date, Value: >= 10_000_000 } date && date.Value % 100 > 0;
    }

    private static IEnumerable<Item> Parts(Item item)
    {
        if (item.Value.Kind != FigureKind.Date)
        {
            yield return item;
            yield break;
        }
        var date = (int)item.Value.Value;
        var (year, month, day) = (date / 10000, date / 100 % 100, date % 100);
        if (year > 0) yield return item with { Value = new(FigureKind.Number, year) };
        if (month > 0) yield return item with { Value = new(FigureKind.Date, month * 100) };
        if (day > 0) yield return item with { Value = new(FigureKind.Number, day) };
    }

    private (List<Figure> Missing, List<Figure> Extra) Differences()
    {
        var (missing, missingOften) = Left(source, translation);
        var (extra, extraOften) = Left(translation, source);
        // Each side has something that the other has not as often: one stands for the other.
        if (missing.Count + missingOften.Count > 0 && extra.Count + extraOften.Count > 0)
        {
            missing.UnionWith(missingOften);
            extra.UnionWith(extraOften);
        }
        return ([.. missing.Select(i => source.Figures[i])], [.. extra.Select(i => translation.Figures[i])]);
    }

    // What must have a partner, and what may go without one: words that the other side has less often, and a 1, which may be an article.
    private static (SortedSet<int> Strict, SortedSet<int> Lenient) Left(Side side, Side other)
    {
        var (strict, lenient) = (new SortedSet<int>(), new SortedSet<int>());
        if (side.Open.Count == 0) return (strict, lenient);
        var said = other.Figures.Select(f => f.Value).ToHashSet();
        foreach (var item in side.Open)
        {
            if (item.Form == FigureForm.Hint) continue;
            (item.Value == One || item.Form == FigureForm.Words && said.Contains(item.Value) ? lenient : strict).Add(item.Index);
        }
        return (strict, lenient);
    }
}
