using System.Text.RegularExpressions;

namespace StaticSite.Tests.House;

/// <summary>The map of src/: which room may know which. It stands in the README too.</summary>
public partial class ArrowTests
{
    // From top to bottom; a room may use what stands in a lower row. Commands stand above all and are the only room with a console.
    private static readonly string[][] Rows =
    [
        ["Commands"],
        ["Preview", "Printing", "Review", "Import"],
        ["Build"],
        ["Exports"],
        ["Pages"],
        ["Graph"],
        ["Records"],
        ["Citations"],
        ["Symbols"],
        ["Markdown", "Styles", "Templating", "Text"],
        ["Diagnostics"],
    ];

    public static TheoryData<string> Files()
    {
        var files = new TheoryData<string>();
        foreach (var file in SourceFiles()) files.Add(file);
        return files;
    }

    [Theory, MemberData(nameof(Files))]
    public void Arrows_point_down(string file)
    {
        var room = file.Split('/')[1];
        var text = File.ReadAllText(Path.Combine(TestFiles.Root, file));
        var row = Row(room);
        Assert.True(row >= 0, $"{file}: the map has no room \"{room}\"");
        Assert.Contains($"namespace StaticSite.{room}", text, StringComparison.Ordinal);
        foreach (Match used in Used().Matches(text))
        {
            var other = used.Groups["room"].Value;
            if (other == room || Row(other) < 0) continue;
            Assert.True(Row(other) > row, $"{file} uses StaticSite.{other}, which the map does not allow {room} to know");
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Only_commands_have_a_console(string file)
    {
        if (file.StartsWith("src/Commands/", StringComparison.Ordinal)) return;
        Assert.DoesNotMatch(@"\bConsole\.|using Spectre", File.ReadAllText(Path.Combine(TestFiles.Root, file)));
    }

    [Theory, MemberData(nameof(Files))]
    public void The_middle_has_no_disk_and_no_clock(string file)
    {
        string[] edges = ["src/Commands/", "src/Preview/", "src/Printing/Chromium.cs", "src/Build/SiteFiles.cs", "src/Build/OutputFolder.", "src/Build/Manifest.cs"];
        if (edges.Any(e => file.StartsWith(e, StringComparison.Ordinal))) return;
        Assert.DoesNotMatch(@"(?<![.A-Za-z])(File|Directory)\.(Read|Write|Create|Delete|Move|Exists|Enumerate|Open)|DateTime(Offset)?\.(Now|UtcNow|Today)|TimeProvider\.System|Environment\.(CurrentDirectory|TickCount)|Guid\.NewGuid|Random\.Shared|CultureInfo\.CurrentCulture",
            File.ReadAllText(Path.Combine(TestFiles.Root, file)));
    }

    [Fact]
    public void The_readme_shows_every_room()
    {
        var readme = File.ReadAllText(Path.Combine(TestFiles.Root, "README.md"));
        foreach (var room in Rows.SelectMany(r => r)) Assert.Contains($"| `{room}` |", readme, StringComparison.Ordinal);
        Assert.Equal(
            Rows.SelectMany(r => r).Order(StringComparer.Ordinal),
            SourceFiles().Select(f => f.Split('/')[1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static int Row(string room) => Array.FindIndex(Rows, r => r.Contains(room, StringComparer.Ordinal));

    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Path.Combine(TestFiles.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(TestFiles.Root, f).Replace('\\', '/'))
            .Where(f => f.Split('/').Length > 2)
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"StaticSite\.(?<room>[A-Z][A-Za-z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Used();
}
