using System.Collections.Immutable;

using AngleSharp.Dom;

using StaticSite.Diagnostics;
using StaticSite.Text;

namespace StaticSite.Review;

/// <summary>Something on a page that keeps people from reading it who do not see it.</summary>
/// <param name="Key">Names the fault among those of its rule, so that it can be found again on the other side.</param>
internal sealed record PageFault(Rule Rule, string Key, string Message, string Hint);

/// <summary>Finds what can be seen in the HTML alone: levels of headings, texts of pictures, names of links and buttons, languages.</summary>
internal static class PageFaults
{
    // Fewer words of another script are a name or a symbol.
    private const int FewHan = 2, FewWords = 8;

    public static ImmutableArray<PageFault> Of(IDocument document)
    {
        var main = document.QuerySelector("main") ?? document.Body;
        return main is null ? [] : [.. Headings(main), .. Pictures(document), .. Names(document), .. Languages(document, main)];
    }

    private static IEnumerable<PageFault> Headings(IElement main)
    {
        var level = 0;
        var tops = 0;
        foreach (var heading in main.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            var own = heading.LocalName[1] - '0';
            if (own == 1) tops++;
            if (own > level + 1)
            {
                var above = level == 0 ? "the top of the page" : $"a heading of level {level}";
                yield return new(ReviewRules.HeadingOrder, $"{level}>{own}", $"\"{Short(heading.TextContent)}\" is a heading of level {own} below {above}", $"make it a heading of level {level + 1}");
            }
            level = own;
        }
        if (tops != 1) yield return new(ReviewRules.HeadingOrder, $"h1 {tops}", $"The page has {tops} headings of level 1", "a page has one, its title");
    }

    private static IEnumerable<PageFault> Pictures(IDocument document)
    {
        foreach (var image in document.QuerySelectorAll("img:not([alt])"))
        {
            var source = image.GetAttribute("src") ?? "";
            yield return new(ReviewRules.MissingAlt, source, $"The picture {Short(source)} has no text", "say in alt what it shows; alt=\"\" for one that only decorates");
        }
        foreach (var drawing in document.QuerySelectorAll("svg[role=img]"))
            if (!IsNamed(drawing) && drawing.Children.All(c => c.LocalName != "title"))
                yield return new(ReviewRules.MissingAlt, "svg", "A drawing has no text", "say in its title what it shows");
    }

    private static IEnumerable<PageFault> Names(IDocument document)
    {
        foreach (var element in document.QuerySelectorAll("a[href], button"))
        {
            if (IsNamed(element) || element.TextContent.AsSpan().Trim().Length > 0 || element.QuerySelector("img[alt], svg") is not null) continue;
            var target = element.GetAttribute("href") ?? "button";
            yield return new(ReviewRules.MissingName, target, element.LocalName == "a" ? $"The link to {Short(target)} has no words" : "A button has no words", "write what it does");
        }
    }

    private static IEnumerable<PageFault> Languages(IDocument document, IElement main)
    {
        if (document.DocumentElement.GetAttribute("lang") is not { Length: > 0 })
        {
            yield return new(ReviewRules.MissingLang, "html", "The page does not say its language", "write lang on its first element");
            yield break;
        }
        foreach (var text in main.GetDescendants().OfType<IText>())
        {
            if (text.ParentElement is not { } parent || !IsForeign(text.Data, IsChinese(parent)) || parent.Closest("code, pre, script, style, [translate=no]") is not null) continue;
            var words = Short(text.Data);
            yield return new(ReviewRules.MissingLang, words, $"\"{words}\" is not in the language that is said of it", "write lang on the element around it");
        }
    }

    private static bool IsNamed(IElement element) =>
        element.GetAttribute("aria-label") is { Length: > 0 } || element.HasAttribute("aria-labelledby") || element.GetAttribute("title") is { Length: > 0 };

    private static bool IsChinese(IElement element) =>
        element.Closest("[lang]")?.GetAttribute("lang")?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsForeign(string text, bool isChinese)
    {
        var han = text.Count(Han.IsHan);
        return isChinese ? han == 0 && text.Split(' ').Count(w => w.Length > 0 && w.All(char.IsAsciiLetter)) >= FewWords : han >= FewHan;
    }

    private static string Short(string text) => Excerpt.Middle(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), 60);
}
