using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>All that pages and exports are made from. Immutable, shared by all threads.</summary>
public sealed class Site
{
    public Site(SiteRecords records, CitationGraph graph, InterfaceStrings strings, string baseUrl)
    {
        Records = records;
        Graph = graph;
        Strings = strings;
        Urls = new(baseUrl);
        documents = records.Documents.DistinctBy(d => d.Symbol).ToDictionary(d => d.Symbol);
        cited = records.Cited.DistinctBy(c => c.Symbol).ToDictionary(c => c.Symbol);
        Passages = new(graph, records.Documents);
        citedPlaces = new(() => graph.Edges.Where(e => e.Pinpoint is not null).Select(e => (e.To.Symbol, Anchors.OfCited(e.Pinpoint!))).ToHashSet());
        citedSymbols = [.. graph.Cited];
        // What the site has no language for is a finding, and no page.
        EditorTexts = [.. records.Pages.Where(p => !p.Draft && records.Site.Languages.Any(l => l.Code == p.Language)).Select(p => new EditorText(this, p))];
        Redirects = records.Site.Redirects.AddRange(EditorTexts
            .SelectMany(t => t.Page.RedirectFrom.Select(from => KeyValuePair.Create(from.Path, $"/{t.Page.Language}/{t.Page.Name}/")))
            .Where(r => !records.Site.Redirects.ContainsKey(r.Key)).DistinctBy(r => r.Key, StringComparer.Ordinal));
        bodies = records.Bodies.DistinctBy(b => b.Id).ToDictionary(b => b.Id, StringComparer.Ordinal);
    }

    private readonly Dictionary<DocumentSymbol, Document> documents;
    private readonly Dictionary<DocumentSymbol, CitedDocument> cited;
    private readonly Dictionary<string, Records.Body> bodies;
    private readonly HashSet<DocumentSymbol> citedSymbols;
    private readonly Lazy<HashSet<(DocumentSymbol, string)>> citedPlaces;

    public SiteRecords Records { get; }

    public CitationGraph Graph { get; }

    public InterfaceStrings Strings { get; }

    public Urls Urls { get; }

    /// <summary>The passages of held documents.</summary>
    public HeldPassages Passages { get; }

    /// <summary>The pages of editors that are published, in the order of the menu.</summary>
    public ImmutableArray<EditorText> EditorTexts { get; }

    /// <summary>Paths that have moved: old path -> new path or absolute address.</summary>
    public ImmutableSortedDictionary<string, string> Redirects { get; }

    /// <summary>Source language first.</summary>
    public ImmutableArray<SiteLanguage> Languages => Records.Site.Languages;

    /// <summary>The words of the interface for a key.</summary>
    public string Say(string language, string key) => Strings.Say(language, key);

    public Document? Held(DocumentSymbol symbol) => documents.GetValueOrDefault(symbol);

    public CitedDocument? Cited(DocumentSymbol symbol) => cited.GetValueOrDefault(symbol);

    /// <summary>True for a document that is not held and has a page, since a held one cites it.</summary>
    public bool IsCited(DocumentSymbol symbol) => citedSymbols.Contains(symbol);

    /// <summary>True for a place of such a document that its page lists.</summary>
    public bool IsCited(DocumentSymbol symbol, Pinpoint place) => citedPlaces.Value.Contains((symbol, Anchors.OfCited(place)));

    public Records.Body? Body(string? id) => id is null ? null : bodies.GetValueOrDefault(id);

    /// <summary>The text to show of a passage on a page of a language: its own where it is held, else the source language, which the page must
    /// say. Null when neither holds it.</summary>
    /// <param name="passage">Id as in <see cref="Passage"/>: "17", "fn1", "section:III.C".</param>
    public LinkedText? Shown(Document document, string language, string passage) =>
        Holding(document, language, passage) ?? Holding(document, document.Source.Language, passage);

    /// <summary>True when a language holds every provision of a document: only then a page in it is a page of its own for search engines.</summary>
    public static bool HoldsAll(Document document, string language) =>
        document.TextIn(language) is { } text && document.Provisions.All(p => text.Provisions.ContainsKey(p.Id));

    private LinkedText? Holding(Document document, string language, string passage) =>
        Graph.TextIn(document.Symbol, language) is { } text && text.TextOf(passage) is not null ? text : null;

    /// <summary>The official document in a language: "https://docs.un.org/en/A/67/776"; null when site.yaml has no base for it.</summary>
    public string? Official(DocumentSymbol symbol, string language) =>
        Records.Site.OfficialDocuments.GetValueOrDefault(language) is { } official ? official + symbol.UrlPath : null;

    public string Tag(string language) => Languages.FirstOrDefault(l => l.Code == language)?.Tag ?? language;

    /// <summary>Null when a text of this tag stands on a page of this language, since then nothing needs saying.</summary>
    public string? ForeignTag(string pageLanguage, string textTag) => Tag(pageLanguage) == textTag ? null : textTag;

    /// <summary>The title of a held or cited document, in the language of the page where there is one; null when no title is known.</summary>
    public TaggedText? Title(DocumentSymbol symbol, string language)
    {
        if (Held(symbol) is { } held)
        {
            var text = held.TextIn(language) is { Title: not null } own ? own : held.TextIn(held.Source.Language);
            return text?.Title is { } title
                ? new(Markdown.RichText.Parse(title.Value).Plain.Replace(Markdown.RichText.Call.ToString(), "", StringComparison.Ordinal), ForeignTag(language, text.Tag))
                : null;
        }
        if (Cited(symbol)?.Title is not { } both) return null;
        if (both.In(language) is { } same) return new(same, null);
        var other = Languages.FirstOrDefault(l => both.In(l.Code) is not null);
        return other is null ? null : new(both.In(other.Code)!, other.Tag);
    }

    /// <summary>Link path of a place: a provision on the page of its document, a cited paragraph on the page of a cited document.</summary>
    public string UrlOf(string language, Place place, Pinpoint? pinpoint = null)
    {
        var url = Urls.Document(language, place.Symbol);
        if (Held(place.Symbol) is { } held) return place.Id is { } id ? $"{url}#{Anchors.Of(held, id)}" : url;
        return pinpoint is null ? url : $"{url}#{Anchors.OfCited(pinpoint)}";
    }
}
