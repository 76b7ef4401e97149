using System.Collections.Immutable;
using System.Globalization;

using StaticSite.Diagnostics;
using StaticSite.Records;
using StaticSite.Symbols;
using StaticSite.Text;

namespace StaticSite.Graph;

/// <summary>Compares the records of the framework with the documents: every passage exists, every quotation stands there, every source says what it is
/// named for as far as a program can see, and nothing that was asked is forgotten.</summary>
public sealed class FrameworkChecks
{
    private readonly SiteRecords records;
    private readonly CitationGraph graph;
    private readonly FrameworkIndex index;
    private readonly HeldPassages passages;
    private readonly HashSet<string> known;
    private readonly List<Diagnostic> findings = [];

    private FrameworkChecks(SiteRecords records, CitationGraph graph, FrameworkIndex index)
    {
        this.index = index;
        this.records = records;
        this.graph = graph;
        passages = new(graph, records.Documents);
        known = new(StringComparer.Ordinal);
        foreach (var document in records.Documents) known.Add(document.Symbol.Value);
        foreach (var document in records.Cited) known.Add(document.Symbol.Value);
        foreach (var symbol in graph.Cited) known.Add(symbol.Value);
    }

    public static ImmutableArray<Diagnostic> Check(SiteRecords records, CitationGraph graph, FrameworkIndex index)
    {
        var checks = new FrameworkChecks(records, graph, index);
        checks.CheckComponents();
        checks.CheckDeadlines();
        checks.CheckTerms();
        foreach (var indicator in records.Indicators) checks.CheckIndicator(indicator);
        foreach (var report in records.Progress) checks.CheckReport(report);
        foreach (var thread in records.FollowUp.Threads) checks.CheckThread(thread);
        checks.CheckTracking();
        return [.. checks.findings];
    }

    private void CheckComponents()
    {
        foreach (var component in records.Components)
        {
            CheckSentences(component.Summary);
            foreach (var tool in component.Tools) CheckSources(tool.Sources);
            if (index.ProvisionsOf(component.Id).IsEmpty) Unused(component.Span, $"no provision treats the component {component.Id}", "components");
        }
        foreach (var act in records.Acts)
            if (index.ProvisionsWithAct(act.Id).IsEmpty) Unused(act.Span, $"no provision does the act {act.Id}", "act");

        void Unused(SourceSpan span, string message, string key) =>
            Report(FrameworkRules.Unused, span, message, $"name it under {key}: of the provisions, or remove it");
    }

    private void CheckDeadlines()
    {
        foreach (var words in index.Deadlines) CheckQuotation(words);
    }

    private void CheckTerms()
    {
        foreach (var term in records.Terms)
        {
            CheckSources([term.Source, .. term.Definition]);
            CheckForms(term);
            if (term.Quote is { } quote) CheckQuotation(quote);
            foreach (var element in term.Elements) CheckQuotation(element);
        }
    }

    // A term is somebody's word: each of its forms stands in a text of its language, once there is any.
    private void CheckForms(Term term)
    {
        foreach (var language in records.Site.Languages)
        {
            var texts = graph.Texts.Where(t => t.Text.Language == language.Code).ToList();
            if (texts.Count == 0) continue;
            foreach (var form in term.Variants.In(language.Code).Prepend(term.Name.In(language.Code)).OfType<string>())
                if (!texts.Exists(t => t.Passages.Any(p => p.Text.Plain.Contains(form, StringComparison.OrdinalIgnoreCase))))
                    Report(FrameworkRules.UnusedForm, term.Span, $"no text uses \"{Nearest.Shorten(form)}\" ({language.Code}), a form of the term {term.Id}",
                        "write it as a text does, or leave it out");
        }
    }

