using System.Globalization;

using StaticSite.Diagnostics;

using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StaticSite.Records;

/// <summary>Reads one YAML file into nodes with places: what is plain by <see cref="PlainYaml"/>, anything else in one pass over the events of a general parser.</summary>
/// <remarks>Refused: anchors, aliases, tags, keys that are no scalars, more than one YAML document, nesting over
/// <see cref="MaxDepth"/>, and sizes over <see cref="MaxFile"/> and <see cref="MaxScalar"/>. Where the YAML breaks off, what
/// came before is kept.</remarks>
internal sealed class YamlReader
{
    public const int MaxDepth = 32;

    /// <summary>UTF-16 code units; the longest UN documents have about one million.</summary>
    public const int MaxFile = 16 * 1024 * 1024, MaxScalar = 1024 * 1024;

    private readonly Reading reading;
    private readonly Parser parser;
    private readonly int shift;

    private YamlReader(Reading reading, string text, int shift)
    {
        this.reading = reading;
        this.shift = shift;
        parser = new Parser(new StringReader(text));
    }

    /// <summary>The root of the file; null when it is empty or broken from the start (the latter is reported).</summary>
    public static YamlNode? Read(Reading reading)
    {
        var text = reading.File.Text;
        if (text.Length > MaxFile)
        {
            reading.IsPartial = true;
            reading.Report(RecordRules.TooLarge, reading.Span(0, 0), "The file has more than 16 million characters", "split the document");
            return null;
        }
        return PlainYaml.Read(reading.File) ?? ReadGeneral(reading);
    }

    /// <summary>The same by the general parser alone.</summary>
    internal static YamlNode? ReadGeneral(Reading reading)
    {
        var text = reading.File.Text;
        var mark = text.StartsWith('\uFEFF') ? 1 : 0;
        var end = text.AsSpan().IndexOfAny(SourceText.Forbidden);
        if (end >= 0)
        {
            reading.IsPartial = true;
            reading.Report(RecordRules.Syntax, reading.Span(end, 1), $"{SourceText.NameOf(text[end])} cannot stand in YAML",
                "remove it");
        }
        return new YamlReader(reading, end < 0 && mark == 0 ? text : text[mark..(end < 0 ? text.Length : end)], mark).ReadRoot();
    }

    private YamlNode? ReadRoot()
    {
        YamlNode? root = null;
        try
        {
            while (parser.MoveNext())
            {
                if (parser.Current is StreamStart or StreamEnd or DocumentStart or DocumentEnd) continue;
                if (root is not null)
                {
                    reading.Report(RecordRules.Syntax, SpanOf(parser.Current!), "A second YAML document begins here",
                        "a file holds one; remove the line --- and what follows");
                    break;
                }
                root = Open(parser.Current!, 0);
                Fill(root, 1);
            }
        }
        // The parser also throws exceptions of its own state on some broken files.
        catch (Exception broken) when (broken is YamlException or InvalidOperationException or ArgumentException or FormatException
            or IndexOutOfRangeException)
        {
            // Otherwise the place where the file breaks off has been reported.
            if (!reading.IsPartial) ReportBroken(broken);
            reading.IsPartial = true;
        }
        return root is YamlScalar { Kind: ScalarKind.Null, Span.Length: 0 } ? null : root;
    }

    // A collection is added to its parent before it is filled, so that nothing is lost when the YAML breaks off inside it.
    private YamlNode Open(ParsingEvent @event, int depth)
    {
        if (@event is AnchorAlias alias)
            return Refuse(RecordRules.Alias, alias, $"The alias *{Nearest.Shorten(alias.Value.Value)} is not allowed",
                "write the value itself");
        if (@event is not NodeEvent node) return new YamlRefused(SpanOf(@event));
        if (!node.Anchor.IsEmpty)
            reading.Report(RecordRules.Alias, SpanOf(node), $"The anchor &{Nearest.Shorten(node.Anchor.Value)} is not allowed",
                "remove it and repeat the value where it is needed");
        if (!node.Tag.IsEmpty)
            reading.Report(RecordRules.WrongType, SpanOf(node), "A tag is not allowed", "remove what begins with an exclamation mark");
        // Nothing behind it is read: the parser's own time grows with the square of the depth.
        if (node is not Scalar && depth >= MaxDepth)
        {
            reading.Report(RecordRules.TooDeep, SpanOf(node), $"Values are nested more than {MaxDepth} deep");
            reading.IsPartial = true;
            throw new YamlException("Too deep");
        }
        return node switch
        {
            Scalar value => Read(value),
            SequenceStart => new YamlSequence(SpanOf(node)),
            _ => new YamlMapping(SpanOf(node)),
        };
    }

