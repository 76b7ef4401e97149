using System.Globalization;
using System.Text;

namespace StaticSite.Templating.Functions;

/// <summary>Dates in the letters of strftime: "%Y-%m-%d". "%g" means the invariant culture from there on.</summary>
internal static class DateFormat
{
    /// <summary>How a date is printed unless `date.format` is set.</summary>
    public const string Default = "%d %b %Y";

    /// <param name="standard">What "%g" alone stands for: the format set for the page.</param>
    public static string Format(DateTime date, string format, CultureInfo culture, string standard = Default)
    {
        if (format == "%g") format = "%g " + standard;
        var text = new StringBuilder();
        foreach (var (letter, plain) in Letters(format))
        {
            if (plain) text.Append(letter);
            else if (letter == 'g') culture = CultureInfo.InvariantCulture;
            else if (Part(date, letter, culture) is { } part) text.Append(part);
            else text.Append('%').Append(letter);
        }
        return text.ToString();
    }

    /// <summary>The .NET form of a format, for reading dates; null when a letter in it cannot be read, only printed.</summary>
    public static string? ForReading(string format, ref CultureInfo culture)
    {
        var text = new StringBuilder();
        if (Letters(format).Contains(('g', false))) culture = CultureInfo.InvariantCulture;
        foreach (var (letter, plain) in Letters(format))
        {
            if (!plain && letter == 'g') continue;
            if ((plain ? letter.ToString() : letter == 'x' ? culture.DateTimeFormat.ShortDatePattern : letter == 'X' ? culture.DateTimeFormat.LongTimePattern : Net(letter)) is not { } part) return null;
            text.Append(part);
        }
        return text.ToString();
    }

    private static IEnumerable<(char Letter, bool Plain)> Letters(string format)
    {
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] == '%' && i + 1 < format.Length) yield return (format[++i], false);
            else yield return (format[i], true);
        }
    }

    // What .NET knows under another name.
    private static string? Net(char letter) => letter switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'c' => "ddd MMM dd HH:mm:ss yyyy",
        'd' => "dd",
        'D' => "MM/dd/yy",
        'e' => "%d",
        'F' => "yyyy-MM-dd",
        'H' => "HH",
        'I' => "hh",
        'k' => "%H",
        'l' => "%h",
        'L' => "fff",
        'm' => "MM",
        'M' => "mm",
        'N' => "fffffff00",
        'p' or 'P' => "tt",
        'r' => "hh:mm:ss tt",
        'R' => "HH:mm",
        'S' => "ss",
        'T' => "HH:mm:ss",
        'x' => "d",
        'X' => "T",
        'y' => "yy",
        'Y' => "yyyy",
        'Z' => "zzz",
        _ => null,
    };

    private static string? Part(DateTime date, char letter, CultureInfo culture) => letter switch
    {
        'C' => Digits(date.Year / 100, 2),
        'e' or 'k' or 'l' => date.ToString(Net(letter), culture).PadLeft(2),
        'j' => Digits(date.DayOfYear, 3),
        'n' => "\n",
        'P' => date.ToString("tt", culture).ToLowerInvariant(),
        's' => ((date.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture),
        't' => "\t",
        'u' => Digits(((int)date.DayOfWeek + 6) % 7 + 1, 1),
        'U' => Digits(Week(date, culture, DayOfWeek.Sunday), 2),
        'v' => $"{date.Day,2}-{date.ToString("MMM", CultureInfo.InvariantCulture).ToUpperInvariant()}-{Digits(date.Year, 4)}",
        'V' => Digits(culture.Calendar.GetWeekOfYear(date, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday), 2),
        'w' => Digits((int)date.DayOfWeek, 1),
        'W' => Digits(Week(date, culture, DayOfWeek.Monday), 2),
        // The page knows no time zone: times are those of UTC.
        'Z' => "+00:00",
        '%' => "%",
        _ => Net(letter) is { } net ? date.ToString(net, culture) : null,
    };

    private static int Week(DateTime date, CultureInfo culture, DayOfWeek first) =>
        culture.Calendar.GetWeekOfYear(date, culture.DateTimeFormat.CalendarWeekRule, first);

    private static string Digits(int number, int least) => number.ToString("D" + least, CultureInfo.InvariantCulture);
}
