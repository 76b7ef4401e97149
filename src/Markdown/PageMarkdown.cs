using System.Collections.Immutable;
using System.Text.RegularExpressions;

using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

using StaticSite.Diagnostics;

using SourceSpan = StaticSite.Diagnostics.SourceSpan;

namespace StaticSite.Markdown;

/// <param name="Headings">In the order of the text.</param>
/// <param name="Ids">Every id in the HTML.</param>
public sealed record PageHtml(string Html, ImmutableArray<PageHeading> Headings, ImmutableHashSet<string> Ids, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Words that the text does not have itself.</summary>
/// <param name="Callout">The title of a callout by its kind, "note".</param>
/// <param name="Footnotes">Heading of the footnotes.</param>
public sealed record PageWords(Func<string, string> Callout, string Footnotes);

/// <summary>The Markdown of whole pages, as HTML. Pure; never throws on any text.</summary>
/// <remarks>CommonMark with pipe tables, footnotes, definition lists, callouts (`> [!NOTE]`), ids of headings (`{#id}`) and the site's own
/// references (`[[target|words]]`). Emphasis works beside Han punctuation, a line break between Han characters is no blank. HTML is not:
/// it is shown as the characters that were typed; comments are left out.</remarks>
public static partial class PageMarkdown
{
    /// <summary>The kinds of callouts.</summary>
    public static readonly ImmutableArray<string> Callouts = ["note", "tip", "important", "warning", "caution"];

    /// <summary>Stands for a character that cannot be shown.</summary>
    internal const char Unshown = '\uFFFD';

    private const int MaxDepth = 64;

    private static readonly MarkdownPipeline Pipeline = CreatePipeline();

    /// <param name="start">Offset in the file where the Markdown begins.</param>
    public static PageHtml Render(SourceText file, int start, IPageLinks links, PageWords words)
    {
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var text = file.Text[start..];
        ReportForbidden();
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(text, Pipeline);
        }
        // The parser has no other way to say that its limit is reached.
        catch (ArgumentException)
        {
            return new("", [], [], [.. findings, new(MarkdownRules.TooDeep, new(file.Path, start, 0), "The text is nested too deep", $"nest lists and quotations at most {MaxDepth} deep")]);
        }
        PageTypography.JoinHanLines(document);
        var headings = PageHeadings.Read(document, Report, Place);
        var paragraphs = document.Descendants<ParagraphBlock>().Select(p => RunningText.Of(p, file.Path, start)).ToImmutableArray();
        ReportMissingFootnotes(paragraphs);
        var writer = new PageWriter(links, words, headings, TextLinks.Of(paragraphs, links), Report, Place);
        writer.Write(document);
        return new(writer.Html, [.. document.Descendants<HeadingBlock>().Select(h => headings[h])], writer.Ids, findings.DrainToImmutable());

        SourceSpan Place(Markdig.Syntax.SourceSpan span) => new(file.Path, start + span.Start, Math.Max(0, span.Length));

        void Report(Rule rule, SourceSpan span, string message, string hint) => findings.Add(new(rule, span, message, hint));

        // One for each run of them; the page shows the sign for what cannot be shown.
        void ReportForbidden()
        {
            var rest = text.AsSpan();
            while (rest.IndexOfAny(SourceText.Forbidden) is >= 0 and var at)
            {
                var length = rest[at..].IndexOfAnyExcept(SourceText.Forbidden);
                if (length < 0) length = rest.Length - at;
                Report(MarkdownRules.ControlCharacter, new(file.Path, file.Text.Length - rest.Length + at, length), $"{SourceText.NameOf(rest[at])} cannot stand in a page", "delete it");
                rest = rest[(at + length)..];
            }
            if (findings.Count > 0) text = string.Concat(text.Select(c => SourceText.Forbidden.Contains(c) ? Unshown : c));
        }

        void ReportMissingFootnotes(ImmutableArray<RunningText> texts)
        {
            foreach (var text in texts)
                foreach (Match call in FootnoteCall().Matches(text.Plain))
                    Report(MarkdownRules.MissingFootnote, text.SpanOf(call.Index, call.Length), $"There is no footnote {call.Value}", $"add a line \"{call.Value}: …\"");
        }
    }

    private static MarkdownPipeline CreatePipeline()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MaxDepth }
            .UsePreciseSourceLocation().UsePipeTables().UseFootnotes().UseDefinitionLists().UseAlertBlocks().UseCjkFriendlyEmphasis();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new PageReferenceParser());
        return builder.Build();
    }

    // What is left of a call in the text is no footnote.
    [GeneratedRegex(@"\[\^[^\]\s]{1,40}\]", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex FootnoteCall();
}
