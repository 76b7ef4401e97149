using System.Numerics;

using static StaticSite.Templating.Functions.Parameters;

namespace StaticSite.Templating.Functions;

/// <summary>`math.…`. Nothing random: the same page comes out each time.</summary>
internal static class MathFunctions
{
    public static readonly FunctionGroup Group = new("math",
        new("abs", [OptionalNumber("value")], c => c[0] is null ? null : Numbers.Compare(c[0]!, 0) < 0 ? Numbers.Negate(c[0]!) : c[0]),
        new("ceil", [Number("value")], c => Rounded(c, Math.Ceiling, decimal.Ceiling)),
        new("floor", [Number("value")], c => Rounded(c, Math.Floor, decimal.Floor)),
        new("round", [Number("value"), OptionalInteger("precision", 0)], Round),
        new("plus", [Any("value"), Any("with")], c => Tree.Operators.Apply(c.Renderer, "+", c[0], c[1], c.Site.Span)),
        new("minus", [Any("value"), Any("with")], c => Tree.Operators.Apply(c.Renderer, "-", c[0], c[1], c.Site.Span)),
        new("times", [Any("value"), Any("with")], c => Tree.Operators.Apply(c.Renderer, "*", c[0], c[1], c.Site.Span)),
        new("divided_by", [Number("value"), Number("divisor")], DividedBy),
        new("modulo", [Any("value"), Any("with")], c => Tree.Operators.Apply(c.Renderer, "%", c[0], c[1], c.Site.Span)),
        new("random", [OptionalAny("min_value"), OptionalAny("max_value")], NotHere),
        new("uuid", [], NotHere),
        new("is_number", [OptionalAny("value")], c => Values.Box(Values.IsNumber(c[0]))),
        new("format", [Any("value"), Words("format"), OptionalText("culture", null)], ObjectFunctions.Format));

    private static object NotHere(Call call) => call.Wrong($"{call.Function.Name} has no value here: the same page comes out each time it is made", "");

    private static object? Rounded(Call call, Func<double, double> real, Func<decimal, decimal> exact) => call[0] switch
    {
        decimal value => exact(value),
        float or double => real(Numbers.ToDouble(call[0]!)),
        var whole => whole,
    };

    private static object? Round(Call call)
    {
        var digits = call.Integer(1);
        return call[0] switch
        {
            int or long or BigInteger => call[0],
            decimal value => Math.Round(value, Math.Clamp(digits, 0, 28), MidpointRounding.ToEven),
            _ => Math.Round(Numbers.ToDouble(call[0]!), Math.Clamp(digits, 0, 15), MidpointRounding.ToEven),
        };
    }

    // By a whole number the result is a whole number, rounded down.
    private static object? DividedBy(Call call)
    {
        var (value, divisor) = (call[0]!, call[1]!);
        if (Numbers.ToDouble(divisor) == 0) return call.Wrong("the divisor is 0");
        var quotient = Numbers.ToDouble(value) / Numbers.ToDouble(divisor);
        if (divisor is not (int or long)) return quotient;
        return Math.Abs(quotient) < 9e18 ? Values.Box((long)Math.Floor(quotient)) : call.Wrong("the quotient is too large");
    }
}
