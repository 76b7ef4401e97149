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
        else WriteIndented(text, escape: false);
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
                PrintText(html.ToString(), escape: false, span);
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

    /// <summary>Lines after the first that are written until <see cref="EndIndent"/> start with this white space.</summary>
    public string BeginIndent(string more)
    {
        var outer = indent;
        indent += more;
        lineStarts = false;
        return outer;
    }

    public void EndIndent(string outer)
    {
        indent = outer;
        lineStarts = false;
    }

    private void PrintText(string text, bool escape, SourceSpan span)
    {
        Count(text.Length, span);
        if (indent.Length > 0) WriteIndented(text, escape);
        else if (escape) Output.AppendEscaped(text);
        else Output.Append(text);
    }

    private void PrintNumber<T>(T number, SourceSpan span)
        where T : struct, ISpanFormattable
    {
        // Every int and double fits.
        Span<char> digits = stackalloc char[32];
        number.TryFormat(digits, out var length, "", CultureInfo.InvariantCulture);
        Count(length, span);
        BeginLine();
        Output.Append(digits[..length]);
    }

    private void Count(int length, SourceSpan span)
    {
        written += length;
        if (written > limits.OutputLength) throw Exceeded(span, $"the output would be longer than {limits.OutputLength} characters", "");
    }

    private void BeginLine()
    {
        if (!lineStarts) return;
        lineStarts = false;
        Output.Append(indent);
        written += indent.Length;
    }

    private void WriteIndented(ReadOnlySpan<char> text, bool escape)
    {
        while (text.Length > 0)
        {
            var length = text.IndexOf('\n') + 1;
            var line = length == 0 ? text : text[..length];
            if (line.Length > 1 || line[0] != '\n') BeginLine();
            if (escape) Output.AppendEscaped(line);
            else Output.Append(line);
            lineStarts = line[^1] == '\n';
            text = text[line.Length..];
        }
    }
}
