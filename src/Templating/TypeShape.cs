using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StaticSite.Templating;

/// <summary>The members of a .NET type as templates see them: public properties and fields under snake_case names, with getters made once per type.</summary>
internal sealed class TypeShape
{
    // A pure function of the type, remembered: the same for every rendering.
    private static readonly ConcurrentDictionary<Type, TypeShape> Shapes = new();

    private readonly Dictionary<string, Getter> getters = new(StringComparer.Ordinal);
    // ImmutableArray<T>.IsDefault; null for other types.
    private readonly Getter? isDefault;

    private TypeShape(Type type)
    {
        IsScalar = type.Namespace == "System";
        if (type.IsPrimitive) return;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            var property = type.GetProperty(nameof(ImmutableArray<int>.IsDefault))!;
            isDefault = Create(type, property.PropertyType, property.GetMethod!);
            return;
        }
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetMethod is not { IsPublic: true } read || property.GetIndexParameters().Length > 0 || property.PropertyType.IsByRefLike || property.PropertyType.IsByRef) continue;
            var getter = Create(type, property.PropertyType, read);
            getters.TryAdd(SnakeNames.Snake(property.Name), getter);
        }
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
            getters.TryAdd(SnakeNames.Snake(field.Name), new FieldGetter(field));
    }

    /// <summary>True for types that print as one word: Guid, Uri, DateTime.</summary>
    public bool IsScalar { get; }

    /// <summary>Member names in the order of declaration.</summary>
    public IEnumerable<string> Names => getters.Keys;

    public static TypeShape Of(Type type) => Shapes.GetOrAdd(type, t => new(t));

    public bool TryGet(string name, [MaybeNullWhen(false)] out Getter getter) => getters.TryGetValue(name, out getter);

    /// <summary>True for an ImmutableArray that was never given an array.</summary>
    public bool IsDefaultList(object list) => isDefault?.Get(list) is true;

    private static Getter Create(Type owner, Type property, MethodInfo read)
    {
        var kind = owner.IsValueType ? typeof(StructGetter<,>) : typeof(ClassGetter<,>);
        return (Getter)Activator.CreateInstance(kind.MakeGenericType(owner, property), read)!;
    }

    /// <summary>What a getter gives when this value, unlike others of its type, does not have the member.</summary>
    public static readonly object Missing = new();

    /// <summary>Reads one member of an object.</summary>
    internal abstract class Getter
    {
        public abstract object? Get(object owner);
    }

    private sealed class ClassGetter<TOwner, TValue>(MethodInfo read) : Getter
        where TOwner : class
    {
        private readonly Func<TOwner, TValue> read = read.CreateDelegate<Func<TOwner, TValue>>();

        public override object? Get(object owner) => Convert(read((TOwner)owner));
    }

    private delegate TValue StructRead<TOwner, TValue>(ref TOwner owner)
        where TOwner : struct;

    private sealed class StructGetter<TOwner, TValue>(MethodInfo read) : Getter
        where TOwner : struct
    {
        private readonly StructRead<TOwner, TValue> read = read.CreateDelegate<StructRead<TOwner, TValue>>();

        public override object? Get(object owner)
        {
            var copy = (TOwner)owner;
            return Convert(read(ref copy));
        }
    }

    private sealed class FieldGetter(FieldInfo field) : Getter
    {
        public override object? Get(object owner) => Values.Normal(field.GetValue(owner));
    }

    // The usual types are decided when the getter is compiled, not at each call.
    private static object? Convert<T>(T value)
    {
        if (typeof(T) == typeof(string)) return value;
        if (typeof(T) == typeof(int)) return Values.Box((int)(object)value!);
        if (typeof(T) == typeof(bool)) return Values.Box((bool)(object)value!);
        if (Kind<T>.IsImmutableArray) return EqualityComparer<T>.Default.Equals(value, default) ? Array.Empty<object>() : value;
        return Kind<T>.IsNormal ? value : Values.Normal(value);
    }

    private static class Kind<T>
    {
        public static readonly bool IsImmutableArray = typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == typeof(ImmutableArray<>);

        /// <summary>True for records and other classes that <see cref="Values.Normal"/> leaves as they are.</summary>
        public static readonly bool IsNormal = typeof(T).IsClass && typeof(T).IsSealed && !typeof(IEnumerable).IsAssignableFrom(typeof(T));
    }
}
