using System.Collections;
using System.Text;

using StaticSite.Diagnostics;

namespace StaticSite.Templating.Tree;

/// <summary>What the operators do with values.</summary>
internal static class Operators
{
    // Of a range, so that counting never overflows.
    private const long FarthestEnd = long.MaxValue / 4;

    public static object? Apply(Renderer renderer, string sign, object? left, object? right, SourceSpan span)
    {
        if (left is Fault || right is Fault) return Fault.Value;
        if ((left is Empty || right is Empty) && Values.AsText(left) is null && Values.AsText(right) is null) return OfEmpty(sign, left, right);
        if (sign is "!=" or "<" or ">" or "<=" or ">=" && Values.IsList(left) && Values.IsList(right)) return Values.Box(ListOperators.Compare(renderer, sign, left, right, span));
        switch (sign)
        {
            case "==": return Values.Box(renderer.AreEqual(left, right, span));
            case "!=": return Values.Box(!renderer.AreEqual(left, right, span));
            case "<" or ">" or "<=" or ">=": return Order(renderer, sign, left, right, span);
            case ".." or "..<": return MakeRange(renderer, sign, left, right, span);
            case "<<" when left is IList && left is not string: return Append(renderer, left, right, span);
            case ">>" when right is IList && right is not string: return Prepend(renderer, left, right, span);
        }
        var (leftText, rightText) = (Values.AsText(left), Values.AsText(right));
        if (sign == "+" && (leftText is not null || rightText is not null)) return Join(renderer, left, right, span);
        if (sign == "*" && leftText is not null && Values.IsNumber(right)) return Repeat(renderer, left!, leftText, right!, span);
        if (sign == "*" && rightText is not null && Values.IsNumber(left)) return Repeat(renderer, right!, rightText, left!, span);
        if (left is null || right is null) return null;
        // true counts as 1 beside a number.
        if (left is bool truth && Values.IsNumber(right)) left = Values.Box(truth ? 1 : 0);
        if (right is bool other && Values.IsNumber(left)) right = Values.Box(other ? 1 : 0);
        if (Values.IsNumber(left) && Values.IsNumber(right))
        {
            if (left is System.Numerics.BigInteger || right is System.Numerics.BigInteger)
            {
                renderer.ChargeUse(left, span);
                renderer.ChargeUse(right, span);
            }
            var result = Numbers.Compute(sign, left, right);
            renderer.ChargeUse(result, span);
            return result ?? renderer.Report(TemplateRules.WrongOperand, span, $"\"{sign}\" has no result for these numbers: it is a division by zero, or too large");
        }
        if (Dates.Apply(sign, left, right) is { } moved) return moved is Fault ? renderer.Report(TemplateRules.WrongOperand, span, "the date or duration would be out of range") : moved;
        return ListOperators.Apply(renderer, sign, left, right, span)
            ?? renderer.Report(TemplateRules.WrongOperand, span, $"\"{sign}\" is not defined for {KindOf(left)} and {KindOf(right)}");
    }

    /// <summary>Two values one behind the other; when one is HTML, the other is escaped and the result is HTML.</summary>
    public static object Join(Renderer renderer, object? left, object? right, SourceSpan span)
    {
        var (first, second) = (renderer.ToText(left, span), renderer.ToText(right, span));
        var html = left is HtmlString || right is HtmlString;
        renderer.ChargeText((long)first.Length + second.Length, span);
        if (html && left is not HtmlString) first = Formatter.Escape(first);
        if (html && right is not HtmlString) second = Formatter.Escape(second);
        if (html) renderer.ChargeText((long)first.Length + second.Length, span);
        var joined = first + second;
        return html ? new HtmlString(joined) : joined;
    }

    // `empty` beside what is no string.
    private static object? OfEmpty(string sign, object? left, object? right)
    {
        if (sign is "<" or ">") return Values.False;
        if (sign is not ("==" or "!=" or "<=" or ">=")) return Empty.Value;
        var empty = left is Empty && right is Empty ? true : Values.IsEmptyList(left is Empty ? right : left);
        return empty is { } known ? Values.Box(known == (sign != "!=")) : null;
    }

