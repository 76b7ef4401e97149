namespace StaticSite.Symbols;

/// <summary>A UN document symbol in its canonical form: "A/67/776", "A/RES/64/259", "A/RES/66/232 B", "A/64/683/Corr.1", "A/66/5(Vol.II)".</summary>
/// <remarks>Canonical: a resolution of the Assembly carries its full symbol ("64/259" is "A/RES/64/259"); no blank but the one before
/// a part letter, inside "(Part I)" and before the year of a Security Council resolution ("S/RES/1874 (2009)"); suffixes follow a slash;
/// any other parenthesis follows without a blank. The same in all languages.
/// Source: UN Editorial Manual, "Document symbols".
/// A class, though it holds but a string: collections of our own value types would have to be compiled when the program starts.</remarks>
public sealed class DocumentSymbol : IComparable<DocumentSymbol>, IEquatable<DocumentSymbol>
{
    // Most symbols are cited many times. A place holds null or any symbol, so no lock is needed, and nobody can see the difference.
    private static readonly DocumentSymbol?[] Known = new DocumentSymbol?[1 << 15];

    private readonly int hash;

    private DocumentSymbol(string value) => (Value, hash) = (value, string.GetHashCode(value, StringComparison.Ordinal));

    /// <summary>What stands where a record has no usable symbol, which is reported.</summary>
    public static DocumentSymbol None { get; } = new("");

    /// <summary>The canonical symbol; empty for <see cref="None"/>.</summary>
    public string Value { get; }

    /// <summary>Folder name: "/" becomes "-", a blank "_" (Akoma Ntoso naming practice): "A-RES-66-232_B".</summary>
    public string Slug => Value.Replace('/', '-').Replace(' ', '_');

    /// <summary>Path below the language in URLs, without slashes at its ends: the symbol without blanks, "A/RES/66/232B".</summary>
    public string UrlPath => Value.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Takes a string that is canonical already.</summary>
    public static DocumentSymbol FromCanonical(string canonical)
    {
        ref var known = ref Known[string.GetHashCode(canonical, StringComparison.Ordinal) & (Known.Length - 1)];
        var found = known;
        return found is not null && found.Value == canonical ? found : known = new(canonical);
    }

    public int CompareTo(DocumentSymbol? other) => string.CompareOrdinal(Value, other?.Value);

    public bool Equals(DocumentSymbol? other) => ReferenceEquals(this, other) || (other is not null && hash == other.hash && Value == other.Value);

    public override bool Equals(object? obj) => Equals(obj as DocumentSymbol);

    public override int GetHashCode() => hash;

    public static bool operator ==(DocumentSymbol? left, DocumentSymbol? right) => left is null ? right is null : left.Equals(right);
    public static bool operator !=(DocumentSymbol? left, DocumentSymbol? right) => !(left == right);
    public static bool operator <(DocumentSymbol left, DocumentSymbol right) => left.CompareTo(right) < 0;
    public static bool operator >(DocumentSymbol left, DocumentSymbol right) => left.CompareTo(right) > 0;
    public static bool operator <=(DocumentSymbol left, DocumentSymbol right) => left.CompareTo(right) <= 0;
    public static bool operator >=(DocumentSymbol left, DocumentSymbol right) => left.CompareTo(right) >= 0;

    public override string ToString() => Value;
}
