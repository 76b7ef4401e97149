using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>What is complete and what is not: translations, unresolved citations, errata: /zh/status/.</summary>
public sealed record StatusPage
{
    public required ImmutableArray<TranslationEntry> Translations { get; init; }
    public required ImmutableArray<UnresolvedEntry> Unresolved { get; init; }
    public required ImmutableArray<ErratumEntry> Errata { get; init; }

    /// <summary>Citations by their end, over the source texts.</summary>
    public required int Resolved { get; init; }
    public required int External { get; init; }

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site) => site.Languages.Select(language => Of(site, language));
    }

    private static Page Of(Site site, SiteLanguage language)
    {
        var code = language.Code;
        var head = Heads.Of(site, language, "status", site.Say(code, InterfaceStrings.Status), "status") with
        {
            Trail = Trails.Of(site, code),
        };
        return new(site.Urls.File(head.Url), "status", head, s => ModelOf(s, code));
    }

    private static StatusPage ModelOf(Site site, string code) => new()
    {
        Translations = [.. from document in site.Documents
                           from other in site.Languages
                           select TranslationEntry.Of(site, document, other, code)],
        Unresolved = [.. from unresolved in site.UnresolvedCitations()
                         let reading = unresolved.Text
                         let found = unresolved.Citation
                         select new UnresolvedEntry(
                             ProvisionModel.LinkTo(site, new(reading.Document.Symbol, found.Passage), code),
                             new(CitationGraph.Surface(reading, found), site.ForeignTag(code, reading.Text.Tag)),
                             found.Problem?.Document is { } lacking ? CitationForm.OfDocument(lacking, code) : null)],
        Errata = [.. from document in site.Documents
                     from text in document.Texts
                     from place in text.Errata.Select(e => e.Provision).Distinct()
                     let reading = site.TextIn(document.Symbol, text.Language, place)!
                     from erratum in ErratumModel.Of(site, reading, place, code)
                     select new ErratumEntry(ProvisionModel.LinkTo(site, new(reading.Document.Symbol, place), code), erratum)],
        Resolved = site.CountCitations(CitationState.Resolved),
        External = site.CountCitations(CitationState.External),
    };
}

/// <param name="Language">Name of the language in its own words.</param>
/// <param name="Tag">Its tag; null when it is the language of the page.</param>
/// <param name="Status">"official", "unofficial", "draft" or "none".</param>
/// <param name="Held">Provisions that have text in it, of Total.</param>
/// <param name="Stale">Passages whose source text has changed since they were translated, or which nobody has compared with it.</param>
public sealed record TranslationEntry(Link Document, string Language, string? Tag, string Status, int Held, int Total, int Stale)
{
    public static TranslationEntry Of(Site site, Document document, SiteLanguage language, string pageLanguage)
    {
        var text = document.TextIn(language.Code);
        return new(
            new(document.Symbol.Value, site.Urls.Document(pageLanguage, document.Symbol)), language.Name, site.ForeignTag(pageLanguage, language.Tag),
            text is null ? "none" : DocumentPage.StatusOf(text.Status),
            text?.Provisions.Count ?? 0, document.Provisions.Length, text?.Stale.Count ?? 0);
    }
}

/// <param name="Surface">The words of the citation.</param>
/// <param name="Lacking">The held document that lacks the place, as it is cited; null when nothing says which document is meant.</param>
public sealed record UnresolvedEntry(Link Place, TaggedText Surface, string? Lacking);

public sealed record ErratumEntry(Link Place, ErratumModel Erratum);
