namespace StaticSite.Templating.Functions;

/// <summary>Examples of `date.…`.</summary>
internal static class DateExamples
{
    public static readonly Example[] All =
    [
        new("date.now", "{{ date.now }}", "", "date.now has no value here: a page does not depend on when it is made"),
        new("date.utc_now", "{{ date.utc_now }}", "", "date.utc_now has no value here: a page does not depend on when it is made"),
        new("date.parse", "{{ date.parse '2013-04-05' }}", "05 Apr 2013"),
        new("date.parse", "{{ date.parse '5.4.2013' '%d.%m.%Y' }}", "", "\"5.4.2013\" is no date of the form \"%d.%m.%Y\""),
        new("date.parse", "{{ x = date.parse '05.04.2013' '%d.%m.%Y'; x.year }} {{ x.month }} {{ x.day }} {{ x.day_of_year }}", "2013 4 5 95"),
        new("date.parse", "{{ date.parse '05/04/2013' culture: 'en-GB' | date.to_string '%F' }}", "2013-04-05"),
        new("date.parse_to_string", "{{ '2013-04-05' | date.parse_to_string '%B %Y' }}", "April 2013"),
        new("date.parse_to_string", "{{ '05.04.2013' | date.parse_to_string '%A %e %B %Y' 'fr-FR' '%d.%m.%Y' }}", "vendredi  5 avril 2013"),
        new("date.to_string", "{{ d = date.parse '2013-04-05 06:07:08'; d | date.to_string '%a %A %b %B %h %C %d %D %e %F' }}", "Fri Friday Apr April Apr 20 05 04/05/13  5 2013-04-05"),
        new("date.to_string", "{{ d = date.parse '2013-04-05 16:07:08.25'; d | date.to_string '%H %I %j %k %l %L %m %M %N %p %P %r' }}", "16 04 095 16  4 250 04 07 250000000 PM pm 04:07:08 PM"),
        new("date.to_string", "{{ d = date.parse '2013-04-05 16:07:08'; d | date.to_string '%R %s %S %T %u %U %v %V %W %w %y %Y %Z %%' }}", "16:07 1365178028 08 16:07:08 5 14  5-APR-2013 14 14 5 13 2013 +00:00 %"),
        new("date.to_string", "{{ d = date.parse '2013-04-05 16:07:08'; d | date.to_string '%c|%x|%X' }}", "Fri Apr 05 16:07:08 2013|04/05/2013|16:07:08"),
        new("date.to_string", "{{ date.parse '2013-04-05' | date.to_string '%d %B %Y' 'es-ES' }}", "05 abril 2013"),
        new("date.add_days", "{{ date.parse '2013-02-27' | date.add_days 2.5 | date.to_string '%d %b %H:%M' }}", "01 Mar 12:00"),
        new("date.add_months", "{{ date.parse '2013-01-31' | date.add_months 1 }}", "28 Feb 2013"),
        new("date.add_years", "{{ date.parse '2012-02-29' | date.add_years 1 }}", "28 Feb 2013"),
        new("date.add_years", "{{ date.parse '2012-02-29' | date.add_years 9000 }}", "", "the date would lie outside of the years 1 to 9999"),
        new("date.add_hours", "{{ date.parse '2013-04-05' | date.add_hours 30 | date.to_string '%d %H' }}", "06 06"),
        new("date.add_minutes", "{{ date.parse '2013-04-05' | date.add_minutes 90 | date.to_string '%T' }}", "01:30:00"),
        new("date.add_seconds", "{{ date.parse '2013-04-05' | date.add_seconds 61 | date.to_string '%T' }}", "00:01:01"),
        new("date.add_milliseconds", "{{ date.parse '2013-04-05' | date.add_milliseconds 1500 | date.to_string '%T.%L' }}", "00:00:01.500"),
        new("date.default_format", "{{ date.default_format }}", "%d %b %Y"),
        new("date.format", "{{ date.format }} {{ date.format = '%F'; date.parse '5 April 2013' }}", "%d %b %Y 2013-04-05"),
    ];
}
