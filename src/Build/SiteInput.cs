using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Exports;
using StaticSite.Records;

namespace StaticSite.Build;

/// <summary>Everything a build reads, in memory.</summary>
public sealed record SiteInput
{
    /// <summary>The records: every *.yaml below the input folder, and the pages of editors, every *.md below its folder "pages".</summary>
    public required ImmutableArray<SourceText> Records { get; init; }

    /// <summary>Reads the folders of documents when the build asks for them, so that nobody keeps their texts; their files are then not among
    /// <see cref="Records"/>. Null when they are.</summary>
    internal Func<Outcome<ImmutableArray<DocumentFolder>>>? Documents { get; init; }

    /// <summary>theme/templates/*.sbn-html: one for each kind of page, and "layout".</summary>
    public required ImmutableArray<SourceText> Templates { get; init; }

    /// <summary>theme/partials/*.sbn-html, included by name.</summary>
    public required ImmutableArray<SourceText> Partials { get; init; }

    /// <summary>theme/strings/*.yaml: interface strings, one file a language.</summary>
    public required ImmutableArray<SourceText> Strings { get; init; }

    /// <summary>theme/assets/** and input/images/**, copied as they are to assets/ and images/.</summary>
    public required ImmutableArray<OutputFile> Assets { get; init; }

    /// <summary>The style sheets among the assets, as text.</summary>
    public ImmutableArray<SourceText> Styles { get; init; } = [];

    /// <summary>input/urls.txt, the addresses that were published; null when the site keeps no such list.</summary>
    public SourceText? Urls { get; init; }

    /// <summary>Takes the place of the base URL of site.yaml; null keeps that.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Whether the documents will be printed to PDF: their pages link to what is printed after the build.</summary>
    public bool Pdf { get; init; }

    /// <summary>True when search engines shall leave out the whole site: a preview of a change.</summary>
    public bool Noindex { get; init; }

    /// <summary>What went wrong while the files were read.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Paths of records and pages begin so, wherever their folder is.</summary>
    public const string InputRoot = "input/";

    /// <summary>Paths of the theme begin so.</summary>
    public const string ThemeRoot = "theme/";

    /// <summary>The input folder as the user named it.</summary>
    public string InputFolder { get; init; } = "input";

    /// <summary>The theme folder as the user named it.</summary>
    public string ThemeFolder { get; init; } = "theme";

    /// <summary>The path of a file as the user knows it: "input/site.yaml" in the folder that was named.</summary>
    public string Shown(string path) =>
        path.StartsWith(InputRoot, StringComparison.Ordinal) ? $"{InputFolder}/{path[InputRoot.Length..]}"
        : path.StartsWith(ThemeRoot, StringComparison.Ordinal) ? $"{ThemeFolder}/{path[ThemeRoot.Length..]}"
        : path;

    /// <summary>All texts of the input that are kept.</summary>
    public IEnumerable<SourceText> Sources => Records.Concat(Templates).Concat(Partials).Concat(Strings).Concat(Styles).Concat(Urls is null ? [] : [Urls]);
}