    // Strings by their code units: the same order on every machine, and not that of array.sort.
    private static int? Compare(Renderer renderer, object? left, object? right, SourceSpan span)
    {
        if (Values.AsText(left) is not null || Values.AsText(right) is not null)
        {
            var (first, second) = (left is null ? null : renderer.ToText(left, span), right is null ? null : renderer.ToText(right, span));
            renderer.Charge(Math.Min(first?.Length ?? 0, second?.Length ?? 0) / 4, span);
            return string.CompareOrdinal(first, second);
        }
        if (left is bool truth && Values.IsNumber(right)) left = Values.Box(truth ? 1 : 0);
        if (right is bool other && Values.IsNumber(left)) right = Values.Box(other ? 1 : 0);
        return renderer.Compare(left, right, span);
    }

    private static object? Order(Renderer renderer, string sign, object? left, object? right, SourceSpan span)
    {
        var text = Values.AsText(left) is not null || Values.AsText(right) is not null;
        if (!text && (left is null || right is null)) return Values.False;
        if (Compare(renderer, left, right, span) is not { } order)
            return renderer.Report(TemplateRules.WrongOperand, span, $"\"{sign}\" is not defined for {KindOf(left)} and {KindOf(right)}");
        return Values.Box(sign switch
        {
            "<" => order < 0,
            ">" => order > 0,
            "<=" => order <= 0,
            _ => order >= 0,
        });
    }

    private static object? MakeRange(Renderer renderer, string sign, object? left, object? right, SourceSpan span)
    {
        if (left is bool || right is bool || Numbers.ToLong(left) is not { } first || Numbers.ToLong(right) is not { } last)
            return renderer.Report(TemplateRules.WrongOperand, span, $"the ends of a range are whole numbers, not {KindOf(left)} and {KindOf(right)}");
        if (first is < -FarthestEnd or > FarthestEnd || last is < -FarthestEnd or > FarthestEnd)
            return renderer.Report(TemplateRules.WrongOperand, span, "the ends of the range are too large");
        var inclusive = sign == ".." ? 1 : 0;
        return new Range(first, Math.Abs(last - first) + inclusive, last < first);
    }

    private static ScriptArray Append(Renderer renderer, object? left, object? right, SourceSpan span)
    {
        var list = renderer.ToList(left, span);
        renderer.ChargeGrowth(list.Count, list.Count + 1, span);
        list.Add(right);
        return list;
    }

    private static ScriptArray Prepend(Renderer renderer, object? left, object? right, SourceSpan span)
    {
        var list = renderer.ToList(right, span);
        renderer.ChargeGrowth(list.Count, list.Count + 1, span);
        list.Insert(0, left);
        return list;
    }

    private static object? Repeat(Renderer renderer, object value, string text, object count, SourceSpan span)
    {
        var times = Math.Max(0, Numbers.ToLong(count) ?? long.MaxValue);
        renderer.ChargeText(text.Length == 0 ? 0 : times > int.MaxValue ? long.MaxValue / 2 : times * text.Length, span);
        var repeated = text.Length == 0 ? "" : new StringBuilder(text.Length * (int)times).Insert(0, text, (int)times).ToString();
        return value is HtmlString ? new HtmlString(repeated) : repeated;
    }

    public static string KindOf(object? value) => value switch
    {
        null => "null",
        string or HtmlString => "a string",
        bool => "a truth value",
        Function => "a function",
        _ when Values.IsNumber(value) => "a number",
        DateOnly or DateTime or DateTimeOffset => "a date",
        TimeSpan => "a duration",
        _ when Values.IsList(value) => "a list",
        _ => "an object",
    };
}

