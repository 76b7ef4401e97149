using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Markdown;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>What `[[…]]` names: "A/67/776#17" a passage, "A/66/738#11" a cited place, "term:accountability", "body:acabq",
/// "component:delegation-of-authority", "thread:ID", "indicator:ID", "page:about". The words are the official form, the name, or the figure with
/// its unit, in the language of the page.</summary>
internal sealed class PageReferences(Site site, string language)
{
    /// <summary>What stands before the id of a figure.</summary>
    public const string Indicator = "indicator";

    /// <param name="Problem">Why it leads nowhere; null when it does not.</param>
    public readonly record struct Reading(PageLink Link, string? Problem, string Hint);

    public Reading Read(string target)
    {
        var colon = target.IndexOf(':', StringComparison.Ordinal);
        var (kind, id) = colon < 0 ? ("", target) : (target[..colon].Trim(), target[(colon + 1)..].Trim());
        return kind switch
        {
            "" => Passage(target),
            "term" => Named(kind, id, site.Beside.Terms.Select(t => (t.Id, (LocalizedText?)t.Name)), site.Urls.Definition),
            "body" => Named(kind, id, site.Beside.Bodies.Select(b => (b.Id, (LocalizedText?)b.Name)), site.Urls.Body),
            "component" => Named(kind, id, site.Beside.Components.Select(c => (c.Id, (LocalizedText?)c.Name)), site.Urls.Component),
            "thread" => Named(kind, id, site.Beside.FollowUp.Threads.Select(t => (t.Id, (LocalizedText?)t.Title)), site.Urls.Thread),
            Indicator => Figure(id),
            "page" => OtherPage(id),
            _ => Nowhere(target, $"\"{Nearest.Shorten(kind)}\" is nothing that can be named",
                Nearest.Hint(kind, ["term", "body", "component", "thread", Indicator, "page"], "") is { Length: > 0 } near ? near : "write a symbol, or term:, body:, component:, thread:, indicator:, page: and an id"),
        };
    }

    private Reading Named(string kind, string id, IEnumerable<(string Id, LocalizedText? Name)> all, Func<string, string, string> url)
    {
        var known = all.ToList();
        var name = known.Find(k => k.Id == id).Name;
        if (name is null) return Nowhere(id, $"There is no {kind} \"{Nearest.Shorten(id)}\"", Nearest.Hint(id, known.Select(k => k.Id), $"see the ids in input/{FileOf(kind)}"));
        var tagged = site.Languages.Where(l => l.Code == language).Concat(site.Languages)
            .Where(l => name.In(l.Code) is not null).Select(l => (Text: name.In(l.Code)!, l.Tag)).FirstOrDefault();
        return Leads(new(url(language, id), tagged.Text ?? id, Tag: tagged.Text is null ? null : site.ForeignTag(language, tagged.Tag)));
    }

    private static string FileOf(string kind) => kind switch
    {
        "term" => "definitions/terms.yaml",
        "body" => "bodies/bodies.yaml",
        "component" => "framework/components.yaml",
        _ => "framework/threads.yaml",
    };

    // A figure leads to its row, which has the words of the document and their place.
    private Reading Figure(string id)
    {
        var figures = site.Beside.Indicators;
        return figures.FirstOrDefault(f => f.Id == id) is { } figure
            ? Leads(new($"{site.Urls.Section(language, InterfaceStrings.Indicators)}#{figure.Id}", FigureForm.Of(site, figure, language)))
            : Nowhere(id, $"There is no indicator \"{Nearest.Shorten(id)}\"", Nearest.Hint(id, figures.Select(f => f.Id), "see the ids in input/framework/indicators.yaml"));
    }

    private Reading OtherPage(string name)
    {
        var pages = site.EditorTexts.Where(t => t.Page.Language == language).ToList();
        return pages.Find(t => t.Page.Name == name) is { } other ? Leads(new(other.Url, other.Page.Title))
            : Nowhere(name, $"There is no page \"{Nearest.Shorten(name)}\" in this language", Nearest.Hint(name, pages.Select(t => t.Page.Name), ""));
    }

