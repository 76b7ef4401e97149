using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

using StaticSite.Citations;
using StaticSite.Diagnostics;
using StaticSite.Markdown;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>Where the links of one page of editors lead.</summary>
internal sealed partial class EditorLinks(Site site, EditorPage page) : IPageLinks
{
    private static readonly Uri Host = new("http://site");

    private readonly ImmutableArray<Diagnostic>.Builder findings = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly ImmutableArray<SiteLink>.Builder found = ImmutableArray.CreateBuilder<SiteLink>();

    public ImmutableArray<SiteLink> Found => found.ToImmutable();

    public ImmutableArray<Diagnostic> Findings => findings.ToImmutable();

    public PageLink Reference(string target, SourceSpan place)
    {
        var read = new PageReferences(site, page.Language).Read(target);
        if (read.Problem is { } problem) Report(PageRules.BrokenReference, place, problem, read.Hint);
        return read.Link;
    }

    /// <summary>`[[indicator:ID]]`: the chart of the series that the figure belongs to.</summary>
    public PageDrawing? Drawing(string target, int number)
    {
        if (target.Split(':', 2, StringSplitOptions.TrimEntries) is not [PageReferences.Indicator, var id]
            || site.Beside.Indicators.FirstOrDefault(i => i.Id == id)?.Series is not { } name) return null;
        var figures = site.Beside.Indicators.Where(i => i.Series == name).ToImmutableArray();
        if (figures.Length < 2) return null;
        var series = SeriesModel.Of(site, string.Create(CultureInfo.InvariantCulture, $"{number}-{name}"), figures, page.Language);
        var html = new StringBuilder("<figure class=\"drawing\">\n").Append(series.Chart).Append("\n<figcaption><a href=\"");
        PassageHtml.Escape(html, $"{site.Urls.Section(page.Language, InterfaceStrings.Indicators)}#{name}");
        html.Append('"');
        if (series.Name.Tag is { } tag)
        {
            html.Append(" lang=\"");
            PassageHtml.Escape(html, tag);
            html.Append('"');
        }
        html.Append('>');
        PassageHtml.Escape(html, series.Name.Text);
        return new(html.Append("</a></figcaption>\n</figure>").ToString(), [$"chart-{series.Id}-title", $"chart-{series.Id}-desc"]);
    }

    public string? Address(string address, SourceSpan place)
    {
        if (address.StartsWith("//", StringComparison.Ordinal)) return Broken("An address of another site begins with https://", $"write https:{address}");
        if (Scheme().Match(address) is { Success: true } scheme)
            return scheme.Groups["name"].Value.ToLowerInvariant() is "http" or "https" or "mailto" ? address
                : Broken($"\"{Nearest.Shorten(address)}\" cannot be linked", "link to https:, http: or mailto:, or to a page of the site");
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var (path, anchor) = hash < 0 ? (address, null) : (address[..hash], address[(hash + 1)..]);
        var url = path.Length == 0 ? site.Urls.Section(page.Language, page.Name) : Resolve(path);
        if (url is null) return Broken($"\"{Nearest.Shorten(address)}\" is no address", "write /zh/documents/, ../about/, about.md or #anchor");
        found.Add(new(url, anchor is null ? null : Uri.UnescapeDataString(anchor), address, IsImage: false, place));
        return anchor is null ? url : path.Length == 0 ? "#" + anchor : $"{url}#{anchor}";

        string? Broken(string message, string hint)
        {
            Report(PageRules.BrokenLink, place, message, hint);
            return null;
        }
    }

    public string? Image(string address, SourceSpan place)
    {
        var isElsewhere = address.StartsWith("//", StringComparison.Ordinal) || Scheme().IsMatch(address);
        var url = isElsewhere ? null : Resolve(address, ofFile: true);
        if (url is null)
        {
            Report(PageRules.BadImage, place, "An image must be a file of this site", "put it into input/images and write /images/NAME");
            return null;
        }
        found.Add(new(url, null, address, IsImage: true, place));
        return url;
    }

