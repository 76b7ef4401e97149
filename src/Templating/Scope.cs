using System.Collections;

namespace StaticSite.Templating;

/// <summary>One layer of the variables that a name without "$" may mean; the innermost layer that has the name wins.</summary>
internal abstract class Scope(Scope? outer)
{
    public Scope? Outer { get; } = outer;

    /// <summary>Layers around this one.</summary>
    public int Depth { get; } = outer is null ? 0 : outer.Depth + 1;

    /// <summary>Names of this layer, for "did you mean".</summary>
    public abstract IEnumerable<string> Names { get; }

    public abstract bool TryGet(string name, out object? value);
}

/// <summary>Members of an object that templates may write: the page itself, `with`, a call with parameters.</summary>
internal sealed class ObjectScope(ScriptObject members, Scope? outer) : Scope(outer)
{
    public ScriptObject Object { get; } = members;

    public override IEnumerable<string> Names => Object.Members.Keys;

    public override bool TryGet(string name, out object? value) => Object.Members.TryGetValue(name, out value);
}

/// <summary>The variable of a loop: gone when the loop ends.</summary>
internal sealed class LoopScope(string name, Scope? outer) : Scope(outer)
{
    public string Name { get; } = name;
    public object? Value { get; set; }

    public override IEnumerable<string> Names => [Name];

    public bool Has(string name) => ReferenceEquals(name, Name) || name == Name;

    public override bool TryGet(string name, out object? value)
    {
        value = Value;
        return Has(name);
    }
}

/// <summary>A value of the model that templates read and cannot change: `with page`.</summary>
internal sealed class ModelScope(object model, Scope? outer) : Scope(outer)
{
    private readonly IReadOnlyDictionary<string, object?>? members = model as IReadOnlyDictionary<string, object?>;

    public object Model { get; } = model;

    public override IEnumerable<string> Names => Members.NamesOf(Model);

    public override bool TryGet(string name, out object? value)
    {
        if (members is null) return Members.TryGet(Model, name, out value);
        if (!members.TryGetValue(name, out value)) return false;
        value = Values.Normal(value);
        return true;
    }
}

/// <summary>What lies around the page: the globals, and around them the built-in functions.</summary>
internal sealed class OuterScope : Scope
{
    private readonly MemberMap members = [];

    /// <param name="values">Copied: a few that are looked up very often.</param>
    public OuterScope(IReadOnlyDictionary<string, object?> values, Scope? outer)
        : base(outer)
    {
        foreach (var (name, value) in values) members.Add(name, Values.Normal(value));
    }

    public override IEnumerable<string> Names => members.Keys;

    public override bool TryGet(string name, out object? value) => members.TryGetValue(name, out value);
}

/// <summary>Members of any value by name.</summary>
internal static class Members
{
    /// <summary>True when the value has this member. Lists and strings have `size`; every value has `empty?`.</summary>
    public static bool TryGet(object target, string name, out object? value)
    {
        switch (target)
        {
            case ScriptObject members:
                if (members.Members.TryGetValue(name, out value)) return true;
                break;
            case FunctionGroup group:
                return group.TryGet(name, out value);
            case IReadOnlyDictionary<string, object?> members:
                if (members.TryGetValue(name, out value))
                {
                    value = Values.Normal(value);
                    return true;
                }
                break;
            case IDictionary members:
                if (members.Contains(name))
                {
                    value = Values.Normal(members[name]);
                    return true;
                }
                break;
            case ScriptArray { Properties: { } properties } when properties.Members.TryGetValue(name, out value):
                return true;
            case string or HtmlString or Range or IEnumerable:
                if (name == "size" && Values.Size(target) is { } size)
                {
                    value = Values.Box(size);
                    return true;
                }
                break;
            default:
                if (TypeShape.Of(target.GetType()).TryGet(name, out var getter)) return getter.TryGet(target, out value);
                break;
        }
        value = null;
        if (name is not ("empty?" or "blank?")) return false;
        value = Values.Box(Values.IsEmpty(target));
        return true;
    }

