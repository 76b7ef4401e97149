using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Symbols;

namespace StaticSite.Records;

/// <summary>What a document is, as far as its layout and its citation form differ.</summary>
public enum DocumentKind { Report, Resolution, Decision, Note }

/// <summary>Lines of the source text, both 1-based and inclusive.</summary>
public readonly record struct LineRange(int First, int Last);

/// <summary>A held document: the folder input/documents/SLUG with document.yaml and one text file per language.</summary>
public sealed record Document
{
    /// <summary>Place of the symbol in document.yaml.</summary>
    public required SourceSpan Span { get; init; }

    public required DocumentSymbol Symbol { get; init; }
    public required DocumentKind Kind { get; init; }

    /// <summary>Id of a body, "acabq", "general-assembly"; null when the source does not tell.</summary>
    public string? Issuer { get; init; }

    /// <summary>Session of the organ, 67; null when the source does not tell.</summary>
    public int? Session { get; init; }

    /// <summary>Agenda item, "129" or "76 (a)"; null when the source does not state it.</summary>
    public string? AgendaItem { get; init; }

    /// <summary>Adoption of a resolution, date of a report; null when the source does not state it.</summary>
    public DateOnly? Date { get; init; }

    public required DocumentSource Source { get; init; }

    /// <summary>Blocks of the title page in printed order. The block with id "title" has its text in <see cref="DocumentText.Title"/>.</summary>
    public ImmutableArray<Block> Head { get; init; } = [];

    /// <summary>Sections in printed order; a parent stands before its children.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>Provisions in printed order.</summary>
    public ImmutableArray<Provision> Provisions { get; init; } = [];

    public ImmutableArray<Footnote> Footnotes { get; init; } = [];

    /// <summary>Blocks behind the last provision (date and meeting of a resolution, tables that are kept whole), in printed order.</summary>
    public ImmutableArray<Block> Closing { get; init; } = [];

    /// <summary>Page furniture: whole lines, or ends of lines, of the source that are no content, in source order.</summary>
    public ImmutableArray<FurnitureLine> Furniture { get; init; } = [];

    /// <summary>The texts by language, source language first.</summary>
    public ImmutableArray<DocumentText> Texts { get; init; } = [];

    /// <summary>True for a block of the title page or of the closing.</summary>
    public bool HasBlock(string id)
    {
        foreach (var block in Head)
            if (block.Id == id) return true;
        foreach (var block in Closing)
            if (block.Id == id) return true;
        return false;
    }

    /// <summary>The text in a language of the site ("zh", "en"); null when none is held.</summary>
    public DocumentText? TextIn(string language)
    {
        foreach (var text in Texts)
            if (text.Language == language) return text;
        return null;
    }
}

/// <param name="File">Relative to the repository root, '/' separators: "seeds/x.txt".</param>
/// <param name="Language">Short code of the language, "zh": the one whose text file came from the source.</param>
public sealed record DocumentSource(string File, string Language);

/// <summary>A block outside the provisions. Its text stands under its id in the text files.</summary>
/// <param name="Id">Unique in the document: "session", "agenda-item", "title", "author", "date", "meeting", or "block-1".</param>
/// <param name="Printed">Label printed before the text and not part of it, "64/259."; null when there is none.</param>
public sealed record Block(string Id, string? Printed, LineRange Lines, SourceSpan Span);

/// <param name="Id">Path of labels in Roman and Latin form: "III", "III.C", "A"; annexes "annex", "annex-I", "annex-I.B"; unlettered "u1", "u2", …</param>
/// <param name="Parent">Id of the section around it; null at the top.</param>
/// <param name="Printed">Label as the source prints it, "三.", "C."; null for an unlettered heading.</param>
public sealed record Section(string Id, string? Parent, string? Printed, LineRange Lines, SourceSpan Span);

/// <summary>A numbered, preambular or unnumbered paragraph.</summary>
public sealed record Provision
{
    /// <summary>Unique in the document: "17", "PP3"; where numbering restarts, with its scope: "II/4", "II/PP1", "annex-I/4"; unnumbered "x1".</summary>
    public required string Id { get; init; }

    public required SourceSpan Span { get; init; }

    /// <summary>Id of the section; null before the first heading.</summary>
    public string? Section { get; init; }

    /// <summary>Label as the source prints it, "17."; null when nothing is printed (preambular and unnumbered paragraphs).</summary>
    public string? Printed { get; init; }

    /// <summary>Made by hand: what the provision does, ids of the vocabulary of acts.</summary>
    public ImmutableArray<string> Act { get; init; } = [];

    /// <summary>Made by hand: ids of components of the accountability framework.</summary>
    public ImmutableArray<string> Components { get; init; } = [];

    /// <summary>Made by hand: id of the body or official it is addressed to; null when it is addressed to nobody.</summary>
    public string? Addressee { get; init; }

    /// <summary>Made by hand: id of the body or official who has to act, where that is not the addressee; null when it is, or when nobody has to.</summary>
    public string? Responsible { get; init; }

    /// <summary>Made by hand: the words of the provision that set a time, in both languages; empty when it sets none.</summary>
    public ImmutableArray<LocatedWords> Deadlines { get; init; } = [];

    /// <summary>Lines of the source from its first to its last, furniture and footnotes between them included.</summary>
    public required LineRange Lines { get; init; }
}

/// <param name="Id">"fn1"; where markers restart, "fn1-2" for the second footnote 1.</param>
/// <param name="Marker">As printed: "1", "*".</param>
public sealed record Footnote(string Id, string Marker, LineRange Lines, SourceSpan Span);

/// <param name="Line">1-based line of the source.</param>
/// <param name="Text">The furniture on that line, as printed, trimmed.</param>
public sealed record FurnitureLine(int Line, string Text, SourceSpan Span);
