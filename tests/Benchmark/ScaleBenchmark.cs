using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace StaticSite.Benchmark;

/// <summary>"scale": builds synthetic sites of growing size with the published program (ReadyToRun), beside Hugo on the same content where it is installed, and
/// beside a copy of our output. Each is run three times, in turns, each time to a folder of its own: where a file system has just deleted many files it is slow to make new ones, so
/// all are deleted at the end. The table has the run of the median wall time. From ten thousand documents on there is one run.</summary>
/// <remarks>Needs GNU time (Debian package "time") for processor time and peak memory.</remarks>
internal static class ScaleBenchmark
{
    private const int Large = 10_000;

    /// <param name="Name">What was run, and which pages it made.</param>
    internal sealed record Contestant(string Name, string Program, Func<string, ImmutableArray<string>> Arguments);

    internal sealed record Run(double Wall, double Processor, double Megabytes);

    public static void Measure(TextWriter output, ImmutableArray<int> sizes)
    {
        var folder = Directory.CreateTempSubdirectory("staticsite-scale-");
        try
        {
            var program = Publish(Path.Combine(folder.FullName, "program"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $".NET {Environment.Version}, {Environment.ProcessorCount} processors, {(HugoVersion() is { } hugo ? hugo : "Hugo is not installed")}"));
            output.WriteLine("\"documents\": a page for each document and language, lists, components, feeds, sitemap; \"all\": besides a page for each paragraph, two languages side by side, citation maps, JSON, Akoma Ntoso, search");
            output.WriteLine("documents  what                        pages    files      MB   wall s    CPU s  peak MB   pages/s   wall × ours");
            foreach (var size in sizes.IsEmpty ? [2, 100, 1_000] : sizes) Measure(output, size, program, Path.Combine(folder.FullName, size.ToString(CultureInfo.InvariantCulture)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>"generate": the input of each size as folders synthetic-N and hugo-N below the temporary folder, to look at or to build by hand.</summary>
    public static void Generate(TextWriter output, ImmutableArray<int> sizes)
    {
        foreach (var size in sizes)
        {
            var site = new SyntheticSite(size);
            var (ours, hugo) = (Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"synthetic-{size}")), Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"hugo-{size}")));
            site.Write(ours);
            HugoSite.Write(site, size, hugo);
            output.WriteLine($"{ours}\n{hugo}");
        }
    }

    private static void Measure(TextWriter output, int size, string program, string folder)
    {
        string At(string name) => Path.Combine(folder, name);
        var lean = new SyntheticSite(size) { LeaveOut = SyntheticSite.BesideDocuments };
        lean.Write(At("documents"));
        new SyntheticSite(size).Write(At("all"));
        var theme = Path.Combine(TemplatesBenchmark.Root(), "theme");
        var contestants = new List<Contestant>
        {
            new("ours: documents", program, output => ["build", "--input", At("documents"), "--theme", theme, "--output", output]),
        };
        if (HugoVersion() is not null)
        {
            HugoSite.Write(lean, size, At("hugo"));
            contestants.Add(new("Hugo: documents", "hugo", output => ["--source", At("hugo"), "--destination", output, "--quiet"]));
        }
        contestants.Add(new("cp -r of ours: documents", "cp", output => ["-r", Output(0, 0), output]));
        // The whole site of ten thousand documents is half a million files: that says more of the disk than of us.
        if (size <= 1_000) contestants.Add(new("ours: all", program, output => ["build", "--input", At("all"), "--theme", theme, "--output", output]));

        var runs = contestants.ToDictionary(c => c.Name, _ => new List<Run>(), StringComparer.Ordinal);
        var rounds = size >= Large ? 1 : 3;
        for (var round = 0; round < rounds; round++)
            for (var i = 0; i < contestants.Count; i++) runs[contestants[i].Name].Add(Time(contestants[i], Output(i, round)));
        var medians = contestants.ToDictionary(c => c.Name, c => runs[c.Name].OrderBy(r => r.Wall).ElementAt(rounds / 2), StringComparer.Ordinal);
        for (var i = 0; i < contestants.Count; i++)
        {
            var contestant = contestants[i];
            var (run, files) = (medians[contestant.Name], new DirectoryInfo(Output(i, 0)).EnumerateFiles("*", SearchOption.AllDirectories).ToList());
            var pages = files.Count(f => f.Extension == ".html");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{size,9}  {contestant.Name,-24}{pages,9}{files.Count,9}{files.Sum(f => f.Length) / 1e6,8:0.0}{run.Wall,9:0.00}{run.Processor,9:0.00}{run.Megabytes,9:0}{pages / run.Wall,10:0}{run.Wall / medians["ours: documents"].Wall,14:0.00}"));
        }
        string Output(int contestant, int round) => At(string.Create(CultureInfo.InvariantCulture, $"out-{contestant}-{round}"));
    }

    internal static string Publish(string folder)
    {
        var architecture = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;
        using var publish = Process.Start(new ProcessStartInfo("dotnet",
            ["publish", Path.Combine(TemplatesBenchmark.Root(), "StaticSite.csproj"), "-c", "Release", "-r", architecture, "--self-contained", "false", "-p:PublishReadyToRun=true", "-o", folder, "-v", "q", "--nologo"]))!;
        publish.WaitForExit();
        return publish.ExitCode == 0 ? Path.Combine(folder, "StaticSite") : throw new InvalidOperationException("the program could not be published");
    }

    internal static Run Time(Contestant contestant, string output)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/time", ["-f", "%e %U %S %M", contestant.Program, .. contestant.Arguments(output)])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd().Trim();
        var words = error.Split('\n')[^1].Split(' ');
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{contestant.Name} failed: {said.Result}{error}");
        double Number(int at) => double.Parse(words[at], CultureInfo.InvariantCulture);
        return new(Number(0), Number(1) + Number(2), Number(3) / 1024);
    }

    private static string? HugoVersion()
    {
        try
        {
            using var hugo = Process.Start(new ProcessStartInfo("hugo", "version") { RedirectStandardOutput = true, UseShellExecute = false })!;
            var version = hugo.StandardOutput.ReadToEnd().Split(' ');
            return version.Length > 1 ? $"Hugo {version[1]}" : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
