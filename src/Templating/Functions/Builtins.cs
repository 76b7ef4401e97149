using StaticSite.Templating.Tree;

namespace StaticSite.Templating.Functions;

/// <summary>Every name that a template knows without being told.</summary>
internal static class Builtins
{
    private static readonly FunctionGroup[] Groups =
    [
        ArrayFunctions.Group, StringFunctions.Group, HtmlFunctions.Group, MathFunctions.Group, ObjectFunctions.Group, RegexFunctions.Group, DateFunctions.Group,
    ];

    /// <summary>The outermost layer of variables.</summary>
    public static Scope Scope { get; } = Create();

    private static ModelScope Create()
    {
        var names = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["include"] = new IncludeFunction(),
            ["raw"] = HtmlFunctions.Raw,
        };
        foreach (var group in Groups) names.Add(group.Name, group);
        return new(names, null);
    }
}
