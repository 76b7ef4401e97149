using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace StaticSite.Text;

/// <summary>Short texts that a site says thousands of times (ids, numbers of paragraphs, names of acts and languages) as one string each, which saves a tenth
/// of the memory of ten thousand documents.</summary>
/// <remarks>A store that nobody can see: a string is the same with and without it. It never grows, and needs no lock: each place holds null or some whole
/// string, and who finds another one there makes his own.</remarks>
public static class RepeatedText
{
    private const int Longest = 24;

    private static readonly string?[] Known = new string?[1 << 13];

    private static readonly string[]?[] KnownLists = new string[]?[1 << 10];

    /// <summary>A string with this content.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest) return text.ToString();
        ref var known = ref Known[string.GetHashCode(text, StringComparison.Ordinal) & (Known.Length - 1)];
        var found = known;
        return found is not null && text.SequenceEqual(found) ? found : known = text.ToString();
    }

    /// <summary>A list with this content; one string alone is the commonest list, and made once too.</summary>
    public static ImmutableArray<string> ListOf(ImmutableArray<string> list)
    {
        if (list is not [{ Length: <= Longest } only]) return list;
        ref var known = ref KnownLists[string.GetHashCode(only, StringComparison.Ordinal) & (KnownLists.Length - 1)];
        var found = known;
        return ImmutableCollectionsMarshal.AsImmutableArray(found is not null && found[0] == only ? found : known = ImmutableCollectionsMarshal.AsArray(list)!);
    }
}
