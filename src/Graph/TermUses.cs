using System.Collections.Frozen;
using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Records;

namespace StaticSite.Graph;

/// <summary>Which passages of the held documents use a term: headings, provisions and footnotes. Made once, in one scan of all texts.</summary>
/// <remarks>In Chinese a use is the name or a variant as it stands; in English the same on word boundaries, in any case, or in the regular plural.
/// Where forms overlap the longer one is meant: "问责制框架" uses neither "问责制" nor "问责".</remarks>
public sealed class TermUses
{
    private static readonly ImmutableArray<Place> None = [];

    private readonly FrozenDictionary<(string Term, string Language), ImmutableArray<Place>> uses;
    private readonly FrozenDictionary<string, FormScanner> scanners;
    private readonly ImmutableArray<Term> terms;

    private TermUses(
        FrozenDictionary<(string, string), ImmutableArray<Place>> uses, FrozenDictionary<string, FormScanner> scanners, ImmutableArray<Term> terms) =>
        (this.uses, this.scanners, this.terms) = (uses, scanners, terms);

    /// <summary>The passages of a language that use a term, once each, in order of document and text.</summary>
    public ImmutableArray<Place> Of(string term, string language) => uses.GetValueOrDefault((term, language), None);

    /// <summary>The uses of terms in a text of a held language, in order, none inside another.</summary>
    public IEnumerable<TermUse> In(string text, string language) =>
        scanners.TryGetValue(language, out var scanner)
            ? scanner.UsesIn(text).Select(u => new TermUse(terms[u.Term], new(u.Start, u.Length)))
            : [];

    public static TermUses From(ImmutableArray<Term> terms, ImmutableArray<LinkedText> texts)
    {
        if (terms.IsEmpty) return new(FrozenDictionary<(string, string), ImmutableArray<Place>>.Empty, FrozenDictionary<string, FormScanner>.Empty, []);
        var scanners = texts.Select(t => t.Text.Language).Distinct(StringComparer.Ordinal)
            .ToFrozenDictionary(l => l, l => new FormScanner(FormsIn(terms, l), l), StringComparer.Ordinal);
        var found = texts.AsParallel().AsOrdered()
            .SelectMany(text => In(text, scanners[text.Text.Language]).Select(f => (f.Term, text.Text.Language, f.Place)));
        return new(found.AsEnumerable().GroupBy(f => (terms[f.Term].Id, f.Language), f => f.Place)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().ToImmutableArray()), scanners, terms);
    }

    private static List<(int Term, Place Place)> In(LinkedText text, FormScanner scanner)
    {
        var found = new List<(int, Place)>();
        var shown = text.Document.Sections.Select(s => LinkedText.HeadingId(s.Id)).Concat(text.Document.Provisions.Select(p => p.Id))
            .Concat(text.Document.Footnotes.Select(f => f.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var passage in text.Passages)
        {
            if (!shown.Contains(passage.Id)) continue;
            foreach (var term in scanner.TermsIn(passage.Text.Plain)) found.Add((term, new(text.Document.Symbol, passage.Id)));
        }
        return found;
    }

    private static IEnumerable<(string Form, int Term)> FormsIn(ImmutableArray<Term> terms, string language) =>
        from term in terms.Select((t, i) => (Record: t, Index: i))
        from form in FormsOf(term.Record.Variants.In(language).Prepend(term.Record.Name.In(language)).OfType<string>(), language)
        select (form.Form, term.Index);

    /// <summary>Names as they can stand in a text, each with the index of the name.</summary>
    internal static IEnumerable<(string Form, int Name)> FormsOf(IEnumerable<string> names, string language)
    {
        var index = 0;
        foreach (var name in names)
        {
            yield return (name, index);
            if (language == "en") yield return (PluralOf(name), index);
            index++;
        }
    }

    private static string PluralOf(string form) => form switch
    {
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => form[..^1] + "ies",
        [.., 's' or 'x'] or [.., 'c' or 's', 'h'] => form + "es",
        _ => form + "s",
    };
}

/// <summary>A term and where a text uses it.</summary>
public readonly record struct TermUse(Term Term, TextSpan Span);

/// <summary>Finds many forms in a text at once: a trie that is walked from every place where a form can begin.</summary>
internal sealed class FormScanner
{
    private readonly bool words;
    private readonly int[] first = new int[char.MaxValue + 1];
    private readonly Dictionary<(int Node, char Next), int> next = [];
    private readonly List<ImmutableArray<int>> ends = [[]];

    /// <param name="forms">A form, and the index of its term.</param>
    /// <param name="language">"en" is read in words and in any case, another language as it stands.</param>
    public FormScanner(IEnumerable<(string Form, int Term)> forms, string language)
    {
        words = language == "en";
        foreach (var (form, term) in forms) Add(form, term);
    }

    /// <summary>The terms that a text uses, in order of their uses.</summary>
    public IEnumerable<int> TermsIn(string text) => UsesIn(text).Select(u => u.Term);

    /// <summary>The uses, in order; those of terms that share a form have the same place.</summary>
    public IEnumerable<(int Term, int Start, int Length)> UsesIn(string text)
    {
        // A use inside a longer one is none: as starts grow, that is one that ends no later than an earlier one does.
        var end = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var longest = 0;
            if (words && at > 0 && char.IsLetterOrDigit(text[at - 1])) continue;
            var found = ImmutableArray<int>.Empty;
            var node = first[Fold(text[at])];
            for (var to = at + 1; node != 0; to++)
            {
                if (!ends[node].IsEmpty && !(words && to < text.Length && char.IsLetterOrDigit(text[to]))) (longest, found) = (to - at, ends[node]);
                if (to >= text.Length || !next.TryGetValue((node, Fold(text[to])), out node)) break;
            }
            if (at + longest <= end || longest == 0) continue;
            end = at + longest;
            foreach (var term in found) yield return (term, at, longest);
        }
    }

    private void Add(string form, int term)
    {
        if (form.Length == 0) return;
        ref var node = ref first[Fold(form[0])];
        if (node == 0) node = NewNode();
        var at = node;
        for (var i = 1; i < form.Length; i++)
        {
            var step = (at, Fold(form[i]));
            if (!next.TryGetValue(step, out var child)) next[step] = child = NewNode();
            at = child;
        }
        if (!ends[at].Contains(term)) ends[at] = ends[at].Add(term);
    }

    private int NewNode()
    {
        ends.Add([]);
        return ends.Count - 1;
    }

    private char Fold(char c) => words ? char.ToLowerInvariant(c) : c;
}
