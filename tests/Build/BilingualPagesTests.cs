namespace StaticSite.Tests.Build;

/// <summary>Two languages side by side, and what the document page says of its terms.</summary>
public class BilingualPagesTests(RealSite site) : IClassFixture<RealSite>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "zh", "A/67/776" }, { "en", "A/67/776" }, { "zh", "A/RES/64/259" }, { "en", "A/RES/64/259" },
    };

    [Theory, MemberData(nameof(Pages))]
    public void Every_paragraph_stands_once_with_both_texts_the_language_of_the_page_first(string language, string symbol)
    {
        var tags = language == "zh" ? new[] { "zh-Hans", "en" } : ["en", "zh-Hans"];
        var page = site.Pages[$"{language}/{symbol}/bilingual/index.html"];
        var document = site.Pages[$"{language}/{symbol}/index.html"];
        var rows = page.QuerySelectorAll("[data-citation]");
        Assert.Equal(document.QuerySelectorAll(".provision").Select(p => p.Id), rows.Select(r => r.Id));
        foreach (var row in rows)
        {
            var texts = row.QuerySelectorAll(":scope > .text");
            Assert.Equal(tags, texts.Select(t => t.GetAttribute("lang")));
            var first = document.GetElementById(row.Id!)!.QuerySelector(".text")!;
            Assert.Equal(first.TextContent, texts[0].TextContent);
            Assert.Equal(site.Pages[$"{(language == "zh" ? "en" : "zh")}/{symbol}/index.html"].GetElementById(row.Id!)!.QuerySelector(".text")!.TextContent,
                texts[1].TextContent);
            Assert.Empty(texts[1].QuerySelectorAll("[id]"));
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public void Every_anchor_of_the_document_is_there_and_links_into_the_document_stay_in_the_page(string language, string symbol)
    {
        var page = site.Pages[$"{language}/{symbol}/bilingual/index.html"];
        foreach (var id in site.Pages[$"{language}/{symbol}/index.html"].QuerySelectorAll(".provision, .provision [id], .heading[id^=s-], .notes-list [id]").Select(e => e.Id!))
            Assert.True(page.GetElementById(id) is not null, id);
        Assert.DoesNotContain(page.QuerySelectorAll(".rows a"), a => a.GetAttribute("href")!.StartsWith($"/{language}/{symbol}/#", StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll(".rows .call a[href^='#fn']"));
    }

    [Theory, MemberData(nameof(Pages))]
    public void Each_column_says_its_language_its_status_and_where_the_official_document_is(string language, string symbol)
    {
        var columns = site.Pages[$"{language}/{symbol}/bilingual/index.html"].QuerySelectorAll(".column");
        Assert.Equal(2, columns.Length);
        foreach (var column in columns)
        {
            var own = column.QuerySelector(".name")!.GetAttribute("lang") == "en" ? "en" : "zh";
            Assert.Equal($"https://docs.un.org/{own}/{symbol}", column.QuerySelector("a")!.GetAttribute("href"));
            Assert.NotNull(column.QuerySelector(own == "zh" ? ".state.official" : ".state.unofficial"));
        }
    }

    [Fact]
    public void The_document_and_its_paragraphs_lead_to_their_place_in_two_languages()
    {
        Assert.NotNull(site.Pages["zh/A/67/776/index.html"].QuerySelector("a[href='/zh/A/67/776/bilingual/']"));
        Assert.NotNull(site.Pages["en/A/RES/64/259/8/index.html"].QuerySelector("a[href='/en/A/RES/64/259/bilingual/#op8']"));
    }

    [Theory, MemberData(nameof(Pages))]
    public void A_term_is_marked_once_a_section_and_never_inside_a_citation(string language, string symbol)
    {
        var section = "";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var terms = site.Pages[$"{language}/{symbol}/index.html"].QuerySelectorAll(".heading, a.term");
        Assert.Contains(terms, t => t.ClassName == "term");
        foreach (var element in terms)
        {
            if (element.ClassName != "term") section = element.Id ?? "";
            else Assert.True(seen.Add($"{section} {element.GetAttribute("href")}"), $"{section}: {element.OuterHtml}");
        }
        Assert.Empty(site.Pages[$"{language}/{symbol}/index.html"].QuerySelectorAll("a a"));
    }

    [Theory, MemberData(nameof(Pages))]
    public void A_document_page_with_its_style_sheet_and_script_is_small(string language, string symbol)
    {
        var size = new[] { $"{language}/{symbol}/index.html", "assets/site.css", "assets/reading.js" }.Sum(f => Compressed(site.Files[f]));
        Assert.InRange(size, 1, 60_000);
    }

    private static long Compressed(ReadOnlyMemory<byte> content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(content.Span);
        return packed.Length;
    }
}
