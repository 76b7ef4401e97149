using System.Text;

namespace StaticSite.Exports;

/// <summary>A table as CSV: RFC 4180 with line feeds, and a byte order mark, without which spreadsheets misread Chinese.</summary>
internal sealed class CsvTable
{
    private readonly StringBuilder csv = new("\uFEFF");

    public void Line(params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) csv.Append(',');
            csv.Append(Cell(cells[i]));
        }
        csv.Append('\n');
    }

    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(csv.ToString());

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny("\",\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
