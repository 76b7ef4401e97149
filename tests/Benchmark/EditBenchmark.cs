using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

using StaticSite.Build;

namespace StaticSite.Benchmark;

/// <summary>"edit": the words of one paragraph change in a synthetic site, as in the preview: from the saved file to all pages in memory, the way the preview
/// makes and serves them. Backlinks, search, feeds and exports are right each time: the tests compare such builds with clean ones, byte for byte.</summary>
internal static class EditBenchmark
{
    private const int Rounds = 21;

    public static void Run(TextWriter output, ImmutableArray<int> sizes)
    {
        output.WriteLine("documents   pages      first ms   edit ms: median, best, worst   made anew   of that: read check link compare plan render");
        foreach (var size in sizes.IsEmpty ? [2, 100, 1_000] : sizes)
        {
            var folder = Directory.CreateTempSubdirectory("staticsite-edit-");
            try
            {
                Measure(output, size, folder.FullName);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static void Measure(TextWriter output, int size, string folder)
    {
        var site = new SyntheticSite(size) { LeaveOut = SyntheticSite.BesideDocuments };
        site.Write(folder);
        // As old as the files of a site are, so that they are told by size and time.
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-1));
        var memory = new BuildMemory(TimeProvider.System);
        var start = Stopwatch.GetTimestamp();
        var (before, pages, _) = Build(folder, memory, null);
        var first = Stopwatch.GetElapsedTime(start);

        var times = new List<(double Whole, ImmutableArray<double> Phases, int Made)>();
        for (var round = 0; round < Rounds + 4; round++)
        {
            var file = Path.Combine(folder, "documents", SyntheticSite.Symbol(round * 7 % size).Replace('/', '-'), round % 2 == 0 ? "text.zh.yaml" : "text.en.yaml");
            File.WriteAllText(file, File.ReadAllText(file).Replace("  \"5\": |\n    ", string.Create(CultureInfo.InvariantCulture, $"  \"5\": |\n    {round} "), StringComparison.Ordinal));
            start = Stopwatch.GetTimestamp();
            var (files, _, phases) = Build(folder, memory, [file]);
            var whole = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            // The first edits compile the code they run.
            if (round >= 4) times.Add((whole, phases, files.Count(f => !before.TryGetValue(f.Key, out var old) || !old.Equals(f.Value))));
            before = files;
        }
        times.Sort((one, other) => one.Whole.CompareTo(other.Whole));
        var median = times[times.Count / 2];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{size,9}{pages,8}{first.TotalMilliseconds,14:0}{median.Whole,10:0.0}{times[0].Whole,10:0.0}{times[^1].Whole,10:0.0}{median.Made,18}   ")
            + string.Join(' ', median.Phases.Select(p => p.ToString("0.0", CultureInfo.InvariantCulture))));
    }

    /// <param name="changed">What the watch of the preview tells; null at first.</param>
    private static (IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files, int Pages, ImmutableArray<double> Phases) Build(
        string folder, BuildMemory memory, IReadOnlyCollection<string>? changed)
    {
        var clock = new BuildClock(TimeProvider.System);
        var input = clock.Time("read", () => SiteFiles.Read(folder, Path.Combine(TemplatesBenchmark.Root(), "theme"), null, memory.Files, changed));
        var output = new MemoryOutput();
        var built = SiteBuilder.Build(input, output, clock, memory: memory);
        if (built.HasErrors) throw new InvalidOperationException(built.Diagnostics[0].Message);
        return (output.Unordered, built.Value.Pages, [.. clock.Phases.Select(p => p.Time.TotalMilliseconds)]);
    }
}
