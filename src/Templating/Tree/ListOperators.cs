using StaticSite.Diagnostics;

namespace StaticSite.Templating.Tree;

/// <summary>What the operators do with lists.</summary>
internal static class ListOperators
{
    // Lists in lists that are looked into when two are compared.
    private const int MaxDepth = 20;

    /// <summary>`list + list` joins, `list * 2` repeats, `list / 2` is the first half, `list % 2` every second element from the first one on; null for anything else.</summary>
    public static object? Apply(Renderer renderer, string sign, object? left, object? right, SourceSpan span)
    {
        if (Values.IsList(left) && Values.IsList(right)) return sign == "+" ? Joined(renderer, left, right, span) : null;
        if (sign == "*" && Values.IsNumber(left) && Values.IsList(right)) (left, right) = (right, left);
        if (!Values.IsList(left) || !Values.IsNumber(right) || Numbers.ToLong(right) is not { } number) return null;
        var list = renderer.ToList(left, span);
        return (sign, number) switch
        {
            ("*", _) => Repeated(renderer, list, number, span),
            ("/" or "//", not 0) => new ScriptArray(list.Take((int)Math.Clamp(list.Count / number, 0, list.Count))),
            ("%", not 0) => new ScriptArray(list.Where((_, i) => i % number == 0)),
            _ => null,
        };
    }

    /// <summary>The shorter list comes first; of two of one length the first elements that differ decide. null when the two cannot be ordered.</summary>
    public static int? Compare(Renderer renderer, object? left, object? right, SourceSpan span, int depth = MaxDepth)
    {
        if (depth == 0 || !Values.IsList(left) || !Values.IsList(right)) return null;
        var (first, second) = (renderer.ToList(left, span), renderer.ToList(right, span));
        if (first.Count != second.Count) return first.Count.CompareTo(second.Count);
        for (var i = 0; i < first.Count; i++)
        {
            renderer.Step(span);
            var order = Values.IsList(first[i]) ? Compare(renderer, first[i], second[i], span, depth - 1) : Values.Compare(first[i], second[i]);
            if (order is not 0) return order;
        }
        return 0;
    }

    private static ScriptArray Joined(Renderer renderer, object? left, object? right, SourceSpan span)
    {
        var joined = renderer.ToList(left, span);
        var more = renderer.ToList(right, span);
        renderer.ChargeList(joined.Count + more.Count, span);
        joined.AddRange(more);
        return joined;
    }

    private static ScriptArray Repeated(Renderer renderer, ScriptArray list, long times, SourceSpan span)
    {
        times = list.Count == 0 ? 0 : Math.Clamp(times, 0, int.MaxValue);
        renderer.ChargeList(times * list.Count, span);
        var repeated = new ScriptArray((int)times * list.Count);
        for (var i = 0L; i < times; i++) repeated.AddRange(list);
        return repeated;
    }
}
