using System.Globalization;

using StaticSite.Templating.Tree;

namespace StaticSite.Templating;

/// <summary>What a parameter of a built-in function takes; other values are converted where that is certain, else reported.</summary>
internal enum ParameterKind { Any, Text, Integer, Number, Truth, List, Function, Rest }

/// <param name="Required">False: <paramref name="Default"/> when left out.</param>
internal sealed record Parameter(string Name, ParameterKind Kind, bool Required = true, object? Default = null);

/// <summary>The functions under one name, `string.…`.</summary>
internal sealed class FunctionGroup
{
    private readonly Dictionary<string, Builtin> functions = new(StringComparer.Ordinal);

    public FunctionGroup(string name, params ReadOnlySpan<Builtin> members)
    {
        Name = name;
        foreach (var member in members)
        {
            functions.Add(member.ShortName, member);
            member.Group = name;
        }
    }

    public string Name { get; }

    /// <summary>What a call of the group itself calls, `date "2024-01-31"`; null when it cannot be called.</summary>
    public Builtin? Called { get; init; }

    public IEnumerable<string> Names => functions.Keys;

    public bool TryGet(string name, out object? function)
    {
        var found = functions.TryGetValue(name, out var builtin);
        function = builtin;
        return found;
    }

    public override string ToString() => Name;
}

/// <summary>A function written in C#. Arguments reach its body converted to the kinds of its parameters, in their order.</summary>
internal sealed class Builtin(string name, Parameter[] parameters, Func<Call, object?> body) : Function
{
    public string ShortName { get; } = name;

    /// <summary>The group it stands in; null at the top.</summary>
    public string? Group { get; set; }

    public override string Name => Group is null ? ShortName : Group + "." + ShortName;

    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>For the few names that templates may assign, `date.format`: takes the value, or gives false when it cannot be taken. Null for all others.</summary>
    public Func<Renderer, object?, bool>? Assign { get; init; }

