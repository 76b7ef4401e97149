namespace StaticSite.Templating.Functions;

/// <summary>Examples of `timespan.…`.</summary>
internal static class TimespanExamples
{
    public static readonly Example[] All =
    [
        new("timespan.zero", "{{ timespan.zero }}", "00:00:00"),
        new("timespan.from_days", "{{ (timespan.from_days 1.5).total_hours }}", "36"),
        new("timespan.from_hours", "{{ x = timespan.from_hours 30; x.days }} {{ x.hours }}", "1 6"),
        new("timespan.from_minutes", "{{ timespan.from_minutes 90 }}", "01:30:00"),
        new("timespan.from_seconds", "{{ (timespan.from_seconds 5).seconds }}", "5"),
        new("timespan.from_milliseconds", "{{ (timespan.from_milliseconds 1250).total_seconds }}", "1.25"),
        new("timespan.parse", "{{ (timespan.parse '1.02:30:00').total_minutes }}", "1590"),
        new("timespan.from_days", "{{ (date.parse '2013-04-05') + (timespan.from_days 30) }} {{ ((date.parse '2013-04-05') - (date.parse '2013-01-01')).days }}", "05 May 2013 94"),
    ];
}
