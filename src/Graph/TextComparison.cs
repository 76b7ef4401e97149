using System.Collections.Immutable;
using System.Globalization;

using StaticSite.Diagnostics;
using StaticSite.Markdown;
using StaticSite.Records;
using StaticSite.Text;

namespace StaticSite.Graph;

/// <summary>A translation beside its source, passage by passage. What an erratum says was meant may be translated, and so may what was printed.</summary>
internal sealed class TextComparison(LinkedText source, LinkedText translation, TermIndex terms)
{
    private readonly HashSet<string> provisions = source.Document.Provisions.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> mended = source.Text.Errata.Concat(translation.Text.Errata).Select(e => e.Provision).ToHashSet(StringComparer.Ordinal);
    private readonly Lazy<LinkedText[]> sources = new(() => [source, Mended(source)]), translations = new(() => [translation, Mended(translation)]);

    private readonly FigureReader fromReader = Figures.ReaderFor(source.Text.Language), toReader = Figures.ReaderFor(translation.Text.Language);

    private string From => source.Text.Language;

    public IEnumerable<Diagnostic> Compare()
    {
        foreach (var passage in translation.Passages)
        {
            if (source.TextOf(passage.Id) is not { } original) continue;
            foreach (var found in CitationDifferences(passage.Id)) yield return Finding(AlignmentRules.CitationsDiffer, found);
            foreach (var found in FigureDifferences(passage.Id)) yield return Finding(AlignmentRules.FiguresDiffer, found);
            foreach (var found in TermDifferences(original, passage.Text)) yield return Finding(AlignmentRules.TermDiffers, found);
            foreach (var found in CallDifferences(original, passage.Text)) yield return Finding(AlignmentRules.FootnotesDiffer, found);
            foreach (var found in PartDifferences(passage.Id, original, passage.Text)) yield return Finding(AlignmentRules.PartsDiffer, found);

            Diagnostic Finding(Rule rule, Difference found) =>
                new(rule, translation.SpanOf(passage.Id, found.Span ?? new(0, 0)), found.Message, found.Hint);
        }
    }

    private IEnumerable<Difference> CitationDifferences(string passage) => Unless(passage, CitationComparison.Compare);

    private IEnumerable<Difference> FigureDifferences(string passage) =>
        Figures.CanRead(From) && Figures.CanRead(translation.Text.Language) ? Unless(passage, CompareFigures) : [];

    // A passage with an erratum may follow either reading.
    private IReadOnlyList<Difference> Unless(string passage, Func<LinkedText, LinkedText, string, IReadOnlyList<Difference>> compare)
    {
        var found = compare(source, translation, passage);
        if (found.Count == 0 || !mended.Contains(passage)) return found;
        return sources.Value.Any(s => translations.Value.Any(t => compare(s, t, passage).Count == 0)) ? [] : found;
    }

    private IReadOnlyList<Difference> CompareFigures(LinkedText from, LinkedText to, string passage)
    {
        var (there, here) = (FiguresOf(from, passage, fromReader), FiguresOf(to, passage, toReader));
        if (FigureComparison.IsSame(there, here)) return [];
        var (missing, extra) = FigureComparison.Compare([.. there], [.. here]);
        var found = new List<Difference>();
        for (var i = 0; i < extra.Count; i++)
        {
            var words = Words(to, extra[i]);
            found.Add(new(new(extra[i].Start, extra[i].Length), $"{words} is not in the {From} text",
                i < missing.Count ? $"the {From} text has {Words(from, missing[i])}" : "remove it, or mend the text that is wrong"));
        }
        for (var i = extra.Count; i < missing.Count; i++)
            found.Add(new(null, $"{Words(from, missing[i])} of the {From} text is missing here", "add it, or mend the text that is wrong"));
        return found;

        string Words(LinkedText text, Figure figure) => $"\"{text.TextOf(passage)!.Plain.Substring(figure.Start, figure.Length)}\"";
    }

    // Numbers inside citations are compared as citations; the dates of resolutions are figures. The list is the reader's.
    private static List<Figure> FiguresOf(LinkedText text, string passage, FigureReader reader)
    {
        var figures = reader.Read(text.TextOf(passage)?.Plain ?? "");
        var citations = text.CitationsIn(passage);
        if (citations.IsEmpty) return figures;
        var (next, end, kept) = (0, 0, 0);
        for (var i = 0; i < figures.Count; i++)
        {
            var figure = figures[i];
            for (; next < citations.Length && citations[next].Citation.Span.Start <= figure.Start; next++) end = Math.Max(end, citations[next].Citation.Span.End);
            if (figure.Start >= end || figure.Value.Kind == FigureKind.Date) figures[kept++] = figure;
        }
        figures.RemoveRange(kept, figures.Count - kept);
        return figures;
    }

