using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>input/documents/SLUG/text.LANGUAGE.yaml.</summary>
internal static class TextRecord
{
    private static readonly Field<string> Language = new("language", Shapes.LanguageTag,
        "BCP 47 tag of the text, for example zh-Hans", required: true);
    private static readonly Field<TextStatus> Status = new("status", Shapes.OneOf(("official", TextStatus.Official),
        ("unofficial translation", TextStatus.UnofficialTranslation), ("draft", TextStatus.Draft)), "How far the text can be relied on",
            required: true);
    private static readonly Field<LocatedText> Title = new("title", Shapes.RichText, "Title of the document");
    private static readonly Field<ImmutableArray<MapEntry<LocatedText>>>
        Head = Texts("head", "Texts of the blocks of the title page, but the title, by id"),
        Sections = Texts("sections", "Headings by section id"),
        Provisions = Texts("provisions", "Texts by provision id, Markdown: paragraphs, *emphasis*, **strong**, footnote calls [^1]"),
        Footnotes = Texts("footnotes", "Texts by footnote id without its fn"),
        Closing = Texts("closing", "Texts of the blocks behind the last provision by id");

    private static readonly Field<string> Provision =
        new("provision", Shapes.Id, "Id of the provision, footnote (fn1) or block that has the misprint", required: true);
    private static readonly Field<string> Printed = new("printed", Shapes.Line,
        "What is printed, as it stands in the text", required: true);
    private static readonly Field<string> Meant = new("meant", Shapes.Line, "What seems meant; null when that is unclear");
    private static readonly Field<Note> Remark =
        new("note", new NoteShape(), "Why, in the language of the text or as { zh: …, en: … }");

    private static readonly RecordShape<ErratumEntry> Erratum = new("A misprint; the text keeps what was printed.",
        [Provision, Printed, Meant, Remark],
        (values, _) => values.Text(Provision) is { } provision
            ? new(provision, values.SpanOf(Provision), values.Text(Printed), values.SpanOf(Printed), values.Text(Meant),
                values.Text(Remark)) : null);

    private static readonly Field<ImmutableArray<ErratumEntry>> Errata = new("errata", new ListShape<ErratumEntry>(Erratum),
        "Misprints, by hand");

    public static readonly RecordShape<TextFile> File = new("The text of a document in one language.",
        [Language, Status, Title, Head, Sections, Provisions, Footnotes, Closing, Errata], Make);

    private static Field<ImmutableArray<MapEntry<LocatedText>>> Texts(string name, string description) =>
        new(name, new MapShape<LocatedText>(Shapes.Id, Shapes.RichText), description);

    private static TextFile Make(FieldValues values, Reading reading)
    {
        return new()
        {
            Start = values.Span with { Length = 0 },
            Tag = values.Text(Language),
            TagSpan = values.SpanOf(Language),
            Status = values.Value(Status) ?? TextStatus.Draft,
            Title = values.Text(Title),
            TitleIsBroken = values.IsBroken(Title),
            Head = Group(Head),
            Sections = Group(Sections),
            Provisions = Group(Provisions),
            Footnotes = Group(Footnotes),
            Closing = Group(Closing),
            Errata = values.List(Errata),
        };

        TextGroup Group(Field<ImmutableArray<MapEntry<LocatedText>>> field) => new(field.Name, values.List(field),
            (values.KeyOf(field) ?? values.Span) with { Length = 0 }, values.IsBroken(field));
    }

    /// <summary>A text, or a text in each language.</summary>
    private sealed class NoteShape : Shape<Note>
    {
        public override bool TryRead(YamlNode node, Reading reading, [MaybeNullWhen(false)] out Note value)
        {
            value = null;
            if (node is YamlMapping && LocalizedRecord.Shape.TryRead(node, reading, out var localized)) value = new(null, localized);
            else if (node is not YamlMapping && Shapes.Line.TryRead(node, reading, out var own)) value = new(own, null);
            return value is not null;
        }

        public override JsonObject Schema() =>
            new() { ["anyOf"] = new JsonArray(Shapes.Line.Schema(), LocalizedRecord.Shape.Schema()) };
    }
}

/// <summary>A text file as it is written, not yet compared with its document.</summary>
internal sealed record TextFile
{
    /// <summary>Where the record begins: the place of what is missing.</summary>
    public required SourceSpan Start { get; init; }

    /// <summary>Null when none can be read.</summary>
    public required string? Tag { get; init; }

    public required SourceSpan TagSpan { get; init; }
    public required TextStatus Status { get; init; }
    public required LocatedText? Title { get; init; }

    /// <summary>Something unusable stands there, which is reported.</summary>
    public required bool TitleIsBroken { get; init; }

    public required TextGroup Head { get; init; }
    public required TextGroup Sections { get; init; }
    public required TextGroup Provisions { get; init; }
    public required TextGroup Footnotes { get; init; }
    public required TextGroup Closing { get; init; }
    public required ImmutableArray<ErratumEntry> Errata { get; init; }
}

/// <param name="Name">The key of the group.</param>
/// <param name="Point">Where the key stands, or the file begins: the place of what is missing.</param>
/// <param name="IsBroken">Something unusable stands there, which is reported.</param>
internal sealed record TextGroup(string Name, ImmutableArray<MapEntry<LocatedText>> Entries, SourceSpan Point, bool IsBroken);

/// <param name="Printed">Null when it cannot be used, which is reported.</param>
internal sealed record ErratumEntry(string Provision, SourceSpan Span, string? Printed, SourceSpan PrintedSpan, string? Meant, Note? Note);

/// <param name="Own">In the language of the text.</param>
internal sealed record Note(string? Own, LocalizedText? Localized);
