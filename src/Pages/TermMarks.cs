using System.Collections.Immutable;

using StaticSite.Graph;
using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>The terms of art that a document page marks: those of which a document says what they are, at their first use in each section, and never
/// inside a citation. Ask for the provisions in printed order.</summary>
internal sealed class TermMarks(Site site, string language)
{
    private readonly HashSet<string> marked = new(StringComparer.Ordinal);
    private string? section;

    /// <summary>The links to write into the shown text of the next provision.</summary>
    /// <param name="reading">What shows it; null when nothing does.</param>
    public ImmutableArray<LinkRun> In(Provision provision, LinkedText? reading)
    {
        if (provision.Section != section) marked.Clear();
        section = provision.Section;
        if (!site.HasSection(Sections.Definitions) || reading?.TextOf(provision.Id) is not { } text) return [];
        var citations = reading.CitationsIn(provision.Id);
        var runs = new List<LinkRun>();
        foreach (var (term, span) in site.TermsIn(text.Plain, reading.Text.Language))
        {
            if (!IsExplained(term) || citations.Any(c => c.Citation.Span.Start < span.End && span.Start < c.Citation.Span.End)) continue;
            // Of terms that share a form the first one is meant.
            if (runs.Count > 0 && runs[^1].Start == span.Start || !marked.Add(term.Id)) continue;
            runs.Add(new(span.Start, span.End, site.Urls.Definition(language, term.Id), Citations.CitationState.Resolved, IsTerm: true));
        }
        return [.. runs];
    }

    // A page that has only uses and a note would not help in the middle of a sentence.
    private static bool IsExplained(Term term) => !term.Definition.IsEmpty || term.Quote is not null || !term.Elements.IsEmpty;
}
