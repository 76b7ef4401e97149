using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace StaticSite.Printing;

/// <summary>The DevTools protocol: commands to a browser and their answers, and what it tells by itself.</summary>
/// <remarks>https://chromedevtools.github.io/devtools-protocol/: JSON messages over a WebSocket; pages are told apart by their session.</remarks>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource ending = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> waiting = new();
    private readonly ConcurrentDictionary<string, Action<string, JsonElement>> listeners = new(StringComparer.Ordinal);
    private Task reading = Task.CompletedTask;
    private int last;

    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancel)
    {
        var tools = new DevTools();
        try
        {
            await tools.socket.ConnectAsync(address, cancel);
        }
        catch (WebSocketException e)
        {
            await tools.DisposeAsync();
            throw new IOException(e.Message, e);
        }
        tools.reading = tools.ReadAsync();
        return tools;
    }

    /// <summary>Calls back for every event of a session: its method and parameters, one at a time.</summary>
    public void Listen(string session, Action<string, JsonElement> listener) => listeners[session] = listener;

    public void Forget(string session) => listeners.TryRemove(session, out _);

    /// <param name="session">Null speaks to the browser itself.</param>
    /// <exception cref="IOException">The browser refuses the command, or is gone.</exception>
    public async Task<JsonElement> SendAsync(string method, object? parameters, string? session, CancellationToken cancel)
    {
        var id = Interlocked.Increment(ref last);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[id] = answer;
        try
        {
            var message = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = id, ["method"] = method, ["params"] = parameters ?? new { }, ["sessionId"] = session }
                .Where(p => p.Value is not null).ToDictionary(StringComparer.Ordinal));
            await sending.WaitAsync(cancel);
            try
            {
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancel);
            }
            finally
            {
                sending.Release();
            }
            if (reading.IsCompleted) throw new IOException("Chromium has ended");
            return await answer.Task.WaitAsync(cancel);
        }
        catch (WebSocketException e)
        {
            throw new IOException(e.Message, e);
        }
        finally
        {
            waiting.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await reading;
        socket.Dispose();
        sending.Dispose();
        ending.Dispose();
    }

    // Ends with the connection; whoever waits for an answer is told.
    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 16];
        using var message = new MemoryStream();
        var why = "Chromium has ended";
        try
        {
            while (true)
            {
                message.SetLength(0);
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(), ending.Token);
                    message.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close) break;
                Take(JsonDocument.Parse(message.GetBuffer().AsMemory(0, (int)message.Length)));
            }
        }
        catch (OperationCanceledException)
        {
            // We end it ourselves.
        }
        catch (Exception e) when (e is WebSocketException or JsonException)
        {
            why = e.Message;
        }
        foreach (var answer in waiting.Values) answer.TrySetException(new IOException(why));
    }

    private void Take(JsonDocument document)
    {
        // The buffer behind the document is used again.
        using (document)
        {
            var root = document.RootElement.Clone();
            if (root.TryGetProperty("id", out var id))
            {
                if (!waiting.TryGetValue(id.GetInt32(), out var answer)) return;
                if (root.TryGetProperty("error", out var error)) answer.TrySetException(new IOException(error.GetProperty("message").GetString()));
                else answer.TrySetResult(root.GetProperty("result"));
            }
            else if (root.TryGetProperty("sessionId", out var session) && listeners.TryGetValue(session.GetString()!, out var listener))
            {
                listener(root.GetProperty("method").GetString()!, root.GetProperty("params"));
            }
        }
    }
}
