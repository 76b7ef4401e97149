using StaticSite.Diagnostics;

namespace StaticSite.Templating;

/// <summary>What a rendering may reach and how it prints. Culture is always the invariant one.</summary>
public sealed record RenderOptions
{
    public static readonly RenderOptions Default = new();

    /// <summary>The template of an include, by name; null when there is none of that name. Called from several threads at once.</summary>
    public Func<string, Outcome<Template>?> Include { get; init; } = _ => null;

    /// <summary>Every name that <see cref="Include"/> knows, for "did you mean"; may be empty.</summary>
    public IReadOnlyCollection<string> IncludeNames { get; init; } = [];

    /// <summary>True: an unknown variable or member is a finding. False: it is null, as in Scriban itself.</summary>
    public bool Strict { get; init; } = true;

    /// <summary>True: every printed value is escaped (&amp; &lt; &gt; " ') unless it is an <see cref="HtmlString"/>. The text around the code is not.</summary>
    public bool EscapeHtml { get; init; } = true;

    /// <summary>What `date.now` gives, in UTC; null: it is a finding, since a page should not depend on when it is made.</summary>
    public DateTimeOffset? Now { get; init; }

    public Limits Limits { get; init; } = Limits.Default;
}
