using System.Collections.Concurrent;
using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Diagnostics;
using StaticSite.Exports;
using StaticSite.Graph;
using StaticSite.Pages;
using StaticSite.Records;

namespace StaticSite.Build;

/// <summary>Takes the finished files of a build, in any order, from many threads at once.</summary>
public interface IOutput
{
    /// <summary>True when it holds on to the content of the files; false when the bytes may be used again as soon as a file is written.</summary>
    bool Keeps { get; }

    void Write(OutputFile file);

    /// <summary>Takes files of an earlier build, before any other.</summary>
    void TakeOver(Dictionary<string, ReadOnlyMemory<byte>> files)
    {
        foreach (var (path, content) in files) Write(new(path, content));
    }
}

/// <summary>Keeps the files in memory.</summary>
public sealed class MemoryOutput : IOutput
{
    private readonly Lock gate = new();
    private Dictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal);

    /// <summary>By path, in ordinal order.</summary>
    public ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files => files.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>By path, in no order; not to be written to any more.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Unordered => files;

    public bool Keeps => true;

    public void Write(OutputFile file)
    {
        lock (gate) files[file.Path] = file.Content;
    }

    // At once, as one copy: ten times as fast as one by one.
    public void TakeOver(Dictionary<string, ReadOnlyMemory<byte>> files) => this.files = new(files, StringComparer.Ordinal);
}

/// <summary>Drops the files: for checks.</summary>
public sealed class NoOutput : IOutput
{
    public bool Keeps => false;

    public void Write(OutputFile file)
    {
    }
}

/// <summary>read -> check -> link -> plan -> render: each step pure, the last one parallel. The first step is <see cref="SiteFiles"/>, the writing <see cref="OutputFolder"/>.</summary>
public static class SiteBuilder
{
    /// <summary>The base URL is not absolute.</summary>
    public static readonly Rule BadBaseUrl = new("build/bad-base-url", Severity.Error);

    /// <param name="progress">Told how far the rendering is; null when nobody watches.</param>
    /// <param name="threads">At most so many; null lets the machine decide. The bytes are the same.</param>
    /// <param name="memory">What an earlier build has made, to be taken over where it is the same; null makes everything.</param>
    public static Outcome<BuildSummary> Build(
        SiteInput input, IOutput output, BuildClock clock, IProgress<BuildProgress>? progress = null, int? threads = null, BuildMemory? memory = null,
        CancellationToken cancel = default)
    {
        memory?.Enter(input);
        var findings = new List<Diagnostic>(input.Diagnostics);

        var records = clock.Time("check", () =>
        {
            var folders = input.Documents?.Invoke() ?? new([], []);
            findings.AddRange(folders.Diagnostics);
            return RecordLoader.Load(input.Records, folders.Value, memory?.Folders);
        });
        findings.AddRange(records.Diagnostics);

        var graph = clock.Time("link", () => CitationGraph.From(records.Value.Documents, memory?.Graph, cancel));
        if (memory is not null) memory.Graph = graph.Value;
        findings.AddRange(graph.Diagnostics);
        var framework = FrameworkIndex.Of(records.Value, memory?.Framework);
        if (memory is not null) memory.Framework = framework;
        // With a record unread, what cites what is half known: "nothing cites it" would be a false alarm.
        if (!records.HasErrors)
            findings.AddRange(clock.Time("compare", () => GraphRules.CheckCited(graph.Value, records.Value.Cited)
                .AddRange(FrameworkChecks.Check(records.Value, graph.Value, framework))
                .AddRange(AlignmentRules.Check(graph.Value, TermForms.Of(records.Value), memory?.Compared, cancel))));

        // Pages are made of sound records only; templates are parsed all the same.
        var plan = clock.Time("plan", () => Plan(input, records, graph.Value, framework, memory, findings));
        if (records.HasErrors) plan = plan with { Jobs = [], Pages = 0, Making = null };
        List<KeptDocument> settled = [.. plan.Making?.Settled ?? []];
        var files = plan.Jobs.Count + settled.Sum(d => d.Files);

        // Large sites that keep no list of their addresses need not remember them all.
        var published = input.Urls is null && plan.Redirects.IsEmpty ? null : new PublishedUrls(output);
        var target = published ?? output;
        clock.Time("render", () =>
        {
            if (settled.Count > 0) target.TakeOver(plan.Making!.Made!.OfDocuments);
            var rendered = new ConcurrentBag<Diagnostic>(settled.SelectMany(d => d.Findings));
            var done = files - plan.Jobs.Count;
            Parallel.ForEach(
                plan.Jobs, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount },
                job =>
                {
                    foreach (var finding in job(target)) rendered.Add(finding);
                    progress?.Report(new(Interlocked.Increment(ref done), files));
                });
            findings.AddRange(rendered.Distinct());
            return done;
        });

