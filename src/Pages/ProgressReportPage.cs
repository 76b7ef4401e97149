using System.Collections.Immutable;
using System.Globalization;

using StaticSite.Citations;
using StaticSite.Records;
using StaticSite.Symbols;

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

    /// <summary>The page of the report; without an address when it has none.</summary>
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
            var reports = site.Beside.Progress;
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
        return new(site.Urls.File(head.Url), "progress-report", head, s => ModelOf(s, reports, index, code));
    }

    private static ProgressReportPage ModelOf(Site site, ImmutableArray<ProgressReport> reports, int index, string code)
    {
        var report = reports[index];
        return new()
        {
            Entry = ProgressEntry.Of(site, report, code),
            OtherNames = [.. site.Languages.Where(l => l.Code != code && report.Name.In(l.Code) is not null)
                .Select(l => new TaggedText(report.Name.In(l.Code)!, l.Tag))],
            Summary = [.. report.Summary.Select(s => SourcedSentence.Of(site, s, code)).OfType<SourcedSentence>()],
            Places = PlaceEntry.AllOf(site, report.Report, code),
            Report = PassageLinks.To(site, new(report.Report, null, default), code),
            Threads = [.. site.Beside.FollowUp.Threads.Where(t => t.Steps.Any(s => s.At.Symbol == report.Report)).Select(t => TrackerRow.Of(site, t, code))],
            Previous = index == 0 ? null : Neighbour(reports[index - 1]),
            Next = index == reports.Length - 1 ? null : Neighbour(reports[index + 1]),
        };

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
        site.Words(sentence.Text, language) is { } text ? new(text, [.. sentence.Sources.Select(s => PassageLinks.To(site, s, language)).Distinct()]) : null;
}

/// <summary>Places of a document that the same passages cite.</summary>
/// <param name="Places">"第10段", "第46至66段", in their order.</param>
/// <param name="CitedIn">What cites them, once each.</param>
public sealed record PlaceEntry(ImmutableArray<Link> Places, ImmutableArray<Link> CitedIn)
{
    /// <summary>The cited places in their order; neighbours that the same passages cite are one entry, and their paragraphs a range.</summary>
    public static ImmutableArray<PlaceEntry> AllOf(Site site, DocumentSymbol symbol, string language)
    {
        var entries = ImmutableArray.CreateBuilder<PlaceEntry>();
        var places = CitedPlace.AllOf(site, symbol, language);
        for (var i = 0; i < places.Length; i++)
        {
            var from = CitersOf(places[i]);
            var last = i;
            while (last + 1 < places.Length && Follows(places[last].Pinpoint, places[last + 1].Pinpoint) && CitersOf(places[last + 1]).SequenceEqual(from)) last++;
            var label = places[i].Pinpoint is { } first ? CitationForm.OfRange(first, places[last].Pinpoint!, language) : site.Say(language, "whole_document");
            var place = new Link(label, places[i].Url);
            if (entries.Count > 0 && entries[^1].CitedIn.SequenceEqual(from)) entries[^1] = entries[^1] with { Places = entries[^1].Places.Add(place) };
            else entries.Add(new([place], from));
            i = last;
        }
        return entries.ToImmutable();
    }

    private static ImmutableArray<Link> CitersOf(CitedPlace place) => [.. place.Mentions.Select(m => m.From).Distinct()];

    // Paragraph 47 behind paragraph 46 of the same part of the document.
    private static bool Follows(Pinpoint? place, Pinpoint? next) =>
        int.TryParse(place?.Paragraph, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(next?.Paragraph, NumberStyles.None, CultureInfo.InvariantCulture, out var following) && following == number + 1
        && place! with { Paragraph = null, Span = default } == next! with { Paragraph = null, Span = default } && place.Subparagraph is null;
}
