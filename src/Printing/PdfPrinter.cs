using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;

using StaticSite.Diagnostics;
using StaticSite.Exports;
using StaticSite.Pages;

namespace StaticSite.Printing;

/// <summary>Prints pages of a finished site to PDF, with Chromium: tagged, with an outline, on the paper that the style sheet names.</summary>
public static class PdfPrinter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <param name="program">The Chromium that the user named; null looks for one.</param>
    /// <param name="write">Takes the PDFs, from many threads at once.</param>
    /// <returns>Findings; none when every page was printed.</returns>
    public static async Task<ImmutableArray<Diagnostic>> PrintAsync(
        ImmutableArray<PrintedPage> pages, string baseUrl, Func<string, byte[]?> read, Action<OutputFile> write, string? program, CancellationToken cancel)
    {
        if (pages.IsEmpty) return [];
        if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var root) || root.Scheme is not ("http" or "https"))
            return [new(PrintRules.NoAddress, new("--pdf", 0, 0), "the links of a PDF need the address of the site", "write base_url in site.yaml, or name it with --base-url")];
        if (Chromium.Find(program) is not { } found)
            return [NoChromium(program is null ? $"no Chromium was found: PATH has none of {string.Join(", ", Chromium.Names)}" : $"there is no program \"{program}\"")];
        try
        {
            await using var chromium = await Chromium.StartAsync(found, cancel);
            await using var tools = await DevTools.ConnectAsync(chromium.Address, cancel);
            return await PrintAllAsync(pages, new(baseUrl, read), write, tools, cancel);
        }
        catch (IOException e)
        {
            return [NoChromium($"{Path.GetFileName(found)} does not start: {e.Message.ReplaceLineEndings(" ")}")];
        }
    }

    private static Diagnostic NoChromium(string message) =>
        new(PrintRules.NoChromium, new("--pdf", 0, 0), message, "install Chromium, name it with --chromium PATH, or build without --pdf");

    private static async Task<ImmutableArray<Diagnostic>> PrintAllAsync(
        ImmutableArray<PrintedPage> pages, PrintedSite site, Action<OutputFile> write, DevTools tools, CancellationToken cancel)
    {
        var failed = new ConcurrentBag<Diagnostic>();
        await Parallel.ForEachAsync(pages, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, async (page, token) =>
        {
            using var late = CancellationTokenSource.CreateLinkedTokenSource(token);
            late.CancelAfter(Patience);
            try
            {
                var pdf = await PrintAsync(site.AddressOf(page.Url), site, tools, late.Token);
                PdfBytes.DropDates(pdf);
                write(new(page.File, pdf));
            }
            catch (OperationCanceledException) when (!token.IsCancellationRequested)
            {
                Fail($"the page could not be printed within {Patience.TotalSeconds:0} seconds");
            }
            catch (IOException e)
            {
                Fail($"the page could not be printed: {e.Message.ReplaceLineEndings(" ")}");
            }

            void Fail(string message) => failed.Add(new(PrintRules.Failed, new(page.File, 0, 0), message, "try again, or build without --pdf"));
        });
        return [.. failed.OrderBy(f => f.Span.Path, StringComparer.Ordinal)];
    }

    // A tab of its own for each page. Without scripts, so that nothing but the page and its style is printed.
    private static async Task<byte[]> PrintAsync(string address, PrintedSite site, DevTools tools, CancellationToken cancel)
    {
        var target = (await tools.SendAsync("Target.createTarget", new { url = "about:blank" }, null, cancel)).GetProperty("targetId").GetString();
        var session = (await tools.SendAsync("Target.attachToTarget", new { targetId = target, flatten = true }, null, cancel)).GetProperty("sessionId").GetString()!;
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        tools.Listen(session, (method, parameters) =>
        {
            if (method == "Page.loadEventFired") loaded.TrySetResult();
            else if (method == "Fetch.requestPaused") _ = AnswerAsync(parameters, session, site, tools, loaded, cancel);
        });
        try
        {
            await tools.SendAsync("Page.enable", null, session, cancel);
            await tools.SendAsync("Emulation.setScriptExecutionDisabled", new { value = true }, session, cancel);
            await tools.SendAsync("Fetch.enable", new { patterns = new[] { new { urlPattern = "*" } } }, session, cancel);
            var went = await tools.SendAsync("Page.navigate", new { url = address }, session, cancel);
            if (went.TryGetProperty("errorText", out var problem)) throw new IOException(problem.GetString());
            await loaded.Task.WaitAsync(cancel);
            var printed = await tools.SendAsync("Page.printToPDF",
                new { preferCSSPageSize = true, printBackground = true, generateTaggedPDF = true, generateDocumentOutline = true }, session, cancel);
            return printed.GetProperty("data").GetBytesFromBase64();
        }
        finally
        {
            tools.Forget(session);
            await tools.SendAsync("Target.closeTarget", new { targetId = target }, null, CancellationToken.None);
        }
    }

    // Files of the site are answered from memory; all else is refused, so that no request leaves the machine.
    private static async Task AnswerAsync(JsonElement request, string session, PrintedSite site, DevTools tools, TaskCompletionSource loaded, CancellationToken cancel)
    {
        try
        {
            var id = request.GetProperty("requestId").GetString();
            if (site.FileAt(request.GetProperty("request").GetProperty("url").GetString()!) is not var (content, type))
            {
                await tools.SendAsync("Fetch.failRequest", new { requestId = id, errorReason = "BlockedByClient" }, session, cancel);
                return;
            }
            var headers = new[] { new { name = "Content-Type", value = type } };
            await tools.SendAsync("Fetch.fulfillRequest", new { requestId = id, responseCode = 200, responseHeaders = headers, body = Convert.ToBase64String(content) }, session, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            loaded.TrySetException(new IOException(e.Message, e));
        }
    }
}
