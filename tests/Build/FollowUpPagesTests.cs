using System.Text.Json;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

using StaticSite.Build;
using StaticSite.Records;

namespace StaticSite.Tests.Build;

/// <summary>What a reader of the tracker, the progress reports, the indicators and the bodies relies on.</summary>
public class FollowUpPagesTests(RealSite site) : IClassFixture<RealSite>
{
    private static readonly SiteRecords Records = RecordLoader.Load(RealSite.Input().Records).Value;

    public static TheoryData<string> Languages => new() { "zh", "en" };

    [Theory, MemberData(nameof(Languages))]
    public void Every_thread_is_a_row_and_has_a_page_with_its_steps(string language)
    {
        var rows = Page(language, "tracker").QuerySelectorAll("table.threads tbody tr");
        Assert.Equal(Records.FollowUp.Threads.Select(t => t.Id), rows.Select(r => r.Id));
        foreach (var thread in Records.FollowUp.Threads)
        {
            var page = Page(language, $"tracker/{thread.Id}");
            Assert.Equal(thread.Title.In(language), page.QuerySelector("h1")!.TextContent);
            var steps = page.QuerySelectorAll(".timeline > li");
            Assert.Equal(thread.Steps.Length, steps.Length);
            foreach (var (step, shown) in thread.Steps.Zip(steps))
            {
                Assert.Contains(step.Kind.ToString().ToLowerInvariant(), shown.ClassList);
                // It says what stands there: in the words of the editors or of the passage.
                Assert.True(step.Says is null ? shown.QuerySelector("blockquote") is not null : shown.TextContent.Contains(step.Says.In(language)!, StringComparison.Ordinal), $"{thread.Id}: {step.At}");
            }
            var judged = page.QuerySelector(".judgement blockquote")?.TextContent;
            Assert.Equal(thread.Status.Judgement?.Words.In(language)?.Value, judged);
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_step_that_names_a_place_leads_to_it(string language)
    {
        foreach (var thread in Records.FollowUp.Threads)
        foreach (var (step, shown) in thread.Steps.Zip(Page(language, $"tracker/{thread.Id}").QuerySelectorAll(".timeline > li")))
        {
            var url = shown.QuerySelector(".place-at a")!.GetAttribute("href")!;
            Assert.True(step.At.Id is null || url.Contains('#', StringComparison.Ordinal), $"{thread.Id}: {step.At} -> {url}");
            var target = Page(language, url.Split('#')[0][$"/{language}/".Length..].TrimEnd('/'));
            if (step.At.Id is not null) Assert.NotNull(target.GetElementById(Uri.UnescapeDataString(url.Split('#')[1])));
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void Csv_and_json_are_the_table(string language)
    {
        var csv = Rows(site.Text($"{language}/tracker/tracker.csv"));
        using var json = JsonDocument.Parse(site.Text($"{language}/tracker/tracker.json"));
        var threads = json.RootElement.GetProperty("threads").EnumerateArray().ToList();
        var shown = Page(language, "tracker").QuerySelectorAll("table.threads tbody tr").ToList();
        Assert.Equal("id,url,title,state,status,asked,reported,found,responsible,due,due_date,components".Split(','), csv[0]);
        Assert.Equal(shown.Count, csv.Count - 1);
        Assert.Equal(shown.Count, threads.Count);
        foreach (var (row, cells, thread) in shown.Zip(csv.Skip(1), threads))
        {
            string[] table =
            [
                row.Id!, "https://accountability.example.org" + row.QuerySelector("th a")!.GetAttribute("href"), Words(row.QuerySelector("th")!), row.GetAttribute("data-status")!,
                Words(row.QuerySelector(".status")!), Links(row, 2), Links(row, 3), Links(row, 4), Links(row, 5), row.QuerySelector(".due:not(.none)")?.TextContent.Trim() ?? "",
                row.QuerySelector("time")?.GetAttribute("datetime") ?? "",
            ];
            Assert.Equal(table.Skip(2), cells.Take(11).Skip(2));
            Assert.EndsWith(table[1]["https://accountability.example.org".Length..], cells[1], StringComparison.Ordinal);
            Assert.Equal(cells[..5], new[] { "id", "url", "title", "state", "status" }.Select(k => thread.GetProperty(k).GetString()));
            Assert.Equal(cells[5], Steps(thread, "asked"));
            Assert.Equal(cells[6], Steps(thread, "reported"));
            Assert.Equal(cells[7], Steps(thread, "observed", "recommended"));
            Assert.Equal(cells[8], Member(thread, "responsible", "name"));
            Assert.Equal(cells[9], Member(thread, "due", "words"));
            Assert.Equal(cells[10], Member(thread, "due", "date"));
            Assert.Equal(cells[11], string.Join("; ", thread.GetProperty("components").EnumerateArray().Select(c => c.GetProperty("name").GetString())));
            Assert.Equal(row.GetAttribute("data-component"), string.Join(' ', thread.GetProperty("components").EnumerateArray().Select(c => c.GetProperty("id").GetString())));
        }
        var without = Page(language, "tracker").QuerySelectorAll("table.unfollowed tbody tr").Select(r => (Words(r.QuerySelector("th")!), Words(r.QuerySelector("td")!)));
        Assert.Equal(without, json.RootElement.GetProperty("without_follow_up").EnumerateArray()
            .Select(r => (r.GetProperty("citation").GetString()!, r.GetProperty("note").GetString() ?? "")));
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_counts_of_the_facets_are_those_of_their_pages(string language)
    {
        var facets = Page(language, "tracker").QuerySelectorAll(".facets li").ToList();
        Assert.True(facets.Count > 10);
        foreach (var facet in facets)
        {
            var page = Page(language, facet.QuerySelector("a")!.GetAttribute("href")![$"/{language}/".Length..].TrimEnd('/'));
            Assert.Equal(facet.QuerySelector(".count")!.TextContent, page.QuerySelectorAll("table.threads tbody tr").Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Single(page.QuerySelectorAll(".facets [aria-current]"));
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void Charts_and_tables_show_the_numbers_of_the_records(string language)
    {
        var page = Page(language, "indicators");
        Assert.Equal(Records.Indicators.Select(i => i.Id).Order(StringComparer.Ordinal), page.QuerySelectorAll("table.indicators tbody tr").Select(r => r.Id!).Order(StringComparer.Ordinal));
        foreach (var figure in Records.Indicators)
        {
            var row = page.GetElementById(figure.Id)!;
            Assert.Equal(figure.Value, decimal.Parse(row.QuerySelector("data")!.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(figure.Figure.Words.In(language)!.Value, row.QuerySelector("q")!.TextContent);
        }
        var series = Records.Indicators.Where(i => i.Series is not null).GroupBy(i => i.Series!, StringComparer.Ordinal).ToList();
        Assert.Equal(["managerial-indicators", "financial-disclosure-participants"], page.QuerySelectorAll("section.series h2").Select(h => h.Id));
        foreach (var (group, svg) in series.Zip(page.QuerySelectorAll("svg[role=img]")))
        {
            Assert.All(svg.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.False(string.IsNullOrWhiteSpace(page.GetElementById(id)!.TextContent)));
            var whole = group.First().Unit == IndicatorUnit.Percent ? 100 : group.Max(i => i.Value);
            var bars = svg.QuerySelectorAll("rect").Select(r => decimal.Parse(r.GetAttribute("width")!.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(group.Select(i => Math.Round(i.Value / whole * 100, 2)), bars);
            Assert.Equal(group.Select(i => page.GetElementById(i.Id)!.QuerySelector("data")!.TextContent), svg.QuerySelectorAll(".chart-value").Select(t => t.TextContent));
        }
    }

    [Theory]
    [InlineData("zh", "recommendations-implemented-or-closed", "约95%")]
    [InlineData("en", "recommendations-implemented-or-closed", "about 95 per cent")]
    [InlineData("zh", "financial-disclosure-2006", "1\u00A0704人")]
    [InlineData("en", "financial-disclosure-2012", "over 4,600 persons")]
    [InlineData("en", "reporting-cycle-current", "1 year")]
    [InlineData("en", "time-to-implement-recommendations", "at most 3 years")]
    public void A_figure_is_said_in_the_language_of_the_page(string language, string id, string words) =>
        Assert.Equal(words, Page(language, "indicators").GetElementById(id)!.QuerySelector("data")!.TextContent);

    [Theory, MemberData(nameof(Languages))]
    public void Every_progress_report_and_body_has_a_page(string language)
    {
        foreach (var report in Records.Progress)
        {
            var page = Page(language, $"progress/{report.Id}");
            Assert.Equal(report.Summary.Select(s => s.Text.In(language)), page.QuerySelectorAll(".sentences li > p:first-child").Select(p => p.TextContent));
            Assert.Contains(page.QuerySelectorAll(".report-chain a"), a => a.TextContent == report.Report.Value);
        }
        foreach (var body in Records.Bodies)
        {
            var page = Page(language, $"bodies/{body.Id}");
            Assert.Equal(body.Name.In(language), page.QuerySelector("h1")!.TextContent);
            Assert.Equal(Records.Documents.Sum(d => d.Provisions.Count(p => p.Addressee == body.Id)), page.QuerySelectorAll(".links a").Length);
            Assert.Equal(Records.FollowUp.Threads.Count(t => t.Responsible?.Body == body.Id), page.QuerySelectorAll(".thread-list li").Length);
        }
    }

    [Fact]
    public void Bodies_and_threads_in_another_language_say_so()
    {
        var page = Page("en", "bodies/acabq");
        Assert.Equal("zh-Hans", page.QuerySelector(".other-title")!.GetAttribute("lang"));
        Assert.Equal("行政和预算问题咨询委员会", page.QuerySelector(".other-title")!.TextContent);
    }

    [Fact]
    public void A_site_without_threads_reports_and_figures_has_no_such_pages()
    {
        string[] without = ["input/framework/threads.yaml", "input/framework/indicators.yaml", "input/progress/"];
        var input = RealSite.Input();
        var output = new MemoryOutput();
        SiteBuilder.Build(input with { Records = [.. input.Records.Where(r => !without.Any(w => r.Path.StartsWith(w, StringComparison.Ordinal)))] }, output, new(TimeProvider.System));
        Assert.Contains("zh/A/67/776/index.html", output.Files.Keys);
        Assert.DoesNotContain(output.Files.Keys, f => f.Split('/') is [_, "tracker" or "progress" or "indicators", ..]);
    }

    [Fact]
    public void Paragraphs_of_a_range_are_one_place()
    {
        var places = Page("en", "progress/1").QuerySelectorAll("table.places tbody th").Select(t => Words(t)).ToList();
        Assert.Contains("paras. 46–66", places);
        Assert.Contains("para. 14", places);
    }

    private IHtmlDocument Page(string language, string path) => site.Pages[$"{language}/{Uri.UnescapeDataString(path)}/index.html"];

    private static string Words(IElement element) => element.TextContent.Trim();

    private static string Links(IElement row, int cell) => string.Join("; ", row.Children[cell].QuerySelectorAll("a").Select(Words));

    private static string Steps(JsonElement thread, params string[] kinds) => string.Join("; ", thread.GetProperty("steps").EnumerateArray()
        .Where(s => kinds.Contains(s.GetProperty("kind").GetString(), StringComparer.Ordinal)).Select(s => s.GetProperty("citation").GetString()).Distinct(StringComparer.Ordinal));

    private static string Member(JsonElement thread, string name, string member) =>
        thread.GetProperty(name) is { ValueKind: JsonValueKind.Object } value ? value.GetProperty(member).GetString() ?? "" : "";

    // RFC 4180 with line feeds, behind a byte order mark.
    private static List<string[]> Rows(string csv)
    {
        Assert.StartsWith("\uFEFF", csv, StringComparison.Ordinal);
        var rows = new List<string[]>();
        var (row, cell, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var i = 1; i < csv.Length; i++)
        {
            if (csv[i] == '"' && quoted && i + 1 < csv.Length && csv[i + 1] == '"') cell.Append(csv[++i]);
            else if (csv[i] == '"') quoted = !quoted;
            else if (quoted || csv[i] is not (',' or '\n')) cell.Append(csv[i]);
            else
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (csv[i] == ',') continue;
                rows.Add([.. row]);
                row.Clear();
            }
        }
        return rows;
    }
}
