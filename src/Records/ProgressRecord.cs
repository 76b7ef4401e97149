using System.Collections.Immutable;

using StaticSite.Symbols;

namespace StaticSite.Records;

/// <summary>input/progress/reports.yaml.</summary>
internal static class ProgressRecord
{
    private static readonly Field<string> Id = new("id", Shapes.LineOrNumber, "Number of the report; its address ends with it", required: true);
    private static readonly Field<LocalizedText> Name = new("name", PassageShapes.BothLanguages, "What the report is called for short", required: true);
    private static readonly Field<DocumentSymbol> Report = new("report", Shapes.Symbol, "Symbol of the report", required: true);
    private static readonly Field<DocumentSymbol> Committee = new("committee", Shapes.Symbol, "Symbol of the Committee's report on it");
    private static readonly Field<DocumentSymbol> Resolution = new("resolution", Shapes.Symbol, "Symbol of the resolution that followed, where it is known");
    private static readonly Field<ImmutableArray<Sentence>> Summary =
        new("summary", new ListShape<Sentence>(PassageShapes.Sentence), "What the documents say of it, each sentence with its sources");

    private static readonly RecordShape<ProgressReport> ReportShape = new("A progress report with its chain.",
        [Id, Name, Report, Committee, Resolution, Summary], Make);

    private static readonly Field<ImmutableArray<ProgressReport>> Reports =
        new("reports", new ListShape<ProgressReport>(ReportShape), "The progress reports, in time", required: true);

    public static readonly RecordShape<ProgressFile> File = new("The progress reports, each with its chain: report, Committee, resolution.", [Reports],
        (values, _) => values.Has(Reports) ? new(values.List(Reports)) : null);

    private static ProgressReport? Make(FieldValues values, Reading reading)
    {
        if (values.Text(Id) is not { } id || values.Text(Report) is not { } report) return null;
        // An id without quotes is a number and right; what it looks like is judged here.
        if (!id.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c == '-'))
            reading.Report(RecordRules.BadId, values.SpanOf(Id), $"\"{Nearest.Shorten(id)}\" is no id of a report", "write a number, such as \"1\"");
        return new(id, values.Text(Name) ?? new(null, null), report, values.Text(Committee), values.Text(Resolution), values.List(Summary),
            values.SpanOf(Id));
    }
}

internal sealed record ProgressFile(ImmutableArray<ProgressReport> Reports);