    private Reading Passage(string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var (written, id) = hash < 0 ? (target, null) : (target[..hash].TrimEnd(), target[(hash + 1)..].TrimStart());
        if (!SymbolParser.TryParse(written, out var symbol))
            return Nowhere(target, $"\"{Nearest.Shorten(written)}\" is not a UN document symbol", "write the symbol, # and the paragraph, as in A/67/776#17");
        if (site.Held(symbol) is { } held) return id is null ? Leads(new(site.UrlOf(language, new(symbol, null)), CitationForm.Of(symbol, null, language), "cite held")) : Held(held, id);
        if (site.IsCited(symbol)) return Cited(symbol, id);
        var documents = site.Documents.Select(d => d.Symbol).Concat(site.CitedDocuments).Select(s => s.Value);
        return Nowhere(target, $"{symbol} is neither held nor cited by what is held", Nearest.To(symbol.Value, documents) is { } near ? $"write {near}" : "link to the official document");
    }

    private Reading Held(Document document, string id)
    {
        var isSection = document.Sections.Any(s => s.Id == id);
        if (!isSection && !IdsOf(document).Contains(id, StringComparer.Ordinal))
        {
            var ids = IdsOf(document).Concat(document.Sections.Select(s => s.Id));
            return Nowhere(id, $"{document.Symbol} has no passage \"{Nearest.Shorten(id)}\"",
                Nearest.Hint(id, ids, "") is { Length: > 0 } near ? near : "write the number of a paragraph, or PP3, fn1, 34(a), 8.1, III.C");
        }
        var words = isSection ? Joined(document.Symbol, CitationForm.OfSection(id, language)) : CitationForm.Of(document.Symbol, PrintedId(id), language);
        return Leads(new(site.UrlOf(language, new(document.Symbol, id)), words, "cite held"));
    }

    // Blocks of the title page and the closing have no anchor.
    private IEnumerable<string> IdsOf(Document document)
    {
        var others = document.Head.Concat(document.Closing).Select(b => b.Id).Append("title").ToHashSet(StringComparer.Ordinal);
        return site.Passages.IdsIn(document).Where(i => !others.Contains(i) && !i.StartsWith("section:", StringComparison.Ordinal));
    }

    // The number of an unnumbered block, "8.1", is the site's own; the paragraph is what one cites.
    private static string PrintedId(string id)
    {
        var own = id.LastIndexOf('/') + 1;
        var dot = id.IndexOf('.', own);
        return dot > own && char.IsAsciiDigit(id[own]) ? id[..dot] : id;
    }

    private Reading Cited(DocumentSymbol symbol, string? id)
    {
        if (id is null) return Leads(new(site.Urls.Document(language, symbol), CitationForm.OfDocument(symbol, language), "cite cited"));
        var places = site.BacklinksTo(new(symbol, null)).Select(e => e.Pinpoint).OfType<Pinpoint>().ToList();
        if (places.Find(p => CitedPlaces.IdOf(p) == id) is { } place)
            return Leads(new(site.UrlOf(language, new(symbol, null), place), Joined(symbol, CitationForm.OfPinpoint(place, language)), "cite cited"));
        var ids = places.Select(CitedPlaces.IdOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return Nowhere(id, $"Nothing that is held cites {symbol}#{Nearest.Shorten(id)}", ids.Count is > 0 and < 12 ? $"cited are {string.Join(", ", ids)}" : "leave out the paragraph");
    }

    private string Joined(DocumentSymbol symbol, string place) => CitationForm.OfDocument(symbol, language) + (language == "zh" ? "，" : ", ") + place;

    private static Reading Leads(PageLink link) => new(link, null, "");

    private static Reading Nowhere(string shown, string problem, string hint) => new(new(null, shown), problem, hint);
}