    private IEnumerable<Difference> TermDifferences(RichText original, RichText text)
    {
        string? shaped = null;
        foreach (var (found, form) in terms.Find(original.Plain))
        {
            shaped ??= TermIndex.Shape(text.Plain, translation.Text.Language);
            if (found.Any(t => terms.Occurs(t, translation.Text.Language, shaped) || IsOwn(terms.Term(t), shaped))) continue;
            var accepted = string.Join(", ", found.SelectMany(t => terms.Term(t).In(translation.Text.Language)).Distinct(StringComparer.Ordinal).Select(f => $"\"{f}\""));
            yield return new(null, $"the {From} text has \"{form}\" ({string.Join(", ", found.Select(t => terms.Term(t).Id))}), this text has no form of it",
                $"write {accepted}, or add the form to the record");
        }
    }

    // A resolution of the Assembly says "its resolution 60/254".
    private bool IsOwn(TermForms term, string shaped) => term.IsBody && term.Id == source.Document.Issuer && translation.Text.Language == "en"
        && (shaped.Contains(" its ", StringComparison.Ordinal) || shaped.Contains(" it ", StringComparison.Ordinal));

    private IEnumerable<Difference> CallDifferences(RichText original, RichText text)
    {
        if (original.Marks.IsEmpty && text.Marks.IsEmpty) yield break;
        var open = Calls(original).Select(m => m.Value).ToList();
        foreach (var call in Calls(text))
            if (!open.Remove(call.Value))
                yield return new(new(call.Start, call.Length), $"footnote {call.Value} is called here and not in the {From} text",
                    open.Count > 0 ? $"the {From} text calls {string.Join(", ", open)}" : "remove the call, or mend the text that is wrong");
        foreach (var marker in open)
            yield return new(null, $"footnote {marker} is called in the {From} text and not here", $"add [^{marker}] where it belongs");

        static IEnumerable<Mark> Calls(RichText text) => text.Marks.Where(m => m.Kind == MarkKind.FootnoteCall);
    }

    private IEnumerable<Difference> PartDifferences(string passage, RichText original, RichText text)
    {
        var (there, here) = (original.Plain.AsSpan().Count('\n') + 1, text.Plain.AsSpan().Count('\n') + 1);
        if (there != here)
            yield return new(null, $"{Count(here)} here, {there.ToString(CultureInfo.InvariantCulture)} in the {From} text",
                "divide the passage as the source does, with an empty line between paragraphs");
        if (!provisions.Contains(passage) || !SubItems.MayHaveLabels(original.Plain) && !SubItems.MayHaveLabels(text.Plain)) yield break;
        var (items, others) = (Items(passage, original), Items(passage, text));
        foreach (var part in others.Values.Where(p => !items.ContainsKey(p.Id)))
            yield return new(new(part.Start, Math.Min(part.Length, 3)), $"the {From} text has no sub-item {part.Id[passage.Length..]}", "number the sub-items as the source does");
        foreach (var part in items.Values.Where(p => !others.ContainsKey(p.Id)))
            yield return new(null, $"the sub-item {part.Id[passage.Length..]} of the {From} text is missing here", "number the sub-items as the source does");

        static string Count(int paragraphs) => paragraphs == 1 ? "1 paragraph" : string.Create(CultureInfo.InvariantCulture, $"{paragraphs} paragraphs");
    }

    private static Dictionary<string, ProvisionPart> Items(string passage, RichText text) =>
        ProvisionText.Parts(passage, text.Plain).Where(p => p.Kind == ProvisionPartKind.Item)
            .DistinctBy(p => p.Id, StringComparer.Ordinal).ToDictionary(p => p.Id, StringComparer.Ordinal);

    /// <summary>The text as its errata say that it was meant.</summary>
    private static LinkedText Mended(LinkedText text)
    {
        var mended = text.Text;
        foreach (var erratum in text.Text.Errata)
        {
            if (erratum.Meant is not { } meant || erratum.Printed.Length == 0) continue;
            mended = mended with
            {
                Title = erratum.Provision == "title" ? Mend(mended.Title) : mended.Title,
                Provisions = In(mended.Provisions),
                Footnotes = In(mended.Footnotes),
                Blocks = In(mended.Blocks),
            };

            ImmutableSortedDictionary<string, LocatedText> In(ImmutableSortedDictionary<string, LocatedText> texts) =>
                texts.TryGetValue(erratum.Provision, out var located) ? texts.SetItem(erratum.Provision, Mend(located)!) : texts;

            LocatedText? Mend(LocatedText? located) =>
                located is null ? null : new(located.Value.Replace(erratum.Printed, meant, StringComparison.Ordinal), located.Span);
        }
        return new(text.Document, mended, new HeldDocuments([text.Document]));
    }
}
