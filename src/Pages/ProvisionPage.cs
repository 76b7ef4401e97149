using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Markdown;
using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>One provision: text, both languages, citations, cited by, how to cite: /zh/A/67/776/17/.</summary>
public sealed record ProvisionPage
{
    public required DocumentSummary Document { get; init; }
    public required ProvisionModel Provision { get; init; }

    /// <summary>The section it stands in, outermost first.</summary>
    public required ImmutableArray<SectionModel> Sections { get; init; }

    /// <summary>The text in every language of the site, the language of the page first.</summary>
    public required ImmutableArray<LanguageText> Texts { get; init; }

    /// <summary>How to cite it, in every language, the language of the page first, with the absolute link.</summary>
    public required ImmutableArray<CitationModel> Citations { get; init; }

    /// <summary>The footnotes that it calls.</summary>
    public required ImmutableArray<FootnoteModel> Footnotes { get; init; }

    /// <summary>Where it stands in the whole document.</summary>
    public required string InDocument { get; init; }

    /// <summary>Where it stands with two languages side by side; null when there is no such page.</summary>
    public required string? Bilingual { get; init; }

    /// <summary>Null for the first.</summary>
    public Link? Previous { get; init; }

    /// <summary>Null for the last.</summary>
    public Link? Next { get; init; }

    internal sealed class Family : IDocumentPageFamily
    {
        public IEnumerable<Page> Plan(Site site, Document document)
        {
            if (!site.Has(SitePart.ProvisionPages)) yield break;
            foreach (var language in site.Languages)
                for (var i = 0; i < document.Provisions.Length; i++)
                    yield return Of(site, document, i, language);
        }
    }

    private static Page Of(Site site, Document document, int index, SiteLanguage language)
    {
        var code = language.Code;
        var provision = document.Provisions[index];
        var title = CitationForm.Of(document.Symbol, provision.Id, code);
        var held = site.Languages.Where(l => document.TextIn(l.Code)?.Provisions.ContainsKey(provision.Id) == true).ToImmutableArray();
        var head = Heads.Of(site, language, $"{document.Symbol.UrlPath}/{provision.Id}", title, held, "documents") with
        {
            Trail = Trails.Of(site, code, InterfaceStrings.Documents, new Link(document.Symbol.Value, site.Urls.Document(code, document.Symbol))),
            Description = site.Title(document.Symbol, code) is { Tag: null } name ? name.Text : null,
            Reading = true,
        };
        return new(site.Urls.File(head.Url), "provision", head, s => ModelOf(s, document, index, language)) { Document = document };
    }

    private static ProvisionPage ModelOf(Site site, Document document, int index, SiteLanguage language)
    {
        var code = language.Code;
        var provision = document.Provisions[index];
        var shown = site.Shown(document, code, provision.Id);
        var html = new PassageHtml(site, code);
        return new()
        {
            Document = DocumentSummary.Of(site, document, code),
            Provision = ProvisionModel.Of(site, document, provision, shown, code, html, anchors: false),
            Sections = SectionsOf(site, document, provision, code),
            Texts = [.. site.Languages.OrderBy(l => l.Code == code ? 0 : 1)
                .Select(l => LanguageText.Of(site, document, provision.Id, code, l, html, anchors: l.Code == shown?.Text.Language))],
            Citations = [.. site.Languages.OrderBy(l => l.Code == code ? 0 : 1).Select(l => new CitationModel(l.Tag == language.Tag ? null : l.Tag, l.Name,
                CitationForm.Of(document.Symbol, provision.Id, l.Code),
                site.Urls.Absolute(site.UrlOf(l.Code, document, provision.Id))))],
            Footnotes = FootnotesOf(site, document, shown?.TextOf(provision.Id), code, html),
            InDocument = site.UrlOf(code, document, provision.Id),
            Bilingual = BilingualPage.UrlOf(site, document, code) is { } bilingual ? $"{bilingual}#{Anchors.Of(document, provision.Id)}" : null,
            Previous = index == 0 ? null : Neighbour(index - 1),
            Next = index == document.Provisions.Length - 1 ? null : Neighbour(index + 1),
        };

        Link Neighbour(int at) => new(CitationForm.OfProvision(document.Provisions[at].Id, code),
            site.Urls.Provision(code, document.Symbol, document.Provisions[at].Id));
    }

    private static ImmutableArray<SectionModel> SectionsOf(Site site, Document document, Provision provision, string language)
    {
        var sections = new List<SectionModel>();
        for (var id = provision.Section; id is not null && sections.Count < 8;)
        {
            var section = document.Sections.FirstOrDefault(s => s.Id == id);
            if (section is null) break;
            sections.Insert(0, SectionModel.Of(site, document, section, language));
            id = section.Parent;
        }
        return [.. sections];
    }

    private static ImmutableArray<FootnoteModel> FootnotesOf(Site site, Document document, RichText? text, string language, PassageHtml html)
    {
        if (text is null) return [];
        var called = text.Marks.Where(m => m.Kind == MarkKind.FootnoteCall).Select(m => "fn" + m.Value).ToHashSet(StringComparer.Ordinal);
        var footnotes = document.Footnotes.Where(f => called.Contains(f.Id)).ToList();
        if (footnotes.Count == 0) return [];
        var calls = FootnoteModel.CallsIn(site, document, language);
        return [.. footnotes.Select(f => FootnoteModel.Of(site, document, f, language, html, calls))];
    }
}

/// <param name="Name">Name of the language in its own words.</param>
/// <param name="Tag">Its tag; null when it is the language of the page.</param>
/// <param name="Html">Null when no text is held in it.</param>
/// <param name="Status">"official", "unofficial", "draft"; null when no text is held.</param>
/// <param name="Stale">As in <see cref="ProvisionModel.Stale"/>.</param>
/// <param name="OfficialUrl">The official document in that language; null when site.yaml names no place.</param>
public sealed record LanguageText(string Name, string? Tag, Templating.HtmlString? Html, string? Status, string? Stale, string? OfficialUrl)
{
    /// <param name="anchors">True for the one text that carries the ids of sub-items and footnote calls.</param>
    public static LanguageText Of(Site site, Document document, string provision, string pageLanguage, SiteLanguage language, PassageHtml html, bool anchors)
    {
        var reading = site.TextIn(document.Symbol, language.Code, provision);
        var text = reading?.TextOf(provision) is null ? (Templating.HtmlString?)null : html.Paragraphs(reading, provision, anchors);
        return new(language.Name, site.ForeignTag(pageLanguage, language.Tag), text,
            text is null ? null : DocumentPage.StatusOf(reading!.Text.Status), text is null ? null : ProvisionModel.StaleOf(reading!.Text, provision), site.Official(document.Symbol, language.Code));
    }
}

/// <param name="Form">"A/67/776，第34段".</param>
/// <param name="Url">Absolute.</param>
public sealed record CitationModel(string? Tag, string Language, string Form, string Url);
