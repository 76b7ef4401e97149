using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Records;
using StaticSite.Templating;

namespace StaticSite.Pages;

/// <summary>A held document in two languages side by side, aligned paragraph by paragraph: /zh/A/67/776/bilingual/.</summary>
public sealed record BilingualPage
{
    public required DocumentSummary Document { get; init; }

    /// <summary>Two: the language of the page, then the other.</summary>
    public required ImmutableArray<ColumnModel> Columns { get; init; }

    /// <summary>The title page as printed, but the title.</summary>
    public required ImmutableArray<BilingualRow> Head { get; init; }

    /// <summary>Headings and provisions in printed order.</summary>
    public required ImmutableArray<BilingualRow> Body { get; init; }

    public required ImmutableArray<BilingualRow> Closing { get; init; }
    public required ImmutableArray<BilingualRow> Footnotes { get; init; }

    internal sealed class Family : IDocumentPageFamily
    {
        public IEnumerable<Page> Plan(Site site, Document document) =>
            HoldersOf(site, document) is { Length: > 1 } holders ? holders.Select(language => Of(site, document, language, holders)) : [];
    }

    /// <summary>Link path of the page of a document in a language; null when there is none.</summary>
    public static string? UrlOf(Site site, Document document, string language)
    {
        var holders = HoldersOf(site, document);
        return holders.Length > 1 && holders.Any(l => l.Code == language) ? site.Urls.Document(language, document.Symbol) + "bilingual/" : null;
    }

    // The languages that hold the text or a part of it; none where the site has no such pages. A code that two languages of site.yaml share is a finding there.
    internal static ImmutableArray<SiteLanguage> HoldersOf(Site site, Document document) => !site.Has(SitePart.BilingualPages) ? [] :
        [.. site.Languages.DistinctBy(l => l.Code).Where(l => document.TextIn(l.Code)?.Provisions.IsEmpty == false)];

    private static Page Of(Site site, Document document, SiteLanguage language, ImmutableArray<SiteLanguage> holders)
    {
        var code = language.Code;
        var title = site.Say(code, InterfaceStrings.BilingualTitle).Replace("{symbol}", document.Symbol.Value, StringComparison.Ordinal);
        var head = Heads.Of(site, language, $"{document.Symbol.UrlPath}/bilingual", title, holders, "documents");
        head = head with
        {
            Switch = [.. head.Switch.Where(other => holders.Any(l => l.Tag == other.Tag))],
            Description = site.Title(document.Symbol, code) is { Tag: null } name ? name.Text : null,
            Trail = Trails.Of(site, code, InterfaceStrings.Documents, new Link(document.Symbol.Value, site.Urls.Document(code, document.Symbol))),
            Reading = true,
            Formats = DocumentFormats.OfBilingual(site, document, language, holders),
            Running = new(document.Symbol.Value, [.. PairOf(document, language, holders).Select(l => new TaggedText(l.Name, site.ForeignTag(code, l.Tag)))]),
        };
        return new(site.Urls.File(head.Url), "bilingual", head, s => ModelOf(s, document, language, holders)) { Document = document };
    }

    /// <summary>The language of the page, then the source language or, beside that, the first other one.</summary>
    public static ImmutableArray<SiteLanguage> PairOf(Document document, SiteLanguage language, ImmutableArray<SiteLanguage> holders) =>
        [language, holders.FirstOrDefault(l => l.Code == document.Source.Language && l.Code != language.Code) ?? holders.First(l => l.Code != language.Code)];

    private static BilingualPage ModelOf(Site site, Document document, SiteLanguage language, ImmutableArray<SiteLanguage> holders)
    {
        var code = language.Code;
        var pair = PairOf(document, language, holders);
        var rows = new Rows(site, document, code, [.. pair.Select(l => site.TextIn(document.Symbol, l.Code, DocumentText.TitleId))]);
        return new()
        {
            Document = DocumentSummary.Of(site, document, code),
            Columns = [.. pair.Select(l => ColumnModel.Of(site, document, l))],
            Head = [.. document.Head.Where(b => b.Id != "title").Select(b => rows.OfBlock(b)).OfType<BilingualRow>()],
            Body = [.. PrintedOrder.Of(document).Select(e => e.Section is { } section ? rows.OfSection(section) : rows.OfProvision(e.Provision!))],
            Closing = [.. document.Closing.Select(b => rows.OfBlock(b)).OfType<BilingualRow>()],
            Footnotes = [.. document.Footnotes.Select(f => rows.OfFootnote(f))],
        };
    }

    /// <summary>Makes the rows of one page.</summary>
    /// <param name="texts">The two texts, in the order of the columns.</param>
    private sealed class Rows(Site site, Document document, string language, ImmutableArray<LinkedText?> texts)
    {
        private readonly PassageHtml html = new(site, language);
        private readonly Dictionary<string, List<Link>> calls = FootnoteModel.CallsIn(site, document, language);

