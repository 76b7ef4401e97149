using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Symbols;

namespace StaticSite.Records;

/// <summary>All records of a site. References between them hold unless a finding says otherwise.</summary>
public sealed record SiteRecords
{
    public required SiteConfig Site { get; init; }

    /// <summary>Held documents, in ordinal order of their symbols.</summary>
    public ImmutableArray<Document> Documents { get; init; } = [];

    /// <summary>Documents that are cited but not held, as far as they are described by hand; in ordinal order of their symbols.</summary>
    public ImmutableArray<CitedDocument> Cited { get; init; } = [];

    /// <summary>Bodies and officials, in the order of bodies.yaml.</summary>
    public ImmutableArray<Body> Bodies { get; init; } = [];

    /// <summary>The vocabulary of what provisions do, in the order of acts.yaml.</summary>
    public ImmutableArray<Act> Acts { get; init; } = [];

    /// <summary>In the order of components.yaml.</summary>
    public ImmutableArray<Component> Components { get; init; } = [];

    public FollowUp FollowUp { get; init; } = FollowUp.None;

    /// <summary>In the order of indicators.yaml.</summary>
    public ImmutableArray<Indicator> Indicators { get; init; } = [];

    /// <summary>In time.</summary>
    public ImmutableArray<ProgressReport> Progress { get; init; } = [];

    /// <summary>In the order of terms.yaml.</summary>
    public ImmutableArray<Term> Terms { get; init; } = [];

    /// <summary>Pages of editors, in the order of the menu: by <see cref="EditorPage.Order"/>, then name, then language.</summary>
    public ImmutableArray<EditorPage> Pages { get; init; } = [];
}

/// <summary>What input/site.yaml says.</summary>
public sealed record SiteConfig
{
    public required LocalizedText Title { get; init; }

    /// <summary>One or two sentences for search engines and feeds; null when there is none.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>Source language first.</summary>
    public required ImmutableArray<SiteLanguage> Languages { get; init; }

    /// <summary>Absolute, with a slash at its end: "https://example.org/".</summary>
    public required string BaseUrl { get; init; }

    /// <summary>What stands before the symbol in the address of an official document, by language:
    /// "zh" -> "https://docs.un.org/zh/".</summary>
    public ImmutableSortedDictionary<string, string> OfficialDocuments { get; init; } = EmptyMap;

    /// <summary>Paths that have moved: old path -> new path (root-relative) or absolute address.</summary>
    public ImmutableSortedDictionary<string, string> Redirects { get; init; } = EmptyMap;

    /// <summary>What the site does without, each once.</summary>
    public ImmutableArray<SitePart> LeaveOut { get; init; } = [];

    /// <summary>Ordinal order, so that output never depends on a hash.</summary>
    public static readonly ImmutableSortedDictionary<string, string> EmptyMap =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
}

/// <summary>What stands beside the pages of documents, and what a site of many documents may do without.</summary>
public enum SitePart
{
    /// <summary>A page for each paragraph. Without them what would link to one links to the paragraph on the page of its document.</summary>
    ProvisionPages,

    /// <summary>The pages with two languages side by side.</summary>
    BilingualPages,

    /// <summary>The pages that show what a document cites.</summary>
    CitationPages,

    /// <summary>The JSON of documents.</summary>
    Json,

    /// <summary>The Akoma Ntoso of documents.</summary>
    AkomaNtoso,

    /// <summary>The search with its index.</summary>
    Search,
}

/// <param name="Code">Short code, used in file names and URLs: "zh".</param>
/// <param name="Tag">BCP 47 tag for `lang`: "zh-Hans".</param>
/// <param name="Name">In the language itself: "中文".</param>
public sealed record SiteLanguage(string Code, string Tag, string Name, SourceSpan Span);

/// <summary>What a cited document is, as far as it is known.</summary>
public enum CitedDocumentKind { Report, Resolution, Decision, Note, Other }

/// <summary>A document that is cited but not held. Everything but the symbol is null where the sources do not give it.</summary>
public sealed record CitedDocument
{
    /// <summary>Place of the symbol.</summary>
    public required SourceSpan Span { get; init; }

    public required DocumentSymbol Symbol { get; init; }
    public CitedDocumentKind? Kind { get; init; }
    public LocalizedText? Title { get; init; }

    /// <summary>Id of a body.</summary>
    public string? Issuer { get; init; }

    public DateOnly? Date { get; init; }
}

/// <summary>What a record of bodies.yaml is; a group is several bodies that texts name together, such as Member States.</summary>
public enum BodyKind { Body, Official, Group }

/// <summary>A body, an official or a group of bodies that issues documents, is addressed by them or named in them.</summary>
public sealed record Body
{
    /// <summary>Place of the id.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>"acabq", "secretary-general".</summary>
    public required string Id { get; init; }

    public BodyKind Kind { get; init; }
    public required LocalizedText Name { get; init; }

    /// <summary>Short form for running text; null when the name is short enough.</summary>
    public LocalizedText? Short { get; init; }

    /// <summary>Other names that texts print for the same body, in the order of the record: "管理业绩委员会" for "高级主管业绩委员会".</summary>
    public ImmutableArray<LocalizedText> Variants { get; init; } = [];

    /// <summary>"ACABQ"; null when there is none.</summary>
    public string? Acronym { get; init; }

    /// <summary>Id of the body it belongs to; null at the top.</summary>
    public string? Parent { get; init; }
}
