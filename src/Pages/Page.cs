using StaticSite.Records;
using StaticSite.Templating;

namespace StaticSite.Pages;

/// <summary>A page to render: where it goes, with which template, from which model.</summary>
/// <param name="Path">File below the output folder, '/' separators: "zh/A/67/776/index.html".</param>
/// <param name="Template">Name of the template without its extension: "document".</param>
/// <param name="Head">What the layout reads.</param>
/// <param name="Model">Makes what the template reads as `page`, all decided and sorted, from the site that it is given, which notes what is read.
/// Made when the page is rendered, by many threads at once, and forgotten then: a plan of a million pages is light.</param>
public sealed record Page(string Path, string Template, PageHead Head, Func<Site, object> Model)
{
    /// <summary>A page whose model is made from the site of the plan: whatever changes, it is made anew.</summary>
    public Page(string path, string template, PageHead head, Func<object> model)
        : this(path, template, head, _ => model()) => ReadsAll = true;

    /// <summary>True when the model may read anything.</summary>
    public bool ReadsAll { get; }

    /// <summary>The document whose record the model reads directly; null for none.</summary>
    public Document? Document { get; init; }
}

/// <summary>One kind of page. A family is one file; it is listed in <see cref="PageFamilies"/>.</summary>
public interface IPageFamily
{
    /// <summary>All pages of the family, in a stable order.</summary>
    IEnumerable<Page> Plan(Site site);
}

/// <summary>A kind of page that documents have, each its own: what is planned of one document tells nothing of another.</summary>
public interface IDocumentPageFamily : IPageFamily
{
    /// <summary>The pages of one document, in a stable order; each names it as its <see cref="Page.Document"/>.</summary>
    /// <param name="site">Notes what is read of other documents.</param>
    IEnumerable<Page> Plan(Site site, Document document);

    IEnumerable<Page> IPageFamily.Plan(Site site) => site.Documents.SelectMany(document => Plan(site, document));
}

/// <summary>What every page has: the layout reads it as `head`.</summary>
public sealed record PageHead
{
    /// <summary>Language of the interface, short: "zh".</summary>
    public required string Language { get; init; }

    /// <summary>BCP 47 tag of the interface: "zh-Hans".</summary>
    public required string Tag { get; init; }

    /// <summary>Title of the page without the name of the site.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence for search engines and previews; null when there is nothing to say.</summary>
    public string? Description { get; init; }

    /// <summary>Link path of the page itself: "/zh/A/67/776/".</summary>
    public required string Url { get; init; }

    /// <summary>Absolute URL of the page that search engines shall keep. A page whose main text is not translated names the page that has the text.</summary>
    public required string Canonical { get; init; }

    /// <summary>This page in the languages that hold its main text, itself included; empty when this page does not hold it itself.</summary>
    public IReadOnlyList<Alternate> Alternates { get; init; } = [];

    /// <summary>The same page in the other languages, for the language switch.</summary>
    public IReadOnlyList<Alternate> Switch { get; init; } = [];

    /// <summary>The way here, home first, without this page.</summary>
    public IReadOnlyList<Link> Trail { get; init; } = [];

    /// <summary>Id of the entry of the main navigation that this page belongs to: "documents", "status", "home"; null for none.</summary>
    public string? Entry { get; init; }

    /// <summary>The same content in other formats, and feeds; empty when there are none.</summary>
    public IReadOnlyList<Format> Formats { get; init; } = [];

    /// <summary>True for the pages of documents and their paragraphs, where a script adds cards, copying and the place in the contents.</summary>
    public bool Reading { get; init; }

    /// <summary>Scripts of the theme that change what the page shows from the start, "tracker.js": nothing is painted before they ran.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>What stands at the head of every sheet when the page is printed; null for the title of the page.</summary>
    public RunningHead? Running { get; init; }

    /// <summary>True for pages that search engines shall leave out.</summary>
    public bool Noindex { get; init; }

    /// <summary>True when the layout shows the same for both. Records compare lists by reference.</summary>
    public bool IsSameAs(PageHead other) => ReferenceEquals(this, other)
        || this with { Alternates = other.Alternates, Switch = other.Switch, Trail = other.Trail, Formats = other.Formats, Scripts = other.Scripts, Running = other.Running } == other
        && Alternates.SequenceEqual(other.Alternates) && Switch.SequenceEqual(other.Switch) && Trail.SequenceEqual(other.Trail) && Formats.SequenceEqual(other.Formats) && Scripts.SequenceEqual(other.Scripts, StringComparer.Ordinal)
        && Running?.Symbol == other.Running?.Symbol && (Running?.Languages ?? []).SequenceEqual(other.Running?.Languages ?? []);
}

/// <param name="Symbol">"A/67/776".</param>
/// <param name="Languages">Names of the languages of the text, each in its own words.</param>
public sealed record RunningHead(string Symbol, IReadOnlyList<TaggedText> Languages);

/// <param name="Tag">BCP 47, or "x-default".</param>
/// <param name="Url">Absolute in <see cref="PageHead.Alternates"/>, a link path in <see cref="PageHead.Switch"/>.</param>
public sealed record Alternate(string Tag, string Name, string Url);

/// <param name="Type">Media type: "application/json".</param>
/// <param name="Url">Link path.</param>
/// <param name="Name">"JSON", "Akoma Ntoso"; of a feed its title.</param>
public sealed record Format(string Type, string Url, string Name);

/// <param name="Url">Link path; null for plain text.</param>
/// <param name="Tag">Language tag of the label; null when it is the language of the page.</param>
public sealed record Link(string Label, string? Url, string? Tag = null);

/// <summary>A run of text, its language, and whether that is the language of the page.</summary>
/// <param name="Tag">Language tag of the text; null when it is the language of the page.</param>
public sealed record TaggedText(string Text, string? Tag);

/// <summary>A run of finished HTML and its language.</summary>
public sealed record TaggedHtml(HtmlString Html, string? Tag);
