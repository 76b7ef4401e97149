namespace StaticSite.Templating;

/// <summary>Arithmetic with dates and durations.</summary>
internal static class Dates
{
    /// <summary>date - date, date ± duration, duration ± duration; null when it is something else, <see cref="Fault"/> when the result is no date.</summary>
    public static object? Apply(string sign, object left, object right)
    {
        if (sign is not ("+" or "-")) return null;
        try
        {
            return (Values.AsDate(left), left, Values.AsDate(right), right) switch
            {
                ({ } a, _, { } b, _) when sign == "-" => a - b,
                ({ } date, _, null, TimeSpan time) => sign == "-" ? date - time : date + time,
                (null, TimeSpan time, { } date, _) when sign == "+" => date + time,
                (null, TimeSpan first, null, TimeSpan second) => sign == "-" ? first - second : first + second,
                _ => null,
            };
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return Fault.Value;
        }
    }
}
