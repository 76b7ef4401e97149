using StaticSite.Templating.Tree;

namespace StaticSite.Templating;

/// <summary>Something that can be called.</summary>
internal abstract class Function
{
    /// <summary>As findings name it: "string.upcase".</summary>
    public abstract string Name { get; }

    /// <param name="site">The call, for findings.</param>
    /// <param name="arguments">Values by position; the function may keep the array.</param>
    /// <param name="named">Values by name; null when there are none.</param>
    public abstract object? Invoke(Renderer renderer, Expression site, object?[] arguments, List<KeyValuePair<string, object?>>? named);

    public override string ToString() => Name;
}
