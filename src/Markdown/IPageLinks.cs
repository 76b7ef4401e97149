using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Markdown;

/// <summary>Where the links of a page lead. Markdown finds them; whoever knows the site says what they are, and keeps the findings.</summary>
public interface IPageLinks
{
    /// <summary>`[[target]]`: the site's own name of a thing.</summary>
    PageLink Reference(string target, SourceSpan place);

    /// <summary>`[[target]]` alone in a paragraph: what is drawn in its place.</summary>
    /// <param name="number">1-based number of the drawing on the page, for ids that stand once.</param>
    /// <returns>Null for what is not drawn: it is a link as elsewhere.</returns>
    PageDrawing? Drawing(string target, int number);

    /// <summary>`[words](address)`.</summary>
    /// <returns>What stands in `href`; null when the address must not be linked, so that the words stand alone.</returns>
    string? Address(string address, SourceSpan place);

    /// <summary>`![words](address)`.</summary>
    /// <returns>What stands in `src`; null when there is no such image, so that the words stand alone.</returns>
    string? Image(string address, SourceSpan place);

    /// <summary>Stretches of running text that are links without any mark-up, in order and apart from each other.</summary>
    ImmutableArray<TextLink> InText(ImmutableArray<RunningText> paragraphs);
}

/// <param name="Url">Null when it leads nowhere.</param>
/// <param name="Text">Shown when the author gives no words.</param>
/// <param name="Class">Class of the link; null for none.</param>
/// <param name="Tag">Language tag of the text; null when it is that of the page.</param>
public sealed record PageLink(string? Url, string Text, string? Class = null, string? Tag = null);

/// <param name="Html">Whole elements.</param>
/// <param name="Ids">Every id in it.</param>
public sealed record PageDrawing(string Html, ImmutableArray<string> Ids);

/// <param name="Paragraph">0-based place in the paragraphs that were given.</param>
/// <param name="Start">0-based offset in <see cref="RunningText.Plain"/>.</param>
public readonly record struct TextLink(int Paragraph, int Start, int Length, string Url, string Class)
{
    public int End => Start + Length;
}
