using System.Diagnostics;

namespace StaticSite.Tests.Commands;

/// <summary>What a pull request runs: .github/site-changes, on a repository with the input and the theme of this one.</summary>
public sealed class SiteChangesTests : IDisposable
{
    private const string Page = "input/pages/zh/about.md";

    private readonly TemporaryFolder folder = new();

    public SiteChangesTests()
    {
        foreach (var part in new[] { "input", "theme", ".github" }) folder.Copy(Path.Combine(TestFiles.Root, part), $"site/{part}");
        foreach (var language in new[] { "zh", "en" }) folder.Write($"site/input/pages/{language}/extra.md", "---\ntitle: Extra\n---\n");
        Git("init", "--quiet", "--initial-branch=main");
        Commit("before");
    }

    [Fact]
    public void A_change_of_a_word_is_told_as_a_comment_and_as_two_reports()
    {
        Git("switch", "--quiet", "--create", "change");
        Edit(text => text.Replace("收录两份文件", "收录两份重要文件", StringComparison.Ordinal));
        Commit("a word");
        // What others did since is no part of the change.
        Git("switch", "--quiet", "main");
        Edit(text => text + "\n别人的一段。\n");
        Commit("something else");
        Git("switch", "--quiet", "change");

        Assert.Equal(0, Run("main", "change", "changes", "https://preview.example.org/"));
        var comment = File.ReadAllText(folder.PathOf("site/changes/comment.md"));
        Assert.Contains("<ins>重要</ins>", comment, StringComparison.Ordinal);
        Assert.Contains("](<https://preview.example.org/zh/about/", comment, StringComparison.Ordinal);
        Assert.DoesNotContain("别人", comment, StringComparison.Ordinal);
        Assert.Contains("<ins>重要</ins>", File.ReadAllText(folder.PathOf("site/changes/report.html")), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"zh-Hans\">", File.ReadAllText(folder.PathOf("site/changes/report.zh.html")), StringComparison.Ordinal);
        // Nothing is left behind.
        Assert.Single(Git("worktree", "list").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_page_that_goes_away_fails_the_check_and_is_still_told()
    {
        foreach (var language in new[] { "zh", "en" }) File.Delete(folder.PathOf($"site/input/pages/{language}/extra.md"));
        Assert.Equal(1, Run("main", ".", "changes", null));
        var comment = File.ReadAllText(folder.PathOf("site/changes/comment.md"));
        Assert.Contains("❌ **error** The URL `/zh/extra/` is gone", comment, StringComparison.Ordinal);
        var report = File.ReadAllText(folder.PathOf("site/changes/report.zh.html"));
        Assert.Contains("网址 <code>/zh/extra/</code> 已不存在", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "main")]
    [InlineData("main", "nowhere")]
    public void A_commit_that_is_not_there_is_wrong_usage(string before, string after) => Assert.Equal(2, Run(before, after, "changes", null));

    public void Dispose() => folder.Dispose();

    private int Run(string before, string after, string into, string? preview)
    {
        string[] arguments = [".github/site-changes", before, after, into, .. preview is null ? Array.Empty<string>() : [preview]];
        return Start("bash", arguments).Code;
    }

    private void Edit(Func<string, string> edit)
    {
        var page = folder.PathOf($"site/{Page}");
        var text = File.ReadAllText(page);
        Assert.NotEqual(text, edit(text));
        File.WriteAllText(page, edit(text));
    }

    private void Commit(string message)
    {
        Git("add", "--all");
        Git("-c", "user.name=Reviewer", "-c", "user.email=reviewer@example.org", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", message);
    }

    private string Git(params string[] arguments)
    {
        var (code, said) = Start("git", arguments);
        Assert.True(code == 0, said);
        return said;
    }

    private (int Code, string Said) Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false, WorkingDirectory = folder.PathOf("site"), RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["GENERATOR"] = $"dotnet {typeof(StaticSite.Commands.Program).Assembly.Location}";
        // The repository of the tests is none of this one's business, nor is what the machine says of git.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("GIT_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        start.Environment["GIT_CONFIG_GLOBAL"] = start.Environment["GIT_CONFIG_SYSTEM"] = "/dev/null";
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(120_000)) process.Kill(entireProcessTree: true);
        return (process.ExitCode, said.Result + complained.Result);
    }
}
