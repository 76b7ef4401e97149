using System.Net;
using System.Net.Sockets;
using System.Text;

using StaticSite.Preview;

namespace StaticSite.Tests.Preview;

public sealed class PreviewServerTests : IAsyncLifetime
{
    private readonly SmallSite site = SmallSite.Create();
    private RunningPreview preview = null!;

    public async Task InitializeAsync() => preview = await RunningPreview.StartAsync(site);

    public async Task DisposeAsync()
    {
        await preview.DisposeAsync();
        site.Dispose();
    }

    [Theory]
    [InlineData("/", 200, "text/html; charset=utf-8", "choice")]
    [InlineData("/zh/", 200, "text/html; charset=utf-8", "首页")]
    [InlineData("/zh/index.html", 200, "text/html; charset=utf-8", "首页")]
    [InlineData("/zh/A/66/5(Vol.II)/", 200, "text/html; charset=utf-8", "卷")]
    [InlineData("/zh/A/66/5%28Vol.II%29/?q=1", 200, "text/html; charset=utf-8", "卷")]
    [InlineData("/zh/A/67/776/index.json", 200, "application/json; charset=utf-8", "{}")]
    [InlineData("/assets/site.css", 200, "text/css; charset=utf-8", "body {}")]
    [InlineData("/feed.unknown", 200, "application/octet-stream", "x")]
    [InlineData("/zh/nothing/", 404, "text/html; charset=utf-8", "没有")]
    [InlineData("/zh/nothing", 404, "text/html; charset=utf-8", "没有")]
    [InlineData("/en/nothing/", 404, "text/html; charset=utf-8", "no such page")]
    [InlineData("/_preview/reload.js", 200, "text/javascript; charset=utf-8", "EventSource")]
    [InlineData("/_preview/overlay.css", 200, "text/css; charset=utf-8", "section")]
    [InlineData("/_preview/other", 404, "text/html; charset=utf-8", "no such page")]
    public async Task Paths_are_answered_as_a_static_host_would(string path, int status, string contentType, string contains)
    {
        using var response = await preview.GetAsync(path);
        Assert.Equal((status, contentType), ((int)response.StatusCode, response.Content.Headers.ContentType?.ToString()));
        Assert.Contains(contains, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/zh", "/zh/")]
    [InlineData("/zh/A/67/776", "/zh/A/67/776/")]
    [InlineData("/zh/A/67/776?q=%E9%97%AE", "/zh/A/67/776/?q=%E9%97%AE")]
    [InlineData("/zh/A/66/5(Vol.II)", "/zh/A/66/5%28Vol.II%29/")]
    public async Task A_folder_without_its_slash_is_redirected(string path, string location)
    {
        using var response = await preview.GetAsync(path);
        Assert.Equal((HttpStatusCode.MovedPermanently, location), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/zh")]
    [InlineData("/zh/nothing/")]
    [InlineData("/_preview/reload.js")]
    public async Task Every_answer_has_the_security_headers_and_is_not_stored(string path)
    {
        using var response = await preview.GetAsync(path);
        foreach (var (name, value) in PublishedHeaders.All) Assert.Equal(value, Assert.Single(response.Headers.GetValues(name)));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_page_gets_one_script_before_the_end_of_its_body_and_is_else_as_it_was()
    {
        var html = await preview.TextAsync("/zh/");
        var start = html.IndexOf("<script", StringComparison.Ordinal);
        var end = html.IndexOf("</body>", StringComparison.Ordinal);
        Assert.Matches("^<script src=\"/_preview/reload.js\" data-version=\"[^\"]+\"></script>\n$", html[start..end]);
        Assert.Equal(SmallSite.Page("首页"), html.Remove(start, end - start));
    }

    [Theory]
    [InlineData("POST"), InlineData("PUT"), InlineData("DELETE"), InlineData("OPTIONS"), InlineData("PATCH"), InlineData("TRACE")]
    public async Task Other_methods_are_refused(string method)
    {
        using var response = await preview.SendAsync(new(method), "/zh/");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("GET, HEAD", string.Join(", ", response.Content.Headers.Allow));
    }

    [Fact]
    public async Task Head_gives_the_headers_of_get_without_a_body()
    {
        using var head = await preview.SendAsync(HttpMethod.Head, "/zh/A/67/776/");
        using var get = await preview.GetAsync("/zh/A/67/776/");
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("evil.example", 403)]
    [InlineData("evil.example:{port}", 403)]
    [InlineData("127.0.0.1.evil.example:{port}", 403)]
    [InlineData("127.0.0.1", 403)]
    [InlineData("127.0.0.1:1", 403)]
    [InlineData("localhost:{port}", 200)]
    [InlineData("127.0.0.1:{port}", 200)]
    public async Task Only_the_own_host_is_served(string host, int status)
    {
        foreach (var path in new[] { "/zh/", "/_preview/reload.js" })
        {
            using var response = await preview.SendAsync(HttpMethod.Get, path, host.Replace("{port}", $"{preview.Port}", StringComparison.Ordinal));
            Assert.Equal(status, (int)response.StatusCode);
        }
        using var events = await preview.SendAsync(HttpMethod.Head, "/_preview/events", host.Replace("{port}", $"{preview.Port}", StringComparison.Ordinal));
        Assert.Equal(status, (int)events.StatusCode);
    }

    // HttpClient mends such paths before it sends them; whoever attacks does not.
    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/zh/../../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/..%5csecret.txt")]
    [InlineData("/zh/..%2f..%2fsecret.txt")]
    [InlineData("//secret.txt")]
    [InlineData("/%00")]
    [InlineData("/%2f%2fevil.example")]
    [InlineData("//evil.example/..")]
    public async Task A_path_never_leads_outside(string path)
    {
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "secret.txt"), "secret words");
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, preview.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{preview.Port}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        using var limit = new CancellationTokenSource(RunningPreview.Limit);
        var answer = await reader.ReadToEndAsync(limit.Token);
        Assert.Matches("^HTTP/1.1 (400|404|200) ", answer);
        Assert.DoesNotContain("secret words", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Location:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_io_exception()
    {
        await Assert.ThrowsAsync<IOException>(() => PreviewServer.StartAsync(new("test"), preview.Port, CancellationToken.None));
    }

    [Fact]
    public async Task Without_a_wish_a_free_port_is_taken()
    {
        await using var first = await PreviewServer.StartAsync(new("test"), null, CancellationToken.None);
        await using var second = await PreviewServer.StartAsync(new("test"), null, CancellationToken.None);
        Assert.NotEqual(first.Port, second.Port);
    }

    [Fact]
    public async Task A_site_below_a_path_is_served_below_that_path()
    {
        using var below = SmallSite.Create("/framework/");
        await using var running = await RunningPreview.StartAsync(below);
        using var home = await running.GetAsync("/framework/zh/");
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        using var start = await running.GetAsync("/");
        Assert.Equal("/framework/", start.Headers.Location?.ToString());
        using var outside = await running.GetAsync("/zh/");
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }
}
