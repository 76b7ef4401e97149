using System.Collections.Immutable;

using StaticSite.Graph;
using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>A held document, complete: /zh/A/67/776/.</summary>
public sealed record DocumentPage
{
    public required DocumentSummary Document { get; init; }

    /// <summary>The title page as printed, block by block, but the title.</summary>
    public required ImmutableArray<TaggedHtml> Head { get; init; }

    /// <summary>True when no text in the language of the page is held.</summary>
    public required bool Untranslated { get; init; }

    /// <summary>"official", "unofficial", "draft": state of the shown text; null when no text is held.</summary>
    public required string? Status { get; init; }

    /// <summary>Name of the language of the shown text in its own words; null when it is the language of the page.</summary>
    public required TaggedText? ShownLanguage { get; init; }

    /// <summary>The table of contents; empty for a document without sections.</summary>
    public required ImmutableArray<SectionModel> Contents { get; init; }

    /// <summary>Headings and provisions in printed order.</summary>
    public required ImmutableArray<BodyModel> Body { get; init; }

    public required ImmutableArray<TaggedHtml> Closing { get; init; }
    public required ImmutableArray<FootnoteModel> Footnotes { get; init; }

    /// <summary>What cites the document as a whole or a place in it, outside of itself.</summary>
    public required ImmutableArray<Link> CitedBy { get; init; }

    /// <summary>Link path of the JSON of this page.</summary>
    public required string Json { get; init; }

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site) =>
            from document in site.Records.Documents
            from language in site.Languages
            select Of(site, document, language);
    }

    private static Page Of(Site site, Document document, SiteLanguage language)
    {
        var code = language.Code;
        var summary = DocumentSummary.Of(site, document, code);
        var head = Heads.Of(site, language, document.Symbol.UrlPath, summary.Symbol, Heads.LanguagesOf(site, document), "documents") with
        {
            Description = summary.Title is { Tag: null } title ? title.Text : null,
            Trail = Trails.Of(site, code, InterfaceStrings.Documents),
            Json = site.Urls.Document(code, document.Symbol) + "index.json",
        };
        return new(site.Urls.File(head.Url), "document", head, () => ModelOf(site, document, language, summary, head));
    }

    private static DocumentPage ModelOf(Site site, Document document, SiteLanguage language, DocumentSummary summary, PageHead head)
    {
        var code = language.Code;
        var reading = site.Shown(document, code);
        var tag = reading is null ? null : site.ForeignTag(code, reading.Text.Tag);
        return new()
        {
            Document = summary,
            Head = Blocks(document.Head.Where(b => b.Id != "title")),
            Untranslated = document.TextIn(code) is null,
            Status = reading is null ? null : StatusOf(reading.Text.Status),
            ShownLanguage = tag is null ? null : new(site.Languages.First(l => l.Tag == tag).Name, tag),
            Contents = [.. document.Sections.Select(s => SectionModel.Of(site, reading, document, s, code, links: false))],
            Body = [.. PrintedOrder.Of(document).Select(e => BodyOf(e))],
            Closing = Blocks(document.Closing),
            Footnotes = [.. document.Footnotes.Select(f => FootnoteModel.Of(site, reading, document, f, code))],
            CitedBy = [.. site.Graph.BacklinksTo(new(document.Symbol, null)).Select(e => e.From).Where(f => f.Symbol != document.Symbol)
                .Distinct().Select(f => ProvisionModel.LinkTo(site, f, code))],
            Json = head.Json!,
        };

        ImmutableArray<TaggedHtml> Blocks(IEnumerable<Block> blocks) => reading is null ? [] :
            [.. blocks.Select(b => new TaggedHtml(PassageHtml.Inline(site, reading, b.Id, code), tag)).Where(b => b.Html.Value.Length > 0)];

        BodyModel BodyOf(BodyElement element) => element.Section is { } section
            ? new(SectionModel.Of(site, reading, document, section, code, links: true), null)
            : new(null, ProvisionModel.Of(site, reading, document, element.Provision!, code, anchors: true));
    }

    internal static string StatusOf(TextStatus status) => status switch
    {
        TextStatus.Official => "official",
        TextStatus.UnofficialTranslation => "unofficial",
        _ => "draft",
    };
}

/// <summary>A heading or a provision; exactly one of the two is set.</summary>
public sealed record BodyModel(SectionModel? Section, ProvisionModel? Provision);

/// <param name="Label">"三", "III"; "C"; null for an unlettered heading.</param>
/// <param name="Depth">0 for a section at the top.</param>
public sealed record SectionModel(string Id, string Anchor, string? Label, TaggedHtml? Heading, int Depth)
{
    /// <param name="links">Whether citations in the heading are links; false where the heading is part of a link itself.</param>
    public static SectionModel Of(Site site, LinkedText? reading, Document document, Section section, string language, bool links)
    {
        var id = LinkedText.HeadingId(section.Id);
        var heading = reading?.TextOf(id) is null ? null
            : new TaggedHtml(links ? PassageHtml.Inline(site, reading, id, language) : PassageHtml.Words(reading, id), site.ForeignTag(language, reading.Text.Tag));
        var label = section.Printed is null ? null
            : language == document.Source.Language ? section.Printed.TrimEnd('.', '．', '、', ' ')
            : section.Id[(section.Id.LastIndexOf('.') + 1)..];
        return new(section.Id, Anchors.OfSection(section.Id), label, heading, DepthOf(document, section));
    }

    private static int DepthOf(Document document, Section section)
    {
        var depth = 0;
        for (var parent = section.Parent; parent is not null && depth < 8; depth++)
            parent = document.Sections.FirstOrDefault(s => s.Id == parent)?.Parent;
        return depth;
    }
}

/// <param name="Calls">Links back to where it is called.</param>
public sealed record FootnoteModel(string Anchor, string Marker, TaggedHtml? Text, ImmutableArray<Link> Calls)
{
    public static FootnoteModel Of(Site site, LinkedText? reading, Document document, Footnote footnote, string language)
    {
        if (reading is null) return new(footnote.Id, footnote.Marker, null, []);
        var key = footnote.Id["fn".Length..];
        var calls =
            from passage in reading.Passages
            from mark in passage.Text.Marks
            where mark.Kind == Markdown.MarkKind.FootnoteCall && mark.Value == key && document.Provisions.Any(p => p.Id == passage.Id)
            select new Link(CitationForm.OfProvision(passage.Id, language), "#" + PassageHtml.CallId(passage.Id, key, mark.Start, passage.Text));
        var text = reading.TextOf(footnote.Id) is null ? null
            : new TaggedHtml(PassageHtml.Inline(site, reading, footnote.Id, language), site.ForeignTag(language, reading.Text.Tag));
        return new(footnote.Id, footnote.Marker, text, [.. calls]);
    }
}
