using System.Collections;

using StaticSite.Diagnostics;

namespace StaticSite.Templating.Tree;

/// <summary>Where a loop stands.</summary>
internal sealed class LoopState
{
    /// <summary>0-based.</summary>
    public int Index { get; set; }

    /// <summary>Number of all steps; 0 in `while`, where nobody knows it.</summary>
    public int Length { get; init; }

    /// <summary>The element of this step and the one of the step before.</summary>
    public object? Current { get; private set; }
    public object? Previous { get; private set; }

    /// <summary>Columns of `tablerow`; 0 in other loops.</summary>
    public int Columns { get; init; }

    public void Advance(int index, object? element)
    {
        Index = index;
        (Previous, Current) = (Current, element);
    }
}

/// <summary>`for x in list offset:1 limit:2 reversed … else … end`, and `tablerow`.</summary>
internal sealed class For(Target variable, Expression source, LoopParameters parameters, Block body, Block? otherwise, SourceSpan span) : Statement(span)
{
    public override Flow Execute(Renderer renderer)
    {
        var value = source.Evaluate(renderer);
        if (value is Fault) return Flow.Next;
        if (value is Range or IList or null || !Values.IsList(value)) return Walk(renderer, value);
        return Walk(renderer, renderer.ToList(value, source.Span));
    }

    private Flow Walk(Renderer renderer, object? value)
    {
        // A string is walked through letter by letter.
        if (Values.AsText(value) is { } text)
        {
            renderer.ChargeList(text.Length, source.Span);
            value = text.Select(c => c.ToString()).ToList();
        }
        if (value is not (null or Range or IList))
        {
            // An object is walked through as pairs of key and value.
            if (Pairs.Of(value) is not { } pairs)
            {
                renderer.Report(TemplateRules.WrongOperand, source.Span, $"for needs a list, not {Operators.KindOf(value)}");
                return Flow.Next;
            }
            renderer.ChargeGrowth(0, 8L * pairs.Count, source.Span);
            value = pairs;
        }
        var total = value switch
        {
            Range range => range.Count,
            IList list => list.Count,
            _ => 0,
        };
        if (!TryWindow(renderer, total, out var first, out var count)) return Flow.Next;
        if (count == 0) return otherwise?.ExecuteNested(renderer, Span) ?? Flow.Next;
        return Steps(renderer, value!, parameters.Reversed ? total - 1 : first, (int)Math.Min(count, int.MaxValue));
    }

    private Flow Steps(Renderer renderer, object value, long first, int count)
    {
        var columns = 0;
        if (parameters.IsTable && !TryNumber(renderer, parameters.Columns, 1, out columns)) return Flow.Next;
        var (outerScope, outerFor) = (renderer.Scope, renderer.For);
        var state = new LoopState { Length = count, Columns = columns };
        var scope = variable is Variable { Name: var name } ? new LoopScope(name, outerScope) : null;
        if (scope is not null) renderer.Scope = scope;
        renderer.For = state;
        var result = Flow.Next;
        for (var i = 0; i < count; i++)
        {
            renderer.Step(Span);
            var at = parameters.Reversed ? first - i : first + i;
            var item = value switch
            {
                Range range => range[at],
                object?[] array => Values.Normal(array[at]),
                // A list that the loop itself makes shorter ends the loop.
                IList list => at < list.Count ? Values.Normal(list[(int)at]) : Fault.Value,
                _ => null,
            };
            if (item is Fault && value is IList { Count: var now } && at >= now) break;
            state.Advance(i, item);
            if (scope is not null) scope.Value = item;
            else variable.Assign(renderer, item);
            if (parameters.IsTable) BeginCell(renderer, i, columns);
            var flow = body.ExecuteNested(renderer, Span);
            if (parameters.IsTable) EndCell(renderer, i, columns, flow == Flow.Break || i == count - 1);
            if (flow is Flow.Next or Flow.Continue) continue;
            result = flow == Flow.Return ? flow : Flow.Next;
            break;
        }
        (renderer.Scope, renderer.For) = (outerScope, outerFor);
        if (variable is Local local) local.Unset(renderer);
        return result;
    }

    private void BeginCell(Renderer renderer, int index, int columns)
    {
        if (index % columns == 0) renderer.WriteText($"<tr class=\"row{index / columns + 1}\">", Span);
        renderer.WriteText($"<td class=\"col{index % columns + 1}\">", Span);
    }

    private void EndCell(Renderer renderer, int index, int columns, bool last) =>
        renderer.WriteText(last || (index + 1) % columns == 0 ? "</td></tr>\n" : "</td>", Span);

    private bool TryWindow(Renderer renderer, long total, out long first, out long count)
    {
        count = 0;
        if (!TryNumber(renderer, parameters.Offset, 0, out var offset) | !TryNumber(renderer, parameters.Limit, 0, out var limit))
        {
            first = 0;
            return false;
        }
        first = Math.Min(offset, total);
        // A limit of 0 is none.
        count = Math.Min(total - first, limit == 0 ? long.MaxValue : limit);
        return true;
    }

    private static bool TryNumber(Renderer renderer, Expression? expression, int fallback, out int number)
    {
        number = fallback;
        if (expression is null) return true;
        var value = expression.Evaluate(renderer);
        if (value is Fault) return false;
        if (value is null) return true;
        if (value is bool || Numbers.ToLong(value) is not { } given || given < 1 && fallback == 1)
        {
            renderer.Report(TemplateRules.WrongArgument, expression.Span, fallback == 1 ? "this needs a whole number of 1 or more" : "this needs a whole number");
            return false;
        }
        number = (int)Math.Clamp(given, 0, int.MaxValue);
        return true;
    }
}

/// <summary>What follows the list in the head of a loop; null where not given.</summary>
internal sealed record LoopParameters(Expression? Offset, Expression? Limit, bool Reversed, bool IsTable, Expression? Columns);

/// <summary>`while condition … end`.</summary>
internal sealed class While(Expression condition, Block body, SourceSpan span) : Statement(span)
{
    public override Flow Execute(Renderer renderer)
    {
        var outer = renderer.While;
        var state = new LoopState();
        renderer.While = state;
        var result = Flow.Next;
        while (condition.IsTrue(renderer))
        {
            renderer.Step(Span);
            var flow = body.ExecuteNested(renderer, Span);
            state.Index++;
            if (flow is Flow.Next or Flow.Continue) continue;
            result = flow == Flow.Return ? flow : Flow.Next;
            break;
        }
        renderer.While = outer;
        return result;
    }
}
