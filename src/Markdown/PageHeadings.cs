using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

using Markdig.Syntax;
using Markdig.Syntax.Inlines;

using StaticSite.Diagnostics;

using SourceSpan = StaticSite.Diagnostics.SourceSpan;

namespace StaticSite.Markdown;

/// <param name="Level">2 to 6.</param>
/// <param name="Text">Without mark-up.</param>
public sealed record PageHeading(int Level, string Id, string Text);

/// <summary>Levels and ids of headings.</summary>
/// <remarks>The title of the page is its h1, so headings begin with "##". An id is what the author writes, `## 引用格式 {#citing}`, else it comes
/// from the Latin words. A heading in Han characters should have one written, the same in every language, so that a link survives translation
/// and a change of words; without it the words themselves are the id, and that is a finding.</remarks>
internal static partial class PageHeadings
{
    // Ids that the page around the text has.
    private static readonly ImmutableArray<string> Taken = ["main", "contents", "footnotes"];

    /// <returns>One for each heading of the document.</returns>
    public static Dictionary<HeadingBlock, PageHeading> Read(MarkdownDocument document, Action<Rule, SourceSpan, string, string> report, Func<Markdig.Syntax.SourceSpan, SourceSpan> place)
    {
        var headings = new Dictionary<HeadingBlock, PageHeading>();
        var ids = new HashSet<string>(Taken, StringComparer.Ordinal);
        var level = 1;
        foreach (var block in document.Descendants<HeadingBlock>())
        {
            var span = place(block.Span);
            var written = ReadId(block);
            var text = Plain(block);
            var next = Math.Clamp(block.Level, 2, level + 1);
            if (block.Level == 1)
                report(MarkdownRules.HeadingLevel, span, "The title of the page is its only heading of the first level", "begin the headings of the text with ##");
            else if (block.Level > next)
                report(MarkdownRules.HeadingLevel, span, $"A heading of level {block.Level} follows one of level {level}", $"write {new string('#', next)}");
            level = next;
            var id = written ?? Slug(text);
            if (written is null && HasHan(text))
                report(MarkdownRules.HeadingWithoutId, span, "The heading has no id that other languages can share", "add one at its end, the same in every language: {#name}");
            var unique = id;
            for (var n = 2; !ids.Add(unique); n++) unique = $"{id}-{n}";
            if (unique != id)
                report(MarkdownRules.DuplicateId, span, $"The id \"{id}\" is taken", "write another one at the end of the heading: {#name}");
            headings.Add(block, new(level, unique, text));
        }
        return headings;
    }

    // "## 引用格式 {#citing}": the id is cut off the heading.
    private static string? ReadId(HeadingBlock block)
    {
        if (block.Inline?.LastChild is not LiteralInline last) return null;
        var match = WrittenId().Match(last.Content.ToString());
        if (!match.Success) return null;
        last.Content.End -= match.Length;
        return match.Groups["id"].Value;
    }

    // "How to cite" -> "how-to-cite"; Han characters stay as they are.
    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c >= '\u2E80' && char.IsLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var id = slug.ToString().TrimEnd('-');
        return id.Length == 0 ? "section" : id;
    }

    private static bool HasHan(string text) => text.Any(c => c >= '\u2E80');

    private static string Plain(HeadingBlock block)
    {
        var text = new StringBuilder();
        foreach (var inline in block.Inline?.Descendants() ?? [])
        {
            if (inline is LiteralInline literal) text.Append(literal.Content.AsSpan());
            else if (inline is CodeInline code) text.Append(code.Content);
            else if (inline is HtmlEntityInline entity) text.Append(entity.Transcoded.AsSpan());
            else if (inline is PageReference reference) text.Append(reference.Words ?? reference.Target);
        }
        return text.ToString().Trim();
    }

    [GeneratedRegex(@"\s*\{#(?<id>[A-Za-z][A-Za-z0-9.-]*)\}\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex WrittenId();
}
