using StaticSite.Citations;
using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>Ids of places in pages; the same in every language.</summary>
public static class Anchors
{
    /// <summary>"17" -> "p17", in resolutions and decisions "op17"; "PP3" -> "pp3"; "II/4" -> "II-op4"; "34(a)(ii)" -> "p34-a-ii"; "8.1" -> "op8.1";
    /// sections "s-III.C"; footnotes and unnumbered paragraphs as they are, "fn1", "x1".</summary>
    /// <param name="id">Id of a provision, sub-item, block, section or footnote of the document.</param>
    public static string Of(Document document, string id)
    {
        // No section has a label that begins with a digit.
        if (!char.IsAsciiDigit(id[0]) && IsSection(document, id)) return OfSection(id);
        var slash = id.LastIndexOf('/');
        var (scope, own) = slash < 0 ? ("", id) : (id[..slash] + "-", id[(slash + 1)..]);
        var name = own switch
        {
            ['P', 'P', ..] => "pp" + own[2..],
            [>= '0' and <= '9', ..] => (document.Kind is DocumentKind.Resolution or DocumentKind.Decision ? "op" : "p") + own,
            _ => own,
        };
        return scope + name.Replace("(", "-", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
    }

    private static bool IsSection(Document document, string id)
    {
        foreach (var section in document.Sections)
            if (section.Id == id) return true;
        return false;
    }

    /// <summary>"III.C" -> "s-III.C".</summary>
    public static string OfSection(string id) => "s-" + id;

    /// <summary>Id of a cited place on the page of a document that is not held: "p10", "annex-I-p4", "s-III", "table-1".</summary>
    public static string OfCited(Pinpoint pinpoint)
    {
        var parts = new List<string>();
        if (pinpoint.Annex is { } annex) parts.Add(annex.Length == 0 ? "annex" : "annex-" + annex);
        if (pinpoint.Chapter is { } chapter) parts.Add("chap-" + chapter);
        if (pinpoint.Section is { } section) parts.Add("s-" + section);
        if (pinpoint.Paragraph is { } paragraph) parts.Add("p" + paragraph + Sub(pinpoint.Subparagraph));
        if (pinpoint.Table is { } table) parts.Add("table-" + table);
        if (pinpoint.Figure is { } figure) parts.Add("figure-" + figure);
        if (pinpoint.Footnote is { } footnote) parts.Add("fn" + footnote);
        return string.Join('-', parts).Replace(' ', '-');

        static string Sub(string? sub) =>
            sub?.Replace("(", "-", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal) ?? "";
    }
}
