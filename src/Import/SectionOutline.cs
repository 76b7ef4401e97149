using System.Globalization;

using StaticSite.Text;

namespace StaticSite.Import;

/// <summary>Gives headings their place in the outline: ids and parents, while the document is read from top to bottom.</summary>
internal sealed class SectionOutline(bool resolution)
{
    private sealed record Level(LabelStyle Style, bool Bare, int Ordinal, string Id);

    private readonly List<Level> open = [];
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private string? unlettered;
    private int unletteredCount;

    /// <summary>Id of the innermost section; null before the first heading.</summary>
    public string? Current => unlettered ?? (open.Count > 0 ? open[^1].Id : null);

    /// <summary>True inside an annex, appendix or enclosure.</summary>
    public bool InAnnex => open.Count > 0 && open[0].Style >= LabelStyle.Annex;

    /// <summary>Which reading of a label goes on from the headings before it; null when none does ("V." as a name's initial).</summary>
    public Label? Fit(IEnumerable<Label> readings)
    {
        Label? start = null;
        foreach (var label in readings)
        {
            if (label.Style >= LabelStyle.Annex) return label;
            var last = open.FindLast(l => l.Style == label.Style && l.Bare == label.Bare);
            if (last is not null && label.Ordinal == last.Ordinal + 1) return label;
            if (label.Ordinal == 1) start ??= label;
            // A heading that the extraction lost, or that the source leaves out, must not end the outline.
            else if (last is not null && label.Ordinal > last.Ordinal && label.Ordinal <= last.Ordinal + 3 && !label.Bare) start ??= label;
        }
        return start;
    }

    /// <summary>Opens a labelled section; gives its id and its parent's.</summary>
    public (string Id, string? Parent) Open(Label label)
    {
        unlettered = null;
        if (label.Style == LabelStyle.Annex)
        {
            open.Clear();
        }
        else if (label.Style > LabelStyle.Annex)
        {
            open.RemoveAll(l => l.Style >= label.Style || l.Style < LabelStyle.Annex);
        }
        else
        {
            var same = open.FindIndex(l => l.Style == label.Style && l.Bare == label.Bare);
            if (same >= 0) open.RemoveRange(same, open.Count - same);
            else while (open.Count > 0 && !label.Bare && !open[^1].Bare && open[^1].Style < LabelStyle.Annex && open[^1].Style > label.Style) open.RemoveAt(open.Count - 1);
        }
        var parent = open.Count > 0 ? open[^1].Id : null;
        var name = Name(label);
        var id = Unused(parent is null ? name : parent + "." + name);
        open.Add(new(label.Style, label.Bare, label.Ordinal, id));
        return (id, parent);
    }

    /// <summary>Opens an unlettered section: in a report inside the innermost lettered one, in a resolution beside lettered ones.</summary>
    public (string Id, string? Parent) OpenUnlettered()
    {
        if (resolution) while (open.Count > 0 && !open[^1].Bare && open[^1].Style < LabelStyle.Annex) open.RemoveAt(open.Count - 1);
        unletteredCount++;
        unlettered = "u" + unletteredCount.ToString(CultureInfo.InvariantCulture);
        return (unlettered, open.Count > 0 ? open[^1].Id : null);
    }

    private static string Name(Label label) => label.Style switch
    {
        LabelStyle.Roman => Roman.Format(label.Ordinal),
        LabelStyle.Letter => ((char)('A' + label.Ordinal - 1)).ToString(),
        LabelStyle.Digit => label.Ordinal.ToString(CultureInfo.InvariantCulture),
        LabelStyle.Annex => Numbered("annex", label.Ordinal),
        LabelStyle.Appendix => Numbered("appendix", label.Ordinal),
        _ => Numbered("enclosure", label.Ordinal),
    };

    private static string Numbered(string name, int ordinal) => ordinal == 0 ? name : name + "-" + Roman.Format(ordinal);

    private string Unused(string id)
    {
        var unique = id;
        for (var n = 2; !used.Add(unique); n++) unique = id + "-" + n.ToString(CultureInfo.InvariantCulture);
        return unique;
    }
}
