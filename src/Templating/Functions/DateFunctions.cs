using System.Globalization;

using static StaticSite.Templating.Functions.Parameters;

namespace StaticSite.Templating.Functions;

/// <summary>`date.…`. There is no "now": a page does not depend on when it was made.</summary>
internal static class DateFunctions
{
    public static readonly FunctionGroup Group = new("date",
        new("parse", [OptionalText("text", null), OptionalText("format", null)], Parse),
        new("to_string", [OptionalAny("date"), OptionalText("format", "%d %b %Y"), OptionalText("culture", null)], Print),
        new("add_days", [Any("date"), Number("days")], c => Change(c, (d, n) => d.AddDays(n))),
        new("add_months", [Any("date"), Integer("months")], c => Change(c, (d, n) => d.AddMonths((int)n))),
        new("add_years", [Any("date"), Integer("years")], c => Change(c, (d, n) => d.AddYears((int)n))));

    private static object? Parse(Call call)
    {
        var text = call.Text(0).Trim();
        if (text.Length == 0) return null;
        var read = call[1] is string { Length: > 0 } format
            ? DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            : DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out date);
        return read ? date : call.Wrong($"\"{text}\" is no date", "write yyyy-mm-dd");
    }

    private static object? Print(Call call)
    {
        if (call[0] is null) return null;
        if (Values.AsDate(call[0]) is not { } date) return call.Wrong("the value is no date");
        try
        {
            var culture = call[2] is string { Length: > 0 } name ? CultureInfo.GetCultureInfo(name) : CultureInfo.InvariantCulture;
            return DateFormat.Format(date, call.Text(1), culture);
        }
        catch (CultureNotFoundException)
        {
            return call.Wrong($"there is no culture \"{call.Text(2)}\"");
        }
    }

    private static object? Change(Call call, Func<DateTime, double, DateTime> change)
    {
        if (call[0] is null) return null;
        if (Values.AsDate(call[0]) is not { } date) return call.Wrong("the value is no date");
        try
        {
            return change(date, Math.Clamp(Numbers.ToDouble(call[1]!), int.MinValue, int.MaxValue));
        }
        catch (ArgumentException)
        {
            return call.Wrong("the date would lie outside of the years 1 to 9999");
        }
    }
}
