using System.Globalization;
using System.Text;

using StaticSite.Pages;
using StaticSite.Symbols;
using StaticSite.Text;

namespace StaticSite.Exports;

/// <summary>Which texts have a gram, for all grams of a site, divided into files: grams/N.json.</summary>
internal sealed class SearchShards
{
    /// <summary>Shards are about so large: small enough for a bad line, large enough that a site of a few documents has one or two.</summary>
    private const int ShardSize = 40_000;

    // Texts whose grams are held at once.
    private const int Chunk = 256;

    private readonly List<KeyValuePair<string, string>>[] shards;
    private readonly OutputFile?[] files;
    private long size;

    private SearchShards(IReadOnlyCollection<KeyValuePair<string, string>> lists)
    {
        size = lists.Sum(SizeOf);
        shards = [.. Enumerable.Range(0, (int)(size / ShardSize) + 1).Select(_ => new List<KeyValuePair<string, string>>())];
        files = new OutputFile?[shards.Length];
        foreach (var list in lists) shards[ShardOf(list.Key)].Add(list);
        foreach (var shard in shards) shard.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
    }

    public int Count => shards.Length;

    public OutputFile File(int shard)
    {
        var json = new StringBuilder("{\n");
        json.AppendJoin(",\n", shards[shard].Select(l => $"{SearchIndex.Quote(l.Key)}:\"{l.Value}\""));
        return files[shard] ??= SearchIndex.File($"search/grams/{shard.ToString(CultureInfo.InvariantCulture)}.json", json.Append("\n}\n"));
    }

    // Texts are read by all threads, and each thread keeps the lists of its share of the grams: the order of texts in a list is that of their numbers.
    public static SearchShards Of(Site site, List<NumberedText> texts)
    {
        var symbols = new SearchPostings<string>();
        var shares = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new SearchPostings<ulong>()).ToArray();
        foreach (var chunk in texts.Chunk(Chunk))
        {
            var read = chunk.AsParallel().AsOrdered().Select(text => (text.Number, text.Source.Document.Symbol, Grams: GramsOf(site, text))).ToList();
            foreach (var (number, symbol, _) in read)
                foreach (var key in SymbolKeys(symbol)) symbols.Add(key, number);
            Parallel.For(0, shares.Length, share =>
            {
                foreach (var (number, _, grams) in read)
                    foreach (var gram in grams)
                        if ((int)(gram * 0x9E3779B97F4A7C15 >> 40) % shares.Length == share) shares[share].Add(gram, number);
            });
        }
        return new([.. shares.SelectMany(s => s.Lists.Select(l => KeyValuePair.Create(SearchGrams.Characters(l.Key), l.Value))), .. symbols.Lists]);
    }

    /// <summary>These shards after the grams of one text have changed. This object is of no use any more.</summary>
    public SearchShards With(int text, IReadOnlyCollection<ulong> before, IReadOnlyCollection<ulong> after)
    {
        foreach (var gram in before.Except(after)) Change(SearchGrams.Characters(gram), numbers => numbers.Where(n => n != text));
        foreach (var gram in after.Except(before)) Change(SearchGrams.Characters(gram), numbers => numbers.Append(text).Order());
        return size / ShardSize + 1 == shards.Length ? this : new([.. shards.SelectMany(s => s)]);
    }

    /// <summary>The grams of a text.</summary>
    public static ulong[] GramsOf(Site site, NumberedText text)
    {
        // A query lies within one passage; the mark between them is part of no gram that a query can have.
        var normal = string.Join('\0', SearchableText.Of(site, text).Passages.Select(p => SearchText.Normalize(p.Text)));
        return (grams ??= new()).Of(normal);
    }

    [ThreadStatic]
    private static SearchGrams? grams;

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

    private void Change(string gram, Func<IEnumerable<int>, IEnumerable<int>> change)
    {
        var number = ShardOf(gram);
        var shard = shards[number];
        files[number] = null;
        var at = shard.BinarySearch(new(gram, ""), Comparer<KeyValuePair<string, string>>.Create((one, other) => string.CompareOrdinal(one.Key, other.Key)));
        var known = at >= 0;
        if (!known) at = ~at;
        else size -= SizeOf(shard[at]);
        var list = new KeyValuePair<string, string>(gram, SearchPostings<string>.Write(change(known ? SearchPostings<string>.Read(shard[at].Value) : [])));
        if (list.Value.Length == 0) shard.RemoveAt(at);
        else
        {
            size += SizeOf(list);
            if (known) shard[at] = list;
            else shard.Insert(at, list);
        }
    }

    private static long SizeOf(KeyValuePair<string, string> list) => 7L + Encoding.UTF8.GetByteCount(list.Key) + list.Value.Length;

    private int ShardOf(string gram) => SearchPostings<string>.ShardOf(gram, shards.Length);
}

/// <summary>The search index of one build for the next, which changes only what other texts have changed in it.</summary>
/// <remarks>Good for one site with the same records beside the documents and the same interface strings: labels of passages come from there.</remarks>
public sealed class SearchMemory
{
    private readonly Dictionary<int, (NumberedText Text, OutputFile? File)> texts = [];
    private SearchShards? shards;
    private Site? site;

    internal SearchShards Shards(Site now, List<NumberedText> wanted)
    {
        var changed = wanted.Where(t => !texts.TryGetValue(t.Number, out var known) || !ReferenceEquals(known.Text.Source, t.Source)).ToList();
        // Where documents come or go all others change their numbers, and a text without a counterpart has keys for its symbol.
        var same = shards is not null && wanted.Count == texts.Count
            && changed.TrueForAll(t => texts.TryGetValue(t.Number, out var known) && known.Text.Source.Document.Symbol == t.Source.Document.Symbol);
        if (!same) shards = SearchShards.Of(now, wanted);
        else foreach (var text in changed) shards = shards!.With(text.Number, SearchShards.GramsOf(site!, texts[text.Number].Text), SearchShards.GramsOf(now, text));
        if (!same) texts.Clear();
        foreach (var text in same ? changed : wanted) texts[text.Number] = (text, null);
        site = now;
        return shards!;
    }

    internal OutputFile File(NumberedText text, Func<OutputFile> make)
    {
        lock (texts)
            if (texts[text.Number].File is { } known) return known;
        var made = make();
        lock (texts) texts[text.Number] = (text, made);
        return made;
    }
}
