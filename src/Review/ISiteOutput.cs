namespace StaticSite.Review;

/// <summary>The files of an output, read when they are asked for, by many threads at once.</summary>
public interface ISiteOutput
{
    /// <summary>Below the output folder, '/' separators, in any order. Names that begin with a dot are no part of a site.</summary>
    IEnumerable<string> Paths { get; }

    bool Has(string path);

    ReadOnlyMemory<byte> Read(string path);
}

/// <summary>An output in memory.</summary>
public sealed class HeldOutput(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files) : ISiteOutput
{
    public IEnumerable<string> Paths => files.Keys;

    public bool Has(string path) => files.ContainsKey(path);

    public ReadOnlyMemory<byte> Read(string path) => files[path];
}