    /// <summary>The citations that name their document. What points back in words, "the report", is not read: a page is no document.</summary>
    public ImmutableArray<TextLink> InText(ImmutableArray<RunningText> paragraphs)
    {
        if (paragraphs.IsEmpty) return [];
        var passages = paragraphs.Select((p, i) => new Passage($"text:{i}", new RichText(p.Plain, []))).ToImmutableArray();
        var number = passages.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        var citing = new CitingDocument(DocumentSymbol.FromCanonical(page.File.Path), page.Language, passages);
        var links = ImmutableArray.CreateBuilder<TextLink>();
        foreach (var citation in CitationResolver.Resolve(citing, site.Graph.CitationTargets))
        {
            if (citation.Citation.Kind != CitationKind.Symbol) continue;
            var paragraph = number[citation.Passage];
            var last = links.Count > 0 && links[^1].Paragraph == paragraph ? links[^1].End : 0;
            foreach (var run in Runs(citation, paragraphs[paragraph]))
                if (run.Start >= last) links.Add(new(paragraph, run.Start, run.End - run.Start, run.Url, PassageHtml.ClassOf(run.State)));
        }
        return links.DrainToImmutable();
    }

    private IEnumerable<LinkRun> Runs(ResolvedCitation citation, RunningText text)
    {
        var span = citation.Citation.Span;
        var symbol = citation.Citation.Target!;
        if (citation.State == CitationState.Unresolved)
            Report(PageRules.UnresolvedCitation, text.SpanOf(span.Start, span.Length), $"\"{Nearest.Shorten(text.Plain.Substring(span.Start, span.Length))}\" leads nowhere: {citation.Problem?.Message}",
                "see whether document and paragraph are right");
        if (citation.State == CitationState.External && !site.IsCited(symbol))
        {
            Report(PageRules.UnresolvedCitation, text.SpanOf(span.Start, span.Length), $"{symbol} is neither held nor cited by what is held, so it has no page", "link to the official document");
            return [];
        }
        // A place that no document cites has no anchor on the page of its document.
        if (citation.State == CitationState.External && citation.Citation.Pinpoints.Any(p => !site.IsCited(symbol, p)))
            return [new(span.Start, span.End, site.Urls.Document(page.Language, symbol), citation.State)];
        return PassageHtml.Runs(site, citation, page.Language).Where(r => r.State != CitationState.Unresolved);
    }

    // "/zh/documents/" from the root of the site, "../about/" from the page, "about.md" and images from the file.
    private string? Resolve(string path, bool ofFile = false)
    {
        var isFile = ofFile || path.EndsWith(PageRecord.Extension, StringComparison.Ordinal);
        var from = isFile ? $"/{PageRecord.Folder}{page.Language}/" : $"/{page.Language}/{page.Name}/";
        if (!Uri.TryCreate(new Uri(Host, from), path, out var resolved) || resolved.Host != Host.Host) return null;
        var target = resolved.AbsolutePath;
        if (isFile && !path.StartsWith('/'))
        {
            // Pages, images and the theme's own files, where they stand in the repository.
            if (PageFile().Match(target) is { Success: true } other) target = $"/{other.Groups["language"].Value}/{other.Groups["name"].Value}/";
            else if (target.StartsWith("/input/images/", StringComparison.Ordinal)) target = target["/input".Length..];
            else if (target.StartsWith("/theme/assets/", StringComparison.Ordinal)) target = target["/theme".Length..];
        }
        return site.Urls.Root + target[1..];
    }

    private void Report(Rule rule, SourceSpan place, string message, string hint) => findings.Add(new(rule, place, message, hint));

    [GeneratedRegex("^(?<name>[A-Za-z][A-Za-z0-9+.-]*):", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"^/input/pages/(?<language>[a-z]+)/(?<name>[a-z0-9-]+)\.md$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex PageFile();
}
