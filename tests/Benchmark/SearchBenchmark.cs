using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Net;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace StaticSite.Benchmark;

/// <summary>"search": builds synthetic sites with and without search with the published program, and types queries into the search page of each, in Chromium:
/// how long until the first results stand there, from the last key, and how much was transferred below /search/ until then, compressed.</summary>
/// <remarks>Each query meets an empty cache. The texts have, besides the sentences of the other benchmarks, words that are as frequent and as rare as words are.
/// Needs Chromium (Debian package "chromium") and GNU time.</remarks>
internal static class SearchBenchmark
{
    private const int Rounds = 5, Vocabulary = 8_192;

    // Slower than the script waits for a further key: the index is asked for every part of a word.
    private const int KeyMilliseconds = 250;

    private const string Parts = "provision-pages, bilingual-pages, citation-pages, json, akoma-ntoso";

    /// <param name="Typed">What stands in the box after each key; the last is the query.</param>
    private sealed record Query(string Name, string Page, ImmutableArray<string> Typed)
    {
        public Query(string name, string page, string typed)
            : this(name, page, [typed])
        {
        }
    }

    /// <param name="Milliseconds">From the last key to the first results.</param>
    /// <param name="Files">Below /search/, until then.</param>
    private sealed record Answer(double Milliseconds, int Files, int Bytes, int Results, string Status);

