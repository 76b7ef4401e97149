using System.Collections.Immutable;

namespace StaticSite.Records;

/// <summary>input/bodies/bodies.yaml.</summary>
internal static class BodyRecord
{
    private static readonly Field<string> Id = new("id", Shapes.Name,
        "Id of the body or official, for example acabq; documents refer to it", required: true);
    private static readonly Field<BodyKind> Kind = new("kind",
        Shapes.OneOf(("body", BodyKind.Body), ("official", BodyKind.Official), ("group", BodyKind.Group)),
        "A body, an official, or a group of bodies that texts name together, such as Member States; a body when it is left out");
    private static readonly Field<LocalizedText> Name = new("name", LocalizedRecord.Shape, "Full name", required: true);
    private static readonly Field<LocalizedText> Short = new("short", LocalizedRecord.Shape, "Short form for running text");
    private static readonly Field<ImmutableArray<LocalizedText>> Variants = new("variants", new ListShape<LocalizedText>(LocalizedRecord.Shape),
        "Other names that texts print for the same body or official");
    private static readonly Field<string> Acronym = new("acronym", Shapes.Line, "Acronym, for example ACABQ");
    private static readonly Field<string> Parent =
        new("parent", Shapes.ReferenceTo(ReferenceKind.Body, Shapes.Name), "Id of the body that this one belongs to");

    private static readonly RecordShape<Body> Body = new("A body, official or group of bodies that issues documents, is addressed by them or named in them.",
        [Id, Kind, Name, Short, Variants, Acronym, Parent], Make);

    private static readonly Field<ImmutableArray<Body>> Bodies =
        new("bodies", new ListShape<Body>(Body), "The bodies and officials", required: true);

    public static readonly RecordShape<BodyFile> File = new("Bodies and officials.", [Bodies],
        (values, _) => values.Has(Bodies) ? new(values.List(Bodies)) : null);

    private static Body? Make(FieldValues values, Reading reading) => values.Text(Id) is not { } id ? null : new()
    {
        Span = values.SpanOf(Id),
        Id = id,
        Kind = values.Value(Kind) ?? BodyKind.Body,
        Name = values.Text(Name) ?? new(null, null),
        Short = values.Text(Short),
        Variants = values.List(Variants),
        Acronym = values.Text(Acronym),
        Parent = values.Text(Parent),
    };
}

internal sealed record BodyFile(ImmutableArray<Body> Bodies);
