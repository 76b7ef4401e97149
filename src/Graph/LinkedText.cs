using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Diagnostics;
using StaticSite.Markdown;
using StaticSite.Records;

namespace StaticSite.Graph;

/// <summary>A held document in one language, read: its passages as rich text, and the citations found in each.</summary>
public sealed class LinkedText
{
    // Place of each passage by its id, and where its citations begin among all of them; their end is the beginning of the next.
    private readonly Dictionary<string, int> places;
    private readonly int[] citationStarts;
    private readonly int external, unresolved;

    public LinkedText(Document document, DocumentText text, ICitationTargets targets)
    {
        Document = document;
        Text = text;
        Passages = PassagesOf(document, text);
        places = new(Passages.Length, StringComparer.Ordinal);
        for (var i = 0; i < Passages.Length; i++) places.TryAdd(Passages[i].Id, i);
        Citations = CitationResolver.Resolve(new(document.Symbol, text.Language, Passages), targets);
        citationStarts = StartsOf(Citations, Passages);
        foreach (var citation in Citations)
        {
            if (citation.State == CitationState.External) external++;
            if (citation.State == CitationState.Unresolved) unresolved++;
        }
        // A translation cites the same as its source.
        Edges = text.Language == document.Source.Language ? [.. EdgesOf()] : [];
    }

    public Document Document { get; }

    public DocumentText Text { get; }

    /// <summary>Title page, then headings and provisions in printed order, closing blocks, footnotes.</summary>
    public ImmutableArray<Passage> Passages { get; }

    /// <summary>All citations in reading order.</summary>
    public ImmutableArray<ResolvedCitation> Citations { get; }

    /// <summary>How many of its citations have an end.</summary>
    public int Count(CitationState end) => end switch
    {
        CitationState.External => external,
        CitationState.Unresolved => unresolved,
        _ => Citations.Length - external - unresolved,
    };

    /// <summary>The citations as edges, in reading order; empty for a translation.</summary>
    public ImmutableArray<Edge> Edges { get; }

    /// <summary>The rich text of a passage; null when this language has no text for it.</summary>
    public RichText? TextOf(string passage) => places.TryGetValue(passage, out var place) ? Passages[place].Text : null;

    /// <summary>True when another reading has the same words and the same citations in a passage.</summary>
    public bool IsSameIn(string passage, LinkedText other)
    {
        if (Text.Passage(passage)?.Value != other.Text.Passage(passage)?.Value) return false;
        var (one, two) = (CitationsIn(passage), other.CitationsIn(passage));
        return one.Length == two.Length && one.Zip(two).All(c => c.First.IsSameAs(c.Second));
    }

    /// <summary>Citations of one passage in reading order.</summary>
    public ImmutableArray<ResolvedCitation> CitationsIn(string passage) =>
        places.TryGetValue(passage, out var place) ? Citations.Slice(citationStarts[place], citationStarts[place + 1] - citationStarts[place]) : [];

    /// <summary>The id under which the heading of a section is a passage.</summary>
    public static string HeadingId(string section) => DocumentText.HeadingId(section);

    /// <summary>Where a stretch of the plain text of a passage stands in the text file.</summary>
    public SourceSpan SpanOf(string passage, TextSpan span)
    {
        if (Text.Passage(passage) is not { } located) return new(Document.Span.Path, 0, 0);
        var rich = TextOf(passage) ?? RichText.Empty;
        var start = rich.OffsetInMarkdown(located.Value, span.Start);
        var end = span.Length == 0 ? start : rich.OffsetInMarkdown(located.Value, span.End - 1) + 1;
        return located.At(start, end - start);
    }

    // Citations come in the order of the passages.
    private static int[] StartsOf(ImmutableArray<ResolvedCitation> citations, ImmutableArray<Passage> passages)
    {
        var starts = new int[passages.Length + 1];
        var next = 0;
        for (var i = 0; i < passages.Length; i++)
        {
            starts[i] = next;
            while (next < citations.Length && citations[next].Passage == passages[i].Id) next++;
        }
        starts[^1] = next;
        return starts;
    }

    private IEnumerable<Edge> EdgesOf()
    {
        var from = new Place(Document.Symbol, null);
        foreach (var found in Citations)
        {
            if (found.Citation.Target is not { } target) continue;
            if (from.Id != found.Passage) from = new(Document.Symbol, found.Passage);
            if (found.Citation.Pinpoints.IsEmpty) yield return new(from, new(target, null), null, found);
            for (var i = 0; i < found.Citation.Pinpoints.Length; i++)
                yield return new(from, new(target, found.Anchors[i]), found.Citation.Pinpoints[i], found);
        }
    }

    private static ImmutableArray<Passage> PassagesOf(Document document, DocumentText text)
    {
        var passages = ImmutableArray.CreateBuilder<Passage>();
        foreach (var block in document.Head) Add(block.Id, block.Id == "title" ? text.Title : text.Blocks.GetValueOrDefault(block.Id));
        if (document.Head.All(b => b.Id != "title")) Add("title", text.Title);
        foreach (var element in PrintedOrder.Of(document))
        {
            if (element.Section is { } section) Add(HeadingId(section.Id), text.Sections.GetValueOrDefault(section.Id));
            if (element.Provision is { } provision) Add(provision.Id, text.Provisions.GetValueOrDefault(provision.Id));
        }
        foreach (var block in document.Closing) Add(block.Id, text.Blocks.GetValueOrDefault(block.Id));
        foreach (var footnote in document.Footnotes) Add(footnote.Id, text.Footnotes.GetValueOrDefault(footnote.Id), footnote.Marker);
        return passages.DrainToImmutable();

        void Add(string id, LocatedText? located, string? marker = null)
        {
            if (located is not null) passages.Add(new(id, RichText.Parse(located.Value), marker));
        }
    }
}
