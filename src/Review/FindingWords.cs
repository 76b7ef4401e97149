using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace StaticSite.Review;

/// <summary>How a kind of finding is said in one language.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">What to do about it.</param>
public sealed record FindingWords(FindingSentence Message, FindingSentence Hint)
{
    private const string File = "input/site.yaml";

    public static readonly ImmutableDictionary<FindingKind, FindingWords> English = new Dictionary<FindingKind, FindingWords>
    {
        [FindingKind.UrlGone] = new("The URL {0} is gone", $"bring it back, or say under redirects: in {File} where it went: {{1}}"),
        [FindingKind.UrlGoneFound] = new("The URL {0} is gone", $"its text now stands at {{1}}: write {{2}} under redirects: in {File}"),
        [FindingKind.UrlGoneAstray] = new("The URL {0} is gone", "its redirect leads to {1}, which does not exist"),
        [FindingKind.AnchorGone] = new("The anchor {1} of {0} is gone", $"links to it exist elsewhere; keep the id, or say under redirects: in {File} where it went: {{2}}"),
        [FindingKind.AnchorGoneFound] = new("The anchor {1} of {0} is gone", $"links to it exist elsewhere; its text now has the anchor {{2}}: keep the id, or write {{3}} under redirects: in {File}"),
        [FindingKind.HeadingSkips] = new("\"{1}\" is a heading of level {2} below a heading of level {3} ({0})", "make it a heading of level {4}"),
        [FindingKind.HeadingFirst] = new("\"{1}\" is a heading of level {2} below the top of the page ({0})", "make it a heading of level 1"),
        [FindingKind.HeadingCount] = new("The page has {1} headings of level 1 ({0})", "a page has one, its title"),
        [FindingKind.PictureSilent] = new("The picture {1} has no text ({0})", "say in alt what it shows; alt=\"\" for one that only decorates"),
        [FindingKind.PictureSilenced] = new("The picture {1} has lost its text ({0})", "it was \"{2}\""),
        [FindingKind.DrawingSilent] = new("A drawing has no text ({0})", "say in its title what it shows"),
        [FindingKind.LinkSilent] = new("The link to {1} has no words ({0})", "write what it does"),
        [FindingKind.ButtonSilent] = new("A button has no words ({0})", "write what it does"),
        [FindingKind.PageLanguage] = new("The page does not say its language ({0})", "write lang on its first element"),
        [FindingKind.TextLanguage] = new("\"{1}\" is not in the language that is said of it ({0})", "write lang on the element around it"),
    }.ToImmutableDictionary();

    public static readonly ImmutableDictionary<FindingKind, FindingWords> Chinese = new Dictionary<FindingKind, FindingWords>
    {
        [FindingKind.UrlGone] = new("网址 {0} 已不存在", $"请恢复，或在 {File} 的 redirects 下写明去向：{{1}}"),
        [FindingKind.UrlGoneFound] = new("网址 {0} 已不存在", $"其文字现见 {{1}}，请在 {File} 的 redirects 下加上 {{2}}"),
        [FindingKind.UrlGoneAstray] = new("网址 {0} 已不存在", "其转向的目标 {1} 并不存在"),
        [FindingKind.AnchorGone] = new("{0} 的锚点 {1} 已不存在", $"别处可能有指向它的链接，请保留此 id，或在 {File} 的 redirects 下写明去向：{{2}}"),
        [FindingKind.AnchorGoneFound] = new("{0} 的锚点 {1} 已不存在", $"别处可能有指向它的链接；其文字现在的锚点是 {{2}}，请保留原 id，或在 {File} 的 redirects 下加上 {{3}}"),
        [FindingKind.HeadingSkips] = new("“{1}”是第 {2} 级标题，却紧接第 {3} 级标题（{0}）", "请改为第 {4} 级标题"),
        [FindingKind.HeadingFirst] = new("“{1}”是页面的首个标题，却是第 {2} 级（{0}）", "请改为第 1 级标题"),
        [FindingKind.HeadingCount] = new("页面有 {1} 个第 1 级标题（{0}）", "每页应有且仅有一个，即页面标题"),
        [FindingKind.PictureSilent] = new("图片 {1} 没有替代文字（{0}）", "请在 alt 中写明图片内容；纯装饰图片写 alt=\"\""),
        [FindingKind.PictureSilenced] = new("图片 {1} 的替代文字不见了（{0}）", "原为“{2}”"),
        [FindingKind.DrawingSilent] = new("有一幅图形没有替代文字（{0}）", "请在其 title 中写明图形内容"),
        [FindingKind.LinkSilent] = new("指向 {1} 的链接没有文字（{0}）", "请写明其作用"),
        [FindingKind.ButtonSilent] = new("有一个按钮没有文字（{0}）", "请写明其作用"),
        [FindingKind.PageLanguage] = new("页面没有标明语言（{0}）", "请在首个元素上写明 lang"),
        [FindingKind.TextLanguage] = new("“{1}”的语言与所标明的不符（{0}）", "请在其所在的元素上写明 lang"),
    }.ToImmutableDictionary();
}

/// <summary>A sentence without a full stop, in which {0} stands for the first part of a finding.</summary>
public readonly record struct FindingSentence(string Pattern)
{
    public static implicit operator FindingSentence(string pattern) => new(pattern);

    /// <param name="print">Of a part.</param>
    /// <param name="escape">Of the words around it; null leaves them as they are.</param>
    public string Fill(ImmutableArray<FindingPart> parts, Func<FindingPart, string> print, Func<string, string>? escape = null)
    {
        var filled = new StringBuilder();
        for (var at = 0; at < Pattern.Length;)
        {
            var open = Pattern.IndexOf('{', at);
            var words = Pattern[at..(open < 0 ? Pattern.Length : open)];
            filled.Append(escape is null ? words : escape(words));
            if (open < 0) break;
            at = Pattern.IndexOf('}', open) + 1;
            filled.Append(print(parts[int.Parse(Pattern.AsSpan((open + 1)..(at - 1)), CultureInfo.InvariantCulture)]));
        }
        return filled.ToString();
    }
}
