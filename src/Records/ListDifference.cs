namespace StaticSite.Records;

/// <summary>Where two lists of the same objects differ: between what they share at their beginnings and at their ends. After an edit of one file that is one entry of a
/// list of any length.</summary>
/// <param name="Start">0-based index, in both lists.</param>
/// <param name="Before">How many entries of the first list.</param>
/// <param name="Now">How many entries of the second list.</param>
public sealed record ListDifference(int Start, int Before, int Now)
{
    /// <summary>Entries are compared by reference.</summary>
    public static ListDifference Between<T>(ReadOnlySpan<T> before, ReadOnlySpan<T> now)
        where T : class
    {
        var shorter = Math.Min(before.Length, now.Length);
        var start = 0;
        while (start < shorter && ReferenceEquals(before[start], now[start])) start++;
        var end = 0;
        while (end < shorter - start && ReferenceEquals(before[^(end + 1)], now[^(end + 1)])) end++;
        return new(start, before.Length - start - end, now.Length - start - end);
    }
}
