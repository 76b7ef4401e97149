using System.Globalization;
using System.Text.RegularExpressions;

namespace StaticSite.Tests.Theme;

/// <summary>What holds for the theme of this repository, read as files.</summary>
public partial class ThemeTests
{
    // Kinds and states are named by a key that templates compose; the rest is asked for by page models.
    private static readonly string[] Composed =
        ["kind_", "status_", "thread_", "stale_", "callout_", "meaning_", "step_", "chain_", "bodies_", "body_", "unit_", "qualifier_", "about_", "by_", "facet_", "part_"];
    private static readonly string[] OfPageModels =
        ["home", "documents", "status", "framework", "definitions", "tracker", "progress", "indicators", "bodies", "not_found", "moved", "choose_language", "feed_documents", "feed_tracker", "bilingual_title", "search_title", "search_heading", "search_opening", "session_unknown", "issuer_unknown", "citations_title", "citations_others"];

    private static string Folder => Path.Combine(TestFiles.Root, "theme");

    private static string Style => File.ReadAllText(Path.Combine(Folder, "assets", "site.css"));

    public static TheoryData<string> Templates() => FilesOf("*.sbn-html");

    public static TheoryData<string> Strings() => FilesOf("*.yaml");

    /// <summary>Colours of text, as custom properties of the style sheet.</summary>
    public static TheoryData<string, string> Inks()
    {
        var data = new TheoryData<string, string>();
        foreach (var scheme in new[] { "light", "dark" })
            foreach (var ink in new[] { "ink", "quiet", "accent", "visited", "good", "care", "wrong" })
                data.Add(scheme, ink);
        return data;
    }

    [Theory, MemberData(nameof(Templates))]
    public void Templates_have_no_script_and_no_inline_style(string template) =>
        Assert.DoesNotMatch(Inline(), File.ReadAllText(Path.Combine(Folder, template)));

    [Fact]
    public void Style_sheet_fetches_nothing() => Assert.DoesNotMatch(Fetch(), Style);

    [Theory, MemberData(nameof(Strings))]
    public void Every_interface_string_is_used(string file)
    {
        var templates = string.Concat(Directory.EnumerateFiles(Folder, "*.sbn-html", SearchOption.AllDirectories).Select(path => File.ReadAllText(path)));
        var used = Use().Matches(templates).Select(m => m.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);
        var unused = KeysOf(file).Where(k => !used.Contains(k) && !OfPageModels.Contains(k) && !Composed.Any(c => k.StartsWith(c, StringComparison.Ordinal)));
        Assert.Empty(unused);
    }

    [Theory, MemberData(nameof(Strings))]
    public void Interface_strings_have_the_same_placeholders_in_every_language(string file)
    {
        var first = PlaceholdersOf(PathsOf("*.yaml").First());
        Assert.Equal(first, PlaceholdersOf(file));
    }

    /// <summary>WCAG 2.2, 1.4.3: at least 4.5 : 1, on paper and on the ground of a link's target.</summary>
    [Theory, MemberData(nameof(Inks))]
    public void Text_stands_out_from_its_ground(string scheme, string ink)
    {
        var palettes = Style.Split("@media (prefers-color-scheme: dark)");
        var palette = palettes[scheme == "light" ? 0 : 1];
        foreach (var ground in new[] { "paper", "marked" })
            Assert.InRange(Contrast(Colour(palette, ink), Colour(palette, ground)), 4.5, 21);
    }

    private static TheoryData<string> FilesOf(string pattern)
    {
        var data = new TheoryData<string>();
        foreach (var path in PathsOf(pattern)) data.Add(path);
        return data;
    }

    private static IEnumerable<string> PathsOf(string pattern) => Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static IEnumerable<string> KeysOf(string file) => Entry().Matches(File.ReadAllText(Path.Combine(Folder, file))).Select(m => m.Groups["key"].Value);

    private static string PlaceholdersOf(string file) => string.Join('\n', Entry().Matches(File.ReadAllText(Path.Combine(Folder, file)))
        .Select(m => $"{m.Groups["key"].Value}: {string.Join(' ', Placeholder().Matches(m.Value).Select(p => p.Value).Order(StringComparer.Ordinal))}")
        .Order(StringComparer.Ordinal));

    // "--ink: #1d1c1a" -> relative luminance of the colour.
    private static double Colour(string palette, string name)
    {
        var hex = Regex.Match(palette, $"--{name}: #(?<hex>[0-9a-f]{{6}});", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["hex"].Value;
        Assert.True(hex.Length == 6, $"no colour --{name}");
        return 0.2126 * Channel(0) + 0.7152 * Channel(2) + 0.0722 * Channel(4);

        double Channel(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
    }

    private static double Contrast(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    [GeneratedRegex(@"<script(?! type=""application/ld\+json"">)(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=|https?://", RegexOptions.None, 1000)]
    private static partial Regex Inline();

    [GeneratedRegex(@"@import|url\(", RegexOptions.None, 1000)]
    private static partial Regex Fetch();

    [GeneratedRegex(@"\bt\.(?<key>[a-z_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Use();

    [GeneratedRegex(@"^(?<key>[a-z_]+):.*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\{[a-z]+\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
