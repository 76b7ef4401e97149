using System.Collections.Immutable;

namespace StaticSite.Records;

/// <summary>input/framework/acts.yaml.</summary>
internal static class ActRecord
{
    private static readonly Field<string> Id = new("id", Shapes.Name, "Id of the act, for example request; provisions refer to it", required: true);
    private static readonly Field<LocalizedText> Name = new("name", PassageShapes.BothLanguages, "What the act is called", required: true);
    private static readonly Field<LocalizedText> Meaning =
        new("meaning", PassageShapes.BothLanguages, "One sentence: when a provision has this act, and which verbs show it");
    private static readonly Field<bool> Asks =
        new("asks", Shapes.Truth, "true when it asks somebody for something, so that it has to be followed up");

    private static readonly RecordShape<Act> Act = new("An act: what a provision does.", [Id, Name, Meaning, Asks],
        (values, _) => values.Text(Id) is { } id
            ? new(id, values.Text(Name) ?? new(null, null), values.Text(Meaning), values.Value(Asks) ?? false, values.SpanOf(Id)) : null);

    private static readonly Field<ImmutableArray<Act>> Acts = new("acts", new ListShape<Act>(Act), "The acts", required: true);

    public static readonly RecordShape<ActFile> File = new("The vocabulary of acts.", [Acts],
        (values, _) => values.Has(Acts) ? new(values.List(Acts)) : null);
}

internal sealed record ActFile(ImmutableArray<Act> Acts);
