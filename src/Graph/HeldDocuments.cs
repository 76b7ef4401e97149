using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Markdown;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Graph;

/// <summary>What citations can lead to: the held documents and the places that their records have.</summary>
public sealed class HeldDocuments : ICitationTargets
{
    // By symbol.
    private readonly Dictionary<string, Places> documents;

    /// <param name="previous">Of an earlier build: what it knows of a document that is the same record is taken over. Null for none.</param>
    public HeldDocuments(ImmutableArray<Document> documents, HeldDocuments? previous = null)
    {
        this.documents = new(documents.Length, StringComparer.Ordinal);
        foreach (var document in documents)
            this.documents.TryAdd(document.Symbol.Value, previous?.documents.GetValueOrDefault(document.Symbol.Value) is { } known && ReferenceEquals(known.Document, document)
                ? known : new(document));
    }

    /// <summary>The documents of which a citation could find something else here than there: held in one of the two only, or with other places.</summary>
    public HashSet<DocumentSymbol> DifferencesTo(HeldDocuments other)
    {
        var differences = other.documents.Keys.Where(symbol => !documents.ContainsKey(symbol)).Select(DocumentSymbol.FromCanonical).ToHashSet();
        foreach (var (symbol, places) in documents)
            if (!other.documents.TryGetValue(symbol, out var others) || !places.IsSameAs(others)) differences.Add(DocumentSymbol.FromCanonical(symbol));
        return differences;
    }

    public bool IsHeld(DocumentSymbol symbol) => documents.ContainsKey(symbol.Value);

    public string? Find(DocumentSymbol symbol, Pinpoint pinpoint, string? citingPassage) =>
        documents.TryGetValue(symbol.Value, out var places) ? places.Find(pinpoint, citingPassage) : null;

    /// <summary>The ids of one document that a pinpoint can name.</summary>
    private sealed class Places(Document document)
    {
        private readonly HashSet<string> provisions = document.Provisions.Select(p => p.Id).ToHashSet(StringComparer.Ordinal),
            sections = document.Sections.Select(s => s.Id).ToHashSet(StringComparer.Ordinal), footnotes = document.Footnotes.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        private readonly Lazy<HashSet<string>> parts = new(() => Parts(document));

        public Document Document => document;

        public bool IsSameAs(Places other) => ReferenceEquals(this, other)
            || provisions.SetEquals(other.provisions) && sections.SetEquals(other.sections) && footnotes.SetEquals(other.footnotes) && parts.Value.SetEquals(other.parts.Value);

        public string? Find(Pinpoint pinpoint, string? citingPassage)
        {
            var scope = Scope(pinpoint);
            if (pinpoint.Paragraph is { } number) return Paragraph(number, scope, citingPassage) is { } id ? Subparagraph(id, pinpoint) : null;
            if (pinpoint.Footnote is { } footnote) return footnotes.Contains("fn" + footnote) ? "fn" + footnote : null;
            return scope is not null && sections.Contains(scope) ? scope : null;
        }

        // "II.B", "annex-I", "annex-I.B": the id of the section that a section and an annex name together.
        private static string? Scope(Pinpoint pinpoint) => pinpoint.Annex switch
        {
            null => pinpoint.Section,
            "" => pinpoint.Section is null ? "annex" : $"annex.{pinpoint.Section}",
            var annex => pinpoint.Section is null ? $"annex-{annex}" : $"annex-{annex}.{pinpoint.Section}",
        };

        // A paragraph number is unique in most documents; where numbering restarts the scope comes from the citation, or from the citing passage.
        private string? Paragraph(string number, string? scope, string? citingPassage)
        {
            if (scope is not null && provisions.Contains($"{scope}/{number}")) return $"{scope}/{number}";
            if (pinpointIsInAnnex(scope)) return null;
            if (provisions.Contains(number)) return number;
            var slash = citingPassage?.LastIndexOf('/') ?? -1;
            return slash > 0 && provisions.Contains($"{citingPassage![..slash]}/{number}") ? $"{citingPassage[..slash]}/{number}" : null;

            static bool pinpointIsInAnnex(string? scope) => scope?.StartsWith("annex", StringComparison.Ordinal) == true;
        }

        private string? Subparagraph(string id, Pinpoint pinpoint) =>
            pinpoint.Subparagraph is not { } sub ? id : parts.Value.Contains(id + sub) ? id + sub : null;

        // Sub-items are the same in every language; the source language has them for certain.
        private static HashSet<string> Parts(Document document)
        {
            var text = document.TextIn(document.Source.Language) ?? document.Texts.FirstOrDefault();
            if (text is null) return [];
            return text.Provisions
                .SelectMany(p => ProvisionText.Parts(p.Key, RichText.Parse(p.Value.Value).Plain))
                .Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        }
    }
}
