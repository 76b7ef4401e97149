using System.Globalization;

using static StaticSite.Templating.Functions.Parameters;

namespace StaticSite.Templating.Functions;

/// <summary>`timespan.…`: durations, which can be added to dates and to each other. Their members: days, hours, total_hours, ….</summary>
internal static class TimespanFunctions
{
    public static readonly FunctionGroup Group = new("timespan",
        new("zero", [], _ => TimeSpan.Zero),
        new("from_days", [Number("days")], c => From(c, TimeSpan.TicksPerDay)),
        new("from_hours", [Number("hours")], c => From(c, TimeSpan.TicksPerHour)),
        new("from_minutes", [Number("minutes")], c => From(c, TimeSpan.TicksPerMinute)),
        new("from_seconds", [Number("seconds")], c => From(c, TimeSpan.TicksPerSecond)),
        new("from_milliseconds", [Number("millis")], c => From(c, TimeSpan.TicksPerMillisecond)),
        new("parse", [OptionalText("text", null)], Parse));

    private static object From(Call call, long unit)
    {
        var ticks = Numbers.ToDouble(call[0]!) * unit;
        return Math.Abs(ticks) < 9e18 ? TimeSpan.FromTicks((long)ticks) : call.Wrong("the duration is too long");
    }

    private static object? Parse(Call call)
    {
        if (call.Text(0).Length == 0) return null;
        return TimeSpan.TryParse(call.Text(0), CultureInfo.InvariantCulture, out var time) ? time : call.Wrong($"\"{call.Text(0)}\" is no duration", "write days.hours:minutes:seconds, as in \"1.02:30:00\"");
    }
}
