using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Text;

namespace StaticSite.Import;

/// <summary>A line of extracted text that has something printed on it.</summary>
/// <param name="Number">1-based line of the source.</param>
/// <param name="Text">Without blanks at its ends, runs of blanks as one, letter-spaced display lines closed up.</param>
/// <param name="Indent">Number of blanks before the text.</param>
/// <param name="BlankAtEnd">True when a blank stands behind the text: in Chinese text from Word files, the end of a paragraph.</param>
/// <param name="Gap">Number of empty lines before it.</param>
/// <param name="AfterRule">True when a long run of blanks, an underlined rule once, stands on a line between this line and the one before.</param>
/// <param name="PageStart">True when a form feed stands before it.</param>
internal sealed record SourceLine(int Number, string Text, int Indent, bool BlankAtEnd, int Gap, bool AfterRule, bool PageStart)
{
    private const int RuleOfBlanks = 20;

    public int Width { get; } = Han.Width(Text);

    /// <summary>True when the next line of the source, without printed characters, still belongs to this one: a blank that ended it.</summary>
    public bool BlankLineAfter { get; init; }

    /// <summary>The lines of a text that have something printed on them.</summary>
    public static ImmutableArray<SourceLine> Split(SourceText source)
    {
        var lines = ImmutableArray.CreateBuilder<SourceLine>();
        var (gap, rule, page) = (0, false, false);
        for (var number = 1; number <= source.LineCount; number++)
        {
            var raw = source.Line(number);
            var text = LetterSpacing.Close(LineJoin.Tidy(raw.ToString()));
            var feed = raw.IndexOf('\f');
            if (text.Length == 0)
            {
                if (gap == 0 && raw.Length > 0 && feed < 0 && lines.Count > 0) lines[^1] = lines[^1] with { BlankLineAfter = true };
                gap++;
                rule |= raw.Length >= RuleOfBlanks;
                page |= feed >= 0;
                continue;
            }
            var indent = raw.Length - raw.TrimStart().Length;
            lines.Add(new(number, text, raw[..indent].Trim('\f').Length, char.IsWhiteSpace(raw[^1]), gap, rule, page || feed >= 0 && feed < indent));
            (gap, rule, page) = (0, false, feed >= indent);
        }
        return lines.DrainToImmutable();
    }
}
