using System.Collections.Immutable;
using System.Globalization;
using System.Text;

using Markdig.Extensions.Alerts;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

using StaticSite.Diagnostics;

using SourceSpan = StaticSite.Diagnostics.SourceSpan;

namespace StaticSite.Markdown;

/// <summary>Writes a page: blocks here, what stands inside a line in the other part.</summary>
/// <remarks>Markdig's own writer would put style attributes, which the site's content policy forbids, and trust HTML; this one writes what the
/// style sheet knows and nothing else.</remarks>
internal sealed partial class PageWriter(
    IPageLinks links, PageWords words, Dictionary<HeadingBlock, PageHeading> headings, TextLinks textLinks,
    Action<Rule, SourceSpan, string, string> report, Func<Markdig.Syntax.SourceSpan, SourceSpan> place)
{
    private readonly StringBuilder html = new();
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    private int drawings;

    public string Html => html.ToString().TrimEnd('\n');

    public ImmutableHashSet<string> Ids => [.. ids];

    public void Write(ContainerBlock blocks)
    {
        foreach (var block in blocks) Write(block);
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading: WriteHeading(heading); break;
            // What is left of "[!NOTE]" when a list follows.
            case ParagraphBlock { Inline.FirstChild: null }: break;
            case ParagraphBlock { Inline: { FirstChild: PageReference { NextSibling: null, Words: null } alone } } when links.Drawing(alone.Target, drawings + 1) is { } drawing:
                drawings++;
                ids.UnionWith(drawing.Ids);
                html.Append(drawing.Html).Append('\n');
                break;
            case ParagraphBlock paragraph: WriteLine("p", paragraph); break;
            case ListBlock list: WriteList(list); break;
            case AlertBlock callout: WriteCallout(callout); break;
            case QuoteBlock quote: WriteAround("blockquote", quote); break;
            case CodeBlock code: WriteCode(code); break;
            case ThematicBreakBlock: html.Append("<hr>\n"); break;
            case HtmlBlock raw: WriteRaw(raw); break;
            case Table table: WriteTable(table); break;
            case DefinitionList list: WriteDefinitions(list); break;
            case FootnoteGroup notes: WriteFootnotes(notes); break;
            // Definitions of link targets are no text.
            case LinkReferenceDefinitionGroup: break;
            case ContainerBlock other: Write(other); break;
            case LeafBlock { Inline: not null } other: WriteLine("p", other); break;
        }
    }

    private void WriteHeading(HeadingBlock block)
    {
        var heading = headings[block];
        ids.Add(heading.Id);
        html.Append(CultureInfo.InvariantCulture, $"<h{heading.Level} id=\"");
        Escape(heading.Id);
        html.Append("\">");
        Write(block.Inline);
        TrimBlank();
        html.Append(CultureInfo.InvariantCulture, $"</h{heading.Level}>\n");
    }

    private void WriteLine(string element, LeafBlock block)
    {
        html.Append('<').Append(element).Append('>');
        Write(block.Inline);
        html.Append("</").Append(element).Append(">\n");
    }

    private void WriteAround(string element, ContainerBlock blocks)
    {
        html.Append('<').Append(element).Append(">\n");
        Write(blocks);
        html.Append("</").Append(element).Append(">\n");
    }

    private void WriteList(ListBlock list)
    {
        var element = list.IsOrdered ? "ol" : "ul";
        html.Append('<').Append(element);
        if (list.IsOrdered && list.OrderedStart is { } start && start != "1") html.Append(" start=\"").Append(start).Append('"');
        html.Append(">\n");
        foreach (var item in list.OfType<ListItemBlock>())
        {
            html.Append("<li>");
            WriteInside(item, isLoose: list.IsLoose);
            html.Append("</li>\n");
        }
        html.Append("</").Append(element).Append(">\n");
    }

    // Of a tight list the items are lines, not paragraphs.
    private void WriteInside(ContainerBlock item, bool isLoose)
    {
        for (var i = 0; i < item.Count; i++)
        {
            if (!isLoose && item[i] is ParagraphBlock line)
            {
                Write(line.Inline);
                if (i < item.Count - 1) html.Append('\n');
                continue;
            }
            if (i == 0) html.Append('\n');
            Write(item[i]);
        }
    }

    private void WriteCallout(AlertBlock callout)
    {
        var written = callout.Kind.ToString();
        var kind = written.ToLowerInvariant();
        if (!PageMarkdown.Callouts.Contains(kind))
        {
            var kinds = string.Join(", ", PageMarkdown.Callouts.Select(k => k.ToUpperInvariant()));
            report(MarkdownRules.UnknownCallout, place(callout.Span), $"[!{written}] is no kind of callout", $"write one of: {kinds}");
            kind = PageMarkdown.Callouts[0];
        }
        html.Append("<div class=\"callout ").Append(kind).Append("\" role=\"note\">\n<p class=\"callout-title\">");
        Escape(words.Callout(kind));
        html.Append("</p>\n");
        Write((ContainerBlock)callout);
        html.Append("</div>\n");
    }

    private void WriteCode(CodeBlock code)
    {
        html.Append("<pre><code>");
        for (var i = 0; i < code.Lines.Count; i++)
        {
            Escape(code.Lines.Lines[i].Slice.AsSpan());
            html.Append('\n');
        }
        if (html[^1] == '\n') html.Length--;
        html.Append("</code></pre>\n");
    }

    private void WriteRaw(HtmlBlock raw)
    {
        var text = raw.Lines.ToString().Trim();
        if (raw.Type == HtmlBlockType.Comment && text.EndsWith("-->", StringComparison.Ordinal)) return;
        ReportRaw(raw.Span, text);
        html.Append("<p>");
        Escape(text);
        html.Append("</p>\n");
    }

    private void WriteTable(Table table)
    {
        html.Append("<table>\n");
        var isHead = false;
        foreach (var row in table.OfType<TableRow>())
        {
            if (row.IsHeader != isHead || row == table[0])
            {
                if (row != table[0]) html.Append(isHead ? "</thead>\n" : "</tbody>\n");
                isHead = row.IsHeader;
                html.Append(isHead ? "<thead>\n" : "<tbody>\n");
            }
            html.Append("<tr>\n");
            for (var i = 0; i < row.Count; i++)
            {
                var cell = (TableCell)row[i];
                html.Append(isHead ? "<th scope=\"col\"" : "<td").Append(AlignmentOf(table, i)).Append('>');
                WriteInside(cell, isLoose: false);
                html.Append(isHead ? "</th>\n" : "</td>\n");
            }
            html.Append("</tr>\n");
        }
        html.Append(isHead ? "</thead>\n" : "</tbody>\n").Append("</table>\n");
    }

    private static string AlignmentOf(Table table, int column) =>
        column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment switch
        {
            TableColumnAlign.Right => " class=\"figure\"",
            TableColumnAlign.Center => " class=\"centred\"",
            _ => "",
        } : "";

    private void WriteDefinitions(DefinitionList list)
    {
        html.Append("<dl>\n");
        foreach (var item in list.OfType<DefinitionItem>())
        {
            foreach (var term in item.OfType<DefinitionTerm>()) WriteLine("dt", term);
            var meanings = item.Where(b => b is not DefinitionTerm).ToList();
            html.Append("<dd>");
            if (meanings is [ParagraphBlock only]) Write(only.Inline);
            else
            {
                html.Append('\n');
                foreach (var meaning in meanings) Write(meaning);
            }
            html.Append("</dd>\n");
        }
        html.Append("</dl>\n");
    }

    private void WriteFootnotes(FootnoteGroup notes)
    {
        ids.Add("footnotes");
        html.Append("<section class=\"footnotes\" aria-labelledby=\"footnotes\">\n<h2 id=\"footnotes\">");
        Escape(words.Footnotes);
        html.Append("</h2>\n<ol class=\"notes-list\">\n");
        foreach (var note in notes.OfType<Footnote>())
        {
            ids.Add($"fn{note.Order}");
            html.Append(CultureInfo.InvariantCulture, $"<li id=\"fn{note.Order}\">\n<span class=\"marker\">{note.Order}</span>\n<div class=\"words\">\n");
            Write((ContainerBlock)note);
            html.Append("<p class=\"back\">\n");
            foreach (var call in note.Links.Where(l => !l.IsBackLink))
                html.Append(CultureInfo.InvariantCulture, $"<a href=\"#{CallId(call)}\">").Append(note.Order).Append("</a>\n");
            html.Append("</p>\n</div>\n</li>\n");
        }
        html.Append("</ol>\n</section>\n");
    }

    private static string CallId(FootnoteLink call)
    {
        var calls = call.Footnote.Links.Where(l => !l.IsBackLink).ToList();
        var number = calls.IndexOf(call) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"call-{call.Footnote.Order}{(number > 1 ? $"-{number}" : "")}");
    }
}
