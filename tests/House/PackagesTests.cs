using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace StaticSite.Tests.House;

/// <summary>What the program is built from: locked, each package once reviewed, nothing else.</summary>
public sealed class PackagesTests
{
    // The program is handed on with what it is made of; what only builds and tests it is not, so a file-wide copyleft is fine there.
    private static readonly string[] Permissive = ["MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"], ForTests = [.. Permissive, "MPL-2.0"];

    private static readonly string[] LockFiles = ["packages.lock.json", "tests/packages.lock.json", "tests/Benchmark/packages.lock.json"];

    private sealed record Locked(string Name, string Version, string Hash, bool IsOfProgram);

    private sealed record Reviewed(string Name, string Use, string Licence, Version From, Version To, string? Says);

    private static readonly Lazy<List<Locked>> Packages = new(() => [.. LockFiles.SelectMany(ReadLock).DistinctBy(p => (p.Name, p.Version))]);

    private static readonly Lazy<List<Reviewed>> List = new(ReadList);

    [Fact]
    public void Every_locked_package_is_in_the_list_in_a_reviewed_version_and_the_list_has_no_other() => Assert.Equal([], Unreviewed(Packages.Value, List.Value));

    [Fact]
    public void A_package_that_nobody_reviewed_another_version_and_one_that_is_gone_are_found()
    {
        var first = Packages.Value[0];
        Assert.Equal(["Left.Pad 1.0.0 is not in the list"], Unreviewed([.. Packages.Value, new("Left.Pad", "1.0.0", "", true)], List.Value));
        Assert.Equal([$"{first.Name} 999.0.0 is not a reviewed version"], Unreviewed([.. Packages.Value.Skip(1), first with { Version = "999.0.0" }], List.Value));
        Assert.Equal([$"{first.Name} is in the list, but in no lock file"], Unreviewed([.. Packages.Value.Skip(1)], List.Value));
    }

    [Fact]
    public void Every_package_says_the_licence_of_the_list_and_it_is_one_that_we_take() =>
        Assert.Equal([], Packages.Value.Select(p => Objection(List.Value.Find(r => r.Name == p.Name), Nuspec(p))).OfType<string>());

    [Theory]
    [InlineData("MIT", "program", "<license type=\"expression\">GPL-3.0-only</license>", "X is GPL-3.0-only, not MIT")]
    [InlineData("GPL-3.0-only", "program", "<license type=\"expression\">GPL-3.0-only</license>", "GPL-3.0-only of X is no licence that we take for the program")]
    [InlineData("MPL-2.0", "program", "<license type=\"expression\">MPL-2.0</license>", "MPL-2.0 of X is no licence that we take for the program")]
    [InlineData("MIT", "program", "<licenseUrl>https://example.org/l</licenseUrl>", "X is https://example.org/l, not MIT")]
    [InlineData("MIT", "program", "", "X is without a licence, not MIT")]
    [InlineData("MIT", "program", "<license type=\"expression\">MIT</license>", null)]
    [InlineData("MPL-2.0", "tests", "<license type=\"expression\">MPL-2.0</license>", null)]
    public void Another_licence_is_found(string listed, string use, string said, string? objection) =>
        Assert.Equal(objection, Objection(new("X", use, listed, new(1, 0), new(1, 0), null), XDocument.Parse($"<package><metadata>{said}</metadata></package>")));

