using System.Collections.Immutable;

using StaticSite.Symbols;
using StaticSite.Text;

namespace StaticSite.Records;

/// <summary>input/documents/SLUG/document.yaml.</summary>
internal static class DocumentRecord
{
    private static readonly Shape<string> Body = Shapes.ReferenceTo(ReferenceKind.Body, Shapes.Name),
        SectionReference = Shapes.ReferenceTo(ReferenceKind.Section, Shapes.Id);

    private static readonly Field<string> Id =
        new("id", Shapes.Id, "Id, unique in the document; the text files refer to it", required: true);
    private static readonly Field<LineRange> Lines = new("lines", Shapes.Lines, "First and last line in the source", required: true);
    private static readonly Field<string> Printed = new("printed", Shapes.Line, "Label as the source prints it");
    private static readonly Field<string> Parent = new("parent", SectionReference, "Id of the section around it; null at the top");
    private static readonly Field<string> InSection = new("section", SectionReference,
        "Id of the section it stands in; null before the first heading");
    private static readonly Field<ImmutableArray<string>> Act =
        new("act", new ListShape<string>(Shapes.ReferenceTo(ReferenceKind.Act, Shapes.Name)),
            "By hand: what the provision does, ids from acts.yaml, for example request, recommendation, concern");
    private static readonly Field<ImmutableArray<string>> Components =
        new("components", new ListShape<string>(Shapes.ReferenceTo(ReferenceKind.Component, Shapes.Name)),
            "By hand: ids of components of the accountability framework, from components.yaml");
    private static readonly Field<string> Addressee = new("addressee", Body,
        "By hand: id of the body or official it is addressed to, from bodies.yaml");
    private static readonly Field<string> Responsible = new("responsible", Body,
        "By hand: id of the body or official who has to act, where that is not the addressee");
    private static readonly Field<ImmutableArray<LocatedWords>> Deadlines = new("deadlines", new ListShape<LocatedWords>(PassageShapes.Words),
        "By hand: the words of the provision that set a time, letter for letter, as { zh: …, en: … }");
    private static readonly Field<string> Marker = new("marker", Shapes.LineOrNumber, "Marker as printed", required: true);
    private static readonly Field<int> FurnitureAt = new("line", Shapes.Integer(1), "Line of the source", required: true);
    private static readonly Field<string> FurnitureText =
        new("text", Shapes.LineOrNumber, "What stands there and is no content", required: true);
    private static readonly Field<string> SourceFile = new("file", Shapes.FilePath,
        "Path of the source below the root of the repository", required: true);
    private static readonly Field<string> SourceLanguage = new("language", Shapes.SiteLanguage,
        "Code of the language of the source, for example zh", required: true);

    private static readonly RecordShape<DocumentSource> SourceShape = new("Where the text came from.", [SourceFile, SourceLanguage],
        (values, _) => new(values.Text(SourceFile) ?? "", values.Text(SourceLanguage) ?? ""));

    private static readonly RecordShape<Block> Block = new("A block outside of the provisions.", [Id, Printed, Lines],
        (values, _) => values.Text(Id) is { } id ? new(id, values.Text(Printed), values.Value(Lines) ?? default, values.SpanOf(Id)) : null);

    private static readonly RecordShape<Section> SectionShape = new("A section, an annex, or a heading without a number.",
        [Id, Parent, Printed, Lines],
        (values, _) => values.Text(Id) is { } id
            ? new(id, values.Text(Parent), values.Text(Printed), values.Value(Lines) ?? default, values.SpanOf(Id)) : null);

    private static readonly RecordShape<Provision> ProvisionShape = new("A numbered, preambular or unnumbered paragraph.",
        [Id, InSection, Printed, Act, Components, Addressee, Responsible, Deadlines, Lines], MakeProvision);

    private static readonly RecordShape<Footnote> FootnoteShape = new("A footnote.", [Id, Marker, Lines],
        (values, _) => values.Text(Id) is { } id
            ? new(id, values.Text(Marker) ?? "", values.Value(Lines) ?? default, values.SpanOf(Id)) : null);

    private static readonly RecordShape<FurnitureLine> FurnitureShape = new("Page furniture: running heads, page numbers, job numbers.",
        [FurnitureAt, FurnitureText],
        (values, _) => new(values.Value(FurnitureAt) ?? 0, values.Text(FurnitureText) ?? "", values.SpanOf(FurnitureText)));

