using System.Collections;
using System.Globalization;
using System.Numerics;

namespace StaticSite.Templating;

/// <summary>An object made by a template, `{a: 1}`: members in the order in which they were added.</summary>
internal sealed class ScriptObject
{
    public MemberMap Members { get; } = [];

    /// <summary>Names that `readonly` closed; null when none.</summary>
    public HashSet<string>? ReadOnly { get; set; }
}

/// <summary>A list made by a template, `[1, 2]`; may carry members as well.</summary>
internal sealed class ScriptArray : List<object?>
{
    public ScriptArray() { }
    public ScriptArray(int capacity) : base(capacity) { }
    public ScriptArray(IEnumerable<object?> items) : base(items) { }

    /// <summary>Members beside the elements: `list.x = 1`, named arguments of `$`; null when none.</summary>
    public ScriptObject? Properties { get; set; }
}

/// <summary>Whole numbers from a first one, counting up or down; becomes a list only where one is needed.</summary>
/// <param name="Count">0 or more.</param>
internal sealed record Range(long First, long Count, bool Down)
{
    public object this[long index] => Values.Box(Down ? First - index : First + index);
}

/// <summary>Stands for a value that could not be computed and was reported: whatever is done with it stays silent.</summary>
internal sealed class Fault
{
    public static readonly Fault Value = new();
}

/// <summary>`empty` and `blank`: equal to every list and object without elements, and to no string.</summary>
internal sealed class Empty
{
    public static readonly Empty Value = new();
}

/// <summary>What the language says about single values: truth, kinds, equality, order.</summary>
internal static class Values
{
    public static readonly object True = true;
    public static readonly object False = false;

    private static readonly object[] Small = [.. Enumerable.Range(-16, 1040).Select(n => (object)n)];

    public static object Box(bool value) => value ? True : False;

    public static object Box(int value) => value is >= -16 and < 1024 ? Small[value + 16] : value;

    public static object Box(long value) => value is >= int.MinValue and <= int.MaxValue ? Box((int)value) : value;

    /// <summary>Only null and false are false (and what could not be computed).</summary>
    public static bool IsTrue(object? value) => value switch
    {
        null or Fault or Empty => false,
        bool truth => truth,
        _ => true,
    };

    public static bool IsNull(object? value) => value is null or Fault;

    public static bool IsNumber(object? value) => value is int or long or double or float or decimal or BigInteger;

    /// <summary>The characters of a string, HTML or not; null when the value is something else.</summary>
    public static string? AsText(object? value) => value switch
    {
        string text => text,
        HtmlString html => html.ToString(),
        _ => null,
    };

    /// <summary>A value of the model as templates see it: enums are snake_case names, small integers are int, an ImmutableArray is its array, or empty when it has none.</summary>
    public static object? Normal(object? value) => value switch
    {
        null or string or int or long or double or decimal => value,
        bool truth => Box(truth),
        char c => c.ToString(),
        Enum name => SnakeNames.Of(name),
        ScriptObject or ScriptArray or HtmlString or object?[] => value,
        byte or sbyte or short or ushort => Box(Convert.ToInt32(value, CultureInfo.InvariantCulture)),
        uint u => Box((long)u),
        ulong u => u <= long.MaxValue ? Box((long)u) : new BigInteger(u),
        IList list => TypeShape.Of(list.GetType()).Elements(list),
        _ => value,
    };

    /// <summary>The number of elements of a list, string or object; null when the value has none.</summary>
    public static int? Size(object? value) => value switch
    {
        string text => text.Length,
        HtmlString html => html.ToString().Length,
        Range range => (int)Math.Min(range.Count, int.MaxValue),
        ICollection collection => collection.Count,
        ScriptObject members => members.Members.Count,
        IReadOnlyDictionary<string, object?> members => members.Count,
        IReadOnlyCollection<object?> collection => collection.Count,
        IEnumerable sequence => sequence.Cast<object?>().Count(),
        Empty => 0,
        _ => null,
    };

    /// <summary>A date with or without time; null when the value is something else.</summary>
    public static DateTime? AsDate(object? value) => value switch
    {
        DateTime date => date,
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        DateTimeOffset date => date.DateTime,
        _ => null,
    };

