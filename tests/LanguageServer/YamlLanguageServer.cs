using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace StaticSite.Tests.LanguageServer;

/// <summary>The YAML language server of npm, spoken to as an editor's program does: LSP over its standard input and output.</summary>
public sealed class YamlLanguageServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> requests = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonArray>> diagnostics = new(StringComparer.Ordinal);
    private readonly Lock writing = new();
    private readonly Task reading;
    private int last;

    private YamlLanguageServer(Process process)
    {
        this.process = process;
        reading = Task.Run(Read);
    }

    /// <summary>Where tests/run installs it.</summary>
    public static string Script { get; } = TestFiles.PathOf("obj/language-server/node_modules/yaml-language-server/bin/yaml-language-server");

    public static async Task<YamlLanguageServer> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("node", [Script, "--stdio"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var server = new YamlLanguageServer(process);
        await server.RequestAsync("initialize", new JsonObject
        {
            ["processId"] = Environment.ProcessId,
            ["rootUri"] = Uri("input"),
            ["capabilities"] = new JsonObject { ["workspace"] = new JsonObject { ["configuration"] = true } },
        });
        server.Notify("initialized", []);
        return server;
    }

    /// <summary>Opens a file with some text, whatever the disk has, and waits for what the server marks in it.</summary>
    /// <returns>"line,column-column message", 1-based, the end exclusive; in the order of the places.</returns>
    public async Task<IReadOnlyList<string>> OpenAsync(string path, string text)
    {
        var marked = diagnostics.GetOrAdd(Uri(path), _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        Notify("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = Uri(path), ["languageId"] = "yaml", ["version"] = 1, ["text"] = text },
        });
        var found = await marked.Task.WaitAsync(Patience);
        return [.. found.Select(d => (Range: d!["range"]!, Message: d["message"]!.GetValue<string>()))
            .OrderBy(d => Number(d.Range["start"]!["line"])).ThenBy(d => Number(d.Range["start"]!["character"]))
            .Select(d => $"{Number(d.Range["start"]!["line"]) + 1},{Number(d.Range["start"]!["character"]) + 1}-{Number(d.Range["end"]!["character"]) + 1} {d.Message}")];
    }

    /// <summary>The labels that are offered at a place; line and column are 1-based.</summary>
    public async Task<IReadOnlyList<string>> CompleteAsync(string path, int line, int column)
    {
        var answer = await RequestAsync("textDocument/completion", Place(path, line, column));
        var items = answer as JsonArray ?? (JsonArray)answer!["items"]!;
        return [.. items.Select(i => i!["label"]!.GetValue<string>())];
    }

    /// <summary>What is shown over a place; line and column are 1-based. Empty when there is nothing.</summary>
    public async Task<string> HoverAsync(string path, int line, int column) =>
        (await RequestAsync("textDocument/hover", Place(path, line, column)))?["contents"]?["value"]?.GetValue<string>() ?? "";

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await reading;
        process.Dispose();
    }

    private static string Uri(string path) => new Uri(Path.Combine(TestFiles.Root, path)).AbsoluteUri;

    private static JsonObject Place(string path, int line, int column) => new()
    {
        ["textDocument"] = new JsonObject { ["uri"] = Uri(path) },
        ["position"] = new JsonObject { ["line"] = line - 1, ["character"] = column - 1 },
    };

    private static int Number(JsonNode? node) => node!.GetValue<int>();

    private async Task<JsonNode?> RequestAsync(string method, JsonObject parameters)
    {
        var id = Interlocked.Increment(ref last);
        var answer = requests.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        Send(new() { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        return await answer.Task.WaitAsync(Patience);
    }

    private void Notify(string method, JsonObject parameters) =>
        Send(new() { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    private void Send(JsonObject message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        lock (writing)
        {
            var stream = process.StandardInput.BaseStream;
            stream.Write(Encoding.ASCII.GetBytes($"Content-Length: {body.Length}\r\n\r\n"));
            stream.Write(body);
            stream.Flush();
        }
    }

    private void Read()
    {
        var stream = new BufferedStream(process.StandardOutput.BaseStream);
        while (Header(stream) is { } length)
        {
            var body = new byte[length];
            stream.ReadExactly(body);
            Receive(JsonNode.Parse(body)!.AsObject());
        }
        // Whoever still waits is told at once.
        foreach (var waiting in requests.Values) waiting.TrySetException(new EndOfStreamException("the language server has ended"));
    }

    // "Content-Length: 123", perhaps other lines, an empty one; null at the end of the stream.
    private static int? Header(Stream stream)
    {
        int? length = null;
        var line = new StringBuilder();
        while (stream.ReadByte() is >= 0 and var b)
        {
            if (b == '\r') continue;
            if (b != '\n')
            {
                line.Append((char)b);
                continue;
            }
            if (line.Length == 0) return length;
            if (line.ToString().Split(": ") is ["Content-Length", var value]) length = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
            line.Clear();
        }
        return null;
    }

    private void Receive(JsonObject message)
    {
        var method = message["method"]?.GetValue<string>();
        if (method is not null && message.ContainsKey("id"))
        {
            // The server asks for settings: none of our own but no schemas from the network.
            var asked = message["params"]?["items"]?.AsArray();
            var answer = asked is null ? null : new JsonArray([.. asked.Select(i => i!["section"]?.GetValue<string>() == "yaml"
                ? new JsonObject { ["validate"] = true, ["hover"] = true, ["completion"] = true, ["schemaStore"] = new JsonObject { ["enable"] = false } } : null)]);
            Send(new() { ["jsonrpc"] = "2.0", ["id"] = message["id"]!.DeepClone(), ["result"] = answer });
        }
        else if (method == "textDocument/publishDiagnostics")
        {
            var parameters = message["params"]!;
            diagnostics.GetOrAdd(parameters["uri"]!.GetValue<string>(), _ => new(TaskCreationOptions.RunContinuationsAsynchronously))
                .TrySetResult(parameters["diagnostics"]!.AsArray());
        }
        else if (method is null && requests.TryRemove(message["id"]!.GetValue<int>(), out var waiting)) waiting.TrySetResult(message["result"]);
    }
}

/// <summary>A test that needs the language server; skipped, and said so, where neither Node.js nor the server is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LanguageServerFactAttribute : FactAttribute
{
    public LanguageServerFactAttribute()
    {
        if (!File.Exists(YamlLanguageServer.Script)) Skip = "needs Node.js and the YAML language server, which tests/run installs with npm";
    }
}
