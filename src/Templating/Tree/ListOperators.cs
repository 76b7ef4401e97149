using StaticSite.Diagnostics;

namespace StaticSite.Templating.Tree;

/// <summary>What the operators do with lists.</summary>
internal static class ListOperators
{
    /// <summary>`list + list` joins, `list * 2` repeats, `list / 2` is the first half, `list % 2` every second element from the first one on; null for anything else.</summary>
    public static object? Apply(Renderer renderer, string sign, object? left, object? right, SourceSpan span)
    {
        if (Values.IsList(left) && Values.IsList(right)) return sign == "+" ? Joined(renderer, left, right, span) : null;
        if (sign == "*" && Values.IsNumber(left) && Values.IsList(right)) (left, right) = (right, left);
        if (!Values.IsList(left) || !Values.IsNumber(right) || Numbers.ToLong(right) is not { } number || number < 0) return null;
        var list = renderer.ToList(left, span);
        return (sign, number) switch
        {
            ("*", _) => Repeated(renderer, list, number, span),
            ("/" or "//", not 0) => new ScriptArray(list.Take((int)Math.Clamp(list.Count / number, 0, list.Count))),
            ("%", not 0) => new ScriptArray(list.Where((_, i) => i % number == 0)),
            _ => null,
        };
    }

    /// <summary>`!=`, `&lt;` and the like: the shorter list comes first; of two of one length, the sign must hold for each pair of elements. So does Scriban.</summary>
    public static bool Compare(Renderer renderer, string sign, object? left, object? right, SourceSpan span)
    {
        var (first, second) = (renderer.ToList(left, span), renderer.ToList(right, span));
        if (first.Count != second.Count) return sign == "!=" || first.Count < second.Count == sign.StartsWith('<');
        if (first.Count == 0) return sign is "<=" or ">=";
        // Lists may stand inside of themselves.
        renderer.EnterCall(span);
        var holds = true;
        for (var i = 0; holds && i < first.Count; i++) holds = Operators.Apply(renderer, sign, first[i], second[i], span) is true;
        renderer.LeaveCall();
        return holds;
    }

    private static ScriptArray Joined(Renderer renderer, object? left, object? right, SourceSpan span)
    {
        var joined = renderer.ToList(left, span);
        var more = renderer.ToList(right, span, kept: false);
        renderer.ChargeGrowth(joined.Count, joined.Count + more.Count, span);
        joined.AddRange(more);
        return joined;
    }

    private static ScriptArray Repeated(Renderer renderer, ScriptArray list, long times, SourceSpan span)
    {
        times = list.Count == 0 ? 0 : Math.Min(times, int.MaxValue);
        renderer.ChargeList(times * list.Count, span);
        var repeated = new ScriptArray((int)times * list.Count);
        for (var i = 0L; i < times; i++) repeated.AddRange(list);
        return repeated;
    }
}
