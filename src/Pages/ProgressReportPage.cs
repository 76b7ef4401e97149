using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>One progress report: what the documents say of it, its chain, which of its paragraphs are cited and where: /zh/progress/2/.</summary>
public sealed record ProgressReportPage
{
    public required ProgressEntry Entry { get; init; }

    /// <summary>The name in the other languages.</summary>
    public required ImmutableArray<TaggedText> OtherNames { get; init; }

    /// <summary>In the order of the record.</summary>
    public required ImmutableArray<SourcedSentence> Summary { get; init; }

    /// <summary>The places of the report that are cited, in their order, the whole report first.</summary>
    public required ImmutableArray<PlaceEntry> Places { get; init; }

    /// <summary>The page of the report; null when it has none.</summary>
    public required Link Report { get; init; }

    /// <summary>Threads that it is a step of.</summary>
    public required ImmutableArray<TrackerRow> Threads { get; init; }

    /// <summary>Null for the first.</summary>
    public Link? Previous { get; init; }

    /// <summary>Null for the last.</summary>
    public Link? Next { get; init; }

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site)
        {
            var reports = site.Records.Progress;
            foreach (var language in site.Languages)
                for (var i = 0; i < reports.Length; i++)
                    yield return Of(site, reports, i, language);
        }
    }

    private static Page Of(Site site, ImmutableArray<ProgressReport> reports, int index, SiteLanguage language)
    {
        var code = language.Code;
        var report = reports[index];
        var name = site.Words(report.Name, code)?.Text ?? report.Report.Value;
        var head = Heads.Of(site, language, $"{InterfaceStrings.Progress}/{report.Id}", name, InterfaceStrings.Progress) with
        {
            Trail = Trails.Of(site, code, InterfaceStrings.Progress),
        };
        return new(site.Urls.File(head.Url), "progress-report", head, () => new ProgressReportPage
        {
            Entry = ProgressEntry.Of(site, report, code),
            OtherNames = [.. site.Languages.Where(l => l.Code != code && report.Name.In(l.Code) is not null)
                .Select(l => new TaggedText(report.Name.In(l.Code)!, l.Tag))],
            Summary = [.. report.Summary.Select(s => SourcedSentence.Of(site, s, code)).OfType<SourcedSentence>()],
            Places = [.. CitedPlace.AllOf(site, report.Report, code)
                .Select(p => new PlaceEntry(p.Label, p.Url, [.. p.Mentions.Select(m => m.From).Distinct()]))],
            Report = PassageLink.To(site, report.Report, code),
            Threads = [.. site.Records.FollowUp.Threads.Where(t => t.Steps.Any(s => s.At.Symbol == report.Report)).Select(t => TrackerRow.Of(site, t, code))],
            Previous = index == 0 ? null : Neighbour(reports[index - 1]),
            Next = index == reports.Length - 1 ? null : Neighbour(reports[index + 1]),
        });

        Link Neighbour(ProgressReport other)
        {
            var entry = ProgressEntry.Of(site, other, code);
            return new(entry.Name.Text, entry.Url, entry.Name.Tag);
        }
    }
}

/// <summary>A sentence of a summary with its sources.</summary>
public sealed record SourcedSentence(TaggedText Text, ImmutableArray<Link> Sources)
{
    /// <summary>Null for a sentence without words.</summary>
    public static SourcedSentence? Of(Site site, Sentence sentence, string language) =>
        site.Words(sentence.Text, language) is { } text ? new(text, PassageLink.To(site, sentence.Sources, language)) : null;
}

/// <param name="Label">"第10段"; null for the document as a whole.</param>
/// <param name="CitedIn">What cites it, once each.</param>
public sealed record PlaceEntry(string? Label, string Url, ImmutableArray<Link> CitedIn);
