using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

using StaticSite.Diagnostics;
using StaticSite.Symbols;

namespace StaticSite.Records;

/// <summary>The kinds of values that records are made of.</summary>
internal static partial class Shapes
{
    private const string IdPattern = "^[A-Za-z0-9]+([./-][A-Za-z0-9]+)*$", NamePattern = "^[a-z0-9]+(-[a-z0-9]+)*$",
        LanguagePattern = "^[a-z]{2,3}$",
        TagPattern = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$", DatePattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        BasePattern = "^https?://[^\\s?#]+/$", TargetPattern = "^(/|https?://)\\S*$", PathPattern = "^/\\S*$",
        HashPattern = "^[0-9a-f]{12}$",
        FilePattern = "^[^/\\\\:\\s][^\\\\:]*$";

    /// <summary>A text on one line that is not empty.</summary>
    public static readonly Shape<string> Line = new TextShape<string>("A text", () => String(null), ReadLine);

    /// <summary>A number or a text, kept as text: "129", "76 (a)".</summary>
    public static readonly Shape<string> LineOrNumber =
        new TextShape<string>("A text or a number", () => new() { ["type"] = new JsonArray("string", "integer") }, ReadLine, takesNumbers: true);

    /// <summary>A text with its place, Markdown allowed, several paragraphs. Whether it may be empty is not judged here.</summary>
    public static readonly Shape<LocatedText> RichText = new TextShape<LocatedText>("A text", () => String(null), ReadLocated);

    public static readonly Shape<DocumentSymbol> Symbol = new TextShape<DocumentSymbol>("A document symbol", () => String(null, "A/67/776", "A/RES/64/259"), ReadSymbol);

    public static readonly Shape<DateOnly> Date = new TextShape<DateOnly>("A date", () => String(DatePattern, "2010-03-29"), ReadDate);

    /// <summary>An id inside a document: "17", "PP3", "II/4", "III.C", "fn1-2".</summary>
    public static readonly Shape<string> Id =
        Matching("An id", IdPattern, IdForm(), RecordRules.BadId, "ids are ASCII letters and digits, joined by . / or -",
            "17", "PP3", "III.C", "fn1");

    /// <summary>An id that a person made up: "secretary-general".</summary>
    public static readonly Shape<string> Name =
        Matching("An id", NamePattern, NameForm(), RecordRules.BadId, "such ids are small ASCII letters and digits, joined by -",
            "secretary-general");

    public static readonly Shape<string> LanguageCode =
        Matching("A language code", LanguagePattern, LanguageForm(), RecordRules.BadValue, "write two or three small letters, such as zh", "zh", "en");

    public static readonly Shape<string> LanguageTag =
        Matching("A language tag", TagPattern, TagForm(), RecordRules.BadValue, "write a BCP 47 tag, such as zh-Hans", "zh-Hans", "en");

    public static readonly Shape<string> BaseAddress =
        Matching("An address", BasePattern, BaseForm(), RecordRules.BadValue, "write an address that begins with https:// and ends with /",
            "https://example.org/");

    public static readonly Shape<string> SitePath =
        Matching("A path", PathPattern, PathForm(), RecordRules.BadValue, "a path begins with / and has no blank", "/zh/old-name/");

    public static readonly Shape<string> Target =
        Matching("A path or an address", TargetPattern, TargetForm(), RecordRules.BadValue,
            "write a path that begins with / or an address that begins with https://", "/zh/new-name/");

    public static readonly Shape<string> FilePath =
        Matching("A path", FilePattern, FileForm(), RecordRules.BadValue,
            "write the path below the root of the repository, with / and without ..", "seeds/A-67-776.txt");

    public static readonly Shape<string> Hash =
        Matching("A hash", HashPattern, HashForm(), RecordRules.BadValue, "let the command accept write it", "ddb23817ea1a");

    public static readonly Shape<LineRange> Lines = new LinesShape();

