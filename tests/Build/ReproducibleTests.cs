using System.Diagnostics;
using System.Runtime.InteropServices;

using StaticSite.Build;
using StaticSite.Commands;

namespace StaticSite.Tests.Build;

/// <summary>The program as a process of its own writes what a build inside these tests does, whatever its surroundings: time zone, language, processors,
/// the rights that new files get, where it is called from.</summary>
/// <remarks>STATICSITE_PROGRAM names a published program that is tried in place of the one that was compiled for the tests.</remarks>
public sealed class ReproducibleTests(ReproducibleTests.BuiltHere here) : IClassFixture<ReproducibleTests.BuiltHere>
{
    private const string Input = "Build/Cases/small/input";

    /// <summary>The same site, built in memory.</summary>
    public sealed class BuiltHere
    {
        public BuiltHere()
        {
            var output = new MemoryOutput();
            Assert.False(SiteBuilder.Build(SiteFiles.Read(TestFiles.PathOf(Input), Path.Combine(TestFiles.Root, "theme"), null), output, new(TimeProvider.System)).HasErrors);
            foreach (var (path, bytes) in output.Files) Files.Add(path, Convert.ToHexString(bytes.Span));
        }

        public SortedDictionary<string, string> Files { get; } = new(StringComparer.Ordinal);
    }

    public static TheoryData<string, string, string> Surroundings => new()
    {
        { "Shanghai, Turkish, files for nobody else", "077", "TZ=Asia/Shanghai LANG=tr_TR.UTF-8 LC_ALL=tr_TR.UTF-8 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0" },
        { "St. John's, Arabic, files for everybody", "000", "TZ=America/St_Johns LC_ALL=ar_SA.UTF-8 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0 DOTNET_PROCESSOR_COUNT=1" },
        { "Kiritimati, Chinese, many threads", "022", "TZ=Pacific/Kiritimati LC_ALL=zh_CN.UTF-8 DOTNET_PROCESSOR_COUNT=16" },
        { "no language at all, other collector", "027", "TZ=UTC LC_ALL=C DOTNET_gcServer=1" },
    };

    [NeedsTheory(Need.Linux), MemberData(nameof(Surroundings))]
    public async Task The_program_writes_the_same_bytes_as_a_build_in_memory(string surroundings, string umask, string variables)
    {
        using var folder = new TemporaryFolder();
        var (exit, said) = await Build(folder, umask, variables);
        Assert.True(exit == ExitCode.Done, $"{surroundings}: {said}");
        var written = folder.Snapshot("Ort İ/ausgabe");
        // Says that the folder is ours to replace; no part of the site.
        Assert.True(written.Remove(".staticsite"));
        Assert.Equal(here.Files.Keys, written.Keys);
        Assert.All(here.Files, file => Assert.True(file.Value == written[file.Key], $"{surroundings}: {file.Key} differs"));
    }

    /// <summary>Without Unicode's tables texts cannot be normalized, and .NET does not say so: no site is better than another one.</summary>
    [NeedsFact(Need.Linux)]
    public async Task Without_unicode_data_nothing_is_built_and_the_reason_is_said()
    {
        using var folder = new TemporaryFolder();
        var (exit, said) = await Build(folder, "022", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1");
        Assert.Equal(ExitCode.Findings, exit);
        Assert.Contains("install ICU", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.PathOf("Ort İ/ausgabe")));
    }

    private static async Task<(int Exit, string Said)> Build(TemporaryFolder folder, string umask, string variables)
    {
        // Not the folder of the repository, and the input under another name.
        folder.Copy(TestFiles.PathOf(Input), "Ort İ/eingabe");
        var start = new ProcessStartInfo("/bin/sh",
            ["-c", $"umask {umask} && exec \"$@\"", "sh", "env", .. variables.Split(' '), .. Program(), "build", "--input", "eingabe", "--theme", Path.Combine(TestFiles.Root, "theme"), "--output", "ausgabe"])
        {
            WorkingDirectory = folder.PathOf("Ort İ"),
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + complained);
    }

    private static string[] Program()
    {
        if (Environment.GetEnvironmentVariable("STATICSITE_PROGRAM") is { Length: > 0 } published) return [published];
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));
        return [File.Exists(host) ? host : "dotnet", typeof(ExitCode).Assembly.Location];
    }
}
