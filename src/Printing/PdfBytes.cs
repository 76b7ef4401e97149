using System.Text;

namespace StaticSite.Printing;

/// <summary>Takes out of a PDF what differs from one moment to the next, so that the same page gives the same bytes. Pure.</summary>
/// <remarks>ISO 32000-1, 14.3.3: both dates may be absent. They are overwritten with blanks, which keeps every offset of the file. What still
/// differs from machine to machine is what is drawn: the fonts that are installed, and the release of Chromium, which the file names.</remarks>
public static class PdfBytes
{
    private static readonly byte[][] Dates = [.. new[] { "/CreationDate (", "/ModDate (" }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>Changes the bytes in place.</summary>
    public static void DropDates(Span<byte> pdf)
    {
        foreach (var key in Dates)
        {
            var rest = pdf;
            while (rest.IndexOf(key) is >= 0 and var at)
            {
                var value = rest[(at + key.Length)..];
                rest = value;
                // "D:20130201120000+00'00')": what looks otherwise is none of ours.
                if (!value.StartsWith("D:"u8) || value.IndexOf((byte)')') is not (>= 0 and < 40 and var end)) continue;
                pdf.Slice(pdf.Length - value.Length - key.Length, key.Length + end + 1).Fill((byte)' ');
            }
        }
    }
}
