using System.Collections;

using StaticSite.Diagnostics;

namespace StaticSite.Templating.Tree;

/// <summary>An expression that can stand on the left of `=`.</summary>
internal abstract class Target(SourceSpan span, int depth) : Expression(span, depth)
{
    public abstract void Assign(Renderer renderer, object? value);

    public override object? Evaluate(Renderer renderer) => CallIfFunction(renderer, EvaluateUncalled(renderer));

    public sealed override object? EvaluateUncalled(Renderer renderer) => Read(renderer, optional: false);

    public sealed override object? EvaluateOptional(Renderer renderer) => CallIfFunction(renderer, Read(renderer, optional: true));

    /// <param name="optional">True: an unknown name is null without a finding.</param>
    protected abstract object? Read(Renderer renderer, bool optional);

    protected static object? ReadTarget(Renderer renderer, Expression target, bool optional) =>
        optional ? target.EvaluateOptional(renderer) : target.Evaluate(renderer);
}

/// <summary>A name without "$".</summary>
internal sealed class Variable(string name, SourceSpan span) : Target(span, 1)
{
    public string Name { get; } = name;

    public override object? Evaluate(Renderer renderer) => CallIfFunction(renderer, renderer.TryGetVariable(Name, out var value) ? value : Unknown(renderer));

    protected override object? Read(Renderer renderer, bool optional) => renderer.TryGetVariable(Name, out var value) || optional ? value : Unknown(renderer);

    private Fault? Unknown(Renderer renderer)
    {
        if (!renderer.Options.Strict) return null;
        return renderer.Report(TemplateRules.UnknownVariable, Span, $"there is no variable \"{Name}\"", Suggestion.For(Name, renderer.VariableNames()));
    }

    public override void Assign(Renderer renderer, object? value) => renderer.SetVariable(Name, value, Span);
}

/// <summary>`$name`.</summary>
internal sealed class Local(string name, LocalNames owner, int slot, SourceSpan span) : Target(span, 1)
{
    public string Name { get; } = name;

    protected override object? Read(Renderer renderer, bool optional)
    {
        if (renderer.Frame.TryGet(owner, slot, Name, out var value) || optional || !renderer.Options.Strict) return value;
        return renderer.Report(TemplateRules.UnknownVariable, Span, $"there is no local variable \"${Name}\" yet", Suggestion.For(Name, renderer.Frame.Names));
    }

    public override void Assign(Renderer renderer, object? value)
    {
        if (renderer.Frame.IsReadOnly(Name)) renderer.Report(TemplateRules.ReadOnly, Span, $"\"${Name}\" is readonly");
        else renderer.Frame.Set(owner, slot, Name, value);
    }

    public void Unset(Renderer renderer) => renderer.Frame.Unset(owner, slot, Name);
}

/// <summary>`$`.</summary>
internal sealed class Arguments(SourceSpan span) : Expression(span, 1)
{
    public override object? Evaluate(Renderer renderer) => renderer.Frame.Arguments;
}

/// <summary>`$0`.</summary>
internal sealed class ArgumentAt(int index, SourceSpan span) : Expression(span, 1)
{
    public override object? Evaluate(Renderer renderer) => CallIfFunction(renderer, EvaluateUncalled(renderer));

    public override object? EvaluateUncalled(Renderer renderer) => renderer.Frame.ArgumentAt(index);
}

/// <summary>`$$`: prints the block given by `wrap`.</summary>
internal sealed class BlockCall(SourceSpan span) : Expression(span, 1)
{
    public override object? Evaluate(Renderer renderer)
    {
        if (renderer.Frame.Block is not { } block)
            return renderer.Report(TemplateRules.UnknownVariable, Span, "\"$$\" has a value only in a function that is called by wrap");
        renderer.EnterCall(Span);
        renderer.Frame.RunBlock(renderer, block);
        renderer.LeaveCall();
        return null;
    }
}

/// <summary>`this`.</summary>
internal sealed class This(SourceSpan span) : Expression(span, 1)
{
    public override object? Evaluate(Renderer renderer) => renderer.This();
}