    /// <summary>Reads a member that was found from all values of the same type; null when it has to be looked up each time.</summary>
    public static TypeShape.Getter? GetterOf(object target, string name) => target switch
    {
        ScriptObject or ScriptArray or FunctionGroup => null,
        IReadOnlyDictionary<string, object?> => new EntryGetter(name),
        IDictionary => null,
        string or HtmlString or Range or IEnumerable => name == "size" ? SizeGetter.Instance : null,
        _ => TypeShape.Of(target.GetType()).TryGet(name, out var getter) ? getter : null,
    };

    private sealed class EntryGetter(string name) : TypeShape.Getter
    {
        public override bool TryGet(object owner, out object? value)
        {
            var found = ((IReadOnlyDictionary<string, object?>)owner).TryGetValue(name, out value);
            value = Values.Normal(value);
            return found;
        }
    }

    private sealed class SizeGetter : TypeShape.Getter
    {
        public static readonly SizeGetter Instance = new();

        public override bool TryGet(object owner, out object? value)
        {
            value = (owner is Array list ? list.Length : Values.Size(owner)) is { } size ? Values.Box(size) : null;
            return value is not null;
        }
    }

    public static IEnumerable<string> NamesOf(object target) => target switch
    {
        ScriptObject members => members.Members.Keys,
        FunctionGroup group => group.Names,
        IReadOnlyDictionary<string, object?> members => members.Keys,
        IDictionary members => Pairs(members).Select(p => p.Key),
        ScriptArray { Properties: { } properties } => [.. properties.Members.Keys, "size"],
        string or HtmlString or Range or IEnumerable => ["size"],
        _ => TypeShape.Of(target.GetType()).Names,
    };

    /// <summary>The members of an object or dictionary with their names; null when the value is something else.</summary>
    /// <remarks>The order is that of the object, except that dictionaries which have none (hash tables, frozen and immutable ones) are sorted
    /// by name: the same page comes out each time.</remarks>
    public static IEnumerable<KeyValuePair<string, object?>>? Of(object? target) => target switch
    {
        ScriptObject members => members.Members,
        IReadOnlyDictionary<string, object?> members => Ordered(members, members),
        IDictionary members => Ordered(members, Pairs(members)),
        null or IEnumerable or Range or Function or FunctionGroup or Empty or Fault => null,
        _ when Formatter.IsSimple(target) => null,
        _ => Declared(target),
    };

    private static IEnumerable<KeyValuePair<string, object?>> Declared(object target)
    {
        var shape = TypeShape.Of(target.GetType());
        foreach (var name in shape.Names)
            if (shape.TryGet(name, out var getter) && getter.TryGet(target, out var value)) yield return new(name, value);
    }

    private static IEnumerable<KeyValuePair<string, object?>> Pairs(IDictionary members)
    {
        foreach (DictionaryEntry entry in members) yield return new(Formatter.Plain(Values.Normal(entry.Key)), entry.Value);
    }

    private static IEnumerable<KeyValuePair<string, object?>> Ordered(object owner, IEnumerable<KeyValuePair<string, object?>> pairs)
    {
        var type = owner.GetType();
        var kind = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        var keepsOrder = kind == typeof(Dictionary<,>) || kind == typeof(OrderedDictionary<,>) || kind == typeof(SortedDictionary<,>) || kind == typeof(SortedList<,>);
        return keepsOrder ? pairs : pairs.OrderBy(p => p.Key, StringComparer.Ordinal);
    }

    /// <summary>True when any name may come and go: a missing one is null, not a mistake, where the template asks with `?.` or `??`.</summary>
    public static bool AreOpen(object target) => target is ScriptObject or ScriptArray or IDictionary or IReadOnlyDictionary<string, object?>;
}
