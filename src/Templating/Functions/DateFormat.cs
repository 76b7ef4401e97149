using System.Globalization;
using System.Text;

namespace StaticSite.Templating.Functions;

/// <summary>Dates in the letters of strftime: "%Y-%m-%d".</summary>
internal static class DateFormat
{
    public static string Format(DateTime date, string format, CultureInfo culture)
    {
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 >= format.Length)
            {
                text.Append(format[i]);
                continue;
            }
            i++;
            // "%-d": without leading zero.
            var bare = format[i] == '-' && i + 1 < format.Length;
            if (bare) i++;
            var part = Part(date, format[i], culture);
            text.Append(part is null ? "%" + format[i] : bare ? part.TrimStart('0', ' ') is { Length: > 0 } trimmed ? trimmed : "0" : part);
        }
        return text.ToString();
    }

    private static string? Part(DateTime date, char letter, CultureInfo culture) => letter switch
    {
        'a' => date.ToString("ddd", culture),
        'A' => date.ToString("dddd", culture),
        'b' or 'h' => date.ToString("MMM", culture),
        'B' => date.ToString("MMMM", culture),
        'C' => Two(date.Year / 100),
        'd' => Two(date.Day),
        'D' => Format(date, "%m/%d/%y", culture),
        'e' => date.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2),
        'F' => Format(date, "%Y-%m-%d", culture),
        'g' => date.ToString("dd MMM yyyy", culture),
        'H' => Two(date.Hour),
        'I' => Two((date.Hour + 11) % 12 + 1),
        'j' => date.DayOfYear.ToString("000", CultureInfo.InvariantCulture),
        'm' => Two(date.Month),
        'M' => Two(date.Minute),
        'n' => "\n",
        'p' => date.Hour < 12 ? "AM" : "PM",
        'R' => Format(date, "%H:%M", culture),
        'S' => Two(date.Second),
        't' => "\t",
        'T' => Format(date, "%H:%M:%S", culture),
        'u' => (((int)date.DayOfWeek + 6) % 7 + 1).ToString(CultureInfo.InvariantCulture),
        'V' => Two(ISOWeek.GetWeekOfYear(date)),
        'w' => ((int)date.DayOfWeek).ToString(CultureInfo.InvariantCulture),
        'y' => Two(date.Year % 100),
        'Y' => date.Year.ToString("0000", CultureInfo.InvariantCulture),
        '%' => "%",
        _ => null,
    };

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
