using System.Collections.Concurrent;
using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Exports;
using StaticSite.Graph;
using StaticSite.Pages;
using StaticSite.Records;
using StaticSite.Symbols;
using StaticSite.Templating;

namespace StaticSite.Build;

/// <summary>What one build hands to the next, so that it makes anew only what an edit can have changed. The result is the same, byte for byte, as without
/// it. For one build at a time.</summary>
/// <remarks>Each step is taken over by what it was made from, and all of that is compared by identity: a file that has not changed is the same object
/// (<see cref="Files"/>), so are the records, the readings and the comparisons made from it. A page is taken over when nothing it has read has changed:
/// see <see cref="SiteReads"/>; the pages and exports of a document are taken over all at once when they have read nothing of a document that has. What all
/// pages depend on (theme, interface strings, records beside the documents) makes all of them anew.</remarks>
/// <param name="time">The clock of the machine, for <see cref="Files"/>.</param>
public sealed class BuildMemory(TimeProvider time)
{
    private ImmutableArray<SourceText> common = [];
    private (string? BaseUrl, bool Pdf, bool Noindex) commonOptions;

    /// <summary>The files as they were last read.</summary>
    public FileMemory Files { get; } = new(time);

    internal LoadedFolders Folders { get; } = new();

    internal ParsedTemplates Templates { get; } = new();

    internal ReadStyles Styles { get; } = new();

    /// <summary>Null before the first build.</summary>
    internal CitationGraph? Graph { get; set; }

    /// <summary>Null before the first build.</summary>
    internal FrameworkIndex? Framework { get; set; }

    internal ComparedTexts Compared { get; private set; } = new();

    internal SearchIndex Search { get; private set; } = new(new());

    /// <summary>The files of the last build without errors; null before it, and after a change that concerns them all.</summary>
    internal KeptFiles? Kept { get; set; }

    /// <summary>Forgets what was made with other records beside the documents, another theme or other options.</summary>
    internal void Enter(SiteInput input)
    {
        // The templates of pages are compared page by page.
        ImmutableArray<SourceText> now =
        [
            .. input.Records.Where(r => !RecordLoader.IsOfDocument(r) && !PageRecord.IsPage(r)), .. input.Strings, .. input.Partials,
        ];
        var options = (input.BaseUrl, input.Pdf, input.Noindex);
        if (commonOptions == options && now.AsSpan().SequenceEqual(common.AsSpan(), ReferenceEqualityComparer.Instance)) return;
        (common, commonOptions) = (now, options);
        (Compared, Search, Kept) = (new(), new(new()), null);
    }
}

/// <summary>The files of one build, with what they were made from.</summary>
/// <param name="Frame">What every page shows of the site: see <see cref="PageRenderer.Frame"/>.</param>
/// <param name="Templates">The texts of the templates.</param>
internal sealed record KeptFiles(SiteRecords Records, CitationGraph Graph, string Frame, ImmutableArray<SourceText> Templates)
{
    // By the record itself: of another record everything is other.
    private readonly Dictionary<Document, KeptDocument> documents = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, KeptFile> others = new(StringComparer.Ordinal);

