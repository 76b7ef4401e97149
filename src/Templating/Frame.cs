using StaticSite.Templating.Tree;

namespace StaticSite.Templating;

/// <summary>The names of the local variables ($x) of one template file, numbered while it is parsed.</summary>
internal sealed class LocalNames
{
    private readonly Dictionary<string, int> slots = new(StringComparer.Ordinal);
    private readonly List<string> names = [];

    public int Count => names.Count;

    public IReadOnlyList<string> Names => names;

    public int SlotOf(string name)
    {
        if (slots.TryGetValue(name, out var slot)) return slot;
        slots.Add(name, names.Count);
        names.Add(name);
        return names.Count - 1;
    }

    public bool TryGet(string name, out int slot) => slots.TryGetValue(name, out slot);
}

/// <summary>Local variables and arguments of one page, include or function call.</summary>
internal sealed class Frame
{
    private static readonly object Nothing = new();

    private LocalNames locals = new();
    private object?[] values = [];
    private CallArguments given = CallArguments.None;
    // `$` as a list, once a template asks for it or changes it; null until then.
    private ScriptArray? list;
    // Locals that a block of another file sets here (`wrap` over files); null when there are none.
    private Dictionary<string, object?>? foreign;
    private HashSet<string>? readOnly;
    // While a block given by `wrap` runs in here: the place it was written in, whose local variables it sees too.
    private Frame? written;

    /// <summary>The frame that <see cref="Renderer"/> takes after this one, when both are free; null otherwise.</summary>
    public Frame? NextFree { get; set; }

    /// <summary>Begins a page, include or call, with nothing left of the one before.</summary>
    public void Begin(LocalNames locals, CallArguments arguments, WrappedBlock? block)
    {
        this.locals = locals;
        given = arguments;
        Block = block;
        (list, foreign, readOnly, written) = (null, null, null, null);
        if (values.Length != locals.Count) values = new object?[locals.Count];
        if (values.Length == 0) return;
        Array.Fill(values, Nothing);
        for (var i = 0; i < given.Names.Length; i++)
            if (locals.TryGet(given.Names[i], out var slot)) values[slot] = given.Values[given.Count + i];
    }

    /// <summary>`$`: arguments by position; named ones are its members.</summary>
    public ScriptArray Arguments => list ??= given.ToList();

    /// <summary>`$$`, the block given by `wrap`; null when the call has none.</summary>
    public WrappedBlock? Block { get; private set; }

    /// <summary>`$0`; null when there are not so many.</summary>
    public object? ArgumentAt(int index)
    {
        if (list is not null) return index < list.Count ? list[index] : null;
        return index < given.Count ? given.Values[index] : null;
    }

    /// <summary>`$.name`; false when no argument has this name.</summary>
    public bool TryGetArgument(string name, out object? value)
    {
        if (list is null) return given.TryGet(name, out value);
        value = null;
        return list.Properties?.Members.TryGetValue(name, out value) == true;
    }

    public IEnumerable<string> Names => locals.Names.Where((_, slot) => values[slot] != Nothing).Concat(foreign?.Keys ?? Enumerable.Empty<string>());

    public bool TryGet(LocalNames owner, int slot, string name, out object? value)
    {
        if (ReferenceEquals(owner, locals) || locals.TryGet(name, out slot))
        {
            value = values[slot];
            if (value != Nothing) return true;
        }
        else if (foreign?.TryGetValue(name, out value) == true) return true;
        value = null;
        return written?.TryGet(owner, slot, name, out value) == true;
    }

    public void Set(LocalNames owner, int slot, string name, object? value)
    {
        if (ReferenceEquals(owner, locals) || locals.TryGet(name, out slot)) values[slot] = value;
        else (foreign ??= new(StringComparer.Ordinal))[name] = value;
    }

    /// <summary>Makes the variable unknown again.</summary>
    public void Unset(LocalNames owner, int slot, string name)
    {
        if (ReferenceEquals(owner, locals) || locals.TryGet(name, out slot)) values[slot] = Nothing;
        else foreign?.Remove(name);
    }

    /// <summary>Runs the block given by `wrap` here. A `$$` in it is that of the place where it was written.</summary>
    public void RunBlock(Renderer renderer, WrappedBlock block)
    {
        var outer = written;
        (Block, written) = (block.Writer.Block, block.Writer);
        block.Body.Execute(renderer);
        (Block, written) = (block, outer);
    }

    public bool IsReadOnly(string name) => readOnly?.Contains(name) == true;

    public void Close(string name) => (readOnly ??= new(StringComparer.Ordinal)).Add(name);
}

/// <summary>The statements between `wrap` and its `end`.</summary>
/// <param name="Writer">The page or call they stand in.</param>
internal sealed record WrappedBlock(Block Body, Frame Writer);
