using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Symbols;

namespace StaticSite.Graph;

/// <summary>What one place of a passage has in one language and not in the other.</summary>
/// <param name="Span">In the translation; null when it has nothing to point at.</param>
internal sealed record Difference(TextSpan? Span, string Message, string Hint);

/// <summary>Compares what a passage cites in two languages: the same places of the same documents, each as often. How a language says it (by symbol,
/// "ibid.", a footnote) does not matter.</summary>
internal sealed class CitationComparison
{
    // One place that a citation names; a range is one for each number, all with the words of the range.
    private readonly record struct Row(ResolvedCitation Citation, Pinpoint? Pinpoint)
    {
        public (DocumentSymbol?, Pinpoint?) Key => (Citation.Citation.Target, Pinpoint is null ? null : Pinpoint with { Span = default });

        // "That resolution" may be "it" in the other language.
        public bool MayBeAbsent => Pinpoint is null && Citation.Citation.Kind == CitationKind.Anaphora;
    }

    // The rows of a citation that stand in the same words.
    private sealed record Group(ResolvedCitation Citation, TextSpan Words, List<Row> Rows);

    private readonly LinkedText source, translation;
    private readonly string passage;

    private CitationComparison(LinkedText source, LinkedText translation, string passage) =>
        (this.source, this.translation, this.passage) = (source, translation, passage);

    public static IReadOnlyList<Difference> Compare(LinkedText source, LinkedText translation, string passage)
    {
        var (there, here) = (source.CitationsIn(passage), translation.CitationsIn(passage));
        return IsSame(there, here) ? [] : [.. new CitationComparison(source, translation, passage).Compare()];
    }

    // Most passages cite the same in the same order: then nothing needs counting.
    private static bool IsSame(ImmutableArray<ResolvedCitation> there, ImmutableArray<ResolvedCitation> here)
    {
        if (there.Length != here.Length) return false;
        for (var i = 0; i < there.Length; i++)
        {
            var (one, other) = (there[i].Citation, here[i].Citation);
            if (one.Target != other.Target || one.Pinpoints.Length != other.Pinpoints.Length) return false;
            for (var p = 0; p < one.Pinpoints.Length; p++)
                if (one.Pinpoints[p] != other.Pinpoints[p] with { Span = one.Pinpoints[p].Span }) return false;
        }
        return true;
    }

    private IEnumerable<Difference> Compare()
    {
        var (there, here) = (Rows(source), Rows(translation));
        var (missing, extra) = (Groups(Without(there, here)), Groups(Without(here, there)));
        if (missing.Count == 0 && extra.Count == 0) yield break;
        var (allThere, allHere) = (Groups(there), Groups(here));
        for (var i = 0; i < extra.Count; i++)
        {
            var name = Name(extra[i], allHere);
            var said = allThere.Exists(g => g.Rows.Exists(r => r.Key == extra[i].Rows[0].Key));
            var meant = Take(missing, extra[i]) ?? allThere.Find(g => g.Citation.Citation.Target == extra[i].Citation.Citation.Target && !said);
            yield return new(extra[i].Words, said
                ? $"{name} is cited more often here than in the {source.Text.Language} text"
                : $"{name} is cited here and not in the {source.Text.Language} text",
                meant is null ? "remove it, or mend the text that is wrong" : $"the {source.Text.Language} text has {Name(meant, allThere)}");
        }
        foreach (var group in missing)
        {
            var name = Name(group, allThere);
            var keys = Whole(group, allThere).Rows.Select(r => r.Key).ToHashSet();
            var near = allHere.Find(g => g.Rows.Exists(r => keys.Contains(r.Key)));
            yield return new(near?.Words, near is null || !near.Rows.Exists(r => r.Key == group.Rows[0].Key)
                ? $"{name} is cited in the {source.Text.Language} text and not here"
                : $"{name} is cited in the {source.Text.Language} text and not as often here",
                $"the {source.Text.Language} text says \"{CitationGraph.Surface(source, group.Citation)}\"");
        }
    }

    private List<Row> Rows(LinkedText text)
    {
        var rows = new List<Row>();
        foreach (var citation in text.CitationsIn(passage))
        {
            if (citation.Citation.Pinpoints.IsEmpty) rows.Add(new(citation, null));
            foreach (var pinpoint in citation.Citation.Pinpoints) rows.Add(new(citation, pinpoint));
        }
        return rows;
    }

    // Rows of the first that the second lacks, as often as it lacks them: the last ones of each kind.
    private static List<Row> Without(List<Row> rows, List<Row> others)
    {
        var counts = new Dictionary<(DocumentSymbol?, Pinpoint?), int>();
        foreach (var row in others) counts[row.Key] = counts.GetValueOrDefault(row.Key) + 1;
        var left = new List<Row>();
        foreach (var row in rows.OrderBy(r => r.MayBeAbsent))
        {
            var count = counts.GetValueOrDefault(row.Key);
            if (count > 0) counts[row.Key] = count - 1;
            else if (!row.MayBeAbsent) left.Add(row);
        }
        return left;
    }

    private static List<Group> Groups(List<Row> rows)
    {
        var groups = new Dictionary<(ResolvedCitation, TextSpan), Group>();
        foreach (var row in rows)
        {
            // A member of a list of documents that share one span is a citation of its own.
            var words = row.Pinpoint?.Span ?? row.Citation.Citation.Span;
            if (!groups.TryGetValue((row.Citation, words), out var group))
                groups.Add((row.Citation, words), group = new(row.Citation, row.Citation.Citation.Span, []));
            group.Rows.Add(row);
        }
        return [.. groups.Values.OrderBy(g => g.Words.Start)];
    }

    // What was probably meant: another place of the same document, otherwise what comes first.
    private static Group? Take(List<Group> missing, Group extra)
    {
        if (missing.Count == 0) return null;
        var at = Math.Max(0, missing.FindIndex(g => g.Citation.Citation.Target == extra.Citation.Citation.Target));
        var group = missing[at];
        missing.RemoveAt(at);
        return group;
    }

    // In the official short form of the translation; a range as it is cited, even where only some of its paragraphs differ.
    private string Name(Group group, List<Group> all)
    {
        var citation = group.Citation.Citation;
        var (text, language) = (Contains(source, group) ? source : translation, translation.Text.Language);
        if (citation.Target is not { } target || citation.Kind == CitationKind.Internal) return $"\"{CitationGraph.Surface(text, group.Citation)}\"";
        var document = CitationForm.OfDocument(target, language);
        if (group.Rows[0].Pinpoint is null) return document;
        var whole = Whole(group, all);
        return document + (language == "zh" ? "，" : ", ") + CitationForm.OfRange(whole.Rows[0].Pinpoint!, whole.Rows[^1].Pinpoint!, language);
    }

    private bool Contains(LinkedText text, Group group) => text.CitationsIn(passage).Any(c => ReferenceEquals(c, group.Citation));

    private static Group Whole(Group group, List<Group> all) =>
        all.Find(g => ReferenceEquals(g.Citation, group.Citation) && g.Rows[0].Pinpoint?.Span == group.Rows[0].Pinpoint?.Span) ?? group;
}
