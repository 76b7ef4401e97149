using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Templating.Tree;

namespace StaticSite.Templating;

/// <summary>A template in the Scriban language, read once and rendered as often as wanted, from many threads at once.</summary>
public sealed class Template
{
    private Template(SourceText source, Block body, LocalNames locals) => (Source, Body, Locals) = (source, body, locals);

    public SourceText Source { get; }

    internal Block Body { get; }

    /// <summary>Names of the local variables of this file.</summary>
    internal LocalNames Locals { get; }

    /// <summary>Reads a template. Never throws; what cannot be read is left out of the template and reported.</summary>
    public static Outcome<Template> Parse(SourceText source, TemplateForm form = TemplateForm.Content)
    {
        var (tokens, findings) = Lexer.Read(source, form);
        var parser = new Parser(source, tokens, findings);
        var body = parser.ParseTemplate();
        return new(new(source, body, parser.Locals), DiagnosticPrinter.Sort(findings));
    }

    /// <summary>Reads code that stands in a string while a page is rendered. Every place in the tree and in the findings is that of the call.</summary>
    internal static (Block Body, ImmutableArray<Diagnostic> Findings) ParseInside(string code, SourceSpan call)
    {
        var (tokens, findings) = Lexer.Read(new(call.Path, code), shared: false);
        var parser = new Parser(new(call.Path, code), tokens, findings, call);
        var body = parser.ParseTemplate();
        return (body, [.. findings.Select(f => f with { Span = call })]);
    }

    /// <summary>Appends the page to the output. Never throws for mistakes of templates.</summary>
    /// <param name="globals">Variables of the page. Values: strings, numbers, truth values, dates, enums, lists, dictionaries with string keys, and
    /// records or classes, whose public properties are members under snake_case names. Never changed.</param>
    /// <returns>What went wrong, in the order of files and places; empty when nothing did. What was written before a limit was reached stays.</returns>
    public ImmutableArray<Diagnostic> Render(RenderOptions options, IReadOnlyDictionary<string, object?> globals, TextBuffer output)
    {
        var renderer = new Renderer(options, globals, output, Locals);
        renderer.Run(Body);
        return renderer.Findings.IsEmpty ? [] : DiagnosticPrinter.Sort(renderer.Findings);
    }
}
