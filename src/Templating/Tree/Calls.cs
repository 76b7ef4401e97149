using StaticSite.Diagnostics;

namespace StaticSite.Templating.Tree;

/// <summary>An argument; Name is null when it goes by position.</summary>
internal readonly record struct Argument(string? Name, Expression Value);

/// <summary>`f a b`, `f(a, b)`, `x | f a`.</summary>
internal sealed class CallExpression(Expression callee, Argument[] arguments, SourceSpan span)
    : Expression(span, 1 + Math.Max(callee.Depth, arguments.Select(a => a.Value.Depth).DefaultIfEmpty().Max()))
{
    // Nearly every call knows how many values it passes: no argument is expanded.
    private readonly bool isPlain = !Array.Exists(arguments, a => a.Value is Expand);
    private readonly string[] names = [.. arguments.Where(a => a.Name is not null).Select(a => a.Name!)];

    public Expression Callee { get; } = callee;
    public IReadOnlyList<Argument> Arguments => arguments;

    /// <summary>True for `f(…)`, which may turn out to declare a function.</summary>
    public bool Parenthesized { get; init; }

    public override object? Evaluate(Renderer renderer) => Invoke(renderer, printed: false);

    // `include` as a statement writes straight to the output.
    public override void Write(Renderer renderer) => renderer.Print(Invoke(renderer, printed: true), Span);

    public Function? Find(Renderer renderer)
    {
        if (Callee is Variable { Name: var name })
        {
            var known = renderer.TryGetVariable(name, out var value);
            if (value is Function function) return function;
            if (value is FunctionGroup { Called: { } called }) return called;
            if (value is Fault) return null;
            ReportUnknown(renderer, name, known);
        }
        else
        {
            var value = Callee.EvaluateUncalled(renderer);
            if (value is Function function) return function;
            if (value is not Fault) renderer.Report(TemplateRules.UnknownFunction, Callee.Span, "this is no function and takes no arguments");
        }
        return null;
    }

    private void ReportUnknown(Renderer renderer, string name, bool known)
    {
        var functions = renderer.VariableNames().Where(n => renderer.TryGetVariable(n, out var value) && value is Function);
        renderer.Report(TemplateRules.UnknownFunction, Callee.Span, known ? $"\"{name}\" is no function and takes no arguments" : $"there is no function \"{name}\"", known ? "" : Suggestion.For(name, functions));
    }

    /// <summary>The values of the arguments; false when one of them could not be computed.</summary>
    public bool TryEvaluateArguments(Renderer renderer, out CallArguments values)
    {
        var complete = true;
        if (isPlain)
        {
            var passed = new object?[arguments.Length];
            var (at, namedAt) = (0, arguments.Length - names.Length);
            foreach (var argument in arguments)
            {
                var value = argument.Value.Evaluate(renderer);
                if (value is Fault) complete = false;
                passed[argument.Name is null ? at++ : namedAt++] = value;
            }
            values = new(passed, names);
            return complete;
        }
        var (positional, named) = (new List<object?>(arguments.Length), new List<object?>());
        foreach (var argument in arguments)
        {
            var value = argument.Value.Evaluate(renderer);
            if (value is Fault) complete = false;
            if (argument.Name is not null) named.Add(value);
            else if (argument.Value is Expand && Values.IsList(value)) positional.AddRange(renderer.ToList(value, argument.Value.Span));
            else positional.Add(value);
        }
        values = new([.. positional, .. named], names);
        return complete;
    }

    private object? Invoke(Renderer renderer, bool printed)
    {
        var function = Find(renderer);
        if (!TryEvaluateArguments(renderer, out var values) || function is null) return Fault.Value;
        if (printed && function is IncludeFunction include)
        {
            include.Write(renderer, this, values);
            return null;
        }
        return function.Invoke(renderer, this, values);
    }
}

/// <summary>A parameter of a function that a template declares.</summary>
/// <param name="Default">Value when left out; null when it has none.</param>
/// <param name="IsRest">True: takes all further arguments as a list.</param>
internal sealed record TemplateParameter(string Name, Expression? Default, bool IsRest);

