using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Review;

/// <summary>What a reader would notice between two outputs. All lists are sorted and hold each thing once.</summary>
public sealed record SiteReport
{
    public required ImmutableArray<PageName> AddedPages { get; init; }

    /// <summary>Pages that are gone and lead nowhere: each is an error among the findings.</summary>
    public required ImmutableArray<PageName> RemovedPages { get; init; }

    /// <summary>Pages whose URL now leads to another one.</summary>
    public required ImmutableArray<PageRedirect> RedirectedPages { get; init; }

    public required ImmutableArray<TitleChange> Titles { get; init; }
    public required ImmutableArray<TextChange> Texts { get; init; }

    /// <summary>Passages that stand elsewhere, or under another anchor, with the same text.</summary>
    public required ImmutableArray<PassageMove> Moves { get; init; }

    public required ImmutableArray<LinkChange> Links { get; init; }

    /// <summary>URLs of pages that say the same in the same places, but whose bytes differ.</summary>
    public required ImmutableArray<string> ThemeOnly { get; init; }

    /// <summary>Files that are no pages: assets, data, feeds.</summary>
    public required ImmutableArray<FileChange> Files { get; init; }

    public required ImmutableArray<Diagnostic> Findings { get; init; }

    public bool HasErrors => Findings.Any(f => f.Rule.Severity == Severity.Error);

    /// <summary>True when every byte is the same.</summary>
    public bool IsEmpty => AddedPages.IsEmpty && RemovedPages.IsEmpty && RedirectedPages.IsEmpty && HasNoContentChange
        && ThemeOnly.IsEmpty && Files.IsEmpty && Findings.IsEmpty;

    /// <summary>True when no page that exists on both sides says anything else than before.</summary>
    public bool HasNoContentChange => Titles.IsEmpty && Texts.IsEmpty && Moves.IsEmpty && Links.IsEmpty;
}

/// <param name="Url">Below the output folder, with a slash at its start: "/zh/A/67/776/".</param>
public sealed record PageName(string Url, string Title);

/// <param name="To">A URL of the site or an absolute one.</param>
public sealed record PageRedirect(string Url, string Title, string To);

/// <summary>A place that shows something.</summary>
/// <param name="Anchor">Id of the element; empty for what stands under no anchor of its own.</param>
/// <param name="Label">What people call it: "A/67/776，第17段", or the title of the page.</param>
public sealed record PagePlace(string Url, string Anchor, string Label)
{
    /// <summary>"/zh/A/67/776/#p17".</summary>
    public string Address => Anchor.Length == 0 ? Url : $"{Url}#{Anchor}";
}

public sealed record TitleChange(string Url, string Old, string New);

/// <summary>One paragraph, heading or other block whose words changed.</summary>
/// <param name="Old">Null for a block that is new.</param>
/// <param name="New">Null for a block that is gone.</param>
/// <param name="Runs">Old and new in one row.</param>
/// <param name="Place">Where a reader finds it first.</param>
/// <param name="Elsewhere">The other places that show the same change: the same paragraph in other languages' pages and on pages of its own.</param>
public sealed record TextChange(string? Old, string? New, ImmutableArray<TextRun> Runs, PagePlace Place, ImmutableArray<PagePlace> Elsewhere);

/// <param name="To">Its anchor now; the same as in <paramref name="From"/> when only the order changed.</param>
public sealed record PassageMove(PagePlace From, string To, string Text);

public enum LinkKind { Citation, Link }

/// <param name="Text">The words of the link.</param>
/// <param name="Old">Where it led; null for a new link.</param>
/// <param name="New">Where it leads; null for one that is gone.</param>
public sealed record LinkChange(LinkKind Kind, string Text, string? Old, string? New, ImmutableArray<PagePlace> Places);

public enum FileChangeKind { Added, Removed, Changed }

public sealed record FileChange(string Path, FileChangeKind Kind);
