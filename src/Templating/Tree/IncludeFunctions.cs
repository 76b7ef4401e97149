namespace StaticSite.Templating.Tree;

/// <summary>`include name arguments`: a function, since its result can also be a value. In the template, `$0` is its name and `$1` the first argument.</summary>
internal sealed class IncludeFunction : Function
{
    public override string Name => "include";

    public override object? Invoke(Renderer renderer, Expression site, object?[] arguments, List<KeyValuePair<string, object?>>? named) =>
        renderer.Captured(renderer.Capture(() => Write(renderer, site, arguments, named), site.Span));

    public void Write(Renderer renderer, Expression site, object?[] arguments, List<KeyValuePair<string, object?>>? named)
    {
        if (arguments is not [var first, ..] || Values.AsText(first) is not { } name)
        {
            renderer.Report(TemplateRules.WrongArgument, site.Span, "include needs the name of a template", "write include \"name\"");
            return;
        }
        var given = new ScriptArray(arguments);
        if (named is not null)
        {
            given.Properties = new();
            foreach (var (key, value) in named) given.Properties.Members[key] = value;
        }
        renderer.Include(name, given, site.Span);
    }
}

/// <summary>`include_join names separator begin end`: several templates one behind the other. The last three are text, or "tpl:name" of a template.
/// Begin and end are left out when nothing stands between them.</summary>
internal sealed class IncludeJoinFunction : Function
{
    private const string TemplatePrefix = "tpl:";

    public override string Name => "include_join";

    public override object? Invoke(Renderer renderer, Expression site, object?[] arguments, List<KeyValuePair<string, object?>>? named)
    {
        if (arguments.Length is < 2 or > 4 || named is not null || !Values.IsList(arguments[0]))
            return renderer.Report(TemplateRules.WrongArgument, site.Span, "include_join needs a list of names and a separator", "write include_join [\"a\", \"b\"] \", \" [begin] [end]");
        object? joined = null;
        foreach (var name in renderer.ToList(arguments[0], site.Span))
        {
            var text = Included(renderer, site, name);
            if (text is Fault) return text;
            joined = joined is null ? text : Operators.Join(renderer, Operators.Join(renderer, joined, Part(renderer, site, arguments[1]), site.Span), text, site.Span);
        }
        if (joined is null || renderer.ToText(joined, site.Span).Length == 0) return "";
        if (arguments.Length > 2) joined = Operators.Join(renderer, Part(renderer, site, arguments[2]), joined, site.Span);
        return arguments.Length > 3 ? Operators.Join(renderer, joined, Part(renderer, site, arguments[3]), site.Span) : joined;
    }

    private static object? Part(Renderer renderer, Expression site, object? value) =>
        Values.AsText(value) is { } text && text.StartsWith(TemplatePrefix, StringComparison.Ordinal) ? Included(renderer, site, text[TemplatePrefix.Length..]) : value;

    private static object? Included(Renderer renderer, Expression site, object? name)
    {
        if (Values.AsText(name) is not { } file) return renderer.Report(TemplateRules.WrongArgument, site.Span, "the names of templates are strings");
        return renderer.Captured(renderer.Capture(() => renderer.Include(file, new([file]), site.Span), site.Span));
    }
}
