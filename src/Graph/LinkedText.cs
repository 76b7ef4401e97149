using System.Collections.Frozen;
using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Diagnostics;
using StaticSite.Markdown;
using StaticSite.Records;

namespace StaticSite.Graph;

/// <summary>A held document in one language, read: its passages as rich text, and the citations found in each.</summary>
public sealed class LinkedText
{
    private static readonly ImmutableArray<ResolvedCitation> None = [];

    private readonly FrozenDictionary<string, Passage> passages;
    private readonly FrozenDictionary<string, ImmutableArray<ResolvedCitation>> citations;

    public LinkedText(Document document, DocumentText text, ICitationTargets targets)
    {
        Document = document;
        Text = text;
        Passages = PassagesOf(document, text);
        passages = Passages.DistinctBy(p => p.Id, StringComparer.Ordinal).ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        Citations = CitationResolver.Resolve(new(document.Symbol, text.Language, Passages), targets);
        citations = Citations.GroupBy(c => c.Passage, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
    }

    public Document Document { get; }

    public DocumentText Text { get; }

    /// <summary>Title page, then headings and provisions in printed order, closing blocks, footnotes.</summary>
    public ImmutableArray<Passage> Passages { get; }

    /// <summary>All citations in reading order.</summary>
    public ImmutableArray<ResolvedCitation> Citations { get; }

    /// <summary>The rich text of a passage; null when this language has no text for it.</summary>
    public RichText? TextOf(string passage) => passages.TryGetValue(passage, out var found) ? found.Text : null;

    /// <summary>Citations of one passage in reading order.</summary>
    public ImmutableArray<ResolvedCitation> CitationsIn(string passage) => citations.GetValueOrDefault(passage, None);

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
