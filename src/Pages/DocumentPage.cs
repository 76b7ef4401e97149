using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Records;
using StaticSite.Templating;

namespace StaticSite.Pages;

/// <summary>A held document, complete: /zh/A/67/776/.</summary>
public sealed record DocumentPage
{
    public required DocumentSummary Document { get; init; }

    /// <summary>The title page as printed, block by block, but the title.</summary>
    public required ImmutableArray<TaggedHtml> Head { get; init; }

    /// <summary>True when no paragraph is held in the language of the page.</summary>
    public required bool Untranslated { get; init; }

    /// <summary>How many paragraphs are held in the language of the page, of how many.</summary>
    public required int HeldProvisions { get; init; }
    public required int Provisions { get; init; }

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

    /// <summary>This page for programs.</summary>
    public required IReadOnlyList<Format> Formats { get; init; }

    /// <summary>The page with two languages side by side; null when there is none.</summary>
    public required string? Bilingual { get; init; }

    /// <summary>The page that shows what it cites; null when it cites no other document.</summary>
    public required string? CitationMap { get; init; }

    /// <summary>The document for search engines.</summary>
    public required HtmlString StructuredData { get; init; }

    internal sealed class Family : IDocumentPageFamily
    {
        public IEnumerable<Page> Plan(Site site, Document document) => site.Languages.Select(language => Of(site, document, language));
    }

    private static Page Of(Site site, Document document, SiteLanguage language)
    {
        var code = language.Code;
        var head = Heads.Of(site, language, document.Symbol.UrlPath, document.Symbol.Value, Heads.LanguagesOf(site, document), "documents") with
        {
            Description = site.Title(document.Symbol, code) is { Tag: null } title ? title.Text : null,
            Trail = Trails.Of(site, code, InterfaceStrings.Documents),
            Formats = DocumentFormats.Of(site, document, code),
            Reading = true,
            Running = new(document.Symbol.Value, Shown(site, document, code) is { } shown ? [LanguageName(site, shown, code)] : []),
        };
        return new(site.Urls.File(head.Url), "document", head, s => ModelOf(s, document, language, head)) { Document = document };
    }

    private static DocumentPage ModelOf(Site site, Document document, SiteLanguage language, PageHead head)
    {
        var code = language.Code;
        var own = document.TextIn(code);
        var held = own is null ? 0 : document.Provisions.Count(p => own.Provisions.ContainsKey(p.Id));
        var main = Shown(site, document, code);
        var terms = new TermMarks(site, document, code);
        return new()
        {
            Document = DocumentSummary.Of(site, document, code),
            Head = Blocks(document.Head.Where(b => b.Id != "title")),
            Untranslated = held == 0,
            HeldProvisions = held,
            Provisions = document.Provisions.Length,
            Status = main is null ? null : StatusOf(main.Status),
            ShownLanguage = main is null ? null : LanguageName(site, main, code) is { Tag: not null } foreign ? foreign : null,
            Contents = [.. document.Sections.Select(s => SectionModel.Of(site, document, s, code, links: false))],
            Body = [.. PrintedOrder.Of(document).Select(e => BodyOf(e))],
            Closing = Blocks(document.Closing),
            Footnotes = [.. document.Footnotes.Select(f => FootnoteModel.Of(site, document, f, code))],
            CitedBy = [.. site.CitingPassages(new(document.Symbol, null)).Where(f => f.Symbol != document.Symbol)
                .Select(f => ProvisionModel.LinkTo(site, f, code))],
            Formats = head.Formats,
            Bilingual = BilingualPage.UrlOf(site, document, code),
            CitationMap = CitationsPage.UrlOf(site, document, code),

            StructuredData = JsonLd.OfDocument(site, document, main, code, head),
        };

        ImmutableArray<TaggedHtml> Blocks(IEnumerable<Block> blocks) =>
            [.. from block in blocks
                let text = site.Shown(document, code, block.Id)
                where text is not null
                select new TaggedHtml(PassageHtml.Inline(site, text, block.Id, code), site.ForeignTag(code, text.Text.Tag))];

        BodyModel BodyOf(BodyElement element) => element.Section is { } section
            ? new(SectionModel.Of(site, document, section, code, links: true), null)
            : new(null, ProvisionModel.Of(site, document, element.Provision!, code, anchors: true, terms.In(element.Provision!)));
    }

    // The text in the language of the page where it holds a paragraph, else that in the language of the source.
    private static DocumentText? Shown(Site site, Document document, string language)
    {
        var own = document.TextIn(language);
        return own is not null && document.Provisions.Any(p => own.Provisions.ContainsKey(p.Id)) ? own : document.TextIn(document.Source.Language) ?? own;
    }

    private static TaggedText LanguageName(Site site, DocumentText text, string language) =>
        new(site.Languages.FirstOrDefault(l => l.Tag == text.Tag)?.Name ?? text.Tag, site.ForeignTag(language, text.Tag));

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
    /// <summary>True for a label in words, "Annex", "附件一": too long for the margin.</summary>
    public bool IsWord => Id.StartsWith("annex", StringComparison.Ordinal) && !Id.Contains('.', StringComparison.Ordinal);

    /// <param name="links">Whether citations in the heading are links; false where the heading is part of a link itself.</param>
    public static SectionModel Of(Site site, Document document, Section section, string language, bool links)
    {
        var id = LinkedText.HeadingId(section.Id);
        var reading = site.Shown(document, language, id);
        var heading = reading is null ? null
            : new TaggedHtml(links ? PassageHtml.Inline(site, reading, id, language) : PassageHtml.Words(reading, id), site.ForeignTag(language, reading.Text.Tag));
        return new(section.Id, Anchors.OfSection(section.Id), LabelOf(document, section, language), heading, DepthOf(document, section));
    }

    /// <summary>As printed in the language of the source, as in the id of the section in every other; null for an unlettered heading.</summary>
    public static string? LabelOf(Document document, Section section, string language) =>
        section.Printed is null ? null
        : language == document.Source.Language ? section.Printed.TrimEnd('.', '．', '、', ' ')
        : section.Id[(section.Id.LastIndexOf('.') + 1)..];

    /// <summary>0 for a section at the top.</summary>
    public static int DepthOf(Document document, Section section)
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
    public static FootnoteModel Of(Site site, Document document, Footnote footnote, string language)
    {
        var reading = site.Shown(document, language, footnote.Id);
        var key = footnote.Id["fn".Length..];
        var calls =
            from provision in document.Provisions
            let shown = site.Shown(document, language, provision.Id)?.TextOf(provision.Id)
            where shown is not null
            from mark in shown.Marks
            where mark.Kind == Markdown.MarkKind.FootnoteCall && mark.Value == key
            select new Link(CitationForm.OfProvision(provision.Id, language), "#" + PassageHtml.CallId(provision.Id, key, mark.Start, shown));
        var text = reading is null ? null
            : new TaggedHtml(PassageHtml.Inline(site, reading, footnote.Id, language), site.ForeignTag(language, reading.Text.Tag));
        return new(footnote.Id, footnote.Marker, text, [.. calls]);
    }
}
