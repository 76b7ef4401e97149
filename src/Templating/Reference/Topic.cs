namespace StaticSite.Templating.Reference;

/// <summary>A part of the language, with examples that run as tests.</summary>
/// <param name="Text">Markdown.</param>
internal sealed record Topic(string Title, string Text, params TopicExample[] Examples);

/// <summary>A template and what comes of it.</summary>
/// <param name="Template">A whole template that needs no model.</param>
/// <param name="Finding">The message of the finding that it reports; null when it reports none.</param>
internal sealed record TopicExample(string Template, string Output, string? Finding = null)
{
    /// <summary>A second template, which can be included as "part"; null when there is none.</summary>
    public string? Part { get; init; }

    /// <summary>True: printed values are escaped, as on the site.</summary>
    public bool Escapes { get; init; }

    /// <summary>True: not strict, so that unknown names are null.</summary>
    public bool Lenient { get; init; }
}
