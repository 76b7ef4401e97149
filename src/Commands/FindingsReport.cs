using System.Collections.Immutable;
using System.Globalization;

using StaticSite.Diagnostics;
using StaticSite.Preview;

namespace StaticSite.Commands;

/// <summary>Findings for a person at a terminal: grouped by file, each with its line and a mark under the place.</summary>
/// <param name="colour">Colours by escape codes.</param>
internal sealed class FindingsReport(TextWriter writer, bool colour)
{
    /// <summary>What one reads at once.</summary>
    public const int Most = 50;

    private const string Bold = "1", Dim = "2", Red = "1;31", Yellow = "1;33", Blue = "1;34";

    /// <param name="findings">In the order of <see cref="DiagnosticPrinter.Sort"/>, in which they are printed.</param>
    /// <param name="most">Of more than these the gravest are printed, and the number of the others.</param>
    public void Print(ImmutableArray<Diagnostic> findings, Func<string, SourceText?> source, int most)
    {
        var shown = findings.Select((finding, place) => (finding, place)).OrderByDescending(f => f.finding.Rule.Severity).ThenBy(f => f.place).Take(most)
            .OrderBy(f => f.place).Select(f => f.finding).ToList();
        foreach (var file in shown.GroupBy(f => f.Span.Path, StringComparer.Ordinal))
        {
            writer.WriteLine(In(Bold, file.Key));
            foreach (var finding in file) Print(PlacedFinding.Of(finding, source(file.Key)));
            writer.WriteLine();
        }
        if (findings.Length > shown.Count)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{findings.Length - shown.Count} more are not shown; --all shows them"));
    }

    // "  12:5  error records/bad-date: …": under the name of their file, terminals make that a link.
    private void Print(PlacedFinding finding)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{finding.Line}:{finding.Column}");
        var severity = In(finding.Severity switch { Severity.Error => Red, Severity.Warning => Yellow, _ => Blue }, DiagnosticPrinter.Name(finding.Severity));
        writer.WriteLine($"  {place}  {severity} {finding.Rule}: {finding.Message}");
        if (finding.Source is { } line)
        {
            var (before, marked) = (Plain(line[..finding.MarkStart]), Plain(line.Substring(finding.MarkStart, finding.MarkLength)));
            writer.WriteLine($"    {In(Dim, "|")} {Plain(line)}");
            writer.WriteLine($"    {In(Dim, "|")} {new string(' ', Width(before))}{In(Red, new string('^', Math.Max(1, Width(marked))))}");
        }
        if (finding.Hint.Length > 0) writer.WriteLine($"    → {finding.Hint}");
    }

    private string In(string code, string text) => colour ? $"\e[{code}m{text}\e[0m" : text;

    // One place each: a tab would shift the mark, and an escape code of the file is no colour of ours.
    private static string Plain(string text) => string.Concat(text.Select(c => c == '\t' ? ' ' : char.IsControl(c) ? '\uFFFD' : c));

    // In columns of a terminal: Han characters and their punctuation take two.
    private static int Width(string text) => text.Sum(c => c is >= '\u2E80' and < '\uFF61' or >= '\uFFE0' and < '\uFFE7' ? 2
        : char.IsLowSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? 0 : char.IsHighSurrogate(c) ? 2 : 1);
}
