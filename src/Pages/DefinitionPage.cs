using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>One term: /zh/definitions/accountability/.</summary>
public sealed record DefinitionPage
{
    public required TaggedText Name { get; init; }

    /// <summary>Null when the texts print none.</summary>
    public required string? Abbreviation { get; init; }

    /// <summary>Its name and other forms in every language, the language of the page first.</summary>
    public required ImmutableArray<TermFormsModel> Forms { get; init; }

    /// <summary>Its definitions, else what is said of it; empty when no document does.</summary>
    public required ImmutableArray<QuotationModel> Quotations { get; init; }

    /// <summary>True when a document defines it, false when the quotations only say what it is.</summary>
    public required bool IsDefined { get; init; }

    /// <summary>What it consists of, in the words of the definition.</summary>
    public required ImmutableArray<ElementModel> Elements { get; init; }

    /// <summary>The source of all elements; null when each has its own.</summary>
    public required Link? ElementsSource { get; init; }

    /// <summary>By the editors; null when there is none.</summary>
    public required TaggedHtml? Note { get; init; }

    public required ImmutableArray<Link> See { get; init; }

    /// <summary>The first or most telling passage.</summary>
    public required Link Source { get; init; }

    /// <summary>Where the texts of the page's language use it.</summary>
    public required ImmutableArray<DocumentLinks> Uses { get; init; }

    /// <summary>How many passages use it, those without a link included.</summary>
    public required int UseCount { get; init; }

    /// <summary>How many of them are not linked.</summary>
    public required int MoreUses { get; init; }

    // A page is for reading: what is used everywhere is searched for.
    private const int MostUses = 400;

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site) =>
            from term in site.Beside.Terms
            from language in site.Languages
            select Of(site, term, language);
    }

    private static Page Of(Site site, Term term, SiteLanguage language)
    {
        var code = language.Code;
        var name = site.Words(term.Name, code) ?? new(term.Id, null);
        var head = Heads.Of(site, language, $"{Sections.Definitions}/{term.Id}", name.Text, Sections.Definitions) with
        {
            Trail = Trails.Of(site, code, InterfaceStrings.Definitions),
            Description = TermEntry.GistOf(site, term, code) is { Tag: null } gist ? gist.Text : null,
        };
        return new(site.Urls.File(head.Url), "definition", head, s => ModelOf(s, term, code, name));
    }

    private static DefinitionPage ModelOf(Site site, Term term, string language, TaggedText name)
    {
        var uses = site.TermUses.Of(term.Id, language);
        var elements = term.Elements.Select(e => QuotationModel.Of(site, e, language)).ToList();
        var shared = elements.Select(e => e.Sources[0]).Distinct().Take(2).ToList();
        return new()
        {
            Name = name,
            Abbreviation = term.Abbreviation,
            Forms = [.. site.Languages.OrderBy(l => l.Code == language ? 0 : 1).Where(l => term.Name.In(l.Code) is not null)
                .Select(l => new TermFormsModel(l.Name, site.ForeignTag(language, l.Tag), term.Name.In(l.Code)!, term.Variants.In(l.Code)))],
            Quotations = QuotationsOf(site, term, language),
            IsDefined = !term.Definition.IsEmpty,
            Elements = [.. elements.Where(e => e.Shown is not null).Select(e => new ElementModel(e.Shown!, shared.Count > 1 ? e.Sources[0] : null))],
            ElementsSource = shared.Count == 1 ? shared[0] : null,
            Note = EditorsWords.Of(site, term.Note, language),
            See = [.. from id in term.See
                      let other = site.Term(id)
                      where other is not null
                      let words = site.Words(other.Name, language)
                      select new Link(words?.Text ?? id, site.Urls.Definition(language, id), words?.Tag)],
            Source = PassageLinks.To(site, term.Source, language),
            Uses = PassageUses.ByDocument(site, uses.Take(MostUses), language),
            UseCount = uses.Length,
            MoreUses = Math.Max(0, uses.Length - MostUses),
        };
    }

    // The passages of one document that define it together are one quotation.
    private static ImmutableArray<QuotationModel> QuotationsOf(Site site, Term term, string language) =>
    [
        .. term.Definition.GroupBy(p => p.Symbol).Select(passages => QuotationModel.Of(site, [.. passages], language)),
        .. term.Quote is { } quote ? [QuotationModel.Of(site, quote, language)] : ImmutableArray<QuotationModel>.Empty,
    ];
}

/// <param name="Language">Name of the language in its own words.</param>
/// <param name="Tag">Its tag; null when it is the language of the page.</param>
public sealed record TermFormsModel(string Language, string? Tag, string Name, ImmutableArray<string> Variants);

/// <param name="Source">Null when all elements have the same.</param>
public sealed record ElementModel(TaggedText Words, Link? Source);
