using System.Numerics;
using System.Text;

namespace StaticSite.Text;

/// <summary>Short runs of characters by which the search finds candidates: a text that contains a query contains the grams of the query.</summary>
/// <remarks>Of a text: every character but the blank, every pair, and every three characters without a Han one. Of a query: pairs where it is
/// Han, threes where it is not; the character itself when it is one. A gram is held as a number: code points in 21 bits each, first lowest.</remarks>
public sealed class SearchGrams
{
    private const int HanFrom = 0x2E80;

    // One bit for each gram of ASCII characters, in 7 bits each: most grams of a text, and a bit is quick to set.
    private readonly ulong[] ascii = new ulong[(1 << 21) / 64];
    private readonly HashSet<ulong> others = [];

    /// <summary>The grams of a text in its normal form, once each, in no order that means anything. The instance may be used again, by one thread.</summary>
    /// <param name="normal">Its passages separated by U+0000, over which no gram reaches.</param>
    public ulong[] Of(string normal)
    {
        int before = 0, last = 0;
        foreach (var rune in normal.EnumerateRunes())
        {
            var next = rune.Value;
            if (next == 0)
            {
                before = last = 0;
                continue;
            }
            if (next != ' ') Add(next, 0, 0);
            if (last != 0) Add(last, next, 0);
            if (before != 0 && IsThree(before, last, next)) Add(before, last, next);
            (before, last) = (last, next);
        }
        return Take();
    }

    /// <summary>The grams that a text must have to contain a query in its normal form; none for an empty one.</summary>
    public static IReadOnlyList<string> OfQuery(string normal)
    {
        var points = normal.EnumerateRunes().ToArray();
        if (points.Length == 1) return [normal];
        var grams = new List<string>();
        for (var i = 0; i + 1 < points.Length; i++)
        {
            if (ThreeAt(i)) grams.Add(string.Concat(points[i], points[i + 1], points[i + 2]));
            else if (i == 0 || !ThreeAt(i - 1)) grams.Add(string.Concat(points[i], points[i + 1]));
        }
        return [.. grams.Distinct(StringComparer.Ordinal)];

        bool ThreeAt(int i) => i + 2 < points.Length && IsThree(points[i].Value, points[i + 1].Value, points[i + 2].Value);
    }

    /// <summary>The characters of a gram.</summary>
    public static string Characters(ulong gram)
    {
        var text = new StringBuilder(6);
        for (; gram != 0; gram >>= 21) text.Append(new Rune((int)(gram & 0x1FFFFF)));
        return text.ToString();
    }

    private static bool IsThree(int a, int b, int c) => a < HanFrom && b < HanFrom && c < HanFrom;

    private void Add(int a, int b, int c)
    {
        if ((a | b | c) < 0x80)
        {
            var bit = a | b << 7 | c << 14;
            ascii[bit >> 6] |= 1UL << (bit & 63);
        }
        else
        {
            others.Add((uint)a | (ulong)(uint)b << 21 | (ulong)(uint)c << 42);
        }
    }

    private ulong[] Take()
    {
        var grams = new List<ulong>(others.Count + 4096);
        for (var word = 0; word < ascii.Length; word++)
        {
            for (var bits = ascii[word]; bits != 0; bits &= bits - 1)
            {
                var bit = (ulong)(word << 6 | BitOperations.TrailingZeroCount(bits));
                grams.Add(bit & 0x7F | (bit >> 7 & 0x7F) << 21 | (bit >> 14) << 42);
            }
            ascii[word] = 0;
        }
        grams.AddRange(others);
        others.Clear();
        return [.. grams];
    }
}
