namespace StaticSite.Exports;

/// <summary>Lists of text numbers, as compact as they can be written without looking like anything.</summary>
/// <remarks>A list is the gaps between its numbers, each less one, in 5 bits a character, lowest first; a character of the upper half of the alphabet
/// says that more follow. "0" is text 0, "00" are texts 0 and 1, "g1" is text 48.</remarks>
internal static class PostingList
{
    /// <summary>Characters of the largest gap.</summary>
    public const int LongestNumber = 7;

    private static ReadOnlySpan<byte> Alphabet => "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"u8;

    /// <summary>How many characters a gap takes.</summary>
    public static int LengthOf(int gap)
    {
        var length = 1;
        for (; gap >= 32; gap >>= 5) length++;
        return length;
    }

    /// <summary>Writes one gap; gives how many characters it took.</summary>
    public static int Write(Span<byte> list, int gap)
    {
        var length = 0;
        for (; gap >= 32; gap >>= 5) list[length++] = Alphabet[gap & 31 | 32];
        list[length++] = Alphabet[gap];
        return length;
    }

    /// <summary>A whole list.</summary>
    /// <param name="texts">Ascending.</param>
    public static byte[] Write(IEnumerable<int> texts)
    {
        var list = new List<byte>();
        var last = -1;
        Span<byte> written = stackalloc byte[LongestNumber];
        foreach (var text in texts)
        {
            list.AddRange(written[..Write(written, text - last - 1)]);
            last = text;
        }
        return [.. list];
    }

    /// <summary>The numbers of a written list, ascending.</summary>
    public static List<int> Read(ReadOnlySpan<byte> list)
    {
        var texts = new List<int>(list.Length);
        var (text, gap, shift) = (-1, 0, 0);
        foreach (var c in list)
        {
            var digit = Alphabet.IndexOf(c);
            gap |= (digit & 31) << shift;
            shift += 5;
            if (digit >= 32) continue;
            texts.Add(text += gap + 1);
            (gap, shift) = (0, 0);
        }
        return texts;
    }

    /// <summary>The numbers of two lists without a common one, in one list.</summary>
    public static byte[] Merge(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var (ones, others) = (Read(one), Read(other));
        var merged = new int[ones.Count + others.Count];
        for (int i = 0, j = 0; i + j < merged.Length;)
            merged[i + j] = j == others.Count || (i < ones.Count && ones[i] < others[j]) ? ones[i++] : others[j++];
        return Write(merged);
    }
}