    public static readonly Shape<bool> Truth = new TruthShape();

    public static readonly Shape<decimal> Number = new NumberShape();

    /// <summary>An integer of at least this much.</summary>
    public static Shape<int> Integer(int minimum) => new IntegerShape(minimum);

    /// <summary>One of some words.</summary>
    public static Shape<T> OneOf<T>(params (string Word, T Value)[] choices) where T : struct =>
        new TextShape<T>("A word", () => new() { ["type"] = "string", ["enum"] = new JsonArray([.. choices.Select(c => (JsonNode)c.Word)]) },
            (YamlScalar scalar, Reading reading, out T value) =>
            {
                foreach (var (word, choice) in choices)
                {
                    value = choice;
                    if (word == scalar.Value) return true;
                }
                value = default;
                var words = choices.Select(c => c.Word).ToList();
                reading.Report(RecordRules.BadValue, scalar.Span,
                    $"\"{Nearest.Shorten(scalar.Value)}\" is not among the values of this key",
                    Nearest.Hint(scalar.Value, words, ""));
                return false;
            });

    /// <summary>An id that must exist elsewhere; whether it does is seen when everything has been read. Its form is not judged here:
    /// an id of a bad form is reported where it is defined, or it is not defined at all.</summary>
    public static Shape<string> ReferenceTo(ReferenceKind kind, Shape<string> id) =>
        new TextShape<string>("An id", id.Schema, (YamlScalar scalar, Reading reading, [MaybeNullWhen(false)] out string value) =>
        {
            if (!ReadLine(scalar, reading, out value)) return false;
            reading.Refer(kind, value, scalar.Span);
            return true;
        });

    /// <summary>The code of a language that the site must have.</summary>
    public static readonly Shape<string> SiteLanguage =
        new TextShape<string>("A language code", () => LanguageCode.Schema(),
            (YamlScalar scalar, Reading reading, [MaybeNullWhen(false)] out string value) =>
        {
            if (!LanguageCode.TryRead(scalar, reading, out value)) return false;
            reading.Refer(ReferenceKind.Language, value, scalar.Span);
            return true;
        });

    /// <summary>True for what <see cref="Name"/> takes.</summary>
    public static bool IsName(string text) => text.Length <= 1000 && !text.EndsWith('\n') && NameForm().IsMatch(text);

