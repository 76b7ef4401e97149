namespace StaticSite.Templating.Functions;

/// <summary>How a function is used: rendered as a test, and what a reference for authors of themes shows.</summary>
/// <param name="Function">Full name: "string.upcase".</param>
/// <param name="Template">A whole template that needs no model.</param>
/// <param name="Output">What it prints where nothing is escaped.</param>
/// <param name="Finding">The message of the finding that it reports; null when it reports none.</param>
internal sealed record Example(string Function, string Template, string Output, string? Finding = null)
{
    /// <summary>The examples of all groups, in the order of the reference.</summary>
    public static IEnumerable<Example> All =>
    [
        .. ArrayExamples.All, .. StringExamples.All, .. HtmlExamples.All, .. MathExamples.All, .. ObjectExamples.All, .. RegexExamples.All,
        .. DateExamples.All, .. TimespanExamples.All,
    ];
}
