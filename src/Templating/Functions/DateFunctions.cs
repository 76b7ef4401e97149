using System.Globalization;

using static StaticSite.Templating.Functions.Parameters;

namespace StaticSite.Templating.Functions;

/// <summary>`date.…`. Times are in UTC. "Now" is what the rendering was told, and the build of a site tells none.</summary>
internal static class DateFunctions
{
    private static readonly Builtin ParseFunction =
        new("parse", [OptionalText("text", null), OptionalText("pattern", null), OptionalText("culture", null)], c => Parse(c, 0, 1, 2));

    public static readonly FunctionGroup Group = new("date",
        new("now", [], Now),
        new("utc_now", [], Now),
        ParseFunction,
        new("parse_to_string", [OptionalText("text", null), OptionalText("output_pattern", null), OptionalText("output_culture", null), OptionalText("input_pattern", null), OptionalText("input_culture", null)], ParseToString),
        new("to_string", [OptionalAny("date"), OptionalText("pattern", null), OptionalText("culture", null)], c => Print(c, c[0], 1, 2)),
        new("add_days", [OptionalAny("date"), Number("days")], c => Change(c, (d, n) => d.AddDays(n))),
        new("add_months", [OptionalAny("date"), Integer("months")], c => Change(c, (d, n) => d.AddMonths((int)n))),
        new("add_years", [OptionalAny("date"), Integer("years")], c => Change(c, (d, n) => d.AddYears((int)n))),
        new("add_hours", [OptionalAny("date"), Number("hours")], c => Change(c, (d, n) => d.AddHours(n))),
        new("add_minutes", [OptionalAny("date"), Number("minutes")], c => Change(c, (d, n) => d.AddMinutes(n))),
        new("add_seconds", [OptionalAny("date"), Number("seconds")], c => Change(c, (d, n) => d.AddSeconds(n))),
        new("add_milliseconds", [OptionalAny("date"), Number("millis")], c => Change(c, (d, n) => d.AddMilliseconds(n))),
        new("default_format", [], _ => DateFormat.Default),
        new("format", [], c => c.Renderer.DateFormat)
        {
            Assign = (renderer, value) =>
            {
                if (Values.AsText(value) is not { Length: <= 100 } format) return false;
                renderer.DateFormat = format;
                return true;
            },
        })
    {
        Called = ParseFunction,
    };

    private static object? Now(Call call) => call.Renderer.Options.Now is { } now
        ? now.UtcDateTime
        : call.Wrong($"{call.Function.Name} has no value here: a page does not depend on when it is made", "take the date from the document");

    private static object? Parse(Call call, int textAt, int patternAt, int cultureAt)
    {
        var text = call.Text(textAt).Trim();
        if (text.Length == 0) return null;
        if (!Cultures.TryGet(call, cultureAt, out var culture, out var finding)) return finding;
        const DateTimeStyles style = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;
        if (call[patternAt] is not string { Length: > 0 } pattern)
            return DateTime.TryParse(text, culture, style, out var date) ? date : call.Wrong($"\"{text}\" is no date", "write yyyy-mm-dd");
        call.Renderer.ChargeText(pattern.Length * 32L, call.Site.Span);
        if (DateFormat.ForReading(pattern, ref culture) is not { } form) return call.Wrong($"a date cannot be read by \"{pattern}\": one of its letters is for printing only");
        try
        {
            return DateTime.TryParseExact(text, form, culture, style, out var exact) ? exact : call.Wrong($"\"{text}\" is no date of the form \"{pattern}\"");
        }
        catch (FormatException)
        {
            // Thrown for a format of one unknown letter, in spite of the "Try".
            return call.Wrong($"\"{pattern}\" is no form of a date", "write \"%d.%m.%Y\"");
        }
    }

    private static object? ParseToString(Call call)
    {
        var date = Parse(call, 0, 3, 4);
        return date is Fault ? date : Print(call, date, 1, 2, DateFormat.Default);
    }

    private static object? Print(Call call, object? value, int patternAt, int cultureAt, string? standard = null)
    {
        if (value is null) return null;
        if (Values.AsDate(value) is not { } date) return call.Wrong($"a date is needed here, not {Tree.Operators.KindOf(value)}");
        if (!Cultures.TryGet(call, cultureAt, out var culture, out var finding)) return finding;
        var pattern = call[patternAt] is string given ? given : standard ?? call.Renderer.DateFormat;
        call.Renderer.ChargeText(pattern.Length * 32L, call.Site.Span);
        try
        {
            return DateFormat.Format(date, pattern, culture, call.Renderer.DateFormat);
        }
        catch (ArgumentOutOfRangeException)
        {
            return call.Wrong("the calendar of this culture does not reach to this date");
        }
    }

    private static object? Change(Call call, Func<DateTime, double, DateTime> change)
    {
        if (call[0] is null) return null;
        if (Values.AsDate(call[0]) is not { } date) return call.Wrong($"a date is needed here, not {Tree.Operators.KindOf(call[0])}");
        try
        {
            var most = call.IsInteger(1) ? int.MaxValue : 1e15;
            return change(date, Math.Clamp(Numbers.ToDouble(call[1]!), -most, most));
        }
        catch (ArgumentException)
        {
            return call.Wrong("the date would lie outside of the years 1 to 9999");
        }
    }
}
