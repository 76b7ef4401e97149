using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>The documents in time: by session and issuing body, held and cited, and which takes up which, as the records of threads and of progress
/// reports tell. Of a large site the latest sessions, and of each cell the first documents; the lists of the page have them all.</summary>
public sealed record SessionsChart
{
    // What a screen can show.
    private const int MostSessions = 16, MostInCell = 8;

    public required SessionsDrawing Drawing { get; init; }

    /// <summary>Words of the drawing's sessions, in its order.</summary>
    public required ImmutableArray<SessionWords> Sessions { get; init; }

    /// <summary>Documents of the drawing's marks, in its order.</summary>
    public required ImmutableArray<SessionDocument> Documents { get; init; }

    /// <summary>How many documents are not drawn.</summary>
    public required int Left { get; init; }

    private sealed record ChartCell(int? Session, string? Issuer);

    private sealed record TakenUp(DocumentSymbol From, DocumentSymbol To);

    private sealed record PlacedDocument(DocumentSymbol Symbol, ChartCell Cell);

    /// <summary>Null where there are not two documents.</summary>
    public static SessionsChart? Of(Site site, string language)
    {
        var all = site.Documents.Select(d => d.Symbol).Concat(site.CitedDocuments).Distinct()
            .Select(symbol => new PlacedDocument(symbol, new(SessionTime.Of(site, symbol), site.Body(site.Held(symbol)?.Issuer ?? site.Cited(symbol)?.Issuer)?.Id))).ToList();
        var latest = all.Select(d => d.Cell.Session ?? int.MaxValue).Distinct().OrderDescending().Take(MostSessions).ToHashSet();
        var shown = all.Where(d => latest.Contains(d.Cell.Session ?? int.MaxValue)).GroupBy(d => d.Cell)
            .SelectMany(cell => cell.OrderBy(d => site.Held(d.Symbol) is null).ThenBy(d => d.Symbol).Take(MostInCell))
            .OrderBy(d => d.Cell.Session ?? int.MaxValue).ThenBy(d => d.Symbol).ToList();
        if (shown.Count < 2) return null;

        var issuers = site.Beside.Bodies.Select(b => b.Id).Where(id => shown.Exists(d => d.Cell.Issuer == id)).ToList();
        ImmutableArray<string> lanes = [.. issuers.Select(id => BodyLink.To(site, id, language)!.Label), site.Say(language, InterfaceStrings.IssuerUnknown)];
        var stops = shown.Select(d => new SessionStop(d.Symbol.Value, d.Cell.Session, d.Cell.Issuer is null ? lanes.Length - 1 : issuers.IndexOf(d.Cell.Issuer), d.Symbol.ShortForm())).ToImmutableArray();
        var links = LinksIn(site, [.. shown.Select(d => d.Symbol)]);
        var drawing = SessionsLayout.Of(lanes, stops, SessionLinks.WithoutShortcuts([.. links.Select(l => new SessionLink(l.From.Value, l.To.Value))]));
        var before = links.GroupBy(l => l.To).ToDictionary(g => g.Key, g => g.Select(l => l.From).ToImmutableArray());
        return new()
        {
            Drawing = drawing,
            Documents = [.. shown.Select(d => SessionDocument.Of(site, d.Symbol, d.Cell.Issuer, before.GetValueOrDefault(d.Symbol, []), language))],
            Sessions = [.. drawing.Sessions.Select(s => SessionWords.Of(site, s.Order, language, [.. shown.Where(d => d.Cell.Session == s.Order).Select(d => d.Symbol.Value)]))],
            Left = all.Count - shown.Count,
        };
    }

    /// <summary>Which document takes up which: a report what was asked, a finding what was reported, a request what was found; and the chain of each
    /// progress report.</summary>
    private static ImmutableArray<TakenUp> LinksIn(Site site, HashSet<DocumentSymbol> shown)
    {
        var ofThreads = site.Beside.FollowUp.Threads.SelectMany(t => t.Steps.Zip(t.Steps.Skip(1)))
            .Where(pair => TakesUp(pair.First.Kind, pair.Second.Kind)).Select(pair => new TakenUp(pair.First.At.Symbol, pair.Second.At.Symbol));
        var ofReports = site.Beside.Progress.SelectMany(r => new[]
        {
            r.Committee is null ? null : new TakenUp(r.Report, r.Committee), r.Resolution is null ? null : new TakenUp(r.Committee ?? r.Report, r.Resolution),
        }).OfType<TakenUp>();
        return [.. ofThreads.Concat(ofReports).Where(pair => pair.From != pair.To && shown.Contains(pair.From) && shown.Contains(pair.To)).Distinct()
            .OrderBy(pair => pair.From).ThenBy(pair => pair.To)];
    }

    private static bool TakesUp(StepKind first, StepKind next) => (first, next) switch
    {
        (StepKind.Asked, StepKind.Reported) => true,
        (StepKind.Reported, StepKind.Observed or StepKind.Recommended) => true,
        (StepKind.Observed or StepKind.Recommended, StepKind.Asked) => true,
        _ => false,
    };
}

/// <param name="Name">"第64届会议".</param>
/// <param name="Years">Null with an unknown session.</param>
/// <param name="Symbols">Its documents that are drawn.</param>
public sealed record SessionWords(string Name, string? Years, ImmutableArray<string> Symbols)
{
    public static SessionWords Of(Site site, int? session, string language, ImmutableArray<string> symbols)
    {
        var (name, years) = SessionTime.Label(site, session, language);
        return new(name, years, symbols);
    }
}

/// <param name="Symbol">Its key in the drawing.</param>
/// <param name="Document">By its form of citation.</param>
/// <param name="Kind">As in <see cref="DocumentSummary"/>.</param>
/// <param name="Issuer">Null when unknown.</param>
/// <param name="Date">In words; null when it is not known, as is <paramref name="IsoDate"/>.</param>
/// <param name="TakesUp">What it answers, reports on or considers.</param>
public sealed record SessionDocument(string Symbol, Link Document, string? Kind, TaggedText? Issuer, bool Held, string? Date, string? IsoDate, ImmutableArray<Link> TakesUp)
{
    public static SessionDocument Of(Site site, DocumentSymbol symbol, string? issuer, ImmutableArray<DocumentSymbol> before, string language)
    {
        var document = DocumentSummary.OfAny(site, symbol, language);
        var body = issuer is null ? null : BodyLink.To(site, issuer, language);
        return new(symbol.Value, LinkTo(site, symbol, language), document.Kind, body is null ? null : new(body.Label, body.Tag), site.Held(symbol) is not null,
            document.Date, document.IsoDate, [.. before.Select(b => LinkTo(site, b, language))]);
    }

    private static Link LinkTo(Site site, DocumentSymbol symbol, string language) => new(CitationForm.OfDocument(symbol, language), site.Urls.Document(language, symbol));
}
