using System.Collections.Immutable;

using StaticSite.Citations;

namespace StaticSite.Graph;

/// <summary>The edges that lead to one document, in order of the citing documents and their texts.</summary>
internal sealed class Backlinks(ImmutableArray<Edge> all)
{
    private readonly Lazy<Dictionary<string, ImmutableArray<Edge>>> places = new(() => ByPlace(all));
    private readonly Lazy<int> citations = new(() => all.Select(e => (e.From, e.Citation)).Distinct().Count());

    /// <param name="id">Null for the whole document: then all edges.</param>
    public ImmutableArray<Edge> To(string? id) => id is null ? all : places.Value.TryGetValue(id, out var edges) ? edges : [];

    /// <summary>True for edges from the same words to the same places.</summary>
    public bool IsSameAs(Backlinks other) => ReferenceEquals(this, other) || All.Length == other.All.Length && All.Zip(other.All).All(e => IsSame(e.First, e.Second));

    /// <summary>True for as many citations, from the same passages to the same places.</summary>
    public bool IsOfSamePlaces(Backlinks other) => ReferenceEquals(this, other)
        || All.Length == other.All.Length && Citations == other.Citations && All.Zip(other.All).All(e => e.First.From == e.Second.From && e.First.To == e.Second.To);

    /// <summary>How many they are: a citation of three paragraphs is three edges, and one citation.</summary>
    public int Citations => citations.Value;

    /// <summary>True when the document is not held.</summary>
    public bool HasExternal => all.Any(e => e.Citation.State == CitationState.External);

    private ImmutableArray<Edge> All => all;

    private static bool IsSame(Edge one, Edge other) => ReferenceEquals(one, other)
        || one.From == other.From && one.To == other.To && one.Pinpoint == other.Pinpoint && one.Citation.IsSameAs(other.Citation);

    /// <summary>By the symbol that edges lead to.</summary>
    public static Dictionary<string, Backlinks> Of(ImmutableArray<LinkedText> texts) => Collect(texts, null);

    /// <summary>The same, when the result of an earlier build is known.</summary>
    /// <param name="changed">The documents whose texts are other.</param>
    /// <param name="targets">The documents to which these have or had edges.</param>
    public static Dictionary<string, Backlinks> Of(ImmutableArray<LinkedText> texts, HashSet<string> changed, HashSet<string> targets, Dictionary<string, Backlinks> known)
    {
        var result = new Dictionary<string, Backlinks>(known, StringComparer.Ordinal);
        if (targets.Count == 0) return result;
        var citing = new HashSet<string>(changed, StringComparer.Ordinal);
        foreach (var symbol in targets)
            if (result.Remove(symbol, out var links))
                foreach (var edge in links.All) citing.Add(edge.From.Symbol.Value);
        foreach (var (symbol, links) in Collect(texts.Where(t => !t.Edges.IsEmpty && citing.Contains(t.Document.Symbol.Value)), targets)) result.Add(symbol, links);
        return result;
    }

    /// <param name="only">The documents asked for; null for all.</param>
    private static Dictionary<string, Backlinks> Collect(IEnumerable<LinkedText> texts, HashSet<string>? only)
    {
        var lists = new Dictionary<string, ImmutableArray<Edge>.Builder>(StringComparer.Ordinal);
        foreach (var text in texts)
            foreach (var edge in text.Edges)
            {
                var symbol = edge.To.Symbol.Value;
                if (only?.Contains(symbol) == false) continue;
                if (!lists.TryGetValue(symbol, out var list)) lists.Add(symbol, list = ImmutableArray.CreateBuilder<Edge>());
                list.Add(edge);
            }
        var result = new Dictionary<string, Backlinks>(lists.Count, StringComparer.Ordinal);
        foreach (var (symbol, list) in lists) result.Add(symbol, new(list.DrainToImmutable()));
        return result;
    }

    // "34(a)" is cited: so is provision "34".
    private static Dictionary<string, ImmutableArray<Edge>> ByPlace(ImmutableArray<Edge> edges)
    {
        var lists = new Dictionary<string, ImmutableArray<Edge>.Builder>(StringComparer.Ordinal);
        foreach (var edge in edges)
        {
            if (edge.To.Id is not { } id) continue;
            Add(id, edge);
            var bracket = id.IndexOf('(', StringComparison.Ordinal);
            if (bracket > 0) Add(id[..bracket], edge);
        }
        return lists.ToDictionary(l => l.Key, l => l.Value.DrainToImmutable(), StringComparer.Ordinal);

        void Add(string id, Edge edge)
        {
            if (!lists.TryGetValue(id, out var list)) lists.Add(id, list = ImmutableArray.CreateBuilder<Edge>());
            list.Add(edge);
        }
    }
}
