using System.Collections.Immutable;
using System.Net;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

using StaticSite.Build;
using StaticSite.Tests.Build;

namespace StaticSite.Tests.Browser;

/// <summary>The site of this repository on a port of this machine, as a plain static host would serve it, and Debian's Chromium to look at it.</summary>
public class BrowserSite : IAsyncLifetime
{
    private WebApplication? server;
    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>"http://127.0.0.1:12345".</summary>
    public string Address { get; private set; } = "";

    /// <summary>The site that is looked at.</summary>
    protected virtual SiteInput Input => RealSite.Input();

    public async Task InitializeAsync()
    {
        var output = new MemoryOutput();
        SiteBuilder.Build(Input, output, new(TimeProvider.System));
        var files = output.Files;

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server = builder.Build();
        server.Run(context => Serve(context, files));
        await server.StartAsync();
        Address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
        if (server is not null) await server.DisposeAsync();
    }

    /// <summary>A page of its own, at the given width, that records what a reader would call a fault.</summary>
    public async Task<(IPage Page, List<string> Faults)> OpenAsync(string path, int width, bool scripts = false, bool touch = false)
    {
        var context = await Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = scripts, HasTouch = touch, Permissions = ["clipboard-read", "clipboard-write"] });
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") faults.Add($"console: {message.Text}"); };
        page.Dialog += (_, dialog) => { faults.Add($"dialog: {dialog.Message}"); _ = dialog.DismissAsync(); };
        page.PageError += (_, error) => faults.Add($"script: {error}");
        page.Request += (_, request) => { if (!request.Url.StartsWith(Address, StringComparison.Ordinal)) faults.Add($"foreign request: {request.Url}"); };
        page.Response += (_, response) => { if (response.Status >= 400) faults.Add($"{response.Status}: {response.Url}"); };
        await page.GotoAsync(Address + path);
        return (page, faults);
    }

    // tests/run installs Debian's Chromium when none is there.
    private static string Chromium() =>
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("no Chromium on this machine; tests/run installs it where apt-get does");

    // As netlify.toml has it, so that a script that would be refused there is refused here.
    private static readonly string Policy = File.ReadLines(Path.Combine(TestFiles.Root, "netlify.toml"))
        .Single(line => line.Contains("Content-Security-Policy", StringComparison.Ordinal)).Split('"')[1];

    private static async Task Serve(HttpContext context, ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> files)
    {
        var path = Uri.UnescapeDataString(context.Request.Path.Value!)[1..];
        if (path.Length == 0 || path.EndsWith('/')) path += "index.html";
        if (!files.TryGetValue(path, out var content))
        {
            context.Response.StatusCode = 404;
            return;
        }
        context.Response.ContentType = Path.GetExtension(path) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".json" => "application/json",
            _ => "application/octet-stream",
        };
        context.Response.Headers.ContentSecurityPolicy = Policy;
        await context.Response.Body.WriteAsync(content);
    }
}