    public static void Run(TextWriter output, ImmutableArray<int> sizes)
    {
        var folder = Directory.CreateTempSubdirectory("staticsite-search-");
        try
        {
            var program = ScaleBenchmark.Publish(Path.Combine(folder.FullName, "program"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $".NET {Environment.Version}, {Environment.ProcessorCount} processors; kB are 1,000 bytes, gz: each file for itself"));
            foreach (var size in sizes.IsEmpty ? [100, 1_000] : sizes)
            {
                var site = new SyntheticSite(size) { LeaveOut = Parts, Vocabulary = Vocabulary };
                var built = Build(output, site, size, program, Path.Combine(folder.FullName, size.ToString(CultureInfo.InvariantCulture)));
                Ask(output, size, built, [.. Queries(site, size)]).GetAwaiter().GetResult();
                Directory.Delete(Path.GetDirectoryName(built)!, recursive: true);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Build(TextWriter output, SyntheticSite site, int size, string program, string folder)
    {
        string At(string name) => Path.Combine(folder, name);
        site.Write(At("with"));
        new SyntheticSite(size) { LeaveOut = Parts + ", search", Vocabulary = Vocabulary }.Write(At("without"));
        var runs = new Dictionary<string, List<ScaleBenchmark.Run>>(StringComparer.Ordinal) { ["with"] = [], ["without"] = [] };
        // Large sites take minutes, and differ less from run to run.
        for (var round = 0; round < (size > 1_000 ? 1 : 3); round++)
        {
            foreach (var (name, times) in runs)
            {
                if (Directory.Exists(At("out-" + name))) Directory.Delete(At("out-" + name), recursive: true);
                times.Add(ScaleBenchmark.Time(
                    new(name, program, to => ["build", "--input", At(name), "--theme", Path.Combine(TemplatesBenchmark.Root(), "theme"), "--output", to]), At("out-" + name)));
            }
        }
        var (with, without) = (Median(runs["with"]), Median(runs["without"]));
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{size:#,0} documents: build {with.Wall:0.00} s, {with.Processor:0.00} s of processor, {with.Megabytes:0} MB at most; without search {without.Wall:0.00} s, {without.Processor:0.00} s, {without.Megabytes:0} MB"));
        output.WriteLine("index                       files         kB      kB gz   largest kB gz");
        foreach (var part in (string[])["", "grams", "texts"])
        {
            var files = Directory.GetFiles(Path.Combine(At("out-with"), "search", part), "*.json");
            var compressed = files.AsParallel().Select(f => Compress(File.ReadAllBytes(f)).Length).ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(part.Length == 0 ? "index, names" : part),-22}{files.Length,11:#,0}{files.Sum(f => new FileInfo(f).Length) / 1000.0,11:#,0.0}{compressed.Sum() / 1000.0,11:#,0.0}{compressed.Max() / 1000.0,16:#,0.0}"));
        }
        return At("out-with");

        ScaleBenchmark.Run Median(List<ScaleBenchmark.Run> of) => of.OrderBy(r => r.Wall).ElementAt(of.Count / 2);
    }

    private static IEnumerable<Query> Queries(SyntheticSite site, int size)
    {
        var middle = size / 2;
        // The rarest word of a document, as far as its number tells.
        var rare = Enumerable.Range(1, SyntheticSite.Paragraphs).SelectMany(p => site.Words(middle, p)).Max();
        yield return new("two characters, frequent", "zh", "问责");
        yield return new("one character", "zh", "的");
        yield return new("a rare word", "zh", SyntheticSite.Word(rare, "zh"));
        yield return new("a long phrase", "zh", site.Paragraph(middle, 7, "zh")[..40]);
        yield return new("frequent words, no result", "zh", "进展报告委员会欢迎培训");
        yield return new("a symbol", "zh", SyntheticSite.Symbol(middle));
        yield return new("a paragraph", "zh", SyntheticSite.Symbol(middle) + "，第 5 段");
        yield return new("an English word", "en", "accountability");
        yield return new("a rare English word", "en", SyntheticSite.Word(rare, "en"));
        yield return new("an English phrase", "en", "responses to its questions");
        yield return new("frequent words, no result", "en", "the progress of the Committee recommends");
        yield return new("a prefix, key by key", "en", [.. Enumerable.Range(2, 8).Select(n => "accountability"[..n])]);
    }

    private static async Task Ask(TextWriter output, int size, string folder, ImmutableArray<Query> queries)
    {
        await using var server = await Serve(folder).ConfigureAwait(false);
        var address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        using var playwright = await Playwright.CreateAsync().ConfigureAwait(false);
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
                ?? throw new InvalidOperationException("no Chromium on this machine: install Debian's package \"chromium\""),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        }).ConfigureAwait(false);
        output.WriteLine("query                               files      kB gz   median ms   worst ms   results shown");
        foreach (var query in queries)
        {
            var answers = new List<Answer>();
            for (var round = 0; round < Rounds; round++)
            {
                // A context has a cache of its own.
                await using var context = await browser.NewContextAsync().ConfigureAwait(false);
                var page = await context.NewPageAsync().ConfigureAwait(false);
                await page.GotoAsync($"{address}/{query.Page}/search/", new() { WaitUntil = WaitUntilState.NetworkIdle }).ConfigureAwait(false);
                var told = await page.EvaluateAsync<string[]>(TypeAndWait, new object[] { query.Typed.ToArray(), KeyMilliseconds }).ConfigureAwait(false);
                answers.Add(new(double.Parse(told[0], CultureInfo.InvariantCulture), Number(told[1]), Number(told[2]), Number(told[3]), told[4]));
            }
            var times = answers.ConvertAll(a => a.Milliseconds);
            times.Sort();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{query.Page} {query.Name,-31}{answers.Max(a => a.Files),7}{answers.Max(a => a.Bytes) / 1000.0,11:#,0.0}{times[Rounds / 2],12:0}{times[^1],11:0}   {answers[^1].Results,6}  {answers[^1].Status}"));
        }

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    // What the page adds to its results is seen before it is painted; behind the next frame it is on the screen. After five seconds nothing is waited for.
    private const string TypeAndWait = """
        async ([typed, pause]) => {
          const box = document.querySelector('#q'), results = document.querySelector('.search .results'), status = document.querySelector('.search [role=status]');
          let start = 0;
          for (const text of typed.slice(0, -1)) {
            box.value = text;
            box.dispatchEvent(new InputEvent('input', { bubbles: true }));
            await new Promise(done => setTimeout(done, pause));
          }
          const shown = new Promise(done => new MutationObserver((changes, observer) => {
            if (!changes.some(change => change.addedNodes.length > 0)) return;
            observer.disconnect();
            done(performance.now());
          }).observe(results, { childList: true }));
          start = performance.now();
          box.value = typed.at(-1);
          box.dispatchEvent(new InputEvent('input', { bubbles: true }));
          const first = await Promise.race([shown, new Promise(done => setTimeout(() => done(performance.now()), 5000))]);
          await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
          const painted = performance.now();
          const files = performance.getEntriesByType('resource').filter(e => new URL(e.name).pathname.startsWith('/search/') && e.responseEnd <= first);
          await new Promise(done => setTimeout(done, 300));
          return [painted - start, files.length, files.reduce((sum, e) => sum + e.encodedBodySize, 0), results.querySelectorAll('li').length, status.textContent].map(String);
        }
        """;

    private static async Task<WebApplication> Serve(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.Run(context => Answers(context, folder));
        await server.StartAsync().ConfigureAwait(false);
        return server;
    }

    private static async Task Answers(HttpContext context, string folder)
    {
        var path = Uri.UnescapeDataString(context.Request.Path.Value!)[1..];
        if (path.Length == 0 || path.EndsWith('/')) path += "index.html";
        var file = Path.GetFullPath(Path.Combine(folder, path));
        if (!file.StartsWith(folder, StringComparison.Ordinal) || !File.Exists(file))
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
        context.Response.Headers.ContentEncoding = "gzip";
        await context.Response.Body.WriteAsync(Compress(await File.ReadAllBytesAsync(file).ConfigureAwait(false))).ConfigureAwait(false);
    }

    private static byte[] Compress(byte[] content)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal)) gzip.Write(content);
        return compressed.ToArray();
    }
}