    /// <param name="examples">What it may look like; an editor shows and offers them.</param>
    internal static JsonObject String(string? pattern, params ReadOnlySpan<string> examples)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (pattern is not null) schema["pattern"] = pattern;
        var shown = new JsonArray();
        foreach (var example in examples) shown.Add(example);
        if (shown.Count > 0) schema["examples"] = shown;
        return schema;
    }

    // A bad id is still what others refer to; any other bad value is none.
    private static TextShape<string> Matching(string expected, string pattern, Regex form, Rule rule, string hint, params string[] examples) =>
        new(expected, () => String(pattern, examples), (YamlScalar scalar, Reading reading, [MaybeNullWhen(false)] out string value) =>
        {
            value = scalar.Value;
            // "$" also matches before a line break at the end.
            if (value.Length > 1000 || value.EndsWith('\n') || !form.IsMatch(value) || value.Contains("..", StringComparison.Ordinal))
            {
                reading.Report(rule, scalar.Span,
                    $"\"{Nearest.Shorten(value)}\" cannot be {char.ToLowerInvariant(expected[0])}{expected[1..]}", hint);
                return rule == RecordRules.BadId;
            }
            return true;
        });

    private static bool ReadLine(YamlScalar scalar, Reading reading, [MaybeNullWhen(false)] out string value)
    {
        value = scalar.Value.Trim();
        if (value.Length == 0) reading.Report(RecordRules.BadValue, scalar.Span, "The text is empty", "write null when there is none");
        else if (value.AsSpan().IndexOfAny("\r\n") >= 0)
            reading.Report(RecordRules.BadValue, scalar.Span, "The text has more than one line", "write it on one");
        else return true;
        return false;
    }

    private static bool ReadLocated(YamlScalar scalar, Reading reading, [MaybeNullWhen(false)] out LocatedText value)
    {
        value = reading.Locate(scalar);
        return true;
    }

    private static bool ReadSymbol(YamlScalar scalar, Reading reading, [MaybeNullWhen(false)] out DocumentSymbol value)
    {
        if (SymbolParser.TryParse(scalar.Value, out value))
        {
            if (value.Value != scalar.Value)
                reading.Report(RecordRules.BadSymbol, scalar.Span,
                    $"\"{Nearest.Shorten(scalar.Value)}\" is not the full form of the symbol", $"write {value.Value}");
            return true;
        }
        reading.Report(RecordRules.BadSymbol, scalar.Span, $"\"{Nearest.Shorten(scalar.Value)}\" is not a UN document symbol",
            "write it as in A/67/776 or A/RES/64/259");
        return false;
    }

    private static bool ReadDate(YamlScalar scalar, Reading reading, out DateOnly value)
    {
        if (DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value)) return true;
        reading.Report(RecordRules.BadDate, scalar.Span, $"\"{Nearest.Shorten(scalar.Value)}\" is not a date", "write yyyy-mm-dd");
        return false;
    }

    [GeneratedRegex(IdPattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex IdForm();

    [GeneratedRegex(NamePattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex NameForm();

    [GeneratedRegex(LanguagePattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex LanguageForm();

    [GeneratedRegex(TagPattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex TagForm();

    [GeneratedRegex(BasePattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex BaseForm();

    [GeneratedRegex(PathPattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex PathForm();

    [GeneratedRegex(TargetPattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex TargetForm();

    [GeneratedRegex(HashPattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex HashForm();

    [GeneratedRegex(FilePattern, RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex FileForm();
}

/// <summary>`[first, last]`, lines of the source.</summary>
internal sealed class LinesShape : Shape<LineRange>
{
    private static readonly Shape<int> Number = Shapes.Integer(int.MinValue);

    public override bool TryRead(YamlNode node, Reading reading, out LineRange value)
    {
        value = default;
        if (node is not YamlSequence { Items.Count: 2 } pair)
            return WrongType(node, reading, "A pair of line numbers", "write [first, last]");
        // Both are read, so that both are reported.
        if (!Number.TryRead(pair.Items[0], reading, out var first) | !Number.TryRead(pair.Items[1], reading, out var last)) return false;
        value = new(first, last);
        if (value.First < 1)
            reading.Report(RecordRules.BadLines, node.Span, $"Line {value.First} does not exist", "lines are counted from 1");
        else if (value.First > value.Last)
            reading.Report(RecordRules.BadLines, node.Span, $"The first line, {value.First}, is behind the last, {value.Last}",
                $"write [{value.Last}, {value.First}]");
        return true;
    }

    public override JsonObject Schema() => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
        ["minItems"] = 2,
        ["maxItems"] = 2,
        ["examples"] = new JsonArray(new JsonArray(162, 183)),
    };
}

/// <summary>`{ zh: …, en: … }`.</summary>
internal static class LocalizedRecord
{
    private static readonly Field<string> Zh = new("zh", Shapes.Line, "Chinese text"), En = new("en", Shapes.Line, "English text");

    public static readonly RecordShape<LocalizedText> Shape = new("A text in Chinese and English; either may be missing.", [Zh, En], Make);

    private static LocalizedText Make(FieldValues values, Reading reading)
    {
        if (!values.IsWritten(Zh) && !values.IsWritten(En) && !reading.IsPartial)
            reading.Report(RecordRules.MissingKey, values.Span, "A text in at least one language is missing", "write { zh: …, en: … }");
        return new(values.Text(Zh), values.Text(En));
    }
}
