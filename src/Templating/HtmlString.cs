namespace StaticSite.Templating;

/// <summary>Text that is HTML already: printed as it is where a plain string would be escaped.</summary>
/// <remarks>Joined to a plain string (`+`, `$"…"`, array.join, string.append), the plain side is escaped and the result is HTML. Functions that only
/// trim white space keep it HTML; all others see its characters and return a plain string, which is escaped again when printed: what could
/// cut a tag in two never becomes HTML by accident.</remarks>
public readonly record struct HtmlString
{
    // A string, or a buffer that nobody writes to while this lives.
    private readonly object? content;

    /// <param name="value">The mark-up; null counts as empty.</param>
    public HtmlString(string value) => content = value;

    /// <summary>What stands in a buffer, without a copy of it: the page inside the layout.</summary>
    internal HtmlString(TextBuffer written) => content = written;

    /// <summary>The mark-up.</summary>
    public string Value => content as string ?? content?.ToString() ?? "";

    /// <summary>The mark-up as characters.</summary>
    internal ReadOnlySpan<char> Text => content is TextBuffer written ? written.Text : content as string;

    public override string ToString() => Value;
}
