namespace StaticSite.Import;

/// <summary>Tells English from other languages in Latin letters.</summary>
internal static class EnglishWords
{
    /// <summary>How often "the" and "and" stand in a text, whatever their case: about one word in ten of English, none of other languages.</summary>
    public static int Count(string text)
    {
        var count = 0;
        foreach (var range in text.AsSpan().SplitAny(" \n\r\t\f"))
        {
            var word = text.AsSpan(range);
            if (word.Equals("the", StringComparison.OrdinalIgnoreCase) || word.Equals("and", StringComparison.OrdinalIgnoreCase) || word.SequenceEqual("of")) count++;
        }
        return count;
    }
}
