using System.Collections.Immutable;
using System.Text;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Markdown;
using StaticSite.Records;
using StaticSite.Templating;

namespace StaticSite.Pages;

/// <summary>The text of a passage as HTML: paragraphs, emphasis, citations as links, footnote calls, sub-items and blocks with their anchors.</summary>
public static class PassageHtml
{
    /// <summary>One `p` element a paragraph of the passage, one a line.</summary>
    /// <param name="anchors">False where the passage is shown a second time or on another page, so that ids stay unique.</param>
    /// <param name="inPlace">True where the page holds the whole document, and links into the document are links into the page.</param>
    /// <param name="terms">Further links, none of which overlaps a citation.</param>
    public static HtmlString Paragraphs(
        Site site, LinkedText reading, string passage, string language, bool anchors, bool inPlace = false, ImmutableArray<LinkRun> terms = default)
    {
        if (reading.TextOf(passage) is not { } text) return new("");
        var parts = ProvisionText.Parts(passage, text.Plain);
        var html = new StringBuilder();
        var writer = new Writer(site, reading, passage, text, language, anchors, inPlace, parts, terms.IsDefault ? [] : terms);
        foreach (var (start, end) in Lines(text.Plain))
        {
            if (html.Length > 0) html.Append('\n');
            writer.OpenParagraph(html, start, end);
            writer.Write(html, start, end);
            html.Append("</p>");
        }
        return new(html.ToString());
    }

    /// <summary>The passage as one run without `p` elements, for headings and lists.</summary>
    /// <param name="inPlace">As for <see cref="Paragraphs"/>.</param>
    public static HtmlString Inline(Site site, LinkedText reading, string passage, string language, bool inPlace = false)
    {
        if (reading.TextOf(passage) is not { } text) return new("");
        var html = new StringBuilder();
        new Writer(site, reading, passage, text, language, false, inPlace, [], []).Write(html, 0, text.Plain.Length);
        return new(html.ToString());
    }

    /// <summary>The words alone, without links, mark-up and footnote calls.</summary>
    public static HtmlString Words(LinkedText reading, string passage)
    {
        if (reading.TextOf(passage) is not { } text) return new("");
        var html = new StringBuilder();
        Escape(html, text.Plain.Replace(RichText.Call.ToString(), "", StringComparison.Ordinal));
        return new(html.ToString());
    }