    /// <summary>What `.empty?` says: of numbers, truth values and dates always false.</summary>
    public static bool IsEmpty(object? value) => value is null or Fault || Size(value) == 0;

    /// <summary>What `== empty` says: null of null, false of strings and of what has no elements.</summary>
    public static bool? IsEmptyList(object? value) => value is null or Fault ? null : AsText(value) is null && Size(value) == 0;

    /// <summary>The same kind of value and the same value: 1 is not "1", nor 1.0, and a list is only the same as itself.</summary>
    public static bool AreSame(object? left, object? right) =>
        AsText(left) is { } text ? string.Equals(text, AsText(right), StringComparison.Ordinal) : Equals(left, right);

    /// <summary>True for values that `for` walks through element by element: not strings, not objects.</summary>
    public static bool IsList(object? value) =>
        value is Range or IEnumerable && value is not (string or IDictionary or IReadOnlyDictionary<string, object?>);

    /// <summary>Lists are equal when their elements are, down to 20 levels and 100,000 elements; beyond that they count as different.</summary>
    public static bool AreEqual(object? left, object? right) => AreEqual(left, right, out _);

    /// <param name="work">What it took, in characters that are read: comparing texts is fast, comparing elements and long numbers is not.</param>
    public static bool AreEqual(object? left, object? right, out long work)
    {
        var elements = 0;
        work = 0;
        var equal = AreEqual(left, right, 20, ref elements, ref work);
        work += 4L * elements;
        return equal;
    }

    private static bool AreEqual(object? left, object? right, int depth, ref int elements, ref long work)
    {
        if (ReferenceEquals(left, right)) return true;
        work += WorkOf(left) + WorkOf(right);
        if (left is Empty || right is Empty) return IsEmptyList(left is Empty ? right : left) ?? false;
        if (IsNull(left) || IsNull(right)) return IsNull(left) && IsNull(right);
        if (AsText(left) is { } text) return string.Equals(text, AsText(right) ?? Formatter.Plain(right), StringComparison.Ordinal);
        if (AsText(right) is { } other) return string.Equals(Formatter.Plain(left), other, StringComparison.Ordinal);
        if (IsNumber(left) && IsNumber(right)) return Numbers.Compare(left!, right!) == 0;
        // true counts as 1 beside a number.
        if (left is bool && IsNumber(right)) return Numbers.Compare(Numbers.ToLong(left)!, right!) == 0;
        if (right is bool && IsNumber(left)) return Numbers.Compare(left!, Numbers.ToLong(right)!) == 0;
        if (depth > 0 && left is IList { Count: var count } first && right is IList second)
        {
            if (count != second.Count) return false;
            for (var i = 0; i < count; i++)
                if (++elements > 100_000 || !AreEqual(Normal(first[i]), Normal(second[i]), depth - 1, ref elements, ref work)) return false;
            return true;
        }
        if (AsDate(left) is { } day && AsDate(right) is { } otherDay) return day == otherDay;
        return left!.Equals(right);
    }

    private static long WorkOf(object? value) => value switch
    {
        string text => text.Length / 8,
        HtmlString html => html.ToString().Length / 8,
        BigInteger number => number.GetBitLength() * 4,
        _ => 0,
    };

    // As the language has it: letters as in a dictionary ("a" before "B"), by the rules of no certain culture.
    private static int Order(string left, string right) => CultureInfo.InvariantCulture.CompareInfo.Compare(left, right);

    /// <summary>The order in which lists are sorted: below, at or above 0; null when the two cannot be ordered. null comes before everything.</summary>
    public static int? Compare(object? left, object? right)
    {
        if (IsNull(left) || IsNull(right)) return IsNull(left) ? IsNull(right) ? 0 : -1 : 1;
        if (AsText(left) is { } text) return Order(text, AsText(right) ?? Formatter.Plain(right));
        if (AsText(right) is { } other) return Order(Formatter.Plain(left), other);
        if (IsNumber(left) && IsNumber(right)) return Numbers.Compare(left!, right!);
        if (AsDate(left) is { } day && AsDate(right) is { } otherDay) return day.CompareTo(otherDay);
        if (left!.GetType() == right!.GetType() && left is IComparable comparable and not System.Runtime.CompilerServices.ITuple) return comparable.CompareTo(right);
        return null;
    }
}
