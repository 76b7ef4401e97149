using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>A piece of YAML and its place.</summary>
/// <param name="span">From the first to the last character.</param>
internal abstract class YamlNode(SourceSpan span)
{
    public SourceSpan Span { get; protected set; } = span;

    /// <summary>For messages: "a list".</summary>
    public abstract string Describe();
}

/// <summary>What an author means by a scalar (YAML 1.2, core schema).</summary>
internal enum ScalarKind { Null, Boolean, Number, Text }

/// <param name="value">As YAML reads it: without quotes, escapes resolved.</param>
/// <param name="isLiteral">Written as a block after "|".</param>
/// <param name="closing">What is still missing at the end of the value: the line break of a block, which hardly anybody asks for.</param>
internal sealed class YamlScalar(SourceSpan span, string value, ScalarKind kind, bool isLiteral, string closing = "") : YamlNode(span)
{
    /// <summary>The value without line breaks at its end.</summary>
    public string Trimmed => value.TrimEnd('\n');

    public string Value => closing.Length == 0 ? value : value + closing;
    public ScalarKind Kind { get; } = kind;
    public bool IsLiteral { get; } = isLiteral;

    public override string Describe() => Kind switch
    {
        ScalarKind.Null => Value.Length == 0 ? "nothing" : "null",
        ScalarKind.Boolean => "true or false",
        ScalarKind.Number => "a number",
        _ => "a text",
    };
}

internal sealed class YamlSequence(SourceSpan span) : YamlNode(span)
{
    private readonly List<YamlNode> items = [];

    public List<YamlNode> Items => items;

    public override string Describe() => "a list";

    public void Add(YamlNode item) => items.Add(item);

    public void EndAt(int offset) => Span = Span with { Length = Math.Max(0, offset - Span.Start) };
}

internal sealed class YamlMapping(SourceSpan span) : YamlNode(span)
{
    private readonly List<(YamlScalar Key, YamlNode Value)> entries = new(8);

    /// <summary>In the order of the file; keys may repeat.</summary>
    public List<(YamlScalar Key, YamlNode Value)> Entries => entries;

    public override string Describe() => "a mapping";

    public void Add(YamlScalar key, YamlNode value) => entries.Add((key, value));

    public void EndAt(int offset) => Span = Span with { Length = Math.Max(0, offset - Span.Start) };
}

/// <summary>Stands where something was refused and reported already: whoever meets it says no more.</summary>
internal sealed class YamlRefused(SourceSpan span) : YamlNode(span)
{
    public override string Describe() => "something else";
}