    /// <summary>Text with the characters that mean something in HTML escaped; a line break is a blank.</summary>
    public static void Escape(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': html.Append("&amp;"); break;
                case '<': html.Append("&lt;"); break;
                case '>': html.Append("&gt;"); break;
                case '"': html.Append("&quot;"); break;
                case '\n': html.Append(' '); break;
                default: html.Append(c); break;
            }
        }
    }

    private static IEnumerable<(int Start, int End)> Lines(string plain)
    {
        for (var start = 0; start <= plain.Length;)
        {
            var end = plain.IndexOf('\n', start);
            if (end < 0) end = plain.Length;
            yield return (start, end);
            start = end + 1;
        }
    }

    private sealed class Writer(
        Site site, LinkedText reading, string passage, RichText text, string language, bool anchors, bool inPlace, ImmutableArray<ProvisionPart> parts,
        ImmutableArray<LinkRun> terms)
    {
        private readonly ImmutableArray<LinkRun> links = [.. reading.CitationsIn(passage).SelectMany(c => Runs(site, c, language)), .. terms];

        // What leads into the document stays in the page where that holds the document whole.
        private readonly string? own = inPlace ? site.Urls.Document(language, reading.Document.Symbol) + "#" : null;

        public void OpenParagraph(StringBuilder html, int start, int end)
        {
            var part = parts.FirstOrDefault(p => p.Start == start && p.Start + p.Length <= end && p.Kind != ProvisionPartKind.Text)
                ?? parts.FirstOrDefault(p => p.Start == start && p.Kind != ProvisionPartKind.Text);
            if (part is null)
            {
                html.Append("<p>");
                return;
            }
            html.Append(part.Kind == ProvisionPartKind.Block ? "<p class=\"block\"" : $"<p class=\"item depth-{part.Depth}\"");
            if (anchors && part.Kind == ProvisionPartKind.Block) html.Append(" id=\"").Append(Anchors.Of(reading.Document, part.Id)).Append('"');
            html.Append('>');
        }

        public void Write(StringBuilder html, int start, int end)
        {
            var at = start;
            while (at < end)
            {
                var link = LinkAt(at);
                var stop = Boundary(at, end);
                if (text.Plain[at] == RichText.Call && text.MarkerAt(at) is { } marker)
                {
                    WriteCall(html, marker, at);
                    at++;
                    continue;
                }
                if (link is { } run)
                {
                    // A call inside a citation is a link of its own, and links do not nest: the citation's link pauses there.
                    // A citation inside another, the "Corr.1" of "A/64/683 and Corr.1, para. 52", has its own link there too.
                    stop = Math.Min(Math.Min(run.End, end), NextLink(at));
                    var call = text.Plain.IndexOf(RichText.Call, at, stop - at);
                    if (call >= 0) stop = call;
                    html.Append("<a class=\"").Append(run.Class).Append("\" href=\"");
                    Escape(html, Here(run.Url));
                    if (run.Names is { } names && stop == run.End)
                    {
                        html.Append("\" data-cites=\"");
                        Escape(html, names);
                    }
                    html.Append("\">");
                    WriteMarked(html, at, stop);
                    html.Append("</a>");
                }
                else
                {
                    WriteMarked(html, at, stop);
                }
                at = stop;
            }
        }

        // Emphasis and labels of sub-items inside a stretch that has no link border and no call in it.
        private void WriteMarked(StringBuilder html, int start, int end)
        {
            for (var at = start; at < end;)
            {
                var stop = end;
                foreach (var mark in text.Marks)
                {
                    if (mark.Start > at && mark.Start < stop) stop = mark.Start;
                    if (mark.Start + mark.Length > at && mark.Start + mark.Length < stop) stop = mark.Start + mark.Length;
                }
                var label = parts.FirstOrDefault(p => p.Kind == ProvisionPartKind.Item && p.Start > at && p.Start < stop);
                if (label is not null) stop = label.Start;
                var item = parts.LastOrDefault(p => p.Kind == ProvisionPartKind.Item && p.Start == at);
                if (item is not null) stop = Math.Min(stop, LabelEnd(at));
                var marks = text.Marks.Where(m => m.Kind != MarkKind.FootnoteCall && m.Start <= at && m.Start + m.Length >= stop).ToList();
                foreach (var mark in marks) html.Append(mark.Kind == MarkKind.Strong ? "<strong>" : "<em>");
                if (item is not null) OpenLabel(html, at);
                Escape(html, text.Plain.AsSpan(at, stop - at));
                if (item is not null) html.Append("</span>");
                for (var i = marks.Count - 1; i >= 0; i--) html.Append(marks[i].Kind == MarkKind.Strong ? "</strong>" : "</em>");
                at = stop;
            }
        }

        private void OpenLabel(StringBuilder html, int at)
        {
            html.Append("<span class=\"label\"");
            if (anchors)
            {
                var item = parts.Last(p => p.Kind == ProvisionPartKind.Item && p.Start == at);
                html.Append(" id=\"").Append(Anchors.Of(reading.Document, item.Id)).Append('"');
            }
            html.Append('>');
        }

        private int LabelEnd(int at)
        {
            // "(a)" or "（a）"; a label of one character is "㈠".
            if (text.Plain[at] is not ('(' or '（')) return at + 1;
            var close = text.Plain.AsSpan(at).IndexOfAny(')', '）');
            return close < 0 ? at + 1 : at + close + 1;
        }

        private void WriteCall(StringBuilder html, string marker, int at)
        {
            var id = "fn" + marker;
            var known = reading.Document.Footnotes.Any(f => f.Id == id);
            html.Append("<sup class=\"call\"");
            if (anchors && known) html.Append(" id=\"").Append(CallId(passage, marker, at, text)).Append('"');
            html.Append('>');
            if (known) html.Append("<a href=\"").Append(Here(site.UrlOf(language, new(reading.Document.Symbol, id)))).Append("\">");
            Escape(html, marker);
            html.Append(known ? "</a></sup>" : "</sup>");
        }

        private string Here(string url) => own is not null && url.StartsWith(own, StringComparison.Ordinal) ? url[(own.Length - 1)..] : url;

        // The innermost: of those around a place the one that begins last, of equals the first.
        private LinkRun? LinkAt(int at)
        {
            LinkRun? innermost = null;
            foreach (var link in links)
                if (link.Start <= at && at < link.End && (innermost is null || link.Start > innermost.Start)) innermost = link;
            return innermost;
        }

        private int NextLink(int at)
        {
            var next = text.Plain.Length;
            foreach (var link in links)
                if (link.Start > at && link.Start < next) next = link.Start;
            return next;
        }

        private int Boundary(int at, int end)
        {
            var stop = Math.Min(end, NextLink(at));
            var call = text.Plain.IndexOf(RichText.Call, at + 1, Math.Max(0, stop - at - 1));
            return call >= 0 ? call : stop;
        }
    }

    /// <summary>Id of the n-th call of a footnote, for the way back from the footnote: "call-17-1", and "call-17-1-2" for its second call there.</summary>
    public static string CallId(string passage, string marker, int offset, RichText text)
    {
        var earlier = text.Marks.Count(m => m.Kind == MarkKind.FootnoteCall && m.Value == marker && m.Start < offset);
        var id = $"call-{passage.Replace('/', '-')}-{marker}";
        return earlier == 0 ? id : $"{id}-{earlier + 1}";
    }

    /// <summary>The links of a citation.</summary>
    internal static IEnumerable<LinkRun> Runs(Site site, ResolvedCitation found, string language)
    {
        // "Ibid." and "that resolution" name nothing; on paper, where no link can be followed, the document stands after them.
        var names = found.Citation is { Kind: CitationKind.Ibid or CitationKind.Anaphora or CitationKind.Footnote, Target: { } meant } ? CitationForm.OfDocument(meant, language) : null;
        return
            from run in CitationRuns.Of(found)
            select new LinkRun(run.Start, run.End, run.Target is { } target && run.State != CitationState.Unresolved
                ? site.UrlOf(language, new(target, run.First), run.Pinpoint) : Unresolved(site, language), run.State, Names: run.End == found.Citation.Span.End ? names : null);
    }

    private static string Unresolved(Site site, string language) => site.Urls.Section(language, "status") + "#unresolved";

    /// <summary>The class of a link by where it leads.</summary>
    internal static string StateClass(CitationState state) => state switch
    {
        CitationState.Resolved => "held",
        CitationState.External => "cited",
        _ => "unresolved",
    };
}

/// <summary>A stretch of text that is one link.</summary>
/// <param name="IsTerm">True for a term of art that leads to its definition.</param>
/// <param name="Names">The cited document, where the words do not name it; null where they do.</param>
public sealed record LinkRun(int Start, int End, string Url, CitationState State, bool IsTerm = false, string? Names = null)
{
    /// <summary>The classes of the link.</summary>
    public string Class => IsTerm ? "term" : "cite " + PassageHtml.StateClass(State);
}
