using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>A provision as the document page and its own page show it.</summary>
public sealed record ProvisionModel
{
    public required string Id { get; init; }

    /// <summary>Id of its element in the document page: "p17".</summary>
    public required string Anchor { get; init; }

    /// <summary>"paragraph", "operative", "preambular", "unnumbered".</summary>
    public required string Kind { get; init; }

    /// <summary>Number in the margin: "17", "PP3"; null for unnumbered paragraphs.</summary>
    public string? Number { get; init; }

    /// <summary>Page of the provision; its place on the page of the document where the site has no such pages.</summary>
    public required string Url { get; init; }

    /// <summary>True when the provision has a page of its own.</summary>
    public required bool HasPage { get; init; }

    /// <summary>Null when no text is held at all.</summary>
    public required TaggedHtml? Text { get; init; }

    /// <summary>True when the shown text is not in the language of the page: the page must say so.</summary>
    public required bool Untranslated { get; init; }

    /// <summary>Null while the shown text is no translation or follows its source: see <see cref="StaleOf"/>.</summary>
    public required string? Stale { get; init; }

    /// <summary>What the editors have said of it.</summary>
    public required ProvisionLabels Labels { get; init; }

    /// <summary>What it cites, once each, in order of the text.</summary>
    public required ImmutableArray<Link> Cites { get; init; }

    /// <summary>What cites it, once each, in order of documents and text.</summary>
    public required ImmutableArray<Link> CitedBy { get; init; }

    /// <summary>Misprints of the shown text.</summary>
    public required ImmutableArray<ErratumModel> Errata { get; init; }

    /// <summary>Official citation form in the page's language: "A/67/776，第17段".</summary>
    public required string Citation { get; init; }

    /// <param name="reading">The text that shows the provision, as <see cref="Site.Shown"/> finds it.</param>
    /// <param name="html">Writes the texts of the page.</param>
    /// <param name="terms">The terms of art to mark in the shown text.</param>
    public static ProvisionModel Of(
        Site site, Document document, Provision provision, LinkedText? reading, string language, PassageHtml html, bool anchors, ImmutableArray<LinkRun> terms = default)
    {
        var tag = reading is null ? null : site.ForeignTag(language, reading.Text.Tag);
        return new()
        {
            Id = provision.Id,
            Anchor = Anchors.Of(document, provision.Id),
            Kind = KindOf(document, provision),
            Number = NumberOf(provision),
            Url = site.UrlOfProvision(language, document, provision.Id),
            HasPage = site.Has(SitePart.ProvisionPages),
            Text = reading is null ? null : new(html.Paragraphs(reading, provision.Id, anchors, terms: terms), tag),
            Untranslated = reading?.Text.Language != language,
            Stale = reading is null ? null : StaleOf(reading.Text, provision.Id),
            Labels = ProvisionLabels.Of(site, document, provision, language),
            Cites = reading is null ? [] : CitesOf(site, reading, provision.Id, language),
            CitedBy = CitedByOf(site, new(document.Symbol, provision.Id), language),
            Errata = reading is null ? [] : ErratumModel.Of(site, reading, provision.Id, language),
            Citation = CitationForm.Of(document.Symbol, provision.Id, language),
        };
    }

    /// <summary>"paragraph", "operative", "preambular" or "unnumbered".</summary>
    public static string KindOf(Document document, Provision provision)
    {
        var own = provision.Id[(provision.Id.LastIndexOf('/') + 1)..];
        return own switch
        {
            ['P', 'P', ..] => "preambular",
            ['x', ..] => "unnumbered",
            _ => document.Kind is DocumentKind.Resolution or DocumentKind.Decision ? "operative" : "paragraph",
        };
    }

    /// <summary>"changed" when the source text has changed since a passage was translated, "unread" when nobody has compared the two yet;
    /// null when the translation follows its source.</summary>
    public static string? StaleOf(DocumentText text, string passage) =>
        !text.Stale.Contains(passage) ? null : text.Basis?.ContainsKey(passage) == true ? "changed" : "unread";

