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
        var held = own?.Provisions.Count ?? 0;
        var main = Shown(site, document, code);
        var terms = new TermMarks(site, code);
        var html = new PassageHtml(site, code);
        var calls = FootnoteModel.CallsIn(site, document, code);
        return new()
        {
            Document = DocumentSummary.Of(site, document, code),
            Head = Blocks(document.Head.Where(b => b.Id != "title")),
            Untranslated = held == 0,
            HeldProvisions = held,
            Provisions = document.Provisions.Length,
            Status = main is null ? null : StatusOf(main.Status),
            ShownLanguage = main is null ? null : LanguageName(site, main, code) is { Tag: not null } foreign ? foreign : null,
            Contents = [.. document.Sections.Select(s => SectionModel.Of(site, document, s, code))],
            Body = [.. PrintedOrder.Of(document).Select(e => BodyOf(e))],
            Closing = Blocks(document.Closing),
            Footnotes = [.. document.Footnotes.Select(f => FootnoteModel.Of(site, document, f, code, html, calls))],
            CitedBy = ProvisionModel.LinksTo(site, OthersThatCite(site, document), code),
            Formats = head.Formats,
            Bilingual = BilingualPage.UrlOf(site, document, code),
            CitationMap = CitationsPage.UrlOf(site, document, code),

            StructuredData = JsonLd.OfDocument(site, document, main, code, head),
        };

        ImmutableArray<TaggedHtml> Blocks(IEnumerable<Block> blocks) =>
            [.. from block in blocks
                let text = site.Shown(document, code, block.Id)
                where text is not null
                select new TaggedHtml(html.Inline(text, block.Id), site.ForeignTag(code, text.Text.Tag))];

        BodyModel BodyOf(BodyElement element)
        {
            if (element.Section is { } section) return new(SectionModel.Of(site, document, section, code, html), null);
            var provision = element.Provision!;
            var reading = site.Shown(document, code, provision.Id);
            return new(null, ProvisionModel.Of(site, document, provision, reading, code, html, anchors: true, terms.In(provision, reading)));
        }
    }

    /// <summary>The passages of other documents that cite a document or a place in it.</summary>
    internal static List<Place> OthersThatCite(Site site, Document document)
    {
        var passages = site.CitingPassages(new(document.Symbol, null));
        passages.RemoveAll(p => p.Symbol == document.Symbol);
        return passages;
    }

    // The text in the language of the page where it holds a paragraph, else that in the language of the source.
    private static DocumentText? Shown(Site site, Document document, string language)
    {
        var own = document.TextIn(language);
        return own is { Provisions.IsEmpty: false } ? own : document.TextIn(document.Source.Language) ?? own;
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

    /// <param name="html">Writes the heading with its citations as links; null where the heading is part of a link itself.</param>
    public static SectionModel Of(Site site, Document document, Section section, string language, PassageHtml? html = null)
    {
        var id = LinkedText.HeadingId(section.Id);
        var reading = site.Shown(document, language, id);
        var heading = reading is null ? null
            : new TaggedHtml(html?.Inline(reading, id) ?? PassageHtml.Words(reading, id), site.ForeignTag(language, reading.Text.Tag));
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
    /// <param name="html">Writes the texts of the page.</param>
    /// <param name="calls">As <see cref="CallsIn"/> finds them.</param>
    public static FootnoteModel Of(
        Site site, Document document, Footnote footnote, string language, PassageHtml html, Dictionary<string, List<Link>> calls)
    {
        var reading = site.Shown(document, language, footnote.Id);
        var text = reading is null ? null
            : new TaggedHtml(html.Inline(reading, footnote.Id), site.ForeignTag(language, reading.Text.Tag));
        return new(footnote.Id, footnote.Marker, text, [.. calls.GetValueOrDefault(footnote.Id, [])]);
    }

    /// <summary>Links to where the footnotes of a document are called, by the id of the footnote.</summary>
    public static Dictionary<string, List<Link>> CallsIn(Site site, Document document, string language)
    {
        var calls = new Dictionary<string, List<Link>>(StringComparer.Ordinal);
        if (document.Footnotes.IsEmpty) return calls;
        foreach (var provision in document.Provisions)
        {
            if (site.Shown(document, language, provision.Id)?.TextOf(provision.Id) is not { } shown) continue;
            foreach (var mark in shown.Marks)
            {
                if (mark.Kind != Markdown.MarkKind.FootnoteCall) continue;
                var footnote = "fn" + mark.Value;
                if (!calls.TryGetValue(footnote, out var own)) calls.Add(footnote, own = []);
                own.Add(new(CitationForm.OfProvision(provision.Id, language), "#" + PassageHtml.CallId(provision.Id, mark.Value, mark.Start, shown)));
            }
        }
        return calls;
    }
}
