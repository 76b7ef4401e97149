using System.Buffers;
using System.Collections.Immutable;

using StaticSite.Text;

namespace StaticSite.Graph;

/// <summary>Finds the terms of a text in one pass, the longest form first, and tells whether another language has them too.</summary>
/// <remarks>Forms and texts are brought into one shape. Chinese: without blanks. Any other language: words in lower case and in the singular,
/// between single blanks, so that hyphens, plurals and possessives make no difference; a form is found between blanks only.</remarks>
internal sealed class TermIndex
{
    private readonly ImmutableArray<TermForms> terms;
    private readonly string language;

    private static readonly string[] Languages = ["en", "zh"];

    private readonly Node root = new();
    private readonly Dictionary<string, string[]>[] shapes;
    private readonly SearchValues<char> firsts;

    public TermIndex(ImmutableArray<TermForms> terms, string language)
    {
        (this.terms, this.language) = (terms, language);
        shapes = new Dictionary<string, string[]>[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            foreach (var form in terms[i].In(language)) Add(i, form);
            shapes[i] = new(StringComparer.Ordinal);
            foreach (var other in Languages)
                if (other != language) shapes[i][other] = [.. terms[i].In(other).Select(f => Shape(f, other)).Where(s => s.Trim().Length > 0)];
        }
        firsts = SearchValues.Create([.. root.Children.Keys]);
    }

    /// <summary>The terms of a text, each once, in order, with the form that was found.</summary>
    /// <remarks>Terms that share a form come together: one of them is meant.</remarks>
    public IEnumerable<(ImmutableArray<int> Terms, string Form)> Find(string text)
    {
        if (root.Children.Count == 0) yield break;
        text = Shape(text, language);
        List<Node>? seen = null;
        for (var start = 0; start < text.Length;)
        {
            var next = text.AsSpan(start).IndexOfAny(firsts);
            if (next < 0) break;
            start += next;
            var (node, end, found) = (root, start, default(Node));
            for (var at = start; at < text.Length && node.Children.TryGetValue(text[at], out node); at++)
                if (!node.Terms.IsEmpty && IsWhole(text, start, at + 1)) (found, end) = (node, at + 1);
            if (found is not { Form: { } form })
            {
                start++;
                continue;
            }
            if (!(seen ??= []).Exists(s => s.Form == form))
            {
                seen.Add(found);
                yield return (found.Terms, form);
            }
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
        if (!shapes[term].TryGetValue(other, out var forms) || forms.Length == 0) return true;
        foreach (var form in forms)
            if (shaped.Contains(form, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>A text as terms are looked for in it.</summary>
    public static string Shape(string text, string language)
    {
        if (language == "zh") return WithoutBlanks(text);
        // Each word is as long as it was or shorter, and a blank more.
        var shaped = ArrayPool<char>.Shared.Rent(text.Length + 2);
        shaped[0] = ' ';
        var length = 1;
        for (var at = 0; at < text.Length;)
        {
            if (!IsWordPart(text[at]))
            {
                at++;
                continue;
            }
            var end = at;
            for (; end < text.Length && IsWordPart(text[end]); end++) shaped[length + end - at] = Lower(text[end]);
            length += LengthOfSingular(text.AsSpan(at, end - at), shaped.AsSpan(length));
            shaped[length++] = ' ';
            // The s of a possessive is no word.
            if (end + 1 < text.Length && text[end] is '\'' or '’' && text[end + 1] == 's' && (end + 2 == text.Length || !IsWordPart(text[end + 2]))) end += 2;
            at = end;
        }
        var result = new string(shaped, 0, length);
        ArrayPool<char>.Shared.Return(shaped);
        return result;
    }

    private static bool IsWordPart(char c) => c < 128 ? Ascii.IsLetterOrDigit(c) : char.IsLetterOrDigit(c);

    private static char Lower(char c) => c >= 128 ? char.ToLowerInvariant(c) : Ascii.IsUpper(c) ? (char)(c | 0x20) : c;

    private static string WithoutBlanks(string text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        foreach (var c in text)
            if (c is >= '\u3400' and <= '\u9FFF' || !char.IsWhiteSpace(c) && c != Markdown.RichText.Call) buffer[length++] = c;
        var shaped = length == text.Length ? text : new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return shaped;
    }

    // "authorities" and "authority" get one shape, and so do "processes" and "process"; which word that is does not matter.
    private static int LengthOfSingular(ReadOnlySpan<char> word, Span<char> shaped)
    {
        // An acronym ends with a capital.
        if (word.Length < 4 || word[^1] != 's' || word[^2] == 's') return word.Length;
        if (word.EndsWith("ies", StringComparison.Ordinal))
        {
            shaped[word.Length - 3] = 'y';
            return word.Length - 2;
        }
        return word.Length - (EndsWithAny(word, "sses", "xes", "ches", "shes", "zes") ? 2 : 1);

        static bool EndsWithAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> ends)
        {
            foreach (var end in ends)
                if (text.EndsWith(end, StringComparison.Ordinal)) return true;
            return false;
        }
    }

    private void Add(int term, string form)
    {
        var node = root;
        var shape = Shape(form, language);
        if (shape.Trim().Length == 0) return;
        foreach (var c in shape)
        {
            if (!node.Children.TryGetValue(c, out var next)) node.Children.Add(c, next = new());
            node = next;
        }
        node.Form ??= form;
        if (!node.Terms.Contains(term)) node.Terms = node.Terms.Add(term);
    }

    /// <summary>Where forms with the same beginning go on.</summary>
    private sealed class Node
    {
        public Dictionary<char, Node> Children { get; } = [];

        /// <summary>The terms that have a form that ends here.</summary>
        public ImmutableArray<int> Terms { get; set; } = [];

        /// <summary>The first such form.</summary>
        public string? Form { get; set; }
    }
}
