using System.Globalization;
using System.Net;
using System.Text;

using StaticSite.Diagnostics;

namespace StaticSite.Review;

/// <summary>A report as one HTML file that needs nothing else: old and new side by side, all of it. Text of the site is escaped everywhere.</summary>
public sealed class ReportHtml
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b1e24; --quiet: #5c6370; --line: #d8dade; --paper: #fff; --gone: #8c1d18; --gone-paper: #fbe3e1; --new: #0d4f24; --new-paper: #dcf3e2; --link: #1d3f72; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e4e6ea; --quiet: #a3a9b5; --line: #3a3f48; --paper: #14161a; --gone: #ffb4ad; --gone-paper: #4a1a17; --new: #b5ecc4; --new-paper: #123a1e; --link: #a8c4f0; }
        }
        body { max-width: 76rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; color: var(--ink); background: var(--paper); font: 1rem/1.7 system-ui, "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; text-autospace: normal; }
        h1 { margin: 0 0 .5rem; font-size: 1.6rem; line-height: 1.3; }
        h2 { margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 2px solid var(--ink); font-size: 1.1rem; }
        h2 .count { color: var(--quiet); font-weight: normal; font-variant-numeric: tabular-nums; }
        .summary { margin: 0; max-width: 60rem; }
        a { color: var(--link); }
        ul.entries { margin: 0; padding: 0; list-style: none; }
        ul.entries li { padding: .4rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
        ul.entries li:first-child { border-top: 0; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; }
        th, td { text-align: start; vertical-align: top; padding: .5rem .75rem; border-top: 1px solid var(--line); font-weight: normal; overflow-wrap: anywhere; }
        th:first-child, td:first-child { width: 24%; padding-inline-start: 0; }
        thead th { border-top: 0; color: var(--quiet); font-size: .875rem; }
        .name { font-weight: 600; }
        code { font: .8125rem/1.6 ui-monospace, "SF Mono", Consolas, monospace; overflow-wrap: anywhere; }
        del { color: var(--gone); background: var(--gone-paper); }
        ins { color: var(--new); background: var(--new-paper); text-decoration: underline; text-underline-offset: .2em; }
        .severity { font-weight: 600; }
        .error .severity { color: var(--gone); }
        .places { display: block; color: var(--quiet); font-size: .8125rem; }
        details.places summary { cursor: pointer; }
        @media (max-width: 45rem) {
          table, tbody, tr, th, td { display: block; }
          th:first-child, td:first-child { width: auto; }
          thead { display: none; }
          tr { padding: .75rem 0; border-top: 1px solid var(--line); }
          th, td { border-top: 0; padding: .125rem 0; }
          td::before { content: attr(data-side); display: block; color: var(--quiet); font-size: .8125rem; }
        }
        @media print { details.places > * { display: inline; } }
        """;

    private readonly StringBuilder html = new();
    private readonly ReportWords words;
    private readonly string? site;

    private ReportHtml(ReportWords words, string? site) => (this.words, this.site) = (words, site);

    /// <param name="site">Absolute URL of a preview of the new output: addresses are links to it. Null leaves them as they are.</param>
    public static string Print(SiteReport report, ReportWords words, string? site = null)
    {
        var file = new ReportHtml(words, site);
        file.Write(report);
        return file.html.ToString();
    }

    private void Write(SiteReport report)
    {
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{words.Tag}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{words.Title}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<h1>{words.Title}</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"summary\">{Escape(Summary.Of(report, words))}{words.Stop}</p>\n");
        if (report.IsThemeOnly) html.Append(CultureInfo.InvariantCulture, $"<p class=\"summary\">{words.ThemeOnly}</p>\n");
        List(words.Findings, report.Findings, Finding);
        List(words.AddedPages, report.AddedPages, p => $"{Address(p.Url)} {Escape(p.Title)}");
        List(words.RemovedPages, report.RemovedPages, p => $"{Code(p.Url)} {Escape(p.Title)}");
        List(words.MovedPages, report.MovedPages, p => $"{Code(p.Url)} → {Address(p.To)} {Escape(p.Title)}");
        List(words.RedirectedPages, report.RedirectedPages, p => $"{Code(p.Url)} → {Address(p.To)} {Escape(p.Title)}");
        foreach (var kind in Enum.GetValues<RecordKind>())
            Table(words.Records[(int)kind], [.. report.Records.Where(r => r.Kind == kind)], RecordName, RecordSides);
        Table(words.Titles, report.Titles, t => Address(t.Url), t => Sides([.. TextDiff.Words(t.Old, t.New)]));
        Table(words.Texts, report.Texts, t => $"{Name(t.Place.Label)}{Address(t.Place.Address)}{Places(t.Elsewhere)}", t => Sides([.. t.Runs]));
        Table(words.Moves, report.Moves, m => $"{Name(m.From.Label)}{Escape(Excerpt.Middle(m.Text, 200))}",
            m => (Code(m.From.Address), m.To == m.From.Anchor ? words.StandsElsewhere : Address($"{m.From.Url}#{m.To}")));
        Table(words.Citations, [.. report.Links.Where(l => l.Kind == LinkKind.Citation)], LinkName, LinkSides);
        Table(words.Links, [.. report.Links.Where(l => l.Kind == LinkKind.Link)], LinkName, LinkSides);
        Table(words.Heads, report.Heads, h => $"{Name(words.Field(h.Name))}{Address(h.Url)}", h => Sides([.. TextDiff.Words(h.Old, h.New)]));
        List(words.ThemeOnlyPages, report.ThemeOnly, Address);
        List(words.Files, report.Files, f => $"{words.FileKinds[(int)f.Kind]} {Code(f.Path)}");
        html.Append("</main>\n</body>\n</html>\n");
    }

    private void List<T>(string name, IReadOnlyList<T> entries, Func<T, string> print)
    {
        if (entries.Count == 0) return;
        Heading(name, entries.Count);
        html.Append("<ul class=\"entries\">\n");
        foreach (var entry in entries) html.Append("<li>").Append(print(entry)).Append("</li>\n");
        html.Append("</ul>\n");
    }

    private void Table<T>(string name, IReadOnlyList<T> entries, Func<T, string> where, Func<T, (string Old, string New)> sides)
    {
        if (entries.Count == 0) return;
        Heading(name, entries.Count);
        html.Append(CultureInfo.InvariantCulture, $"<table>\n<thead><tr><th scope=\"col\">{words.Where}</th><th scope=\"col\">{words.Old}</th><th scope=\"col\">{words.New}</th></tr></thead>\n<tbody>\n");
        foreach (var entry in entries)
        {
            var (old, @new) = sides(entry);
            html.Append("<tr><th scope=\"row\">").Append(where(entry))
                .Append(CultureInfo.InvariantCulture, $"</th>\n<td data-side=\"{words.Old}\">{old}</td>\n<td data-side=\"{words.New}\">{@new}</td></tr>\n");
        }
        html.Append("</tbody>\n</table>\n");
    }

    private void Heading(string name, int count) => html.Append(CultureInfo.InvariantCulture, $"<h2>{name} <span class=\"count\">{count}</span></h2>\n");

    private string Finding(Diagnostic finding) =>
        $"<span class=\"{DiagnosticPrinter.Name(finding.Rule.Severity)}\"><span class=\"severity\">{words.Severities[(int)finding.Rule.Severity]}</span> {Code(finding.Rule.Id)} {Escape(finding.Message)}; {Escape(finding.Hint)}</span>";

    private string RecordName(RecordChange change)
    {
        var wording = change.In(words.Language);
        return $"{Name(wording.Name)}{(wording.New is null ? Code(wording.Url) : Address(wording.Url))}{(change.Field.Length == 0 ? "" : $"<br>{Escape(words.Field(change.Field))}")}{Places(change.Elsewhere)}";
    }

    private (string Old, string New) RecordSides(RecordChange change)
    {
        var wording = change.In(words.Language);
        return Sides([.. TextDiff.Words(wording.Old ?? "", wording.New ?? "")]);
    }

    private string LinkName(LinkChange link) => $"{Name(link.Text)}{Address(link.Places[0].Address)}{Places(link.Places[1..])}";

    private static (string Old, string New) LinkSides(LinkChange link) =>
        (link.Old is null ? "" : $"<del>{Escape(link.Old)}</del>", link.New is null ? "" : $"<ins>{Escape(link.New)}</ins>");

    private static (string Old, string New) Sides(IReadOnlyList<TextRun> runs)
    {
        var (old, @new) = (new StringBuilder(), new StringBuilder());
        foreach (var run in runs)
        {
            if (run.Kind != RunKind.Added) old.Append(run.Kind == RunKind.Same ? Escape(run.Text) : $"<del>{Escape(run.Text)}</del>");
            if (run.Kind != RunKind.Removed) @new.Append(run.Kind == RunKind.Same ? Escape(run.Text) : $"<ins>{Escape(run.Text)}</ins>");
        }
        return (old.ToString(), @new.ToString());
    }

    private static string Name(string name) => $"<span class=\"name\">{Escape(name)}</span><br>";

    // A few in sight, more behind a click.
    private string Places(IReadOnlyList<PagePlace> places)
    {
        if (places.Count == 0) return "";
        var list = string.Join(", ", places.Select(p => Address(p.Address)));
        return places.Count <= 3 ? $"<span class=\"places\">{words.Also} {list}</span>"
            : $"<details class=\"places\"><summary>{words.Elsewhere(places.Count)}</summary>{list}</details>";
    }

    private string Address(string url) => site is null || !url.StartsWith('/') ? Code(url) : $"<a href=\"{Escape(PreviewUrl.Of(site, url))}\">{Code(url)}</a>";

    private static string Code(string text) => $"<code>{Escape(text)}</code>";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
