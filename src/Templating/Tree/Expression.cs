using StaticSite.Diagnostics;

namespace StaticSite.Templating.Tree;

/// <summary>A part of a template that has a value. Immutable: one tree serves all threads.</summary>
/// <param name="depth">Expressions inside of one another below and with this one; the parser bounds it.</param>
internal abstract class Expression(SourceSpan span, int depth)
{
    public SourceSpan Span { get; } = span;
    public int Depth { get; } = depth;

    public abstract object? Evaluate(Renderer renderer);

    /// <summary>Evaluates where null is expected, as before `??`: an unknown name is null without a finding.</summary>
    public virtual object? EvaluateOptional(Renderer renderer) => Evaluate(renderer);

    /// <summary>Evaluates without calling the function that the value may be.</summary>
    public virtual object? EvaluateUncalled(Renderer renderer) => Evaluate(renderer);

    /// <summary>Evaluates where only the truth of the value counts.</summary>
    public virtual bool IsTrue(Renderer renderer) => Values.IsTrue(Evaluate(renderer));

    /// <summary>Prints the value.</summary>
    public virtual void Write(Renderer renderer) => renderer.Print(Evaluate(renderer), Span);

    /// <summary>A name, member or element that is a function stands for a call without arguments.</summary>
    protected object? CallIfFunction(Renderer renderer, object? value) =>
        value is not (null or string or int or bool) && value is Function function ? function.Invoke(renderer, this, CallArguments.None) : value;

    /// <summary>A step for an expression with many parts: statements are counted, and one of them may be as large as a file.</summary>
    protected void CountWhenLarge(Renderer renderer)
    {
        if (Depth > 6) renderer.Step(Span);
    }

    protected static SourceSpan Join(SourceSpan first, SourceSpan last) =>
        new(first.Path, first.Start, Math.Max(first.Length, last.Start + last.Length - first.Start));
}

/// <summary>A number, string, true, false, null or empty.</summary>
internal sealed class Literal(object? value, SourceSpan span) : Expression(span, 1)
{
    public object? Value { get; } = value;

    public override object? Evaluate(Renderer renderer) => Value;
}

/// <summary>What the parser could not read and has reported.</summary>
internal sealed class Unreadable(SourceSpan span) : Expression(span, 1)
{
    public override object? Evaluate(Renderer renderer) => Fault.Value;
}

/// <summary>`$"text {value}"`.</summary>
internal sealed class Interpolation(Expression[] parts, SourceSpan span) : Expression(span, 1 + parts.Select(p => p.Depth).DefaultIfEmpty().Max())
{
    public override object? Evaluate(Renderer renderer)
    {
        object? joined = "";
        foreach (var part in parts)
        {
            var value = part.Evaluate(renderer);
            if (value is Fault) return value;
            joined = Operators.Join(renderer, joined, value, Span);
        }
        return joined;
    }
}

/// <summary>`(inner)`.</summary>
internal sealed class Nested(Expression inner, SourceSpan span) : Expression(span, inner.Depth + 1)
{
    public Expression Inner { get; } = inner;

    public override object? Evaluate(Renderer renderer) => CallIfFunction(renderer, Inner.Evaluate(renderer));

    public override object? EvaluateOptional(Renderer renderer) => CallIfFunction(renderer, Inner.EvaluateOptional(renderer));

    public override object? EvaluateUncalled(Renderer renderer) => Inner.EvaluateUncalled(renderer);
}

/// <summary>`cond ? yes : no`.</summary>
internal sealed class Conditional(Expression condition, Expression yes, Expression no, SourceSpan span)
    : Expression(span, 1 + Math.Max(condition.Depth, Math.Max(yes.Depth, no.Depth)))
{
    public override object? Evaluate(Renderer renderer)
    {
        CountWhenLarge(renderer);
        return condition.IsTrue(renderer) ? yes.Evaluate(renderer) : no.Evaluate(renderer);
    }
}

/// <summary>`[a, b]`.</summary>
internal sealed class ListInitializer(Expression[] items, SourceSpan span) : Expression(span, 1 + items.Select(i => i.Depth).DefaultIfEmpty().Max())
{
    public override object? Evaluate(Renderer renderer)
    {
        renderer.ChargeList(items.Length, Span);
        var list = new ScriptArray(items.Length);
        foreach (var item in items) list.Add(item.Evaluate(renderer));
        return list;
    }
}

/// <summary>`{a: 1, "b": 2}`.</summary>
internal sealed class ObjectInitializer(KeyValuePair<string, Expression>[] members, SourceSpan span)
    : Expression(span, 1 + members.Select(m => m.Value.Depth).DefaultIfEmpty().Max())
{
    public override object? Evaluate(Renderer renderer)
    {
        // An object takes more room than a list.
        renderer.ChargeList(members.Length + 3, Span);
        var value = new ScriptObject();
        foreach (var (name, member) in members) value.Members[name] = member.Evaluate(renderer);
        return value;
    }
}
