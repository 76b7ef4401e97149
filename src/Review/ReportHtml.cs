using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Text;

namespace StaticSite.Review;

/// <summary>A report as one HTML file that needs nothing else: old and new side by side, all of it. Text of the site is escaped everywhere.</summary>
public sealed class ReportHtml
{
    // What stands open of a part; the rest is behind a click.
    private const int OpenRows = 50, OpenEntries = 20, OpenNames = 10;

    // How much of an unchanged stretch stands beside a change; paragraphs of documents stand whole.
    private const int AroundText = 400, AroundFigure = 60;

    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b1e24; --quiet: #5c6370; --line: #d8dade; --paper: #fff; --gone: #8c1d18; --gone-paper: #fbe3e1; --new: #0d4f24; --new-paper: #dcf3e2; --link: #1d3f72; --note: #7a4b00; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e4e6ea; --quiet: #a3a9b5; --line: #3a3f48; --paper: #14161a; --gone: #ffb4ad; --gone-paper: #4a1a17; --new: #b5ecc4; --new-paper: #123a1e; --link: #a8c4f0; --note: #f0c987; }
        }
        body { max-width: 80rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; color: var(--ink); background: var(--paper); font: 1rem/1.7 system-ui, "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; text-autospace: normal; }
        h1 { margin: 0 0 .75rem; font-size: 1.6rem; line-height: 1.3; }
        h2 { margin: 2.75rem 0 .5rem; padding-top: .75rem; border-top: 2px solid var(--ink); font-size: 1.1rem; }
        h2 .count { color: var(--quiet); font-weight: normal; font-variant-numeric: tabular-nums; }
        .summary { max-width: 60rem; margin: 0; }
        ul.summary { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; list-style: none; }
        a { color: var(--link); text-underline-offset: .2em; }
        :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
        ul.entries { margin: 0; padding: 0; list-style: none; }
        ul.entries li { padding: .4rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
        h2 + ul.entries li:first-child { border-top: 0; }
        ul.names { columns: 22rem; column-gap: 2rem; }
        ul.names li { padding: .125rem 0; border-top: 0; break-inside: avoid; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; }
        th, td { text-align: start; vertical-align: top; padding: .6rem .75rem; border-top: 1px solid var(--line); font-weight: normal; overflow-wrap: anywhere; }
        th:first-child, td:first-child { width: 22%; padding-inline-start: 0; }
        td:last-child { padding-inline-end: 0; }
        thead th { border-top: 0; color: var(--quiet); font-size: .875rem; }
        td { line-break: strict; }
        .name { font-weight: 600; }
        code { font: .8125rem/1.6 ui-monospace, "SF Mono", Consolas, monospace; overflow-wrap: anywhere; }
        del, ins { padding-block: .1em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
        /* A line through a Han character leaves nothing to read. */
        del { color: var(--gone); background: var(--gone-paper); text-decoration: underline dashed; text-underline-offset: .2em; }
        ins { color: var(--new); background: var(--new-paper); text-decoration: underline; text-underline-offset: .2em; }
        .severity { font-weight: 600; }
        .error .severity { color: var(--gone); }
        .warning .severity { color: var(--note); }
        .hint { display: block; color: var(--quiet); }
        .hint code { color: var(--ink); }
        .hint .rule code { color: var(--quiet); }
        .nothing { color: var(--quiet); }
        .places { display: block; color: var(--quiet); font-size: .8125rem; }
        summary { padding: .4rem 0; color: var(--link); cursor: pointer; }
        .places summary { padding: 0; }
        @media (max-width: 45rem) {
          table, tbody, tr, th, td { display: block; }
          th:first-child, td:first-child { width: auto; }
          thead { display: none; }
          tr { padding: .75rem 0; border-top: 1px solid var(--line); }
          th, td { border-top: 0; padding: .125rem 0; }
          td { margin-top: .375rem; }
          td::before { content: attr(data-side); display: block; color: var(--quiet); font-size: .8125rem; }
        }
        @media print {
          @page { margin: 18mm 15mm; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          h2 { break-after: avoid; }
          tr, ul.entries li { break-inside: avoid; }
          a { color: inherit; }
          ul.names { columns: 3; font-size: 7.5pt; line-height: 1.4; }
          ul.names code { font-size: inherit; }
          del, ins { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
          details::details-content { display: block; content-visibility: visible; }
          summary { list-style: none; }
        }
        """;

    // Nothing is loaded and nothing runs, whatever stands in the site.
    private static readonly string Policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(StyleText)))}'";

    private const string StyleText = "\n" + Style + "\n";

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
            .Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{words.Title}</title>\n<style>{StyleText}</style>\n</head>\n<body>\n<main>\n<h1>{words.Title}</h1>\n");
        if (report.IsEmpty) html.Append(CultureInfo.InvariantCulture, $"<p class=\"summary\">{Capital(words.NoDifference)}{words.Stop}</p>\n");
        else
        {
            html.Append("<ul class=\"summary\">\n");
            foreach (var (part, told) in Summary.Parts(report, words)) html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{part}\">{Escape(told)}</a></li>\n");
            html.Append("</ul>\n");
        }
        if (report.IsThemeOnly) html.Append(CultureInfo.InvariantCulture, $"<p class=\"summary\">{words.ThemeOnly}</p>\n");
        List(ReportParts.Findings, words.Findings, report.Findings, Finding, int.MaxValue);
        Texts(TextKind.Provision);
        foreach (var kind in Enum.GetValues<RecordKind>())
            Table(ReportParts.Of(kind), words.Records[(int)kind], [.. report.Records.Where(r => r.Kind == kind)], RecordName, RecordSides);
        List(ReportParts.Added, words.AddedPages, report.AddedPages, p => $"{Address(p.Url)} {In(p.Language, p.Title)}");
        List(ReportParts.Removed, words.RemovedPages, report.RemovedPages, p => $"{Code(p.Url)} {In(p.Language, p.Title)}");
        List(ReportParts.Moved, words.MovedPages, report.MovedPages, p => $"{Code(p.Url)} → {Address(p.To)} {In(p.Language, p.Title)}");
        List(ReportParts.Redirected, words.RedirectedPages, report.RedirectedPages, p => $"{Code(p.Url)} → {Address(p.To)} {In(p.Language, p.Title)}");
        Table(ReportParts.Titles, words.Titles, report.Titles, t => Address(t.Url), t => Sides(t.Old, t.New));
        Texts(TextKind.Other);
        Texts(TextKind.Figure);
        Table(ReportParts.Passages, words.Moves, report.Moves, m => $"{Name(m.From)}{In(m.Text.Language, Excerpt.Middle(m.Text.Text, 200))}",
            m => (Code(m.From.Address), m.To == m.From.Anchor ? words.StandsElsewhere : Address($"{m.From.Url}#{m.To}")));
        Table(ReportParts.Of(LinkKind.Citation), words.Citations, [.. report.Links.Where(l => l.Kind == LinkKind.Citation)], LinkName, LinkSides);
        Table(ReportParts.Of(LinkKind.Link), words.Links, [.. report.Links.Where(l => l.Kind == LinkKind.Link)], LinkName, LinkSides);
        Table(ReportParts.Heads, words.Heads, report.Heads, h => $"<span class=\"name\">{Escape(words.Field(h.Name))}</span><br>{Address(h.Url)}", h => h.Name == "description" ? Sides(h.Old, h.New) : CodeSides(h.Old.Text, h.New.Text));
        List(ReportParts.Theme, words.ThemeOnlyPages, report.ThemeOnly, Address, OpenNames, "entries names");
        List(ReportParts.Files, words.Files, report.Files, f => $"{words.FileKinds[(int)f.Kind]} {Code(f.Path)}", OpenNames, "entries names");
        html.Append("</main>\n</body>\n</html>\n");

        void Texts(TextKind kind) => Table(ReportParts.Of(kind), words.Texts[(int)kind], [.. report.Texts.Where(t => t.Kind == kind)],
            t => $"{Name(t.Place)}{Address(t.Place.Address)}{Places(t.Elsewhere)}", t => Sides(t.Runs, t.Old, t.New, kind switch { TextKind.Provision => int.MaxValue, TextKind.Figure => AroundFigure, _ => AroundText }));
    }

    private void List<T>(string part, string name, IReadOnlyList<T> entries, Func<T, string> print, int open = OpenEntries, string style = "entries")
    {
        if (entries.Count == 0) return;
        Heading(part, name, entries.Count);
        Folded(entries, open, some =>
        {
            html.Append(CultureInfo.InvariantCulture, $"<ul class=\"{style}\">\n");
            foreach (var entry in some) html.Append("<li>").Append(print(entry)).Append("</li>\n");
            html.Append("</ul>\n");
        });
    }

    private void Table<T>(string part, string name, IReadOnlyList<T> entries, Func<T, string> where, Func<T, (string Old, string New)> sides)
    {
        if (entries.Count == 0) return;
        Heading(part, name, entries.Count);
        Folded(entries, OpenRows, some =>
        {
            html.Append(CultureInfo.InvariantCulture, $"<table>\n<thead><tr><th scope=\"col\">{words.Where}</th><th scope=\"col\">{words.Old}</th><th scope=\"col\">{words.New}</th></tr></thead>\n<tbody>\n");
            foreach (var entry in some)
            {
                var (old, @new) = sides(entry);
                html.Append("<tr><th scope=\"row\">").Append(where(entry))
                    .Append(CultureInfo.InvariantCulture, $"</th>\n<td data-side=\"{words.Old}\">{old}</td>\n<td data-side=\"{words.New}\">{@new}</td></tr>\n");
            }
            html.Append("</tbody>\n</table>\n");
        });
    }

    // The first few in sight, the others behind a click; paper shows all.
    private void Folded<T>(IReadOnlyList<T> entries, int open, Action<IEnumerable<T>> write)
    {
        write(entries.Take(open));
        if (entries.Count <= open) return;
        html.Append(CultureInfo.InvariantCulture, $"<details>\n<summary>{ReportWords.Fill(words.MoreEntries, entries.Count - open)}</summary>\n");
        write(entries.Skip(open));
        html.Append("</details>\n");
    }

    private void Heading(string part, string name, int count) => html.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{part}\">{name} <span class=\"count\">{count}</span></h2>\n");

    private string Finding(ReviewFinding finding)
    {
        var (message, hint) = words.Faults[finding.Kind];
        return $"<span class=\"{DiagnosticPrinter.Name(finding.Rule.Severity)}\"><span class=\"severity\">{words.Severities[(int)finding.Rule.Severity]}</span> {message.Fill(finding.Parts, Part, Escape)}"
            + $"<span class=\"hint\">{Capital(hint.Fill(finding.Parts, Part, Escape))} <span class=\"rule\">({Code(finding.Rule.Id)})</span></span></span>";

        string Part(FindingPart part) => part.IsFigure ? Escape(part.Text) : part.Language is null ? Code(part.Text) : In(part.Language, part.Text);
    }

    private string RecordName(RecordChange change)
    {
        var wording = change.In(words.Language);
        return $"<span class=\"name\">{In(wording.Language, wording.Name)}</span><br>{(wording.New is null ? Code(wording.Url) : Address(wording.Url))}{(change.Field.Length == 0 ? "" : $"<br>{Escape(words.Field(change.Field))}")}{Places(change.Elsewhere)}";
    }

    private (string Old, string New) RecordSides(RecordChange change)
    {
        var wording = change.In(words.Language);
        return Sides(TextDiff.Values(wording.Old ?? "", wording.New ?? ""), Quote.In(wording.Language, wording.Old ?? ""), Quote.In(wording.Language, wording.New ?? ""));
    }

    private string LinkName(LinkChange link) => $"<span class=\"name\">{In(link.Language, link.Text)}</span><br>{Address(link.Places[0].Address)}{Places(link.Places[1..])}";

    private (string Old, string New) LinkSides(LinkChange link) => CodeSides(link.Old ?? "", link.New ?? "");

    private (string Old, string New) CodeSides(string old, string @new) =>
        (old.Length == 0 ? Nothing : $"<del>{Code(old)}</del>", @new.Length == 0 ? Nothing : $"<ins>{Code(@new)}</ins>");

    private (string Old, string New) Sides(Quote old, Quote @new) => Sides(TextDiff.Words(old.Text, @new.Text), old, @new);

    private (string Old, string New) Sides(IReadOnlyList<TextRun> runs, Quote? old, Quote? @new, int around = int.MaxValue) =>
        (Side(runs, old, RunKind.Removed, around), Side(runs, @new, RunKind.Added, around));

    /// <param name="own">What is marked on this side; the other side's words are left out.</param>
    private string Side(IReadOnlyList<TextRun> runs, Quote? quote, RunKind own, int around)
    {
        if (quote is null or { Text.Length: 0 }) return Nothing;
        var side = new StringBuilder();
        var at = 0;
        for (var i = 0; i < runs.Count; i++)
        {
            var (kind, length) = (runs[i].Kind, runs[i].Text.Length);
            if (kind != RunKind.Same && kind != own) continue;
            if (kind == own) side.Append(kind == RunKind.Removed ? $"<del>{Words(at, length)}</del>" : $"<ins>{Words(at, length)}</ins>");
            else
            {
                // What follows the change before, and what leads to the next one.
                var (before, after) = Excerpt.Ends(runs[i].Text, around, i == 0, i == runs.Count - 1);
                side.Append(before + after >= length ? Words(at, length) : $"{Words(at, before)}…{Words(at + length - after, after)}");
            }
            at += length;
        }
        var language = Said(quote.Language, quote.Text);
        return language == words.Tag ? side.ToString() : $"<div lang=\"{Escape(language)}\">{side}</div>";

        string Words(int start, int length) => string.Concat(quote.Parts(start, length).Select(p => p.Language == quote.Language ? Escape(p.Text) : Lang(p.Language, p.Text)));
    }

    private string Nothing => $"<span class=\"nothing\">({words.Nothing})</span>";

    private string Name(PagePlace place) => $"<span class=\"name\">{In(place.Language, place.Label)}</span><br>";

    // Words of the site, in a language of theirs.
    private string In(string language, string text) => language == words.Tag || text.Length == 0 ? Escape(text) : Lang(language, text);

    private static string Lang(string language, string text) => $"<span lang=\"{Escape(Said(language, text))}\">{Escape(text)}</span>";

    // Where a page does not say its language, its characters do.
    private static string Said(string language, string text) => language.Length == 0 && Han.Occurs(text) ? "zh" : language;

    // A few in sight, more behind a click.
    private string Places(IReadOnlyList<PagePlace> places)
    {
        if (places.Count == 0) return "";
        var list = string.Join(", ", places.Select(p => Address(p.Address)));
        return places.Count <= 3 ? $"<span class=\"places\">{words.Also} {list}</span>"
            : $"<details class=\"places\"><summary>{words.Elsewhere(places.Count)}</summary>{list}</details>";
    }

    private string Address(string url) => site is null || !url.StartsWith('/') ? Code(url) : $"<a href=\"{Escape(PreviewUrl.Of(site, url))}\">{Code(url)}</a>";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Code(string text) => $"<code>{Escape(text)}</code>";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
