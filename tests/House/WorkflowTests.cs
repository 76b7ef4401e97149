using System.Text.RegularExpressions;

namespace StaticSite.Tests.House;

/// <summary>Workflows run what strangers write: they may little, and take nothing that can change under them.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Workflows()
    {
        var data = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TestFiles.Root, ".github/workflows")).Order(StringComparer.Ordinal)) data.Add(Path.GetFileName(file));
        return data;
    }

    [Theory, MemberData(nameof(Workflows))]
    public void Actions_are_pinned_to_a_commit_and_say_which_version_that_is(string name) =>
        Assert.All(Uses().Matches(Text(name)), use => Assert.Matches("^[a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9.]+$", use.Groups["what"].Value));

    [Theory, MemberData(nameof(Workflows))]
    public void Rights_are_named_for_the_whole_file_and_only_read(string name)
    {
        var top = TopRights().Match(Text(name));
        Assert.True(top.Success);
        Assert.DoesNotContain("write", top.Value, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Workflows))]
    public void No_text_of_a_pull_request_becomes_part_of_a_command(string name) =>
        Assert.All(Commands().Matches(Text(name)), run => Assert.DoesNotContain("${{", run.Value, StringComparison.Ordinal));

    [Fact]
    public void What_runs_the_code_of_a_pull_request_has_no_right_to_write_and_what_may_write_runs_none_of_it()
    {
        var (runs, writes) = (Text("pull-request.yml"), Text("comment.yml"));
        Assert.DoesNotContain(": write", runs, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets.", runs + writes, StringComparison.Ordinal);
        Assert.DoesNotContain("pull_request_target", runs + writes, StringComparison.Ordinal);
        Assert.Equal(Checkout().Count(runs), KeepsNothing().Count(runs));
        Assert.DoesNotContain("checkout@", writes, StringComparison.Ordinal);
        Assert.Contains("workflow_run:\n    workflows: [Pull request]\n", writes, StringComparison.Ordinal);
        Assert.StartsWith("name: Pull request\n", runs[runs.IndexOf("name:", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    private static string Text(string name) => File.ReadAllText(Path.Combine(TestFiles.Root, ".github/workflows", name)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"uses: (?<what>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Uses();

    [GeneratedRegex(@"^permissions:( \{\}|(\n  .*)+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TopRights();

    [GeneratedRegex(@"run: (\|(\n {10}.*)+|.*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Commands();

    [GeneratedRegex("actions/checkout@", RegexOptions.None, 1000)]
    private static partial Regex Checkout();

    [GeneratedRegex("persist-credentials: false", RegexOptions.None, 1000)]
    private static partial Regex KeepsNothing();
}
