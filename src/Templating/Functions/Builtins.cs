using StaticSite.Templating.Tree;

namespace StaticSite.Templating.Functions;

/// <summary>Every name that a template knows without being told.</summary>
internal static class Builtins
{
    /// <summary>The groups in the order of the reference.</summary>
    public static readonly IReadOnlyList<FunctionGroup> Groups =
    [
        ArrayFunctions.Group, StringFunctions.Group, HtmlFunctions.Group, MathFunctions.Group, ObjectFunctions.Group, RegexFunctions.Group, DateFunctions.Group,
        TimespanFunctions.Group,
    ];

    /// <summary>The outermost layer of variables.</summary>
    public static Scope Scope { get; } = Create();

    private static OuterScope Create()
    {
        var names = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["include"] = new IncludeFunction(),
            ["include_join"] = new IncludeJoinFunction(),
            ["raw"] = HtmlFunctions.Raw,
        };
        foreach (var group in Groups) names.Add(group.Name, group);
        return new(names, null);
    }
}
