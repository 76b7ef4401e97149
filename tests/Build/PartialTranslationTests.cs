using System.Text;
using System.Text.Json;

using AngleSharp.Html.Parser;

using StaticSite.Build;

namespace StaticSite.Tests.Build;

/// <summary>A translation that is under way: one paragraph of A/67/776 has an English text.</summary>
public class PartialTranslationTests
{
    private const string English = """
        language: en
        status: draft
        title: Second progress report on the accountability system in the United Nations Secretariat
        provisions:
          "5": |
            As regards format and content, see resolution 60/254, resolution 64/259, para. 8, and A/67/738, para. 6.

        """;

    private static readonly Lazy<MemoryOutput> Site = new(() =>
    {
        var input = RealSite.Input();
        var output = new MemoryOutput();
        // What is quoted from the full English text would not stand in this one, and pages of editors name such records.
        string[] quoting = ["input/framework/indicators.yaml", "input/framework/threads.yaml"];
        var others = input.Records.Where(r => !quoting.Contains(r.Path) && !r.Path.StartsWith("input/pages/", StringComparison.Ordinal) && (!r.Path.StartsWith("input/documents/A-67-776/", StringComparison.Ordinal) || !r.Path.EndsWith(".en.yaml", StringComparison.Ordinal)));
        var built = SiteBuilder.Build(input with { Urls = null, Records = [.. others, new("input/documents/A-67-776/text.en.yaml", English)] }, output, new(TimeProvider.System));
        Assert.DoesNotContain(built.Diagnostics, d => d.Rule.Severity == StaticSite.Diagnostics.Severity.Error);
        return output;
    });

    [Fact]
    public void Each_paragraph_shows_its_own_text_or_the_source_and_says_which()
    {
        var page = new HtmlParser().ParseDocument(Text("en/A/67/776/index.html"));
        var translated = page.QuerySelector("#p5")!;
        Assert.Contains("As regards format and content", translated.TextContent, StringComparison.Ordinal);
        Assert.Null(translated.QuerySelector("[lang=zh-Hans] p"));
        var other = page.QuerySelector("#p4")!;
        Assert.Contains("总体而言", other.QuerySelector("[lang=zh-Hans]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(other.QuerySelector(".untranslated"));
        Assert.Contains(other.QuerySelectorAll("a"), a => a.GetAttribute("href") == "/en/A/66/738/#p10");
        Assert.Contains("导言", page.QuerySelector("#s-I [lang=zh-Hans]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of the 43 paragraphs", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/zh/A/67/776/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_a_translated_paragraph_is_a_page_of_its_language_and_no_other()
    {
        var own = new HtmlParser().ParseDocument(Text("en/A/67/776/5/index.html"));
        Assert.EndsWith("/en/A/67/776/5/", own.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!, StringComparison.Ordinal);
        Assert.Equal(3, own.QuerySelectorAll("link[rel=alternate][hreflang]").Length);
        var other = new HtmlParser().ParseDocument(Text("en/A/67/776/4/index.html"));
        Assert.EndsWith("/zh/A/67/776/4/", other.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_JSON_tells_the_language_of_every_paragraph()
    {
        using var json = JsonDocument.Parse(Text("en/A/67/776/index.json"));
        var provisions = json.RootElement.GetProperty("provisions").EnumerateArray().ToDictionary(p => p.GetProperty("id").GetString()!, StringComparer.Ordinal);
        Assert.Equal("en", provisions["5"].GetProperty("language").GetString());
        Assert.Equal("zh-Hans", provisions["4"].GetProperty("language").GetString());
        Assert.StartsWith("总体而言", provisions["4"].GetProperty("text").GetString()!, StringComparison.Ordinal);
        // Every citation stands at its offset in the text of its passage.
        foreach (var citation in json.RootElement.GetProperty("citations").EnumerateArray().Where(c => c.GetProperty("kind").GetString() != "footnote"))
        {
            if (!provisions.TryGetValue(citation.GetProperty("provision").GetString()!, out var provision)) continue;
            var text = provision.GetProperty("text").GetString()!;
            Assert.Equal(citation.GetProperty("text").GetString(), text.Substring(citation.GetProperty("offset").GetInt32(), citation.GetProperty("length").GetInt32()));
        }
    }

    private static string Text(string path) => Encoding.UTF8.GetString(Site.Value.Files[path].Span);
}
