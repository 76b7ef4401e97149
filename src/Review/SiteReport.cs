using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Review;

/// <summary>What a reader would notice between two outputs. All lists are sorted and hold each thing once.</summary>
public sealed record SiteReport
{
    public required ImmutableArray<PageName> AddedPages { get; init; }

    /// <summary>Pages that are gone and lead nowhere: each is an error among the findings.</summary>
    public required ImmutableArray<PageName> RemovedPages { get; init; }

    /// <summary>Pages that stand at a new URL, where their old one leads; what is new in them is told like that of any other page.</summary>
    public required ImmutableArray<PageRedirect> MovedPages { get; init; }

    /// <summary>Pages whose URL now leads to one that was there before, or out of the site.</summary>
    public required ImmutableArray<PageRedirect> RedirectedPages { get; init; }

    public required ImmutableArray<TitleChange> Titles { get; init; }

    /// <summary>What search engines are told: descriptions, canonical addresses, what they shall leave out.</summary>
    public required ImmutableArray<HeadChange> Heads { get; init; }

    /// <summary>Threads, indicators, documents and provisions whose data changed.</summary>
    public required ImmutableArray<RecordChange> Records { get; init; }

    public required ImmutableArray<TextChange> Texts { get; init; }

    /// <summary>Passages that stand elsewhere, or under another anchor, with the same text.</summary>
    public required ImmutableArray<PassageMove> Moves { get; init; }

    public required ImmutableArray<LinkChange> Links { get; init; }

    /// <summary>URLs of pages that say the same in the same places, but whose bytes differ.</summary>
    public required ImmutableArray<string> ThemeOnly { get; init; }

    /// <summary>Files that are no pages: assets, data, feeds.</summary>
    public required ImmutableArray<FileChange> Files { get; init; }

    /// <summary>Errors first; then by file and rule.</summary>
    public required ImmutableArray<ReviewFinding> Findings { get; init; }

    public bool HasErrors => Findings.Any(f => f.Rule.Severity == Severity.Error);

    /// <summary>True when every byte is the same.</summary>
    public bool IsEmpty => HasNoContentChange && ThemeOnly.IsEmpty && Files.IsEmpty && Findings.IsEmpty;

    /// <summary>True when all pages stand where they stood and say what they said.</summary>
    public bool HasNoContentChange => AddedPages.IsEmpty && RemovedPages.IsEmpty && MovedPages.IsEmpty && RedirectedPages.IsEmpty
        && Titles.IsEmpty && Heads.IsEmpty && Records.IsEmpty && Texts.IsEmpty && Moves.IsEmpty && Links.IsEmpty;

    /// <summary>True for a change of the theme, or of files that are no pages, and of nothing else.</summary>
    public bool IsThemeOnly => HasNoContentChange && Findings.IsEmpty && !IsEmpty;
}

/// <param name="Url">Below the output folder, with a slash at its start: "/zh/A/67/776/".</param>
/// <param name="Language">Of the title, as the page says it.</param>
public sealed record PageName(string Url, string Title, string Language);

/// <param name="To">A URL of the site or an absolute one.</param>
/// <param name="Language">Of the title, as the page says it.</param>
public sealed record PageRedirect(string Url, string Title, string Language, string To);

/// <summary>A place that shows something.</summary>
/// <param name="Anchor">Id of the element; empty for what stands under no anchor of its own.</param>
/// <param name="Label">What people call it: "A/67/776，第17段", or the title of the page.</param>
/// <param name="Language">Of the label.</param>
public sealed record PagePlace(string Url, string Anchor, string Label, string Language)
{
    /// <summary>"/zh/A/67/776/#p17".</summary>
    public string Address => Anchor.Length == 0 ? Url : $"{Url}#{Anchor}";
}

public sealed record TitleChange(string Url, Quote Old, Quote New);

/// <param name="Name">"description", "canonical", "robots".</param>
/// <param name="Old">Without words when there was none.</param>
/// <param name="New">Without words when there is none.</param>
public sealed record HeadChange(string Url, string Name, Quote Old, Quote New);

public enum RecordKind { Document, Provision, Thread, Indicator }

/// <summary>A record that is new or gone, or one of its fields that has another value.</summary>
/// <param name="Field">"status", "due", "act"; empty for the record itself.</param>
/// <param name="Wordings">One for each language that tells the change, by language; at least one.</param>
/// <param name="Elsewhere">Places where the same change is a change of text, and is not told again.</param>
public sealed record RecordChange(RecordKind Kind, string Id, string Field, ImmutableArray<RecordWording> Wordings, ImmutableArray<PagePlace> Elsewhere)
{
    /// <summary>The change in a language, or in the first that tells it.</summary>
    public RecordWording In(string language) =>
        Wordings.FirstOrDefault(w => w.Language == language || w.Language.StartsWith(language + "-", StringComparison.Ordinal)) ?? Wordings[0];
}

/// <param name="Language">As the data say it: "zh", "zh-Hans".</param>
/// <param name="Name">Title of the thread, symbol and number of the provision.</param>
/// <param name="Url">Where it is shown: "/zh/tracker/recovery-of-funds/".</param>
/// <param name="Old">Null for a record that is new.</param>
/// <param name="New">Null for a record that is gone.</param>
public sealed record RecordWording(RecordKind Kind, string Id, string Field, string Language, string Name, string Url, string? Old, string? New);

/// <summary>One paragraph, heading or other block whose words changed.</summary>
/// <param name="Old">Null for a block that is new.</param>
/// <param name="New">Null for a block that is gone.</param>
/// <param name="Runs">Old and new in one row.</param>
/// <param name="Place">Where a reader finds it first.</param>
/// <param name="Elsewhere">The other places that show the same change: the same paragraph in other languages' pages and on pages of its own.</param>
/// <param name="IsProvision">True for the words of a provision themselves.</param>
public sealed record TextChange(Quote? Old, Quote? New, ImmutableArray<TextRun> Runs, PagePlace Place, ImmutableArray<PagePlace> Elsewhere, bool IsProvision)
{
    /// <summary>What a reviewer takes it for.</summary>
    public TextKind Kind => IsProvision ? TextKind.Provision : Old is not null && New is not null && Runs.All(r => r.Kind == RunKind.Same || r.Text.All(IsOfFigure)) ? TextKind.Figure : TextKind.Other;

    private static bool IsOfFigure(char c) => char.IsAsciiDigit(c) || c is '.' or ',' or '%' or ' ';
}

/// <summary>The words of a provision; words in which only figures changed, such as the counts of lists; any others.</summary>
public enum TextKind { Provision, Other, Figure }

/// <param name="To">Its anchor now; the same as in <paramref name="From"/> when only the order changed.</param>
/// <param name="Text">Its first block.</param>
public sealed record PassageMove(PagePlace From, string To, Quote Text);

public enum LinkKind { Citation, Link }

/// <param name="Text">The words of the link.</param>
/// <param name="Language">Of the words.</param>
/// <param name="Old">Where it led; null for a new link.</param>
/// <param name="New">Where it leads; null for one that is gone.</param>
public sealed record LinkChange(LinkKind Kind, string Text, string Language, string? Old, string? New, ImmutableArray<PagePlace> Places);

public enum FileChangeKind { Added, Removed, Changed }

public sealed record FileChange(string Path, FileChangeKind Kind);
