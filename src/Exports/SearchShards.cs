using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;

using StaticSite.Pages;
using StaticSite.Records;
using StaticSite.Symbols;
using StaticSite.Text;

namespace StaticSite.Exports;

/// <summary>Which texts have a gram, for all grams of a site, divided into files: grams/N.json.</summary>
internal sealed class SearchShards
{
    /// <summary>Shards are half as large as this to about as large: a query fetches one for each of its grams. Their number is a power of two, so that it
    /// changes, and all of them with it, only when a site has grown to twice the size.</summary>
    private const int ShardSize = 10_000;

    // Texts that a thread takes at once.
    private const int Chunk = 32;

    private readonly List<SearchList>[] shards;
    private readonly OutputFile?[] files;
    private long size;

    private SearchShards(IReadOnlyCollection<SearchList> lists)
    {
        size = lists.Sum(l => (long)l.Size);
        shards = [.. Enumerable.Range(0, CountFor(size)).Select(_ => new List<SearchList>())];
        files = new OutputFile?[shards.Length];
        foreach (var list in lists) shards[list.ShardOf(shards.Length)].Add(list);
    }

    public int Count => shards.Length;

    public OutputFile File(int shard)
    {
        if (files[shard] is { } known) return known;
        var (keys, lists) = (shards[shard].ConvertAll(l => l.Key).ToArray(), shards[shard].ToArray());
        Array.Sort(keys, lists, StringComparer.Ordinal);
        var json = new ArrayBufferWriter<byte>(2 * ShardSize);
        for (var i = 0; i < lists.Length; i++)
        {
            json.Write(i == 0 ? "{\n"u8 : ",\n"u8);
            WriteKey(json, keys[i]);
            json.Write(":\""u8);
            json.Write(lists[i].Texts);
            json.Write("\""u8);
        }
        json.Write(lists.Length == 0 ? "{\n}\n"u8 : "\n}\n"u8);
        return files[shard] = new($"search/grams/{shard.ToString(CultureInfo.InvariantCulture)}.json", json.WrittenMemory);
    }

    /// <param name="texts">By number.</param>
    public static SearchShards Of(List<NumberedText> texts)
    {
        var tables = Read(texts);
        var lists = new List<SearchList>[tables.Length];
        Parallel.For(0, tables.Length, i =>
        {
            lists[i] = [];
            // A gram is dealt with where the first table has it.
            foreach (var gram in tables[i].Grams)
                if (!AnyHas(tables.AsSpan(0, i), gram)) lists[i].Add(new(gram, Merged(tables.AsSpan(i), gram)));
        });
        return new([.. lists.SelectMany(l => l), .. DocumentsOf(texts)]);
    }

    /// <summary>These shards after the grams of one text have changed. This object is of no use any more.</summary>
    public SearchShards With(int text, IReadOnlyCollection<ulong> before, IReadOnlyCollection<ulong> after)
    {
        foreach (var gram in before.Except(after)) Change(gram, numbers => numbers.Where(n => n != text));
        foreach (var gram in after.Except(before)) Change(gram, numbers => numbers.Append(text).Order());
        return CountFor(size) == shards.Length ? this : new([.. shards.SelectMany(s => s)]);
    }

    /// <summary>The keys under which a document is found when its symbol is typed, whole or short: "=a/res/64/259", "=res/64/259", "=64/259".</summary>
    internal static IEnumerable<string> SymbolKeys(DocumentSymbol symbol)
    {
        var whole = SearchText.Normalize(symbol.Value).Replace(" ", "", StringComparison.Ordinal);
        yield return "=" + whole;
        var rest = whole[(whole.IndexOf('/', StringComparison.Ordinal) + 1)..];
        if (rest.Length == whole.Length) yield break;
        yield return "=" + rest;
        if (rest.StartsWith("res/", StringComparison.Ordinal) || rest.StartsWith("dec/", StringComparison.Ordinal)) yield return "=" + rest[4..];
    }

    /// <summary>The key under which the documents of a kind are found: "= report". No symbol in its normal form has a blank.</summary>
    internal static string KindKey(DocumentKind kind) => "= " + DocumentSummary.Name(kind);

    private static void WriteKey(ArrayBufferWriter<byte> json, string key)
    {
        if (!key.AsSpan().ContainsAnyExcept(Unescaped)) Encoding.UTF8.GetBytes($"\"{key}\"", json);
        else Encoding.UTF8.GetBytes(SearchIndex.Quote(key), json);
    }

    // ASCII that JSON takes as it is, and Han.
    private static readonly SearchValues<char> Unescaped = SearchValues.Create([.. Enumerable.Range(' ', 0x5F).Select(c => (char)c).Where(c => c is not ('"' or '\\')), .. Enumerable.Range(0x4E00, 0x9FA5 - 0x4E00).Select(c => (char)c)]);

    private static int CountFor(long size) => (int)BitOperations.RoundUpToPowerOf2((uint)(size / ShardSize) + 1);

    // Each thread reads the next texts that nobody has, so that it reads them in the order of their numbers, and keeps a table of its own.
    private static SearchPostings[] Read(List<NumberedText> texts)
    {
        var tables = new SearchPostings[Math.Clamp(texts.Count / Chunk, 1, Environment.ProcessorCount)];
        var taken = 0;
        Parallel.For(0, tables.Length, i =>
        {
            var (table, grams) = (new SearchPostings(), new SearchGrams());
            for (var from = Next(); from < texts.Count; from = Next())
                for (var at = from; at < Math.Min(from + Chunk, texts.Count); at++)
                    foreach (var gram in grams.Of(texts[at].Normal)) table.Add(gram, texts[at].Number);
            tables[i] = table;
        });
        return tables;

        int Next() => Interlocked.Add(ref taken, Chunk) - Chunk;
    }

    private static bool AnyHas(ReadOnlySpan<SearchPostings> tables, ulong gram)
    {
        foreach (var table in tables)
            if (table.Has(gram)) return true;
        return false;
    }

    private static byte[] Merged(ReadOnlySpan<SearchPostings> tables, ulong gram)
    {
        var list = tables[0].Of(gram);
        foreach (var other in tables[1..])
            if (other.Has(gram)) list = PostingList.Merge(list, other.Of(gram));
        return list.ToArray();
    }

    private static IEnumerable<SearchList> DocumentsOf(List<NumberedText> texts) =>
        from text in texts
        from key in SymbolKeys(text.Source.Document.Symbol).Append(KindKey(text.Source.Document.Kind))
        group text.Number by key into numbers
        select new SearchList(numbers.Key, PostingList.Write(numbers.Distinct()));

    private void Change(ulong gram, Func<IEnumerable<int>, IEnumerable<int>> change)
    {
        var number = SearchList.ShardOf(SearchGrams.Characters(gram), shards.Length);
        var shard = shards[number];
        files[number] = null;
        var at = shard.FindIndex(l => l.Gram == gram);
        var list = new SearchList(gram, PostingList.Write(change(at < 0 ? [] : PostingList.Read(shard[at].Texts))));
        if (at >= 0)
        {
            size -= shard[at].Size;
            shard.RemoveAt(at);
        }
        if (list.Texts.Length == 0) return;
        size += list.Size;
        shard.Add(list);
    }
}
