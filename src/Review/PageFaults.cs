using System.Collections.Immutable;

using AngleSharp.Dom;

using StaticSite.Text;

namespace StaticSite.Review;

/// <summary>Something on a page that keeps people from reading it who do not see it.</summary>
/// <param name="Key">Names the fault among those of its rule, so that it can be found again on the other side.</param>
/// <param name="Parts">What the finding says after the address of the page.</param>
internal sealed record PageFault(FindingKind Kind, string Key, ImmutableArray<FindingPart> Parts)
{
    public ReviewFinding At(string path, string url) => new(Kind, path, [FindingPart.Code(url), .. Parts]);
}

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
                var words = FindingPart.Words(Short(heading.TextContent), LanguageOf(heading));
                yield return level == 0 ? new(FindingKind.HeadingFirst, $"0>{own}", [words, FindingPart.Figure(own)])
                    : new(FindingKind.HeadingSkips, $"{level}>{own}", [words, FindingPart.Figure(own), FindingPart.Figure(level), FindingPart.Figure(level + 1)]);
            }
            level = own;
        }
        if (tops != 1) yield return new(FindingKind.HeadingCount, $"h1 {tops}", [FindingPart.Figure(tops)]);
    }

    private static IEnumerable<PageFault> Pictures(IDocument document)
    {
        foreach (var image in document.QuerySelectorAll("img:not([alt])"))
        {
            var source = image.GetAttribute("src") ?? "";
            yield return new(FindingKind.PictureSilent, source, [FindingPart.Code(Short(source))]);
        }
        foreach (var drawing in document.QuerySelectorAll("svg[role=img]"))
            if (!IsNamed(drawing) && drawing.Children.All(c => c.LocalName != "title"))
                yield return new(FindingKind.DrawingSilent, "svg", []);
    }

    private static IEnumerable<PageFault> Names(IDocument document)
    {
        foreach (var element in document.QuerySelectorAll("a[href], button"))
        {
            if (IsNamed(element) || element.TextContent.AsSpan().Trim().Length > 0 || element.QuerySelector("img[alt], svg") is not null) continue;
            yield return element.LocalName == "a" && element.GetAttribute("href") is { } target ? new(FindingKind.LinkSilent, target, [FindingPart.Code(Short(target))])
                : new(FindingKind.ButtonSilent, "button", []);
        }
    }

    private static IEnumerable<PageFault> Languages(IDocument document, IElement main)
    {
        if (document.DocumentElement.GetAttribute("lang") is not { Length: > 0 })
        {
            yield return new(FindingKind.PageLanguage, "html", []);
            yield break;
        }
        foreach (var text in main.GetDescendants().OfType<IText>())
        {
            if (text.ParentElement is not { } parent || !IsForeign(text.Data, IsChinese(parent)) || parent.Closest("code, pre, script, style, [translate=no]") is not null) continue;
            var words = Short(text.Data);
            // In which language it is, the page does not say; Han characters do.
            yield return new(FindingKind.TextLanguage, words, [FindingPart.Words(words, words.Any(Han.IsHan) ? "zh" : "")]);
        }
    }

    private static string LanguageOf(IElement element) => element.Closest("[lang]")?.GetAttribute("lang") ?? "";

    private static bool IsNamed(IElement element) =>
        element.GetAttribute("aria-label") is { Length: > 0 } || element.HasAttribute("aria-labelledby") || element.GetAttribute("title") is { Length: > 0 };

    private static bool IsChinese(IElement element) =>
        LanguageOf(element).StartsWith("zh", StringComparison.OrdinalIgnoreCase);

    private static bool IsForeign(string text, bool isChinese)
    {
        var han = text.Count(Han.IsHan);
        return isChinese ? han == 0 && text.Split(' ').Count(w => w.Length > 0 && w.All(char.IsAsciiLetter)) >= FewWords : han >= FewHan;
    }

    private static string Short(string text) => Excerpt.Middle(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), 60);
}
