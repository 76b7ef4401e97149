using StaticSite.Symbols;
using StaticSite.Text;

namespace StaticSite.Citations;

/// <summary>What was cited so far, for the words that point back.</summary>
/// <remarks>"Ibid." inside brackets means what was last cited inside brackets, since a resolution that the sentence itself names between them
/// is not meant: "(A/67/714，第 44 段)……大会最近在第 67/240 号决议中……(同上，第 48 段)". It reaches back into the passage before only when its own
/// passage has cited nothing yet; in footnotes that is the rule. "该决议" and "that report" stay within the passage.</remarks>
internal sealed class ReadingContext(CitingDocument document, FootnoteTargets footnotes)
{
    private HashSet<string>? captions;
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

    /// <summary>Whether the document itself prints the table or figure of a place, its caption at the start of a line.</summary>
    public bool HasOwn(Pinpoint place) => (captions ??= Captions(document)).Contains(place.Table is { } table ? "Table " + table : "Figure " + place.Figure);

    public void StartPassage()
    {
        lastOfPassageBefore = LastInBrackets ?? Last ?? lastOfPassageBefore;
        (Last, LastInBrackets, LastResolution, LastReport, LastWithFigures) = (null, null, null, null, null);
        Introductions.StartPassage();
    }

    public void Remember(DocumentSymbol cited, bool inBrackets, bool withFigures, bool isReport = true)
    {
        Last = cited;
        if (inBrackets) LastInBrackets = cited;
        if (cited.IsResolution() || cited.IsDecision()) LastResolution = cited;
        else if (isReport) LastReport = cited;
        if (withFigures) LastWithFigures = cited;
    }

    /// <summary>What "the report" (of a body, or of none that is named) means here; null when nothing says.</summary>
    /// <param name="topic">Words that narrow the choice; may be empty.</param>
    public DocumentSymbol? ReportOf(IssuingBody body, string topic)
    {
        if (body is IssuingBody.None) return LastReport ?? Introductions.Considered() ?? Introductions.Only();
        return Introductions.ReportBy(body, topic) ?? (LastReport is { } last && !Introductions.IsOfAnother(body, last) ? last : null);
    }

    // "Table 1", "Figure II" at the start of a line.
    private static HashSet<string> Captions(CitingDocument document)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in document.Passages.SelectMany(p => p.Text.Plain.Split('\n')))
        {
            if (!line.StartsWith("Table ", StringComparison.Ordinal) && !line.StartsWith("Figure ", StringComparison.Ordinal)) continue;
            var words = line.Split(' ', 3);
            if (words.Length < 3 || words[2].Length == 0 || Ascii.IsUpper(words[2][0])) found.Add(words[0] + " " + words[1].TrimEnd('.', ':'));
        }
        return found;
    }

    public DocumentSymbol? Ibid(bool inBrackets) => (inBrackets ? LastInBrackets : null) ?? Last ?? lastOfPassageBefore;
}
