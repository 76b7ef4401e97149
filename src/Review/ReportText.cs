using System.Collections.Immutable;
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
        foreach (var finding in report.Findings) text.Append(DiagnosticPrinter.Format(finding.ToDiagnostic(), null)).Append('\n');
        text.Append(Summary.Of(report, ReportWords.English)).Append('\n');
        Texts(TextKind.Provision);
        foreach (var kind in Enum.GetValues<RecordKind>())
            Section(ReportWords.English.Records[(int)kind].ToLowerInvariant(), report.Records.Where(r => r.Kind == kind).Select(Record));
        Section("pages added", report.AddedPages.Select(p => $"{p.Url} {p.Title}"));
        Section("pages removed", report.RemovedPages.Select(p => $"{p.Url} {p.Title}"));
        Section("pages moved", report.MovedPages.Select(p => $"{p.Url} -> {p.To}"));
        Section("pages redirected", report.RedirectedPages.Select(p => $"{p.Url} -> {p.To}"));
        Section("titles", report.Titles.Select(t => $"{t.Url} {t.Old.Text} -> {t.New.Text}"));
        Texts(TextKind.Other);
        Texts(TextKind.Figure);
        Section("moved", report.Moves.Select(m => m.To == m.From.Anchor ? $"{m.From.Address} stands elsewhere in the page" : $"{m.From.Address} -> #{m.To}"));
        Section("citations", report.Links.Where(l => l.Kind == LinkKind.Citation).Select(Link));
        Section("links", report.Links.Where(l => l.Kind == LinkKind.Link).Select(Link));
        Section("what search engines are told", report.Heads.Select(h => $"{h.Url} {h.Name}: {Words(TextDiff.Words(h.Old.Text, h.New.Text))}"));
        Section("other files", report.Files.Select(f => $"{f.Kind.ToString().ToLowerInvariant()} {f.Path}"));
        return text.ToString();

        void Texts(TextKind kind) => Section(ReportWords.English.Texts[(int)kind].ToLowerInvariant(),
            report.Texts.Where(t => t.Kind == kind).Select(t => $"{t.Place.Address} {Words(t.Runs)}{Elsewhere(t.Elsewhere.Length)}"));

        void Section(string name, IEnumerable<string> entries)
        {
            var all = entries.ToList();
            if (all.Count == 0) return;
            text.Append('\n').Append(name).Append(":\n");
            foreach (var entry in all.Take(MaxEntries)) text.Append("  ").Append(entry).Append('\n');
            if (all.Count > MaxEntries) text.Append(CultureInfo.InvariantCulture, $"  … and {all.Count - MaxEntries} more\n");
        }
    }

    private static string Record(RecordChange change)
    {
        var words = change.In("en");
        var places = Elsewhere(change.Elsewhere.Length);
        return (words.Old, words.New) switch
        {
            (null, _) => $"+ {words.Url} {words.Name}{places}",
            (_, null) => $"- {words.Url} {words.Name}{places}",
            var (old, now) => $"{words.Url} {change.Field}: {Words(TextDiff.Values(old, now))}{places}",
        };
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
    private static string Words(ImmutableArray<TextRun> runs)
    {
        var words = new StringBuilder();
        for (var i = 0; i < runs.Length; i++)
        {
            var run = runs[i];
            words.Append(run.Kind switch
            {
                RunKind.Removed => $"[-{Excerpt.Middle(run.Text, MaxWords)}-]",
                RunKind.Added => $"{{+{Excerpt.Middle(run.Text, MaxWords)}+}}",
                _ => Excerpt.Around(run.Text, MaxWords / 4, i == 0, i == runs.Length - 1),
            });
        }
        return words.ToString();
    }
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

    /// <summary>How many UTF-16 code units of an unchanged stretch stand at its beginning and at its end: none where no change is.</summary>
    public static (int Start, int End) Ends(string text, int each, bool isFirst, bool isLast)
    {
        if (text.Length <= each || (text.Length - each <= each && isFirst == isLast)) return (text.Length, 0);
        return (isFirst && !isLast ? 0 : Start(text, each).Length, isLast && !isFirst ? 0 : End(text, each).Length);
    }

    private static string Start(string text, int length) => text[..(char.IsLowSurrogate(text[length]) ? length - 1 : length)];

    private static string End(string text, int length) => text[(char.IsLowSurrogate(text[^length]) ? ^(length - 1) : ^length)..];
}
