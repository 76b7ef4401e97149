using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Markdown;
using StaticSite.Pages;
using StaticSite.Records;
using StaticSite.Text;

namespace StaticSite.Exports;

/// <summary>A document in one language, as the search reads and shows it.</summary>
/// <param name="Number">Numbers go by language, then by document: number = place of the language × count of documents + place of the document.</param>
/// <param name="Passages">In printed order.</param>
internal sealed record SearchableText(int Number, LinkedText Source, ImmutableArray<SearchablePassage> Passages)
{
    public static SearchableText Of(Site site, NumberedText text) =>
        new(text.Number, text.Source, [.. text.Source.Passages.Select(p => SearchablePassage.Of(site, text.Source, p.Id, p.Text)).Where(p => p.Text.Length > 0)]);
}

/// <summary>A text and its number. It is read when it is asked for: a site of many documents is not held twice.</summary>
internal readonly record struct NumberedText(int Number, LinkedText Source)
{
    /// <summary>Its passages in the normal form of the search, separated by a character that no query can have: a query lies within one passage.</summary>
    public string Normal => string.Join('\0', Source.Passages.Select(p => SearchText.Normalize(SearchablePassage.PlainOf(p.Text))));

    /// <summary>All texts of a site, by number.</summary>
    public static IEnumerable<NumberedText> Of(Site site)
    {
        var documents = site.Records.Documents;
        for (var language = 0; language < site.Languages.Length; language++)
        {
            for (var document = 0; document < documents.Length; document++)
            {
                if (site.Graph.TextIn(documents[document].Symbol, site.Languages[language].Code) is not { } source) continue;
                var number = language * documents.Length + document;
                yield return new(number, source);
            }
        }
    }
}

/// <param name="Id">"17", "PP3", "fn1", "section:III", "title".</param>
/// <param name="Anchor">Id of its element in the page of the document; empty for what stands at its top or end.</param>
/// <param name="Labels">What it is called in each language of the site: "第17段", "para. 17".</param>
/// <param name="Items">Its lettered sub-items, (a), (b), in order.</param>
/// <param name="Text">Plain, paragraphs separated by '\n', without footnote calls.</param>
internal sealed record SearchablePassage(string Id, string Anchor, ImmutableArray<string> Labels, ImmutableArray<SearchableItem> Items, string Text)
{
    private const string Heading = "section:";

    public static SearchablePassage Of(Site site, LinkedText source, string id, RichText text)
    {
        var document = source.Document;
        var section = id.StartsWith(Heading, StringComparison.Ordinal) ? id[Heading.Length..] : null;
        var placed = section is not null || id.StartsWith("fn", StringComparison.Ordinal) || document.Provisions.Any(p => p.Id == id);
        return new(
            id,
            !placed ? "" : section is not null ? Anchors.OfSection(section) : Anchors.Of(document, id),
            [.. site.Languages.Select(l => LabelOf(site, document, id, section, placed, l.Code))],
            placed && section is null ? [.. SearchableItem.Of(site, document, id, text)] : [],
            PlainOf(text));
    }

    /// <summary>The words of a passage.</summary>
    public static string PlainOf(RichText text) => text.Plain.Replace(RichText.Call.ToString(), "", StringComparison.Ordinal).Trim();

    private static string LabelOf(Site site, Document document, string id, string? section, bool placed, string language) =>
        section is not null
            ? document.Sections.Any(s => s.Id == section && s.Printed is not null) ? CitationForm.OfSection(section, language) : site.Say(language, InterfaceStrings.SearchHeading)
        : placed ? CitationForm.OfProvision(id, language)
        : site.Say(language, id == DocumentText.TitleId ? InterfaceStrings.SearchTitle : InterfaceStrings.SearchOpening);
}

/// <param name="Letter">"b".</param>
/// <param name="Anchor">"p34-b".</param>
/// <param name="Labels">As those of its passage: "第34(b)段", "para. 34 (b)".</param>
internal sealed record SearchableItem(string Letter, string Anchor, ImmutableArray<string> Labels)
{
    public static IEnumerable<SearchableItem> Of(Site site, Document document, string id, RichText text) =>
        from part in ProvisionText.Parts(id, text.Plain)
        where part.Kind == ProvisionPartKind.Item && part.Depth == 1 && part.Id.EndsWith(')')
        select new SearchableItem(part.Id[(id.Length + 1)..^1], Anchors.Of(document, part.Id), [.. site.Languages.Select(l => CitationForm.OfProvision(part.Id, l.Code))]);
}
