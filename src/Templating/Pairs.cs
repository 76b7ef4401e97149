using System.Collections;

namespace StaticSite.Templating;

/// <summary>Objects where a list is asked for: a pair `{key, value}` for each member.</summary>
internal static class Pairs
{
    /// <summary>The pairs of an object, dictionary or group of functions; null when the value is something else.</summary>
    public static ScriptArray? Of(object? value) => value switch
    {
        ScriptObject or IDictionary or IReadOnlyDictionary<string, object?> => [.. Members.Of(value)!.Select(m => Pair(m.Key, m.Value))],
        FunctionGroup group => [.. group.Names.Select(name => Pair(name, group.TryGet(name, out var function) ? function : null))],
        _ => null,
    };

    private static ScriptObject Pair(string key, object? value)
    {
        var pair = new ScriptObject();
        pair.Members["key"] = key;
        pair.Members["value"] = Values.Normal(value);
        return pair;
    }
}
