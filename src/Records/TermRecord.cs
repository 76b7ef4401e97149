using System.Collections.Immutable;

namespace StaticSite.Records;

/// <summary>input/definitions/terms.yaml.</summary>
internal static class TermRecord
{
    private static readonly Field<string> Id = new("id", Shapes.Name, "Id of the term; its address ends with it", required: true);
    private static readonly Field<LocalizedText> Name = new("name", PassageShapes.BothLanguages, "The term", required: true);
    private static readonly Field<Forms> Variants =
        new("variants", FormsRecord.Shape, "Other forms that the texts use, by language");
    private static readonly Field<string> Abbreviation = new("abbreviation", Shapes.Line, "Abbreviation, where the texts print one");
    private static readonly Field<ImmutableArray<PassageReference>> Definition =
        new("definition", PassageShapes.Passages, "Passages whose whole text is the definition");
    private static readonly Field<Quotation> Quote = new("quote", PassageShapes.Quotation, "A part of a passage that defines it");
    private static readonly Field<ImmutableArray<Quotation>> Elements =
        new("elements", new ListShape<Quotation>(PassageShapes.Quotation), "What it consists of, in the words of the definition");
    private static readonly Field<PassageReference> Source =
        new("source", PassageShapes.Passage, "The first or most telling passage that uses it", required: true);
    private static readonly Field<LocalizedText> Note =
        new("note", PassageShapes.BothLanguages, "By the editors, for example which document uses which form");
    private static readonly Field<ImmutableArray<string>> See =
        new("see", new ListShape<string>(Shapes.ReferenceTo(ReferenceKind.Term, Shapes.Name)), "Ids of related terms");

    private static readonly RecordShape<Term> Term = new("A term that the documents define or use as a term of art.",
        [Id, Name, Variants, Abbreviation, Definition, Quote, Elements, Source, Note, See], Make);

    private static readonly Field<ImmutableArray<Term>> Terms = new("terms", new ListShape<Term>(Term), "The terms", required: true);

    public static readonly RecordShape<TermFile> File = new("The glossary.", [Terms],
        (values, _) => values.Has(Terms) ? new(values.List(Terms)) : null);

    private static Term? Make(FieldValues values, Reading reading) =>
        values.Text(Id) is not { } id || values.Value(Source) is not { } source ? null : new()
        {
            Span = values.SpanOf(Id),
            Id = id,
            Name = values.Text(Name) ?? new(null, null),
            Variants = values.Text(Variants) ?? Forms.None,
            Abbreviation = values.Text(Abbreviation),
            Definition = values.List(Definition),
            Quote = values.Text(Quote),
            Elements = values.List(Elements),
            Source = source,
            Note = values.Text(Note),
            See = values.List(See),
        };
}

/// <summary>`{ zh: […], en: […] }`.</summary>
internal static class FormsRecord
{
    private static readonly Field<ImmutableArray<string>> Zh = new("zh", new ListShape<string>(Shapes.Line), "Chinese forms"),
        En = new("en", new ListShape<string>(Shapes.Line), "English forms");

    public static readonly RecordShape<Forms> Shape = new("Other forms of a name by language.", [Zh, En],
        (values, _) => new(values.List(Zh), values.List(En)));
}

internal sealed record TermFile(ImmutableArray<Term> Terms);
