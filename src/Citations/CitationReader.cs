using System.Collections.Immutable;

namespace StaticSite.Citations;

/// <summary>Reads all citations of a document from its text. Pure; never throws on any text; linear in its length.</summary>
/// <remarks>Reads Chinese ("zh") and English (any other language). Citations come in the order of their starts; two overlap in one case only:
/// in "A/64/683 和 Corr.1，第 43 段" the corrigendum stands inside the citation of the report, whose paragraph is named behind both,
/// and the members of a range ("Add.1-4", "76/247 A to C") share the span of the range.
/// Source of the usage: UN Editorial Manual, "Footnotes and other references" and "Document symbols".</remarks>
public static class CitationReader
{
    /// <summary>The citations of each passage, passages in the order of the document.</summary>
    public static ImmutableArray<ReadPassage> Read(CitingDocument document)
    {
        // Footnotes first: a marker in the text cites what its footnote cites.
        var footnotes = new FootnoteTargets();
        var notes = Reader(document, new(document, FootnoteTargets.None));
        var read = new ImmutableArray<Citation>[document.Passages.Length];
        for (var i = 0; i < read.Length; i++)
        {
            if (document.Passages[i].FootnoteMarker is null) continue;
            read[i] = notes.Read(document.Passages[i]);
            footnotes.Add(document.Passages[i], read[i]);
        }
        var text = Reader(document, new(document, footnotes));
        for (var i = 0; i < read.Length; i++)
            if (document.Passages[i].FootnoteMarker is null) read[i] = text.Read(document.Passages[i]);
        var result = ImmutableArray.CreateBuilder<ReadPassage>(read.Length);
        for (var i = 0; i < read.Length; i++) result.Add(new(document.Passages[i], read[i]));
        return result.MoveToImmutable();
    }

    private static PassageReader Reader(CitingDocument document, ReadingContext context) =>
        document.Language.StartsWith("zh", StringComparison.Ordinal) ? new ZhPassageReader(context) : new EnPassageReader(context);
}

/// <param name="Citations">In the order of their starts.</param>
public sealed record ReadPassage(Passage Passage, ImmutableArray<Citation> Citations);
