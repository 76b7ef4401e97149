using System.Globalization;
using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Templating.Functions;

namespace StaticSite.Templating.Reference;

/// <summary>The reference of the template language for authors of themes, as Markdown. Its examples run as tests.</summary>
public static class TemplateReference
{
    /// <summary>The findings of templates and when they are reported.</summary>
    internal static readonly (Rule Rule, string Meaning)[] Findings =
    [
        (TemplateRules.Syntax, "The template cannot be read at this place."),
        (TemplateRules.UnknownVariable, "There is no variable of this name (strict mode)."),
        (TemplateRules.UnknownMember, "The value has no member of this name (strict mode)."),
        (TemplateRules.UnknownFunction, "What is called is no function."),
        (TemplateRules.NullMember, "A member or element of `null`."),
        (TemplateRules.MissingInclude, "No template of the name that is included."),
        (TemplateRules.WrongArgument, "Too few or too many arguments, or one that the function cannot take."),
        (TemplateRules.WrongOperand, "The operator is not defined for these values."),
        (TemplateRules.ReadOnly, "Assignment to what cannot be changed."),
        (TemplateRules.Limit, "A limit is exceeded."),
    ];

    /// <summary>Every limit with its value and what it counts.</summary>
    internal static (string Name, string Value, string Meaning)[] LimitsOf(Limits limits) =>
    [
        (nameof(limits.Steps), Number(limits.Steps), "statements, and steps of loops, calls and includes, however they are nested"),
        (nameof(limits.CallDepth), Number(limits.CallDepth), "function calls inside of one another"),
        (nameof(limits.IncludeDepth), Number(limits.IncludeDepth), "includes inside of one another"),
        (nameof(limits.OutputLength), Number(limits.OutputLength), "characters written, as they come out; what is captured counts too"),
        (nameof(limits.StringLength), Number(limits.StringLength), "characters of one string"),
        (nameof(limits.ArrayLength), Number(limits.ArrayLength), "elements of one list"),
        (nameof(limits.TotalBuilt), Number(limits.TotalBuilt), "characters that expressions build, read and compare, together; an element of a list that is built counts as 16"),
        (nameof(limits.PrintDepth), Number(limits.PrintDepth), "lists and objects inside of one another when printed"),
        (nameof(limits.RegexTime), Number((long)limits.RegexTime.TotalMilliseconds) + " ms", "for one search with a regular expression; ten times that for all searches of a page"),
        (nameof(limits.Findings), Number(limits.Findings), "findings of one page; further ones are dropped"),
    ];

    public static string Write()
    {
        var text = new StringBuilder(Start);
        text.Append("\n## Statements\n");
        foreach (var topic in StatementTopics.All) Write(text, topic);
        text.Append("\n## Expressions\n");
        foreach (var topic in ExpressionTopics.All) Write(text, topic);
        text.Append("\n## Functions\n\nWhat stands in brackets may be left out; its value is then the one after the sign. The first argument may stand before a `|`.\n");
        foreach (var group in Builtins.Groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {group.Name}\n\n{FunctionDescriptions.Groups[group.Name]}\n");
            foreach (var name in group.Names)
                if (group.TryGet(name, out var function)) Write(text, (Builtin)function!);
        }
        text.Append("\n## Limits\n\nA template that goes beyond one of them ends there, with a finding. Beside these, statements and brackets stand in each other at most 100 deep, a function has at most 60 parameters, a regular expression at most 5,000 characters.\n\n| limit | value | counts |\n|---|---|---|\n");
        foreach (var (name, value, meaning) in LimitsOf(Limits.Default)) text.Append(CultureInfo.InvariantCulture, $"| {name} | {value} | {meaning} |\n");
        text.Append("\n## Findings\n\n| rule | reported for |\n|---|---|\n");
        foreach (var (rule, meaning) in Findings) text.Append(CultureInfo.InvariantCulture, $"| `{rule.Id}` | {meaning} |\n");
        return text.ToString();
    }

    private const string Start = """
        # Template language

        Templates are written in the Scriban language. This page is written by the program itself (`dotnet run -- reference`), and every example on it runs as a test. Below a template stands `→` and what it prints, where nothing is escaped unless said otherwise (␍ is a carriage return), or `!` and the finding that it reports. `dotnet run -- render FILE` tries a template.

        """;

    private static void Write(StringBuilder text, Topic topic)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n### {topic.Title}\n\n{topic.Text.Trim()}\n");
        foreach (var group in topic.Examples.GroupBy(e => (e.Part, e.Escapes, e.Lenient)))
        {
            if (Circumstances(group.Key) is { Length: > 0 } circumstances) text.Append(CultureInfo.InvariantCulture, $"\n{circumstances}:\n");
            WriteExamples(text, group.Select(e => (e.Template, e.Output, e.Finding)));
        }
    }

    private static string Circumstances((string? Part, bool Escapes, bool Lenient) example) =>
        example.Part is { } part ? $"With `{part}` as the template `part`" : example.Escapes ? "Escaped" : example.Lenient ? "Not strict" : "";

    private static void Write(StringBuilder text, Builtin function)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n#### {function.Name}\n\n`{function.Name}{string.Concat(function.Parameters.Select(Signature))}`\n\n{FunctionDescriptions.Functions[function.Name]}\n");
        WriteExamples(text, Example.All.Where(e => e.Function == function.Name).Select(e => (e.Template, e.Output, e.Finding)));
    }

    private static string Signature(Parameter parameter)
    {
        if (parameter.Kind == ParameterKind.Rest) return $" [{parameter.Name}…]";
        if (parameter.Required) return " " + parameter.Name;
        return parameter.Default is null ? $" [{parameter.Name}]" : $" [{parameter.Name} = {Literal(parameter.Default)}]";
    }

    private static string Literal(object value) => value is string words ? $"\"{words}\"" : Formatter.Plain(value);

    private static void WriteExamples(StringBuilder text, IEnumerable<(string Template, string Output, string? Finding)> examples)
    {
        text.Append("\n```text\n");
        foreach (var (template, output, finding) in examples)
        {
            text.Append(template).Append('\n');
            if (finding is null || output.Length > 0) text.Append("→ ").Append(output.TrimEnd('\n', ' ').Replace('\r', '␍').Replace("\n", "\n  ", StringComparison.Ordinal)).Append('\n');
            if (finding is not null) text.Append("! ").Append(finding).Append('\n');
        }
        text.Append("```\n");
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
