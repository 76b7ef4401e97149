using System.Globalization;
using System.Text;

using StaticSite.Diagnostics;

namespace StaticSite.Review;

/// <summary>A report as a few lines for a terminal.</summary>
public static class ReportText
{
    private const int MaxEntries = 20, MaxWords = 60;

    public static string Print(SiteReport report)
    {
        if (report.IsEmpty) return "no difference\n";
        var text = new StringBuilder();
        foreach (var finding in report.Findings) text.Append(DiagnosticPrinter.Format(finding, null)).Append('\n');
        text.Append(Summary.Of(report)).Append('\n');
        Section("pages added", report.AddedPages.Select(p => $"{p.Url} {p.Title}"));
        Section("pages removed", report.RemovedPages.Select(p => $"{p.Url} {p.Title}"));
        Section("pages redirected", report.RedirectedPages.Select(p => $"{p.Url} -> {p.To}"));
        Section("titles", report.Titles.Select(t => $"{t.Url} {t.Old} -> {t.New}"));
        Section("texts", report.Texts.Select(t => $"{t.Place.Address} {Runs(t)}{Elsewhere(t.Elsewhere.Length)}"));
        Section("moved", report.Moves.Select(m => m.To == m.From.Anchor ? $"{m.From.Address} stands elsewhere in the page" : $"{m.From.Address} -> #{m.To}"));
        Section("citations", report.Links.Where(l => l.Kind == LinkKind.Citation).Select(Link));
        Section("links", report.Links.Where(l => l.Kind == LinkKind.Link).Select(Link));
        Section("other files", report.Files.Select(f => $"{f.Kind.ToString().ToLowerInvariant()} {f.Path}"));
        return text.ToString();

        void Section(string name, IEnumerable<string> entries)
        {
            var all = entries.ToList();
            if (all.Count == 0) return;
            text.Append('\n').Append(name).Append(":\n");
            foreach (var entry in all.Take(MaxEntries)) text.Append("  ").Append(entry).Append('\n');
            if (all.Count > MaxEntries) text.Append(CultureInfo.InvariantCulture, $"  … and {all.Count - MaxEntries} more\n");
        }
    }

    private static string Link(LinkChange link)
    {
        var places = $"in {link.Places[0].Address}{Elsewhere(link.Places.Length - 1)}";
        return (link.Old, link.New) switch
        {
            (null, { } to) => $"+ {link.Text} -> {to} {places}",
            ({ } from, null) => $"- {link.Text} -> {from} {places}",
            var (from, to) => $"~ {link.Text} -> {to}, was {from} {places}",
        };
    }

    private static string Elsewhere(int count) => count switch
    {
        <= 0 => "",
        1 => " (and 1 other place)",
        _ => string.Create(CultureInfo.InvariantCulture, $" (and {count} other places)"),
    };

    // "…报告[-第10段-]{+第 11 段+}。…": only what is around the changes.
    private static string Runs(TextChange change)
    {
        var words = new StringBuilder();
        for (var i = 0; i < change.Runs.Length; i++)
        {
            var run = change.Runs[i];
            words.Append(run.Kind switch
            {
                RunKind.Removed => $"[-{Excerpt.Middle(run.Text, MaxWords)}-]",
                RunKind.Added => $"{{+{Excerpt.Middle(run.Text, MaxWords)}+}}",
                _ => Excerpt.Around(run.Text, MaxWords / 4, i == 0, i == change.Runs.Length - 1),
            });
        }
        return words.ToString();
    }
}

/// <summary>"1 page added, 2 texts changed, …".</summary>
internal static class Summary
{
    public static string Of(SiteReport report)
    {
        var parts = new[]
        {
            Count(report.AddedPages.Length, "page added", "pages added"),
            Count(report.RemovedPages.Length, "page removed", "pages removed"),
            Count(report.RedirectedPages.Length, "page redirected", "pages redirected"),
            Count(report.Titles.Length, "title changed", "titles changed"),
            Count(report.Texts.Length, "text changed", "texts changed"),
            Count(report.Moves.Length, "passage moved", "passages moved"),
            Count(report.Links.Count(l => l.Kind == LinkKind.Citation), "citation changed", "citations changed"),
            Count(report.Links.Count(l => l.Kind == LinkKind.Link), "link changed", "links changed"),
            Count(report.ThemeOnly.Length, "page changed in its theme only", "pages changed in their theme only"),
            Count(report.Files.Length, "other file changed", "other files changed"),
            Count(report.Findings.Length, "finding", "findings"),
        }.OfType<string>().ToList();
        return parts.Count == 0 ? "no difference" : string.Join(", ", parts);
    }

    private static string? Count(int count, string one, string many) =>
        count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}

/// <summary>Cuts long texts, never through a character.</summary>
internal static class Excerpt
{
    /// <summary>Beginning and end of a text that is longer than so many UTF-16 code units.</summary>
    public static string Middle(string text, int max) => text.Length <= max ? text : $"{Start(text, max / 2)}…{End(text, max / 2)}";

    /// <summary>What stands beside a change: the end of what is before the first one, the beginning of what is behind the last, both in between.</summary>
    public static string Around(string text, int each, bool isFirst, bool isLast) =>
        isFirst && isLast ? Middle(text, each * 2)
        : isFirst ? text.Length <= each ? text : "…" + End(text, each)
        : isLast ? text.Length <= each ? text : Start(text, each) + "…"
        : Middle(text, each * 2);

    private static string Start(string text, int length) => text[..(char.IsLowSurrogate(text[length]) ? length - 1 : length)];

    private static string End(string text, int length) => text[(char.IsLowSurrogate(text[^length]) ? ^(length - 1) : ^length)..];
}
