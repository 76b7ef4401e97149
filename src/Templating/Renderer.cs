using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Templating.Functions;
using StaticSite.Templating.Tree;

namespace StaticSite.Templating;

/// <summary>The state of one rendering: variables, output, findings, and what is left of the limits. Used by one thread.</summary>
internal sealed partial class Renderer
{
    private const int MaxReports = 1_000;

    // Characters of one message: what a template makes long is cut.
    private const int MaxMessage = 400;

    // What an element of a list or a member of an object costs beside a character, and a list or object by itself: about the memory it takes.
    private const int ElementCost = 16;

    private readonly HashSet<(Rule, SourceSpan, string)> reported = [];
    private readonly ImmutableArray<Diagnostic>.Builder findings = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly Stack<string> includes = new();
    private readonly Limits limits;
    private int reports;
    private long steps;
    private long stepCost;
    private long built;
    private TimeSpan searched;
    private string? lastPattern;
    private int callDepth;
    // Frames that were left, one behind the other: no value holds one, so the next call takes it.
    private Frame? free;

    public Renderer(RenderOptions options, IReadOnlyDictionary<string, object?> globals, TextBuffer output, LocalNames locals)
    {
        Options = options;
        limits = options.Limits;
        Output = output;
        Page = new();
        Scope = new ObjectScope(Page, new OuterScope(globals, Builtins.Scope));
        Frame = new();
        Frame.Begin(locals, CallArguments.None, null);
    }

    public RenderOptions Options { get; set; }
    public Limits Limits => limits;

    public Scope Scope
    {
        get;
        // Where variables stand in many layers, finding one takes longer, and a step counts more.
        set => (field, stepCost) = (value, 1 + value.Depth / 8);
    }

    public Frame Frame { get; set; }

    /// <summary>The innermost `for`, `tablerow` and `while`; null outside of one.</summary>
    public LoopState? For { get; set; }
    public LoopState? While { get; set; }

    /// <summary>The value of the `ret` that is under way.</summary>
    public object? Returned { get; set; }

    /// <summary>The variables that the page itself has set.</summary>
    public ScriptObject Page { get; }

    /// <summary>How dates are printed: `date.format`.</summary>
    public string DateFormat { get; set; } = Functions.DateFormat.Default;

    /// <summary>Positions of array.cycle by group.</summary>
    public Dictionary<string, int> Cycles { get; } = new(StringComparer.Ordinal);

    public ImmutableArray<Diagnostic> Findings => findings.ToImmutable();

    /// <summary>Renders the whole of a template; a limit that was exceeded ends it early.</summary>
    public void Run(Block body)
    {
        try
        {
            body.Execute(this);
        }
        catch (LimitReached)
        {
            // Reported where it was thrown; what was written so far stays.
        }
    }

    /// <summary>A finding; the same one at the same place only once. Gives <see cref="Fault"/>, to be returned as the value.</summary>
    public Fault Report(Rule rule, SourceSpan span, string message, string hint = "")
    {
        // A loop that reports the same at every step is slow and says nothing new.
        if (++reports > MaxReports) throw new LimitReached();
        if (findings.Count >= limits.Findings) return Fault.Value;
        if (message.Length > MaxMessage) message = message[..(MaxMessage / 2)] + "…" + message[^(MaxMessage / 2)..];
        if (includes.Count > 0) message += $" ({Chain()})";
        if (reported.Add((rule, span, message))) findings.Add(new(rule, span, message, hint));
        return Fault.Value;
    }

    // "included by a, by page": the nearest first, a long chain cut in its middle.
    private string Chain()
    {
        var by = includes.Select(name => "by " + name).ToList();
        if (by.Count > 6) by = [.. by.Take(3), "…", by[^1]];
        return "included " + string.Join(", ", by);
    }

    public void Report(Diagnostic finding)
    {
        if (includes.Count > 0) finding = finding with { Message = $"{finding.Message} ({Chain()})" };
        if (findings.Count < limits.Findings && reported.Add((finding.Rule, finding.Span, finding.Message))) findings.Add(finding);
    }

    /// <summary>Counts one step: of a loop, a call, a statement.</summary>
    public void Step(SourceSpan span) => Step(1, span);

    /// <summary>Counts several steps.</summary>
    public void Step(int count, SourceSpan span)
    {
        steps += count * stepCost;
        if (steps > limits.Steps) throw TooManySteps(span);
    }

    private LimitReached TooManySteps(SourceSpan span) => Exceeded(span, $"the template takes more than {limits.Steps} steps", "is there a loop that never ends?");

    /// <summary>Counts characters or elements before they are built.</summary>
    public void Charge(long length, SourceSpan span)
    {
        built += length;
        if (built > limits.TotalBuilt) throw TooMuchBuilt(span);
    }

