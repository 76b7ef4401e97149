using System.Net;
using System.Text.Json;

namespace StaticSite.Tests.Preview;

public sealed class PreviewSessionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_edit_reaches_open_pages_however_the_editor_saves(bool byRename)
    {
        using var site = SmallSite.Create();
        await using var preview = await RunningPreview.StartAsync(site);
        using var events = await preview.ListenAsync();
        var before = Version(await events.NextAsync(_ => true));
        Assert.Contains($"data-version=\"{before}\"", await preview.TextAsync("/zh/"), StringComparison.Ordinal);

        if (byRename) site.WriteByRename("zh/index.html", SmallSite.Page("新的首页"));
        else site.Write("zh/index.html", SmallSite.Page("新的首页"));

        var after = Version(await events.NextAsync(e => !e.Contains(before, StringComparison.Ordinal)));
        var html = await preview.TextAsync("/zh/");
        Assert.Contains("新的首页", html, StringComparison.Ordinal);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task A_finding_is_shown_with_its_line_while_the_last_good_pages_stay_and_goes_when_it_is_mended()
    {
        using var site = SmallSite.Create();
        await using var preview = await RunningPreview.StartAsync(site);
        using var events = await preview.ListenAsync();
        var before = Version(await events.NextAsync(_ => true));

        site.Write("zh/index.html", "第一行\n这是 BROKEN 的\n");
        using var broken = JsonDocument.Parse(await events.NextAsync(e => e.Contains("test/broken", StringComparison.Ordinal)));
        Assert.Equal(before, broken.RootElement.GetProperty("version").GetString());
        Assert.Equal(
            """{"path":"zh/index.html","line":2,"column":4,"severity":"error","rule":"test/broken","message":"this is not right","hint":"mend it","source":"这是 BROKEN 的","markStart":3,"markLength":6,"help":null}""",
            broken.RootElement.GetProperty("findings")[0].GetRawText());
        Assert.Contains("首页", await preview.TextAsync("/zh/"), StringComparison.Ordinal);

        site.Write("zh/index.html", SmallSite.Page("首页"));
        using var mended = JsonDocument.Parse(await events.NextAsync(e => e.Contains("\"findings\":[]", StringComparison.Ordinal)));
        // The pages are as they were, so that nothing needs to reload.
        Assert.Equal(before, mended.RootElement.GetProperty("version").GetString());
    }

    [Fact]
    public async Task A_warning_comes_with_the_new_pages()
    {
        using var site = SmallSite.Create();
        await using var preview = await RunningPreview.StartAsync(site);
        using var events = await preview.ListenAsync();
        site.Write("zh/index.html", SmallSite.Page("ODD"));
        using var odd = JsonDocument.Parse(await events.NextAsync(e => e.Contains("test/odd", StringComparison.Ordinal)));
        Assert.Equal(0, odd.RootElement.GetProperty("errors").GetInt32());
        Assert.Contains("ODD", await preview.TextAsync("/zh/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_at_the_start_give_an_empty_page_with_the_script_until_they_are_mended()
    {
        using var site = SmallSite.Create();
        site.Write("zh/index.html", "BROKEN");
        await using var preview = await RunningPreview.StartAsync(site);
        using var response = await preview.GetAsync("/zh/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("/_preview/reload.js", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var events = await preview.ListenAsync();
        await events.NextAsync(e => e.Contains("test/broken", StringComparison.Ordinal));
        site.Write("zh/index.html", SmallSite.Page("首页"));
        await events.NextAsync(e => e.Contains("\"findings\":[]", StringComparison.Ordinal));
        Assert.Contains("首页", await preview.TextAsync("/zh/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_that_throws_is_a_finding_and_ends_nothing()
    {
        using var site = SmallSite.Create();
        await using var preview = await RunningPreview.StartAsync(site);
        using var events = await preview.ListenAsync();
        site.Write("crash", "");
        await events.NextAsync(e => e.Contains("preview/build-broken", StringComparison.Ordinal));
        Assert.Contains("首页", await preview.TextAsync("/zh/"), StringComparison.Ordinal);
        File.Delete(Path.Combine(site.Pages, "crash"));
        await events.NextAsync(e => e.Contains("\"findings\":[]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_storm_of_saves_ends_with_the_last_one_shown()
    {
        using var site = SmallSite.Create();
        await using var preview = await RunningPreview.StartAsync(site);
        using var events = await preview.ListenAsync();
        for (var i = 0; i <= 200; i++) site.WriteByRename("zh/index.html", i % 3 == 1 ? "BROKEN" : SmallSite.Page($"第{i}次"));
        site.Write("zh/index.html", SmallSite.Page("最后一次"));
        while (!(await preview.TextAsync("/zh/")).Contains("最后一次", StringComparison.Ordinal))
            await events.NextAsync(_ => true);
    }

    [Fact]
    public async Task Folders_that_are_made_moved_deleted_and_replaced_are_followed()
    {
        using var site = SmallSite.Create();
        await using var preview = await RunningPreview.StartAsync(site);
        using var events = await preview.ListenAsync();
        await events.NextAsync(_ => true);

        site.Write("zh/new/deep/index.html", SmallSite.Page("深"));
        await UntilAsync("/zh/new/deep/", "深");
        Directory.Move(Path.Combine(site.Pages, "zh", "new"), Path.Combine(site.Pages, "zh", "other"));
        await UntilAsync("/zh/other/deep/", "深");
        await UntilAsync("/zh/new/deep/", "没有");
        site.Write("zh/other/deep/index.html", SmallSite.Page("更深"));
        await UntilAsync("/zh/other/deep/", "更深");
        Directory.Delete(Path.Combine(site.Pages, "zh", "other"), recursive: true);
        await UntilAsync("/zh/other/deep/", "没有");

        // The watched folder itself goes away, and another one takes its place.
        Directory.Move(site.Pages, site.Pages + ".old");
        await UntilAsync("/zh/", "404 Not Found");
        site.Write("zh/index.html", SmallSite.Page("回来"));
        await UntilAsync("/zh/", "回来");
        site.Write("zh/index.html", SmallSite.Page("又一次"));
        await UntilAsync("/zh/", "又一次");

        async Task UntilAsync(string path, string words)
        {
            while (!(await preview.TextAsync(path)).Contains(words, StringComparison.Ordinal)) await events.NextAsync(_ => true);
        }
    }

    [Fact]
    public async Task It_ends_when_it_is_cancelled_though_pages_are_listening()
    {
        using var site = SmallSite.Create();
        var preview = await RunningPreview.StartAsync(site);
        using var events = await preview.ListenAsync();
        await events.NextAsync(_ => true);
        await preview.EndAsync();
        await preview.DisposeAsync().AsTask().WaitAsync(RunningPreview.Limit);
    }

    private static string Version(string state)
    {
        using var json = JsonDocument.Parse(state);
        return json.RootElement.GetProperty("version").GetString()!;
    }
}
