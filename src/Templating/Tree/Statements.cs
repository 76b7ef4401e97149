using System.Collections;
using System.Runtime.CompilerServices;

using StaticSite.Diagnostics;

namespace StaticSite.Templating.Tree;

/// <summary>How a statement ended: on to the next one, or out of a loop or function.</summary>
internal enum Flow { Next, Break, Continue, Return }

internal abstract class Statement(SourceSpan span)
{
    public SourceSpan Span { get; } = span;

    public abstract Flow Execute(Renderer renderer);
}

/// <summary>Statements in order.</summary>
/// <param name="depth">Blocks around this one.</param>
internal sealed class Block(Statement[] statements, int depth)
{
    // Each takes some hundred bytes of the stack, and what is surely left is enough for many: only every eighth looks whether there is more.
    private readonly bool looksAtStack = depth % 8 == 7;

    private readonly SourceSpan span = statements is [var first, ..] ? first.Span : default;

    public IReadOnlyList<Statement> Statements => statements;

    public Flow Execute(Renderer renderer)
    {
        renderer.Step(statements.Length, span);
        foreach (var statement in statements)
        {
            var flow = statement.Execute(renderer);
            if (flow != Flow.Next) return flow;
        }
        return Flow.Next;
    }

    /// <summary>For blocks inside of others: makes sure that there is stack left.</summary>
    public Flow ExecuteNested(Renderer renderer, SourceSpan span)
    {
        if (looksAtStack && !RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw renderer.Exceeded(span, "the template is nested too deep", "");
        return Execute(renderer);
    }
}

/// <summary>Text outside of code.</summary>
internal sealed class TextStatement(string text, SourceSpan span) : Statement(span)
{
    public override Flow Execute(Renderer renderer)
    {
        renderer.WriteText(text, Span);
        return Flow.Next;
    }
}

/// <summary>An expression whose value is printed.</summary>
/// <param name="indent">White space before the code block when that stands alone on its line: further lines of the value get it too.</param>
internal sealed class PrintStatement(Expression expression, string? indent) : Statement(expression.Span)
{
    public Expression Expression => expression;

