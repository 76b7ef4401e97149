using System.Globalization;
using System.Text;

using StaticSite.Build;
using StaticSite.Diagnostics;
using StaticSite.Graph;
using StaticSite.Pages;
using StaticSite.Records;
using StaticSite.Templating;

namespace StaticSite.Benchmark;

/// <summary>"templates": parsing and rendering of pages of this site, of a long table and of nested loops. The last two stand beside the same
/// output written by hand in C#: the ratio is what a template costs, whatever the machine.</summary>
internal static class TemplatesBenchmark
{
    private const string Table = """
        <table>
        {{~ for row in rows ~}}
        <tr class="{{ for.even ? 'even' : 'odd' }}"><td>{{ for.index + 1 }}</td><td><a href="{{ row.url }}">{{ row.title }}</a></td><td>{{ row.pages }}</td><td>{{ row.share }}</td><td>{{ if row.is_held }}held{{ else }}cited{{ end }}</td></tr>
        {{~ end ~}}
        </table>
        """;

    private const string Nested = """
        {{~ for x in 1..100 ~}}
        <p>{{ for y in 1..100 }}{{ if (x + y) % 3 == 0 }}<b>{{ x * y }}</b> {{ else if y < x && y != 7 }}{{ x - y }} {{ else }}{{ x }}/{{ y }} {{ end }}{{ end }}</p>
        {{~ end ~}}
        """;

    private static readonly int[] Widths = [34, 10, 6, 11, 6, 11, 11, 8, 11];

    private static readonly Row[] Rows = [.. Enumerable.Range(1, 1_000).Select(n => new Row(
        $"/en/A/67/{n}/", n % 5 == 0 ? $"Oversight & \"control\" of mandate {n}" : $"Report of the Secretary-General on item {n}", n * 37 % 1_500, n / 8.0, n % 3 == 0))];

    private sealed record Row(string Url, string Title, int Pages, double Share, bool IsHeld);

    /// <param name="Parse">Null where there is nothing to parse.</param>
    /// <param name="Render">Gives the size of the output in bytes.</param>
    /// <param name="By">Name of the scenario that this one is measured by; null for none.</param>
    private sealed record Scenario(string Name, Action? Parse, Func<int> Render, string? By = null);

    public static void Run(TextWriter output)
    {
        var scenarios = Scenarios();
        var parsing = scenarios.Where(s => s.Parse is not null).ToList();
        var parsed = parsing.Zip(Measurement.Of([.. parsing.Select(s => s.Parse!)])).ToDictionary(p => p.First.Name, p => p.Second, StringComparer.Ordinal);
        var rendered = scenarios.Zip(Measurement.Of([.. scenarios.Select(s => (Action)(() => s.Render()))])).ToDictionary(p => p.First.Name, p => p.Second, StringComparer.Ordinal);

        Line(output, "", "parse µs", "", "render µs", "", "alloc. KB", "output KB", "MB/s", "× by hand");
        foreach (var scenario in scenarios)
        {
            var (time, bytes) = (rendered[scenario.Name], scenario.Render());
            Measurement? parse = parsed.TryGetValue(scenario.Name, out var found) ? found : null;
            Line(output, scenario.Name, Number(parse?.Microseconds), Spread(parse), Number(time.Microseconds), Spread(time),
                Number(time.Allocated / 1024.0), Number(bytes / 1024.0), Number(bytes / time.Microseconds),
                Number(scenario.By is null ? null : time.Microseconds / rendered[scenario.By].Microseconds));
        }
    }

    private static Scenario[] Scenarios() =>
        [.. SitePages(), .. Pair("table of 1,000 rows", Table, TableByHand), .. Pair("nested loops, 100 × 100", Nested, NestedByHand)];

    // ---- pages of this site, as its build makes them ----