    /// <summary>What has been restored is what the lock files say, not only what has the same number.</summary>
    [Fact]
    public void The_packages_on_this_machine_have_the_locked_content() => Assert.All(Packages.Value, package =>
        Assert.Equal(package.Hash, JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(package), ".nupkg.metadata")))!["contentHash"]!.ToString()));

    [Fact]
    public void Versions_are_exact_and_every_project_restores_with_a_lock_file_that_names_no_place()
    {
        foreach (var file in (string[])["Directory.Build.props", "StaticSite.csproj", "tests/StaticSite.Tests.csproj", "tests/Benchmark/Benchmark.csproj"])
            Assert.All(XDocument.Parse(Text(file)).Descendants("PackageReference"), r => Assert.Matches(@"^\d+(\.\d+){2}$", r.Attribute("Version")!.Value));
        Assert.Equal("true", XDocument.Parse(Text("Directory.Build.props")).Descendants("RestorePackagesWithLockFile").Single().Value);
        Assert.All(LockFiles, file => Assert.DoesNotContain("://", Text(file), StringComparison.Ordinal));
        Assert.Contains("RestoreLockedMode=true", Text("tests/run"), StringComparison.Ordinal);
        Assert.Contains("RestoreLockedMode = \"true\"", Text("netlify.toml"), StringComparison.Ordinal);
    }

    /// <summary>Nothing that tests need, nor the analyzers, is handed on with the program.</summary>
    [Fact]
    public void The_program_is_made_of_what_the_list_says_it_is() =>
        Assert.Equal(List.Value.Where(r => r.Use != "tests").Select(r => r.Name), Packages.Value.Where(p => p.IsOfProgram).Select(p => p.Name).Order(StringComparer.Ordinal));

    [NodeFact]
    public void The_bill_of_materials_has_every_package_with_its_licence_and_is_the_same_twice()
    {
        var (program, all) = (Bill(), Bill("--all"));
        Assert.Equal(program, Bill());
        Assert.Equal(List.Value.Where(r => r.Use == "program").Select(r => r.Name), Components(program).Select(c => c["name"]!.ToString()));
        Assert.Equal(List.Value.Select(r => $"{r.Name} {r.Licence}"), Components(all).Select(c => $"{c["name"]} {c["licenses"]![0]!["license"]!["id"]}"));
        Assert.Equal(Packages.Value.Select(p => $"pkg:nuget/{p.Name}@{p.Version} {p.Hash}").Order(StringComparer.Ordinal),
            Components(all).Select(c => $"{c["purl"]} {c["properties"]![0]!["value"]}").Order(StringComparer.Ordinal));
        // Whatever is referred to is there.
        var references = Components(all).Select(c => c["bom-ref"]!.ToString()).Append("pkg:generic/StaticSite").ToHashSet(StringComparer.Ordinal);
        Assert.All(JsonNode.Parse(all)!["dependencies"]!.AsArray(), d => Assert.Empty(d!["dependsOn"]!.AsArray().Select(r => r!.ToString()).Append(d["ref"]!.ToString()).Except(references)));

        static IEnumerable<JsonNode> Components(string bill) => JsonNode.Parse(bill)!["components"]!.AsArray().Select(c => c!);
    }

    private static List<string> Unreviewed(List<Locked> packages, List<Reviewed> list) =>
    [
        .. packages.Where(p => !list.Exists(r => r.Name == p.Name)).Select(p => $"{p.Name} {p.Version} is not in the list"),
        .. packages.Where(p => list.Exists(r => r.Name == p.Name && !(r.From <= Version.Parse(p.Version) && Version.Parse(p.Version) <= r.To))).Select(p => $"{p.Name} {p.Version} is not a reviewed version"),
        .. list.Where(r => !packages.Exists(p => p.Name == r.Name)).Select(r => $"{r.Name} is in the list, but in no lock file"),
    ];

    private static string? Objection(Reviewed? listed, XDocument nuspec)
    {
        // What is in no list, another test says.
        if (listed is null) return null;
        string? Said(string name) => nuspec.Descendants().FirstOrDefault(e => e.Name.LocalName == name) is { } e && (name != "license" || e.Attribute("type")?.Value == "expression") ? e.Value.Trim() : null;
        var said = Said("license") ?? Said("licenseUrl") ?? "without a licence";
        if (said != (listed.Says ?? listed.Licence)) return $"{listed.Name} is {said}, not {listed.Says ?? listed.Licence}";
        var taken = listed.Use == "tests" ? ForTests : Permissive;
        return taken.Contains(listed.Licence) ? null : $"{listed.Licence} of {listed.Name} is no licence that we take for the {listed.Use}";
    }

    private static IEnumerable<Locked> ReadLock(string file) =>
        JsonNode.Parse(Text(file))!["dependencies"]!.AsObject().SelectMany(f => f.Value!.AsObject()).Where(p => p.Value!["type"]!.ToString() != "Project")
            .Select(p => new Locked(p.Key, p.Value!["resolved"]!.ToString(), p.Value["contentHash"]!.ToString(), file == LockFiles[0]));

    private static List<Reviewed> ReadList() =>
        [.. TestFiles.Read("House/licences.txt").ReplaceLineEndings("\n").Split('\n').Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(c => new Reviewed(c[0], c[1], c[2], Version.Parse(c[3]), Version.Parse(c[4]), c.Length > 5 ? c[5] : null))];

    private static XDocument Nuspec(Locked package) => XDocument.Load(Directory.EnumerateFiles(Folder(package), "*.nuspec").Single());

    // Where the build of these tests found it.
    private static string Folder(Locked package)
    {
        var assets = JsonNode.Parse(Text("tests/obj/project.assets.json"))!;
        return assets["packageFolders"]!.AsObject().Select(f => Path.Combine(f.Key, package.Name.ToLowerInvariant(), package.Version)).First(Directory.Exists);
    }

    private static string Bill(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(TestFiles.Root, "tests/sbom"), .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var bill = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return bill;
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(TestFiles.Root, file));

    /// <summary>A test that needs Node.js; skipped, and said so, where it is not installed.</summary>
    private sealed class NodeFactAttribute : FactAttribute
    {
        public NodeFactAttribute()
        {
            if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "node")) || File.Exists(Path.Combine(f, "node.exe"))))
                Skip = "needs Node.js, which tests/run installs";
        }
    }
}
