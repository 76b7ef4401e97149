using System.Collections.Immutable;

namespace StaticSite.Records;

/// <summary>input/framework/indicators.yaml.</summary>
internal static class IndicatorRecord
{
    private static readonly Field<string> Id = new("id", Shapes.Name, "Id of the figure", required: true);
    private static readonly Field<LocalizedText> Name = new("name", PassageShapes.BothLanguages, "What is measured", required: true);
    private static readonly Field<string> Series = new("series", Shapes.Name, "The same word for figures that can be compared");
    private static readonly Field<decimal> Value = new("value", Shapes.Number, "The number as said, without its qualifier: 39 for 39 %", required: true);
    private static readonly Field<IndicatorUnit> Unit = new("unit",
        Shapes.OneOf(("percent", IndicatorUnit.Percent), ("count", IndicatorUnit.Count), ("usd", IndicatorUnit.Usd), ("days", IndicatorUnit.Days),
            ("weeks", IndicatorUnit.Weeks), ("months", IndicatorUnit.Months), ("years", IndicatorUnit.Years)),
        "Unit of the number", required: true);
    private static readonly Field<LocalizedText> Counts = new("counts", PassageShapes.BothLanguages, "With the unit count: what is counted");
    private static readonly Field<FigureQualifier> Qualifier = new("qualifier",
        Shapes.OneOf(("about", FigureQualifier.About), ("over", FigureQualifier.Over), ("at-least", FigureQualifier.AtLeast),
            ("at-most", FigureQualifier.AtMost), ("under", FigureQualifier.Under), ("nearly", FigureQualifier.Nearly)),
        "How the source hedges the figure; left out when it is exact");
    private static readonly Field<LocalizedText> Period =
        new("period", PassageShapes.BothLanguages, "The time that it holds for, where the source states it");
    private static readonly Field<LocatedWords> Figure =
        new("figure", PassageShapes.Words, "The figure as it stands in the passage, letter for letter", required: true);
    private static readonly Field<PassageReference> Source =
        new("source", PassageShapes.Passage, "Passage that states it, for example A/67/776#34", required: true);

    private static readonly RecordShape<Indicator> Indicator = new("A figure that a document states.",
        [Id, Name, Series, Value, Unit, Counts, Qualifier, Period, Figure, Source], Make);

    private static readonly Field<ImmutableArray<Indicator>> Indicators =
        new("indicators", new ListShape<Indicator>(Indicator), "The figures", required: true);

    public static readonly RecordShape<IndicatorFile> File = new("Every figure that the documents state, with the passage that states it.",
        [Indicators], (values, _) => values.Has(Indicators) ? new(values.List(Indicators)) : null);

    private static Indicator? Make(FieldValues values, Reading reading)
    {
        if (values.Text(Id) is not { } id || values.Value(Value) is not { } value || values.Value(Unit) is not { } unit
            || values.Text(Figure) is not { } figure || values.Value(Source) is not { } source) return null;
        if (unit == IndicatorUnit.Count != values.Has(Counts) && !reading.IsPartial && !values.IsBroken(Counts))
            reading.Report(RecordRules.BadValue, values.SpanOf(unit == IndicatorUnit.Count ? Unit : Counts),
                unit == IndicatorUnit.Count ? "A count does not say what is counted" : "Only a count says what is counted",
                unit == IndicatorUnit.Count ? "add counts: { zh: …, en: … }" : "remove counts, or write unit: count");
        return new()
        {
            Span = values.SpanOf(Id),
            Id = id,
            Name = values.Text(Name) ?? new(null, null),
            Series = values.Text(Series),
            Value = value,
            ValueSpan = values.SpanOf(Value),
            Unit = unit,
            Counts = values.Text(Counts),
            Qualifier = values.Value(Qualifier),
            Period = values.Text(Period),
            Figure = new(figure, source),
        };
    }
}

internal sealed record IndicatorFile(ImmutableArray<Indicator> Indicators);
