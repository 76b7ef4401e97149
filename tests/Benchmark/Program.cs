namespace StaticSite.Benchmark;

/// <summary>`dotnet run -c Release --project tests/Benchmark -- NAME…`; without a name all of them. Exit code 2: no benchmark of that name.</summary>
internal static class Program
{
    /// <summary>All benchmarks by name: a new one is a file and a line here.</summary>
    private static readonly SortedDictionary<string, Action<TextWriter>> Benchmarks = new(StringComparer.Ordinal)
    {
        ["templates"] = TemplatesBenchmark.Run,
    };

    private static int Main(string[] names)
    {
        if (names.FirstOrDefault(n => !Benchmarks.ContainsKey(n)) is { } unknown)
        {
            Console.Error.WriteLine($"there is no benchmark \"{unknown}\"; there are: {string.Join(", ", Benchmarks.Keys)}");
            return 2;
        }
        foreach (var name in names.Length > 0 ? names : [.. Benchmarks.Keys]) Benchmarks[name](Console.Out);
        return 0;
    }
}
