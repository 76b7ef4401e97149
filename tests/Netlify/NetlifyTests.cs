using StaticSite.Preview;

namespace StaticSite.Tests.Netlify;

/// <summary>What the host makes of netlify.toml and of the output, by its own parsers and rule matcher.</summary>
public sealed class NetlifyTests(PublishedSite published) : IClassFixture<PublishedSite>
{
    [NetlifyFact]
    public void Every_rule_is_understood()
    {
        Assert.Equal([], published.Answers["errors"]!.AsArray().Select(e => e!.ToString()));
        var file = File.ReadAllText(Path.Combine(TestFiles.Root, "netlify.toml"));
        Assert.Equal(file.Split("\n[[redirects]]").Length - 1 + PublishedSite.Moved.Count, (int)published.Answers["redirects"]!);
        Assert.Equal(file.Split("\n[[headers]]").Length - 1, (int)published.Answers["headers"]!);
    }

    [NetlifyTheory]
    [InlineData("production", "${URL:-", false)]
    [InlineData("deploy-preview", "$DEPLOY_PRIME_URL/", true)]
    [InlineData("branch-deploy", "$DEPLOY_PRIME_URL/", true)]
    public void Each_context_builds_for_its_own_address_and_only_the_published_site_is_indexed(string context, string baseUrl, bool isLeftOut)
    {
        var build = published.Answers["contexts"]![context]!;
        var command = build["command"]!.ToString();
        Assert.Contains($"build {(isLeftOut ? "--noindex " : "")}--base-url \"{baseUrl}", command, StringComparison.Ordinal);
        Assert.Contains("dotnet-install.sh", command, StringComparison.Ordinal);
        Assert.Equal("output", build["publish"]!.ToString());
        Assert.Equal("1", build["environment"]!["DOTNET_CLI_TELEMETRY_OPTOUT"]!.ToString());
    }

    [NetlifyTheory]
    [InlineData("zh-CN,zh;q=0.9", null, "302 /zh/")]
    [InlineData("zh-TW", null, "302 /zh/")]
    [InlineData("en-GB,en;q=0.9,zh;q=0.1", null, "302 /en/")]
    [InlineData("fr-FR,fr", null, "200 /index.html")]
    [InlineData("", null, "200 /index.html")]
    [InlineData("zh-CN", "nf_lang=en", "302 /en/")]
    [InlineData("fr", "theme=dark; nf_lang=zh", "302 /zh/")]
    [InlineData("en", "nf_lang=fr", "200 /index.html")]
    public void The_root_leads_to_the_language_of_the_reader(string acceptLanguage, string? cookie, string expected) =>
        Assert.Equal(expected, published.AnswerTo("/", acceptLanguage, cookie));

    [NetlifyTheory]
    [InlineData("/zh/", "200 /zh/index.html")]
    [InlineData("/en/A/67/776/", "200 /en/A/67/776/index.html")]
    [InlineData("/en/A/66/5(Vol.11)/", "200 /en/A/66/5(Vol.11)/index.html")]
    [InlineData("/zh/nowhere/", "404 /zh/404.html")]
    [InlineData("/en/A/67/776/999/", "404 /en/404.html")]
    [InlineData("/nowhere", "404 /404.html")]
    [InlineData("/zh/old/", "301 /zh/documents/")]
    [InlineData("/zh/old", "301 /zh/documents/")]
    [InlineData("/en/a/b/c/", "301 /en/definitions/#term")]
    [InlineData("/en/away/", "301 https://example.org/new/")]
    public void An_address_leads_where_it_must_whatever_the_language_of_the_browser(string path, string expected)
    {
        foreach (var language in new[] { "zh", "en", "fr" }) Assert.Equal(expected, published.AnswerTo(path, language, null));
    }

    [NetlifyFact]
    public void Every_type_of_page_has_the_headers_of_the_site()
    {
        foreach (var path in published.Kinds.Keys)
        {
            var headers = published.HeadersOf(path);
            foreach (var (name, value) in PublishedHeaders.All) Assert.True(headers.TryGetValue(name, out var sent) && sent == value, $"{path}: {name}");
            Assert.Equal("public, max-age=0, must-revalidate", headers["Cache-Control"]);
            Assert.StartsWith("max-age=", headers["Strict-Transport-Security"], StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", headers["Content-Security-Policy"], StringComparison.Ordinal);
        }
    }

    [NetlifyFact]
    public void Data_say_what_they_are()
    {
        Assert.Equal("application/akn+xml; charset=utf-8", published.HeadersOf("/zh/A/67/776/index.xml")["Content-Type"]);
        Assert.Equal("application/atom+xml; charset=utf-8", published.HeadersOf("/en/tracker/feed.xml")["Content-Type"]);
        Assert.DoesNotContain("Content-Type", published.HeadersOf("/zh/").Keys);
    }

    [NetlifyFact]
    public void A_preview_tells_search_engines_to_leave_all_of_it_out()
    {
        Assert.All(published.Kinds.Keys, path => Assert.Equal("noindex", published.PreviewHeadersOf(path)["X-Robots-Tag"]));
        Assert.All(published.Kinds.Keys, path => Assert.DoesNotContain("X-Robots-Tag", published.HeadersOf(path).Keys));
        // Adding one header takes none away.
        Assert.All(published.Kinds.Keys, path => Assert.Subset(published.PreviewHeadersOf(path).Keys.ToHashSet(), published.HeadersOf(path).Keys.ToHashSet()));
    }
}
