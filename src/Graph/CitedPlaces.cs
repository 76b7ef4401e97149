using StaticSite.Citations;
using StaticSite.Records;

namespace StaticSite.Graph;

/// <summary>The ids by which records name places in documents that are not held.</summary>
public static class CitedPlaces
{
    /// <summary>"27", "8(d)", "annex-I/4", "II.B", "table-1"; null for the whole document.</summary>
    public static string? IdOf(Pinpoint place)
    {
        var annex = place.Annex switch { null => null, "" => "annex", var number => $"annex-{number}" };
        var section = annex is null ? place.Section ?? place.Chapter : place.Section is null ? annex : $"{annex}.{place.Section}";
        if (place.Paragraph is { } paragraph) return $"{(section is null ? "" : section + "/")}{paragraph}{place.Subparagraph}";
        return place.Table is { } table ? $"table-{table}" : place.Figure is { } figure ? $"figure-{figure}" : place.Footnote is { } note ? "fn" + note : section;
    }

    /// <summary>How the held documents cite a place that a record names; a citation of a sub-item will do. Null when none of them cites it.</summary>
    public static Pinpoint? Find(CitationGraph graph, PassageReference passage)
    {
        if (passage.Id is not { } id) return null;
        Pinpoint? inside = null;
        foreach (var edge in graph.BacklinksTo(new(passage.Symbol, null)))
        {
            if (edge.Pinpoint is not { } pinpoint || IdOf(pinpoint) is not { } cited) continue;
            if (cited == id) return pinpoint;
            if (cited.StartsWith(id + "(", StringComparison.Ordinal)) inside ??= pinpoint;
        }
        return inside;
    }
}
