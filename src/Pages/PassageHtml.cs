using System.Buffers;
using System.Collections.Immutable;
using System.Text;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Markdown;
using StaticSite.Records;
using StaticSite.Templating;

namespace StaticSite.Pages;

/// <summary>The texts of passages as HTML: paragraphs, emphasis, citations as links, footnote calls, sub-items and blocks with their anchors.
/// Made for one page, and used by the thread that makes it.</summary>
public sealed class PassageHtml(Site site, string language)
{
    // What is replaced in text.
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"\n");

    // Passages are written one after the other.
    private readonly StringBuilder html = new(2048);

    /// <summary>One `p` element a paragraph of the passage, one a line.</summary>
    /// <param name="anchors">False where the passage is shown a second time or on another page, so that ids stay unique.</param>
    /// <param name="inPlace">True where the page holds the whole document, and links into the document are links into the page.</param>
    /// <param name="terms">Further links, none of which overlaps a citation.</param>
    public HtmlString Paragraphs(LinkedText reading, string passage, bool anchors, bool inPlace = false, ImmutableArray<LinkRun> terms = default)
    {
        if (reading.TextOf(passage) is not { } text) return new("");
        var parts = ProvisionText.Parts(passage, text.Plain);
        var writer = new Writer(html.Clear(), site, reading, passage, text, language, anchors, inPlace, parts, terms.IsDefault ? [] : terms);
        for (var start = 0; start <= text.Plain.Length;)
        {
            var end = text.Plain.IndexOf('\n', start);
            if (end < 0) end = text.Plain.Length;
            if (start > 0) html.Append('\n');
            writer.OpenParagraph(start, end);
            writer.Write(start, end);
            html.Append("</p>");
            start = end + 1;
        }
        return new(html.ToString());
    }

    /// <summary>The passage as one run without `p` elements, for headings and lists.</summary>
    /// <param name="inPlace">As for <see cref="Paragraphs"/>.</param>
    public HtmlString Inline(LinkedText reading, string passage, bool inPlace = false)
    {
        if (reading.TextOf(passage) is not { } text) return new("");
        new Writer(html.Clear(), site, reading, passage, text, language, false, inPlace, [], []).Write(0, text.Plain.Length);
        return new(html.ToString());
    }

    /// <summary>The words alone, without links, mark-up and footnote calls.</summary>
    public static HtmlString Words(LinkedText reading, string passage)
    {
        if (reading.TextOf(passage) is not { } text) return new("");
        var words = RichText.WithoutCalls(text.Plain);
        if (words.AsSpan().IndexOfAny(Special) < 0) return new(words);
        var html = new StringBuilder();
        Escape(html, words);
        return new(html.ToString());
    }

    /// <summary>Text with the characters that mean something in HTML escaped; a line break is a blank.</summary>
    public static void Escape(StringBuilder html, ReadOnlySpan<char> text)
    {
        for (var special = text.IndexOfAny(Special); special >= 0; special = text.IndexOfAny(Special))
        {
            html.Append(text[..special]).Append(text[special] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => " ",
            });
            text = text[(special + 1)..];
        }
        html.Append(text);
    }

    private sealed class Writer(
        StringBuilder html, Site site, LinkedText reading, string passage, RichText text, string language, bool anchors, bool inPlace,
        ImmutableArray<ProvisionPart> parts, ImmutableArray<LinkRun> terms)
    {
        private readonly List<LinkRun> links = LinksIn(site, reading, passage, language, terms);

        // What leads into the document stays in the page where that holds the document whole.
        private readonly string? own = inPlace ? site.Urls.Document(language, reading.Document.Symbol) + "#" : null;

        public void OpenParagraph(int start, int end)
        {
            if (PartAt(start, end) is not { } part)
            {
                html.Append("<p>");
                return;
            }
            if (part.Kind == ProvisionPartKind.Block) html.Append("<p class=\"block\"");
            else html.Append("<p class=\"item depth-").Append(part.Depth).Append('"');
            if (anchors && part.Kind == ProvisionPartKind.Block) html.Append(" id=\"").Append(Anchors.Of(reading.Document, part.Id)).Append('"');
            html.Append('>');
        }

        public void Write(int start, int end)
        {
            var at = start;
            while (at < end)
            {
                if (text.Plain[at] == RichText.Call && text.MarkerAt(at) is { } marker)
                {
                    WriteCall(marker, at);
                    at++;
                    continue;
                }
                var stop = Boundary(at, end);
                if (LinkAt(at) is { } run)
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
                    WriteMarked(at, stop);
                    html.Append("</a>");
                }
                else
                {
                    WriteMarked(at, stop);
                }
                at = stop;
            }
        }

        // Emphasis and labels of sub-items inside a stretch that has no link border and no call in it.
        private void WriteMarked(int start, int end)
        {
            for (var at = start; at < end;)
            {
                var stop = end;
                foreach (var mark in text.Marks)
                {
                    if (mark.Start > at && mark.Start < stop) stop = mark.Start;
                    if (mark.Start + mark.Length > at && mark.Start + mark.Length < stop) stop = mark.Start + mark.Length;
                }
                ProvisionPart? item = null;
                foreach (var part in parts)
                {
                    if (part.Kind != ProvisionPartKind.Item) continue;
                    if (part.Start == at) item = part;
                    else if (part.Start > at && part.Start < stop) stop = part.Start;
                }
                if (item is not null) stop = Math.Min(stop, LabelEnd(at));
                foreach (var mark in text.Marks)
                    if (IsEmphasisOver(mark, at, stop)) html.Append(mark.Kind == MarkKind.Strong ? "<strong>" : "<em>");
                if (item is not null) OpenLabel(item);
                Escape(html, text.Plain.AsSpan(at, stop - at));
                if (item is not null) html.Append("</span>");
                for (var i = text.Marks.Length - 1; i >= 0; i--)
                    if (IsEmphasisOver(text.Marks[i], at, stop)) html.Append(text.Marks[i].Kind == MarkKind.Strong ? "</strong>" : "</em>");
                at = stop;
            }
        }

        private static bool IsEmphasisOver(Mark mark, int start, int end) =>
            mark.Kind != MarkKind.FootnoteCall && mark.Start <= start && mark.Start + mark.Length >= end;

        private void OpenLabel(ProvisionPart item)
        {
            html.Append("<span class=\"label\"");
            if (anchors) html.Append(" id=\"").Append(Anchors.Of(reading.Document, item.Id)).Append('"');
            html.Append('>');
        }

        private int LabelEnd(int at)
        {
            // "(a)" or "（a）"; a label of one character is "㈠".
            if (text.Plain[at] is not ('(' or '（')) return at + 1;
            var close = text.Plain.AsSpan(at).IndexOfAny(')', '）');
            return close < 0 ? at + 1 : at + close + 1;
        }

        private void WriteCall(string marker, int at)
        {
            var id = "fn" + marker;
            var known = reading.Document.Footnotes.Any(f => f.Id == id);
            html.Append("<sup class=\"call\"");
            if (anchors && known) html.Append(" id=\"").Append(CallId(passage, marker, at, text)).Append('"');
            html.Append('>');
            if (known) html.Append("<a href=\"").Append(Here(site.UrlOf(language, reading.Document, id))).Append("\">");
            Escape(html, marker);
            html.Append(known ? "</a></sup>" : "</sup>");
        }

        private ReadOnlySpan<char> Here(string url) => own is not null && url.StartsWith(own, StringComparison.Ordinal) ? url.AsSpan(own.Length - 1) : url;

        // The sub-item or block that begins a paragraph: one that ends in it before one that goes on.
        private ProvisionPart? PartAt(int start, int end)
        {
            ProvisionPart? first = null;
            foreach (var part in parts)
            {
                if (part.Start != start || part.Kind == ProvisionPartKind.Text) continue;
                if (part.Start + part.Length <= end) return part;
                first ??= part;
            }
            return first;
        }

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

        private static List<LinkRun> LinksIn(Site site, LinkedText reading, string passage, string language, ImmutableArray<LinkRun> terms)
        {
            var links = new List<LinkRun>();
            foreach (var citation in reading.CitationsIn(passage)) AddRuns(links, site, citation, language);
            links.AddRange(terms);
            return links;
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
    internal static List<LinkRun> Runs(Site site, ResolvedCitation found, string language)
    {
        var runs = new List<LinkRun>();
        AddRuns(runs, site, found, language);
        return runs;
    }

    private static void AddRuns(List<LinkRun> runs, Site site, ResolvedCitation found, string language)
    {
        // "Ibid." and "that resolution" name nothing; on paper, where no link can be followed, the document stands after them.
        var names = found.Citation is { Kind: CitationKind.Ibid or CitationKind.Anaphora or CitationKind.Footnote, Target: { } meant } ? CitationForm.OfDocument(meant, language) : null;
        foreach (var run in CitationRuns.Of(found))
        {
            var url = run.Target is { } target && run.State != CitationState.Unresolved
                ? site.UrlOf(language, target, run.First, run.Pinpoint) : Unresolved(site, language);
            runs.Add(new(run.Start, run.End, url, run.State, Names: run.End == found.Citation.Span.End ? names : null));
        }
    }

    private static string Unresolved(Site site, string language) => site.Urls.Section(language, "status") + "#unresolved";

    /// <summary>The classes of the link of a citation, by where it leads.</summary>
    internal static string ClassOf(CitationState state) => state switch
    {
        CitationState.Resolved => "cite held",
        CitationState.External => "cite cited",
        _ => "cite unresolved",
    };
}

/// <summary>A stretch of text that is one link.</summary>
/// <param name="IsTerm">True for a term of art that leads to its definition.</param>
/// <param name="Names">The cited document, where the words do not name it; null where they do.</param>
public sealed record LinkRun(int Start, int End, string Url, CitationState State, bool IsTerm = false, string? Names = null)
{
    /// <summary>The classes of the link.</summary>
    public string Class => IsTerm ? "term" : PassageHtml.ClassOf(State);
}
