using System.Text;

using StaticSite.Text;

namespace StaticSite.Exports;

/// <summary>One line of a shard: what a text may have, and the texts that have it.</summary>
internal sealed class SearchList
{
    private readonly string? name;
    private readonly uint hash;

    public SearchList(ulong gram, byte[] texts)
    {
        Span<char> key = stackalloc char[SearchGrams.LongestGram];
        key = key[..SearchGrams.Write(gram, key)];
        (Gram, Texts, hash, Size) = (gram, texts, Hash(key), SizeOf(key, texts));
    }

    /// <param name="key">"=" and a symbol, "= " and a kind.</param>
    public SearchList(string key, byte[] texts) => (name, Texts, hash, Size) = (key, texts, Hash(key), SizeOf(key, texts));

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

    private static int SizeOf(ReadOnlySpan<char> key, byte[] texts) => 7 + Encoding.UTF8.GetByteCount(key) + texts.Length;

    private static uint Hash(ReadOnlySpan<char> key)
    {
        var hash = 2166136261u;
        foreach (var unit in key) hash = unchecked((hash ^ unit) * 16777619u);
        return hash;
    }
}