    private LimitReached TooMuchBuilt(SourceSpan span) =>
        Exceeded(span, $"the strings and lists of this page together exceed {limits.TotalBuilt} characters and elements", "");

    /// <summary>To be called before a string of this length is built.</summary>
    public void ChargeText(long length, SourceSpan span)
    {
        if (length > limits.StringLength) throw Exceeded(span, $"the string would be longer than {limits.StringLength} characters", "");
        Charge(length, span);
    }

    /// <summary>To be called before a list or object of this length is built.</summary>
    public void ChargeList(long length, SourceSpan span) => ChargeGrowth(-1, length, span);

    /// <summary>To be called before a list or object gets longer.</summary>
    public void ChargeGrowth(long from, long to, SourceSpan span)
    {
        if (to > limits.ArrayLength) throw Exceeded(span, $"the list would have more than {limits.ArrayLength} elements", "");
        Charge((to - from) * ElementCost, span);
    }

    /// <summary>Counts the work of comparing, reading or calculating with a value: nothing to speak of but for long texts and numbers with many digits.</summary>
    public void ChargeUse(object? value, SourceSpan span)
    {
        if (value is System.Numerics.BigInteger big) Charge(big.GetBitLength() * 4, span);
        else if (value is string or HtmlString) Charge(Values.AsText(value)!.Length / 4, span);
    }

    /// <summary>Whether two values are equal; the work is charged.</summary>
    public bool AreEqual(object? left, object? right, SourceSpan span)
    {
        var equal = Values.AreEqual(left, right, out var work);
        Charge(work, span);
        return equal;
    }

    /// <summary>Whether two values are of one kind and the same; the work is charged.</summary>
    public bool AreSame(object? left, object? right, SourceSpan span)
    {
        ChargeUse(left, span);
        ChargeUse(right, span);
        return Values.AreSame(left, right);
    }

    /// <summary>The order of two values, null when they have none; the work is charged.</summary>
    public int? Compare(object? left, object? right, SourceSpan span)
    {
        // How far two texts agree shows only when it is done; the shorter one bounds it.
        if (Values.AsText(left) is { Length: > 64 } text && Values.AsText(right) is { } other) Charge(Math.Min(text.Length, other.Length) / 4, span);
        else if (left is System.Numerics.BigInteger && right is not null) ChargeUse(left, span);
        else if (right is System.Numerics.BigInteger && left is not null) ChargeUse(right, span);
        return Values.Compare(left, right);
    }

    /// <summary>Reports the limit and gives what ends the rendering.</summary>
    public LimitReached Exceeded(SourceSpan span, string message, string hint)
    {
        Report(TemplateRules.Limit, span, message, hint);
        return new();
    }

    /// <summary>To be called before a regular expression is read. One that is the same as the last costs nothing.</summary>
    /// <remarks>What is read of an expression takes some 10 kB, and 100 bytes for each of its characters: as much as a string of this length. Time alone
    /// would allow a fast machine as many as it can.</remarks>
    public void ChargePattern(string pattern, SourceSpan span)
    {
        if (pattern == lastPattern) return;
        lastPattern = pattern;
        Charge(5_000 + 50 * (long)pattern.Length, span);
    }

    /// <summary>Counts time of searches with regular expressions; one search alone is stopped by its own limit.</summary>
    public void ChargeSearch(TimeSpan time, SourceSpan span)
    {
        searched += time;
        if (searched > limits.RegexTime * 10) throw Exceeded(span, "the regular expressions of this page take too long together", "");
    }

    /// <summary>Enters a call; <see cref="LeaveCall"/> must follow.</summary>
    public void EnterCall(SourceSpan span)
    {
        Step(span);
        if (++callDepth > limits.CallDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            callDepth--;
            throw Exceeded(span, $"functions call each other more than {limits.CallDepth} deep", "does a function call itself without an end?");
        }
    }

    public void LeaveCall() => callDepth--;

    /// <summary>Local variables and arguments for an include or call. Gives the frame around it, for <see cref="LeaveFrame"/>.</summary>
    public Frame EnterFrame(LocalNames locals, CallArguments arguments, WrappedBlock? block = null)
    {
        var outer = Frame;
        Frame = free ?? new();
        (free, Frame.NextFree) = (Frame.NextFree, null);
        Frame.Begin(locals, arguments, block);
        return outer;
    }

    public void LeaveFrame(Frame outer)
    {
        Frame.NextFree = free;
        free = Frame;
        Frame = outer;
    }

    // ---- variables ----

    /// <summary>True when a layer has the name.</summary>
    public bool TryGetVariable(string name, out object? value)
    {
        for (Scope? scope = Scope; scope is not null; scope = scope.Outer)
        {
            if (scope is LoopScope loop && !loop.Has(name)) continue;
            if (scope.TryGet(name, out value)) return true;
        }
        value = null;
        return false;
    }

