using System.Collections.Concurrent;
using System.Globalization;

using StaticSite.Build;
using StaticSite.Diagnostics;

namespace StaticSite.Commands;

/// <summary>Prints findings as text, one a line.</summary>
internal static class Findings
{
    public static void Print(IEnumerable<Diagnostic> findings, Func<string, SourceText?> source, TextWriter writer)
    {
        foreach (var finding in findings) writer.WriteLine(DiagnosticPrinter.Format(finding, source(finding.Span.Path)));
    }

    /// <summary>"2 errors, 1 warning"; "no findings".</summary>
    public static string Count(IEnumerable<Diagnostic> findings)
    {
        var counts = findings.CountBy(f => f.Rule.Severity).ToDictionary(c => c.Key, c => c.Value);
        var words = new[] { Severity.Error, Severity.Warning, Severity.Info }
            .Where(counts.ContainsKey)
            .Select(s => string.Create(CultureInfo.InvariantCulture, $"{counts[s]} {Noun(s, counts[s])}"));
        return counts.Count == 0 ? "no findings" : string.Join(", ", words);
    }

    /// <summary>Findings with the paths that the user knows.</summary>
    public static IEnumerable<Diagnostic> Shown(SiteInput input, IEnumerable<Diagnostic> findings) =>
        findings.Select(f => f with { Span = f.Span with { Path = input.Shown(f.Span.Path) } });

    /// <summary>Finds the text of a file by the path that the user knows, for line and column.</summary>
    public static Func<string, SourceText?> SourcesOf(SiteInput input)
    {
        // Most builds have nothing to tell.
        var kept = new Lazy<Dictionary<string, SourceText>>(() => input.Sources.DistinctBy(s => s.Path).ToDictionary(s => input.Shown(s.Path), StringComparer.Ordinal));
        var dropped = new ConcurrentDictionary<string, SourceText?>(StringComparer.Ordinal);
        return path => kept.Value.GetValueOrDefault(path) ?? dropped.GetOrAdd(path, p => SiteFiles.ReadAgain(input, p));
    }

    private static string Noun(Severity severity, int count) => severity switch
    {
        Severity.Error => count == 1 ? "error" : "errors",
        Severity.Warning => count == 1 ? "warning" : "warnings",
        _ => count == 1 ? "note" : "notes",
    };
}
