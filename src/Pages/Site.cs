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
        bodies = records.Bodies.DistinctBy(b => b.Id).ToDictionary(b => b.Id, StringComparer.Ordinal);
    }

    private readonly Dictionary<DocumentSymbol, Document> documents;
    private readonly Dictionary<DocumentSymbol, CitedDocument> cited;
    private readonly Dictionary<string, Records.Body> bodies;

    public SiteRecords Records { get; }

    public CitationGraph Graph { get; }

    public InterfaceStrings Strings { get; }

    public Urls Urls { get; }

    /// <summary>Source language first.</summary>
    public ImmutableArray<SiteLanguage> Languages => Records.Site.Languages;

    /// <summary>The words of the interface for a key.</summary>
    public string Say(string language, string key) => Strings.Say(language, key);

    public Document? Held(DocumentSymbol symbol) => documents.GetValueOrDefault(symbol);

    public CitedDocument? Cited(DocumentSymbol symbol) => cited.GetValueOrDefault(symbol);

    public Records.Body? Body(string? id) => id is null ? null : bodies.GetValueOrDefault(id);

    /// <summary>The text to show on a page of a language: its own where it is held, else the source language, which the page must say.</summary>
    public LinkedText? Shown(Document document, string language) =>
        Graph.TextIn(document.Symbol, language) ?? Graph.TextIn(document.Symbol, document.Source.Language);

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
