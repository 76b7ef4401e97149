namespace StaticSite.Templating;

/// <summary>What one rendering may use. Whatever goes beyond ends the rendering with a finding template/limit.</summary>
public sealed record Limits
{
    public static readonly Limits Default = new();

    /// <summary>Statements, and steps of loops, calls and includes, all together, however they are nested.</summary>
    public int Steps { get; init; } = 20_000_000;

    /// <summary>Function calls inside of one another.</summary>
    public int CallDepth { get; init; } = 100;

    /// <summary>Includes inside of one another.</summary>
    public int IncludeDepth { get; init; } = 40;

    /// <summary>UTF-16 code units written, as they come out (escaped, indented); captured text and the output of functions counted too.</summary>
    public int OutputLength { get; init; } = 100_000_000;

    /// <summary>UTF-16 code units of one string.</summary>
    public int StringLength { get; init; } = 10_000_000;

    /// <summary>Elements of one list, ranges counted too once they become a list.</summary>
    public int ArrayLength { get; init; } = 1_000_000;

    /// <summary>UTF-16 code units of all strings that expressions and functions build, together with what they read and compare. An element of a
    /// list that is built counts as 16, a member of an object as more.</summary>
    public long TotalBuilt { get; init; } = 200_000_000;

    /// <summary>Lists and objects inside of one another when printed; also ends the printing of an object that contains itself.</summary>
    public int PrintDepth { get; init; } = 20;

    /// <summary>Time for one search with a regular expression; all searches of a page may take ten times that.</summary>
    public TimeSpan RegexTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Findings of one rendering; those beyond are dropped. The same finding at the same place counts once.</summary>
    public int Findings { get; init; } = 100;
}
