using System.Globalization;

using StaticSite.Text;

namespace StaticSite.Citations;

/// <summary>Ranges of labels: "I to III", "A to C", "1-4".</summary>
internal static class LabelRange
{
    private const int Longest = 60;

    /// <summary>The labels behind the first one up to the last one, which is always among them.</summary>
    public static IEnumerable<string> Behind(string first, string last)
    {
        if (int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to))
            return Numbers(from, to, n => n.ToString(CultureInfo.InvariantCulture)) ?? [last];
        // "A to C" are letters, "I to III" numbers; C, D, L, V and X alone are letters beside letters.
        if (first.Length == 1 && last.Length == 1 && !(first == "I" && last is "V" or "X"))
            return Numbers(first[0], last[0], n => ((char)n).ToString()) ?? [last];
        if (Roman.Parse(first) is { } start && Roman.Parse(last) is { } end) return Numbers(start, end, Roman.Format) ?? [last];
        return [last];
    }

    private static List<string>? Numbers(int first, int last, Func<int, string> print)
    {
        if (last <= first || last - first > Longest) return null;
        var labels = new List<string>();
        for (var n = first + 1; n <= last; n++) labels.Add(print(n));
        return labels;
    }
}
