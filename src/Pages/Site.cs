using System.Collections.Concurrent;
using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>All that pages and exports are made from. Immutable, shared by all threads.</summary>
/// <remarks>A copy made by <see cref="Noting"/> notes what is read of the documents. The properties that give the whole of something (records, graph, passages,
/// framework, uses of terms) note that anything may have been read; the methods note the one thing they were asked.</remarks>
public sealed class Site
{
    /// <param name="pdf">Whether the documents will be printed to PDF.</param>
    /// <param name="framework">Null when it has not been made yet.</param>
    public Site(SiteRecords records, CitationGraph graph, InterfaceStrings strings, string baseUrl, bool pdf = false, FrameworkIndex? framework = null)
    {
        HasPdf = pdf;
        this.records = records;
        this.graph = graph;
        Strings = strings;
        Urls = new(baseUrl);
        documents = records.Documents.DistinctBy(d => d.Symbol).ToDictionary(d => d.Symbol);
        cited = records.Cited.DistinctBy(c => c.Symbol).ToDictionary(c => c.Symbol);
        passages = new(graph, records.Documents);
        citedPlaces = new(() => graph.Edges.Where(e => e.Pinpoint is not null).Select(e => (e.To.Symbol, Anchors.OfCited(e.Pinpoint!))).ToHashSet());
        citedSymbols = [.. graph.Cited];
        // What the site has no language for is a finding, and no page.
        editorTexts = [.. records.Pages.Where(p => !p.Draft && records.Site.Languages.Any(l => l.Code == p.Language)).Select(p => new EditorText(this, p))];
        redirects = records.Site.Redirects.AddRange(editorTexts
            .SelectMany(t => t.Page.RedirectFrom.Select(from => KeyValuePair.Create(from.Path, $"/{t.Page.Language}/{t.Page.Name}/")))
            .Where(r => !records.Site.Redirects.ContainsKey(r.Key)).DistinctBy(r => r.Key, StringComparer.Ordinal));
        bodies = records.Bodies.DistinctBy(b => b.Id).ToDictionary(b => b.Id, StringComparer.Ordinal);
        acts = records.Acts.DistinctBy(a => a.Id).ToDictionary(a => a.Id, StringComparer.Ordinal);
        components = records.Components.DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);
        terms = records.Terms.DistinctBy(t => t.Id).ToDictionary(t => t.Id, StringComparer.Ordinal);
        this.framework = framework ?? new(records);
        Beside = records with { Documents = [], Pages = [] };
        sections = new(() => Pages.Sections.Of(this));
        termUses = TermUses.From(records.Terms, graph.Texts);
    }

    private readonly Dictionary<DocumentSymbol, Document> documents;
    private readonly Dictionary<DocumentSymbol, CitedDocument> cited;
    private readonly Dictionary<string, Records.Body> bodies;
    private readonly HashSet<DocumentSymbol> citedSymbols;
    private readonly Lazy<HashSet<(DocumentSymbol, string)>> citedPlaces;
    private readonly Dictionary<string, Act> acts;
    private readonly Dictionary<string, Component> components;
    private readonly Dictionary<string, Term> terms;
    private readonly Lazy<ImmutableArray<string>> sections;
    private readonly ConcurrentDictionary<string, VocabularyLinks> vocabulary = new(StringComparer.Ordinal);

    private readonly SiteRecords records;
    private readonly CitationGraph graph;
    private readonly HeldPassages passages;
    private readonly ImmutableArray<EditorText> editorTexts;
    private readonly ImmutableSortedDictionary<string, string> redirects;
    private readonly FrameworkIndex framework;
    private readonly TermUses termUses;

    // Null where nobody wants to know.
    private SiteReads? reads;

    /// <summary>This site, which notes down what is read of the documents.</summary>
    public Site Noting(SiteReads into)
    {
        var copy = (Site)MemberwiseClone();
        copy.reads = into;
        return copy;
    }

    public SiteRecords Records => Whole(records);

    /// <summary>The records but the documents and the pages of editors. A change in them makes everything anew, so nobody needs to note them.</summary>
    public SiteRecords Beside { get; }

    /// <summary>The held documents, in ordinal order of their symbols: for what their records say of them, not for their words.</summary>
    public ImmutableArray<Document> Documents
    {
        get
        {
            reads?.Of(SiteFactKind.AllRecords, DocumentSymbol.None);
            return records.Documents;
        }
    }

    /// <summary>As <see cref="CitationGraph.Cited"/>.</summary>
    public ImmutableArray<DocumentSymbol> CitedDocuments
    {
        get
        {
            reads?.Of(SiteFactKind.AllCited, DocumentSymbol.None);
            return graph.Cited;
        }
    }

    /// <summary>How many citations of the source texts have an end; without one, how many there are.</summary>
    public int CountCitations(CitationState? end = null)
    {
        reads?.Of(SiteFactKind.AllCitations, DocumentSymbol.None);
        return graph.Texts.Where(r => r.Text.Language == r.Document.Source.Language).Sum(r => end is null ? r.Citations.Length : r.Count(end.Value));
    }

    /// <summary>The citations that lead nowhere, in order of documents and text, with the texts that they stand in.</summary>
    public IEnumerable<(LinkedText Text, ResolvedCitation Citation)> UnresolvedCitations()
    {
        reads?.Of(SiteFactKind.AllCitations, DocumentSymbol.None);
        return graph.Texts.Where(t => t.Count(CitationState.Unresolved) > 0).SelectMany(text => text.Citations.Where(c => c.State == CitationState.Unresolved).Select(c => (text, c)));
    }

    public CitationGraph Graph => Whole(graph);

    /// <summary>The passages that records name.</summary>
    public HeldPassages Passages => Whole(passages);

    public FrameworkIndex Framework => Whole(framework);

    /// <summary>Which passages use which term.</summary>
    public TermUses TermUses => Whole(termUses);

    private T Whole<T>(T all)
    {
        reads?.All();
        return all;
    }

    /// <summary>As <see cref="CitationGraph.BacklinksTo"/>.</summary>
    public ImmutableArray<Edge> BacklinksTo(Place place)
    {
        reads?.Of(SiteFactKind.Backlinks, place.Symbol);
        return graph.BacklinksTo(place);
    }

    /// <summary>The passages that cite a place, once each, in order of their documents and texts.</summary>
    public List<Place> CitingPassages(Place place)
    {
        reads?.Of(SiteFactKind.Citing, place.Symbol);
        var edges = graph.BacklinksTo(place);
        var passages = new List<Place>(edges.Length);
        // The edges from one passage stand together.
        foreach (var edge in edges)
            if (passages.Count == 0 || passages[^1] != edge.From) passages.Add(edge.From);
        return passages;
    }

    /// <summary>How often the held documents cite a document.</summary>
    public int CountCitationsOf(DocumentSymbol symbol)
    {
        reads?.Of(SiteFactKind.Citing, symbol);
        return graph.CountCitationsOf(symbol);
    }

    /// <summary>As <see cref="CitationGraph.EdgesFrom"/>.</summary>
    public ImmutableArray<Edge> EdgesFrom(DocumentSymbol symbol)
    {
        reads?.Of(SiteFactKind.Words, symbol);
        return graph.EdgesFrom(symbol);
    }

    /// <summary>The documents that a document cites, in order of its text.</summary>
    public IEnumerable<DocumentSymbol> DocumentsCitedIn(DocumentSymbol symbol)
    {
        reads?.Of(SiteFactKind.Cites, symbol);
        return graph.EdgesFrom(symbol).Select(e => e.To.Symbol);
    }

    /// <summary>As <see cref="CitationGraph.TextIn"/>, for a look at one passage.</summary>
    public LinkedText? TextIn(DocumentSymbol symbol, string language, string passage)
    {
        reads?.Of(SiteFactKind.Record, symbol);
        reads?.Of(SiteFactKind.Words, symbol, passage, language);
        return graph.TextIn(symbol, language);
    }

    /// <summary>As <see cref="HeldPassages.TextOf"/>.</summary>
    public string? WordsOf(PassageReference passage, string language)
    {
        reads?.Of(SiteFactKind.Record, passage.Symbol);
        // Where numbering restarts an id has its scope before it, and the passage is not so easily told from a part of it.
        reads?.Of(SiteFactKind.Words, passage.Symbol, passage.Id?.Contains('/', StringComparison.Ordinal) == true ? null : passage.Provision, language);
        return passages.TextOf(passage, language);
    }

    /// <summary>As <see cref="CitedPlaces.Find"/>.</summary>
    public Pinpoint? CitedPlace(PassageReference passage)
    {
        reads?.Of(SiteFactKind.Backlinks, passage.Symbol);
        return CitedPlaces.Find(graph, passage);
    }

    /// <summary>As <see cref="FrameworkIndex.ThreadsThrough"/>. Threads are no words of a document.</summary>
    public ImmutableArray<FollowUpThread> ThreadsThrough(DocumentSymbol symbol, string provision) => framework.ThreadsThrough(symbol, provision);

    /// <summary>As <see cref="FrameworkIndex.ThreadsOf"/>.</summary>
    public ImmutableArray<FollowUpThread> ThreadsOf(string component) => framework.ThreadsOf(component);

    /// <summary>As <see cref="FrameworkIndex.ProvisionsOf"/>.</summary>
    public ImmutableArray<Place> ProvisionsOf(string component)
    {
        reads?.Of(SiteFactKind.AllRecords, DocumentSymbol.None);
        return framework.ProvisionsOf(component);
    }

    /// <summary>As <see cref="FrameworkIndex.ProvisionsWithAct"/>.</summary>
    public ImmutableArray<Place> ProvisionsWithAct(string act)
    {
        reads?.Of(SiteFactKind.AllRecords, DocumentSymbol.None);
        return framework.ProvisionsWithAct(act);
    }

    /// <summary>The components of the framework, in the order of the record.</summary>
    public ImmutableArray<Component> Components => records.Components;

    /// <summary>The links to acts and components in a language.</summary>
    internal VocabularyLinks Vocabulary(string language) => vocabulary.GetOrAdd(language, static (language, site) => new(site, language), this);

    /// <summary>The uses of terms in a text, as <see cref="TermUses"/> finds them.</summary>
    public IEnumerable<TermUse> TermsIn(string text, string language) => termUses.In(text, language);

    public InterfaceStrings Strings { get; }

    /// <summary>True for an output that search engines shall leave out as a whole: a preview of a change.</summary>
    public bool Noindex { get; init; }

    public Urls Urls { get; }

    /// <summary>The pages of editors that are published, in the order of the menu.</summary>
    public ImmutableArray<EditorText> EditorTexts
    {
        get
        {
            reads?.Of(SiteFactKind.EditorPages, DocumentSymbol.None);
            return editorTexts;
        }
    }

    /// <summary>Paths that have moved: old path -> new path or absolute address.</summary>
    public ImmutableSortedDictionary<string, string> Redirects
    {
        get
        {
            reads?.Of(SiteFactKind.EditorPages, DocumentSymbol.None);
            return redirects;
        }
    }

    /// <summary>True when PDFs will stand beside the pages of documents.</summary>
    public bool HasPdf { get; }

    /// <summary>Source language first.</summary>
    public ImmutableArray<SiteLanguage> Languages => records.Site.Languages;

    /// <summary>The sections that this site has, in the order of the navigation: see <see cref="Pages.Sections"/>.</summary>
    public ImmutableArray<string> Sections => sections.Value;

    /// <summary>False for a section that no page stands in: nothing may link there.</summary>
    public bool HasSection(string section)
    {
        foreach (var own in Sections)
            if (own == section) return true;
        return false;
    }

    /// <summary>False for what site.yaml leaves out: nothing may link there.</summary>
    public bool Has(SitePart part) => !records.Site.LeaveOut.Contains(part);

    /// <summary>False where there is nothing to search, or site.yaml does without.</summary>
    public bool HasSearch => Has(SitePart.Search) && !records.Documents.IsEmpty;

    /// <summary>The words of the interface for a key.</summary>
    public string Say(string language, string key) => Strings.Say(language, key);

    /// <summary>Null when the document is not held.</summary>
    public Document? Held(DocumentSymbol symbol)
    {
        reads?.Of(SiteFactKind.Record, symbol);
        return documents.GetValueOrDefault(symbol);
    }

    public CitedDocument? Cited(DocumentSymbol symbol) => cited.GetValueOrDefault(symbol);

    /// <summary>True for a document that is not held and has a page, since a held one cites it.</summary>
    public bool IsCited(DocumentSymbol symbol) => Whole(citedSymbols).Contains(symbol);

    /// <summary>True for a place of such a document that its page lists.</summary>
    public bool IsCited(DocumentSymbol symbol, Pinpoint place) => Whole(citedPlaces).Value.Contains((symbol, Anchors.OfCited(place)));

    public Records.Body? Body(string? id) => id is null ? null : bodies.GetValueOrDefault(id);

    public Act? Act(string id) => acts.GetValueOrDefault(id);

    public Component? Component(string id) => components.GetValueOrDefault(id);

    public Term? Term(string id) => terms.GetValueOrDefault(id);

    /// <summary>A bilingual field in the language of the page, else in the first language that has it; null when none has.</summary>
    public TaggedText? Words(LocalizedText? text, string language)
    {
        if (text?.In(language) is { } own) return new(own, null);
        if (text is null) return null;
        foreach (var other in Languages)
            if (text.In(other.Code) is { } words) return new(words, other.Tag);
        return null;
    }

    /// <summary>The text to show of a passage on a page of a language: its own where it is held, else the source language, which the page must
    /// say. Null when neither holds it.</summary>
    /// <param name="passage">Id as in <see cref="Passage"/>: "17", "fn1", "section:III.C".</param>
    public LinkedText? Shown(Document document, string language, string passage) =>
        Holding(document, language, passage) ?? Holding(document, document.Source.Language, passage);

    /// <summary>True when a language holds every provision of a document: only then a page in it is a page of its own for search engines.</summary>
    public static bool HoldsAll(Document document, string language) =>
        document.TextIn(language) is { } text && text.Provisions.Count == document.Provisions.Length;

    private LinkedText? Holding(Document document, string language, string passage) =>
        TextIn(document.Symbol, language, passage) is { } text && text.TextOf(passage) is not null ? text : null;

    /// <summary>The official document in a language: "https://docs.un.org/en/A/67/776"; null when site.yaml has no base for it.</summary>
    public string? Official(DocumentSymbol symbol, string language) =>
        records.Site.OfficialDocuments.GetValueOrDefault(language) is { } official ? official + symbol.UrlPath : null;

    public string Tag(string language)
    {
        foreach (var own in Languages)
            if (own.Code == language) return own.Tag;
        return language;
    }

    /// <summary>Null when a text of this tag stands on a page of this language, since then nothing needs saying.</summary>
    public string? ForeignTag(string pageLanguage, string textTag) => Tag(pageLanguage) == textTag ? null : textTag;

    /// <summary>The title of a held or cited document, in the language of the page where there is one; null when no title is known.</summary>
    public TaggedText? Title(DocumentSymbol symbol, string language)
    {
        if (Held(symbol) is { } held)
        {
            var text = held.TextIn(language) is { Title: not null } own ? own : held.TextIn(held.Source.Language);
            if (text is not null) reads?.Of(SiteFactKind.Words, symbol, DocumentText.TitleId, text.Language);
            return text?.Title is { } title
                ? new(Markdown.RichText.WithoutCalls(Markdown.RichText.Parse(title.Value).Plain), ForeignTag(language, text.Tag))
                : null;
        }
        return Words(Cited(symbol)?.Title, language);
    }

    /// <summary>Link path of the page of a provision; in a site without such pages of its place on the page of the document.</summary>
    public string UrlOfProvision(string language, Document document, string id) =>
        Has(SitePart.ProvisionPages) ? Urls.Provision(language, document.Symbol, id) : UrlOf(language, document, id);

    /// <summary>Link path of a place: a provision on the page of its document, a cited paragraph on the page of a cited document.</summary>
    public string UrlOf(string language, Place place, Pinpoint? pinpoint = null) => UrlOf(language, place.Symbol, place.Id, pinpoint);

    /// <param name="id">As <see cref="Place.Id"/>.</param>
    public string UrlOf(string language, DocumentSymbol symbol, string? id, Pinpoint? pinpoint = null)
    {
        if (Held(symbol) is { } held) return id is null ? Urls.Document(language, symbol) : UrlOf(language, held, id);
        return pinpoint is null ? Urls.Document(language, symbol) : Urls.Place(language, symbol, Anchors.OfCited(pinpoint));
    }

    /// <summary>Link path of a place on the page of a held document.</summary>
    public string UrlOf(string language, Document document, string id) => Urls.Place(language, document.Symbol, Anchors.Of(document, id));
}
