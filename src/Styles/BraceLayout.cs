using StaticSite.Diagnostics;

namespace StaticSite.Styles;

/// <summary>Where braces do not match, tells by the indentation of the lines which one is wrong: the pairs say only which is left over at the end.</summary>
internal sealed class BraceLayout(SourceText source, CssToken[] tokens, int[] partners, StyleFindings findings)
{
    // Nobody mends more at once.
    private const int Most = 20;

    /// <param name="unclosed">Opening braces that are left over, the outermost first.</param>
    public void ReportUnclosed(List<int> unclosed)
    {
        if (unclosed.Count == 0 || findings.RestIsSwallowed) return;
        // A brace that closes one deeper than itself was meant for one around it, so the inner one is open; what is left over in its place is the outermost.
        var inner = Misplaced((open, close) => close < open).Take(unclosed.Count).ToList();
        foreach (var open in inner.Concat(unclosed.Skip(inner.Count)).Order().Take(Most))
            findings.Add(StyleRules.Unclosed, tokens[open].Start, 1, "this \"{\" is never closed", Hint(open));
    }

    /// <param name="stray">Closing braces that are left over.</param>
    public void ReportStray(List<int> stray)
    {
        // One that stands deeper than what it closes is one too many; so is the last one then, which had nothing left to close.
        var closing = stray.Count == 0 ? [] : Misplaced((open, close) => close > open).Where(open => partners[open] < stray[^1]).Take(stray.Count).ToList();
        foreach (var open in closing)
            findings.Add(StyleRules.Stray, tokens[partners[open]].Start, 1, "this \"}\" is one too many",
                $"remove it: it closes the block of line {findings.LineOf(tokens[open].Start)}, which stands less deep");
        foreach (var close in stray.Skip(closing.Count))
            findings.Add(StyleRules.Stray, tokens[close].Start, 1, "this \"}\" closes nothing", "remove it, or write the \"{\" that it closes");
    }

    /// <summary>Opening braces whose partner begins its line with an indentation that such pairs do not have.</summary>
    private IEnumerable<int> Misplaced(Func<int, int, bool> isWrong)
    {
        for (var close = 0; close < tokens.Length; close++)
        {
            if (tokens[close].Kind != CssKind.CloseBrace || partners[close] < 0 || !BeginsLine(tokens[close].Start)) continue;
            if (isWrong(IndentOf(tokens[partners[close]].Start), IndentOf(tokens[close].Start)))
                yield return partners[close];
        }
    }

    // Where a line inside is no deeper than the line that opens the block, the block was meant to be over.
    private string Hint(int open)
    {
        var (line, depth) = (source.Position(tokens[open].Start).Line, IndentOf(tokens[open].Start));
        var last = open;
        for (var i = open + 1; i < tokens.Length; i++)
        {
            if (BeginsLine(tokens[i].Start) && IndentOf(tokens[i].Start) <= depth && source.Position(tokens[i].Start).Line is var here && here > line)
                return $"write \"}}\" before line {here}";
            last = i;
        }
        return $"write \"}}\" after line {source.Position(tokens[last].Start).Line}";
    }

    private bool BeginsLine(int offset)
    {
        while (offset > 0 && source.Text[offset - 1] is ' ' or '\t') offset--;
        return offset == 0 || source.Text[offset - 1] == '\n';
    }

    // Of the line that it stands on.
    private int IndentOf(int offset)
    {
        var start = offset == 0 ? 0 : source.Text.LastIndexOf('\n', offset - 1) + 1;
        var end = start;
        while (end < source.Text.Length && source.Text[end] is ' ' or '\t') end++;
        return end - start;
    }
}
