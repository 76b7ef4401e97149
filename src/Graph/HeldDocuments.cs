using System.Collections.Frozen;
using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Markdown;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Graph;

/// <summary>What citations can lead to: the held documents and the places that their records have.</summary>
public sealed class HeldDocuments : ICitationTargets
{
    private readonly FrozenDictionary<DocumentSymbol, Places> documents;

    public HeldDocuments(ImmutableArray<Document> documents) =>
        this.documents = documents.DistinctBy(d => d.Symbol).ToFrozenDictionary(d => d.Symbol, d => new Places(d));

    public bool IsHeld(DocumentSymbol symbol) => documents.ContainsKey(symbol);

    public string? Find(DocumentSymbol symbol, Pinpoint pinpoint, string? citingPassage) =>
        documents.TryGetValue(symbol, out var places) ? places.Find(pinpoint, citingPassage) : null;

    /// <summary>The ids of one document that a pinpoint can name.</summary>
    private sealed class Places(Document document)
    {
        private readonly FrozenSet<string> provisions = document.Provisions.Select(p => p.Id).ToFrozenSet(StringComparer.Ordinal);
        private readonly FrozenSet<string> sections = document.Sections.Select(s => s.Id).ToFrozenSet(StringComparer.Ordinal);
        private readonly FrozenSet<string> footnotes = document.Footnotes.Select(f => f.Id).ToFrozenSet(StringComparer.Ordinal);
        private readonly Lazy<FrozenSet<string>> parts = new(() => Parts(document));

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
        private static FrozenSet<string> Parts(Document document)
        {
            var text = document.TextIn(document.Source.Language) ?? document.Texts.FirstOrDefault();
            if (text is null) return FrozenSet<string>.Empty;
            return text.Provisions
                .SelectMany(p => ProvisionText.Parts(p.Key, RichText.Parse(p.Value.Value).Plain))
                .Select(p => p.Id).ToFrozenSet(StringComparer.Ordinal);
        }
    }
}
