using System.Globalization;

using StaticSite.Diagnostics;

namespace StaticSite.Templating;

/// <remarks>What is written, escaped, indented and captured.</remarks>
internal sealed partial class Renderer
{
    private long written;
    private string indent = "";
    private bool lineStarts;

    public TextBuffer Output { get; }

    /// <summary>Writes the text of the template itself.</summary>
    public void WriteText(string text, SourceSpan span)
    {
        Count(text.Length, span);
        if (indent.Length == 0) Output.Append(text);
        else WriteIndented(text, escape: false, span);
    }

    /// <summary>Prints a value, escaped unless it is HTML.</summary>
    public void Print(object? value, SourceSpan span)
    {
        switch (value)
        {
            case null or Fault or Empty:
                return;
            case string text:
                PrintText(text, Options.EscapeHtml, span);
                return;
            case HtmlString html:
                PrintText(html.Text, escape: false, span);
                return;
            case int number:
                PrintNumber(number, span);
                return;
            case double number:
                PrintNumber(number, span);
                return;
            default:
                PrintText(ToText(value, span), Options.EscapeHtml, span);
                return;
        }
    }

    /// <summary>Runs, and gives back what it has written as a string instead.</summary>
    public string Capture(Action body, SourceSpan span)
    {
        var (start, outerIndent, outerStarts) = (Output.Length, indent, lineStarts);
        (indent, lineStarts) = ("", false);
        try
        {
            body();
            ChargeText(Output.Length - start, span);
            return Output.Text[start..].ToString();
        }
        finally
        {
            Output.Length = start;
            (indent, lineStarts) = (outerIndent, outerStarts);
        }
    }

    /// <summary>Captured output as a value: HTML where printing escapes, since what stands in it was escaped when it was printed.</summary>
    public object Captured(string text) => Options.EscapeHtml ? new HtmlString(text) : text;

    /// <summary>Lines that are begun until <see cref="EndIndent"/> start with this white space; the line at hand has it already.</summary>
    public string BeginIndent(string more, SourceSpan span)
    {
        var outer = indent;
        ChargeText((long)indent.Length + more.Length, span);
        indent += more;
        lineStarts = EndsLine;
        return outer;
    }

    public void EndIndent(string outer)
    {
        indent = outer;
        lineStarts = EndsLine;
    }

    private bool EndsLine => Output.Length > 0 && Output.Text[^1] == '\n';

    private void PrintText(ReadOnlySpan<char> text, bool escape, SourceSpan span)
    {
        Count(text.Length, span);
        if (indent.Length > 0) WriteIndented(text, escape, span);
        else if (escape) WriteEscaped(text, span);
        else Output.Append(text);
    }

    // The characters of the text are counted; what escaping adds is counted here, and taken back when it is too much.
    private void WriteEscaped(ReadOnlySpan<char> text, SourceSpan span)
    {
        var before = Output.Length;
        Output.AppendEscaped(text);
        var added = Output.Length - before - text.Length;
        if (added == 0) return;
        if (written + added > limits.OutputLength) Output.Length = before;
        Count(added, span);
    }

    private void PrintNumber<T>(T number, SourceSpan span)
        where T : struct, ISpanFormattable
    {
        // Every int and double fits.
        Span<char> digits = stackalloc char[32];
        number.TryFormat(digits, out var length, "", CultureInfo.InvariantCulture);
        BeginLine(span);
        Count(length, span);
        Output.Append(digits[..length]);
    }

    private void Count(int length, SourceSpan span)
    {
        written += length;
        if (written > limits.OutputLength) throw TooMuchWritten(span);
    }

    private LimitReached TooMuchWritten(SourceSpan span) => Exceeded(span, $"the output would be longer than {limits.OutputLength} characters", "");

    private void BeginLine(SourceSpan span)
    {
        if (!lineStarts) return;
        lineStarts = false;
        Count(indent.Length, span);
        Output.Append(indent);
    }

    private void WriteIndented(ReadOnlySpan<char> text, bool escape, SourceSpan span)
    {
        while (text.Length > 0)
        {
            var length = text.IndexOf('\n') + 1;
            var line = length == 0 ? text : text[..length];
            if (line.Length > 1 || line[0] != '\n') BeginLine(span);
            if (escape) WriteEscaped(line, span);
            else Output.Append(line);
            lineStarts = line[^1] == '\n';
            text = text[line.Length..];
        }
    }
}
