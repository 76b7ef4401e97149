using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Markdown;
using StaticSite.Pages;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Exports;

/// <summary>The words of a document in Akoma Ntoso: emphasis, every citation as a reference, each footnote where it is first called.</summary>
internal sealed class AkomaNtosoText(Site site, Document document, SiteLanguage language, AkomaNtosoXml xml)
{
    private readonly HashSet<string> notes = new(StringComparer.Ordinal);
    private bool insideNote;

    /// <summary>The text to show of a passage: that of the language, else of the source language; null when neither holds it.</summary>
    public LinkedText? Shown(string passage) => site.Shown(document, language.Code, passage);

    /// <summary>The language of a text where it is not that of the file.</summary>
    public string? Foreign(LinkedText? reading) => reading is null || reading.Text.Tag == language.Tag ? null : reading.Text.Tag;

    /// <summary>The footnotes that nothing has called so far.</summary>
    public IEnumerable<Footnote> Uncalled() => document.Footnotes.Where(f => !notes.Contains(f.Id));

    /// <summary>One `p` a paragraph of the passage.</summary>
    public void Paragraphs(LinkedText reading, string passage)
    {
        var text = reading.TextOf(passage)!;
        for (var start = 0; start <= text.Plain.Length;)
        {
            var end = text.Plain.IndexOf('\n', start);
            if (end < 0) end = text.Plain.Length;
            var (from, to) = (start, end);
            xml.Line("p", () => Inline(reading, passage, from, to));
            start = end + 1;
        }
    }

    /// <summary>A whole passage inside an element; a line break is an `eol`.</summary>
    public void Inline(LinkedText reading, string passage) => Inline(reading, passage, 0, reading.TextOf(passage)!.Plain.Length);

    /// <summary>A stretch of a passage inside an element.</summary>
    public void Inline(LinkedText reading, string passage, int start, int end)
    {
        var text = reading.TextOf(passage)!;
        var runs = reading.CitationsIn(passage).SelectMany(CitationRuns.Of).ToImmutableArray();
        for (var at = start; at < end;)
        {
            if (text.Plain[at] == '\n')
            {
                xml.Start("eol");
                xml.End();
                at++;
                continue;
            }
            if (text.Plain[at] == RichText.Call && text.MarkerAt(at) is { } marker)
            {
                Call(marker);
                at++;
                continue;
            }
            var run = Innermost(runs, at);
            var stop = Stop(text.Plain, runs, run, at, end);
            if (run is { } found) StartReference(found);
            Marked(text, at, stop);
            if (run is not null) xml.End();
            at = stop;
        }
    }

    /// <summary>A footnote that the text does not call.</summary>
    public void Note(Footnote footnote)
    {
        notes.Add(footnote.Id);
        insideNote = true;
        xml.Start("authorialNote", ("eId", AkomaNtosoNames.Id(document, footnote.Id)), ("marker", footnote.Marker), ("placement", "bottom"));
        // Inside a paragraph a line break would be text.
        var reading = Shown(footnote.Id);
        var plain = reading?.TextOf(footnote.Id)!.Plain ?? "";
        for (var start = 0; start <= plain.Length;)
        {
            var end = plain.IndexOf('\n', start);
            if (end < 0) end = plain.Length;
            xml.Start("p", ("lang", Foreign(reading)));
            if (reading is not null) Inline(reading, footnote.Id, start, end);
            xml.End();
            start = end + 1;
        }
        xml.End();
        insideNote = false;
    }

    private void Call(string marker)
    {
        if (document.Footnotes.FirstOrDefault(f => f.Id == "fn" + marker) is not { } footnote)
        {
            xml.Start("sup");
            xml.Text(marker);
            xml.End();
        }
        else if (!insideNote && !notes.Contains(footnote.Id))
        {
            Note(footnote);
        }
        else
        {
            xml.Start("noteRef", ("href", "#" + AkomaNtosoNames.Id(document, footnote.Id)), ("marker", footnote.Marker));
            xml.End();
        }
    }

    private void StartReference(CitationRun run)
    {
        if (run.Target is not { } target) xml.Start("inline", ("name", "unresolvedCitation"));
        else if (run.State == CitationState.Unresolved) xml.Start("ref", ("class", "unresolved"), ("href", AkomaNtosoNames.Work(site, target)));
        else if (run.First is { } first && run.Last is { } last && first != last) xml.Start("rref", ("from", PlaceOf(target, first)), ("upTo", PlaceOf(target, last)));
        else xml.Start("ref", ("href", PlaceOf(target, run.First)));
    }

    // A place of this document is named alone; of a document that is not held no place is known.
    private string PlaceOf(DocumentSymbol target, string? id) =>
        site.Held(target) is not { } held ? AkomaNtosoNames.Work(site, target)
        : (target == document.Symbol && id is not null ? "" : AkomaNtosoNames.Work(site, target)) + (id is null ? "" : "#" + AkomaNtosoNames.Id(held, id));

    private void Marked(RichText text, int start, int end)
    {
        for (var at = start; at < end;)
        {
            var stop = end;
            foreach (var mark in text.Marks)
            {
                if (mark.Start > at && mark.Start < stop) stop = mark.Start;
                if (mark.Start + mark.Length > at && mark.Start + mark.Length < stop) stop = mark.Start + mark.Length;
            }
            var marks = text.Marks.Where(m => m.Kind != MarkKind.FootnoteCall && m.Start <= at && m.Start + m.Length >= stop).ToList();
            foreach (var mark in marks) xml.Start(mark.Kind == MarkKind.Strong ? "b" : "i");
            xml.Text(text.Plain.AsSpan(at, stop - at));
            foreach (var _ in marks) xml.End();
            at = stop;
        }
    }

    // Of the citations around a place the one that begins last, of equals the first: "Corr.1" inside "A/64/683 and Corr.1, para. 52".
    private static CitationRun? Innermost(ImmutableArray<CitationRun> runs, int at)
    {
        CitationRun? innermost = null;
        foreach (var run in runs)
            if (run.Start <= at && at < run.End && (innermost is null || run.Start > innermost.Value.Start)) innermost = run;
        return innermost;
    }

    private static int Stop(string plain, ImmutableArray<CitationRun> runs, CitationRun? run, int at, int end)
    {
        var stop = run is { } found ? Math.Min(end, found.End) : end;
        foreach (var other in runs)
            if (other.Start > at && other.Start < stop) stop = other.Start;
        var pause = plain.AsSpan(at, stop - at).IndexOfAny(RichText.Call, '\n');
        return pause > 0 ? at + pause : stop;
    }
}
