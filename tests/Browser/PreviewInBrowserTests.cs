using Microsoft.Playwright;

using StaticSite.Build;
using StaticSite.Commands;

namespace StaticSite.Tests.Browser;

/// <summary>An editor's view: the open page follows the files, and a mistake shows on it until it is mended.</summary>
public class PreviewInBrowserTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task An_edit_shows_by_itself_and_a_mistake_as_an_overlay_until_it_is_mended()
    {
        using var folder = new TemporaryFolder();
        folder.Copy(Path.Combine(TestFiles.Root, "input"), "input");
        folder.Copy(Path.Combine(TestFiles.Root, "theme"), "theme");
        var text = folder.PathOf("input/documents/A-67-776/text.zh.yaml");
        var original = await File.ReadAllTextAsync(text);

        using var stop = new CancellationTokenSource();
        var told = new Told();
        var preview = PreviewCommand.RunAsync(known => SiteFiles.Read(folder.PathOf("input"), folder.PathOf("theme"), null, known),
            [folder.PathOf("input"), folder.PathOf("theme")], port: 0, open: false, told, TextWriter.Null, stop.Token);
        var address = await told.AddressAsync();
        await using var context = await site.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        // The server answers before the first build is done, with a page that waits for it.
        await page.GotoAsync(address + "zh/A/67/776/#p4");
        await Assertions.Expect(page.Locator("#p4")).ToContainTextAsync("总体而言", new() { Timeout = 30_000 });
        var faults = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") faults.Add(message.Text); };

        await File.WriteAllTextAsync(text, original.Replace("总体而言，行预咨委会认为", "总的来说，行预咨委会认为", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#p4")).ToContainTextAsync("总的来说", new() { Timeout = 30_000 });

        await File.WriteAllTextAsync(text, original.Replace("status: official", "status: offical", StringComparison.Ordinal));
        var overlay = page.Locator("#preview-findings");
        await Assertions.Expect(overlay).ToContainTextAsync("text.zh.yaml(3,9)", new() { Timeout = 30_000 });
        await Assertions.Expect(overlay.GetByText("records/bad-value")).ToHaveAttributeAsync("href", "/zh/rules/#records-bad-value");
        await Assertions.Expect(page.Locator("#p4")).ToContainTextAsync("总的来说");

        await File.WriteAllTextAsync(text, original);
        await Assertions.Expect(page.Locator("#p4")).ToContainTextAsync("总体而言", new() { Timeout = 30_000 });
        await Assertions.Expect(overlay).ToHaveCountAsync(0);
        Assert.Empty(faults);
        await stop.CancelAsync();
        Assert.Equal(0, await preview);
    }

    /// <summary>What the command prints; its first line holds the address.</summary>
    private sealed class Told : StringWriter
    {
        private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> AddressAsync() => address.Task.WaitAsync(TimeSpan.FromSeconds(60));

        public override void WriteLine(string? value)
        {
            if (value?.StartsWith("http://", StringComparison.Ordinal) == true) address.TrySetResult(value.Split(' ')[0]);
        }
    }
}
