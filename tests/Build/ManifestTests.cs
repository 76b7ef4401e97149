using System.Diagnostics;
using System.Text;

using StaticSite.Build;
using StaticSite.Commands;
using StaticSite.Exports;

namespace StaticSite.Tests.Build;

/// <summary>"build --manifest" and "check --manifest".</summary>
public sealed class ManifestTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_build_lists_all_its_files_and_the_check_of_what_it_built_finds_nothing()
    {
        Build("site", manifest: true);
        var files = folder.Snapshot("site").Keys.Except([OutputFolder.Marker, Manifest.Path]).Order(StringComparer.Ordinal);
        Assert.Equal(files, File.ReadLines(folder.PathOf("site/" + Manifest.Path)).Select(line => line[66..]));
        Assert.Equal((0, ""), Check("site"));

        Build("plain", manifest: false);
        Assert.Equal(folder.Snapshot("site").Keys.Except([Manifest.Path]), folder.Snapshot("plain").Keys);
    }

    [Fact]
    public void Files_that_are_changed_missing_or_extra_are_findings()
    {
        Published(("a.html", "a"), ("b/c.html", "c"), ("d.html", ""));
        folder.Write("site/a.html", "ä");
        File.Delete(folder.PathOf("site/b/c.html"));
        folder.Write("site/b/e.html", "e");
        folder.Write("site/.hidden", "");
        Directory.CreateSymbolicLink(folder.PathOf("site/up"), folder.PathOf(""));
        Assert.Equal((1, """
            site/.hidden(1,1): error check/extra-file: no build wrote this file; delete it, or deploy the whole folder again
            site/a.html(1,1): error check/changed-file: the file is not the one that was built; deploy it again
            site/b/c.html(1,1): error check/missing-file: the file was built and is not there; deploy it again
            site/b/e.html(1,1): error check/extra-file: no build wrote this file; delete it, or deploy the whole folder again
            site/up(1,1): error check/extra-file: no build wrote this file; delete it, or deploy the whole folder again

            """), Check("site"));
    }

    [Fact]
    public void A_folder_without_a_manifest_cannot_be_verified()
    {
        folder.Write("site/a.html", "a");
        Assert.Equal((1, "site/manifest.sha256(1,1): error check/bad-manifest: the folder has no manifest; build with --manifest, and deploy it too\n"), Check("site"));
        Assert.Equal(2, Check("gone").Code);
    }

    [Theory]
    [InlineData("../a.html")]
    [InlineData("/etc/hostname")]
    [InlineData("b//c.html")]
    [InlineData("./a.html")]
    public void A_manifest_never_leads_out_of_its_folder(string path)
    {
        folder.Write("a.html", "");
        folder.Write("site/" + Manifest.Path, $"{new string('0', 64)}  {path}\n");
        Assert.Equal((1, "site/manifest.sha256(1,1): error check/bad-manifest: this is no line of a manifest; the manifest was altered: deploy it again\n"), Check("site"));
    }

    [Fact]
    public void Names_that_a_line_cannot_hold_are_escaped_as_sha256sum_does()
    {
        Published(("a\\b\nc", "x"), ("d e", "y"));
        Assert.StartsWith("\\2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  a\\\\b\\nc\n", File.ReadAllText(folder.PathOf("site/" + Manifest.Path)), StringComparison.Ordinal);
        Assert.Equal((0, ""), Check("site"));
    }

    [Fact]
    public void Every_bit_of_a_manifest_that_changes_is_found()
    {
        Published(("a.html", "a"), ("b/关.html", "c"));
        var bytes = File.ReadAllBytes(folder.PathOf("site/" + Manifest.Path));
        for (var at = 0; at < bytes.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                bytes[at] ^= (byte)(1 << bit);
                File.WriteAllBytes(folder.PathOf("site/" + Manifest.Path), bytes);
                Assert.True(Check("site").Code == 1, $"bit {bit} of byte {at}");
                bytes[at] ^= (byte)(1 << bit);
            }
        }
        File.WriteAllBytes(folder.PathOf("site/" + Manifest.Path), bytes);
        Assert.Equal(0, Check("site").Code);
    }

    [NeedsFact(Need.Sha256Sum)]
    public void Sha256sum_agrees()
    {
        Published(("a.html", "a"), ("b/关.html", "c"), ("d e", ""), ("e\\f", "\\"));
        using var sums = Process.Start(new ProcessStartInfo("sha256sum", ["--check", "--strict", "--quiet", Manifest.Path]) { WorkingDirectory = folder.PathOf("site"), UseShellExecute = false })!;
        sums.WaitForExit();
        Assert.Equal(0, sums.ExitCode);
    }

    private void Published(params (string Path, string Text)[] files)
    {
        using var output = OutputFolder.Open(folder.PathOf("site"), out var problem);
        Assert.Null(problem);
        var manifest = new ManifestOutput(output!);
        foreach (var (path, text) in files) manifest.Write(new OutputFile(path, Encoding.UTF8.GetBytes(text)));
        manifest.WriteManifest();
        output!.Publish();
    }

    private void Build(string into, bool manifest)
    {
        var input = SiteFiles.Read(TestFiles.PathOf("Build/Cases/small/input"), Path.Combine(TestFiles.Root, "theme"), null);
        Assert.Equal(0, BuildCommand.Run(input, folder.PathOf(into), new StringWriter(), new StringWriter(), terminal: false, default, manifest: manifest));
    }

    private (int Code, string Told) Check(string name)
    {
        using var stdout = new StringWriter { NewLine = "\n" };
        var code = CheckCommand.Verify(folder.PathOf(name), "text", default, stdout, new StringWriter(), default);
        return (code, stdout.ToString().Replace(folder.PathOf("") + "/", "", StringComparison.Ordinal).Replace(folder.PathOf(""), "", StringComparison.Ordinal));
    }
}
