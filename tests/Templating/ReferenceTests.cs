using System.Text;

using StaticSite.Commands;
using StaticSite.Diagnostics;
using StaticSite.Templating;
using StaticSite.Templating.Functions;
using StaticSite.Templating.Reference;

namespace StaticSite.Tests.Templating;

public sealed class ReferenceTests
{
    private static readonly Topic[] Topics = [.. StatementTopics.All, .. ExpressionTopics.All];

    public static TheoryData<string, int> Examples()
    {
        var data = new TheoryData<string, int>();
        foreach (var topic in Topics)
            for (var i = 0; i < topic.Examples.Length; i++) data.Add(topic.Title, i);
        return data;
    }

    [Theory, MemberData(nameof(Examples))]
    public void Examples_of_the_language_print_what_they_say(string topic, int index)
    {
        var example = Topics.Single(t => t.Title == topic).Examples[index];
        var template = Template.Parse(new("example", example.Template));
        Outcome<Template>? part = example.Part is null ? null : Template.Parse(new("part", example.Part));
        var options = new RenderOptions { Strict = !example.Lenient, EscapeHtml = example.Escapes, Include = name => name == "part" ? part : null };
        var output = new StringBuilder();
        var findings = template.Diagnostics.AddRange(template.Value.Render(options, new Dictionary<string, object?>(StringComparer.Ordinal), output));
        Assert.Equal((example.Output, example.Finding ?? ""), (output.ToString(), string.Join('\n', findings.Select(f => f.Message))));
    }

    [Fact]
    public void Every_topic_has_an_example() => Assert.All(Topics, t => Assert.NotEmpty(t.Examples));

    [Fact]
    public void Every_function_and_group_has_a_description_and_every_description_a_function()
    {
        Assert.Equal(Builtins.Groups.Select(g => g.Name).Order(StringComparer.Ordinal), FunctionDescriptions.Groups.Keys.Order(StringComparer.Ordinal));
        var functions = Builtins.Groups.SelectMany(g => g.Names.Select(n => g.Name + "." + n)).Order(StringComparer.Ordinal);
        Assert.Equal(functions, FunctionDescriptions.Functions.Keys.Order(StringComparer.Ordinal));
        Assert.All([.. FunctionDescriptions.Functions.Values, .. FunctionDescriptions.Groups.Values], d => Assert.Matches("^[A-Z].*[.]$", d));
    }

    [Fact]
    public void Every_limit_and_every_rule_is_in_the_reference()
    {
        var limits = typeof(Limits).GetProperties().Where(p => p.PropertyType != typeof(Type)).Select(p => p.Name);
        Assert.Equal(limits.Order(StringComparer.Ordinal), TemplateReference.LimitsOf(Limits.Default).Select(l => l.Name).Order(StringComparer.Ordinal));
        var rules = typeof(TemplateRules).GetFields().Select(f => ((Rule)f.GetValue(null)!).Id);
        Assert.Equal(rules.Order(StringComparer.Ordinal), TemplateReference.Findings.Select(f => f.Rule.Id).Order(StringComparer.Ordinal));
    }

    /// <summary>The command's output is the page in the repository, which the README links to.</summary>
    [Fact]
    public void The_reference_in_the_repository_is_the_one_that_the_program_writes()
    {
        using var stdout = new StringWriter();
        Assert.Equal(ExitCode.Done, ReferenceCommand.Run(null, stdout, TextWriter.Null));
        TestFiles.Match("Templating/reference.verified.md", stdout.ToString());
    }
}
