using System.Collections.Immutable;
using System.Globalization;

namespace StaticSite.Benchmark;

/// <summary>`dotnet run -c Release --project tests/Benchmark -- NAME… [NUMBER…]`; without a name all of them. Exit code 2: no benchmark of that name.</summary>
internal static class Program
{
    /// <summary>All benchmarks by name: a new one is a file and a line here. The numbers are the sizes to measure; without any each takes its own.</summary>
    private static readonly SortedDictionary<string, Action<TextWriter, ImmutableArray<int>>> Benchmarks = new(StringComparer.Ordinal)
    {
        ["edit"] = EditBenchmark.Run,
        ["generate"] = ScaleBenchmark.Generate,
        ["scale"] = ScaleBenchmark.Measure,
        ["search"] = SearchBenchmark.Run,
        ["templates"] = (output, _) => TemplatesBenchmark.Run(output),
    };

    private static int Main(string[] arguments)
    {
        var numbers = arguments.ToLookup(a => a.All(char.IsAsciiDigit));
        var sizes = numbers[true].Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToImmutableArray();
        var names = numbers[false].ToList();
        if (names.Find(n => !Benchmarks.ContainsKey(n)) is { } unknown)
        {
            Console.Error.WriteLine($"there is no benchmark \"{unknown}\"; there are: {string.Join(", ", Benchmarks.Keys)}");
            return 2;
        }
        foreach (var name in names.Count > 0 ? names : [.. Benchmarks.Keys]) Benchmarks[name](Console.Out, sizes);
        return 0;
    }
}