    public override object? Invoke(Renderer renderer, Expression site, CallArguments arguments)
    {
        var count = arguments.Count;
        renderer.Step(1 + count / 8, site.Span);
        var rest = parameters.Length > 0 && parameters[^1].Kind == ParameterKind.Rest;
        if (!rest && count > parameters.Length)
            return renderer.Report(TemplateRules.WrongArgument, site.Span, $"{Name} takes {Count(parameters.Length)}, not {count}", Signature());
        var given = Math.Min(count, rest ? parameters.Length - 1 : parameters.Length);
        var values = arguments.Values;
        // Nearly every call has all its values where they belong.
        if (rest || given < parameters.Length || arguments.Names.Length > 0)
        {
            values = new object?[parameters.Length];
            arguments.ByPosition[..given].CopyTo(values);
            if (rest) values[^1] = new ScriptArray(arguments.ByPosition[given..].ToArray());
        }
        var set = 0L;
        for (var i = 0; i < arguments.Names.Length; i++)
        {
            var name = arguments.Names[i];
            var index = Array.FindIndex(parameters, p => p.Name == name && p.Kind != ParameterKind.Rest);
            if (index < 0) return renderer.Report(TemplateRules.WrongArgument, site.Span, $"{Name} has no parameter \"{name}\"", Signature());
            if (index < given) return renderer.Report(TemplateRules.WrongArgument, site.Span, $"the parameter \"{name}\" of {Name} is given twice", Signature());
            values[index] = arguments.Values[count + i];
            set |= 1L << index;
        }
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = parameters[i];
            if (parameter.Kind == ParameterKind.Rest) continue;
            if (i >= given && (set & 1L << i) == 0)
            {
                if (parameter.Required) return renderer.Report(TemplateRules.WrongArgument, site.Span, $"{Name} needs the argument \"{parameter.Name}\"", Signature());
                values[i] = parameter.Default;
                continue;
            }
            if (values[i] is Fault) return Fault.Value;
            // Most functions read or copy each text once; reading a number from a text or writing a long one is work too.
            if (Values.AsText(values[i]) is { } text) renderer.Charge(text.Length, site.Span);
            else renderer.ChargeUse(values[i], site.Span);
            if (!TryConvert(values[i], parameter, out var converted))
            {
                return renderer.Report(TemplateRules.WrongArgument, site.Span, $"the argument \"{parameter.Name}\" of {Name} must be {Article(parameter.Kind)}", Signature());
            }
            values[i] = converted;
        }
        var result = body(new(renderer, site, this, values));
        // What became longer than its arguments; a function that can make it much longer asks before.
        if (Values.AsText(result) is { } made) renderer.ChargeText(made.Length, site.Span);
        return result;
    }

    private string Signature() =>
        $"write {Name}{string.Concat(parameters.Select(p => p.Kind == ParameterKind.Rest ? $" {p.Name}…" : p.Required ? $" {p.Name}" : $" [{p.Name}]"))}";

    /// <summary>"at most 3 arguments".</summary>
    public static string Count(int count) => count switch
    {
        0 => "no argument",
        1 => "at most one argument",
        _ => $"at most {count} arguments",
    };

    private static string Article(ParameterKind kind) => kind switch
    {
        ParameterKind.Integer => "a whole number",
        ParameterKind.Number => "a number",
        ParameterKind.List => "a list",
        ParameterKind.Function => "a function (with @ before its name)",
        ParameterKind.Text => "text",
        _ => "of another kind",
    };

    // null stays null where text or a list is asked for; functions take it for "" and []. As a number it is 0, objects are lists of pairs.
    private static bool TryConvert(object? value, Parameter parameter, out object? converted)
    {
        converted = value;
        switch (parameter.Kind)
        {
            case ParameterKind.Text:
                if (value is null)
                {
                    converted = parameter.Default;
                    return true;
                }
                converted = Values.AsText(value) ?? (Formatter.IsSimple(value) ? Formatter.Plain(value) : null);
                return converted is not null;
            case ParameterKind.Integer:
                if (value is null) converted = parameter.Required ? 0L : parameter.Default;
                else if (value is string text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed)) converted = parsed;
                else converted = Numbers.ToLong(value);
                return converted is not null;
            case ParameterKind.Number:
                if (value is null) converted = parameter.Required ? Values.Box(0) : parameter.Default;
                else if (value is string digits && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)) converted = real;
                return converted is null || Values.IsNumber(converted);
            case ParameterKind.Truth:
                converted = Values.Box(Values.IsTrue(value));
                return true;
            case ParameterKind.List:
                if (Pairs.Of(value) is { } pairs) converted = pairs;
                return value is null || Values.IsList(converted);
            case ParameterKind.Function:
                return value is Function || value is null && !parameter.Required;
            default:
                return true;
        }
    }
}

/// <summary>One call of a built-in function: its arguments, converted, by their place among the parameters.</summary>
internal readonly record struct Call(Renderer Renderer, Expression Site, Builtin Function, object?[] Values)
{
    public object? this[int index] => Values[index];

    public string Text(int index) => (string?)Values[index] ?? "";

    /// <summary>A whole number, brought into the range of int.</summary>
    public int Integer(int index) => (int)Math.Clamp(Convert.ToInt64(Values[index], CultureInfo.InvariantCulture), int.MinValue, int.MaxValue);

    public bool Truth(int index) => Values[index] is true;

    public bool IsInteger(int index) => Function.Parameters[index].Kind == ParameterKind.Integer;

    /// <summary>Calls the function that an argument is.</summary>
    public object? Apply(int index, object?[] arguments)
    {
        Renderer.EnterCall(Site.Span);
        var result = ((Function)Values[index]!).Invoke(Renderer, Site, new(arguments, []));
        Renderer.LeaveCall();
        return result;
    }

    /// <summary>The elements of a list argument; null gives none. Charged against the limits.</summary>
    public ScriptArray List(int index) => Renderer.ToList(Values[index], Site.Span);

    /// <summary>The same, when the function only reads them.</summary>
    public ScriptArray Read(int index) => Renderer.ToList(Values[index], Site.Span, kept: false);

    /// <summary>A finding about this call; gives the value that stays silent from here on.</summary>
    public object Wrong(string message, string hint = "") => Renderer.Report(TemplateRules.WrongArgument, Site.Span, message, hint);
}
