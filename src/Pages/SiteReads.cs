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

    /// <summary>The words of a passage in a language and what it cites; without a passage of any passage of the document, without a language in any.</summary>
    Words,

    /// <summary>Which documents the document cites.</summary>
    Cites,

    /// <summary>What cites the document or a place in it, and in which words.</summary>
    Backlinks,

    /// <summary>Which passages cite the document or a place in it, and how often.</summary>
    Citing,

    /// <summary>Which documents there are, and what their records say of their provisions: for lists over all documents.</summary>
    AllRecords,

    /// <summary>Which documents are cited and not held.</summary>
    AllCited,

    /// <summary>How many citations of all texts lead where, and the words of those that lead nowhere.</summary>
    AllCitations,

    /// <summary>The pages of editors.</summary>
    EditorPages,
}

/// <param name="Symbol"><see cref="DocumentSymbol.None"/> for the kinds that concern all documents.</param>
/// <param name="Passage">Null unless words of one passage are meant.</param>
/// <param name="Language">Null unless words in one language are meant.</param>
public readonly record struct SiteFact(SiteFactKind Kind, DocumentSymbol Symbol, string? Passage = null, string? Language = null);

/// <summary>What was read of the documents while a page or an export was made. The files of an export are made by many threads at once.</summary>
public sealed class SiteReads
{
    private readonly HashSet<SiteFact> facts = [];
    private bool readsAll;

    /// <summary>Null when anything may have been read.</summary>
    public ImmutableArray<SiteFact>? Facts
    {
        get
        {
            lock (facts) return readsAll ? null : [.. facts];
        }
    }

    internal void All() => readsAll = true;

    internal void Of(SiteFactKind kind, DocumentSymbol symbol, string? passage = null, string? language = null)
    {
        lock (facts) facts.Add(new(kind, symbol, passage, language));
    }
}

/// <summary>What is other in one site than in another that has the same theme and the same records beside the documents.</summary>
public sealed class SiteChanges
{
    private readonly HashSet<SiteFact> facts = [];
    private readonly HashSet<DocumentSymbol> symbols = [];

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

    public bool IsEmpty => facts.Count == 0;

    /// <summary>The documents about which something has changed, and <see cref="DocumentSymbol.None"/> where something has that concerns them all.</summary>
    public IReadOnlySet<DocumentSymbol> Symbols => symbols;

    public static SiteChanges Between(SiteRecords oldRecords, CitationGraph oldGraph, SiteRecords records, CitationGraph graph)
    {
        var changes = new SiteChanges();
        var documents = ListDifference.Between(oldRecords.Documents.AsSpan(), records.Documents.AsSpan());
        var before = oldRecords.Documents.Slice(documents.Start, documents.Before).ToDictionary(d => d.Symbol);
        foreach (var document in records.Documents.Slice(documents.Start, documents.Now))
        {
            if (before.Remove(document.Symbol, out var old) && (ReferenceEquals(old, document) || IsSame(old, document))) continue;
            changes.AddRecord(document.Symbol);
        }
        foreach (var gone in before.Keys) changes.AddRecord(gone);

        var differing = ListDifference.Between(oldGraph.Texts.AsSpan(), graph.Texts.AsSpan());
        var texts = oldGraph.Texts.Slice(differing.Start, differing.Before).ToDictionary(t => (t.Document.Symbol, t.Text.Language));
        foreach (var text in graph.Texts.Slice(differing.Start, differing.Now))
        {
            texts.Remove((text.Document.Symbol, text.Text.Language), out var old);
            if (!ReferenceEquals(old, text)) changes.AddWords(old, text);
        }
        foreach (var gone in texts.Values) changes.AddWords(gone, null);
        if (!graph.Cited.AsSpan().SequenceEqual(oldGraph.Cited.AsSpan())) changes.facts.Add(new(SiteFactKind.AllCited, DocumentSymbol.None));
        foreach (var (symbol, citing) in graph.ChangedTargets(oldGraph))
        {
            changes.facts.Add(new(SiteFactKind.Backlinks, symbol));
            if (citing) changes.facts.Add(new(SiteFactKind.Citing, symbol));
        }
        if (!oldRecords.Pages.Select(p => p.File).SequenceEqual(records.Pages.Select(p => p.File), ReferenceEqualityComparer.Instance))
            changes.facts.Add(new(SiteFactKind.EditorPages, DocumentSymbol.None));
        changes.symbols.UnionWith(changes.facts.Select(f => f.Symbol));
        return changes;
    }

    private void AddRecord(DocumentSymbol symbol)
    {
        facts.Add(new(SiteFactKind.AllRecords, DocumentSymbol.None));
        facts.Add(new(SiteFactKind.Record, symbol));
    }

    private void AddWords(LinkedText? old, LinkedText? text)
    {
        var (symbol, language) = ((text ?? old)!.Document.Symbol, (text ?? old)!.Text.Language);
        var (ends, oldEnds) = (EndsOf(text), EndsOf(old));
        if (ends != oldEnds || ends.Unresolved > 0) facts.Add(new(SiteFactKind.AllCitations, DocumentSymbol.None));
        if (!(old?.Edges ?? []).Select(e => e.To.Symbol).SequenceEqual((text?.Edges ?? []).Select(e => e.To.Symbol))) facts.Add(new(SiteFactKind.Cites, symbol));
        var ids = (old?.Passages ?? []).Concat(text?.Passages ?? []).Select(p => p.Id).Distinct(StringComparer.Ordinal);
        foreach (var id in ids.Where(id => old is null || text is null || !text.IsSameIn(id, old)))
        {
            facts.Add(new(SiteFactKind.Words, symbol));
            facts.Add(new(SiteFactKind.Words, symbol, null, language));
            facts.Add(new(SiteFactKind.Words, symbol, id, language));
        }
    }

    private static (int Resolved, int External, int Unresolved) EndsOf(LinkedText? text) =>
        text is null ? default : (text.Count(CitationState.Resolved), text.Count(CitationState.External), text.Count(CitationState.Unresolved));

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
