using System.Globalization;
using System.Numerics;

namespace StaticSite.Templating;

/// <summary>Arithmetic: int grows to long and on to BigInteger; decimal beats double, double beats float, any real number beats whole ones.</summary>
internal static class Numbers
{
    // Bits of a whole number; more is a limit, since products double the size.
    private const int MaxBits = 64 * 1024;

    private enum Kind { Int, Long, Big, Float, Double, Decimal }

    /// <summary>The result; null when it is not defined (division by zero) or too large.</summary>
    public static object? Compute(string sign, object left, object right)
    {
        if (left is int a && right is int b && Compute(sign, a, b) is { } small) return small;
        var kind = (Kind)Math.Max((int)KindOf(left), (int)KindOf(right));
        return sign switch
        {
            // Whole numbers divide to a real one.
            "/" when kind <= Kind.Big => Divide(left, right),
            "<<" or ">>" => Shift(sign, left, right),
            _ => kind switch
            {
                Kind.Int or Kind.Long or Kind.Big => Whole(sign, ToBig(left), ToBig(right)),
                Kind.Float => (float)Real(sign, ToDouble(left), ToDouble(right)),
                Kind.Double => Real(sign, ToDouble(left), ToDouble(right)),
                _ => Exact(sign, left, right),
            },
        };
    }

    /// <summary>What two small whole numbers give, comparisons too; null for other operators and where there is no result.</summary>
    public static object? Compute(string sign, int left, int right) => sign switch
    {
        "+" => Values.Box((long)left + right),
        "-" => Values.Box((long)left - right),
        "*" => Values.Box((long)left * right),
        "//" when right != 0 => Values.Box((long)left / right),
        "%" when right != 0 => Values.Box((long)left % right),
        "==" => Values.Box(left == right),
        "!=" => Values.Box(left != right),
        "<" => Values.Box(left < right),
        ">" => Values.Box(left > right),
        "<=" => Values.Box(left <= right),
        ">=" => Values.Box(left >= right),
        _ => null,
    };

    public static object? Negate(object value) => value switch
    {
        int n when n != int.MinValue => Values.Box(-n),
        float n => -n,
        double n => -n,
        decimal n => -n,
        _ => Narrow(-ToBig(value)),
    };

    public static int Compare(object left, object right)
    {
        if (left is int a && right is int b) return a.CompareTo(b);
        var kind = (Kind)Math.Max((int)KindOf(left), (int)KindOf(right));
        return kind switch
        {
            Kind.Int or Kind.Long or Kind.Big => ToBig(left).CompareTo(ToBig(right)),
            Kind.Decimal when ToDecimal(left) is { } x && ToDecimal(right) is { } y => x.CompareTo(y),
            _ => ToDouble(left).CompareTo(ToDouble(right)),
        };
    }

    public static double ToDouble(object value) => value is BigInteger big ? (double)big : Convert.ToDouble(value, CultureInfo.InvariantCulture);

    /// <summary>A whole number; a real one is rounded half to even as Scriban does; null when it is no number or does not fit.</summary>
    public static long? ToLong(object? value) => value switch
    {
        int n => n,
        long n => n,
        BigInteger n when n >= long.MinValue && n <= long.MaxValue => (long)n,
        float or double when ToDouble(value) is var n && Math.Abs(n) < 9e18 => (long)Math.Round(n),
        decimal n when Math.Abs(n) < 9e18m => (long)Math.Round(n),
        bool truth => truth ? 1 : 0,
        _ => null,
    };

    public static decimal? ToDecimal(object value)
    {
        switch (value)
        {
            case decimal n: return n;
            case int n: return n;
            case long n: return n;
            case BigInteger n: return BigInteger.Abs(n) <= (BigInteger)decimal.MaxValue ? (decimal)n : null;
            default:
                var real = ToDouble(value);
                return Math.Abs(real) < 7.9e28 ? (decimal)real : null;
        }
    }

    public static BigInteger ToBig(object value) => value switch
    {
        int n => n,
        long n => n,
        BigInteger n => n,
        _ => new BigInteger(ToDouble(value)),
    };

    /// <summary>The smallest kind that holds the number; null when it is beyond every limit.</summary>
    public static object? Narrow(BigInteger value)
    {
        if (value >= long.MinValue && value <= long.MaxValue) return Values.Box((long)value);
        return value.GetBitLength() > MaxBits ? null : value;
    }

    private static Kind KindOf(object value) => value switch
    {
        int => Kind.Int,
        long => Kind.Long,
        BigInteger => Kind.Big,
        float => Kind.Float,
        double => Kind.Double,
        _ => Kind.Decimal,
    };

    private static object? Divide(object left, object right)
    {
        var divisor = ToDouble(right);
        return divisor == 0 ? null : ToDouble(left) / divisor;
    }

    private static object? Whole(string sign, BigInteger left, BigInteger right) => sign switch
    {
        "+" => Narrow(left + right),
        "-" => Narrow(left - right),
        "*" => left.GetBitLength() + right.GetBitLength() > MaxBits ? null : Narrow(left * right),
        "//" => right.IsZero ? null : Narrow(BigInteger.Divide(left, right)),
        _ => right.IsZero ? null : Narrow(BigInteger.Remainder(left, right)),
    };

    private static double Real(string sign, double left, double right) => sign switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => left / right,
        "//" => Math.Round(left / right),
        _ => left % right,
    };

    private static object? Exact(string sign, object left, object right)
    {
        if (ToDecimal(left) is not { } a || ToDecimal(right) is not { } b) return Real(sign, ToDouble(left), ToDouble(right));
        try
        {
            return sign switch
            {
                "+" => a + b,
                "-" => a - b,
                "*" => a * b,
                _ when b == 0 => null,
                "/" => a / b,
                "//" => Math.Round(a / b),
                _ => a % b,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static object? Shift(string sign, object left, object right)
    {
        if (KindOf(left) > Kind.Big || ToLong(right) is not { } bits || bits is < -MaxBits or > MaxBits) return null;
        return Narrow(sign == "<<" ? ToBig(left) << (int)bits : ToBig(left) >> (int)bits);
    }
}