/// <summary>A function that a template declares. Its output goes where it is called; its value is that of `ret`.</summary>
/// <param name="name">Empty for an anonymous one.</param>
/// <param name="parameters">null for a simple function, whose arguments are in `$` only and which shares its caller's variables.</param>
/// <param name="result">The value of an inline function; null for one with a body.</param>
internal sealed class TemplateFunction(string name, TemplateParameter[]? parameters, Block? body, Expression? result, LocalNames locals) : Function
{
    public override string Name => name.Length == 0 ? "this function" : name;

    /// <summary>The local variable that it was declared as, which it knows inside too and so can call itself; null for others.</summary>
    public Local? Self { get; init; }

    public override object? Invoke(Renderer renderer, Expression site, CallArguments arguments) => Invoke(renderer, site, arguments, null);

    public object? Invoke(Renderer renderer, Expression site, CallArguments arguments, WrappedBlock? block)
    {
        var (scope, frame, forLoop, whileLoop) = (renderer.Scope, renderer.Frame, renderer.For, renderer.While);
        renderer.EnterCall(site.Span);
        renderer.Charge(4L * arguments.Count + locals.Count, site.Span);
        try
        {
            if (parameters is not null)
            {
                if (!TryBind(renderer, site, arguments, out var bound)) return Fault.Value;
                renderer.Scope = new ObjectScope(bound, scope);
            }
            renderer.EnterFrame(locals, arguments, block);
            Self?.Assign(renderer, this);
            if (result is not null) return result.Evaluate(renderer);
            var flow = body!.Execute(renderer);
            var returned = flow == Flow.Return ? renderer.Returned : null;
            renderer.Returned = null;
            return returned;
        }
        finally
        {
            renderer.LeaveCall();
            if (renderer.Frame != frame) renderer.LeaveFrame(frame);
            (renderer.Scope, renderer.For, renderer.While) = (scope, forLoop, whileLoop);
        }
    }

    private bool TryBind(Renderer renderer, Expression site, CallArguments given, out ScriptObject bound)
    {
        bound = new();
        for (var i = 0; i < parameters!.Length; i++)
        {
            var parameter = parameters[i];
            if (parameter.IsRest) bound.Members[parameter.Name] = new ScriptArray(given.ByPosition[Math.Min(i, given.Count)..].ToArray());
            else if (i < given.Count) bound.Members[parameter.Name] = given.Values[i];
            else if (Array.IndexOf(given.Names, parameter.Name) is >= 0 and var at) bound.Members[parameter.Name] = given.Values[given.Count + at];
            else if (parameter.Default is { } value) bound.Members[parameter.Name] = value.Evaluate(renderer);
            else
            {
                renderer.Report(TemplateRules.WrongArgument, site.Span, $"{Name} needs the argument \"{parameter.Name}\"", Signature());
                return false;
            }
        }
        if (given.Count > parameters.Length && parameters is not [.., { IsRest: true }])
        {
            renderer.Report(TemplateRules.WrongArgument, site.Span, $"{Name} takes {Builtin.Count(parameters.Length)}, not {given.Count}", Signature());
            return false;
        }
        foreach (var name in given.Names)
        {
            if (Array.Exists(parameters, p => p.Name == name)) continue;
            renderer.Report(TemplateRules.WrongArgument, site.Span, $"{Name} has no parameter \"{name}\"", Signature());
            return false;
        }
        return true;
    }

    private string Signature() =>
        $"write {Name}{string.Concat(parameters!.Select(p => p.IsRest ? $" {p.Name}…" : p.Default is null ? $" {p.Name}" : $" [{p.Name}]"))}";
}

/// <summary>`do … end` as a value.</summary>
internal sealed class AnonymousFunction(TemplateFunction function, SourceSpan span) : Expression(span, 2)
{
    public override object? Evaluate(Renderer renderer) => function;
}
