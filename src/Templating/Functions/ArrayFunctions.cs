using System.Collections;

using StaticSite.Diagnostics;

using static StaticSite.Templating.Functions.Parameters;

namespace StaticSite.Templating.Functions;

/// <summary>`array.…`. Every function makes a new list and leaves the old one as it is.</summary>
internal static class ArrayFunctions
{
    private static readonly Parameter Subject = Parameters.List("list");

    public static readonly FunctionGroup Group = new("array",
        new("add", [Subject, Any("value")], c => Changed(c, l => Add(c, l))),
        new("add_range", [Subject, Parameters.List("more")], Concat),
        new("concat", [Subject, Parameters.List("more")], Concat),
        new("any", [Subject, Callee("function"), Rest("arguments")], c => Values.Box(c.Read(0).Exists(item => Apply(c, item) is true))),
        new("compact", [Subject], c => c[0] is null ? null : new ScriptArray(c.List(0).Where(i => i is not null))),
        new("contains", [Subject, Any("item")], Contains),
        new("cycle", [Subject, OptionalAny("group")], Cycle),
        new("each", [Subject, Callee("function"), Rest("arguments")], c => new ScriptArray(c.List(0).Select(item => Apply(c, item)))),
        new("filter", [Subject, Callee("function"), Rest("arguments")], c => new ScriptArray(c.List(0).Where(item => Values.IsTrue(Apply(c, item))))),
        new("first", [Subject], c => At(c, first: true)),
        new("last", [Subject], c => At(c, first: false)),
        new("insert_at", [Subject, Integer("index"), Any("value")], InsertAt),
        new("join", [Subject, Any("delimiter"), OptionalCallee("function")], Join),
        new("limit", [Subject, Integer("count")], c => c[0] is null ? null : new ScriptArray(c.List(0).Take(c.Integer(1)))),
        new("offset", [Subject, Integer("index")], c => c[0] is null ? null : new ScriptArray(c.List(0).Skip(c.Integer(1)))),
        new("map", [OptionalAny("list"), Words("member")], Map),
        new("remove_at", [Subject, Integer("index")], c => Changed(c, l => RemoveAt(l, c.Integer(1)))),
        new("reverse", [Subject], c => Changed(c, l => l.Reverse())),
        new("size", [OptionalAny("list")], c => Values.Box(Values.Size(c[0]) ?? 0)),
        new("sort", [OptionalAny("list"), OptionalText("member", null)], Sort),
        new("uniq", [Subject], Uniq));

    private static ScriptArray Changed(Call call, Action<ScriptArray> change)
    {
        var list = call.List(0);
        change(list);
        return list;
    }

    private static void Add(Call call, ScriptArray list)
    {
        call.Renderer.ChargeGrowth(list.Count, list.Count + 1, call.Site.Span);
        list.Add(call[1]);
    }

    private static object? Concat(Call call)
    {
        if (call[0] is null && call[1] is null) return null;
        var (list, more) = (call.List(0), call.Read(1));
        call.Renderer.ChargeGrowth(list.Count, list.Count + more.Count, call.Site.Span);
        list.AddRange(more);
        return list;
    }

    private static object? Apply(Call call, object? item) =>
        call.Apply(1, [item, .. (ScriptArray)call[2]!]);

    private static object Contains(Call call)
    {
        foreach (var item in call.Read(0))
            if (call.Renderer.AreSame(item, call[1], call.Site.Span)) return Values.True;
        return Values.False;
    }

    private static object? Cycle(Call call)
    {
        var list = call.Read(0);
        if (list.Count == 0) return null;
        var group = call.Renderer.ToText(call[1] ?? list, call.Site.Span);
        var position = call.Renderer.Cycles.GetValueOrDefault(group);
        if (!call.Renderer.Cycles.ContainsKey(group)) call.Renderer.ChargeGrowth(0, 8, call.Site.Span);
        call.Renderer.Cycles[group] = (position + 1) % list.Count;
        return list[position % list.Count];
    }

    private static object? At(Call call, bool first) => call[0] switch
    {
        null => null,
        Range { Count: 0 } => null,
        Range range => range[first ? 0 : range.Count - 1],
        IList { Count: 0 } => null,
        IList list => Values.Normal(list[first ? 0 : list.Count - 1]),
        _ => first ? call.Read(0).FirstOrDefault() : call.Read(0).LastOrDefault(),
    };

    private static object? InsertAt(Call call)
    {
        var (list, index) = (call.List(0), call.Integer(1));
        if (index < 0) index = 0;
        call.Renderer.ChargeGrowth(list.Count, Math.Max(list.Count, (long)index) + 1, call.Site.Span);
        while (list.Count < index) list.Add(null);
        list.Insert(index, call[2]);
        return list;
    }