/// <summary>`target.name` or `target?.name`.</summary>
internal sealed class Member(Expression target, string name, bool conditional, SourceSpan nameSpan)
    : Target(Join(target.Span, nameSpan), target.Depth + 1)
{
    /// <summary>True behind `?.`, also some members further on: null before it gives null.</summary>
    public bool IsGuarded { get; init; }

    // The getter that fitted last time: types rarely change at one place. One reference, replaced as a whole, so threads never see half of it.
    private Known? known;

    private sealed class Known(Type type, TypeShape.Getter getter)
    {
        public readonly Type Type = type;
        public readonly TypeShape.Getter Getter = getter;
    }

    public override object? Evaluate(Renderer renderer)
    {
        // `$.name` makes no list of `$`.
        if (target is Arguments && renderer.Frame.TryGetArgument(name, out var argument)) return CallIfFunction(renderer, argument);
        // A value of the model is never a function.
        return TryReadKnown(renderer, conditional, out var owner, out var value) ? value : CallIfFunction(renderer, ReadFrom(renderer, owner, optional: false));
    }

    protected override object? Read(Renderer renderer, bool optional)
    {
        if (target is Arguments && renderer.Frame.TryGetArgument(name, out var argument)) return argument;
        return TryReadKnown(renderer, optional || conditional, out var owner, out var value) ? value : ReadFrom(renderer, owner, optional);
    }

    private bool TryReadKnown(Renderer renderer, bool optionalOwner, out object? owner, out object? value)
    {
        owner = ReadTarget(renderer, target, optionalOwner);
        if (owner is not null && known is { } last && last.Type == owner.GetType()) return last.Getter.TryGet(owner, out value);
        value = null;
        return false;
    }

    private object? ReadFrom(Renderer renderer, object? owner, bool optional)
    {
        if (owner is null)
        {
            if (optional || IsGuarded || name is "empty?" or "blank?") return null;
            return renderer.Report(TemplateRules.NullMember, nameSpan, $"the value before \".{name}\" is null", "write ?. if it may be missing");
        }
        if (owner is Fault) return owner;
        if (Members.TryGet(owner, name, out var value))
        {
            if (Members.GetterOf(owner, name) is { } getter) known = new(owner.GetType(), getter);
            return value;
        }
        if (target is This && renderer.TryGetVariable(name, out value)) return value;
        if (!renderer.Options.Strict && owner is not FunctionGroup || (optional || conditional) && Members.AreOpen(owner)) return null;
        if (owner is FunctionGroup group)
            return renderer.Report(TemplateRules.UnknownFunction, nameSpan, $"there is no function \"{group.Name}.{name}\"", Suggestion.For(name, group.Names));
        return renderer.Report(TemplateRules.UnknownMember, nameSpan, $"{Described(owner)} has no member \"{name}\"", Suggestion.For(name, Members.NamesOf(owner)));
    }

    public override void Assign(Renderer renderer, object? value)
    {
        var owner = target.Evaluate(renderer);
        switch (owner)
        {
            case Fault:
                return;
            case ScriptObject members:
                renderer.SetMember(members, name, value, nameSpan);
                return;
            case ScriptArray list:
                renderer.SetMember(list.Properties ??= new(), name, value, nameSpan);
                return;
            case null:
                renderer.Report(TemplateRules.NullMember, nameSpan, $"the value before \".{name}\" is null");
                return;
            case FunctionGroup group when group.TryGet(name, out var setting) && setting is Builtin { Assign: { } assign }:
                if (!assign(renderer, value)) renderer.Report(TemplateRules.WrongArgument, nameSpan, $"{group.Name}.{name} cannot be {Operators.KindOf(value)}");
                return;
            default:
                renderer.Report(TemplateRules.ReadOnly, nameSpan, $"\"{name}\" is a member of the model or a built-in, which templates cannot change");
                return;
        }
    }

    private static string Described(object owner) => owner switch
    {
        string or HtmlString => "a string",
        ScriptObject or IDictionary or IReadOnlyDictionary<string, object?> => "the object",
        Range or IEnumerable => "a list",
        bool => "a truth value",
        _ when Values.IsNumber(owner) => "a number",
        _ => "the " + SnakeNames.Snake(owner.GetType().Name),
    };
}

/// <summary>`target[index]`.</summary>
internal sealed class Element(Expression target, Expression index, SourceSpan span) : Target(span, 1 + Math.Max(target.Depth, index.Depth))
{
    /// <summary>True when a `?.` stands before it: of null it gives null.</summary>
    public bool IsGuarded { get; init; }