        /// <summary>Null when neither language has the block.</summary>
        public BilingualRow? OfBlock(Block block) =>
            texts.All(t => t?.TextOf(block.Id) is null) ? null : new() { Kind = "block", Cells = Cells(block.Id, InlineOf) };

        public BilingualRow OfSection(Section section) => new()
        {
            Kind = "heading",
            Anchor = Anchors.OfSection(section.Id),
            Depth = SectionModel.DepthOf(document, section),
            Cells = [.. Cells(LinkedText.HeadingId(section.Id), InlineOf)
                .Select((cell, i) => cell with { Label = texts[i] is { } text ? SectionModel.LabelOf(document, section, text.Text.Language) : null })],
        };

        public BilingualRow OfProvision(Provision provision)
        {
            // The first text has the ids of sub-items and footnote calls, the second where that has none.
            var first = texts.FirstOrDefault(t => t?.TextOf(provision.Id) is not null);
            return new()
            {
                Kind = ProvisionModel.KindOf(document, provision),
                Anchor = Anchors.Of(document, provision.Id),
                Number = ProvisionModel.NumberOf(provision),
                Url = site.UrlOfProvision(language, document, provision.Id),
                HasPage = site.Has(SitePart.ProvisionPages),
                Citation = CitationForm.Of(document.Symbol, provision.Id, language),
                Cells = Cells(provision.Id, text => html.Paragraphs(text, provision.Id, anchors: text == first, inPlace: true)),
            };
        }

        public BilingualRow OfFootnote(Footnote footnote) => new()
        {
            Kind = "footnote",
            Anchor = footnote.Id,
            Number = footnote.Marker,
            Calls = [.. calls.GetValueOrDefault(footnote.Id, [])],
            Cells = Cells(footnote.Id, InlineOf),
        };

        private ImmutableArray<BilingualCell> Cells(string passage, Func<LinkedText, HtmlString> write)
        {
            return [.. texts.Select(text => text?.TextOf(passage) is null ? new BilingualCell(null, null) : new(write(text), text.Text.Tag))];
        }

        private ImmutableArray<BilingualCell> Cells(string passage, Func<LinkedText, string, HtmlString> write) => Cells(passage, text => write(text, passage));

        private HtmlString InlineOf(LinkedText text, string passage) => html.Inline(text, passage, inPlace: true);
    }
}

/// <summary>What stands above a column.</summary>
/// <param name="Name">Name of the language in its own words.</param>
/// <param name="Status">"official", "unofficial", "draft".</param>
/// <param name="OfficialUrl">The official document in that language; null when site.yaml names no place.</param>
/// <param name="Title">Of the document, in that language; null when it has none there.</param>
public sealed record ColumnModel(string Name, string Tag, string Status, string? OfficialUrl, string? Title)
{
    internal static ColumnModel Of(Site site, Document document, SiteLanguage language) => new(language.Name, language.Tag,
        DocumentPage.StatusOf(document.TextIn(language.Code)!.Status), site.Official(document.Symbol, language.Code),
        site.Title(document.Symbol, language.Code) is { Tag: null } title ? title.Text : null);
}

/// <summary>One passage in two languages.</summary>
public sealed record BilingualRow
{
    /// <summary>"block", "heading", "footnote", or the kind of a provision as in <see cref="ProvisionModel.Kind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of the row, the same as on the page of the document; null for a block.</summary>
    public string? Anchor { get; init; }

    /// <summary>Number of a provision, marker of a footnote; null for an unnumbered paragraph, a heading or a block.</summary>
    public string? Number { get; init; }

    /// <summary>Depth of a heading, 0 at the top.</summary>
    public int Depth { get; init; }

    /// <summary>Page of a provision, or its place on the page of the document; null for all else.</summary>
    public string? Url { get; init; }

    /// <summary>True when the provision has a page of its own.</summary>
    public bool HasPage { get; init; }

    /// <summary>Official citation form of a provision in the page's language; null for all else.</summary>
    public string? Citation { get; init; }

    /// <summary>Links back from a footnote to where it is called.</summary>
    public ImmutableArray<Link> Calls { get; init; } = [];

    /// <summary>Two, in the order of the columns.</summary>
    public required ImmutableArray<BilingualCell> Cells { get; init; }
}

/// <param name="Html">Null when the language does not hold the passage.</param>
/// <param name="Tag">Language of the text, also where it is the language of the page; null without a text.</param>
/// <param name="Label">Of a heading: "三", "III"; null for an unlettered heading and all else.</param>
public sealed record BilingualCell(HtmlString? Html, string? Tag, string? Label = null);