    // HTML when an element or the delimiter is; the plain ones are escaped then.
    private static object? Join(Call call)
    {
        var (list, delimiter) = (call.Read(0), call[1]);
        var items = new List<object?>(list.Count);
        foreach (var item in list)
            items.Add(call[2] is Function function ? function.Invoke(call.Renderer, call.Site, new([item is HtmlString ? item : call.Renderer.ToText(item, call.Site.Span)], [])) : item);
        var html = delimiter is HtmlString || items.Exists(i => i is HtmlString);
        var between = Plain(call, delimiter, html);
        var texts = items.ConvertAll(i => Plain(call, i, html));
        call.Renderer.ChargeText(texts.Sum(t => (long)t.Length) + (long)between.Length * texts.Count, call.Site.Span);
        var joined = string.Join(between, texts);
        return html ? new HtmlString(joined) : joined;
    }

    private static string Plain(Call call, object? value, bool html)
    {
        var text = call.Renderer.ToText(value, call.Site.Span);
        if (!html || value is HtmlString) return text;
        var escaped = Formatter.Escape(text);
        call.Renderer.Charge(escaped.Length, call.Site.Span);
        return escaped;
    }

    // What has no such member is left out. A single object is a list of one.
    private static ScriptArray Map(Call call)
    {
        var list = Values.IsList(call[0]) ? call.List(0) : Pairs.Of(call[0]) ?? (call[0] is null ? [] : [call[0]]);
        var values = new ScriptArray();
        foreach (var item in list)
        {
            if (item is null) continue;
            if (Members.TryGet(item, call.Text(1), out var value)) values.Add(value);
            else MemberOf(call, item, call.Text(1));
        }
        return values;
    }

    // A name with dots may lead through several objects.
    private static object? MemberOf(Call call, object? item, string name)
    {
        if (item is null) return null;
        call.Renderer.Charge(name.Length / 4, call.Site.Span);
        if (Members.TryGet(item, name, out var value)) return value;
        if (name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && Members.TryGet(item, name[..dot], out var inner)) return MemberOf(call, inner, name[(dot + 1)..]);
        if (!call.Renderer.Options.Strict || Members.AreOpen(item)) return null;
        return call.Renderer.Report(TemplateRules.UnknownMember, call.Site.Span, $"an element has no member \"{name}\"", Suggestion.For(name, Members.NamesOf(item)));
    }

    private static void RemoveAt(ScriptArray list, int index)
    {
        if (index < 0) index += list.Count;
        if (index >= 0 && index < list.Count) list.RemoveAt(index);
    }

    // Stable: equal elements keep their order. Different kinds stand one behind the other, so that any list has an order.
    private static object? Sort(Call call)
    {
        // A single value is a list of one.
        if (call[0] is { } single && !Values.IsList(single)) return new ScriptArray(1) { single };
        var list = call.List(0);
        var keys = call[1] is string { Length: > 0 } name ? list.ConvertAll(item => MemberOf(call, item, name)) : list;
        var order = StableSort.Order(list.Count, (a, b) =>
        {
            var byRank = Rank(keys[a]).CompareTo(Rank(keys[b]));
            return byRank != 0 ? byRank : call.Renderer.Compare(keys[a], keys[b], call.Site.Span) ?? 0;
        });
        return new ScriptArray(order.Select(i => list[i]));
    }

    private static int Rank(object? value) => value switch
    {
        null or Fault => 0,
        bool => 1,
        _ when Values.IsNumber(value) => 2,
        _ when Values.AsDate(value) is not null => 3,
        _ when Values.AsText(value) is not null => 4,
        _ => 5,
    };

    private static object? Uniq(Call call)
    {
        if (call[0] is null) return null;
        var seen = new HashSet<object>(new Equality(call));
        return new ScriptArray(call.List(0).Where(item => seen.Add(item ?? Empty.Value)));
    }

    private sealed class Equality(Call call) : IEqualityComparer<object>
    {
        public new bool Equals(object? x, object? y)
        {
            call.Renderer.Step(call.Site.Span);
            return call.Renderer.AreSame(x, y, call.Site.Span);
        }

        // Equal values have equal texts; lists and objects share one bucket each.
        public int GetHashCode(object value)
        {
            call.Renderer.ChargeUse(value, call.Site.Span);
            return Values.IsNumber(value) ? Numbers.ToDouble(value).GetHashCode() : StringComparer.Ordinal.GetHashCode(Formatter.IsSimple(value) ? Formatter.Plain(value) : "");
        }
    }
}
