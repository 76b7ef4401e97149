using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace StaticSite.Templating;

/// <summary>Members by name, in the order in which they were added. Small ones, and most are, need no hash table.</summary>
internal sealed class MemberMap : IEnumerable<KeyValuePair<string, object?>>
{
    private const int SmallSize = 12;

    private string[] names = [];
    private object?[] values = [];
    // The bits of all names: most names that are not there are not looked for.
    private ulong bits;
    // Places by name; null up to SmallSize members.
    private Dictionary<string, int>? places;

    public int Count { get; private set; }

    public IEnumerable<string> Keys
    {
        get
        {
            for (var i = 0; i < Count; i++) yield return names[i];
        }
    }

    public object? this[string name]
    {
        set
        {
            if (!TryChange(name, value)) Add(name, value);
        }
    }

    /// <summary>Gives a member another value; false when there is none of that name.</summary>
    public bool TryChange(string name, object? value)
    {
        var at = Find(name);
        if (at >= 0) values[at] = value;
        return at >= 0;
    }

    /// <summary>Adds a member that is not there yet.</summary>
    public void Add(string name, object? value)
    {
        if (Count == names.Length)
        {
            Array.Resize(ref names, Math.Max(4, Count * 2));
            Array.Resize(ref values, names.Length);
        }
        (names[Count], values[Count]) = (name, value);
        bits |= Bit(name);
        Count++;
        if (places is not null) places.Add(name, Count - 1);
        else if (Count > SmallSize)
        {
            places = new(StringComparer.Ordinal);
            for (var i = 0; i < Count; i++) places.Add(names[i], i);
        }
    }

    public bool ContainsKey(string name) => Find(name) >= 0;

    public bool TryGetValue(string name, [MaybeNullWhen(false)] out object? value)
    {
        var at = Find(name);
        value = at < 0 ? null : values[at];
        return at >= 0;
    }

    // Members added while this runs come too: a template may add to what it walks through, within its limits.
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Find(string name)
    {
        if ((bits & Bit(name)) == 0) return -1;
        if (places is not null) return places.GetValueOrDefault(name, -1);
        // Names of templates are one string each, so that nearly always one comparison finds it.
        var known = names.AsSpan(0, Count);
        for (var i = 0; i < known.Length; i++)
            if (ReferenceEquals(known[i], name)) return i;
        for (var i = 0; i < known.Length; i++)
            if (known[i] == name) return i;
        return -1;
    }

    private static ulong Bit(string name) => name.Length == 0 ? 1 : 1UL << (name[0] * 5 + name[^1] * 3 + name.Length);

    public struct Enumerator(MemberMap map) : IEnumerator<KeyValuePair<string, object?>>
    {
        private int at = -1;

        public readonly KeyValuePair<string, object?> Current => new(map.names[at], map.values[at]);

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++at < map.Count;

        public void Reset() => at = -1;

        public readonly void Dispose()
        {
        }
    }
}
