using System.Globalization;
using System.Net;
using System.Text;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace StaticSite.Preview;

/// <summary>Serves the current snapshot on 127.0.0.1 as a static host would, to this machine only, and tells open pages of the next one.</summary>
public sealed class PreviewServer : IAsyncDisposable
{
    private const int FirstPort = 8080, Ports = 20;

    private readonly WebApplication app;
    private readonly PreviewState state;
    private readonly CancellationTokenSource stopping = new();

    private PreviewServer(WebApplication app, PreviewState state)
    {
        this.app = app;
        this.state = state;
    }

    public int Port { get; private set; }

    /// <summary>"http://127.0.0.1:8080/".</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/");

    /// <param name="port">Null takes a free one, from 8080 on; 0 any free one.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<PreviewServer> StartAsync(PreviewState state, int? port, CancellationToken cancel)
    {
        if (port is { } wanted) return await ListenAsync(state, wanted, cancel);
        for (var candidate = FirstPort; candidate < FirstPort + Ports; candidate++)
        {
            try
            {
                return await ListenAsync(state, candidate, cancel);
            }
            catch (IOException)
            {
                // Taken: the next one.
            }
        }
        return await ListenAsync(state, 0, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        // Pages that wait for news would hold the server open.
        await stopping.CancelAsync();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        stopping.Dispose();
    }

    private static async Task<PreviewServer> ListenAsync(PreviewState state, int port, CancellationToken cancel)
    {
        // Empty: no settings from files or the environment, no log; the command says what there is to say.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        var app = builder.Build();
        var server = new PreviewServer(app, state) { Port = port };
        app.Run(server.AnswerAsync);
        try
        {
            await app.StartAsync(cancel);
            server.Port = new Uri(app.Urls.First()).Port;
            return server;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-store";
        foreach (var (name, value) in PublishedHeaders.All) response.Headers[name] = value;

        // A page elsewhere can point a name of its own at 127.0.0.1 and read what is served there; its name stays in Host.
        if (!IsOurs(request.Host))
        {
            await WriteAsync(context, 403, ContentTypes.Of(".txt"), "403: this preview answers to 127.0.0.1 and localhost only\n"u8.ToArray());
            return;
        }
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.Headers.Allow = "GET, HEAD";
            await WriteAsync(context, 405, ContentTypes.Of(".txt"), "405: only GET and HEAD\n"u8.ToArray());
            return;
        }
        var snapshot = state.Current;
        switch (request.Path.Value)
        {
            case LiveReload.Script:
                await WriteAsync(context, 200, ContentTypes.Of(LiveReload.Script), Encoding.UTF8.GetBytes(LiveReload.ScriptText));
                break;
            case LiveReload.Style:
                await WriteAsync(context, 200, ContentTypes.Of(LiveReload.Style), Encoding.UTF8.GetBytes(LiveReload.StyleText));
                break;
            case LiveReload.Events:
                await SendEventsAsync(context);
                break;
            default:
                await WritePageAsync(context, snapshot);
                break;
        }
    }

    private static async Task WritePageAsync(HttpContext context, PreviewSnapshot snapshot)
    {
        if (snapshot.Pages is null)
        {
            await WriteAsync(context, 503, ContentTypes.Html, LiveReload.EmptyPage(snapshot.Version));
            return;
        }
        var answer = StaticHost.Answer(snapshot.Root, snapshot.Pages, context.Request.Path.Value ?? "/");
        if (answer.Location is { } location)
        {
            context.Response.StatusCode = answer.Status;
            context.Response.Headers.Location = location + context.Request.QueryString;
            return;
        }
        var content = answer.ContentType == ContentTypes.Html ? LiveReload.Inject(answer.Content.Span, snapshot.Version) : answer.Content;
        await WriteAsync(context, answer.Status, answer.ContentType!, content);
    }

    // The snapshot at once, so that nothing is missed between a page and its connection; then every further one.
    private async Task SendEventsAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping.Token);
        try
        {
            while (true)
            {
                var (snapshot, changed) = state.Observe();
                // Before the first build there is nothing to tell.
                if (snapshot.Pages is not null || snapshot.Findings.Length > 0)
                    await context.Response.Body.WriteAsync(LiveReload.Event(snapshot), end.Token);
                await context.Response.Body.FlushAsync(end.Token);
                await changed.WaitAsync(end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left, or the preview ends.
        }
    }

    private bool IsOurs(HostString host) => host.Host is "127.0.0.1" or "localhost" && (host.Port ?? 80) == Port;

    private static async Task WriteAsync(HttpContext context, int status, string contentType, ReadOnlyMemory<byte> content)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }
}
