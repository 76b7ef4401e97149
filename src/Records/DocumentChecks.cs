namespace StaticSite.Records;

/// <summary>What must hold inside one document.yaml, beyond the form of its values.</summary>
internal static class DocumentChecks
{
    public static void Check(Document document, Reading reading)
    {
        var ids = new List<LocatedId>(document.Sections.Length + document.Provisions.Length);
        foreach (var section in document.Sections) ids.Add(new(section.Id, section.Span));
        CheckUnique(ids, reading);
        // Citations and errata name provisions, footnotes and blocks by id alone.
        ids.Clear();
        foreach (var block in document.Head) ids.Add(new(block.Id, block.Span));
        foreach (var block in document.Closing) ids.Add(new(block.Id, block.Span));
        foreach (var provision in document.Provisions) ids.Add(new(provision.Id, provision.Span));
        foreach (var footnote in document.Footnotes) ids.Add(new(footnote.Id, footnote.Span));
        CheckUnique(ids, reading);
        CheckFootnotes(document, reading);
        CheckSections(document, reading);
        CheckNumbers(document, reading);
        CheckClassified(document, "act", p => p.Act.IsEmpty, reading);
        CheckClassified(document, "components", p => p.Components.IsEmpty, reading);
    }

    // A document that nobody has classified yet is no mistake; one that is classified in part is unfinished.
    private static void CheckClassified(Document document, string key, Func<Provision, bool> lacks, Reading reading)
    {
        if (document.Provisions.All(lacks)) return;
        foreach (var provision in document.Provisions)
            if (lacks(provision))
                reading.Report(RecordRules.NotClassified, provision.Span, $"Provision {provision.Id} has no {key}, though others in this document have",
                    $"add {key}: […]");
    }

    private static void CheckUnique(List<LocatedId> ids, Reading reading)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, span) in ids)
            if (!seen.Add(id))
                reading.Report(RecordRules.DuplicateId, span, $"The id \"{id}\" stands in line {reading.LineOf(ids.First(i => i.Id == id).Span)} already",
                    "an id is unique in its document");
    }

    private static void CheckFootnotes(Document document, Reading reading)
    {
        foreach (var footnote in document.Footnotes)
            if (!footnote.Id.StartsWith("fn", StringComparison.Ordinal) || footnote.Id.Length == 2)
                reading.Report(RecordRules.BadId, footnote.Span, $"\"{Nearest.Shorten(footnote.Id)}\" is not the id of a footnote",
                    "write fn and the marker, as in fn1");
    }

    private static void CheckSections(Document document, Reading reading)
    {
        var ids = document.Sections.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var reference in reading.References)
            if (reference.Kind == ReferenceKind.Section && !ids.Contains(reference.Id) && !reading.IsPartial)
                reading.Report(RecordRules.DanglingId, reference.Span, $"The document has no section \"{Nearest.Shorten(reference.Id)}\"",
                    Nearest.Hint(reference.Id, document.Sections.Select(s => s.Id), "list it under sections"));

        var before = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in document.Sections)
        {
            before.Add(section.Id);
            if (section.Parent is null || !ids.Contains(section.Parent)) continue;
            if (section.Parent == section.Id)
                reading.Report(RecordRules.Order, section.Span, $"Section {section.Id} is its own parent",
                    "write null for a section at the top");
            else if (!before.Contains(section.Parent))
                reading.Report(RecordRules.Order, section.Span, $"Section {section.Id} stands before its parent {section.Parent}",
                    "a parent comes first");
        }
    }

    // Within a scope ("II/") and a kind of number ("PP") numbers ascend. The fewest ids whose removal leaves an ascending row are
    // the wrong ones: one id in a wrong place is one finding, not one for each that follows.
    private static void CheckNumbers(Document document, Reading reading)
    {
        var rows = document.Provisions.Select(Numbered).OfType<NumberedProvision>().GroupBy(p => p.Row, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var provisions = row.DistinctBy(p => p.Provision.Id, StringComparer.Ordinal).ToList();
            var inOrder = Ascending([.. provisions.Select(p => p.Number)]);
            for (var i = 0; i < provisions.Count; i++)
            {
                if (inOrder[i]) continue;
                var after = i == 0 ? "at the beginning" : $"after {provisions[i - 1].Provision.Id}";
                reading.Report(RecordRules.Order, provisions[i].Provision.Span, $"Provision {provisions[i].Provision.Id} stands {after}",
                    "numbers ascend; where numbering restarts, ids begin with their scope, as in II/4");
            }
        }
    }

    private sealed record NumberedProvision(Provision Provision, string Row, int Number);

    /// <summary>"II/PP3" -> "II/PP", 3; null for an id without a number.</summary>
    private static NumberedProvision? Numbered(Provision provision)
    {
        var id = provision.Id;
        var start = id.LastIndexOf('/') + 1;
        while (start < id.Length && !char.IsAsciiDigit(id[start])) start++;
        var end = start;
        while (end < id.Length && char.IsAsciiDigit(id[end])) end++;
        return end - start is > 0 and < 9
            ? new(provision, id[..start], int.Parse(id.AsSpan(start, end - start), System.Globalization.CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>Marks the members of a longest row that does not descend ("4", "4bis" share a number).</summary>
    private static bool[] Ascending(int[] numbers)
    {
        var (previous, ends) = (new int[numbers.Length], new List<int>());
        for (var i = 0; i < numbers.Length; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (numbers[ends[middle]] <= numbers[i]) low = middle + 1;
                else high = middle;
            }
            previous[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count) ends.Add(i);
            else ends[low] = i;
        }
        var kept = new bool[numbers.Length];
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = previous[i]) kept[i] = true;
        return kept;
    }
}
