using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>What a value of a record looks like: reads it, reports what is wrong, and describes itself as JSON Schema.</summary>
internal abstract class Shape<T>
{
    /// <returns>False when nothing usable stands there. A mistake is reported in either case: a bad id is still an id, and whoever
    /// refers to it must not be blamed.</returns>
    public abstract bool TryRead(YamlNode node, Reading reading, [MaybeNullWhen(false)] out T value);

    /// <summary>A fresh schema of the value.</summary>
    public abstract JsonObject Schema();

    /// <summary>Reports a value of another type. Silent for what was refused before.</summary>
    protected static bool WrongType(YamlNode node, Reading reading, string expected, string hint = "")
    {
        if (node is not YamlRefused)
            reading.Report(RecordRules.WrongType, node.Span, $"{expected} is expected here, not {node.Describe()}", hint);
        return false;
    }
}

/// <summary>Reads a scalar that is a text; null (with a report) when nothing usable stands there.</summary>
internal delegate bool ScalarReader<T>(YamlScalar scalar, Reading reading, [MaybeNullWhen(false)] out T value);

/// <summary>A value that is written as text.</summary>
/// <param name="expected">For messages, with a capital: "A date".</param>
/// <param name="takesNumbers">A number without quotes is fine as well.</param>
/// <param name="schema">Makes it when it is asked for, which no build does.</param>
internal sealed class TextShape<T>(string expected, Func<JsonObject> schema, ScalarReader<T> read, bool takesNumbers = false) : Shape<T>
{
    public override bool TryRead(YamlNode node, Reading reading, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node is not YamlScalar { Kind: not ScalarKind.Null } scalar) return WrongType(node, reading, expected);
        if (scalar.Kind == ScalarKind.Boolean || scalar.Kind == ScalarKind.Number && !takesNumbers)
            WrongType(node, reading, expected, $"write it in quotes: \"{Nearest.Shorten(scalar.Value)}\"");
        return read(scalar, reading, out value);
    }

    public override JsonObject Schema() => schema();
}

internal sealed class IntegerShape(int minimum) : Shape<int>
{
    public override bool TryRead(YamlNode node, Reading reading, out int value)
    {
        value = 0;
        if (node is YamlScalar { Kind: ScalarKind.Number } number
            && int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            if (value >= minimum) return true;
            reading.Report(RecordRules.BadValue, node.Span, $"{number.Value} is less than {minimum}");
            return false;
        }
        var quoted = node is YamlScalar { Kind: ScalarKind.Text } text
            && int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return WrongType(node, reading, "A whole number", quoted ? "remove the quotes" : "");
    }

    public override JsonObject Schema() => new() { ["type"] = "integer", ["minimum"] = minimum };
}

internal sealed class NumberShape : Shape<decimal>
{
    public override bool TryRead(YamlNode node, Reading reading, out decimal value)
    {
        value = 0;
        if (node is YamlScalar { Kind: ScalarKind.Number } number && decimal.TryParse(number.Value, Form, CultureInfo.InvariantCulture, out value))
            return true;
        return WrongType(node, reading, "A number", node is YamlScalar { Kind: ScalarKind.Text } ? "write digits without signs or separators, such as 4600" : "");
    }

    public override JsonObject Schema() => new() { ["type"] = "number" };

    private const NumberStyles Form = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
}

internal sealed class TruthShape : Shape<bool>
{
    public override bool TryRead(YamlNode node, Reading reading, out bool value)
    {
        value = node is YamlScalar { Kind: ScalarKind.Boolean, Value: "true" or "True" or "TRUE" };
        return node is YamlScalar { Kind: ScalarKind.Boolean } || WrongType(node, reading, "true or false");
    }

    public override JsonObject Schema() => new() { ["type"] = "boolean" };
}

