namespace StaticSite.Exports;

/// <summary>Which texts have a gram, for the texts that one thread has read: a table with a list for each gram.</summary>
internal sealed class SearchPostings
{
    // Open addressing, at most half full; no gram is 0.
    private Entry[] entries = new Entry[1 << 12];
    private int count;

    /// <summary>Its grams, in no order.</summary>
    public IEnumerable<ulong> Grams
    {
        get
        {
            for (var place = 0; place < entries.Length; place++)
                if (entries[place].Gram != 0) yield return entries[place].Gram;
        }
    }

    public bool Has(ulong gram) => Find(gram).Gram != 0;

    /// <summary>The list of a gram; empty for one that no text has.</summary>
    public ReadOnlySpan<byte> Of(ulong gram)
    {
        ref var entry = ref Find(gram);
        return entry.Gram == 0 ? [] : entry.Texts.AsSpan(0, entry.Length);
    }

    /// <param name="text">Texts come in the order of their numbers.</param>
    public void Add(ulong gram, int text)
    {
        ref var entry = ref Find(gram);
        if (entry.Gram == 0)
        {
            if (++count * 2 > entries.Length)
            {
                Grow();
                entry = ref Find(gram);
            }
            entry = new() { Gram = gram, Texts = new byte[4], Last = -1 };
        }
        if (text == entry.Last) return;
        if (entry.Length + PostingList.LongestNumber > entry.Texts.Length && entry.Length + PostingList.LengthOf(text - entry.Last - 1) > entry.Texts.Length)
            Array.Resize(ref entry.Texts, entry.Texts.Length * 2 + PostingList.LongestNumber);
        entry.Length += PostingList.Write(entry.Texts.AsSpan(entry.Length), text - entry.Last - 1);
        entry.Last = text;
    }

    private ref Entry Find(ulong gram)
    {
        // Not the bits by which SearchGrams places a gram: they come in that order.
        var place = (int)(gram * 0xD6E8FEB86659FD93 >> 36) & (entries.Length - 1);
        while (entries[place].Gram != 0 && entries[place].Gram != gram) place = (place + 1) & (entries.Length - 1);
        return ref entries[place];
    }

    private void Grow()
    {
        var old = entries;
        entries = new Entry[old.Length * 2];
        foreach (var entry in old)
            if (entry.Gram != 0) Find(entry.Gram) = entry;
    }

    private struct Entry
    {
        public ulong Gram;
        public byte[] Texts;
        public int Length;
        public int Last;
    }
}
