using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticSite.Templating;

/// <summary>The members of a .NET type as templates see them: public properties and fields under snake_case names, with getters made once per type.</summary>
internal sealed class TypeShape
{
    // A pure function of the type, remembered: the same for every rendering.
    private static readonly ConcurrentDictionary<Type, TypeShape> Shapes = new();

    private readonly Dictionary<string, Getter> getters = new(StringComparer.Ordinal);
    // Gives the array of an ImmutableArray; null for other types.
    private readonly Getter? elements;

    private TypeShape(Type type)
    {
        IsScalar = type.Namespace == "System";
        if (type.IsPrimitive) return;
        if (IsImmutableArray(type))
        {
            elements = Create(typeof(ElementsGetter<>), type.GetGenericArguments());
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

    /// <summary>The array of an ImmutableArray, an empty one when it has none; other lists as they are.</summary>
    public object Elements(object list) => elements is not null && elements.TryGet(list, out var array) ? array! : list;

    private static Getter Create(Type owner, Type property, MethodInfo read)
    {
        if (owner.IsValueType) return Create(typeof(StructGetter<,>), [owner, property], read);
        if (!property.IsValueType) return new ReferenceGetter(Reader<object?>(owner, read), isNormal: property.IsSealed && !typeof(IEnumerable).IsAssignableFrom(property) || property == typeof(string));
        if (property == typeof(int)) return new IntegerGetter(Reader<int>(owner, read));
        if (property == typeof(bool)) return new TruthGetter(Reader<bool>(owner, read));
        if (IsImmutableArray(property)) return Create(typeof(ListGetter<>), property.GetGenericArguments(), owner, read);
        return Create(typeof(ValueGetter<>), [property], owner, read);
    }

    private static Getter Create(Type kind, Type[] of, params object[] arguments) => (Getter)Activator.CreateInstance(kind.MakeGenericType(of), arguments)!;

    private static bool IsImmutableArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    // Nobody checks the type of the owner again: a getter is only given values of the type that it was made for.
    private static Func<object, TValue> Reader<TValue>(Type owner, MethodInfo read) =>
        Unsafe.As<Func<object, TValue>>(read.CreateDelegate(typeof(Func<,>).MakeGenericType(owner, typeof(TValue))));

    /// <summary>Reads one member of an object.</summary>
    internal abstract class Getter
    {
        /// <param name="owner">Of the type that the getter was made for.</param>
        /// <returns>False when this value, unlike others of its type, does not have the member.</returns>
        public abstract bool TryGet(object owner, out object? value);
    }

    // Not generic over the owner and, for the usual types, not over the value either: generic code over classes looks up its types at each call.

    /// <param name="isNormal">True for values that <see cref="Values.Normal"/> leaves as they are: strings, records and other classes that are no lists.</param>
    private sealed class ReferenceGetter(Func<object, object?> read, bool isNormal) : Getter
    {
        public override bool TryGet(object owner, out object? value)
        {
            value = read(owner);
            if (!isNormal) value = Values.Normal(value);
            return true;
        }
    }

    private sealed class IntegerGetter(Func<object, int> read) : Getter
    {
        public override bool TryGet(object owner, out object? value)
        {
            value = Values.Box(read(owner));
            return true;
        }
    }

    private sealed class TruthGetter(Func<object, bool> read) : Getter
    {
        public override bool TryGet(object owner, out object? value)
        {
            value = Values.Box(read(owner));
            return true;
        }
    }

    private sealed class ListGetter<TElement>(Type owner, MethodInfo read) : Getter
    {
        private readonly Func<object, ImmutableArray<TElement>> read = Reader<ImmutableArray<TElement>>(owner, read);

        public override bool TryGet(object owner, out object? value)
        {
            value = ImmutableCollectionsMarshal.AsArray(read(owner)) ?? (object)Array.Empty<object>();
            return true;
        }
    }

    private sealed class ValueGetter<TValue>(Type owner, MethodInfo read) : Getter
    {
        private readonly Func<object, TValue> read = Reader<TValue>(owner, read);

        public override bool TryGet(object owner, out object? value)
        {
            value = Values.Normal(read(owner));
            return true;
        }
    }

    private delegate TValue StructRead<TOwner, TValue>(ref TOwner owner)
        where TOwner : struct;

    private sealed class StructGetter<TOwner, TValue>(MethodInfo read) : Getter
        where TOwner : struct
    {
        private readonly StructRead<TOwner, TValue> read = read.CreateDelegate<StructRead<TOwner, TValue>>();

        public override bool TryGet(object owner, out object? value)
        {
            var copy = (TOwner)owner;
            value = Values.Normal(read(ref copy));
            return true;
        }
    }

    private sealed class FieldGetter(FieldInfo field) : Getter
    {
        public override bool TryGet(object owner, out object? value)
        {
            value = Values.Normal(field.GetValue(owner));
            return true;
        }
    }

    private sealed class ElementsGetter<TElement> : Getter
    {
        public override bool TryGet(object owner, out object? value)
        {
            value = ImmutableCollectionsMarshal.AsArray((ImmutableArray<TElement>)owner) ?? (object)Array.Empty<object>();
            return true;
        }
    }
}