internal sealed class ListShape<T>(Shape<T> item, bool mayBeEmpty = true) : Shape<ImmutableArray<T>>
{
    public override bool TryRead(YamlNode node, Reading reading, out ImmutableArray<T> value)
    {
        value = [];
        if (node is not YamlSequence sequence)
            return WrongType(node, reading, "A list",
                node is YamlScalar { Kind: not ScalarKind.Null } one ? $"write [{Nearest.Shorten(one.Value)}]" : "");
        var items = ImmutableArray.CreateBuilder<T>(sequence.Items.Count);
        for (var i = 0; i < sequence.Items.Count; i++)
            if (item.TryRead(sequence.Items[i], reading, out var read)) items.Add(read);
        value = items.DrainToImmutable();
        if (!mayBeEmpty && sequence.Items.Count == 0)
            reading.Report(RecordRules.BadValue, node.Span, "The list is empty", "it needs at least one entry");
        return true;
    }

    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = item.Schema() };
        if (!mayBeEmpty) schema["minItems"] = 1;
        return schema;
    }
}

/// <summary>One entry of a mapping whose keys are free.</summary>
/// <param name="Value">Null when nothing usable stands there, which is reported.</param>
internal sealed record MapEntry<T>(string Key, SourceSpan KeySpan, T? Value) where T : class;

/// <summary>A mapping whose keys are ids or the like.</summary>
/// <param name="key">What the keys look like, for the schema. Whether a key is right is seen by what it refers to.</param>
/// <param name="checksKeys">The keys refer to nothing that would show a wrong one.</param>
internal sealed class MapShape<T>(Shape<string> key, Shape<T> item, bool checksKeys = false)
    : Shape<ImmutableArray<MapEntry<T>>> where T : class
{
    public override bool TryRead(YamlNode node, Reading reading, out ImmutableArray<MapEntry<T>> value)
    {
        value = [];
        if (node is not YamlMapping mapping) return WrongType(node, reading, "A mapping");
        var entries = ImmutableArray.CreateBuilder<MapEntry<T>>(mapping.Entries.Count);
        var keys = new Keys(mapping, reading);
        for (var i = 0; i < mapping.Entries.Count; i++)
        {
            if (keys.IsRepeated(i)) continue;
            var (name, element) = mapping.Entries[i];
            // As a key, 17 is the same as "17".
            if (checksKeys) key.TryRead(new YamlScalar(name.Span, name.Value, ScalarKind.Text, isLiteral: false), reading, out _);
            entries.Add(new(name.Value, name.Span, item.TryRead(element, reading, out var read) ? read : null));
        }
        value = entries.DrainToImmutable();
        return true;
    }

    public override JsonObject Schema() =>
        new() { ["type"] = "object", ["propertyNames"] = key.Schema(), ["additionalProperties"] = item.Schema() };
}

/// <summary>Finds the keys of a mapping that stand there a second time. Few keys are compared with each other sooner than they are put into a table.</summary>
internal readonly struct Keys(YamlMapping mapping, Reading reading)
{
    private readonly Dictionary<string, YamlScalar>? seen =
        mapping.Entries.Count > 12 ? new Dictionary<string, YamlScalar>(mapping.Entries.Count, StringComparer.Ordinal) : null;

    /// <summary>Asked of each entry once, in their order; one that is repeated is reported.</summary>
    public bool IsRepeated(int index)
    {
        var key = mapping.Entries[index].Key;
        if (Before(index, key.Value) is not { } first)
        {
            seen?.Add(key.Value, key);
            return false;
        }
        reading.Report(RecordRules.DuplicateKey, key.Span,
            $"\"{Nearest.Shorten(key.Value)}\" stands in line {reading.LineOf(first.Span)} already",
            "keep one of the two");
        return true;
    }

    private YamlScalar? Before(int index, string key)
    {
        if (seen is not null) return seen.GetValueOrDefault(key);
        for (var i = 0; i < index; i++)
            if (mapping.Entries[i].Key.Value == key) return mapping.Entries[i].Key;
        return null;
    }
}
