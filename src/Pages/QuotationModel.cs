using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>Words of a document in all languages that are held.</summary>
/// <param name="Texts">The language of the page first.</param>
/// <param name="Sources">Where they stand.</param>
public sealed record QuotationModel(ImmutableArray<QuotedText> Texts, ImmutableArray<Link> Sources)
{
    /// <summary>Words inside a passage.</summary>
    public static QuotationModel Of(Site site, Quotation quotation, string language) => new(
        TextsOf(site, quotation.Source, language, l => quotation.Words.In(l)?.Value), [PassageLinks.To(site, quotation.Source, language)]);

    /// <summary>Whole passages, one behind the other.</summary>
    /// <param name="passages">At least one, all of one document.</param>
    public static QuotationModel Of(Site site, IReadOnlyList<PassageReference> passages, string language) => new(
        TextsOf(site, passages[0], language, l => TextOf(site, passages, l)),
        [.. passages.Select(p => PassageLinks.To(site, p, language)).DistinctBy(l => l.Label)]);

    /// <summary>The words in the language of the page, else in the first language that has them; null when none has.</summary>
    public TaggedText? Shown => Texts.IsEmpty ? null : new(string.Join(' ', Texts[0].Paragraphs), Texts[0].Tag);

    private static string? TextOf(Site site, IReadOnlyList<PassageReference> passages, string language)
    {
        var texts = passages.Select(p => site.WordsOf(p, language)).ToList();
        return texts.TrueForAll(t => t is not null) ? string.Join('\n', texts) : null;
    }

    private static ImmutableArray<QuotedText> TextsOf(Site site, PassageReference source, string pageLanguage, Func<string, string?> words) =>
    [
        .. from language in site.Languages.OrderBy(l => l.Code == pageLanguage ? 0 : 1)
           let text = words(language.Code)
           let held = site.Held(source.Symbol)?.TextIn(language.Code)
           where text is not null && held is not null
           select new QuotedText(language.Name, site.ForeignTag(pageLanguage, language.Tag), DocumentPage.StatusOf(held.Status), [.. text.Split('\n')]),
    ];
}

/// <param name="Language">Name of the language in its own words.</param>
/// <param name="Tag">Its tag; null when it is the language of the page.</param>
/// <param name="Status">"official", "unofficial", "draft".</param>
/// <param name="Paragraphs">Plain text, one element a paragraph.</param>
public sealed record QuotedText(string Language, string? Tag, string Status, ImmutableArray<string> Paragraphs);