    private static IEnumerable<Scenario> SitePages()
    {
        var input = SiteFiles.Read(Path.Combine(Root(), "input"), Path.Combine(Root(), "theme"), null);
        var records = RecordLoader.Load(input.Records).Value;
        var theme = Theme.Load(input, records.Site.Languages).Value;
        var site = new Site(records, CitationGraph.From(records.Documents).Value, theme.Strings, "/");
        var pages = PageFamilies.All.SelectMany(f => f.Plan(site)).ToDictionary(p => p.Path, StringComparer.Ordinal);
        var renderer = new PageRenderer(site, theme);
        var used = input.Templates.Where(t => t.Path.Contains("/document.", StringComparison.Ordinal) || t.Path.Contains($"/{PageRenderer.Layout}.", StringComparison.Ordinal))
            .Concat(input.Partials).ToList();

        var document = pages["zh/A/67/776/index.html"];
        var model = document.Model(site);
        yield return new("page of A/67/776", () => Parse(used), () => Length(renderer.Render(document with { Model = _ => model })));
        yield return new("  its model made too", null, () => Length(renderer.Render(document)));

        var paragraph = pages["zh/A/67/776/17/index.html"];
        var small = paragraph.Model(site);
        yield return new("page of its paragraph 17", null, () => Length(renderer.Render(paragraph with { Model = _ => small })));
        yield return new("  its model made too ", null, () => Length(renderer.Render(paragraph)));
    }

    private static int Length(Outcome<Exports.OutputFile> page) =>
        page.Diagnostics.IsEmpty ? page.Value.Content.Length : throw new InvalidOperationException(page.Diagnostics[0].Message);

    private static void Parse(List<SourceText> templates)
    {
        foreach (var template in templates) Template.Parse(template);
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "StaticSite.csproj"))) folder = folder.Parent!;
        return folder.FullName;
    }

    // ---- the same by template and by hand ----

    private static Scenario[] Pair(string name, string text, Action<StringBuilder> write)
    {
        var source = new SourceText(name, text);
        var template = Template.Parse(source).Value;
        var globals = new Dictionary<string, object?>(StringComparer.Ordinal) { ["rows"] = Rows };
        // Large arrays that come and go would measure the garbage collector instead.
        var (buffer, bytes) = (new TextBuffer(), new byte[1 << 20]);
        var expected = bytes.AsSpan(0, ByHand()).ToArray();
        if (!bytes.AsSpan(0, ByTemplate()).SequenceEqual(expected)) throw new InvalidOperationException($"{name}: the template and the code by hand write different text");
        return
        [
            new(name, () => Template.Parse(source), ByTemplate, name + " by hand"),
            new(name + " by hand", null, ByHand),
        ];

        int ByTemplate()
        {
            buffer.Length = 0;
            template.Render(RenderOptions.Default, globals, buffer);
            return Encoding.UTF8.GetBytes(buffer.Text, bytes);
        }

        int ByHand()
        {
            var html = new StringBuilder();
            write(html);
            var length = 0;
            foreach (var chunk in html.GetChunks()) length += Encoding.UTF8.GetBytes(chunk.Span, bytes.AsSpan(length));
            return length;
        }
    }

    private static void TableByHand(StringBuilder html)
    {
        html.Append("<table>\n");
        for (var i = 0; i < Rows.Length; i++)
        {
            var row = Rows[i];
            html.Append("<tr class=\"").Append(i % 2 == 0 ? "even" : "odd").Append("\"><td>").Append(i + 1).Append("</td><td><a href=\"").Append(Escaped(row.Url)).Append("\">")
                .Append(Escaped(row.Title)).Append("</a></td><td>").Append(row.Pages).Append("</td><td>").Append(CultureInfo.InvariantCulture, $"{row.Share}")
                .Append("</td><td>").Append(row.IsHeld ? "held" : "cited").Append("</td></tr>\n");
        }
        html.Append("</table>");
    }

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);

    private static void NestedByHand(StringBuilder html)
    {
        for (var x = 1; x <= 100; x++)
        {
            html.Append("<p>");
            for (var y = 1; y <= 100; y++)
            {
                if ((x + y) % 3 == 0) html.Append("<b>").Append(x * y).Append("</b> ");
                else if (y < x && y != 7) html.Append(x - y).Append(' ');
                else html.Append(x).Append('/').Append(y).Append(' ');
            }
            html.Append("</p>\n");
        }
    }

    // ---- printing ----

    private static string Number(double? value) => value is not { } number ? "" : number.ToString(number < 10 ? "0.00" : number < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    private static string Spread(Measurement? value) => value is not { } measured ? "" : string.Create(CultureInfo.InvariantCulture, $"+{measured.Spread:0 %}");

    private static void Line(TextWriter output, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++) output.Write(i == 0 ? cells[i].PadRight(Widths[i]) : cells[i].PadLeft(Widths[i]));
        output.WriteLine();
    }
}
