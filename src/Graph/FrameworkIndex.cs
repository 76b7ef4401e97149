using System.Collections.Frozen;
using System.Collections.Immutable;

using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Graph;

/// <summary>The records of the framework, found from the other side: from a provision its threads, from an act or a component its provisions,
/// from a component its threads.</summary>
public sealed class FrameworkIndex
{
    private static readonly ImmutableArray<FollowUpThread> NoThreads = [];
    private static readonly ImmutableArray<Place> NoPlaces = [];

    private readonly FrozenDictionary<Place, ImmutableArray<FollowUpThread>> threads;
    private readonly FrozenDictionary<string, ImmutableArray<FollowUpThread>> threadsOfComponent;
    private readonly FrozenDictionary<string, ImmutableArray<Place>> provisionsWithAct;
    private readonly FrozenDictionary<string, ImmutableArray<Place>> provisionsOfComponent;

    private readonly FollowUp followUp;
    private readonly ImmutableArray<Document> documents;

    public FrameworkIndex(SiteRecords records)
    {
        (followUp, documents) = (records.FollowUp, records.Documents);
        threads = (
            from thread in records.FollowUp.Threads
            from at in thread.Steps.Select(s => new Place(s.At.Symbol, s.At.Provision)).Distinct()
            where at.Id is not null
            group thread by at).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
        threadsOfComponent = (
            from thread in records.FollowUp.Threads
            from component in thread.Components.Distinct(StringComparer.Ordinal)
            group thread by component).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
        provisionsWithAct = Provisions(records, p => p.Act);
        provisionsOfComponent = Provisions(records, p => p.Components);
        Deadlines =
        [
            .. from document in records.Documents
               from provision in document.Provisions
               from words in provision.Deadlines
               select new Quotation(words, new(document.Symbol, provision.Id, provision.Span)),
        ];
    }

    /// <summary>The words of the deadlines that provisions set, in order of document and text.</summary>
    public ImmutableArray<Quotation> Deadlines { get; }

    /// <param name="previous">Of an earlier build: it is taken over when only words have changed. Null for none.</param>
    public static FrameworkIndex Of(SiteRecords records, FrameworkIndex? previous) => previous?.IsGoodFor(records) == true ? previous : new(records);

    // Most documents are the same objects: comparing them is much less than reading their provisions.
    private bool IsGoodFor(SiteRecords records) => ReferenceEquals(followUp, records.FollowUp) && documents.Length == records.Documents.Length
        && documents.Zip(records.Documents).All(d => ReferenceEquals(d.First, d.Second) || d.First.Symbol == d.Second.Symbol && d.First.Provisions == d.Second.Provisions);

    /// <summary>The threads with a step in a provision or in a part of it, in the order of the record.</summary>
    public ImmutableArray<FollowUpThread> ThreadsThrough(DocumentSymbol symbol, string provision) => threads.GetValueOrDefault(new(symbol, provision), NoThreads);

    /// <summary>In the order of the record.</summary>
    public ImmutableArray<FollowUpThread> ThreadsOf(string component) => threadsOfComponent.GetValueOrDefault(component, NoThreads);

    /// <summary>In order of document and text.</summary>
    public ImmutableArray<Place> ProvisionsWithAct(string act) => provisionsWithAct.GetValueOrDefault(act, NoPlaces);

    /// <summary>In order of document and text.</summary>
    public ImmutableArray<Place> ProvisionsOf(string component) => provisionsOfComponent.GetValueOrDefault(component, NoPlaces);

    private static FrozenDictionary<string, ImmutableArray<Place>> Provisions(SiteRecords records, Func<Provision, ImmutableArray<string>> ids)
    {
        var places = new Dictionary<string, ImmutableArray<Place>.Builder>(StringComparer.Ordinal);
        foreach (var document in records.Documents)
        {
            foreach (var provision in document.Provisions)
            {
                var place = new Place(document.Symbol, provision.Id);
                foreach (var id in ids(provision))
                {
                    if (!places.TryGetValue(id, out var own)) places.Add(id, own = ImmutableArray.CreateBuilder<Place>());
                    // Once, also of a provision that names an id twice.
                    if (own.Count == 0 || !ReferenceEquals(own[^1], place)) own.Add(place);
                }
            }
        }
        return places.ToFrozenDictionary(p => p.Key, p => p.Value.DrainToImmutable(), StringComparer.Ordinal);
    }
}