    private void Fill(YamlNode node, int depth)
    {
        if (node is YamlSequence sequence)
        {
            while (Next() is not SequenceEnd)
            {
                var item = Open(parser.Current!, depth);
                sequence.Add(item);
                Fill(item, depth + 1);
            }
            sequence.EndAt(sequence.Items.Count == 0 || IsFlow(sequence) ? Offset(parser.Current!.End) : End(sequence.Items[^1]));
        }
        else if (node is YamlMapping mapping)
        {
            while (Next() is not MappingEnd)
            {
                var key = Open(parser.Current!, depth);
                Fill(key, depth + 1);
                Next();
                var value = Open(parser.Current!, depth);
                if (key is YamlScalar name) mapping.Add(name, value);
                else if (key is not YamlRefused)
                    reading.Report(RecordRules.WrongType, key.Span, $"A key is a word, not {key.Describe()}");
                Fill(value, depth + 1);
            }
            mapping.EndAt(mapping.Entries.Count == 0 || IsFlow(mapping) ? Offset(parser.Current!.End) : End(mapping.Entries[^1].Value));
        }
    }

    private YamlNode Read(Scalar scalar)
    {
        if (scalar.Value.Length > MaxScalar)
            return Refuse(RecordRules.TooLarge, scalar, "The text has more than a million characters", "split it into paragraphs");
        if (scalar.Style == ScalarStyle.DoubleQuoted && scalar.Value.AsSpan().IndexOfAny(SourceText.Forbidden) is >= 0 and var at)
            return Refuse(RecordRules.Syntax, scalar, $"{SourceText.NameOf(scalar.Value[at])} cannot stand in a text",
                "remove the escape");
        var kind = scalar.Style == ScalarStyle.Plain ? KindOf(scalar.Value) : ScalarKind.Text;
        return new YamlScalar(SpanOf(scalar), scalar.Value, kind, scalar.Style == ScalarStyle.Literal);
    }

    private YamlRefused Refuse(Rule rule, ParsingEvent @event, string message, string hint = "")
    {
        reading.Report(rule, SpanOf(@event), message, hint);
        return new(SpanOf(@event));
    }

    private ParsingEvent Next()
    {
        // On some broken files the parser ends before everything that it opened has been closed.
        return parser.MoveNext() && parser.Current is { } next ? next : throw new YamlException("The stream ended early");
    }

    internal static ScalarKind KindOf(string plain) => plain switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        _ when plain[0] is >= '0' and <= '9' or '+' or '-' or '.' && IsNumber(plain) => ScalarKind.Number,
        _ => ScalarKind.Text,
    };

    private static bool IsNumber(string plain) =>
        plain.AsSpan().IndexOfAnyInRange('0', '9') >= 0
            && double.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture, out _)
        || plain.StartsWith("0x", StringComparison.Ordinal) && plain.Length > 2 && plain.Skip(2).All(char.IsAsciiHexDigit)
        || plain.StartsWith("0o", StringComparison.Ordinal) && plain.Length > 2 && plain.AsSpan(2).IndexOfAnyExceptInRange('0', '7') < 0
        || plain.TrimStart('+', '-') is ".inf" or ".Inf" or ".INF" or ".nan" or ".NaN" or ".NAN";

    private bool IsFlow(YamlNode node) => node.Span.Start < reading.File.Text.Length && reading.File.Text[node.Span.Start] is '[' or '{';

    private static int End(YamlNode node) => node.Span.Start + node.Span.Length;

    private int Offset(Mark mark) => (int)mark.Index + shift;

    private SourceSpan SpanOf(ParsingEvent @event) => SpanOf(@event.Start, @event.End);

    private SourceSpan SpanOf(Mark start, Mark end) => reading.Span(Offset(start), Offset(end) - Offset(start));

    private void ReportBroken(Exception broken)
    {
        var (message, hint) = broken.Message switch
        {
            var m when m.Contains(" tab ", StringComparison.Ordinal) => ("A tab cannot indent", "indent with blanks"),
            var m when m.Contains("quoted scalar, found unexpected", StringComparison.Ordinal) =>
                ("The text in quotes does not end", "close the quotes"),
            var m when m.Contains("quoted scalar", StringComparison.Ordinal) =>
                ("The text between double quotes has a wrong escape", @"write \\ for \, or use single quotes"),
            var m when m.Contains("cannot start any token", StringComparison.Ordinal) =>
                ("A text cannot begin with this character", "put the text in quotes"),
            var m when m.Contains("a flow ", StringComparison.Ordinal) =>
                ("The brackets do not close, or a comma is missing", "close what was opened"),
            _ => ("The YAML cannot be read on from here", "check the indentation, and put a text that has \": \" in quotes"),
        };
        var start = broken is YamlException { Start: { Index: > 0 } mark } ? Offset(mark) : parser.Current is { } last ? Offset(last.End)
            : reading.File.Text.Length;
        if (message.StartsWith("A tab", StringComparison.Ordinal)
            && reading.File.Text.IndexOf('\t', Math.Min(start, reading.File.Text.Length)) is >= 0 and var tab)
            start = tab;
        reading.Report(RecordRules.Syntax, reading.Span(start, 0), message, hint);
    }
}
