using System.Text.RegularExpressions;

using StaticSite.Build;
using StaticSite.Diagnostics;
using StaticSite.Graph;
using StaticSite.Records;

namespace StaticSite.Tests.Build;

/// <summary>Whatever is taken out of the records of this repository, or slips in the words and numbers that they quote, is found.</summary>
public partial class AlteredInputTests
{
    private static readonly SiteInput Input = RealSite.Input();

    /// <summary>One entry of a list of records, at random: a thread, a term, a figure, a component, a body, an act, a report.</summary>
    [Theory]
    [InlineData("input/framework/threads.yaml")]
    [InlineData("input/framework/indicators.yaml")]
    [InlineData("input/framework/components.yaml")]
    [InlineData("input/framework/acts.yaml")]
    [InlineData("input/definitions/terms.yaml")]
    [InlineData("input/bodies/bodies.yaml")]
    [InlineData("input/progress/reports.yaml")]
    [InlineData("input/documents/cited.yaml")]
    public void An_entry_that_is_gone_is_missed(string path)
    {
        var text = Input.Records.Single(r => r.Path == path).Text;
        var entries = Entry().Matches(text).Select(m => m.Index).ToList();
        Assert.NotEmpty(entries);
        var random = new Random(20130215);
        for (var i = 0; i < 3; i++)
        {
            var at = random.Next(entries.Count);
            // The comment before the next entry belongs to that one; it may stay.
            var end = at + 1 < entries.Count ? entries[at + 1] : NextKey().Match(text, entries[at]) is { Success: true } key ? key.Index : text.Length;
            var altered = text[..entries[at]] + text[end..];
            Assert.True(Finds(path, altered), $"nothing misses\n{text[entries[at]..end]}");
        }
    }

    /// <summary>A letter of a quoted word, a digit of a figure, an id of a held passage that does not exist, in the records that quote.</summary>
    [Theory]
    [InlineData("input/framework/threads.yaml")]
    [InlineData("input/framework/indicators.yaml")]
    [InlineData("input/definitions/terms.yaml")]
    public void A_slip_in_what_is_quoted_is_found(string path)
    {
        var text = Input.Records.Single(r => r.Path == path).Text;
        var places = Quoted().Matches(text).Select(m => m.Groups["quoted"]).Concat(Value().Matches(text).Select(m => m.Groups["value"])).ToList();
        Assert.NotEmpty(places);
        var random = new Random(20100329);
        var records = RecordLoader.Load(Input.Records).Value;
        var graph = CitationGraph.From(records.Documents).Value;
        for (var i = 0; i < 300; i++)
        {
            var place = places[random.Next(places.Count)];
            var letters = Enumerable.Range(place.Index, place.Length).Where(at => char.IsLetterOrDigit(text[at])).ToList();
            if (letters.Count == 0) continue;
            var slip = letters[random.Next(letters.Count)];
            var altered = text[..slip] + Another(text[slip]) + text[(slip + 1)..];
            var loaded = RecordLoader.Load([.. Input.Records.Where(r => r.Path != path), new(path, altered)]);
            Assert.True(!loaded.Diagnostics.IsEmpty || !FrameworkChecks.Check(loaded.Value, graph, new(loaded.Value)).IsEmpty,
                $"{place.Value} with {Another(text[slip])} for {text[slip]} is not found");
        }
    }

    /// <summary>A provision without its text, its act, or itself.</summary>
    [Theory]
    [InlineData("A-67-776", "17")]
    [InlineData("A-67-776", "43")]
    [InlineData("A-RES-64-259", "8")]
    [InlineData("A-RES-64-259", "PP4")]
    public void A_provision_that_is_gone_is_missed(string folder, string id)
    {
        foreach (var name in (string[])["text.zh.yaml", "text.en.yaml", "document.yaml"])
        {
            var path = $"input/documents/{folder}/{name}";
            var text = Input.Records.Single(r => r.Path == path).Text;
            var start = text.IndexOf(name == "document.yaml" ? $"  - id: \"{id}\"\n" : $"  \"{id}\": |\n", StringComparison.Ordinal);
            start = start < 0 ? text.IndexOf($"  - id: {id}\n", StringComparison.Ordinal) : start;
            Assert.True(start >= 0, path);
            var end = NextEntry().Match(text, start + 3) is { Success: true } next ? next.Index : text.Length;
            var loaded = RecordLoader.Load([.. Input.Records.Where(r => r.Path != path), new(path, text[..start] + text[end..])]);
            Assert.NotEmpty(loaded.Diagnostics);
        }
    }

    private static bool Finds(string path, string altered)
    {
        var input = Input with { Records = [.. Input.Records.Where(r => r.Path != path), new(path, altered)] };
        return SiteBuilder.Build(input, new NoOutput(), new(TimeProvider.System)).Diagnostics.Any(d => d.Rule.Severity != Severity.Info);
    }

    private static char Another(char letter) => letter switch { '9' => '8', >= '0' and < '9' => (char)(letter + 1), 'x' => 'y', < '\u0080' => 'x', '误' => '谬', _ => '误' };

    [GeneratedRegex("^  - (\\{ )?[a-z]+:", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Entry();

    [GeneratedRegex("^[a-z_]+:", RegexOptions.Multiline, 1000)]
    private static partial Regex NextKey();

    [GeneratedRegex("^  (\"[^\"]+\":|- id:)|^[a-z_]+:", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NextEntry();

    // The words of `figure: { zh: …, en: … }` and `words: { … }`, on one line.
    [GeneratedRegex("(figure|words): \\{ zh: (?<quoted>[^,}\"]+), en:|(figure|words): \\{.* en: \"?(?<quoted>[^\"}]+)\"? \\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("^    value: (?<value>[0-9.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();
}