    private void CheckIndicator(Indicator indicator)
    {
        CheckQuotation(indicator.Figure);
        foreach (var language in records.Site.Languages)
            if (indicator.Figure.Words.In(language.Code) is { } words && !Figures.State(words.Value, language.Code, indicator.Value))
                Report(FrameworkRules.FigureDiffers, indicator.ValueSpan,
                    string.Create(CultureInfo.InvariantCulture, $"the words \"{Nearest.Shorten(words.Value)}\" do not state {indicator.Value}"), "correct the value, or quote the words that state it");
    }

    private void CheckReport(ProgressReport report)
    {
        foreach (var symbol in new[] { report.Report, report.Committee, report.Resolution })
            if (symbol is { } named && !known.Contains(named.Value))
                Report(FrameworkRules.UnknownDocument, report.Span, $"nothing is known of {named}", "list it in input/documents/cited.yaml, or leave it out");
        CheckSentences(report.Summary);
    }

    private void CheckThread(FollowUpThread thread)
    {
        foreach (var step in thread.Steps) CheckStep(step);
        if (thread.Status.Judgement is { } judgement) CheckQuotation(judgement);
        if (thread.Responsible is { } responsible) CheckSources([responsible.Source]);
        if (thread.Due is { } due) CheckQuotation(due.Words);
    }

    private void CheckStep(ThreadStep step)
    {
        CheckSources(step.Sources);
        if (passages.DocumentOf(step.At) is not null)
        {
            CheckPassage(step.At);
            return;
        }
        if (step.Says is null || step.Sources.IsEmpty)
        {
            Report(FrameworkRules.StepWithoutSource, step.At.Span, $"{step.At.Symbol} is not held, so the step must say what stands there and who says so",
                "add says: { zh: …, en: … } and sources: […]");
            return;
        }
        if (step.Sources.Any(s => Cites(s, step.At))) return;
        Report(FrameworkRules.UncitedPassage, step.At.Span, $"{string.Join(", ", step.Sources)} {(step.Sources.Length > 1 ? "do" : "does")} not cite {step.At}",
            HintFor(step));
    }

    private string HintFor(ThreadStep step)
    {
        var cited = step.Sources.SelectMany(s => EdgesFrom(s, step.At.Symbol)).Select(e => e.Pinpoint is { } place ? CitedPlaces.IdOf(place) : null).OfType<string>()
            .Distinct(StringComparer.Ordinal).ToList();
        if (cited.Count is > 0 and < 12) return $"cited there: {string.Join(", ", cited.Select(c => $"{step.At.Symbol}#{c}"))}";
        var others = graph.BacklinksTo(new(step.At.Symbol, null)).Where(e => step.At.Id is not { } id || e.Pinpoint is { } place && CitedPlaces.IdOf(place) == id)
            .Select(e => $"{e.From.Symbol}#{e.From.Id}").Distinct(StringComparer.Ordinal).ToList();
        return others.Count is > 0 and < 12 ? $"it is cited in {string.Join(", ", others)}" : "name the passage that cites it";
    }

    private bool Cites(PassageReference source, PassageReference cited) =>
        EdgesFrom(source, cited.Symbol).Any(e => cited.Id is not { } id || e.Pinpoint is { } place && CitedPlaces.IdOf(place) is { } named && (named == id || named.StartsWith(id + "(", StringComparison.Ordinal)));

    private IEnumerable<Edge> EdgesFrom(PassageReference source, DocumentSymbol cited) =>
        graph.BacklinksTo(new(cited, null)).Where(e => e.From.Symbol == source.Symbol && (source.Id is null || e.From.Id == source.Provision));

