using System.Globalization;
using System.Net;
using System.Text;

using StaticSite.Diagnostics;

namespace StaticSite.Review;

/// <summary>A report as one HTML file that needs nothing else: old and new side by side. Text of the site is escaped everywhere.</summary>
public static class ReportHtml
{
    private const string Style = """
        :root { color-scheme: light dark; }
        body { max-width: 78rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.7 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
        h2 { margin-top: 2.5rem; border-top: 1px solid #8888; padding-top: .5rem; font-size: 1.2rem; }
        table { border-collapse: collapse; width: 100%; table-layout: fixed; }
        th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-top: 1px solid #8885; overflow-wrap: anywhere; }
        code { font: 14px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
        del { color: #8c1d18; background: #fbdcd9; }
        ins { color: #0d4f24; background: #d5f2dc; text-decoration: underline; }
        .error { color: #8c1d18; }
        .places { color: #666; font-size: .9em; }
        @media (prefers-color-scheme: dark) {
          del { color: #ffd3cf; background: #5c1d18; }
          ins { color: #d1f5da; background: #14401f; }
          .error { color: #ff9d94; }
          .places { color: #aaa; }
        }
        """;

    public static string Print(SiteReport report)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<title>What changes on the site</title>\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n<main>\n<h1>What changes on the site</h1>\n")
            .Append("<p>").Append(Escape(Summary.Of(report))).Append("</p>\n");
        List("Findings", report.Findings, f =>
            $"<strong class=\"error\">{DiagnosticPrinter.Name(f.Rule.Severity)} {Escape(f.Rule.Id)}</strong> {Escape(f.Message)}; {Escape(f.Hint)}");
        List("Pages added", report.AddedPages, p => $"{Code(p.Url)} {Escape(p.Title)}");
        List("Pages removed", report.RemovedPages, p => $"{Code(p.Url)} {Escape(p.Title)}");
        List("Pages redirected", report.RedirectedPages, p => $"{Code(p.Url)} → {Code(p.To)} {Escape(p.Title)}");
        Table("Titles", report.Titles, t => Code(t.Url), t => Sides([.. TextDiff.Words(t.Old, t.New)]));
        Table("Texts", report.Texts, t => $"<strong>{Escape(t.Place.Label)}</strong><br>{Code(t.Place.Address)}{Places(t.Elsewhere)}", t => Sides([.. t.Runs]));
        Table("Passages moved", report.Moves, m => $"<strong>{Escape(m.From.Label)}</strong><br>{Escape(m.Text)}",
            m => (Code(m.From.Address), m.To == m.From.Anchor ? "elsewhere in its page" : Code($"{m.From.Url}#{m.To}")));
        Table("Citations", [.. report.Links.Where(l => l.Kind == LinkKind.Citation)], LinkWords, LinkSides);
        Table("Links", [.. report.Links.Where(l => l.Kind == LinkKind.Link)], LinkWords, LinkSides);
        List("Pages changed in their theme only", report.ThemeOnly, Code);
        List("Other files", report.Files, f => $"{f.Kind.ToString().ToLowerInvariant()} {Code(f.Path)}");
        return html.Append("</main>\n</body>\n</html>\n").ToString();

        void List<T>(string name, IReadOnlyList<T> entries, Func<T, string> print)
        {
            if (entries.Count == 0) return;
            Heading(name, entries.Count);
            html.Append("<ul>\n");
            foreach (var entry in entries) html.Append("<li>").Append(print(entry)).Append("</li>\n");
            html.Append("</ul>\n");
        }

        void Table<T>(string name, IReadOnlyList<T> entries, Func<T, string> where, Func<T, (string Old, string New)> sides)
        {
            if (entries.Count == 0) return;
            Heading(name, entries.Count);
            html.Append("<table>\n<thead><tr><th scope=\"col\">Where</th><th scope=\"col\">Old</th><th scope=\"col\">New</th></tr></thead>\n<tbody>\n");
            foreach (var entry in entries)
            {
                var (old, @new) = sides(entry);
                html.Append("<tr><th scope=\"row\">").Append(where(entry)).Append("</th>\n<td>").Append(old).Append("</td>\n<td>").Append(@new).Append("</td></tr>\n");
            }
            html.Append("</tbody>\n</table>\n");
        }

        void Heading(string name, int count) => html.Append(CultureInfo.InvariantCulture, $"<h2>{name} ({count})</h2>\n");
    }

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

    private static string LinkWords(LinkChange link) => $"<strong>{Escape(link.Text)}</strong><br>{Code(link.Places[0].Address)}{Places(link.Places[1..])}";

    private static (string Old, string New) LinkSides(LinkChange link) =>
        (link.Old is null ? "" : $"<del>{Escape(link.Old)}</del>", link.New is null ? "" : $"<ins>{Escape(link.New)}</ins>");

    private static string Places(IReadOnlyList<PagePlace> places) =>
        places.Count == 0 ? "" : $"<br><span class=\"places\">also {string.Join(", ", places.Select(p => Escape(p.Address)))}</span>";

    private static string Code(string text) => $"<code>{Escape(text)}</code>";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
