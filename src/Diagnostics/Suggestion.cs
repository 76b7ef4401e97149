namespace StaticSite.Diagnostics;

/// <summary>"Did you mean": the nearest of the names that exist.</summary>
internal static class Suggestion
{
    /// <summary>Names that are looked at, of one layer or object: beyond that the search costs more than the hint is worth.</summary>
    public const int MostNames = 1000;

    /// <summary>A hint for a name that does not exist; empty when nothing is near. Of equally near names the ordinally first.</summary>
    public static string For(string name, IEnumerable<string> existing)
    {
        var nearest = Nearest(name, existing);
        return nearest is null ? "" : $"did you mean \"{nearest}\"?";
    }

    public static string? Nearest(string name, IEnumerable<string> existing)
    {
        var (best, distance) = ((string?)null, Math.Max(1, name.Length / 3) + 1);
        foreach (var candidate in existing.Take(4 * MostNames))
        {
            if (candidate == name || Math.Abs(candidate.Length - name.Length) >= distance + (candidate.Length > 60 ? 0 : 1)) continue;
            var d = Distance(name, candidate);
            if (d < distance || d == distance && best is not null && string.CompareOrdinal(candidate, best) < 0) (best, distance) = (candidate, d);
        }
        return best;
    }

    // Insertions, deletions, replacements and swaps of neighbours.
    private static int Distance(string a, string b)
    {
        if (a.Length > 100 || b.Length > 100) return int.MaxValue;
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last[b.Length];
    }
}
