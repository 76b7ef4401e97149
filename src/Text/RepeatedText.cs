namespace StaticSite.Text;

/// <summary>Short texts that a site says thousands of times (ids, numbers of paragraphs, names of acts and languages) as one string each, which saves a tenth
/// of the memory of ten thousand documents.</summary>
/// <remarks>A store that nobody can see: a string is the same with and without it. It never grows, and needs no lock: each place holds null or some whole
/// string, and who finds another one there makes his own.</remarks>
public static class RepeatedText
{
    private const int Longest = 24;

    private static readonly string?[] Known = new string?[1 << 13];

    /// <summary>A string with this content.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest) return text.ToString();
        ref var known = ref Known[string.GetHashCode(text, StringComparison.Ordinal) & (Known.Length - 1)];
        var found = known;
        return found is not null && text.SequenceEqual(found) ? found : known = text.ToString();
    }
}
