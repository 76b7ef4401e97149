using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>A follow-up thread over time: what was asked, reported and found, each in its lane.</summary>
/// <param name="Description">The same in words, point by point.</param>
/// <param name="SessionsOnly">True when the date of a document is not known, and its session alone tells where it stands.</param>
public sealed record ChainChart(ChainDrawing Drawing, string Description, bool SessionsOnly)
{
    // The lanes are the columns of the tracker.
    private static readonly ImmutableArray<string> Lanes = [InterfaceStrings.StepAsked, InterfaceStrings.StepReported, InterfaceStrings.StepFound];

    // More paragraphs than these are counted.
    private const int PlacesShown = 2;

    /// <summary>Null for a thread that is no chain: with fewer than two points.</summary>
    public static ChainChart? Of(Site site, FollowUpThread thread, string language)
    {
        // What a document says of one kind is one point.
        var points = thread.Steps.GroupBy(s => (s.At.Symbol, Lane: LaneOf(s.Kind))).Select((group, i) => (group.Key.Symbol, group.Key.Lane, Steps: group.ToImmutableArray(), Place: i))
            .OrderBy(p => SessionTime.Of(site, p.Symbol) ?? int.MaxValue).ThenBy(p => p.Place).ToImmutableArray();
        if (points.Length < 2) return null;
        var stops = points.Select(p => StopOf(site, p.Symbol, p.Lane, p.Steps, language)).ToImmutableArray();
        var colon = language == "zh" ? "：" : ": ";
        var comma = language == "zh" ? "，" : ", ";
        var description = string.Join(language == "zh" ? "；" : "; ", points.Zip(stops, (p, stop) =>
            stop.Time.Name + comma + site.Say(language, Lanes[p.Lane]) + colon + string.Join(comma, PlacesOf(site, p.Symbol, p.Steps, language).Prepend(CitationForm.OfDocument(p.Symbol, language)))));
        return new(ChainLayout.Of([.. Lanes.Select(lane => site.Say(language, lane))], stops), description,
            points.Any(p => KnownDates.Own(site, p.Symbol) is null));
    }

    private static ChainStop StopOf(Site site, DocumentSymbol symbol, int lane, ImmutableArray<ThreadStep> steps, string language)
    {
        var session = SessionTime.Of(site, symbol);
        var (name, years) = SessionTime.Label(site, session, language);
        var places = PlacesOf(site, symbol, steps, language).ToList();
        var lines = places.Count <= PlacesShown ? places
            : [places[0], site.Say(language, InterfaceStrings.MoreCitations).Replace("{n}", (places.Count - 1).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)];
        var date = KnownDates.Own(site, symbol) is { } known ? CitationForm.OfDate(known, language) : null;
        // A recommendation asks for more than an observation does.
        var kind = steps.Any(s => s.Kind == StepKind.Recommended) ? StepKind.Recommended : steps[0].Kind;
        return new(lane, symbol.Value, new(session, name, years), ThreadStates.Code(kind), [CitationForm.OfDocument(symbol, language), .. lines, .. date is null ? [] : new[] { date }]);
    }

    private static IEnumerable<string> PlacesOf(Site site, DocumentSymbol symbol, ImmutableArray<ThreadStep> steps, string language) =>
        PassageLinks.ByDocument(site, steps.Select(s => s.At).Where(at => at.Symbol == symbol), language).SelectMany(d => d.Places).Select(p => p.Label);

    private static int LaneOf(StepKind kind) => kind switch { StepKind.Asked => 0, StepKind.Reported => 1, _ => 2 };
}
