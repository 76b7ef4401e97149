using System.Collections.Immutable;

using StaticSite.Symbols;

namespace StaticSite.Records;

/// <summary>input/documents/cited.yaml.</summary>
internal static class CitedRecord
{
    private static readonly Field<DocumentSymbol> Symbol = new("symbol", Shapes.Symbol,
        "Symbol of the document in full, for example A/66/738", required: true);
    private static readonly Field<CitedDocumentKind> Kind = new("kind",
        Shapes.OneOf(("report", CitedDocumentKind.Report), ("resolution", CitedDocumentKind.Resolution),
            ("decision", CitedDocumentKind.Decision), ("note", CitedDocumentKind.Note), ("other", CitedDocumentKind.Other)),
        "What the document is");
    private static readonly Field<LocalizedText> Title = new("title", LocalizedRecord.Shape, "Title, where the sources give it");
    private static readonly Field<string> Issuer =
        new("issuer", Shapes.ReferenceTo(ReferenceKind.Body, Shapes.Name), "Id of the body that issued it, from bodies.yaml");
    private static readonly Field<DateOnly> Date = new("date", Shapes.Date, "Date as yyyy-mm-dd, where the sources give it");

    private static readonly RecordShape<CitedDocument> Document = new("A document that is cited but not held.",
        [Symbol, Kind, Title, Issuer, Date], Make);

    private static readonly Field<ImmutableArray<CitedDocument>> Documents =
        new("documents", new ListShape<CitedDocument>(Document), "The cited documents", required: true);

    public static readonly RecordShape<CitedFile> File =
        new("Documents that are cited but not held, as far as their title, issuer and date are known.", [Documents],
            (values, _) => new(values.List(Documents)));

    private static CitedDocument? Make(FieldValues values, Reading reading) => values.Text(Symbol) is not { } symbol ? null : new()
    {
        Span = values.SpanOf(Symbol),
        Symbol = symbol,
        Kind = values.Value(Kind),
        Title = values.Text(Title),
        Issuer = values.Text(Issuer),
        Date = values.Value(Date),
    };
}

internal sealed record CitedFile(ImmutableArray<CitedDocument> Documents);
