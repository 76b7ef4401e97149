using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace StaticSite.Graph;

/// <summary>Finds the terms of a text in one pass, the longest form first, and tells whether another language has them too.</summary>
/// <remarks>Forms and texts are brought into one shape. Chinese: without blanks. Any other language: words in lower case and in the singular,
/// between single blanks, so that hyphens, plurals and possessives make no difference; a form is found between blanks only.</remarks>
internal sealed class TermIndex
{
    private readonly ImmutableArray<TermForms> terms;
    private readonly string language;

    // A trie: the children of a node by character, and the terms whose form ends there.
    private readonly Dictionary<(int Node, char Next), int> children = [];
    private readonly List<List<(int Term, string Form)>?> ends = [null];
    private readonly Dictionary<(int Term, string Language), ImmutableArray<string>> shapes = [];
    private readonly SearchValues<char> firsts;

    public TermIndex(ImmutableArray<TermForms> terms, string language)
    {
        (this.terms, this.language) = (terms, language);
        for (var i = 0; i < terms.Length; i++)
        {
            foreach (var form in terms[i].In(language)) Add(i, form);
            foreach (var (other, forms) in terms[i].Forms)
                if (other != language) shapes[(i, other)] = [.. forms.Select(f => Shape(f, other)).Where(s => s.Trim().Length > 0)];
        }
        firsts = SearchValues.Create([.. children.Keys.Where(k => k.Node == 0).Select(k => k.Next)]);
    }

    /// <summary>The terms of a text, each once, in order, with the form that was found.</summary>
    /// <remarks>Terms that share a form come together: one of them is meant.</remarks>
    public IEnumerable<(ImmutableArray<int> Terms, string Form)> Find(string text)
    {
        text = Shape(text, language);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var start = 0; start < text.Length;)
        {
            var next = text.AsSpan(start).IndexOfAny(firsts);
            if (next < 0) break;
            start += next;
            var (node, end, found) = (0, start, default(List<(int Term, string Form)>));
            for (var at = start; at < text.Length && children.TryGetValue((node, text[at]), out node); at++)
                if (ends[node] is { } here && IsWhole(text, start, at + 1)) (found, end) = (here, at + 1);
            if (found is null)
            {
                start++;
                continue;
            }
            if (seen.Add(found[0].Form)) yield return ([.. found.Select(f => f.Term).Distinct()], found[0].Form);
            // The blank behind a word stands before the next one too.
            start = text[end - 1] == ' ' ? end - 1 : end;
        }
    }

    // An acronym in a Chinese text is no part of another word or of a symbol: not SG in "ST/SGB/2018/1".
    private static bool IsWhole(string text, int start, int end) =>
        !(char.IsAsciiLetterOrDigit(text[start]) && start > 0 && IsLatin(text[start - 1])
            || char.IsAsciiLetterOrDigit(text[end - 1]) && end < text.Length && IsLatin(text[end]));

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '-';

    public TermForms Term(int index) => terms[index];

    /// <summary>True when a shaped text has a form of the term, or when the term has none in that language.</summary>
    public bool Occurs(int term, string other, string shaped)
    {
        if (!shapes.TryGetValue((term, other), out var forms) || forms.IsEmpty) return true;
        foreach (var form in forms)
            if (shaped.Contains(form, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>A text as terms are looked for in it.</summary>
    public static string Shape(string text, string language)
    {
        var shaped = new StringBuilder(text.Length + 2);
        if (language == "zh")
        {
            foreach (var c in text)
                if (!char.IsWhiteSpace(c) && c != Markdown.RichText.Call) shaped.Append(c);
            return shaped.ToString();
        }
        shaped.Append(' ');
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }
            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            AppendSingular(shaped, text.AsSpan(at, end - at));
            shaped.Append(' ');
            // The s of a possessive is no word.
            if (end + 1 < text.Length && text[end] is '\'' or '’' && text[end + 1] == 's' && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2]))) end += 2;
            at = end;
        }
        return shaped.ToString();
    }

    // "authorities" and "authority" get one shape, and so do "processes" and "process"; which word that is does not matter.
    private static void AppendSingular(StringBuilder shaped, ReadOnlySpan<char> word)
    {
        foreach (var c in word) shaped.Append(char.ToLowerInvariant(c));
        // An acronym ends with a capital.
        if (word.Length < 4 || word[^1] != 's' || word[^2] == 's') return;
        if (word.EndsWith("ies", StringComparison.Ordinal))
        {
            shaped.Length -= 3;
            shaped.Append('y');
        }
        else if (EndsWithAny(word, "sses", "xes", "ches", "shes", "zes")) shaped.Length -= 2;
        else shaped.Length--;

        static bool EndsWithAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> ends)
        {
            foreach (var end in ends)
                if (text.EndsWith(end, StringComparison.Ordinal)) return true;
            return false;
        }
    }

    private void Add(int term, string form)
    {
        var node = 0;
        var shape = Shape(form, language);
        if (shape.Trim().Length == 0) return;
        foreach (var c in shape)
        {
            if (!children.TryGetValue((node, c), out var next))
            {
                children.Add((node, c), next = ends.Count);
                ends.Add(null);
            }
            node = next;
        }
        (ends[node] ??= []).Add((term, form));
    }
}
