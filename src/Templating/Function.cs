using StaticSite.Templating.Tree;

namespace StaticSite.Templating;

/// <summary>Something that can be called.</summary>
internal abstract class Function
{
    /// <summary>As findings name it: "string.upcase".</summary>
    public abstract string Name { get; }

    /// <param name="site">The call, for findings.</param>
    /// <param name="arguments">The function may keep and change the array of their values.</param>
    public abstract object? Invoke(Renderer renderer, Expression site, CallArguments arguments);

    public override string ToString() => Name;
}

/// <summary>What a call passes.</summary>
/// <param name="Values">Values by position, behind them those by name.</param>
/// <param name="Names">Names of the last values; empty when all go by position. The same array at every call from one place.</param>
internal readonly record struct CallArguments(object?[] Values, string[] Names)
{
    public static readonly CallArguments None = new([], []);

    /// <summary>How many go by position.</summary>
    public int Count => Values.Length - Names.Length;

    public ReadOnlySpan<object?> ByPosition => Values.AsSpan(0, Count);

    /// <summary>A value by name; of several the last one.</summary>
    public bool TryGet(string name, out object? value)
    {
        for (var i = Names.Length - 1; i >= 0; i--)
        {
            if (Names[i] != name) continue;
            value = Values[Count + i];
            return true;
        }
        value = null;
        return false;
    }

    /// <summary>As templates see them, `$`: a list whose members are the values by name.</summary>
    public ScriptArray ToList()
    {
        var list = new ScriptArray(Count);
        list.AddRange(ByPosition);
        if (Names.Length == 0) return list;
        list.Properties = new();
        for (var i = 0; i < Names.Length; i++) list.Properties.Members[Names[i]] = Values[Count + i];
        return list;
    }
}
