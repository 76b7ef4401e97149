using System.Globalization;
using System.Text;

using StaticSite.Diagnostics;

namespace StaticSite.Review;

/// <summary>A report as a comment on a pull request: the counts and the findings in sight, everything else folded, the whole below the length that is taken.</summary>
public sealed class ReportMarkdown
{
    // Comments are cut at 65,536 characters; a cut inside a folded part would fold the rest of the discussion.
    private const int MaxLength = 60_000, MaxEntries = 100, MaxNames = 20, MaxText = 600;

    private readonly StringBuilder text = new();
    private readonly ReportWords words;
    private readonly string? site;

    private ReportMarkdown(ReportWords words, string? site) => (this.words, this.site) = (words, site);

    /// <param name="site">Absolute URL of a preview of the new output, "https://deploy-preview-1.example.org/": addresses are links to it. Null leaves them as they are.</param>
    public static string Print(SiteReport report, ReportWords words, string? site = null)
    {
        var comment = new ReportMarkdown(words, site);
        comment.Write(report);
        return comment.text.ToString();
    }

    private void Write(SiteReport report)
    {
        text.Append("### ").Append(words.Title).Append("\n\n").Append(Escape(Capital(Summary.Of(report, words)))).Append(words.Stop).Append('\n');
        if (report.IsThemeOnly) text.Append('\n').Append(words.ThemeOnly).Append('\n');
        if (report.Findings.Length > 0)
        {
            text.Append('\n');
            Entries(report.Findings, Finding, MaxEntries);
        }
        Texts(TextKind.Provision);
        foreach (var kind in Enum.GetValues<RecordKind>())
            Section(words.Records[(int)kind], [.. report.Records.Where(r => r.Kind == kind)], Record);
        Section(words.AddedPages, report.AddedPages, p => $"{Address(p.Url)} {Escape(p.Title)}");
        Section(words.RemovedPages, report.RemovedPages, p => $"{Code(p.Url)} {Escape(p.Title)}");
        Section(words.MovedPages, report.MovedPages, p => $"{Code(p.Url)} → {Address(p.To)} {Escape(p.Title)}");
        Section(words.RedirectedPages, report.RedirectedPages, p => $"{Code(p.Url)} → {Address(p.To)}");
        Section(words.Titles, report.Titles, t => $"{Address(t.Url)} {Runs(TextDiff.Words(t.Old.Text, t.New.Text))}");
        Texts(TextKind.Other);
        Texts(TextKind.Figure);
        Section(words.Moves, report.Moves, m => m.To == m.From.Anchor
            ? $"**{Escape(m.From.Label)}** {Address(m.From.Address)} {words.StandsElsewhere}"
            : $"**{Escape(m.From.Label)}** {Code(m.From.Address)} → {Address($"{m.From.Url}#{m.To}", "#" + m.To)}");
        Section(words.Citations, [.. report.Links.Where(l => l.Kind == LinkKind.Citation)], Link);
        Section(words.Links, [.. report.Links.Where(l => l.Kind == LinkKind.Link)], Link);
        Section(words.Heads, report.Heads, h => $"{Address(h.Url)} {words.Field(h.Name)}{words.Colon}{Runs(TextDiff.Words(h.Old.Text, h.New.Text))}");
        Section(words.ThemeOnlyPages, report.ThemeOnly, u => Address(u), MaxNames);
        Section(words.Files, report.Files, f => $"{words.FileKinds[(int)f.Kind]} {Code(f.Path)}", MaxNames);

        void Texts(TextKind kind) => Section(words.Texts[(int)kind], [.. report.Texts.Where(t => t.Kind == kind)],
            t => $"**{Escape(t.Place.Label)}** {Address(t.Place.Address)}{Elsewhere(t.Elsewhere.Length)}<br>{Runs(t.Runs)}");
    }

    private string Finding(ReviewFinding finding)
    {
        var (message, hint) = words.Faults[finding.Kind];
        return $"{(finding.Rule.Severity == Severity.Error ? "❌" : "⚠️")} **{words.Severities[(int)finding.Rule.Severity]}** "
            + $"{message.Fill(finding.Parts, Part, Escape)}{words.Then}{hint.Fill(finding.Parts, Part, Escape)} ({Code(finding.Rule.Id)})";

        static string Part(FindingPart part) =>
            part.IsFigure || part.Language is not null ? Escape(Excerpt.Middle(part.Text, MaxText)) : Code(Excerpt.Middle(part.Text, MaxText));
    }

    private void Section<T>(string name, IReadOnlyList<T> entries, Func<T, string> print, int max = MaxEntries)
    {
        if (entries.Count == 0) return;
        text.Append(CultureInfo.InvariantCulture, $"\n<details>\n<summary>{name} ({entries.Count})</summary>\n\n");
        Entries(entries, print, max);
        text.Append("\n</details>\n");
    }

    private void Entries<T>(IReadOnlyList<T> entries, Func<T, string> print, int max)
    {
        var printed = 0;
        foreach (var entry in entries.Take(max))
        {
            var line = print(entry);
            if (text.Length + line.Length > MaxLength) break;
            text.Append("- ").Append(line).Append('\n');
            printed++;
        }
        if (printed < entries.Count) text.Append("- ").Append(ReportWords.Fill(words.MoreEntries, entries.Count - printed)).Append('\n');
    }

    private string Record(RecordChange change)
    {
        var wording = change.In(words.Language);
        var places = Elsewhere(change.Elsewhere.Length);
        var name = $"**{Escape(wording.Name)}**";
        return (wording.Old, wording.New) switch
        {
            (null, _) => $"<ins>{words.IsNew}</ins> {name} {Address(wording.Url)}{places}",
            (_, null) => $"<del>{words.IsGone}</del> {name} {Code(wording.Url)}{places}",
            var (old, now) => $"{name} {Address(wording.Url)}{places}<br>{words.Field(change.Field)}{words.Colon}{Runs(TextDiff.Values(old, now))}",
        };
    }

    private string Link(LinkChange link)
    {
        var places = $"{words.In} {Address(link.Places[0].Address)}{Elsewhere(link.Places.Length - 1)}";
        return (link.Old, link.New) switch
        {
            (null, { } to) => $"<ins>{Escape(link.Text)}</ins> → {Code(to)} {places}",
            ({ } from, null) => $"<del>{Escape(link.Text)}</del> → {Code(from)} {places}",
            var (from, to) => $"{Escape(link.Text)} → <del>{Escape(from!)}</del> <ins>{Escape(to!)}</ins> {places}",
        };
    }

    private string Elsewhere(int count) => count <= 0 ? "" : " " + words.Elsewhere(count);

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

    // An address of the new output, as a link where there is a preview.
    private string Address(string url, string? shown = null) => site is null || !url.StartsWith('/') ? Code(shown ?? url) : $"[{Code(shown ?? url)}](<{PreviewUrl.Of(site, url)}>)";

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

/// <summary>Addresses of a preview.</summary>
internal static class PreviewUrl
{
    /// <summary>"https://preview.example.org/" and "/zh/A/66/5(Vol.11)/#p1" -> one URL, escaped so that it ends where it ends in Markdown and HTML.</summary>
    public static string Of(string site, string url)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? url : url[..hash];
        return site.TrimEnd('/') + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)) + (hash < 0 ? "" : "#" + Uri.EscapeDataString(url[(hash + 1)..]));
    }
}