/// <summary>An operator that looks at both sides.</summary>
internal sealed class Binary(string sign, Expression left, Expression right, SourceSpan signSpan)
    : Expression(Join(left.Span, right.Span), 1 + Math.Max(left.Depth, right.Depth))
{
    public override object? Evaluate(Renderer renderer)
    {
        CountWhenLarge(renderer);
        var (first, second) = (left.Evaluate(renderer), right.Evaluate(renderer));
        // Nearly all arithmetic of templates.
        if (first is int a && second is int b && Numbers.Compute(sign, a, b) is { } result) return result;
        return Operators.Apply(renderer, sign, first, second, signSpan);
    }
}

/// <summary>`left &amp;&amp; right`, `left || right`: the right side only when the left one leaves it open.</summary>
internal sealed class Logical(bool isAnd, Expression left, Expression right) : Expression(Join(left.Span, right.Span), 1 + Math.Max(left.Depth, right.Depth))
{
    public override object? Evaluate(Renderer renderer) => Values.Box(IsTrue(renderer));

    public override bool IsTrue(Renderer renderer)
    {
        CountWhenLarge(renderer);
        return left.IsTrue(renderer) == isAnd ? right.IsTrue(renderer) : !isAnd;
    }
}

/// <summary>`left ?? right`: the right side where the left one is null. `left ?! right`: null where the left one is, else the right side.</summary>
internal sealed class Coalescing(bool whenNull, Expression left, Expression right) : Expression(Join(left.Span, right.Span), 1 + Math.Max(left.Depth, right.Depth))
{
    public override object? Evaluate(Renderer renderer)
    {
        CountWhenLarge(renderer);
        var value = left.EvaluateOptional(renderer);
        return Values.IsNull(value) == whenNull ? right.Evaluate(renderer) : value;
    }

    public override object? EvaluateOptional(Renderer renderer)
    {
        if (!whenNull) return Evaluate(renderer);
        var value = left.EvaluateOptional(renderer);
        return Values.IsNull(value) ? right.EvaluateOptional(renderer) : value;
    }
}

/// <summary>`!operand`.</summary>
internal sealed class Not(Expression operand, SourceSpan span) : Expression(span, operand.Depth + 1)
{
    public override object? Evaluate(Renderer renderer)
    {
        var value = operand.Evaluate(renderer);
        return value is Fault ? value : Values.Box(!Values.IsTrue(value));
    }
}

/// <summary>`+operand`, `-operand`.</summary>
internal sealed class Signed(string sign, Expression operand, SourceSpan span) : Expression(span, operand.Depth + 1)
{
    public override object? Evaluate(Renderer renderer)
    {
        var value = operand.Evaluate(renderer);
        if (value is null or Fault) return value;
        renderer.ChargeUse(value, Span);
        if (!Values.IsNumber(value)) return renderer.Report(TemplateRules.WrongOperand, Span, $"\"{sign}\" is not defined for {Operators.KindOf(value)}");
        return sign == "+" ? value : Numbers.Negate(value) ?? renderer.Report(TemplateRules.WrongOperand, Span, "the number is too large");
    }
}

/// <summary>`x++`, `--x`.</summary>
internal sealed class Increment(Target target, bool down, bool before, SourceSpan span) : Expression(span, target.Depth + 1)
{
    public override object? Evaluate(Renderer renderer)
    {
        var old = target.Evaluate(renderer);
        var changed = Operators.Apply(renderer, down ? "-" : "+", old, Values.Box(1), Span);
        if (changed is Fault) return changed;
        target.Assign(renderer, changed);
        return before ? changed : old;
    }
}

/// <summary>`@f`: the function itself, not its result.</summary>
internal sealed class Alias(Expression operand, SourceSpan span) : Expression(span, operand.Depth + 1)
{
    public override object? Evaluate(Renderer renderer) => operand.EvaluateUncalled(renderer);
}

/// <summary>`^list` among arguments: its elements, one argument each.</summary>
internal sealed class Expand(Expression operand, SourceSpan span) : Expression(span, operand.Depth + 1)
{
    public override object? Evaluate(Renderer renderer) => operand.Evaluate(renderer);
}
