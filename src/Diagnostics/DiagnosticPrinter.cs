using System.Collections.Immutable;

namespace StaticSite.Diagnostics;

/// <summary>Prints findings as compilers do, one a line, so that editors and terminals make the place a link.</summary>
public static class DiagnosticPrinter
{
    /// <summary>"path(line,column): severity rule-id: message; hint".</summary>
    /// <param name="source">The text the finding is about; null prints line 1, column 1 (a file that could not be read).</param>
    public static string Format(Diagnostic diagnostic, SourceText? source)
    {
        var (line, column) = source?.Position(diagnostic.Span.Start) ?? (1, 1);
        var hint = diagnostic.Hint.Length == 0 ? "" : "; " + diagnostic.Hint;
        return $"{diagnostic.Span.Path}({line},{column}): {Name(diagnostic.Rule.Severity)} {diagnostic.Rule.Id}: {diagnostic.Message}{hint}";
    }

    /// <summary>Path, then place, then rule, then message: the same order whatever found them first.</summary>
    public static ImmutableArray<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics
            .OrderBy(d => d.Span.Path, StringComparer.Ordinal)
            .ThenBy(d => d.Span.Start)
            .ThenBy(d => d.Rule.Id, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal)];

    /// <summary>"error", "warning", "info": the words of the printed form and of the machine-readable ones.</summary>
    public static string Name(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}
