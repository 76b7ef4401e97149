using System.Collections.Concurrent;
using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Exports;
using StaticSite.Graph;
using StaticSite.Pages;
using StaticSite.Records;
using StaticSite.Templating;

namespace StaticSite.Build;

/// <summary>What one build hands to the next, so that it makes anew only what an edit can have changed. The result is the same, byte for byte, as without
/// it. For one build at a time.</summary>
/// <remarks>Each step is taken over by what it was made from, and all of that is compared by identity: a file that has not changed is the same object
/// (<see cref="Files"/>), so are the records, the readings and the comparisons made from it. A page is taken over when nothing it has read has changed:
/// see <see cref="SiteReads"/>. What all pages depend on (theme, interface strings, records beside the documents) makes all of them anew.</remarks>
/// <param name="time">The clock of the machine, for <see cref="Files"/>.</param>
public sealed class BuildMemory(TimeProvider time)
{
    private ImmutableArray<SourceText> common = [];
    private string? commonBaseUrl;

    /// <summary>The files as they were last read.</summary>
    public FileMemory Files { get; } = new(time);

    internal LoadedFolders Folders { get; } = new();

    internal ParsedTemplates Templates { get; } = new();

    internal ReadStyles Styles { get; } = new();

    /// <summary>Null before the first build.</summary>
    internal CitationGraph? Graph { get; set; }

    internal ComparedTexts Compared { get; private set; } = new();

    internal SearchIndex Search { get; private set; } = new(new());

    /// <summary>The files of the last build without errors; null before it, and after a change that concerns them all.</summary>
    internal KeptFiles? Kept { get; set; }

    /// <summary>Forgets what was made with other records beside the documents, another theme or another base URL.</summary>
    internal void Enter(SiteInput input)
    {
        // The templates of pages are compared page by page.
        ImmutableArray<SourceText> now =
        [
            .. input.Records.Where(r => !RecordLoader.IsOfDocument(r) && !PageRecord.IsPage(r)), .. input.Strings, .. input.Partials,
        ];
        if (commonBaseUrl == input.BaseUrl && now.AsSpan().SequenceEqual(common.AsSpan(), ReferenceEqualityComparer.Instance)) return;
        (common, commonBaseUrl) = (now, input.BaseUrl);
        (Compared, Search, Kept) = (new(), new(new()), null);
    }
}

/// <summary>The files of one build, with what they were made from.</summary>
/// <param name="Frame">What every page shows of the site: see <see cref="PageRenderer.Frame"/>.</param>
/// <param name="Pages">The texts of the pages of editors.</param>
internal sealed record KeptFiles(SiteRecords Records, CitationGraph Graph, string Frame, ImmutableArray<SourceText> Pages)
{
    private readonly ConcurrentDictionary<string, KeptFile> files = new(StringComparer.Ordinal);

    public KeptFile? At(string path) => files.GetValueOrDefault(path);

    public void Keep(KeptFile file) => files[file.Made.Value.Path] = file;
}

/// <param name="Made">The file and the findings of its template.</param>
/// <param name="Head">Null for an export.</param>
/// <param name="Template">Null for an export.</param>
/// <param name="Document">The document whose record it was made from; null for none.</param>
/// <param name="Reads">Null for anything.</param>
internal sealed record KeptFile(
    Outcome<OutputFile> Made, PageHead? Head, Template? Template, Template? Layout, Document? Document, ImmutableArray<SiteFact>? Reads);

/// <summary>Makes the pages and the exports of documents, or takes them over from the last build.</summary>
internal sealed class Making
{
    private readonly Site site;
    private readonly PageRenderer renderer;
    private readonly KeptFiles? last, next;
    private readonly SiteChanges? changes;
    private readonly bool samePages;

    /// <param name="memory">Null when nothing is taken over or kept.</param>
    public Making(Site site, SiteRecords records, CitationGraph graph, PageRenderer renderer, BuildMemory? memory)
    {
        this.site = site;
        this.renderer = renderer;
        if (memory is null) return;
        next = new(records, graph, renderer.Frame, [.. records.Pages.Select(p => p.File)]);
        last = memory.Kept is { } kept && kept.Frame == next.Frame ? kept : null;
        if (last is null) return;
        changes = SiteChanges.Between(last.Records, last.Graph, records, graph);
        samePages = last.Pages.AsSpan().SequenceEqual(next.Pages.AsSpan(), ReferenceEqualityComparer.Instance);
    }

    /// <summary>All that was made; null when nothing is kept.</summary>
    public KeptFiles? Made => next;

    public Outcome<OutputFile> Render(Page page)
    {
        if (next is null) return renderer.Render(page);
        if (last?.At(page.Path) is { Head: { } head } kept && IsSame(kept, page.Document) && (samePages || kept.Reads is not null)
            && ReferenceEquals(kept.Template, renderer.TemplateOf(page)) && ReferenceEquals(kept.Layout, renderer.LayoutTemplate) && head.IsSameAs(page.Head))
        {
            next.Keep(kept);
            return kept.Made;
        }
        var reads = new SiteReads();
        var made = renderer.Render(page, reads);
        next.Keep(new(made, page.Head, renderer.TemplateOf(page), renderer.LayoutTemplate, page.Document, page.ReadsAll ? null : reads.Facts));
        return made;
    }

    public OutputFile Write(IDocumentExport export, string path, Document document, SiteLanguage language)
    {
        if (next is null) return export.Write(site, document, language);
        if (last?.At(path) is { Head: null } kept && IsSame(kept, document))
        {
            next.Keep(kept);
            return kept.Made.Value;
        }
        var reads = new SiteReads();
        var made = export.Write(site.Noting(reads), document, language);
        next.Keep(new(new(made, []), null, null, null, document, reads.Facts));
        return made;
    }

    private bool IsSame(KeptFile kept, Document? document) => ReferenceEquals(kept.Document, document) && !changes!.Concern(kept.Reads);
}
