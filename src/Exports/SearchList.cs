using System.Text;

using StaticSite.Text;

namespace StaticSite.Exports;

/// <summary>One line of a shard: what a text may have, and the texts that have it.</summary>
internal sealed class SearchList
{
    private readonly string? name;
    private readonly uint hash;

    public SearchList(ulong gram, byte[] texts)
        : this(SearchGrams.Characters(gram), texts) => (Gram, name) = (gram, null);

    /// <param name="key">"=" and a symbol, "= " and a kind.</param>
    public SearchList(string key, byte[] texts)
    {
        (name, Texts, hash) = (key, texts, Hash(key));
        Size = 7 + Encoding.UTF8.GetByteCount(key) + texts.Length;
    }

    /// <summary>0 for a symbol or kind.</summary>
    public ulong Gram { get; }

    /// <summary>The gram, or what leads to documents.</summary>
    public string Key => name ?? SearchGrams.Characters(Gram);

    /// <summary>As <see cref="PostingList"/> writes it.</summary>
    public byte[] Texts { get; }

    /// <summary>Bytes of its line.</summary>
    public int Size { get; }

    /// <summary>The number of the shard that holds a key: FNV-1a over its UTF-16 code units.</summary>
    public static int ShardOf(string key, int shards) => (int)(Hash(key) % (uint)shards);

    public int ShardOf(int shards) => (int)(hash % (uint)shards);

    private static uint Hash(string key)
    {
        var hash = 2166136261u;
        foreach (var unit in key) hash = unchecked((hash ^ unit) * 16777619u);
        return hash;
    }
}