        // A page that could not be made whole has not lost its anchors.
        if (published is not null && !findings.Exists(d => d.Rule.Severity == Severity.Error))
            findings.AddRange(UrlList.Check(input.Urls, published.Pages, plan.Redirects));
        if (memory is not null && plan.Making is not null && !findings.Exists(d => d.Rule.Severity == Severity.Error)) memory.Kept = plan.Making.Made;

        int Count(CitationState end) => graph.Value.Texts.Sum(t => t.Count(end));
        return new(
            new(plan.Pages, files - plan.Pages, Count(CitationState.Resolved), Count(CitationState.External), Count(CitationState.Unresolved), plan.Urls.Root, clock.Phases) { Printed = plan.Printed, BaseUrl = plan.Urls.Base, Redirects = plan.Redirects },
            DiagnosticPrinter.Sort(findings));
    }

    private static bool IsBaseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == "http" || uri.Scheme == "https") && uri is { Query: "", Fragment: "" };

    private static BuildPlan Plan(
        SiteInput input, Outcome<SiteRecords> read, CitationGraph graph, FrameworkIndex framework, BuildMemory? memory, List<Diagnostic> findings)
    {
        var records = read.Value;
        // Without a site.yaml there is nothing to plan for; the records have said so.
        if (records.Site.Languages.IsDefaultOrEmpty) return new([], 0, [], new("/"), SiteConfig.EmptyMap, null);
        var baseUrl = input.BaseUrl ?? records.Site.BaseUrl ?? "/";
        if (input.BaseUrl is not null && !IsBaseUrl(baseUrl))
            findings.Add(new(BadBaseUrl, new("--base-url", 0, 0), $"\"{baseUrl}\" is no absolute URL", "write for example https://example.org/site/"));

        var theme = Theme.Load(input, records.Site.Languages, memory?.Templates);
        var site = new Site(records, graph, theme.Value.Strings, baseUrl, input.Pdf, framework) { Noindex = input.Noindex };
        var making = new Making(site, records, graph, new(site, theme.Value), input.Templates, memory);
        var pages = making.Plan();
        findings.AddRange(theme.Diagnostics);
        findings.AddRange(theme.Value.Check(pages.Select(p => p.Template).Append(PageRenderer.Layout)));
        findings.AddRange(StyleChecks.Check(input, site.Urls.Root, memory?.Styles));
        findings.AddRange(OutputPaths.Check(pages.Select(p => p.Path).Concat(input.Assets.Select(a => a.Path))));

        // Templates without their words would complain about each of them.
        if (theme.Diagnostics.Any(d => d.Rule == InterfaceStrings.MissingString || d.Rule == InterfaceStringsReader.BadStrings))
            return new([], 0, [], site.Urls, site.Redirects, null);

        // With a record unread, a link to it is no mistake of the page. The pages that are looked at for it are not made twice.
        var asked = new Dictionary<Page, Outcome<OutputFile>>(ReferenceEqualityComparer.Instance);
        if (!read.HasErrors) findings.AddRange(EditorChecks.Check(site, pages, input.Assets.Select(a => a.Path), IdsOf));
        var jobs = pages.Where(page => !making.IsSettled(page.Document)).Select(page => asked.TryGetValue(page, out var made) ? Done(made) : output => making.Render(page, output))
            .Concat(SiteExports.All.SelectMany(FilesOf).Select(export => (Job)(output => Done(new(export(), []))(output))))
            .Concat(input.Assets.Select(asset => Done(new(asset, []))))
            .ToList();
        return new(jobs, pages.Count, DocumentFormats.Printed(site), site.Urls, site.Redirects, making);

        static Job Done(Outcome<OutputFile> made) => output =>
        {
            output.Write(made.Value);
            return made.Diagnostics;
        };

        // Null when the page cannot be rendered without findings.
        IReadOnlySet<string>? IdsOf(Page page)
        {
            if (!asked.TryGetValue(page, out var made)) asked.Add(page, made = making.Render(page));
            return made.HasErrors || made.Value.Content.IsEmpty ? null : PublishedUrls.IdsIn(made.Value.Content.Span);
        }

        IEnumerable<Func<OutputFile>> FilesOf(IExport export) => export switch
        {
            IDocumentExport each => OfDocuments(each),
            // It takes over text by text.
            SearchIndex when memory is not null => memory.Search.Plan(site, pages),
            _ => making.Write(export, pages),
        };

        IEnumerable<Func<OutputFile>> OfDocuments(IDocumentExport export) =>
            from document in records.Documents
            where !making.IsSettled(document)
            from language in site.Languages
            let path = export.PathOf(site, document, language)
            where path is not null
            select (Func<OutputFile>)(() => making.Write(export, path, document, language));
    }

    /// <summary>Makes one file and writes it; gives what its template has found.</summary>
    private delegate ImmutableArray<Diagnostic> Job(IOutput output);

    /// <param name="Jobs">Pages first, then exports and assets: all that is not taken over as a whole.</param>
    /// <param name="Pages">How many pages the site has.</param>
    /// <param name="Making">Null when nothing can be made.</param>
    private sealed record BuildPlan(
        List<Job> Jobs, int Pages, ImmutableArray<PrintedPage> Printed, Urls Urls, ImmutableSortedDictionary<string, string> Redirects,
        Making? Making);
}

