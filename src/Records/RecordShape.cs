using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>A key of a record: the reader's checks and the JSON Schema both come from it.</summary>
internal abstract class Field(string name, string description, bool required)
{
    public string Name { get; } = name;
    public string Description { get; } = description;

    /// <summary>A field that is not required may be absent or null, which is the same.</summary>
    public bool Required { get; } = required;

    public abstract bool TryRead(YamlNode node, Reading reading, out object? value);
    public abstract JsonObject Schema();
}

internal sealed class Field<T>(string name, Shape<T> shape, string description, bool required = false) : Field(name, description, required)
{
    public override bool TryRead(YamlNode node, Reading reading, out object? value)
    {
        var usable = shape.TryRead(node, reading, out var read);
        value = read;
        return usable;
    }

    public override JsonObject Schema()
    {
        var schema = shape.Schema();
        if (!Required) schema = Nullable(schema);
        schema["description"] = Description;
        return schema;
    }

    private static JsonObject Nullable(JsonObject schema)
    {
        if (schema["type"] is JsonValue type && !schema.ContainsKey("enum"))
        {
            schema["type"] = new JsonArray(type.GetValue<string>(), "null");
            return schema;
        }
        return new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
    }
}

internal enum FieldState { Absent, Null, Broken, Usable }

/// <summary>What was read of one record: the usable values of its fields and the places of all.</summary>
internal sealed class FieldValues(SourceSpan span, ImmutableArray<Field> fields)
{
    private readonly Slot[] slots = new Slot[fields.Length];

    private struct Slot
    {
        public FieldState State;
        public object? Value;
        public YamlScalar Key;
        public YamlNode Node;
    }

    /// <summary>The whole record.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>True when a usable value stands there.</summary>
    public bool Has(Field field) => slots[IndexOf(field)].State == FieldState.Usable;

    /// <summary>True when the key stands there, whatever its value.</summary>
    public bool IsWritten(Field field) => slots[IndexOf(field)].State != FieldState.Absent;

    /// <summary>True when something unusable stands there, which is reported.</summary>
    public bool IsBroken(Field field) => slots[IndexOf(field)].State == FieldState.Broken;

    /// <summary>Null when no usable value stands there.</summary>
    public T? Text<T>(Field<T> field) where T : class => (T?)slots[IndexOf(field)].Value;

    /// <summary>Null when no usable value stands there.</summary>
    public T? Value<T>(Field<T> field) where T : struct => (T?)slots[IndexOf(field)].Value;

    /// <summary>Empty when no usable value stands there.</summary>
    public ImmutableArray<T> List<T>(Field<ImmutableArray<T>> field) => Value(field) ?? [];

    /// <summary>The place of the value; the whole record when the field is absent.</summary>
    public SourceSpan SpanOf(Field field) => IsWritten(field) ? slots[IndexOf(field)].Node.Span : Span;

    /// <summary>The place of the key; null when the field is absent.</summary>
    public SourceSpan? KeyOf(Field field) => IsWritten(field) ? slots[IndexOf(field)].Key.Span : null;

    public void Set(Field field, YamlScalar key, YamlNode node, FieldState state, object? value) =>
        slots[IndexOf(field)] = new() { State = state, Value = state == FieldState.Usable ? value : null, Key = key, Node = node };

    private int IndexOf(Field field)
    {
        var index = 0;
        while (!ReferenceEquals(fields[index], field)) index++;
        return index;
    }
}

/// <summary>A record: named fields, and what is made of them.</summary>
/// <param name="make">Gets what was usable; null when that is too little for a record (what is missing has been reported).</param>
internal sealed class RecordShape<T>(string description, ImmutableArray<Field> fields, Func<FieldValues, Reading, T?> make)
    : Shape<T> where T : class
{
    /// <summary>Reads a whole file.</summary>
    public T? ReadFile(Reading reading)
    {
        var root = YamlReader.Read(reading);
        if (root is not null) return TryRead(root, reading, out var value) ? value : null;
        if (!reading.IsPartial)
            reading.Report(RecordRules.WrongType, reading.Span(0, 0), "The file is empty",
                $"it needs at least {string.Join(", ", fields.Where(f => f.Required).Select(f => f.Name))}");
        return null;
    }

    public override bool TryRead(YamlNode node, Reading reading, [MaybeNullWhen(false)] out T value)
    {
        value = null;
        if (node is not YamlMapping mapping) return WrongType(node, reading, "A mapping", $"its keys are {Names()}");
        var values = new FieldValues(node.Span, fields);
        List<(YamlScalar Key, YamlNode Value)>? unknown = null;
        var keys = new Keys(mapping, reading);
        for (var i = 0; i < mapping.Entries.Count; i++)
        {
            if (keys.IsRepeated(i)) continue;
            var (key, element) = mapping.Entries[i];
            if (FieldNamed(key.Value) is { } field) Read(field, key, element, values, reading);
            else (unknown ??= []).Add((key, element));
        }
        foreach (var (key, element) in unknown ?? []) ReadUnknown(key, element, values, reading);
        if (!reading.IsPartial) ReportMissing(values, reading);
        value = make(values, reading);
        return value is not null;
    }

    public override JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var field in fields) properties[field.Name] = field.Schema();
        var schema = new JsonObject { ["type"] = "object", ["description"] = description, ["properties"] = properties };
        var required = fields.Where(f => f.Required).Select(f => (JsonNode)f.Name).ToArray();
        if (required.Length > 0) schema["required"] = new JsonArray(required);
        schema["additionalProperties"] = false;
        return schema;
    }

    private string Names() => string.Join(", ", fields.Select(f => f.Name));

    private Field? FieldNamed(string name)
    {
        foreach (var field in fields)
            if (field.Name == name) return field;
        return null;
    }

    private static void Read(Field field, YamlScalar key, YamlNode element, FieldValues values, Reading reading)
    {
        if (!field.Required && element is YamlScalar { Kind: ScalarKind.Null })
            values.Set(field, key, element, FieldState.Null, null);
        else
            values.Set(field, key, element, field.TryRead(element, reading, out var read) ? FieldState.Usable : FieldState.Broken, read);
    }

    // A misspelt key is read as the one that it was meant for: what refers to its contents is no mistake.
    private void ReadUnknown(YamlScalar key, YamlNode element, FieldValues values, Reading reading)
    {
        var meant = Nearest.To(key.Value, fields.Where(f => !values.IsWritten(f)).Select(f => f.Name));
        reading.Report(RecordRules.UnknownKey, key.Span, $"\"{Nearest.Shorten(key.Value)}\" is no key of this record",
            meant is null ? $"the keys are {Names()}" : $"write {meant}");
        if (meant is not null) Read(FieldNamed(meant)!, key, element, values, reading);
    }

    private void ReportMissing(FieldValues values, Reading reading)
    {
        foreach (var field in fields)
            if (field.Required && !values.IsWritten(field))
                reading.Report(RecordRules.MissingKey, values.Span with { Length = 0 }, $"\"{field.Name}\" is missing", field.Description);
    }
}
