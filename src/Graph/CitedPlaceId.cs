using StaticSite.Citations;

namespace StaticSite.Graph;

/// <summary>Ids of places in documents that are not held, formed as those of held ones are.</summary>
public static class CitedPlaceId
{
    /// <summary>"27", "8(d)", "annex-I/4", "II.B", "table-1"; null for the whole document.</summary>
    public static string? Of(Pinpoint place)
    {
        var annex = place.Annex switch { null => null, "" => "annex", var number => $"annex-{number}" };
        var section = annex is null ? place.Section ?? place.Chapter : place.Section is null ? annex : $"{annex}.{place.Section}";
        if (place.Paragraph is { } paragraph) return $"{(section is null ? "" : section + "/")}{paragraph}{place.Subparagraph}";
        return place.Table is { } table ? $"table-{table}" : place.Figure is { } figure ? $"figure-{figure}" : place.Footnote is { } note ? "fn" + note : section;
    }
}