/// <param name="Done">Files made.</param>
public readonly record struct BuildProgress(int Done, int Total);

/// <summary>What a build tells at its end.</summary>
/// <param name="Resolved">Citations to places that the site holds, over all texts.</param>
/// <param name="External">Citations to documents that it does not hold.</param>
/// <param name="Root">Path of the site on its host: "/", "/site/".</param>
/// <param name="Phases">Name and duration of each step, in order.</param>
public sealed record BuildSummary(int Pages, int OtherFiles, int Resolved, int External, int Unresolved, string Root,
    ImmutableArray<(string Name, TimeSpan Time)> Phases)
{
    /// <summary>The pages that are to be printed to PDF now; empty unless the input asks for it.</summary>
    public ImmutableArray<PrintedPage> Printed { get; init; } = [];

    /// <summary>The base URL that the pages were made for; "/" when there is none.</summary>
    public string BaseUrl { get; init; } = "/";

    /// <summary>Paths that have moved, by site.yaml or by a page: old path to new path or address.</summary>
    public ImmutableSortedDictionary<string, string> Redirects { get; init; } = SiteConfig.EmptyMap;
}

/// <summary>Measures the steps of a build with a clock that the caller gives: the build itself knows no time.</summary>
public sealed class BuildClock(TimeProvider time)
{
    private readonly List<(string, TimeSpan)> phases = [];

    public ImmutableArray<(string Name, TimeSpan Time)> Phases => [.. phases];

    public T Time<T>(string phase, Func<T> step)
    {
        var start = time.GetTimestamp();
        var result = step();
        phases.Add((phase, time.GetElapsedTime(start)));
        return result;
    }
}
