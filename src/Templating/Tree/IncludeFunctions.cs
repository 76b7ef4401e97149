namespace StaticSite.Templating.Tree;

/// <summary>`include name arguments`: a function, since its result can also be a value. In the template, `$0` is its name and `$1` the first argument.</summary>
internal sealed class IncludeFunction : Function
{
    public override string Name => "include";

    public override object? Invoke(Renderer renderer, Expression site, CallArguments arguments) =>
        renderer.Captured(renderer.Capture(() => Write(renderer, site, arguments), site.Span));

    public void Write(Renderer renderer, Expression site, CallArguments arguments)
    {
        if (arguments.Count == 0 || Values.AsText(arguments.Values[0]) is not { } name)
        {
            renderer.Report(TemplateRules.WrongArgument, site.Span, "include needs the name of a template", "write include \"name\"");
            return;
        }
        renderer.Include(name, arguments, site.Span);
    }
}

/// <summary>`include_join names separator begin end`: several templates one behind the other. The last three are text, or "tpl:name" of a template.
/// Begin and end are left out when nothing stands between them.</summary>
internal sealed class IncludeJoinFunction : Function
{
    private const string TemplatePrefix = "tpl:";

    public override string Name => "include_join";

    public override object? Invoke(Renderer renderer, Expression site, CallArguments arguments)
    {
        var values = arguments.Values;
        if (values.Length is < 2 or > 4 || arguments.Names.Length > 0 || !Values.IsList(values[0]))
            return renderer.Report(TemplateRules.WrongArgument, site.Span, "include_join needs a list of names and a separator", "write include_join [\"a\", \"b\"] \", \" [begin] [end]");
        object? joined = null;
        foreach (var name in renderer.ToList(values[0], site.Span))
        {
            var text = Included(renderer, site, name);
            if (text is Fault) return text;
            joined = joined is null ? text : Operators.Join(renderer, Operators.Join(renderer, joined, Part(renderer, site, values[1]), site.Span), text, site.Span);
        }
        if (joined is null || renderer.ToText(joined, site.Span).Length == 0) return "";
        if (values.Length > 2) joined = Operators.Join(renderer, Part(renderer, site, values[2]), joined, site.Span);
        return values.Length > 3 ? Operators.Join(renderer, joined, Part(renderer, site, values[3]), site.Span) : joined;
    }

    private static object? Part(Renderer renderer, Expression site, object? value) =>
        Values.AsText(value) is { } text && text.StartsWith(TemplatePrefix, StringComparison.Ordinal) ? Included(renderer, site, text[TemplatePrefix.Length..]) : value;

    private static object? Included(Renderer renderer, Expression site, object? name)
    {
        if (Values.AsText(name) is not { } file) return renderer.Report(TemplateRules.WrongArgument, site.Span, "the names of templates are strings");
        return renderer.Captured(renderer.Capture(() => renderer.Include(file, new([file], []), site.Span), site.Span));
    }
}
