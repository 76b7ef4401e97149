using System.Globalization;

using static StaticSite.Templating.Functions.Parameters;

namespace StaticSite.Templating.Functions;

/// <summary>`object.…`.</summary>
internal static class ObjectFunctions
{
    public static readonly FunctionGroup Group = new("object",
        new("default", [OptionalAny("value"), Any("default")], c => c[0] is null || c[0] is string { Length: 0 } || c[0] is HtmlString { Value.Length: 0 } ? c[1] : c[0]),
        new("eval", [OptionalAny("value")], Evaluation.Eval),
        new("eval_template", [OptionalAny("value")], Evaluation.EvalTemplate),
        new("from_json", [OptionalText("json", null)], JsonFunctions.From),
        new("to_json", [OptionalAny("value")], JsonFunctions.To),
        new("format", [Any("value"), Words("format"), OptionalText("culture", null)], Format),
        new("has_key", [Any("value"), Words("key")], c => Values.Box(Has(c[0], c.Text(1), out _))),
        new("has_value", [Any("value"), Words("key")], c => Values.Box(Has(c[0], c.Text(1), out var value) && value is not null)),
        new("keys", [Any("value")], c => List(c, Pairs(c[0]).Select(p => (object?)p.Key))),
        new("values", [Any("value")], c => List(c, Pairs(c[0]).Select(p => Values.Normal(p.Value)))),
        new("size", [Any("value")], c => Values.Box(Values.Size(c[0]) ?? Pairs(c[0]).Count())),
        new("kind", [Any("value")], c => KindOf(c[0])),
        new("typeof", [Any("value")], c => TypeOf(c[0])));

    /// <summary>A number or date in a .NET format string; the culture is the invariant one unless named ("fr-FR").</summary>
    public static object? Format(Call call)
    {
        if (call[0] is null) return null;
        if (call[0] is not IFormattable value) return call.Wrong("only numbers and dates can be formatted");
        try
        {
            var format = call.Text(1);
            // Precisions such as N999999999 would make a string of that length; .NET reads a format up to a NUL.
            if (format.Length > 100 || format.AsSpan().ContainsAnyInRange('0', '9') && format.Split(';', ',', '.', ' ', '\0').Any(p => p.Length > 1 && char.IsAsciiLetter(p[0]) && long.TryParse(p.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var precision) && precision > 100))
                return call.Wrong("the format is too long");
            return Cultures.TryGet(call, 2, out var culture, out var finding) ? value.ToString(format, culture) : finding;
        }
        catch (ArgumentOutOfRangeException)
        {
            return call.Wrong("the calendar of this culture does not reach to this date");
        }
        catch (FormatException)
        {
            return call.Wrong($"\"{call.Text(1)}\" is no format for {Tree.Operators.KindOf(call[0])}");
        }
    }

    private static bool Has(object? value, string key, out object? member)
    {
        member = null;
        return value is not null && key != "empty?" && Members.TryGet(value, key, out member);
    }

    private static object List(Call call, IEnumerable<object?> items)
    {
        var list = new ScriptArray(items);
        call.Renderer.ChargeList(list.Count, call.Site.Span);
        return list;
    }

    private static IEnumerable<KeyValuePair<string, object?>> Pairs(object? value) =>
        value is ScriptArray list ? list.Properties?.Members ?? [] : Members.Of(value) ?? [];

    private static string? TypeOf(object? value) => value switch
    {
        null => null,
        string or HtmlString => "string",
        bool => "boolean",
        _ when Values.IsNumber(value) => "number",
        Range => "iterator",
        _ when Values.IsList(value) => "array",
        _ => "object",
    };

    private static string? KindOf(object? value) => value switch
    {
        null => null,
        string or HtmlString => "string",
        bool => "bool",
        int => "int",
        long => "long",
        float => "float",
        double => "double",
        decimal => "decimal",
        System.Numerics.BigInteger => "bigint",
        Range => "range",
        Function => "function",
        _ => TypeOf(value),
    };
}
