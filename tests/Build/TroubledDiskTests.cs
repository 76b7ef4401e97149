using StaticSite.Build;
using StaticSite.Commands;

namespace StaticSite.Tests.Build;

/// <summary>Disks that are full or read-only, files that come and go: a clear error or a right build, never a wrong site, never an exception.</summary>
public sealed class TroubledDiskTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>What nobody may write, not even root.</summary>
    [NeedsTheory(Need.Linux)]
    [InlineData("/proc/site", "/proc/site cannot be written: ")]
    [InlineData("file/site", "cannot be written: ")]
    [InlineData("file", " is a file")]
    [InlineData("loop", "cannot be written: ")]
    [InlineData("", "the output folder has no name")]
    [InlineData("/", "cannot be replaced as a whole")]
    public void An_output_that_cannot_be_written_is_a_clear_error(string output, string expected)
    {
        folder.Write("file", "mine");
        File.CreateSymbolicLink(folder.PathOf("loop"), folder.PathOf("loop"));
        var (code, told) = Build(output is "" or ['/', ..] ? output : folder.PathOf(output));
        Assert.Equal(1, code);
        Assert.StartsWith("error build/output: ", told, StringComparison.Ordinal);
        Assert.Contains(expected, told, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder.PathOf("file")));
    }

    [Fact]
    public void The_input_is_only_read()
    {
        folder.Copy(TestFiles.PathOf("Build/Cases/small/input"), "input");
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder.PathOf("input"), "*", SearchOption.AllDirectories))
            if (!OperatingSystem.IsWindows() && File.Exists(entry)) File.SetUnixFileMode(entry, UnixFileMode.UserRead);
        var before = folder.Snapshot("input");
        Assert.Equal(0, Build(folder.PathOf("site")).Code);
        Assert.Equal(before, folder.Snapshot("input"));
    }

    [NeedsFact(Need.Mounting)]
    public void On_a_full_disk_the_old_site_stays_whole()
    {
        var disk = folder.PathOf("disk");
        Directory.CreateDirectory(disk);
        Assert.True(Machine.Run("mount", "-t", "tmpfs", "-o", "size=2500k", "none", disk));
        try
        {
            Assert.Equal((0, ""), Build(folder.PathOf("disk/site")) with { Told = "" });
            var before = folder.Snapshot("disk/site");
            folder.Write("disk/ballast", new('x', (int)new DriveInfo(disk).AvailableFreeSpace - 100_000));
            // What has not changed takes no room: another address changes every page.
            var (code, told) = Build(folder.PathOf("disk/site"), "https://example.org/other/");
            Assert.Equal(1, code);
            Assert.Contains("error build/output: No space left on device", told, StringComparison.Ordinal);
            Assert.Contains("is as it was", told, StringComparison.Ordinal);
            Assert.Equal(before, folder.Snapshot("disk/site"));
            Assert.Equal(["ballast", "site"], Directory.EnumerateFileSystemEntries(disk).Select(Path.GetFileName).Order(StringComparer.Ordinal));

            Assert.True(Machine.Run("mount", "-o", "remount,ro", disk));
            Assert.Contains("error build/output: ", Build(folder.PathOf("disk/site")).Told, StringComparison.Ordinal);
            Assert.Equal(before, folder.Snapshot("disk/site"));
        }
        finally
        {
            Assert.True(Machine.Run("umount", disk));
        }
    }

    [Fact]
    public void A_site_that_was_put_aside_when_its_build_was_killed_comes_back()
    {
        // Where folders cannot be exchanged in one step: killed after the first move.
        folder.Write(".site.new.old/" + OutputFolder.Marker, "");
        folder.Write(".site.new.old/index.html", "old");
        folder.Write(".site.new/index.html", "new");
        using (OutputFolder.Open(folder.PathOf("site"), out _)) Assert.Equal("old", File.ReadAllText(folder.PathOf("site/index.html")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.PathOf(""), ".site*"));
    }

    /// <summary>Files are put in place, taken away and written over while the site is read.</summary>
    [Fact]
    public async Task Files_that_come_go_and_change_are_read_whole_or_named()
    {
        string[] texts = [new('a', 300_000), new('b', 300_001), new('c', 100_000)];
        folder.Copy(TestFiles.PathOf("Build/Cases/small/input"), "input");
        var (steady, fleeting, inner) = (folder.Write("input/pages/en/steady.md", texts[0]), folder.Write("input/pages/en/fleeting.md", texts[0]), folder.PathOf("input/pages/en/sub"));
        using var stop = new CancellationTokenSource();
        var churn = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                // As editors save: a new file in the place of the old one; and in place, for which the time is looked at.
                File.WriteAllText(folder.PathOf("saved"), texts[i % 3]);
                File.Move(folder.PathOf("saved"), steady, overwrite: true);
                if (i % 2 == 0) File.Delete(fleeting);
                else File.WriteAllText(fleeting, texts[i % 3]);
                if (i % 2 == 0) Directory.CreateDirectory(inner);
                else Directory.Delete(inner);
            }
        });
        for (var i = 0; i < 80; i++)
        {
            var read = SiteFiles.Read(folder.PathOf("input"), folder.PathOf("theme"), null);
            Assert.All(read.Records.Where(r => r.Path == "input/pages/en/steady.md"), r => Assert.Contains(r.Text, texts));
            Assert.All(read.Diagnostics, d => Assert.Contains(d.Rule, (StaticSite.Diagnostics.Rule[])[SiteFiles.Unreadable, SiteFiles.MissingFolder]));
        }
        await stop.CancelAsync();
        await churn;
    }

    private (int Code, string Told) Build(string output, string? baseUrl = null)
    {
        using var errors = new StringWriter { NewLine = "\n" };
        var input = Directory.Exists(folder.PathOf("input")) ? folder.PathOf("input") : TestFiles.PathOf("Build/Cases/small/input");
        var code = BuildCommand.Run(SiteFiles.ReadOnce(input, Path.Combine(TestFiles.Root, "theme"), baseUrl), output, new StringWriter(), errors, terminal: false, default);
        var told = errors.ToString();
        return (code, told[Math.Max(0, told.IndexOf("error build/", StringComparison.Ordinal))..]);
    }
}
