using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

using StaticSite.Exports;
using StaticSite.Text;

namespace StaticSite.Tests.Exports;

/// <summary>Searches the written index as theme/assets/search-index.js does: it reads the files that a browser would fetch, and counts them.</summary>
internal sealed class SearchReader(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> files)
{
    private readonly Dictionary<string, JsonElement> read = new(StringComparer.Ordinal);

    /// <summary>The files read so far.</summary>
    public IReadOnlyCollection<string> Fetched => read.Keys;

    public int Documents => Json("index.json").GetProperty("documents").GetInt32();

    /// <summary>"A/67/776 zh 17" for each passage that has the query.</summary>
    public IEnumerable<string> Find(string query)
    {
        var normal = SearchText.Normalize(query);
        foreach (var number in Candidates(normal))
        {
            var text = Json($"texts/{number}.json");
            var language = Json("index.json").GetProperty("languages")[number / Documents].GetProperty("code").GetString();
            foreach (var passage in text.GetProperty("passages").EnumerateArray())
            {
                if (SearchText.Normalize(passage[3].GetString()!).Contains(normal, StringComparison.Ordinal))
                    yield return $"{text.GetProperty("symbol").GetString()} {language} {passage[0].GetString()}";
            }
        }
    }

    /// <summary>The texts under a key: a gram, or "=" and a symbol.</summary>
    public IEnumerable<int> List(string key)
    {
        var shard = Json($"grams/{SearchList.ShardOf(key, Json("index.json").GetProperty("shards").GetInt32())}.json");
        return shard.TryGetProperty(key, out var list) ? PostingList.Read(Encoding.ASCII.GetBytes(list.GetString()!)) : [];
    }

    private IEnumerable<int> Candidates(string normal)
    {
        var lists = SearchGrams.OfQuery(normal).Select(List).ToList();
        return lists.Count == 0 ? [] : lists.Aggregate((all, list) => all.Intersect(list)).Order();
    }

    private JsonElement Json(string path)
    {
        if (!read.TryGetValue(path, out var json))
            read[path] = json = JsonDocument.Parse(Encoding.UTF8.GetString(files["search/" + path].Span)).RootElement;
        return json;
    }
}
