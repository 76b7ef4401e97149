using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace StaticSite.Markdown;

/// <summary>Line breaks of the file between Han characters are no blanks.</summary>
internal static class PageTypography
{
    // Stands for what is set like Han text on one side of a break, whatever is on the other.
    private const char Wide = '\u3000';

    // The radicals: Han characters, their punctuation and full-width forms come after.
    private const char FirstHan = '\u2E80';

    public static void JoinHanLines(MarkdownDocument document)
    {
        foreach (var line in document.Descendants<LineBreakInline>().Where(l => !l.IsHard).ToList())
        {
            var (before, after) = (Last(line.PreviousSibling), First(line.NextSibling));
            // Quotation marks and dashes are set wide beside Han characters, narrow between Latin ones.
            if (IsWide(before) && IsWide(after) && (before >= FirstHan || after >= FirstHan)) line.Remove();
        }
    }

    private static bool IsWide(char c) => c >= FirstHan || c is '“' or '”' or '‘' or '’' or '…' or '—';

    private static char Last(Inline? inline) => inline switch
    {
        LiteralInline { Content.Length: > 0 } text => text.Content.AsSpan()[^1],
        LinkInline { IsImage: true } => ' ',
        PageReference or FootnoteLink => Wide,
        ContainerInline container => Last(container.LastChild),
        _ => ' ',
    };

    private static char First(Inline? inline) => inline switch
    {
        LiteralInline { Content.Length: > 0 } text => text.Content.AsSpan()[0],
        LinkInline { IsImage: true } => ' ',
        PageReference => Wide,
        ContainerInline container => First(container.FirstChild),
        _ => ' ',
    };
}
