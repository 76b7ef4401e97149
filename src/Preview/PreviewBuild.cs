using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Preview;

/// <summary>What one build gave the preview: the whole site in memory, and what there is to tell its author.</summary>
public sealed record PreviewBuild
{
    /// <summary>Path that the site stands below, with slashes at both ends: "/", "/site/".</summary>
    public required string Root { get; init; }

    /// <summary>By path below the output folder: "zh/A/67/776/index.html". Of no use when there are errors.</summary>
    public required IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files { get; init; }

    /// <summary>In the order of <see cref="DiagnosticPrinter.Sort"/>.</summary>
    public required ImmutableArray<PlacedFinding> Findings { get; init; }

    public bool HasErrors => Findings.Any(f => f.Severity == Severity.Error);

    public static PreviewBuild Of(
        string root, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, IEnumerable<Diagnostic> findings, Func<string, SourceText?> source) => new()
    {
        Root = root,
        Files = files,
        Findings = [.. DiagnosticPrinter.Sort(findings).Select(f => PlacedFinding.Of(f, source(f.Span.Path)))],
    };
}

/// <summary>A finding with its place and the line itself, ready to be shown.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 code units.</param>
/// <param name="Source">The line, or as much of a long one as is around the place; null when the file could not be read.</param>
/// <param name="MarkStart">0-based offset of the place in <paramref name="Source"/>.</param>
/// <param name="MarkLength">0 marks a point.</param>
public sealed record PlacedFinding(
    string Path, int Line, int Column, Severity Severity, string Rule, string Message, string Hint, string? Source, int MarkStart, int MarkLength)
{
    // Paragraphs of UN documents stand on one line: as much of it as a person takes in at a glance.
    private const int Before = 60, After = 120;

    public static PlacedFinding Of(Diagnostic finding, SourceText? source)
    {
        var (line, column) = source?.Position(finding.Span.Start) ?? (1, 1);
        var (shown, mark) = source is null ? (null, 0) : Excerpt(source.Line(line), column - 1);
        var length = shown is null ? 0 : Math.Clamp(finding.Span.Length, 0, shown.Length - mark);
        return new(finding.Span.Path, line, column, finding.Rule.Severity, finding.Rule.Id, finding.Message, finding.Hint, shown, mark, length);
    }

    private static (string Shown, int Mark) Excerpt(ReadOnlySpan<char> line, int at)
    {
        at = Math.Min(at, line.Length);
        var start = at <= Before ? 0 : at - Before;
        var end = Math.Min(line.Length, at + After);
        if (start > 0 && char.IsLowSurrogate(line[start])) start--;
        if (end < line.Length && char.IsLowSurrogate(line[end])) end++;
        var (head, tail) = (start > 0 ? "…" : "", end < line.Length ? "…" : "");
        return ($"{head}{line[start..end]}{tail}", at - start + head.Length);
    }
}
