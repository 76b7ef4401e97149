using System.Text;

using StaticSite.Templating;
using StaticSite.Templating.Functions;

namespace StaticSite.Tests.Templating;

public class ExampleTests
{
    public static TheoryData<string, string, string, string> Examples()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var example in Example.All) data.Add(example.Function, example.Template, example.Output, example.Finding ?? "");
        return data;
    }

    [Theory, MemberData(nameof(Examples))]
    public void Examples_of_functions_print_what_they_say(string function, string template, string output, string finding)
    {
        var (printed, findings) = Render(template, new() { EscapeHtml = false });
        Assert.Equal(output, printed);
        Assert.Equal(finding, findings);
        Assert.Contains(function, template, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_function_has_an_example_and_every_example_a_function()
    {
        var functions = Builtins.Groups.SelectMany(g => g.Names.Select(n => g.Name + "." + n)).Order(StringComparer.Ordinal);
        Assert.Equal(functions, Example.All.Select(e => e.Function).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Now_is_what_the_rendering_is_told()
    {
        var options = new RenderOptions { Now = new DateTimeOffset(2013, 4, 5, 1, 30, 0, TimeSpan.FromHours(2)) };
        Assert.Equal(("04 Apr 2013 23:30 2013", ""), Render("{{ date.now | date.to_string '%d %b %Y %R' }} {{ date.now.year }}", options));
    }

    private static (string Output, string Findings) Render(string template, RenderOptions options)
    {
        var parsed = Template.Parse(new("example", template));
        var output = new StringBuilder();
        var findings = parsed.Diagnostics.AddRange(parsed.Value.Render(options, new Dictionary<string, object?>(StringComparer.Ordinal), output));
        return (output.ToString(), string.Join('\n', findings.Select(f => f.Message)));
    }
}
