using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

using StaticSite.Build;
using StaticSite.Tests.Build;
using StaticSite.Tests.Golden;

namespace StaticSite.Tests.Netlify;

/// <summary>A test that needs Netlify's parsers; skipped where nobody has installed them.</summary>
public sealed class NetlifyFactAttribute : FactAttribute
{
    public NetlifyFactAttribute() => Skip = PublishedSite.WhyNot;
}

/// <inheritdoc cref="NetlifyFactAttribute"/>
public sealed class NetlifyTheoryAttribute : TheoryAttribute
{
    public NetlifyTheoryAttribute() => Skip = PublishedSite.WhyNot;
}

/// <summary>The site of this repository with a few moved paths, as the host answers for it: asked once for all tests, for the published site and for a preview.</summary>
public sealed class PublishedSite : IDisposable
{
    public static readonly ImmutableSortedDictionary<string, string> Moved = ImmutableSortedDictionary<string, string>.Empty
        .Add("/en/a/b/c/", "/en/definitions/#term").Add("/en/away/", "https://example.org/new/").Add("/zh/old/", "/zh/documents/");

    private static readonly string Tools = TestFiles.PathOf("obj/netlify");

    private static readonly string[] Languages = ["zh-CN,zh;q=0.9", "zh-TW", "en-GB,en;q=0.9,zh;q=0.1", "fr-FR,fr", "", "zh-CN", "zh", "en", "fr"];
    private static readonly string?[] Cookies = [null, "nf_lang=en", "nf_lang=fr", "theme=dark; nf_lang=zh"];
    private static readonly string[] Paths = [
        "/", "/zh/", "/en/A/67/776/", "/en/A/66/5(Vol.11)/", "/zh/nowhere/", "/en/A/67/776/999/", "/nowhere", "/zh/old/", "/zh/old", "/en/a/b/c/", "/en/away/",
        "/zh/A/67/776/index.xml", "/en/tracker/feed.xml"];

    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<(string Path, string Language, string? Cookie), JsonNode> answers = [], previewAnswers = [];

    public PublishedSite()
    {
        if (WhyNot is not null) return;
        var real = RealSite.Input();
        Kinds = GoldenSite.Families(real).GroupBy(f => f.Value, StringComparer.Ordinal)
            .ToDictionary(g => StaticSite.Review.SiteComparer.UrlOf(g.Select(f => f.Key).Order(StringComparer.Ordinal).First()), g => g.Key, StringComparer.Ordinal);
        var moved = "redirects:\n" + string.Concat(Moved.Select(m => $"  {m.Key}: {m.Value}\n"));
        var site = real.Records.Single(r => r.Path == "input/site.yaml");
        Assert.DoesNotContain("\nredirects:", site.Text, StringComparison.Ordinal);
        // The anchor of one redirect is not there: that is the site's business, not the host's.
        var input = real with { Urls = null, Records = real.Records.Replace(site, new(site.Path, $"{site.Text.TrimEnd('\n')}\n{moved}")) };
        Answers = Ask(Write(input, "published"), answers);
        Ask(Write(input with { Noindex = true }, "preview"), previewAnswers);
    }

    /// <summary>Null when the tests can run.</summary>
    public static string? WhyNot { get; } = Directory.Exists(Path.Combine(Tools, "node_modules"))
        ? null : "Netlify's parsers are not installed: tests/run installs them, where there is npm";

    /// <summary>A page of each family -> the family.</summary>
    public IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public JsonNode Answers { get; } = new JsonObject();

    /// <summary>"302 /zh/", "200 /zh/index.html".</summary>
    public string AnswerTo(string path, string acceptLanguage, string? cookie)
    {
        var answer = answers[(path, acceptLanguage, cookie)];
        return $"{answer["status"]} {answer["location"] ?? answer["file"]}";
    }

    public IReadOnlyDictionary<string, string> HeadersOf(string path) => Headers(answers, path);

    public IReadOnlyDictionary<string, string> PreviewHeadersOf(string path) => Headers(previewAnswers, path);

    public void Dispose() => folder.Dispose();

    private static Dictionary<string, string> Headers(Dictionary<(string Path, string Language, string? Cookie), JsonNode> from, string path) =>
        from[(path, "fr", null)]["headers"]!.AsObject().ToDictionary(h => h.Key, h => h.Value!.ToString(), StringComparer.Ordinal);

    private string Write(SiteInput input, string name)
    {
        var output = new MemoryOutput();
        SiteBuilder.Build(input, output, new(TimeProvider.System));
        foreach (var (path, content) in output.Files)
        {
            var file = folder.PathOf($"{name}/{path}");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content.Span);
        }
        return folder.PathOf(name);
    }

    private JsonNode Ask(string output, Dictionary<(string, string, string?), JsonNode> into)
    {
        var requests = (from path in Paths.Concat(Kinds.Keys).Distinct(StringComparer.Ordinal) from language in Languages from cookie in Cookies select (path, language, cookie)).ToList();
        var question = new JsonObject
        {
            ["repository"] = TestFiles.Root,
            ["output"] = output,
            ["contexts"] = new JsonArray([.. new[] { "production", "deploy-preview", "branch-deploy" }.Select(c => new JsonObject { ["context"] = c, ["branch"] = c == "production" ? "main" : "change" })]),
            ["requests"] = new JsonArray([.. requests.Select(r => new JsonObject { ["path"] = r.path, ["acceptLanguage"] = r.language, ["cookie"] = r.cookie })]),
        };
        var file = output + ".json";
        File.WriteAllText(file, question.ToJsonString());
        File.Copy(TestFiles.PathOf("Netlify/answers.mjs"), Path.Combine(Tools, "answers.mjs"), overwrite: true);
        using var node = Process.Start(new ProcessStartInfo("node", ["answers.mjs", file])
        {
            UseShellExecute = false, WorkingDirectory = Tools, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (said, complained) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        if (!node.WaitForExit(60_000)) node.Kill(entireProcessTree: true);
        Assert.True(node.ExitCode == 0, complained.Result);
        var answer = JsonSerializer.Deserialize<JsonNode>(said.Result)!;
        foreach (var (request, reply) in requests.Zip(answer["answers"]!.AsArray())) into[request] = reply!;
        return answer;
    }
}
