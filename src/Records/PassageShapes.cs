using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

using StaticSite.Symbols;

namespace StaticSite.Records;

/// <summary>The kinds of values that point into documents or stand in both languages.</summary>
internal static class PassageShapes
{
    /// <summary>"A/67/776#17". Whether the passage exists is not judged here: that needs the texts.</summary>
    public static readonly Shape<PassageReference> Passage = new TextShape<PassageReference>("A passage",
        () => Shapes.String("^[^#\\s][^#]*(#[^#\\s]+)?$", "A/67/776#17", "A/66/692"), ReadPassage);

    /// <summary>At least one.</summary>
    public static readonly Shape<ImmutableArray<PassageReference>> Passages = new ListShape<PassageReference>(Passage, mayBeEmpty: false);

    /// <summary>`{ zh: …, en: … }`, both needed.</summary>
    public static readonly Shape<LocalizedText> BothLanguages = new BothLanguagesShape();

    private static readonly Field<LocatedText> Zh = new("zh", Shapes.RichText, "Chinese words, as they stand in the passage"),
        En = new("en", Shapes.RichText, "English words, as they stand in the passage");

    /// <summary>Words of a passage in both languages, with their places.</summary>
    public static readonly RecordShape<LocatedWords> Words = new("Words of a passage in both languages.", [Zh, En], MakeWords);

    private static readonly Field<LocatedWords> QuotedWords = new("words", Words, "Words that stand in the source, letter for letter",
        required: true);
    private static readonly Field<PassageReference> QuotedFrom = new("source", Passage, "Passage that has the words, for example A/67/776#17",
        required: true);

    public static readonly RecordShape<Quotation> Quotation = new("Words quoted from a passage.", [QuotedWords, QuotedFrom],
        (values, _) => values.Text(QuotedWords) is { } words && values.Value(QuotedFrom) is { } source ? new(words, source) : null);

    private static readonly Field<string> SentenceZh = new("zh", Shapes.Line, "One sentence in Chinese", required: true),
        SentenceEn = new("en", Shapes.Line, "The same in English", required: true);
    private static readonly Field<ImmutableArray<PassageReference>> Sources = new("sources", Passages, "Passages that say it", required: true);

    public static readonly RecordShape<Sentence> Sentence = new("One sentence of a summary, and where it comes from.",
        [SentenceZh, SentenceEn, Sources],
        (values, _) => new(new(values.Text(SentenceZh), values.Text(SentenceEn)), values.List(Sources)));

    private static bool ReadPassage(YamlScalar scalar, Reading reading, out PassageReference value)
    {
        value = default;
        var written = scalar.Value.Trim();
        var hash = written.IndexOf('#', StringComparison.Ordinal);
        var (symbolText, id) = hash < 0 ? (written, null) : (written[..hash], written[(hash + 1)..]);
        if (!SymbolParser.TryParse(symbolText, out var symbol))
        {
            reading.Report(RecordRules.BadSymbol, scalar.Span, $"\"{Nearest.Shorten(symbolText)}\" is not a UN document symbol",
                "write the symbol, # and the paragraph, as in A/67/776#17");
            return false;
        }
        if (symbol.Value != symbolText)
            reading.Report(RecordRules.BadSymbol, scalar.Span, $"\"{Nearest.Shorten(symbolText)}\" is not the full form of the symbol",
                $"write {symbol.Value}");
        if (id is not null && (id.Length is 0 or > 100 || id.Any(c => char.IsWhiteSpace(c) || c == '#')))
        {
            reading.Report(RecordRules.BadId, scalar.Span, $"\"{Nearest.Shorten(id)}\" is no id of a passage",
                "write the paragraph behind the #, as in A/67/776#17");
            return false;
        }
        value = new(symbol, id, scalar.Span);
        return true;
    }

    private static LocatedWords MakeWords(FieldValues values, Reading reading)
    {
        foreach (var field in (Field<LocatedText>[])[Zh, En])
        {
            if (values.IsBroken(field) || reading.IsPartial || values.Text(field) is { Value: var text } && !string.IsNullOrWhiteSpace(text))
                continue;
            reading.Report(RecordRules.MissingTranslation, values.IsWritten(field) ? values.SpanOf(field) : values.Span,
                $"The words in the language {field.Name} are missing", "write { zh: …, en: … }");
        }
        return new(Usable(Zh), Usable(En));

        LocatedText? Usable(Field<LocatedText> field) =>
            values.Text(field) is { } text && !string.IsNullOrWhiteSpace(text.Value) ? text : null;
    }

    private sealed class BothLanguagesShape : Shape<LocalizedText>
    {
        public override bool TryRead(YamlNode node, Reading reading, [MaybeNullWhen(false)] out LocalizedText value)
        {
            if (!LocalizedRecord.Shape.TryRead(node, reading, out value)) return false;
            // Neither is reported there.
            if (value is { Zh: null, En: null } || reading.IsPartial) return true;
            if (value.Zh is null || value.En is null)
                reading.Report(RecordRules.MissingTranslation, node.Span,
                    $"The text in the language {(value.Zh is null ? "zh" : "en")} is missing", "write { zh: …, en: … }");
            return true;
        }

        public override JsonObject Schema()
        {
            var schema = LocalizedRecord.Shape.Schema();
            schema["required"] = new JsonArray("zh", "en");
            return schema;
        }
    }
}
