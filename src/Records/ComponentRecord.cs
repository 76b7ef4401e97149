using System.Collections.Immutable;

namespace StaticSite.Records;

/// <summary>input/framework/components.yaml.</summary>
internal static class ComponentRecord
{
    private static readonly Field<LocalizedText> ToolName = new("name", PassageShapes.BothLanguages, "Name of the instrument", required: true);
    private static readonly Field<ImmutableArray<PassageReference>> ToolSources =
        new("sources", PassageShapes.Passages, "Passages that speak of it", required: true);

    private static readonly RecordShape<Tool> Tool = new("An instrument of the component.", [ToolName, ToolSources],
        (values, _) => new(values.Text(ToolName) ?? new(null, null), values.List(ToolSources), values.SpanOf(ToolName)));

    private static readonly Field<string> Id =
        new("id", Shapes.Name, "Id of the component, for example delegation-of-authority; provisions refer to it", required: true);
    private static readonly Field<LocalizedText> Name = new("name", PassageShapes.BothLanguages, "Name of the component", required: true);
    private static readonly Field<ImmutableArray<Sentence>> Summary =
        new("summary", new ListShape<Sentence>(PassageShapes.Sentence), "What the documents say of it, each sentence with its sources");
    private static readonly Field<ImmutableArray<Tool>> Tools = new("tools", new ListShape<Tool>(Tool), "Its instruments");

    private static readonly RecordShape<Component> Component = new("A component of the accountability framework.", [Id, Name, Summary, Tools],
        (values, _) => values.Text(Id) is not { } id ? null : new()
        {
            Span = values.SpanOf(Id),
            Id = id,
            Name = values.Text(Name) ?? new(null, null),
            Summary = values.List(Summary),
            Tools = values.List(Tools),
        });

    private static readonly Field<ImmutableArray<Component>> Components =
        new("components", new ListShape<Component>(Component), "The components, in the order in which they are shown", required: true);

    public static readonly RecordShape<ComponentFile> File = new("The components of the accountability framework.", [Components],
        (values, _) => values.Has(Components) ? new(values.List(Components)) : null);
}

internal sealed record ComponentFile(ImmutableArray<Component> Components);
