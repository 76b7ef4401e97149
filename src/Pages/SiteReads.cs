using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>What can change when an editor works on the documents.</summary>
public enum SiteFactKind
{
    /// <summary>That a document is held, and all that its records say of it but the words of its passages.</summary>
    Record,

    /// <summary>The words of a passage and what it cites, in any language; without a passage of any passage of the document.</summary>
    Words,

    /// <summary>What cites the document or a place in it.</summary>
    Backlinks,

    /// <summary>Which documents there are, and what their records say of their provisions: for lists over all documents.</summary>
    AllRecords,

    /// <summary>Which documents are cited and not held.</summary>
    AllCited,

    /// <summary>How many citations of all texts lead where, and the words of those that lead nowhere.</summary>
    AllCitations,
}

/// <param name="Symbol"><see cref="DocumentSymbol.None"/> for the kinds that concern all documents.</param>
/// <param name="Passage">Null unless words of one passage are meant.</param>
public readonly record struct SiteFact(SiteFactKind Kind, DocumentSymbol Symbol, string? Passage = null);

/// <summary>What was read of the documents while a page was made. Used by one thread.</summary>
public sealed class SiteReads
{
    private readonly HashSet<SiteFact> facts = [];
    private bool readsAll;

    /// <summary>Null when anything may have been read.</summary>
    public ImmutableArray<SiteFact>? Facts => readsAll ? null : [.. facts];

    internal void All() => readsAll = true;

    internal void Of(SiteFactKind kind, DocumentSymbol symbol, string? passage = null) => facts.Add(new(kind, symbol, passage));
}

/// <summary>What is other in one site than in another that has the same theme and the same records beside the documents.</summary>
public sealed class SiteChanges
{
    private readonly HashSet<SiteFact> facts = [];

    private SiteChanges()
    {
    }

    /// <summary>True when a page may be other that has read this.</summary>
    /// <param name="reads">Null for anything.</param>
    public bool Concern(ImmutableArray<SiteFact>? reads)
    {
        if (facts.Count == 0) return false;
        if (reads is not { } read) return true;
        foreach (var fact in read)
            if (facts.Contains(fact)) return true;
        return false;
    }

    /// <summary>True when what the records say of documents is other, not only words.</summary>
    public bool OfRecords => facts.Contains(new(SiteFactKind.AllRecords, DocumentSymbol.None));

    public static SiteChanges Between(SiteRecords oldRecords, CitationGraph oldGraph, SiteRecords records, CitationGraph graph)
    {
        var changes = new SiteChanges();
        var before = oldRecords.Documents.ToDictionary(d => d.Symbol);
        foreach (var document in records.Documents)
        {
            if (before.Remove(document.Symbol, out var old) && (ReferenceEquals(old, document) || IsSame(old, document))) continue;
            changes.AddRecord(document.Symbol);
        }
        foreach (var gone in before.Keys) changes.AddRecord(gone);

        var texts = oldGraph.Texts.ToDictionary(t => (t.Document.Symbol, t.Text.Language));
        foreach (var text in graph.Texts)
        {
            texts.Remove((text.Document.Symbol, text.Text.Language), out var old);
            if (!ReferenceEquals(old, text)) changes.AddWords(old, text);
        }
        foreach (var gone in texts.Values) changes.AddWords(gone, null);
        if (!graph.Cited.AsSpan().SequenceEqual(oldGraph.Cited.AsSpan())) changes.facts.Add(new(SiteFactKind.AllCited, DocumentSymbol.None));
        foreach (var symbol in graph.ChangedTargets(oldGraph)) changes.facts.Add(new(SiteFactKind.Backlinks, symbol));
        return changes;
    }

    private void AddRecord(DocumentSymbol symbol)
    {
        facts.Add(new(SiteFactKind.AllRecords, DocumentSymbol.None));
        facts.Add(new(SiteFactKind.Record, symbol));
    }

    private void AddWords(LinkedText? old, LinkedText? text)
    {
        var symbol = (text ?? old)!.Document.Symbol;
        var (ends, oldEnds) = (EndsOf(text), EndsOf(old));
        if (ends != oldEnds || ends.Unresolved > 0) facts.Add(new(SiteFactKind.AllCitations, DocumentSymbol.None));
        var ids = (old?.Passages ?? []).Concat(text?.Passages ?? []).Select(p => p.Id).Distinct(StringComparer.Ordinal);
        foreach (var id in ids.Where(id => old is null || text is null || !text.IsSameIn(id, old)))
        {
            facts.Add(new(SiteFactKind.Words, symbol));
            facts.Add(new(SiteFactKind.Words, symbol, id));
        }
    }

    private static (int Resolved, int External, int Unresolved) EndsOf(LinkedText? text)
    {
        var ends = (Resolved: 0, External: 0, Unresolved: 0);
        foreach (var citation in text?.Citations ?? [])
        {
            if (citation.State == CitationState.Resolved) ends.Resolved++;
            else if (citation.State == CitationState.External) ends.External++;
            else ends.Unresolved++;
        }
        return ends;
    }

    // The same record, and texts of the same passages in the same state; the words may differ.
    private static bool IsSame(Document one, Document other) =>
        one with { Texts = [] } == other with { Texts = [] } && one.Texts.Length == other.Texts.Length && one.Texts.Zip(other.Texts).All(t => IsSame(t.First, t.Second));

    private static bool IsSame(DocumentText one, DocumentText other) => ReferenceEquals(one, other)
        || one.Language == other.Language && one.Tag == other.Tag && one.Status == other.Status && one.Title is null == other.Title is null
        && IsSame(one.Sections.Keys, other.Sections.Keys) && IsSame(one.Provisions.Keys, other.Provisions.Keys)
        && IsSame(one.Blocks.Keys, other.Blocks.Keys) && IsSame(one.Footnotes.Keys, other.Footnotes.Keys) && IsSame(one.Stale, other.Stale)
        && one.Errata.Select(e => e with { Span = default }).SequenceEqual(other.Errata.Select(e => e with { Span = default }))
        && (one.Basis is null ? other.Basis is null : other.Basis is not null && one.Basis.SequenceEqual(other.Basis));

    private static bool IsSame(IEnumerable<string> one, IEnumerable<string> other) => one.SequenceEqual(other, StringComparer.Ordinal);
}
