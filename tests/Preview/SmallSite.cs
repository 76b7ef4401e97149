using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Preview;

namespace StaticSite.Tests.Preview;

/// <summary>A folder of finished pages and a build that takes them as they are: a line with "BROKEN" is a finding of error severity, one with
/// "ODD" a warning, and a file "crash" an exception.</summary>
internal sealed class SmallSite : IDisposable
{
    private static readonly Rule Broken = new("test/broken", Severity.Error), Odd = new("test/odd", Severity.Warning);

    public string Folder { get; } = Directory.CreateTempSubdirectory("preview-test-").FullName;

    public string Pages => Path.Combine(Folder, "pages");

    public string Root { get; init; } = "/";

    public static SmallSite Create(string root = "/")
    {
        var site = new SmallSite { Root = root };
        site.Write("index.html", Page("choice"));
        site.Write("zh/index.html", Page("首页"));
        site.Write("zh/A/67/776/index.html", Page("报告"));
        site.Write("zh/A/67/776/index.json", "{}");
        site.Write("zh/A/66/5(Vol.II)/index.html", Page("卷"));
        site.Write("zh/404.html", Page("没有"));
        site.Write("404.html", Page("no such page"));
        site.Write("assets/site.css", "body {}");
        site.Write("feed.unknown", "x");
        return site;
    }

    public static string Page(string words) => $"<!doctype html>\n<html lang=\"zh\">\n<body>\n<main>{words}</main>\n</body>\n</html>\n";

    public void Write(string path, string text)
    {
        var file = Path.Combine(Pages, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>As careful editors save: beside the file, then over it.</summary>
    public void WriteByRename(string path, string text)
    {
        Write(path + "~", text);
        File.Move(Path.Combine(Pages, path + "~"), Path.Combine(Pages, path), overwrite: true);
    }

    public PreviewBuild Build(CancellationToken cancel)
    {
        var texts = !Directory.Exists(Pages) ? [] : Directory.EnumerateFiles(Pages, "*", SearchOption.AllDirectories)
            .Select(f => new SourceText(Path.GetRelativePath(Pages, f).Replace('\\', '/'), File.ReadAllText(f))).ToList();
        if (texts.Exists(t => t.Path == "crash")) throw new InvalidOperationException("a fault of the generator");
        var findings =
            from text in texts
            from rule in new[] { Broken, Odd }
            let at = text.Text.IndexOf(rule.Id[5..].ToUpperInvariant(), StringComparison.Ordinal)
            where at >= 0
            select new Diagnostic(rule, new(text.Path, at, rule.Id.Length - 5), "this is not right", "mend it");
        return PreviewBuild.Of(Root, texts.ToDictionary(t => t.Path, t => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(t.Text)), StringComparer.Ordinal),
            findings, path => texts.Find(t => t.Path == path));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>A running preview of a <see cref="SmallSite"/>.</summary>
internal sealed class RunningPreview : IAsyncDisposable
{
    /// <summary>Nothing here takes so long; a test that waits longer has failed.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource stop = new();
    private readonly PreviewSession session;
    private readonly Task run;
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    private RunningPreview(PreviewSession session)
    {
        this.session = session;
        client.BaseAddress = new(session.Server.Address);
        client.Timeout = Limit;
        run = Task.Run(() => session.RunAsync(stop.Token));
    }

    public int Port => session.Server.Port;

    /// <summary>The first build has been made when it returns.</summary>
    public static async Task<RunningPreview> StartAsync(SmallSite site)
    {
        var first = new TaskCompletionSource();
        var preview = new RunningPreview(await PreviewSession.StartAsync([site.Pages], 0, (_, cancel) => site.Build(cancel), _ => first.TrySetResult(), CancellationToken.None));
        await first.Task.WaitAsync(Limit);
        return preview;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? host = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (host is not null) request.Headers.Host = host;
        return await client.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public async Task<string> TextAsync(string path)
    {
        using var response = await GetAsync(path);
        return await response.Content.ReadAsStringAsync();
    }

    public async Task<EventReader> ListenAsync() => new(await client.GetStreamAsync(new Uri("/_preview/events", UriKind.Relative)));

    /// <summary>Ends the run and says whether it ended by itself, without an exception.</summary>
    public async Task EndAsync()
    {
        await stop.CancelAsync();
        await run.WaitAsync(Limit);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await session.DisposeAsync();
        client.Dispose();
        stop.Dispose();
    }
}

/// <summary>Server-sent events, one after the other.</summary>
internal sealed class EventReader(Stream stream) : IDisposable
{
    private readonly StreamReader reader = new(stream);

    /// <summary>The next event that is as wanted; those before it are passed over.</summary>
    public async Task<string> NextAsync(Func<string, bool> wanted)
    {
        using var limit = new CancellationTokenSource(RunningPreview.Limit);
        while (await reader.ReadLineAsync(limit.Token) is { } line)
            if (line.StartsWith("data: ", StringComparison.Ordinal) && wanted(line)) return line["data: ".Length..];
        throw new InvalidOperationException("the server closed the stream of events");
    }

    public void Dispose() => reader.Dispose();
}