    private static readonly Field<DocumentSymbol> Symbol = new("symbol", Shapes.Symbol,
        "Symbol of the document in full, for example A/RES/64/259", required: true);
    private static readonly Field<DocumentKind> Kind = new("kind",
        Shapes.OneOf(("report", DocumentKind.Report), ("resolution", DocumentKind.Resolution), ("decision", DocumentKind.Decision),
            ("note", DocumentKind.Note)),
        "What the document is", required: true);
    private static readonly Field<string> Issuer = new("issuer", Body, "Id of the body that issued it, from bodies.yaml");
    private static readonly Field<int> Session = new("session", Shapes.Integer(1), "Session of the organ");
    private static readonly Field<string> AgendaItem = new("agenda_item", Shapes.LineOrNumber, "Agenda item as printed");
    private static readonly Field<DateOnly> Date = new("date", Shapes.Date, "Date as yyyy-mm-dd; null when the source does not state it");
    private static readonly Field<DocumentSource> Source = new("source", SourceShape, "Where the text came from", required: true);
    private static readonly Field<ImmutableArray<Block>> Head = new("head", new ListShape<Block>(Block),
        "Blocks of the title page in printed order");
    private static readonly Field<ImmutableArray<Section>> Sections = new("sections", new ListShape<Section>(SectionShape),
        "Sections in printed order");
    private static readonly Field<ImmutableArray<Provision>> Provisions =
        new("provisions", new ListShape<Provision>(ProvisionShape), "Paragraphs in printed order");
    private static readonly Field<ImmutableArray<Footnote>> Footnotes = new("footnotes", new ListShape<Footnote>(FootnoteShape),
        "Footnotes in printed order");
    private static readonly Field<ImmutableArray<Block>> Closing =
        new("closing", new ListShape<Block>(Block), "Blocks behind the last provision in printed order");
    private static readonly Field<ImmutableArray<FurnitureLine>> Furniture =
        new("furniture", new ListShape<FurnitureLine>(FurnitureShape), "What stands in the source and is no content");

    /// <summary>Gives a document without its texts. Its symbol is empty when none can be read.</summary>
    public static readonly RecordShape<Document> File = new("A UN document, apart from its texts.",
        [Symbol, Kind, Issuer, Session, AgendaItem, Date, Source, Head, Sections, Provisions, Footnotes, Closing, Furniture], Make);

    private static Document Make(FieldValues values, Reading reading)
    {
        // Ids that are written but cannot be read are not missing.
        reading.IsPartial |= values.IsBroken(Head) || values.IsBroken(Sections) || values.IsBroken(Provisions) || values.IsBroken(Footnotes)
            || values.IsBroken(Closing);
        return Make(values);
    }

    private static Document Make(FieldValues values) => new()
    {
        Span = values.SpanOf(Symbol),
        Symbol = values.Text(Symbol) ?? DocumentSymbol.None,
        Kind = values.Value(Kind) ?? default,
        Issuer = values.Text(Issuer),
        Session = values.Value(Session),
        AgendaItem = values.Text(AgendaItem),
        Date = values.Value(Date),
        Source = values.Text(Source) ?? new("", ""),
        Head = values.List(Head),
        Sections = values.List(Sections),
        Provisions = values.List(Provisions),
        Footnotes = values.List(Footnotes),
        Closing = values.List(Closing),
        Furniture = values.List(Furniture),
    };

    private static Provision? MakeProvision(FieldValues values, Reading reading) => values.Text(Id) is not { } id ? null : new()
    {
        Id = id,
        Span = values.SpanOf(Id),
        Section = values.Text(InSection),
        Printed = values.IsWritten(Printed) ? values.Text(Printed) : PrintedNumber(id),
        Act = RepeatedText.ListOf(values.List(Act)),
        Components = RepeatedText.ListOf(values.List(Components)),
        Addressee = values.Text(Addressee),
        Responsible = values.Text(Responsible),
        Deadlines = values.List(Deadlines),
        Lines = values.Value(Lines) ?? default,
    };

    /// <summary>"17" -> "17.", "II/4" -> "4."; null for what prints no number ("PP3", "x1").</summary>
    private static string? PrintedNumber(string id)
    {
        var number = id[(id.LastIndexOf('/') + 1)..];
        return number is [>= '0' and <= '9', ..] ? number + "." : null;
    }
}
