using System.Globalization;
using System.Text;

namespace StaticSite.Review;

/// <summary>A report as a comment on a pull request: the counts and the errors in sight, everything else folded.</summary>
public static class ReportMarkdown
{
    // Comments are cut at 65,536 characters; a cut inside a folded part would fold the rest of the discussion.
    private const int MaxLength = 60_000, MaxEntries = 100, MaxText = 600;

    public static string Print(SiteReport report)
    {
        var text = new StringBuilder();
        text.Append("### What changes on the site\n\n").Append(Escape(Capital(Summary.Of(report)))).Append(".\n");
        if (report is { HasNoContentChange: true, AddedPages.IsEmpty: true, RemovedPages.IsEmpty: true, RedirectedPages.IsEmpty: true, Findings.IsEmpty: true, IsEmpty: false })
            text.Append("\nNothing that a reader reads has changed: only the theme, or files that are no pages.\n");
        if (report.Findings.Length > 0)
        {
            text.Append('\n');
            foreach (var finding in report.Findings.Take(MaxEntries))
                text.Append("- ❌ ").Append(Code(finding.Rule.Id)).Append(' ').Append(Escape($"{finding.Message}; {finding.Hint}")).Append('\n');
            More(report.Findings.Length);
        }
        Section("Pages added", report.AddedPages, p => $"{Code(p.Url)} {Escape(p.Title)}");
        Section("Pages removed", report.RemovedPages, p => $"{Code(p.Url)} {Escape(p.Title)}");
        Section("Pages redirected", report.RedirectedPages, p => $"{Code(p.Url)} → {Code(p.To)}");
        Section("Titles", report.Titles, t => $"{Code(t.Url)} {Runs(TextDiff.Words(t.Old, t.New))}");
        Section("Texts", report.Texts, t => $"**{Escape(t.Place.Label)}** {Code(t.Place.Address)}{Elsewhere(t.Elsewhere.Length)}<br>{Runs(t.Runs)}");
        Section("Passages moved", report.Moves, m => m.To == m.From.Anchor
            ? $"**{Escape(m.From.Label)}** {Code(m.From.Address)} stands elsewhere in its page"
            : $"**{Escape(m.From.Label)}** {Code(m.From.Address)} → {Code("#" + m.To)}");
        Section("Citations", [.. report.Links.Where(l => l.Kind == LinkKind.Citation)], Link);
        Section("Links", [.. report.Links.Where(l => l.Kind == LinkKind.Link)], Link);
        Section("Pages changed in their theme only", report.ThemeOnly, Code);
        Section("Other files", report.Files, f => $"{f.Kind.ToString().ToLowerInvariant()} {Code(f.Path)}");
        return text.ToString();

        void Section<T>(string name, IReadOnlyList<T> entries, Func<T, string> print)
        {
            if (entries.Count == 0) return;
            text.Append(CultureInfo.InvariantCulture, $"\n<details>\n<summary>{name} ({entries.Count})</summary>\n\n");
            var printed = 0;
            foreach (var entry in entries.Take(MaxEntries))
            {
                var line = print(entry);
                if (text.Length + line.Length > MaxLength) break;
                text.Append("- ").Append(line).Append('\n');
                printed++;
            }
            if (printed < entries.Count) text.Append(CultureInfo.InvariantCulture, $"- … and {entries.Count - printed} more\n");
            text.Append("\n</details>\n");
        }

        void More(int count)
        {
            if (count > MaxEntries) text.Append(CultureInfo.InvariantCulture, $"- … and {count - MaxEntries} more\n");
        }
    }

    private static string Link(LinkChange link)
    {
        var places = $"in {Code(link.Places[0].Address)}{Elsewhere(link.Places.Length - 1)}";
        return (link.Old, link.New) switch
        {
            (null, { } to) => $"<ins>{Escape(link.Text)}</ins> → {Code(to)} {places}",
            ({ } from, null) => $"<del>{Escape(link.Text)}</del> → {Code(from)} {places}",
            var (from, to) => $"{Escape(link.Text)} → <del>{Escape(from!)}</del> <ins>{Escape(to!)}</ins> {places}",
        };
    }

    private static string Elsewhere(int count) => count switch
    {
        <= 0 => "",
        1 => " and 1 other place",
        _ => string.Create(CultureInfo.InvariantCulture, $" and {count} other places"),
    };

    private static string Runs(IReadOnlyList<TextRun> runs)
    {
        var html = new StringBuilder();
        for (var i = 0; i < runs.Count; i++)
        {
            html.Append(runs[i].Kind switch
            {
                RunKind.Removed => $"<del>{Escape(Excerpt.Middle(runs[i].Text, MaxText))}</del>",
                RunKind.Added => $"<ins>{Escape(Excerpt.Middle(runs[i].Text, MaxText))}</ins>",
                _ => Escape(Excerpt.Around(runs[i].Text, MaxText / 10, i == 0, i == runs.Count - 1)),
            });
        }
        return html.ToString();
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    // Inside a code span only the back quote has a meaning.
    private static string Code(string text) => text.Contains('`', StringComparison.Ordinal) ? Escape(text) : $"`{text.ReplaceLineEndings(" ")}`";

    /// <summary>Text that neither Markdown nor HTML takes for markup.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            if (c is '\n' or '\r') escaped.Append(' ');
            else if (c is '<' or '>' or '&' or '"' or '*' or '_' or '`' or '~' or '[' or ']' or '\\' or '|' or '#' or '!' or '@' or '$' or '{' or '}')
                escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            else escaped.Append(c);
        }
        return escaped.ToString();
    }
}
