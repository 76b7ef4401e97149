using System.Collections.Immutable;
using System.Text;

using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace StaticSite.Review;

/// <summary>What a reader takes from one page: its title, the passages of its main part with their links, and the anchors that others can link to.</summary>
/// <remarks>The layout around the main part and navigation inside it are not read: they say again what pages say. A passage is what stands under
/// one anchor. The notes beside a provision (class "margin") are a passage of their own, so that its text is compared alone.</remarks>
internal sealed record PageReading
{
    // Ways back from a footnote to where it is called; nobody else links there.
    private const string CallPrefix = "call-";

    private static readonly HashSet<string> BlockNames = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "nav", "ol", "p", "pre", "search", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    };

    /// <summary>Language of the page, "zh-Hans"; empty when it names none.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }

    /// <summary>Heading of the page, or its title.</summary>
    public required string Label { get; init; }

    /// <summary>Where the page leads at once; null for a page that stays.</summary>
    public required string? Redirect { get; init; }

    /// <summary>In order; each key once.</summary>
    public required ImmutableArray<Passage> Passages { get; init; }

    /// <summary>In order.</summary>
    public required ImmutableArray<string> Anchors { get; init; }

    /// <summary>What search engines are told beside the title: name to value, sorted by name.</summary>
    public required ImmutableArray<(string Name, string Value)> Head { get; init; }

    /// <summary>What keeps people from reading the page who do not see it.</summary>
    public required ImmutableArray<PageFault> Faults { get; init; }

    /// <summary>Pictures in order, with their text; null for one that has none.</summary>
    public required ImmutableArray<(string Source, string? Text)> Images { get; init; }

    /// <summary>All that is read on the page.</summary>
    public string Text => string.Join('\n', Passages.Select(p => p.Text));

    public static PageReading Of(ReadOnlyMemory<byte> html)
    {
        var document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(html.Span));
        var main = document.QuerySelector("main") ?? document.Body;
        var title = Words(document.Title ?? "");
        var heading = main?.QuerySelector("h1") is { } h1 ? Words(h1.TextContent) : "";
        var labels = document.All.SelectMany(e => new[] { "aria-labelledby", "aria-describedby", "for", "headers" }.Select(e.GetAttribute))
            .SelectMany(ids => (ids ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
        var anchors = main is null ? [] : main.QuerySelectorAll("[id]").Select(e => e.Id!)
            .Where(id => !labels.Contains(id) && !id.StartsWith(CallPrefix, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var language = document.DocumentElement.GetAttribute("lang") ?? "";
        var reader = new PassageReader(anchors.ToHashSet(StringComparer.Ordinal), heading.Length > 0 ? LabelOf(main!.QuerySelector("h1")!, heading) : Quote.In(language, title), language);
        if (main is not null) reader.Read(main);
        return new()
        {
            Language = language,
            Title = title,
            Label = heading.Length > 0 ? heading : title,
            Redirect = RedirectOf(document),
            Passages = reader.Passages,
            Anchors = anchors,
            Head = [.. HeadOf(document)],
            Faults = PageFaults.Of(document),
            Images = [.. document.QuerySelectorAll("img").Select(i => (i.GetAttribute("src") ?? "", i.GetAttribute("alt")))],
        };
    }

    private static Quote LabelOf(IElement heading, string words) => Quote.In(heading.Closest("[lang]")?.GetAttribute("lang") ?? "", words);

    private static IEnumerable<(string Name, string Value)> HeadOf(IDocument document)
    {
        if (document.QuerySelector("link[rel=canonical]")?.GetAttribute("href") is { } canonical) yield return ("canonical", canonical);
        foreach (var name in new[] { "description", "robots" })
            if (document.QuerySelector($"meta[name={name}]")?.GetAttribute("content") is { } value) yield return (name, Words(value));
    }

    // <meta http-equiv="refresh" content="0; url=/zh/new/">
    private static string? RedirectOf(IDocument document)
    {
        var content = document.QuerySelectorAll("meta[http-equiv]")
            .FirstOrDefault(m => string.Equals(m.GetAttribute("http-equiv"), "refresh", StringComparison.OrdinalIgnoreCase))?.GetAttribute("content");
        var at = content?.IndexOf("url=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : content![(at + 4)..].Trim(' ', '\'', '"');
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed class PassageReader(HashSet<string> anchors, Quote pageLabel, string pageLanguage)
    {
        private readonly List<string> order = [];
        private readonly Dictionary<string, (PagePassageKey Key, List<Quote> Blocks, List<PageLink> Links)> passages = new(StringComparer.Ordinal);

        public ImmutableArray<Passage> Passages =>
            [.. order.Select(k => passages[k]).Select(p => new Passage(p.Key, [.. p.Blocks], [.. p.Links])).Where(p => p.Blocks.Length + p.Links.Length > 0)];

        public void Read(IElement main) => Read(main, new("", false, pageLabel.Text, pageLabel.Language, false, ""));

        private void Read(IElement element, PagePassageKey key)
        {
            key = KeyOf(element, key);
            if (IsRow(element))
            {
                ReadLinks(element, key);
                var row = new QuoteBuilder();
                foreach (var cell in element.Children)
                {
                    row.Part(" | ");
                    Say(cell, row, LanguageOf(key));
                }
                Flush(row, key);
                return;
            }
            var text = new QuoteBuilder();
            foreach (var node in element.ChildNodes)
            {
                if (node is IElement child && IsSkipped(child, key)) continue;
                if (node is IElement block && HasBlock(block))
                {
                    Flush(text, key);
                    Read(block, key);
                }
                else if (node is IElement or IText)
                {
                    Say(node, text, LanguageOf(key));
                    if (node is IElement inline) ReadLinks(inline, key);
                }
            }
            Flush(text, key);
        }

        private string LanguageOf(PagePassageKey key) => key.Language.Length > 0 ? key.Language : pageLanguage;

        // All text in a node, each part in the language that is said nearest to it.
        private static void Say(INode node, QuoteBuilder text, string language)
        {
            if (node is IText words) text.Append(words.Data, language);
            if (node is not IElement element) return;
            if (element.GetAttribute("lang") is { Length: > 0 } own) language = own;
            foreach (var child in element.ChildNodes) Say(child, text, language);
        }

        // A row of a table says one thing, unless its cells are texts of their own.
        private bool IsRow(IElement element) =>
            element.LocalName == "tr" && element.QuerySelectorAll("[id]").All(e => !anchors.Contains(e.Id!)) && element.QuerySelector("p, ul, ol, dl") is null;

        private static bool IsSkipped(IElement element, PagePassageKey key) =>
            element.LocalName is "nav" or "script" or "style" or "template" || (element.LocalName == "summary" && key.IsNotes) || IsWayBack(element);

        private static bool IsWayBack(IElement element) =>
            element.LocalName == "a" && element.GetAttribute("href")?.StartsWith("#" + CallPrefix, StringComparison.Ordinal) == true;

        private static bool HasBlock(IElement element) => BlockNames.Contains(element.LocalName) || element.Children.Any(HasBlock);

        private PagePassageKey KeyOf(IElement element, PagePassageKey key)
        {
            var language = element.GetAttribute("lang") is { Length: > 0 } own ? own : key.Language;
            if (element.Id is { Length: > 0 } id && anchors.Contains(id))
            {
                var label = element.GetAttribute("data-citation") is { Length: > 0 } citation ? citation
                    : element.GetAttribute("aria-label") is { Length: > 0 } name ? name
                    : element.LocalName is ['h', >= '1' and <= '6'] ? Words(element.TextContent) : key.Label;
                return new(id, false, label, label == key.Label ? key.LabelLanguage : language.Length > 0 ? language : pageLanguage, element.ClassList.Contains("provision"), language);
            }
            if (element.ClassList.Contains("margin")) return key with { IsNotes = true, Language = language };
            return key with { Language = language };
        }

        private void ReadLinks(IElement element, PagePassageKey key)
        {
            var links = element.LocalName == "a" ? [element] : element.QuerySelectorAll("a[href]").AsEnumerable();
            foreach (var link in links)
            {
                var href = link.GetAttribute("href") ?? "";
                if (href.Length == 0 || IsWayBack(link)) continue;
                var language = link.Closest("[lang]")?.GetAttribute("lang") ?? pageLanguage;
                Of(key).Links.Add(new(link.ClassList.Contains("cite") ? LinkKind.Citation : LinkKind.Link, Words(link.TextContent), href, language));
            }
        }

        private void Flush(QuoteBuilder text, PagePassageKey key)
        {
            var quote = text.Close();
            if (quote.Text.Length == 0) return;
            var ((_, _, _, _, _, language), blocks, links) = Of(key);
            // A list entry that is one link is told among the links.
            if (links.Count > 0 && links[^1].Text == quote.Text) return;
            blocks.Add(quote);
            // The element with the anchor rarely says the language of the text in it.
            if (language.Length == 0) passages[key.Id] = (passages[key.Id].Key with { Language = key.Language }, blocks, links);
        }

        private (PagePassageKey Key, List<Quote> Blocks, List<PageLink> Links) Of(PagePassageKey key)
        {
            if (passages.TryGetValue(key.Id, out var passage)) return passage;
            order.Add(key.Id);
            return passages[key.Id] = (key, [], []);
        }
    }
}

/// <param name="Anchor">Empty for what stands before the first anchor or under none.</param>
/// <param name="IsNotes">True for the notes beside a provision.</param>
/// <param name="Language">Of the text, when it is said inside the page; else empty.</param>
internal sealed record PagePassageKey(string Anchor, bool IsNotes, string Label, string LabelLanguage, bool IsProvision, string Language)
{
    public string Id => IsNotes ? Anchor + "/notes" : Anchor;
}

internal sealed record Passage(PagePassageKey Key, ImmutableArray<Quote> Blocks, ImmutableArray<PageLink> Links)
{
    public string Text => string.Join('\n', Blocks.Select(b => b.Text));
}

/// <param name="Language">Of its words.</param>
internal sealed record PageLink(LinkKind Kind, string Text, string Href, string Language);
