using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>A page that editors write in Markdown: input/pages/LANGUAGE/NAME.md, its front matter read, its text not yet.</summary>
public sealed record EditorPage
{
    /// <summary>Tag of the pages that the home page lists; the footer lists all.</summary>
    public const string GuideTag = "guide";

    /// <summary>The whole file, front matter included, so that every place in the text is a place in the file.</summary>
    public required SourceText File { get; init; }

    /// <summary>Offset in the file where the Markdown begins.</summary>
    public required int TextStart { get; init; }

    /// <summary>Code of its language, from the folder: "zh".</summary>
    public required string Language { get; init; }

    /// <summary>From the file name, and the end of its address: "how-to-read". The page in another language has the same.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>One sentence; null when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Place in the menu; pages without one come last, by name.</summary>
    public int? Order { get; init; }

    /// <summary>True for a page that is not published yet.</summary>
    public bool Draft { get; init; }

    /// <summary>Paths that it had before.</summary>
    public ImmutableArray<MovedPath> RedirectFrom { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];
}

/// <param name="Path">Below the root of the site: "/zh/old/".</param>
public sealed record MovedPath(string Path, SourceSpan Span);
