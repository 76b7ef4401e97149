using System.Collections.Immutable;

using StaticSite.Build;
using StaticSite.Diagnostics;
using StaticSite.Import;
using StaticSite.Records;

namespace StaticSite.Commands;

/// <summary>Compares the records with the source texts that they were imported from: not one character of content may be lost.</summary>
internal static class SourceCheck
{
    /// <summary>The source that a record names is not there, so that nothing can be compared.</summary>
    private static readonly Rule MissingSource = new("check/missing-source", Severity.Warning);

    /// <param name="folder">What `source: { file: … }` is relative to.</param>
    public static ImmutableArray<Diagnostic> Run(SiteInput input, string folder, CancellationToken cancel)
    {
        var records = RecordLoader.Load(input.Records);
        // A record with an error says so itself; that it differs from its source too would be the same mistake told twice.
        var broken = records.Diagnostics.Where(d => d.Rule.Severity == Severity.Error).Select(d => Path.GetDirectoryName(d.Span.Path)).ToHashSet(StringComparer.Ordinal);
        return [.. records.Value.Documents.Where(d => !broken.Contains(Path.GetDirectoryName(d.Span.Path))).AsParallel().AsOrdered().WithCancellation(cancel).SelectMany(d => Check(d, folder))];
    }

    private static ImmutableArray<Diagnostic> Check(Document document, string folder)
    {
        if (document.TextIn(document.Source.Language) is not { } text) return [];
        var file = Path.Combine(folder, document.Source.File);
        if (!File.Exists(file))
        {
            return [new(MissingSource, document.Span, $"the source of {document.Symbol}, {document.Source.File}, is not there",
                "name the folder it is relative to with --sources, or put it back")];
        }
        var source = SiteFiles.ReadText(file);
        return source.Value is null ? source.Diagnostics
            : LosslessCheck.Check(document, text, source.Value with { Path = document.Source.File });
    }
}
