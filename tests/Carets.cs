using System.Text;
using System.Text.RegularExpressions;

using StaticSite.Diagnostics;

namespace StaticSite.Tests;

/// <summary>Findings marked under the text they are about, so that a case is one file that anyone can read and write:</summary>
/// <example><code>
/// date: 2015-13-25
/// #     ^^^^^^^^^^ error records/bad-date: "2015-13-25" is not a date; write yyyy-mm-dd
/// </code></example>
public static partial class Carets
{
    /// <summary>The source without its mark lines.</summary>
    public static string Strip(string marked) =>
        string.Join('\n', marked.Split('\n').Where(line => !MarkLine().IsMatch(line)));

    /// <summary>The source with a mark line below each place that has a finding. A point is marked with one caret; a span over several
    /// lines to the end of its first line. A finding in column 1 is marked with "#&lt;" since the comment sign stands there.</summary>
    public static string Mark(string source, IEnumerable<Diagnostic> diagnostics)
    {
        var text = new SourceText("", source);
        var byLine = DiagnosticPrinter.Sort(diagnostics).ToLookup(d => text.Position(d.Span.Start).Line);
        var marked = new StringBuilder();
        for (var line = 1; line <= text.LineCount; line++)
        {
            var content = text.Line(line).ToString();
            marked.Append(content);
            if (line < text.LineCount) marked.Append('\n');
            foreach (var finding in byLine[line])
            {
                if (line == text.LineCount && marked.Length > 0 && marked[^1] != '\n') marked.Append('\n');
                var column = text.Position(finding.Span.Start).Column;
                var length = Math.Max(1, Math.Min(finding.Span.Length, content.Length - column + 1));
                var hint = finding.Hint.Length == 0 ? "" : "; " + finding.Hint;
                var carets = column == 1 ? "#<" + new string('^', length - 1) : "#" + new string(' ', column - 2) + new string('^', length);
                marked.Append(carets).Append(' ').Append(DiagnosticPrinter.Name(finding.Rule.Severity)).Append(' ')
                    .Append(finding.Rule.Id).Append(": ").Append(finding.Message).Append(hint).Append('\n');
            }
        }
        return marked.ToString();
    }

    [GeneratedRegex(@"^#(<\^*| *\^+) (error|warning|info) [a-z-]+/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MarkLine();
}
