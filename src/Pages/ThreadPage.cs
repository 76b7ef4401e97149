using System.Collections.Immutable;

using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Pages;

/// <summary>One thread: its state in the words of whoever judged it, and the chain from the request over time: /zh/tracker/culture-of-accountability/.</summary>
public sealed record ThreadPage
{
    public required TrackerRow Row { get; init; }

    /// <summary>The title in the other languages.</summary>
    public required ImmutableArray<TaggedText> OtherTitles { get; init; }

    /// <summary>Null while nobody has judged it.</summary>
    public required SourcedWords? Judgement { get; init; }

    /// <summary>The chain over time; null where there are not two points to connect.</summary>
    public required ChainChart? Chart { get; init; }

    /// <summary>In time, at least one.</summary>
    public required ImmutableArray<StepModel> Steps { get; init; }

    /// <summary>Null for the first.</summary>
    public Link? Previous { get; init; }

    /// <summary>Null for the last.</summary>
    public Link? Next { get; init; }

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site)
        {
            var threads = site.Beside.FollowUp.Threads;
            foreach (var language in site.Languages)
                for (var i = 0; i < threads.Length; i++)
                    yield return Of(site, threads, i, language);
        }
    }

    private static Page Of(Site site, ImmutableArray<FollowUpThread> threads, int index, SiteLanguage language)
    {
        var code = language.Code;
        var thread = threads[index];
        var head = Heads.Of(site, language, $"{InterfaceStrings.Tracker}/{thread.Id}", site.Words(thread.Title, code)?.Text ?? thread.Id, InterfaceStrings.Tracker) with
        {
            Trail = Trails.Of(site, code, InterfaceStrings.Tracker),
        };
        return new(site.Urls.File(head.Url), "thread", head, s => ModelOf(s, threads, index, code));
    }

    private static ThreadPage ModelOf(Site site, ImmutableArray<FollowUpThread> threads, int index, string code)
    {
        var thread = threads[index];
        return new()
        {
            Row = TrackerRow.Of(site, thread, code),
            OtherTitles = [.. site.Languages.Where(l => l.Code != code && thread.Title.In(l.Code) is not null)
                .Select(l => new TaggedText(thread.Title.In(l.Code)!, l.Tag))],
            Judgement = SourcedWords.Of(site, thread.Status.Judgement, code),
            Chart = ChainChart.Of(site, thread, code),
            Steps = StepModel.AllOf(site, thread, code),
            Previous = index == 0 ? null : Neighbour(threads[index - 1]),
            Next = index == threads.Length - 1 ? null : Neighbour(threads[index + 1]),
        };

        Link Neighbour(FollowUpThread other)
        {
            var title = site.Words(other.Title, code);
            return new(title?.Text ?? other.Id, site.Urls.Thread(code, other.Id), title?.Tag);
        }
    }
}

/// <summary>Words of a document, letter for letter, in one language.</summary>
public sealed record SourcedWords(TaggedText Words, Link Source)
{
    public static SourcedWords? Of(Site site, Quotation? quotation, string language) =>
        quotation is not null && site.Words(quotation.Words.Text, language) is { } words ? new(words, PassageLinks.To(site, quotation.Source, language)) : null;
}

/// <summary>A step of a thread.</summary>
public sealed record StepModel
{
    /// <summary>"asked", "reported", "observed", "recommended".</summary>
    public required string Kind { get; init; }

    /// <summary>The passage, by its citation form.</summary>
    public required Link At { get; init; }

    /// <summary>Title of the document; null when it is not known, and where the step before is in the same document.</summary>
    public required TaggedText? Title { get; init; }

    /// <summary>Date of the document in words; null when it is not known, and where the step before is in the same document.</summary>
    public required string? Date { get; init; }

    /// <summary>yyyy-mm-dd; null with <see cref="Date"/>.</summary>
    public required string? IsoDate { get; init; }

    /// <summary>Session of the document where its date is not known; null where the step before is in the same document.</summary>
    public required int? Session { get; init; }

    /// <summary>What stands there, in the words of the editors; null where the passage is quoted.</summary>
    public required TaggedText? Says { get; init; }

    /// <summary>The passage itself, whole sentences from its start; null where the editors say what stands there.</summary>
    public required TaggedText? Quoted { get; init; }

    /// <summary>True when the passage goes on after what is quoted.</summary>
    public required bool GoesOn { get; init; }

    /// <summary>Passages that say so, without the passage itself.</summary>
    public required ImmutableArray<Link> Sources { get; init; }

    public static ImmutableArray<StepModel> AllOf(Site site, FollowUpThread thread, string language) =>
        [.. thread.Steps.Select((step, i) => Of(site, step, i == 0 ? null : thread.Steps[i - 1].At.Symbol, language))];

    private static StepModel Of(Site site, ThreadStep step, DocumentSymbol? before, string language)
    {
        var document = DocumentSummary.OfAny(site, step.At.Symbol, language);
        var says = site.Words(step.Says, language);
        var (quoted, goesOn) = says is null ? Excerpt.Of(site, step.At, language) : (null, false);
        var same = before == step.At.Symbol;
        return new()
        {
            Kind = ThreadStates.Code(step.Kind),
            At = PassageLinks.To(site, step.At, language),
            Title = same ? null : document.Title,
            Date = same ? null : document.Date,
            IsoDate = same ? null : document.IsoDate,
            Session = same || document.Date is not null ? null : document.Session ?? step.At.Symbol.Session(),
            Says = says,
            Quoted = quoted,
            GoesOn = goesOn,
            Sources = [.. step.Sources.Where(s => (s.Symbol, s.Id) != (step.At.Symbol, step.At.Id)).Select(s => PassageLinks.To(site, s, language)).Distinct()],
        };
    }
}

/// <summary>The beginning of a passage of a held document.</summary>
internal static class Excerpt
{
    // Some twelve lines. A Han character says as much as three Latin ones.
    private const int Han = 320, Latin = 960;

    /// <summary>Whole sentences from the start of a passage, at least one; in the language of the page, else of the source. Null for a passage that
    /// no text holds.</summary>
    public static (TaggedText? Text, bool GoesOn) Of(Site site, PassageReference passage, string language)
    {
        if (site.Held(passage.Symbol) is not { } document) return (null, false);
        var code = site.WordsOf(passage, language) is null ? document.Source.Language : language;
        if (site.WordsOf(passage, code) is not { } text) return (null, false);
        var end = End(text, code);
        return (new(text[..end].Replace('\n', ' ').Trim(), site.ForeignTag(language, site.Tag(code))), end < text.TrimEnd().Length);
    }

    private static int End(string text, string language)
    {
        var limit = language == "zh" ? Han : Latin;
        if (text.Length <= limit) return text.Length;
        var end = 0;
        while (end < text.Length)
        {
            var sentence = Sentences.Around(text, end, language);
            if (sentence.End <= end || end > 0 && sentence.End > limit) break;
            end = sentence.End;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
        }
        return end == 0 ? text.Length : end;
    }
}
