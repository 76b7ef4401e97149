using System.Collections.Immutable;
using System.Text;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>Links to the passages that records name: sources, quotations, steps of threads.</summary>
public static class PassageLinks
{
    /// <summary>"A/67/776，第17段", "第64/259号决议，第8段".</summary>
    public static Link To(Site site, PassageReference passage, string language)
    {
        var place = LabelIn(site, passage, language);
        var document = CitationForm.OfDocument(passage.Symbol, language);
        return new(place is null ? document : document + (language == "zh" ? "，" : ", ") + place, UrlOf(site, passage, language));
    }

    /// <summary>One entry a document, in time as far as the symbols tell, its places in their order, each once.</summary>
    public static ImmutableArray<DocumentLinks> ByDocument(Site site, IEnumerable<PassageReference> passages, string language) =>
    [
        .. from passage in passages
           group passage by passage.Symbol into document
           orderby document.Key.Session() ?? int.MaxValue, document.Key.IsResolution(), document.Key
           select new DocumentLinks(
               new(CitationForm.OfDocument(document.Key, language), UrlOf(site, new(document.Key, null, default), language)),
               [.. document.Where(p => p.Id is not null).OrderBy(p => OrderOf(p.Id!), StringComparer.Ordinal)
                   .Select(p => LabelIn(site, p, language) is { } label ? new Link(label, UrlOf(site, p, language)) : null).OfType<Link>().DistinctBy(l => l.Label)]),
    ];

    /// <summary>The passage on the page of its document; of a document that is not held the cited place. Null when no page has it.</summary>
    private static string? UrlOf(Site site, PassageReference passage, string language)
    {
        if (site.Held(passage.Symbol) is { } held) return site.UrlOf(language, new(passage.Symbol, HasAnchor(held, passage) ? passage.Id : null));
        return site.CitingPassages(new(passage.Symbol, null)).Count == 0 ? null
            : site.UrlOf(language, new(passage.Symbol, null), site.CitedPlace(passage));
    }

    // Null for a whole document, and for its title page and closing, which have no form of citation.
    private static string? LabelIn(Site site, PassageReference passage, string language)
    {
        if (passage.Id is not { } id) return null;
        if (site.Held(passage.Symbol) is { } held) return HasAnchor(held, passage) ? CitationForm.OfProvision(WithoutBlock(id), language) : null;
        return site.CitedPlace(passage) is { } pinpoint && CitedPlaces.IdOf(pinpoint) == id
            ? CitationForm.OfPinpoint(pinpoint, language) : CitationForm.OfProvision(id, language);
    }

    private static bool HasAnchor(Document document, PassageReference passage) =>
        passage.Id is { } id && !document.HasBlock(id) && id != DocumentText.TitleId;

    // The blocks of paragraph 8 have anchors but no numbers that are printed: "8.1" is in paragraph 8.
    private static string WithoutBlock(string id) => id.LastIndexOf('.') is > 0 and var dot && dot > id.LastIndexOf('/') ? id[..dot] : id;

    // Numbers in their order: 2, 10, 34(a).
    private static string OrderOf(string id)
    {
        var key = new StringBuilder();
        for (var at = 0; at < id.Length;)
        {
            var end = at;
            while (end < id.Length && char.IsAsciiDigit(id[end])) end++;
            if (end > at) key.Append('0', Math.Max(0, 6 - (end - at))).Append(id, at, end - at);
            else key.Append(id[end++]);
            at = end;
        }
        return key.ToString();
    }
}

/// <summary>Places in one document.</summary>
/// <param name="Places">Named without the document, "第17段"; empty for the document as a whole.</param>
public sealed record DocumentLinks(Link Document, ImmutableArray<Link> Places);
