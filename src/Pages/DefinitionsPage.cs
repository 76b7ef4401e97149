using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>The glossary and the vocabulary of acts: /zh/definitions/.</summary>
public sealed record DefinitionsPage
{
    /// <summary>In the order of the record.</summary>
    public required ImmutableArray<TermEntry> Terms { get; init; }

    /// <summary>In the order of the record.</summary>
    public required ImmutableArray<ActModel> Acts { get; init; }

    /// <summary>Names of the other languages, in the order of the names in an entry.</summary>
    public required ImmutableArray<TaggedText> OtherLanguages { get; init; }

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site) =>
            site.Beside.Terms.IsEmpty && site.Beside.Acts.IsEmpty ? [] : site.Languages.Select(language => Of(site, language));
    }

    private static Page Of(Site site, SiteLanguage language)
    {
        var code = language.Code;
        var head = Heads.Of(site, language, Sections.Definitions, site.Say(code, InterfaceStrings.Definitions), Sections.Definitions) with
        {
            Trail = Trails.Of(site, code),
        };
        return new(site.Urls.File(head.Url), "definitions", head, s => ModelOf(s, code));
    }

    private static DefinitionsPage ModelOf(Site site, string code) => new()
    {
        Terms = [.. site.Beside.Terms.Select(t => TermEntry.Of(site, t, code))],
        Acts = [.. site.Beside.Acts.Select(a => ActModel.Of(site, a, code))],
        OtherLanguages = [.. site.Languages.Where(l => l.Code != code).Select(l => new TaggedText(l.Name, l.Tag))],
    };
}

/// <param name="Anchor">"term-accountability".</param>
/// <param name="Variants">Other forms in the language of the page.</param>
/// <param name="OtherNames">One for each other language; null where there is none.</param>
/// <param name="Gist">The beginning of its definition; null when no document defines it.</param>
/// <param name="Uses">How many passages use it, in the language of the page.</param>
public sealed record TermEntry(string Anchor, Link Name, string? Abbreviation, ImmutableArray<string> Variants, ImmutableArray<TaggedText?> OtherNames,
    TaggedText? Gist, int Uses)
{
    private const int GistWidth = 110;

    public static TermEntry Of(Site site, Term term, string language)
    {
        var name = site.Words(term.Name, language);
        return new(
            "term-" + term.Id, new(name?.Text ?? term.Id, site.Urls.Definition(language, term.Id), name?.Tag), term.Abbreviation, term.Variants.In(language),
            [.. site.Languages.Where(l => l.Code != language).Select(l => term.Name.In(l.Code) is { } other ? new TaggedText(other, l.Tag) : null)],
            GistOf(site, term, language), site.TermUses.Of(term.Id, language).Length);
    }

    /// <summary>The beginning of the definition, else of the words quoted; null when there is neither.</summary>
    public static TaggedText? GistOf(Site site, Term term, string language)
    {
        var quotation = !term.Definition.IsEmpty ? QuotationModel.Of(site, [term.Definition[0]], language)
            : term.Quote is { } quote ? QuotationModel.Of(site, quote, language) : null;
        return quotation?.Shown is { } shown ? shown with { Text = Beginnings.Of(shown.Text, GistWidth) } : null;
    }
}

/// <summary>A word of the vocabulary of acts.</summary>
/// <param name="Anchor">"act-request".</param>
/// <param name="OtherNames">One for each other language; null where there is none.</param>
/// <param name="Asks">True when it asks somebody for something.</param>
/// <param name="Count">How many provisions do it.</param>
/// <param name="Provisions">Links to them; empty when they are too many to be read.</param>
public sealed record ActModel(string Anchor, TaggedText Name, ImmutableArray<TaggedText?> OtherNames, TaggedHtml? Meaning, bool Asks, int Count,
    ImmutableArray<DocumentLinks> Provisions)
{
    private const int MostLinks = 120;

    public static string AnchorOf(string act) => "act-" + act;

    public static ActModel Of(Site site, Act act, string language)
    {
        var places = site.ProvisionsWithAct(act.Id);
        return new(
            AnchorOf(act.Id), site.Words(act.Name, language) ?? new(act.Id, null),
            [.. site.Languages.Where(l => l.Code != language).Select(l => act.Name.In(l.Code) is { } other ? new TaggedText(other, l.Tag) : null)],
            EditorsWords.Of(site, act.Meaning, language), act.Asks, places.Length,
            places.Length > MostLinks ? [] : PassageUses.ByDocument(site, places, language));
    }
}

/// <summary>Places in held documents, grouped by document.</summary>
public static class PassageUses
{
    /// <param name="places">In order of document and text.</param>
    public static ImmutableArray<DocumentLinks> ByDocument(Site site, IEnumerable<Place> places, string language) =>
    [
        .. from place in places
           group place by place.Symbol into document
           select new DocumentLinks(
               new(CitationForm.OfDocument(document.Key, language), site.Urls.Document(language, document.Key)),
               [.. document.Select(p => Of(site, p, language))]),
    ];

    private static Link Of(Site site, Place place, string language)
    {
        var document = site.Held(place.Symbol)!;
        var section = document.Sections.FirstOrDefault(s => LinkedText.HeadingId(s.Id) == place.Id);
        if (section is null) return new(CitationForm.OfProvision(place.Id!, language), site.UrlOf(language, place));
        var url = site.UrlOf(language, place with { Id = section.Id });
        // A heading without a letter is named by its words.
        return section.Printed is null && site.WordsOf(new(place.Symbol, place.Id, default), language) is { } words
            ? new(words, url) : new(CitationForm.OfSection(section.Id, language), url);
    }
}