    protected override object? Read(Renderer renderer, bool optional)
    {
        var owner = ReadTarget(renderer, target, optional);
        var key = index.Evaluate(renderer);
        if (owner is Fault || key is Fault) return Fault.Value;
        if (owner is null)
        {
            return optional || IsGuarded ? null : renderer.Report(TemplateRules.NullMember, Span, "the value before \"[\" is null", "test it, or write ?? behind the whole if it may be missing");
        }
        if (Values.AsText(key) is { } name)
        {
            renderer.ChargeUse(key, Span);
            if (Members.TryGet(owner, name, out var value) || target is This && renderer.TryGetVariable(name, out value)) return value;
            if (optional || !renderer.Options.Strict || Members.AreOpen(owner)) return null;
            return renderer.Report(TemplateRules.UnknownMember, index.Span, $"there is no member \"{name}\"", Suggestion.For(name, Members.NamesOf(owner)));
        }
        if (key is null) return optional ? null : renderer.Report(TemplateRules.WrongOperand, index.Span, "the index is null");
        if (Numbers.ToLong(key) is not { } at) return renderer.Report(TemplateRules.WrongOperand, index.Span, "an index is a whole number or a string");
        // What lies outside is null; negative indices count from the end.
        switch (owner)
        {
            case IList list:
                if (at < 0) at += list.Count;
                return at >= 0 && at < list.Count ? Values.Normal(list[(int)at]) : null;
            case Range range:
                if (at < 0) at += range.Count;
                return at >= 0 && at < range.Count ? range[at] : null;
            case string or HtmlString:
                var text = Values.AsText(owner)!;
                if (at < 0) at += text.Length;
                return at >= 0 && at < text.Length ? text[(int)at].ToString() : null;
            case ScriptObject or IDictionary or IReadOnlyDictionary<string, object?>:
                return Members.TryGet(owner, Formatter.Plain(key), out var member) ? member : null;
            case IEnumerable:
                var items = renderer.ToList(owner, Span);
                if (at < 0) at += items.Count;
                return at >= 0 && at < items.Count ? items[(int)at] : null;
            default:
                return renderer.Options.Strict ? renderer.Report(TemplateRules.WrongOperand, Span, "only lists, objects and strings have elements") : null;
        }
    }

    public override void Assign(Renderer renderer, object? value)
    {
        var owner = target.Evaluate(renderer);
        var key = index.Evaluate(renderer);
        if (owner is Fault || key is Fault) return;
        if (owner is ScriptObject members && key is not null) renderer.SetMember(members, Formatter.Plain(key), value, Span);
        else if (owner is ScriptArray named && Values.AsText(key) is { } name) renderer.SetMember(named.Properties ??= new(), name, value, Span);
        else if (owner is ScriptArray list && Numbers.ToLong(key) is { } at)
        {
            if (at < 0) at += list.Count;
            if (at < 0)
            {
                renderer.Report(TemplateRules.WrongOperand, index.Span, "the index lies before the start of the list");
                return;
            }
            if (at >= list.Count)
            {
                renderer.ChargeGrowth(list.Count, Math.Min(at, int.MaxValue) + 1, Span);
                while (list.Count <= at) list.Add(null);
            }
            list[(int)at] = value;
        }
        else if (owner is null) renderer.Report(TemplateRules.NullMember, Span, "the value before \"[\" is null");
        else renderer.Report(TemplateRules.ReadOnly, Span, "only lists and objects that a template made can be changed, by index or name");
    }
}

/// <summary>`for.index` and its like, of the innermost loop.</summary>
internal sealed class LoopMember(bool isWhile, string name, SourceSpan span) : Expression(span, 1)
{
    private static readonly string[] Names = ["index", "rindex", "first", "last", "even", "odd", "changed", "length", "col", "row"];

    public override object? Evaluate(Renderer renderer)
    {
        if ((isWhile ? renderer.While : renderer.For) is not { } loop)
            return renderer.Report(TemplateRules.UnknownVariable, Span, $"\"{(isWhile ? "while" : "for")}.{name}\" has a value only inside of a loop");
        return name switch
        {
            "index" => Values.Box(loop.Index),
            "first" => Values.Box(loop.Index == 0),
            "even" => Values.Box(loop.Index % 2 == 0),
            "odd" => Values.Box(loop.Index % 2 == 1),
            "rindex" when !isWhile => Values.Box(loop.Length - loop.Index - 1),
            "last" when !isWhile => Values.Box(loop.Index == loop.Length - 1),
            "length" when !isWhile => Values.Box(loop.Length),
            "changed" when !isWhile => Values.Box(loop.Index == 0 || !renderer.AreSame(loop.Current, loop.Previous, Span)),
            "col" when loop.Columns > 0 => Values.Box(loop.Index % loop.Columns + 1),
            "row" when loop.Columns > 0 => Values.Box(loop.Index / loop.Columns + 1),
            _ => renderer.Report(TemplateRules.UnknownMember, Span, $"a loop has no member \"{name}\"", Suggestion.For(name, Names)),
        };
    }
}
