using System.Collections.Immutable;
using System.Globalization;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Markdown;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>Which documents a held document cites, part by part, as a map and as a table: /zh/A/67/776/citations/. What it says of itself is left
/// out.</summary>
public sealed record CitationsPage
{
    public required DocumentSummary Document { get; init; }

    public required MapDrawing Map { get; init; }

    /// <summary>True when the site holds one of the documents.</summary>
    public required bool CitesHeld { get; init; }

    /// <summary>The parts that cite, in printed order.</summary>
    public required ImmutableArray<CitingPart> Parts { get; init; }

    /// <summary>How many citations, of how many documents.</summary>
    public required int Citations { get; init; }
    public required int Documents { get; init; }

    internal sealed class Family : IDocumentPageFamily
    {
        public IEnumerable<Page> Plan(Site site, Document document) =>
            EdgesOf(site, document).Any() ? site.Languages.Select(language => Of(site, document, language)) : [];
    }

    /// <summary>Link path of the page of a document; null for a document that cites no other.</summary>
    public static string? UrlOf(Site site, Document document, string language) =>
        EdgesOf(site, document).Any() ? site.Urls.Document(language, document.Symbol) + "citations/" : null;

    private static Page Of(Site site, Document document, SiteLanguage language)
    {
        var code = language.Code;
        var title = site.Say(code, InterfaceStrings.CitationsTitle).Replace("{symbol}", document.Symbol.Value, StringComparison.Ordinal);
        var head = Heads.Of(site, language, $"{document.Symbol.UrlPath}/citations", title, InterfaceStrings.Documents) with
        {
            Trail = Trails.Of(site, code, InterfaceStrings.Documents, new Link(document.Symbol.Value, site.Urls.Document(code, document.Symbol))),
        };
        return new(site.Urls.File(head.Url), "citations", head, s => ModelOf(s, document, code)) { Document = document };
    }

    private static CitationsPage ModelOf(Site site, Document document, string language)
    {
        var parts = new DocumentParts(document, site);
        // A citation of three paragraphs is one citation.
        var citations = EdgesOf(site, document).Select(e => (e.From, e.Citation.Citation.Span, e.To.Symbol)).Distinct()
            .Select(c => new PlacedCitation(parts.PartOf(c.From.Id!), c.From, c.Symbol)).OrderBy(c => c.Part).ToList();
        var from = citations.Select(c => c.Part).Distinct().ToList();
        var to = citations.Select(c => c.To).Distinct().Order().ToList();
        return new()
        {
            Document = DocumentSummary.Of(site, document, language),
            Citations = citations.Count,
            Documents = to.Count,
            CitesHeld = to.Exists(symbol => site.Held(symbol) is not null),
            Map = CitationMapLayout.Of(
                [.. from.Select(part => parts.NodeOf(part, language))],
                [.. to.Select(symbol => new MapNode(CitationForm.OfDocument(symbol, language), site.Urls.Document(language, symbol), site.Held(symbol) is not null))],
                [.. citations.GroupBy(c => (c.Part, c.To)).Select(g => new MapFlow(from.IndexOf(g.Key.Part), to.IndexOf(g.Key.To), g.Count()))],
                n => site.Say(language, InterfaceStrings.CitationsOthers).Replace("{n}", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)),
            Parts = [.. citations.GroupBy(c => c.Part).Select(part => new CitingPart(parts.LinkTo(part.Key, language), part.Count(),
                [.. part.GroupBy(c => c.To).OrderByDescending(d => d.Count()).ThenBy(d => d.Key).Select(cited => new CitedByPart(
                    new(CitationForm.OfDocument(cited.Key, language), site.Urls.Document(language, cited.Key)), cited.Count(),
                    [.. cited.Select(c => parts.PassageLink(c.From.Id!, language)).Distinct()]))]))],
        };
    }

    // None where the site has no such pages.
    private static IEnumerable<Edge> EdgesOf(Site site, Document document) => !site.Has(SitePart.CitationPages) ? [] : site.EdgesFrom(document.Symbol).Where(e => e.To.Symbol != document.Symbol);

    private readonly record struct PlacedCitation(int Part, Place From, DocumentSymbol To);
}

/// <param name="Part">A section; plain text where it has no place of its own.</param>
/// <param name="Documents">What it cites, most cited first.</param>
public sealed record CitingPart(TaggedLink Part, int Citations, ImmutableArray<CitedByPart> Documents);

