using System.Globalization;

using StaticSite.Citations;

namespace StaticSite.Tests.Citations;

/// <summary>The way citations are written in the cases and in the gold files.</summary>
/// <remarks>"symbol A/67/714; para 4-17; annex I, para 4". A range stands for every paragraph in it; "?" is a document that nothing names;
/// calls of footnotes are written [1].</remarks>
internal static class CitationNotation
{
    public static string Print(Citation citation) =>
        citation.Kind.ToString().ToLowerInvariant() + " " + (citation.Target?.Value ?? "?")
        + string.Concat(Places(citation).Select(place => "; " + place));

    public static string Words(Passage passage, TextSpan span)
    {
        var printed = "";
        for (var i = span.Start; i < span.End; i++)
            printed += passage.Text.MarkerAt(i) is { } marker ? $"[{marker}]" : passage.Text.Plain[i].ToString();
        return printed;
    }

    public static IEnumerable<string> Places(Citation citation)
    {
        var pinpoints = citation.Pinpoints;
        for (var i = 0; i < pinpoints.Length; i++)
        {
            var first = i;
            while (i + 1 < pinpoints.Length && pinpoints[i + 1].Span == pinpoints[first].Span && IsNext(pinpoints[i], pinpoints[i + 1])) i++;
            yield return Print(pinpoints[first]) + (i > first ? "-" + (pinpoints[i].Subparagraph ?? pinpoints[i].Paragraph ?? pinpoints[i].Table ?? pinpoints[i].Figure ?? pinpoints[i].Section ?? pinpoints[i].Annex) : "");
        }
    }

    // The members of one range follow each other; sections and annexes of a range are given by its ends.
    private static bool IsNext(Pinpoint left, Pinpoint right) =>
        left.Subparagraph is not null || right.Paragraph is null
        || Number(right.Paragraph) == Number(left.Paragraph!) + 1;

    // Of "8.20" the number behind the point.
    private static int Number(string paragraph) => int.Parse(paragraph.AsSpan(paragraph.LastIndexOf('.') + 1), CultureInfo.InvariantCulture);

    private static string Print(Pinpoint place)
    {
        var parts = new List<string>();
        if (place.Annex is not null) parts.Add(("annex " + place.Annex).TrimEnd());
        if (place.Chapter is not null) parts.Add("chapter " + place.Chapter);
        if (place.Section is not null) parts.Add("section " + place.Section);
        if (place.Paragraph is not null) parts.Add("para " + place.Paragraph + place.Subparagraph);
        if (place.Table is not null) parts.Add("table " + place.Table);
        if (place.Figure is not null) parts.Add("figure " + place.Figure);
        if (place.Footnote is not null) parts.Add("footnote " + place.Footnote);
        return string.Join(", ", parts);
    }
}