    /// <summary>Links to a place from everything that cites it, one for each citing passage.</summary>
    public static ImmutableArray<Link> CitedByOf(Site site, Place place, string language) =>
        LinksTo(site, site.CitingPassages(place), language);

    /// <summary>Links to citing passages.</summary>
    internal static ImmutableArray<Link> LinksTo(Site site, List<Place> passages, string language)
    {
        var links = ImmutableArray.CreateBuilder<Link>(passages.Count);
        foreach (var passage in passages) links.Add(LinkTo(site, passage, language));
        return links.MoveToImmutable();
    }

    /// <summary>A link to a citing passage, named by its citation form; title page, headings and closing have none, and their document stands for them.</summary>
    public static Link LinkTo(Site site, Place place, string language)
    {
        var (document, id) = (site.Held(place.Symbol)!, place.Id!);
        return id == DocumentText.TitleId || DocumentText.IsHeadingId(id) || document.HasBlock(id)
            ? new(CitationForm.OfDocument(place.Symbol, language), site.Urls.Document(language, place.Symbol))
            : new(CitationForm.Of(place.Symbol, id, language), site.UrlOf(language, document, id));
    }

    /// <summary>"17", "PP3"; null for an unnumbered paragraph.</summary>
    public static string? NumberOf(Provision provision)
    {
        var own = provision.Id[(provision.Id.LastIndexOf('/') + 1)..];
        return own.StartsWith('x') ? null : own;
    }

    private static bool IsRange(Pinpoint first, Pinpoint next) =>
        first.Span == next.Span && first is { Paragraph: not null, Subparagraph: null } && next is { Paragraph: not null, Subparagraph: null };

    private static ImmutableArray<Link> CitesOf(Site site, LinkedText reading, string passage, string language)
    {
        var links = new List<Link>();
        foreach (var found in reading.CitationsIn(passage))
        {
            if (found.Citation.Target is not { } target) continue;
            var document = found.Citation.Kind == CitationKind.Internal ? "" : CitationForm.OfDocument(target, language);
            var separator = document.Length == 0 ? "" : language == "zh" ? "，" : ", ";
            if (found.Citation.Pinpoints.IsEmpty) Add(new(CitationForm.OfDocument(target, language), site.UrlOf(language, target, null)));
            for (var i = 0; i < found.Citation.Pinpoints.Length; i++)
            {
                var pinpoint = found.Citation.Pinpoints[i];
                // The paragraphs of a range share its words: one link, to the first of them.
                var last = i;
                while (last + 1 < found.Citation.Pinpoints.Length && IsRange(pinpoint, found.Citation.Pinpoints[last + 1])) last++;
                Add(new(document + separator + CitationForm.OfRange(pinpoint, found.Citation.Pinpoints[last], language),
                    site.UrlOf(language, target, found.Anchors[i], pinpoint)));
                i = last;
            }
        }
        return [.. links];

        // They are few.
        void Add(Link link)
        {
            if (!links.Contains(link)) links.Add(link);
        }
    }
}

/// <param name="Meant">Null when it is unclear what was meant.</param>
/// <param name="Note">Null when there is none in the language of the page.</param>
public sealed record ErratumModel(string Printed, string? Meant, string? Note, string? Tag)
{
    public static ImmutableArray<ErratumModel> Of(Site site, LinkedText reading, string passage, string language) =>
        reading.Text.Errata.IsEmpty ? [] : AllOf(site, reading, passage, language);

    private static ImmutableArray<ErratumModel> AllOf(Site site, LinkedText reading, string passage, string language) =>
        [.. reading.Text.Errata.Where(e => e.Provision == passage)
            .Select(e => new ErratumModel(e.Printed, e.Meant, e.Note?.In(language), site.ForeignTag(language, reading.Text.Tag)))];
}
