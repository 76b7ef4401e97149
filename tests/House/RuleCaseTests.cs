using System.Reflection;
using System.Text.RegularExpressions;

using StaticSite.Diagnostics;

namespace StaticSite.Tests.House;

public partial class RuleCaseTests
{
    [Fact]
    public void Every_rule_has_a_case()
    {
        var rules = typeof(Rule).Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(Rule)).Select(f => ((Rule)f.GetValue(null)!).Id)
            .Distinct().Order(StringComparer.Ordinal).ToList();
        var shown = CaseFiles("*").SelectMany(file => Finding().Matches(File.ReadAllText(file)).Select(m => m.Groups["id"].Value))
            .Concat(TestedInCode().Select(t => t.Rule)).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(rules);
        Assert.Equal([], rules.Except(shown));
    }

    /// <summary>A case that no one could read (a text of ten million characters) is a test in code, and listed beside the cases.</summary>
    [Fact]
    public void Every_test_that_is_listed_beside_the_cases_exists()
    {
        var tests = GetType().Assembly.GetTypes().SelectMany(t => t.GetMethods().Select(m => $"{t.Name}.{m.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        Assert.All(TestedInCode(), t => Assert.Contains(t.Test, tests));
    }

    private static IEnumerable<(string Rule, string Test)> TestedInCode() =>
        CaseFiles("tested-in-code.txt").SelectMany(File.ReadAllLines).Select(line => line.Split(": "))
            .Select(parts => (parts[0], parts[1]));

    private static IEnumerable<string> CaseFiles(string pattern) =>
        Directory.EnumerateDirectories(TestFiles.PathOf("")).Select(room => Path.Combine(room, "Cases")).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories));

    // A caret line, whatever the comment sign of the case, or a finding on a line of its own, with its severity or its place.
    [GeneratedRegex(@"(^|[<^]\^* )(error |warning |info |\d+,\d+ )(?<id>[a-z]+/[a-z0-9-]+):", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Finding();
}
