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
        Passages = new(graph, records.Documents);
        documents = records.Documents.DistinctBy(d => d.Symbol).ToDictionary(d => d.Symbol);
        cited = records.Cited.DistinctBy(c => c.Symbol).ToDictionary(c => c.Symbol);
        bodies = records.Bodies.DistinctBy(b => b.Id).ToDictionary(b => b.Id, StringComparer.Ordinal);
    }

    private readonly Dictionary<DocumentSymbol, Document> documents;
    private readonly Dictionary<DocumentSymbol, CitedDocument> cited;
    private readonly Dictionary<string, Records.Body> bodies;

    public SiteRecords Records { get; }

    public CitationGraph Graph { get; }

    /// <summary>The passages that records name.</summary>
    public HeldPassages Passages { get; }

    public InterfaceStrings Strings { get; }

    public Urls Urls { get; }

    /// <summary>Source language first.</summary>
    public ImmutableArray<SiteLanguage> Languages => Records.Site.Languages;

    /// <summary>The words of the interface for a key.</summary>
    public string Say(string language, string key) => Strings.Say(language, key);

    public Document? Held(DocumentSymbol symbol) => documents.GetValueOrDefault(symbol);

    public CitedDocument? Cited(DocumentSymbol symbol) => cited.GetValueOrDefault(symbol);

    public Records.Body? Body(string? id) => id is null ? null : bodies.GetValueOrDefault(id);

    /// <summary>A bilingual field in the language of the page, else in the first language that has it; null when none has.</summary>
    public TaggedText? Words(LocalizedText? text, string language)
    {
        if (text?.In(language) is { } own) return new(own, null);
        var other = text is null ? null : Languages.FirstOrDefault(l => text.In(l.Code) is not null);
        return other is null ? null : new(text!.In(other.Code)!, other.Tag);
    }

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
        return Words(Cited(symbol)?.Title, language);
    }

    /// <summary>Link path of a place: a provision on the page of its document, a cited paragraph on the page of a cited document.</summary>
    public string UrlOf(string language, Place place, Pinpoint? pinpoint = null)
    {
        var url = Urls.Document(language, place.Symbol);
        if (Held(place.Symbol) is { } held) return place.Id is { } id ? $"{url}#{Anchors.Of(held, id)}" : url;
        return pinpoint is null ? url : $"{url}#{Anchors.OfCited(pinpoint)}";
    }
}
