using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>One body: its names, what it belongs to, what it issued, what is addressed to it: /zh/bodies/acabq/.</summary>
public sealed record BodyPage
{
    public required BodySummary Body { get; init; }

    /// <summary>What belongs to it, in the order of the records.</summary>
    public required ImmutableArray<Link> Children { get; init; }

    /// <summary>Documents it issued that are held or have a page because they are cited, by symbol.</summary>
    public required ImmutableArray<IssuedEntry> Issued { get; init; }

    /// <summary>Provisions addressed to it, one group for each document, by symbol.</summary>
    public required ImmutableArray<AddressedEntry> Addressed { get; init; }

    /// <summary>Threads it is responsible for, in the order of the records.</summary>
    public required ImmutableArray<TrackerRow> Threads { get; init; }

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site) =>
            from body in site.Beside.Bodies.DistinctBy(b => b.Id)
            from language in site.Languages
            select Of(site, body, language);
    }

    private static Page Of(Site site, Records.Body body, SiteLanguage language)
    {
        var code = language.Code;
        var head = Heads.Of(site, language, $"{InterfaceStrings.Bodies}/{body.Id}", site.Words(body.Name, code)?.Text ?? body.Id, InterfaceStrings.Bodies) with
        {
            Trail = Trails.Of(site, code, InterfaceStrings.Bodies),
        };
        return new(site.Urls.File(head.Url), "body", head, s => ModelOf(s, body, code));
    }

    private static BodyPage ModelOf(Site site, Records.Body body, string code) => new()
    {
        Body = BodySummary.Of(site, body, code),
        Children = [.. site.Beside.Bodies.Where(b => b.Parent == body.Id).Select(b => BodyLink.To(site, b, code))],
        Issued = IssuedBy(site, body.Id, code),
        Addressed = [.. from document in site.Documents
                        let provisions = document.Provisions.Where(p => p.Addressee == body.Id).ToList()
                        where provisions.Count > 0
                        select new AddressedEntry(PassageLinks.To(site, new(document.Symbol, null, default), code),
                            [.. provisions.Select(p => new Link(CitationForm.OfProvision(p.Id, code), site.UrlOf(code, document, p.Id)))])],
        Threads = [.. site.Beside.FollowUp.Threads.Where(t => t.Responsible?.Body == body.Id).Select(t => TrackerRow.Of(site, t, code))],
    };

    private static ImmutableArray<IssuedEntry> IssuedBy(Site site, string body, string language) =>
    [
        .. site.Documents.Where(d => d.Issuer == body).Select(d => d.Symbol)
            .Concat(site.Beside.Cited.Where(c => c.Issuer == body && site.CitingPassages(new(c.Symbol, null)).Count > 0).Select(c => c.Symbol))
            .Distinct().Order()
            .Select(symbol => new IssuedEntry(DocumentSummary.OfAny(site, symbol, language), site.Held(symbol) is not null)),
    ];
}

/// <param name="Held">False for a document that is only cited.</param>
public sealed record IssuedEntry(DocumentSummary Document, bool Held);

/// <param name="Provisions">Named within the document: "第17段".</param>
public sealed record AddressedEntry(Link Document, ImmutableArray<Link> Provisions);
