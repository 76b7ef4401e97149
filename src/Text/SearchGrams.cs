using System.Text;

namespace StaticSite.Text;

/// <summary>Short runs of characters by which the search finds candidates: a text that contains a query contains the grams of the query.</summary>
/// <remarks>Of a text: every character but the blank, every two, every three, and every four without a Han one. Of a query: fours, and threes where
/// no four reaches; a shorter query is a gram itself. So few texts have all grams of a query without having the query. A gram is held as a number: code
/// points in 21 bits each, first lowest; those of a four in 15 bits each below a mark.</remarks>
public sealed class SearchGrams
{
    /// <summary>UTF-16 code units of the longest gram.</summary>
    public const int LongestGram = 6;

    private const int HanFrom = 0x2E80;
    private const ulong Four = 1UL << 63;

    // Open addressing; a place is free unless it bears the number of this text, so that nothing is cleared between texts.
    private ulong[] places = new ulong[1 << 13];
    private int[] stamps = new int[1 << 13];
    private int stamp;
    private ulong[] found = new ulong[1 << 12];
    private int count;

    /// <summary>The grams of a text in its normal form, once each, in the order of their first place. Good until the next call; the instance serves one
    /// thread.</summary>
    /// <param name="normal">Its passages separated by U+0000, over which no gram reaches.</param>
    public ReadOnlySpan<ulong> Of(string normal)
    {
        (stamp, count) = (stamp + 1, 0);
        // The three code points before; 0 where the passage has none.
        ulong a = 0, b = 0, c = 0;
        // How many without a Han one end here.
        var latin = 0;
        for (var i = 0; i < normal.Length; i++)
        {
            ulong d = normal[i];
            if (d == 0)
            {
                (a, b, c, latin) = (0, 0, 0, 0);
                continue;
            }
            if (char.IsHighSurrogate(normal[i]) && i + 1 < normal.Length && char.IsLowSurrogate(normal[i + 1])) d = (ulong)char.ConvertToUtf32(normal[i], normal[++i]);
            latin = d < HanFrom ? latin + 1 : 0;
            if (d != ' ') Add(d);
            if (c != 0) Add(c | d << 21);
            if (b != 0) Add(b | c << 21 | d << 42);
            if (latin >= 4) Add(Four | a | b << 15 | c << 30 | d << 45);
            (a, b, c) = (b, c, d);
        }
        return found.AsSpan(0, count);
    }

    /// <summary>The grams that a text must have to contain a query in its normal form; none for an empty one.</summary>
    public static IReadOnlyList<string> OfQuery(string normal)
    {
        var points = normal.EnumerateRunes().ToArray();
        if (points.Length < 3) return normal.Length == 0 ? [] : [normal];
        var grams = new List<string>();
        for (var i = 0; i + 2 < points.Length; i++)
        {
            if (FourAt(i)) grams.Add(string.Concat(points.AsSpan(i, 4).ToArray()));
            else if (!FourAt(i - 1)) grams.Add(string.Concat(points[i], points[i + 1], points[i + 2]));
        }
        return [.. grams.Distinct(StringComparer.Ordinal)];

        bool FourAt(int i) => i >= 0 && i + 3 < points.Length && !points.AsSpan(i, 4).ContainsAnyInRange(new Rune(HanFrom), new Rune(0x10FFFF));
    }

    /// <summary>The characters of a gram.</summary>
    public static string Characters(ulong gram)
    {
        Span<char> text = stackalloc char[LongestGram];
        return new(text[..Write(gram, text)]);
    }

    /// <summary>Writes the characters of a gram; gives the number of UTF-16 code units, at most <see cref="LongestGram"/>.</summary>
    public static int Write(ulong gram, Span<char> text)
    {
        var length = 0;
        var bits = (gram & Four) != 0 ? 15 : 21;
        for (var left = gram & ~Four; left != 0; left >>= bits) length += new Rune((int)(left & ((1UL << bits) - 1))).EncodeToUtf16(text[length..]);
        return length;
    }

    private void Add(ulong gram)
    {
        if (count == found.Length) Grow();
        if (Place(gram)) found[count++] = gram;
    }

    // False for a gram that has a place already.
    private bool Place(ulong gram)
    {
        var place = (int)(gram * 0x9E3779B97F4A7C15 >> 32) & (places.Length - 1);
        for (; stamps[place] == stamp; place = (place + 1) & (places.Length - 1))
            if (places[place] == gram) return false;
        (places[place], stamps[place]) = (gram, stamp);
        return true;
    }

    private void Grow()
    {
        var newest = found.Length * 2;
        (places, stamps) = (new ulong[newest * 2], new int[newest * 2]);
        foreach (var gram in found) Place(gram);
        Array.Resize(ref found, newest);
    }
}
