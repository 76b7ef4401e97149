using System.Diagnostics;
using System.Globalization;

using StaticSite.Build;
using StaticSite.Commands;

using Xunit.Abstractions;

namespace StaticSite.Tests.Build;

/// <summary>The built program is killed (SIGKILL) while it replaces one site by another: what is published is the whole old or the whole new site.</summary>
/// <remarks>STATICSITE_KILLS=100 tests/run --filter FullyQualifiedName~KilledBuild kills a hundred times.</remarks>
public sealed class KilledBuildTests(ITestOutputHelper output) : IDisposable
{
    private const int FewKills = 15;

    private static readonly int Kills =
        int.TryParse(Environment.GetEnvironmentVariable("STATICSITE_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : FewKills;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_build_that_is_killed_leaves_the_whole_old_or_the_whole_new_site_and_the_next_one_needs_no_help()
    {
        var sites = new[] { "one", "two" }.ToDictionary(name => name, Reference);
        Assert.Equal(sites["one"].Keys, sites["two"].Keys);
        Assert.All(sites["one"].Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)), page => Assert.NotEqual(page.Value, sites["two"][page.Key]));

        BuildHere("one", "site");
        var clock = Stopwatch.StartNew();
        using (var whole = Start("two")) whole.WaitForExit();
        var usual = clock.Elapsed;
        Assert.Equal(sites["two"], folder.Snapshot("site"));

        var random = new Random(20261122);
        var (old, @new, unpublished, late) = (0, 0, 0, 0);
        for (var i = 0; i < Kills; i++)
        {
            var (before, after) = i % 2 == 0 ? ("two", "one") : ("one", "two");
            using (var build = Start(after))
            {
                // By the clock, by how much is written, and at the exchange of the folders: most of a short build is its start.
                var wait = i % 3 == 0 ? ByClock(usual * random.NextDouble() * 1.1) : i % 3 == 1 ? ByFiles(random.Next(sites[after].Count)) : AtExchange(sites[after]["index.html"], random.Next(3000));
                while (!build.HasExited && !wait()) Thread.SpinWait(20);
                if (build.HasExited) late++;
                build.Kill();
                build.WaitForExit();
            }
            if (Directory.Exists(folder.PathOf(".site.new"))) unpublished++;
            var left = folder.Snapshot("site");
            var isNew = left["index.html"] == sites[after]["index.html"];
            if (isNew) @new++;
            else old++;
            Assert.Equal(sites[isNew ? after : before], left);

            BuildHere(after, "site");
            Assert.Equal(sites[after], folder.Snapshot("site"));
            Assert.Empty(Directory.EnumerateFileSystemEntries(folder.PathOf(""), ".site*"));
        }
        output.WriteLine($"{Kills} kills: {old} left the old site, {@new} the new one, {unpublished} a folder that the next build cleared, {late} came too late");
        Assert.NotEqual(0, old);
    }

    [Fact]
    public void Of_two_builds_at_once_the_second_says_so_or_comes_after_the_first()
    {
        var sites = new[] { "one", "two" }.ToDictionary(name => name, Reference);
        for (var i = 0; i < 2; i++)
        {
            using var first = Start("one");
            using var second = Start("two");
            var (told, toldToo) = (first.StandardError.ReadToEnd(), second.StandardError.ReadToEnd());
            first.WaitForExit();
            second.WaitForExit();
            var codes = (int[])[first.ExitCode, second.ExitCode];
            Assert.Contains(0, codes);
            Assert.All(codes, code => Assert.InRange(code, 0, 1));
            if (codes.Contains(1)) Assert.Contains("error build/output: another build writes ", codes[0] == 1 ? told : toldToo, StringComparison.Ordinal);
            var left = folder.Snapshot("site");
            Assert.Contains(sites.Values, site => site.SequenceEqual(left));
            Assert.Empty(Directory.EnumerateFileSystemEntries(folder.PathOf(""), ".site*"));
        }
    }

    public void Dispose() => folder.Dispose();

    private SortedDictionary<string, string> Reference(string name)
    {
        // Every page has the title of the site or its address.
        folder.Copy(TestFiles.PathOf("Build/Cases/small/input"), name);
        var site = folder.PathOf($"{name}/site.yaml");
        File.WriteAllText(site, File.ReadAllText(site).Replace("small.", $"{name}.", StringComparison.Ordinal).Replace("小站", $"小站 {name}", StringComparison.Ordinal).Replace("Small site", $"Small site {name}", StringComparison.Ordinal));
        BuildHere(name, $"reference-{name}");
        return folder.Snapshot($"reference-{name}");
    }

    private void BuildHere(string name, string into)
    {
        var errors = new StringWriter();
        var input = SiteFiles.Read(folder.PathOf(name), Path.Combine(TestFiles.Root, "theme"), null);
        Assert.True(BuildCommand.Run(input, folder.PathOf(into), new StringWriter(), errors, terminal: false, default) == 0, errors.ToString());
    }

    private Process Start(string name) => Process.Start(new ProcessStartInfo("dotnet",
        [typeof(Program).Assembly.Location, "build", "--input", folder.PathOf(name), "--theme", Path.Combine(TestFiles.Root, "theme"), "--output", folder.PathOf("site")])
    {
        // What it tells is shorter than what a pipe holds.
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;

    private static Func<bool> ByClock(TimeSpan moment)
    {
        var clock = Stopwatch.StartNew();
        return () => clock.Elapsed >= moment;
    }

    private Func<bool> ByFiles(int count) => () =>
    {
        try
        {
            return Directory.Exists(folder.PathOf(".site.new")) && Directory.EnumerateFiles(folder.PathOf(".site.new"), "*", SearchOption.AllDirectories).Count() >= count;
        }
        catch (IOException)
        {
            // The exchange came between.
            return true;
        }
    };

    private Func<bool> AtExchange(string index, int spins) => () =>
    {
        if (Convert.ToHexString(File.ReadAllBytes(folder.PathOf("site/index.html"))) != index) return false;
        Thread.SpinWait(spins);
        return true;
    };
}