    public override Flow Execute(Renderer renderer)
    {
        if (indent is null)
        {
            expression.Write(renderer);
            return Flow.Next;
        }
        var outer = renderer.BeginIndent(indent, Span);
        expression.Write(renderer);
        renderer.EndIndent(outer);
        return Flow.Next;
    }
}

/// <summary>An expression that is evaluated and not printed: `x++`.</summary>
internal sealed class SilentStatement(Expression expression) : Statement(expression.Span)
{
    public override Flow Execute(Renderer renderer)
    {
        expression.Evaluate(renderer);
        return Flow.Next;
    }
}

/// <summary>`target = value`, `target += value`.</summary>
/// <param name="sign">Operator of a compound assignment, "+"; null for a plain one.</param>
internal sealed class Assignment(Target target, string? sign, Expression value, SourceSpan span) : Statement(span)
{
    public override Flow Execute(Renderer renderer)
    {
        if (sign == "??")
        {
            if (Values.IsNull(target.EvaluateOptional(renderer))) target.Assign(renderer, value.Evaluate(renderer));
            return Flow.Next;
        }
        var result = value.Evaluate(renderer);
        if (sign is not null) result = Operators.Apply(renderer, sign, target.Evaluate(renderer), result, Span);
        target.Assign(renderer, result);
        return Flow.Next;
    }
}

/// <summary>Declares a function under a name.</summary>
internal sealed class Declaration(Target target, TemplateFunction function, SourceSpan span) : Statement(span)
{
    public override Flow Execute(Renderer renderer)
    {
        target.Assign(renderer, function);
        return Flow.Next;
    }
}

/// <summary>`if … else if … else … end`: the first branch whose condition is true; a null condition is `else`.</summary>
internal sealed class If((Expression? Condition, Block Body)[] branches, SourceSpan span) : Statement(span)
{
    public override Flow Execute(Renderer renderer)
    {
        foreach (var (condition, body) in branches)
        {
            renderer.Step(Span);
            if (condition is null || condition.IsTrue(renderer)) return body.ExecuteNested(renderer, Span);
        }
        return Flow.Next;
    }
}

/// <summary>`case value … when a, b … else … end`.</summary>
internal sealed class Case(Expression value, (Expression[] Values, Block Body)[] branches, Block? otherwise, SourceSpan span) : Statement(span)
{
    public override Flow Execute(Renderer renderer)
    {
        var tested = value.Evaluate(renderer);
        if (tested is Fault) return Flow.Next;
        foreach (var (values, body) in branches)
            foreach (var candidate in values)
            {
                renderer.Step(candidate.Span);
                if (renderer.AreEqual(tested, candidate.Evaluate(renderer), candidate.Span)) return body.ExecuteNested(renderer, Span);
            }
        return otherwise?.ExecuteNested(renderer, Span) ?? Flow.Next;
    }
}

/// <summary>`break`, `continue`.</summary>
internal sealed class Jump(Flow flow, SourceSpan span) : Statement(span)
{
    public override Flow Execute(Renderer renderer)
    {
        if (renderer.For is not null || renderer.While is not null) return flow;
        renderer.Report(TemplateRules.Syntax, Span, $"\"{(flow == Flow.Break ? "break" : "continue")}\" stands outside of a loop");
        return Flow.Next;
    }
}

/// <summary>`ret value`.</summary>
internal sealed class Return(Expression? value, SourceSpan span) : Statement(span)
{
    public override Flow Execute(Renderer renderer)
    {
        renderer.Returned = value?.Evaluate(renderer);
        return Flow.Return;
    }
}

/// <summary>`capture target … end`.</summary>
internal sealed class Capture(Target target, Block body, SourceSpan span) : Statement(span)
{
    public override Flow Execute(Renderer renderer)
    {
        var flow = Flow.Next;
        var text = renderer.Capture(() => flow = body.ExecuteNested(renderer, Span), Span);
        target.Assign(renderer, renderer.Captured(text));
        return flow;
    }
}

/// <summary>`with value … end`.</summary>
internal sealed class With(Expression value, Block body, SourceSpan span) : Statement(span)
{
    public override Flow Execute(Renderer renderer)
    {
        var target = value.Evaluate(renderer);
        if (target is Fault) return Flow.Next;
        if (target is null)
        {
            renderer.Report(TemplateRules.NullMember, value.Span, "the value of with is null");
            return Flow.Next;
        }
        var outer = renderer.Scope;
        renderer.Scope = target is ScriptObject members ? new ObjectScope(members, outer) : new ModelScope(target, outer);
        var flow = body.ExecuteNested(renderer, Span);
        renderer.Scope = outer;
        return flow;
    }
}

/// <summary>`wrap f a b … end`.</summary>
internal sealed class Wrap(Expression call, Block body, SourceSpan span) : Statement(span)
{
    public override Flow Execute(Renderer renderer)
    {
        var site = call as CallExpression ?? new CallExpression(call, [], call.Span);
        if (site.Find(renderer) is not { } function || !site.TryEvaluateArguments(renderer, out var values)) return Flow.Next;
        if (function is TemplateFunction declared) renderer.Print(declared.Invoke(renderer, site, values, new(body, renderer.Frame)), Span);
        else renderer.Report(TemplateRules.WrongArgument, call.Span, $"{function.Name} takes no block", "wrap needs a function that a template declares");
        return Flow.Next;
    }
}

/// <summary>`import value`: its members become variables; readonly ones keep their value.</summary>
internal sealed class ImportStatement(Expression value, SourceSpan span) : Statement(span)
{
    public override Flow Execute(Renderer renderer)
    {
        var source = value.Evaluate(renderer);
        if (source is Fault) return Flow.Next;
        if (source is not (ScriptObject or FunctionGroup or IDictionary or IReadOnlyDictionary<string, object?>) && (source is null or IEnumerable or Function || Formatter.IsSimple(source)))
        {
            renderer.Report(TemplateRules.WrongOperand, value.Span, $"import needs an object, not {Operators.KindOf(source)}");
            return Flow.Next;
        }
        foreach (var name in Members.NamesOf(source!).ToList())
        {
            renderer.Step(4, Span);
            if ((renderer.This() as ScriptObject)?.ReadOnly?.Contains(name) == true) continue;
            if (Members.TryGet(source!, name, out var member)) renderer.SetVariable(name, member, Span);
        }
        return Flow.Next;
    }
}

/// <summary>`readonly name`.</summary>
internal sealed class Close(Target target, SourceSpan span) : Statement(span)
{
    public override Flow Execute(Renderer renderer)
    {
        if (target is Local local) renderer.Frame.Close(local.Name);
        else if (target is Variable variable && renderer.This() is ScriptObject members) (members.ReadOnly ??= new(StringComparer.Ordinal)).Add(variable.Name);
        return Flow.Next;
    }
}
