using System.Reflection;
using System.Text.RegularExpressions;

using StaticSite.Diagnostics;

namespace StaticSite.Tests.House;

/// <summary>Whoever meets a finding can look up what its rule means, in both languages.</summary>
public partial class RuleGuideTests
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void The_guide_explains_every_rule_and_none_that_is_gone(string language)
    {
        var rules = typeof(Rule).Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(Rule)).Select(f => (Rule)f.GetValue(null)!).DistinctBy(r => r.Id).OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        var entries = Entry().Matches(File.ReadAllText(Path.Combine(TestFiles.Root, "input", "pages", language, RuleGuide.PageName + ".md"))).ToList();

        Assert.Equal([], rules.Select(r => r.Id).Except(entries.Select(e => e.Groups["rule"].Value)));
        Assert.Equal([], entries.Select(e => e.Groups["rule"].Value).Except(rules.Select(r => r.Id)));
        Assert.Equal(entries.Count, rules.Count);
        Assert.All(entries, e => Assert.Equal(RuleGuide.AnchorOf(e.Groups["rule"].Value), e.Groups["id"].Value));
        // The severity, what it means, and how to mend it.
        Assert.All(entries, e => Assert.Equal(Word(rules.Single(r => r.Id == e.Groups["rule"].Value).Severity, language), e.Groups["severity"].Value));
        Assert.All(entries, e => Assert.True(e.Groups["mend"].Value.Length > 3, e.Value));
    }

    private static string Word(Severity severity, string language) => (severity, language) switch
    {
        (Severity.Error, "zh") => "错误",
        (Severity.Warning, "zh") => "警告",
        (_, "zh") => "提示",
        (Severity.Error, _) => "Error",
        (Severity.Warning, _) => "Warning",
        _ => "Note",
    };

    [GeneratedRegex(@"^### `(?<rule>[a-z]+/[a-z0-9-]+)` \{#(?<id>[^}]+)\}\n\n\*\*(?<severity>[^*]+?)[.。]\*\* ?(?<meaning>.+)\n\n→ (?<mend>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Entry();
}