/// <param name="From">The citing paragraphs.</param>
public sealed record CitedByPart(Link Document, int Citations, ImmutableArray<Link> From);

/// <param name="Tag">Language tag of the words after the label; null when it is the language of the page.</param>
public sealed record TaggedLink(string Label, string Words, string? Tag, string? Url);

/// <summary>The parts of a document, in printed order: its title page, its preamble, what stands under no heading, its sections, its end.</summary>
internal sealed class DocumentParts
{
    private const int Head = 0, Preamble = 1, Body = 2, FirstSection = 3;

    private readonly Document document;
    private readonly Site site;
    private readonly Dictionary<string, int> parts = new(StringComparer.Ordinal);
    private readonly int closing;

    public DocumentParts(Document document, Site site)
    {
        (this.document, this.site) = (document, site);
        closing = FirstSection + document.Sections.Length;
        var sections = document.Sections.Select((section, i) => (section.Id, i)).DistinctBy(s => s.Id).ToDictionary(s => s.Id, s => FirstSection + s.i, StringComparer.Ordinal);
        foreach (var (id, part) in sections) parts[LinkedText.HeadingId(id)] = part;
        foreach (var block in document.Closing) parts[block.Id] = closing;
        foreach (var provision in document.Provisions)
        {
            var part = provision.Section is { } id && sections.TryGetValue(id, out var own) ? own : ProvisionModel.KindOf(document, provision) == "preambular" ? Preamble : Body;
            parts[provision.Id] = part;
            // A footnote belongs where it is called.
            if (site.Shown(document, document.Source.Language, provision.Id)?.TextOf(provision.Id) is not { } text) continue;
            foreach (var mark in text.Marks.Where(m => m.Kind == MarkKind.FootnoteCall)) parts.TryAdd("fn" + mark.Value, part);
        }
    }

    /// <param name="passage">Id of a passage: "17", "fn1", "section:III".</param>
    public int PartOf(string passage) => parts.TryGetValue(passage, out var part) ? part
        : passage.LastIndexOf('.') is > 0 and var dot && parts.TryGetValue(passage[..dot], out part) ? part : Head;

    public MapNode NodeOf(int part, string language)
    {
        var link = LinkTo(part, language);
        return new(link.Label.Length == 0 ? link.Words : link.Words.Length == 0 ? link.Label : $"{link.Label}{(language == "zh" ? "" : " ")}{link.Words}", link.Url ?? site.Urls.Document(language, document.Symbol), true);
    }

    public TaggedLink LinkTo(int part, string language)
    {
        if (part == closing) return Plain(InterfaceStrings.PartClosing);
        if (part < FirstSection) return Plain(part switch
        {
            Head => InterfaceStrings.PartHead,
            Preamble => InterfaceStrings.PartPreamble,
            _ => document.Kind is DocumentKind.Resolution or DocumentKind.Decision ? InterfaceStrings.PartOperative : InterfaceStrings.PartBody,
        });
        var section = document.Sections[part - FirstSection];
        var id = LinkedText.HeadingId(section.Id);
        var heading = site.Shown(document, language, id);
        var words = heading?.TextOf(id) is { } text ? RichText.WithoutCalls(text.Plain).Replace('\n', ' ').Trim() : "";
        var label = SectionModel.LabelOf(document, section, language) is { } own ? own + (language == "zh" ? "、" : ".") : "";
        return new(label, words, heading is null ? null : site.ForeignTag(language, heading.Text.Tag),
            site.UrlOf(language, new(document.Symbol, null)) + "#" + Anchors.OfSection(section.Id));

        TaggedLink Plain(string key) => new("", site.Say(language, key), null, null);
    }

    /// <summary>"第17段"; the heading, the title page and the end by their names.</summary>
    public Link PassageLink(string passage, string language)
    {
        if (document.Provisions.Any(p => p.Id == passage) || passage.StartsWith("fn", StringComparison.Ordinal))
            return new(CitationForm.OfProvision(passage, language), site.UrlOf(language, new(document.Symbol, passage)));
        return passage.StartsWith("section:", StringComparison.Ordinal)
            ? new(site.Say(language, InterfaceStrings.SearchHeading), LinkTo(PartOf(passage), language).Url)
            : new(site.Say(language, InterfaceStrings.PartHead), site.Urls.Document(language, document.Symbol));
    }
}