    /// <summary>The content of all files of documents, by path.</summary>
    public Dictionary<string, ReadOnlyMemory<byte>> OfDocuments { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>By the export itself.</summary>
    public Dictionary<IExport, KeptExport> Exports { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Of all pages, as planned.</summary>
    public ImmutableArray<PageHead> Heads { get; set; } = [];

    /// <summary>Null when nothing was made of the record.</summary>
    public KeptDocument? Of(Document document) => documents.GetValueOrDefault(document);

    /// <param name="document">Null for a page of none.</param>
    public KeptFile? At(string path, Document? document) => document is null ? others.GetValueOrDefault(path) : Of(document)?.At(path);

    /// <summary>Takes over all files of the documents that nothing has changed about, before anything else is kept.</summary>
    public void TakeOver(KeptFiles last, SiteChanges changes)
    {
        OfDocuments = new(last.OfDocuments, StringComparer.Ordinal);
        foreach (var document in Records.Documents)
            if (last.Of(document) is { } kept && !kept.MayBeOther(changes)) documents.Add(document, kept);
        foreach (var (document, kept) in last.documents)
            if (!documents.ContainsKey(document))
                foreach (var path in kept.Paths) OfDocuments.Remove(path);
    }

    /// <summary>What is now being made of a record. Not for many threads.</summary>
    public KeptDocument Begin(Document document)
    {
        if (!documents.TryGetValue(document, out var kept)) documents.Add(document, kept = new());
        return kept;
    }

    /// <param name="document">Null for a page of none; else one that has been begun.</param>
    public void Keep(KeptFile file, Document? document)
    {
        var (path, content) = file.Made.Value;
        if (document is not null) documents[document].Keep(file);
        lock (others)
        {
            if (document is null) others[path] = file;
            else OfDocuments[path] = content;
        }
    }
}

/// <summary>The pages of one document as they were planned, and all its files.</summary>
internal sealed class KeptDocument
{
    private readonly Dictionary<IDocumentPageFamily, ImmutableArray<Page>> pages = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, KeptFile> files = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> findings = [];

    // Of all that was read. An edit changes something of few documents, and a look at these is short.
    private readonly HashSet<DocumentSymbol> symbols = [];
    private bool readsAll;

    public IEnumerable<string> Paths => files.Keys;

    public int Files => files.Count;

    /// <summary>What the templates of its pages have found.</summary>
    public IReadOnlyList<Diagnostic> Findings => findings;

    public KeptFile? At(string path) => files.GetValueOrDefault(path);

    public ImmutableArray<Page> PagesOf(IDocumentPageFamily family) => pages[family];

    /// <summary>False when what was read of any document has not changed.</summary>
    public bool MayBeOther(SiteChanges changes) => !changes.IsEmpty && (readsAll || changes.Symbols.Any(symbols.Contains));

    /// <summary>Its pages, which are not rendered from here: their models would hold fast the whole site that they were planned with.</summary>
    public void Keep(IDocumentPageFamily family, IEnumerable<Page> planned, SiteReads reads)
    {
        pages[family] = [.. planned.Select(p => p with { Model = static _ => throw new InvalidOperationException("this page is taken over") })];
        Note(reads.Facts);
    }

    public void Keep(KeptFile file)
    {
        lock (files)
        {
            files[file.Made.Value.Path] = file;
            findings.AddRange(file.Made.Diagnostics);
            Note(file.Reads);
        }
    }

    private void Note(ImmutableArray<SiteFact>? reads)
    {
        if (reads is null) readsAll = true;
        foreach (var fact in reads ?? []) symbols.Add(fact.Symbol);
    }
}

/// <summary>The files of an export that is not one of single documents.</summary>
/// <param name="Reads">What they were made from, once all are made.</param>
internal sealed record KeptExport(SiteReads Reads, ConcurrentQueue<OutputFile> Files);

/// <param name="Made">The file and the findings of its template.</param>
/// <param name="Head">Null for an export.</param>
/// <param name="Template">Null for an export.</param>
/// <param name="Reads">Null for anything.</param>
internal sealed record KeptFile(Outcome<OutputFile> Made, PageHead? Head, Template? Template, Template? Layout, ImmutableArray<SiteFact>? Reads);

/// <summary>Plans and makes the pages, and makes the exports of documents, or takes them over from the last build.</summary>
internal sealed class Making
{
    private readonly Site site;
    private readonly PageRenderer renderer;
    private readonly KeptFiles? last, next;
    private readonly SiteChanges? changes;

    // Documents all of whose files are taken over.
    private readonly HashSet<Document> settled = new(ReferenceEqualityComparer.Instance);

    // Exports that list all pages read nothing else of them.
    private bool sameHeads;

    /// <param name="templates">The texts of the templates.</param>
    /// <param name="memory">Null when nothing is taken over or kept.</param>
    public Making(Site site, SiteRecords records, CitationGraph graph, PageRenderer renderer, ImmutableArray<SourceText> templates, BuildMemory? memory)
    {
        this.site = site;
        this.renderer = renderer;
        if (memory is null) return;
        next = new(records, graph, renderer.Frame, templates);
        last = memory.Kept is { } kept && kept.Frame == next.Frame ? kept : null;
        if (last is null) return;
        changes = SiteChanges.Between(last.Records, last.Graph, records, graph);
        if (!last.Templates.AsSpan().SequenceEqual(templates.AsSpan(), ReferenceEqualityComparer.Instance)) return;
        next.TakeOver(last, changes);
        foreach (var document in records.Documents)
            if (next.Of(document) is not null) settled.Add(document);
    }

    /// <summary>All that was made; null when nothing is kept.</summary>
    public KeptFiles? Made => next;

    /// <summary>What is taken over of documents as a whole.</summary>
    public IEnumerable<KeptDocument> Settled => settled.Select(d => next!.Of(d)!);

    /// <summary>True for what is taken over together with all other files of its document.</summary>
    public bool IsSettled(Document? document) => document is not null && settled.Contains(document);

    /// <summary>All pages of the site, family by family.</summary>
    public List<Page> Plan()
    {
        var pages = new List<Page>();
        foreach (var family in PageFamilies.All)
            if (family is IDocumentPageFamily each)
                foreach (var document in site.Documents) pages.AddRange(Plan(each, document));
            else pages.AddRange(family.Plan(site).Select(Shown));
        if (next is null) return pages;
        next.Heads = [.. pages.Select(p => p.Head)];
        sameHeads = last is not null && last.Heads.Length == next.Heads.Length && last.Heads.Zip(next.Heads).All(h => h.First.IsSameAs(h.Second));
        return pages;
    }

    private IEnumerable<Page> Plan(IDocumentPageFamily family, Document document)
    {
        if (IsSettled(document)) return next!.Of(document)!.PagesOf(family);
        if (next is null) return family.Plan(site, document).Select(Shown);
        var reads = new SiteReads();
        var pages = family.Plan(site.Noting(reads), document).Select(Shown).ToList();
        next.Begin(document).Keep(family, pages, reads);
        return pages;
    }

    private Page Shown(Page page) => site.Noindex ? page with { Head = page.Head with { Noindex = true } } : page;

    /// <summary>Makes a page and writes it.</summary>
    /// <returns>What its template has found.</returns>
    public ImmutableArray<Diagnostic> Render(Page page, IOutput output)
    {
        if (next is null && !output.Keeps) return renderer.Render(page, output);
        var made = Render(page);
        output.Write(made.Value);
        return made.Diagnostics;
    }

    public Outcome<OutputFile> Render(Page page)
    {
        if (next is null) return renderer.Render(page);
        if (IsSettled(page.Document)) return next.At(page.Path, page.Document)!.Made;
        if (last?.At(page.Path, page.Document) is { Head: { } head } kept && !changes!.Concern(kept.Reads)
            && ReferenceEquals(kept.Template, renderer.TemplateOf(page)) && ReferenceEquals(kept.Layout, renderer.LayoutTemplate) && head.IsSameAs(page.Head))
        {
            next.Keep(kept, page.Document);
            return kept.Made;
        }
        var reads = new SiteReads();
        var made = renderer.Render(page, reads);
        next.Keep(new(made, page.Head, renderer.TemplateOf(page), renderer.LayoutTemplate, page.ReadsAll ? null : reads.Facts), page.Document);
        return made;
    }

    /// <summary>The files of an export, each made when it is called.</summary>
    public IEnumerable<Func<OutputFile>> Write(IExport export, IReadOnlyList<Page> pages)
    {
        if (next is null) return export.Plan(site, pages);
        if (sameHeads && last!.Exports.TryGetValue(export, out var known) && !changes!.Concern(known.Reads.Facts))
        {
            next.Exports.Add(export, known);
            return known.Files.Select(file => (Func<OutputFile>)(() => file));
        }
        var kept = new KeptExport(new(), new());
        next.Exports.Add(export, kept);
        return export.Plan(site.Noting(kept.Reads), pages).Select(make => (Func<OutputFile>)(() =>
        {
            var file = make();
            kept.Files.Enqueue(file);
            return file;
        }));
    }

    public OutputFile Write(IDocumentExport export, string path, Document document, SiteLanguage language)
    {
        if (next is null) return export.Write(site, document, language);
        if (last?.At(path, document) is { Head: null } kept && !changes!.Concern(kept.Reads))
        {
            next.Keep(kept, document);
            return kept.Made.Value;
        }
        var reads = new SiteReads();
        var made = export.Write(site.Noting(reads), document, language);
        next.Keep(new(new(made, []), null, null, null, reads.Facts), document);
        return made;
    }
}