    // Every operative paragraph of a tracked resolution or decision, every provision of another document that asks.
    private void CheckTracking()
    {
        var asks = records.Acts.Where(a => a.Asks).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var steps = records.FollowUp.Threads.SelectMany(t => t.Steps).Select(s => Key(s.At.Symbol, s.At.Provision)).ToHashSet(StringComparer.Ordinal);
        var excepted = new HashSet<string>(StringComparer.Ordinal);
        var tracked = new HashSet<string>(StringComparer.Ordinal);
        var documents = new HashSet<DocumentSymbol>();
        foreach (var reference in records.FollowUp.Tracked)
        {
            if (passages.DocumentOf(reference) is not { } document)
            {
                CheckSources([reference]);
                continue;
            }
            documents.Add(document.Symbol);
            foreach (var provision in document.Provisions)
                if (document.Kind is DocumentKind.Resolution or DocumentKind.Decision ? provision.Printed is not null : provision.Act.Any(asks.Contains))
                    tracked.Add(Key(document.Symbol, provision.Id));
        }
        foreach (var (provision, _) in records.FollowUp.WithoutFollowUp)
        {
            CheckSources([provision]);
            var key = Key(provision.Symbol, provision.Id);
            if (!passages.Exists(provision)) continue;
            if (!excepted.Add(key)) Report(FrameworkRules.NeedlessEntry, provision.Span, $"{provision} stands here twice", "keep one of the two");
            else if (steps.Contains(key)) Report(FrameworkRules.NeedlessEntry, provision.Span, $"{provision} is a step of a thread", "remove it here");
            else if (!tracked.Contains(key))
                Report(FrameworkRules.NeedlessEntry, provision.Span, $"{provision} asks for nothing that is tracked", "remove it here");
        }
        foreach (var document in records.Documents.Where(d => documents.Contains(d.Symbol)))
            foreach (var provision in document.Provisions)
                if (Key(document.Symbol, provision.Id) is var key && tracked.Contains(key) && !steps.Contains(key) && !excepted.Contains(key))
                    Report(FrameworkRules.NotFollowedUp, provision.Span, $"no thread takes up {document.Symbol}#{provision.Id}",
                        "make it a step of a thread in input/framework/threads.yaml, or list it under without_follow_up");
    }

    private static string Key(DocumentSymbol symbol, string? id) => $"{symbol.Value}#{id}";

    private void CheckSentences(ImmutableArray<Sentence> sentences)
    {
        foreach (var sentence in sentences) CheckSources(sentence.Sources);
    }

    private void CheckSources(ImmutableArray<PassageReference> sources)
    {
        foreach (var source in sources)
            if (passages.DocumentOf(source) is null)
                Report(FrameworkRules.SourceNotHeld, source.Span, $"{source.Symbol} is not held, so it cannot be a source here", "name the held passage that says so");
            else CheckPassage(source);
    }

    private void CheckPassage(PassageReference passage)
    {
        if (passages.DocumentOf(passage) is not { } document || passages.Exists(passage)) return;
        var near = Nearest.Hint(passage.Id!, passages.IdsIn(document), "");
        Report(FrameworkRules.DanglingPassage, passage.Span, $"{passage.Symbol} has no passage \"{Nearest.Shorten(passage.Id!)}\"",
            near.Length > 0 ? near : "write the number of a paragraph, or PP3, fn1, 34(a), 8.1");
    }

    private void CheckQuotation(Quotation quotation)
    {
        CheckSources([quotation.Source]);
        if (!passages.Exists(quotation.Source)) return;
        if (quotation.Source.Id is null)
        {
            Report(FrameworkRules.DanglingPassage, quotation.Source.Span, "words are quoted from a passage, not from a whole document", "add # and the paragraph");
            return;
        }
        foreach (var language in records.Site.Languages)
        {
            // A passage that is not translated yet is reported where it is missing.
            if (quotation.Words.In(language.Code) is not { } words || passages.TextOf(quotation.Source, language.Code) is not { } text
                || text.Contains(words.Value, StringComparison.Ordinal)) continue;
            Report(FrameworkRules.NotQuoted, words.Span, $"\"{Nearest.Shorten(words.Value)}\" does not stand in {quotation.Source} ({language.Code})",
                "copy the words from the text, letter for letter");
        }
    }

    private void Report(Rule rule, SourceSpan span, string message, string hint) => findings.Add(new(rule, span, message, hint));
}
