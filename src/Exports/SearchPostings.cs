using System.Text;

namespace StaticSite.Exports;

/// <summary>Which texts have a gram: lists of text numbers, as compact as they can be written without looking like anything.</summary>
/// <remarks>Texts are added in the order of their numbers. A list is the gaps between its numbers, each less one, in 5 bits a character, lowest
/// first; a character of the upper half of the alphabet says that more follow. "0" is text 0, "00" are texts 0 and 1, "g1" is text 48.</remarks>
internal sealed class SearchPostings<TKey>
    where TKey : notnull
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

    private readonly Dictionary<TKey, Posting> postings = [];

    /// <summary>The lists by gram, in no order.</summary>
    public IEnumerable<KeyValuePair<TKey, string>> Lists => postings.Select(p => KeyValuePair.Create(p.Key, p.Value.Gaps.ToString()));

    public void Add(TKey key, int text)
    {
        if (!postings.TryGetValue(key, out var posting)) postings.Add(key, posting = new());
        posting.Add(text);
    }

    /// <summary>A list as it is written.</summary>
    /// <param name="texts">Ascending.</param>
    public static string Write(IEnumerable<int> texts)
    {
        var posting = new Posting();
        foreach (var text in texts) posting.Add(text);
        return posting.Gaps.ToString();
    }

    /// <summary>The number of the shard that holds a key: FNV-1a over its UTF-16 code units.</summary>
    public static int ShardOf(string key, int shards)
    {
        var hash = 2166136261u;
        foreach (var unit in key) hash = unchecked((hash ^ unit) * 16777619u);
        return (int)(hash % (uint)shards);
    }

    /// <summary>The numbers of a written list, ascending.</summary>
    public static IEnumerable<int> Read(string list)
    {
        var (text, gap, shift) = (-1, 0, 0);
        foreach (var c in list)
        {
            var digit = Alphabet.IndexOf(c, StringComparison.Ordinal);
            gap |= (digit & 31) << shift;
            shift += 5;
            if (digit >= 32) continue;
            text += gap + 1;
            yield return text;
            (gap, shift) = (0, 0);
        }
    }

    private sealed class Posting
    {
        public StringBuilder Gaps { get; } = new(4);
        private int last = -1;

        public void Add(int text)
        {
            if (text == last) return;
            var gap = text - last - 1;
            last = text;
            for (; gap >= 32; gap >>= 5) Gaps.Append(Alphabet[gap & 31 | 32]);
            Gaps.Append(Alphabet[gap]);
        }
    }
}
