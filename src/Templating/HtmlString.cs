namespace StaticSite.Templating;

/// <summary>Text that is HTML already: printed as it is where a plain string would be escaped.</summary>
/// <remarks>Joined to a plain string (`+`, `$"…"`, array.join, string.append), the plain side is escaped and the result is HTML. Functions that only
/// trim white space keep it HTML; all others see its characters and return a plain string, which is escaped again when printed: what could
/// cut a tag in two never becomes HTML by accident.</remarks>
/// <param name="Value">The mark-up; null counts as empty.</param>
public readonly record struct HtmlString(string Value)
{
    public override string ToString() => Value ?? "";
}