    /// <summary>All names that can be read here, innermost first.</summary>
    public IEnumerable<string> VariableNames()
    {
        for (Scope? scope = Scope; scope is not null; scope = scope.Outer)
            foreach (var name in scope.Names.Take(Suggestion.MostNames)) yield return name;
    }

    /// <summary>Writes to the innermost layer that takes values.</summary>
    public void SetVariable(string name, object? value, SourceSpan span)
    {
        for (Scope? scope = Scope; scope is not null; scope = scope.Outer)
        {
            switch (scope)
            {
                case LoopScope loop when loop.Has(name):
                    loop.Value = value;
                    return;
                case ObjectScope target:
                    SetMember(target.Object, name, value, span);
                    return;
                case ModelScope { Model: not FunctionGroup }:
                    Report(TemplateRules.ReadOnly, span, $"\"{name}\" would be a member of the model, which templates cannot change", "use a local variable, $" + name);
                    return;
            }
        }
    }

    public void SetMember(ScriptObject target, string name, object? value, SourceSpan span)
    {
        if (target.ReadOnly?.Contains(name) == true)
        {
            Report(TemplateRules.ReadOnly, span, $"\"{name}\" is readonly");
            return;
        }
        // The name is looked up by its text; a member that is new is kept with its name.
        var isNew = !target.Members.TryChange(name, value);
        Charge(name.Length / 4 + (isNew ? 8 * ElementCost : 0), span);
        if (isNew) target.Members.Add(name, value);
    }

    /// <summary>The object that `this` means: that of the innermost layer which holds one.</summary>
    public object? This()
    {
        for (Scope? scope = Scope; scope is not null; scope = scope.Outer)
        {
            if (scope is ObjectScope target) return target.Object;
            if (scope is ModelScope model) return model.Model;
        }
        return null;
    }

    // ---- lists and text ----

    /// <summary>A new list with the elements of a list or range; null gives an empty one. Charged before it is built.</summary>
    /// <param name="kept">False: it is only read and then forgotten, which costs less.</param>
    public ScriptArray ToList(object? value, SourceSpan span, bool kept = true)
    {
        if (value is Range range)
        {
            ChargeList(range.Count, span);
            return new(Formatter.Items(range));
        }
        if (value is not IEnumerable items) return [];
        var count = (items as ICollection)?.Count ?? 0;
        if (kept) ChargeList(count, span);
        else Charge(count, span);
        var list = new ScriptArray(count);
        foreach (var item in items)
        {
            if (list.Count >= count) ChargeGrowth(list.Count, list.Count + 1, span);
            list.Add(Values.Normal(item));
        }
        return list;
    }

    /// <summary>Any value as text, lists and objects as they print.</summary>
    public string ToText(object? value, SourceSpan span)
    {
        if (value is System.Numerics.BigInteger) ChargeUse(value, span);
        if (value is DateTime or DateTimeOffset) return Functions.DateFormat.Format(Values.AsDate(value)!.Value, DateFormat, System.Globalization.CultureInfo.InvariantCulture, DateFormat);
        if (Formatter.IsSimple(value)) return Formatter.Plain(value);
        var text = new StringBuilder();
        var fits = Formatter.Write(text, value, DateFormat, limits.PrintDepth, (int)Math.Min(limits.StringLength, limits.TotalBuilt - built));
        Charge(text.Length, span);
        if (!fits) throw Exceeded(span, "this value is too large or too deep to be printed", "does an object contain itself?");
        return text.ToString();
    }

    // ---- include ----

    /// <summary>Renders another template into the output. Its `$` holds the arguments.</summary>
    public void Include(string name, CallArguments arguments, SourceSpan span)
    {
        Step(span);
        Charge(name.Length, span);
        if (Options.Include(name) is not { } outcome)
        {
            Report(TemplateRules.MissingInclude, span, $"there is no template \"{name}\" to include", Suggestion.For(name, Options.IncludeNames.Order(StringComparer.Ordinal)));
            return;
        }
        if (includes.Count >= limits.IncludeDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Exceeded(span, $"templates include each other more than {limits.IncludeDepth} deep", "does a template include itself?");
        var template = outcome.Value;
        Charge(template.Locals.Count, span);
        var outer = EnterFrame(template.Locals, arguments);
        includes.Push(span.Path);
        try
        {
            foreach (var finding in outcome.Diagnostics) Report(finding);
            template.Body.Execute(this);
        }
        finally
        {
            includes.Pop();
            LeaveFrame(outer);
            Returned = null;
        }
    }
}

/// <summary>Ends a rendering whose limit is used up. Never leaves the module.</summary>
internal sealed class LimitReached : Exception;
