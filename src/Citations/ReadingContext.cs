using StaticSite.Symbols;

namespace StaticSite.Citations;

/// <summary>What was cited so far, for the words that point back.</summary>
/// <remarks>"Ibid." inside brackets means what was last cited inside brackets, since a resolution that the sentence itself names between them
/// is not meant: "(A/67/714，第 44 段)……大会最近在第 67/240 号决议中……(同上，第 48 段)". It reaches back into the passage before only when its own
/// passage has cited nothing yet; in footnotes that is the rule. "该决议" and "that report" stay within the passage.</remarks>
internal sealed class ReadingContext(CitingDocument document, FootnoteTargets footnotes)
{
    private DocumentSymbol? lastOfPassageBefore;

    public DocumentSymbol Self { get; } = document.Symbol;

    public FootnoteTargets Footnotes { get; } = footnotes;

    public Introductions Introductions { get; } = new();

    /// <summary>The document cited last in this passage; null when there is none yet.</summary>
    public DocumentSymbol? Last { get; private set; }

    public DocumentSymbol? LastInBrackets { get; private set; }

    public DocumentSymbol? LastResolution { get; private set; }

    public DocumentSymbol? LastReport { get; private set; }

    /// <summary>The document whose figure or table was cited last in this passage.</summary>
    public DocumentSymbol? LastWithFigures { get; private set; }

    public void StartPassage()
    {
        lastOfPassageBefore = LastInBrackets ?? Last ?? lastOfPassageBefore;
        (Last, LastInBrackets, LastResolution, LastReport, LastWithFigures) = (null, null, null, null, null);
        Introductions.StartPassage();
    }

    public void Remember(DocumentSymbol cited, bool inBrackets, bool withFigures)
    {
        Last = cited;
        if (inBrackets) LastInBrackets = cited;
        if (cited.IsResolution() || cited.IsDecision()) LastResolution = cited;
        else LastReport = cited;
        if (withFigures) LastWithFigures = cited;
    }

    /// <summary>What "the report" (of a body, or of none that is named) means here; null when nothing says.</summary>
    /// <param name="topic">Words that narrow the choice; may be empty.</param>
    public DocumentSymbol? ReportOf(IssuingBody body, string topic)
    {
        if (body is IssuingBody.None) return LastReport ?? Introductions.Considered();
        return Introductions.ReportBy(body, topic) ?? (LastReport is { } last && !Introductions.IsOfAnother(body, last) ? last : null);
    }

    public DocumentSymbol? Ibid(bool inBrackets) => (inBrackets ? LastInBrackets : null) ?? Last ?? lastOfPassageBefore;
}
