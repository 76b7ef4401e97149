using AngleSharp.Dom;
using AngleSharp.Html.Dom;

using StaticSite.Records;

namespace StaticSite.Tests.Build;

/// <summary>Framework, definitions and the labels of provisions on the site of this repository.</summary>
public class FrameworkPagesTests(RealSite site) : IClassFixture<RealSite>
{
    private static readonly SiteRecords Records = RecordLoader.Load(RealSite.Input().Records).Value;

    public static TheoryData<string> Languages => new() { "zh", "en" };

    [Theory, MemberData(nameof(Languages))]
    public void Every_component_and_every_term_has_a_page(string language)
    {
        Assert.All(Records.Components, c => Assert.Contains($"{language}/framework/{c.Id}/index.html", site.Pages.Keys));
        Assert.All(Records.Terms, t => Assert.Contains($"{language}/definitions/{t.Id}/index.html", site.Pages.Keys));
        Assert.Equal(Records.Components.Select(c => c.Id), Page($"{language}/framework").QuerySelectorAll(".matrix tbody tr").Select(r => r.Id));
        Assert.Equal(Records.Terms.Select(t => $"term-{t.Id}"), Page($"{language}/definitions").QuerySelectorAll(".glossary tbody tr").Select(r => r.Id));
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_matrix_leads_to_the_paragraphs_of_every_step(string language)
    {
        var page = Page($"{language}/framework");
        foreach (var component in Records.Components)
        {
            var cells = page.GetElementById(component.Id)!.QuerySelectorAll("td");
            foreach (var step in Records.FollowUp.Threads.Where(t => t.Components.Contains(component.Id)).SelectMany(t => t.Steps))
            {
                var cell = cells[step.Kind switch { StepKind.Asked => 0, StepKind.Reported => 1, _ => 2 }];
                Assert.Contains(cell.QuerySelectorAll("a"), a => a.GetAttribute("href")!.StartsWith($"/{language}/{step.At.Symbol.UrlPath}/", StringComparison.Ordinal));
            }
        }
        var row = page.GetElementById("delegation-of-authority")!.QuerySelectorAll("td");
        Assert.Contains($"/{language}/A/RES/64/259/#op21", Links(row[0]));
        Assert.Contains($"/{language}/A/66/692/#p14", Links(row[1]));
        Assert.Contains($"/{language}/A/67/776/#p17", Links(row[2]));
        Assert.NotNull(row[3].QuerySelector(".thread-state.not-done"));
    }

    [Theory]
    [InlineData("zh", "背景 关切 注意到 强调 建议", "秘书长")]
    [InlineData("en", "Background Concern Notes Stresses Recommendation", "Secretary-General")]
    public void Paragraph_17_says_what_it_does_to_whom_it_speaks_and_what_it_is_about(string language, string acts, string addressee)
    {
        foreach (var labels in new[] { Page($"{language}/A/67/776").QuerySelector("#p17 .labels")!, Page($"{language}/A/67/776/17").QuerySelector(".labels")! })
        {
            Assert.Equal(acts, string.Join(' ', labels.QuerySelectorAll($"a[href^='/{language}/definitions/#act-']").Select(a => a.TextContent)));
            Assert.Contains($"/{language}/framework/delegation-of-authority/", Links(labels));
            Assert.Contains(labels.QuerySelectorAll("dd"), d => d.TextContent == addressee);
            Assert.NotNull(labels.QuerySelector(".threads .thread-state"));
        }
    }

    [Fact]
    public void A_term_shows_its_definition_in_both_languages_with_state_and_source()
    {
        var page = Page("zh/definitions/accountability");
        var quotations = page.QuerySelectorAll(".quotation blockquote");
        Assert.StartsWith("问责制系指", quotations[0].TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("en", quotations[1].GetAttribute("lang"));
        Assert.NotNull(page.QuerySelector(".quotation .state.unofficial"));
        Assert.Contains("/zh/A/RES/64/259/#op8.1", Links(page.QuerySelector(".quotation .from")!));
        Assert.Equal(5, page.QuerySelectorAll(".elements li").Length);
    }

    [Fact]
    public void A_term_lists_what_uses_it_but_not_what_uses_a_longer_term()
    {
        // Paragraph 4 of the resolution has 问责框架 only, which is a form of another term; paragraph 8 defines 问责制.
        var uses = Links(Page("zh/definitions/accountability").QuerySelector("section[aria-labelledby=uses]")!);
        Assert.Contains("/zh/A/RES/64/259/#op8", uses);
        Assert.DoesNotContain("/zh/A/RES/64/259/#op4", uses);
        Assert.Contains("/zh/A/RES/64/259/#op4", Links(Page("zh/definitions/accountability-framework").QuerySelector("section[aria-labelledby=uses]")!));
    }

    [Fact]
    public void Words_of_another_language_in_a_note_say_so()
    {
        var note = Page("en/definitions/culture-of-accountability").QuerySelector(".editors")!;
        Assert.Equal("问责文化", note.QuerySelector("[lang=zh-Hans]")!.TextContent);
        Assert.Equal("recalls", Page("zh/definitions").QuerySelector("#act-recalls dd [lang=en]")!.TextContent);
    }

    [Fact]
    public void The_navigation_names_the_sections_that_the_site_has()
    {
        var named = Page("zh/framework").QuerySelectorAll(".main-nav a, .more-nav a[href$='/bodies/'], .more-nav a[href$='/status/']").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(["/zh/framework/", "/zh/documents/", "/zh/definitions/", "/zh/status/"], named.Where(n => n is not ("/zh/tracker/" or "/zh/progress/" or "/zh/indicators/" or "/zh/bodies/")));
        Assert.All(named, n => Assert.Contains(n[1..] + "index.html", site.Pages.Keys));
    }

    private IHtmlDocument Page(string path) => site.Pages[path + "/index.html"];

    private static IEnumerable<string?> Links(IElement element) => element.QuerySelectorAll("a").Select(a => a.GetAttribute("href"));
}
