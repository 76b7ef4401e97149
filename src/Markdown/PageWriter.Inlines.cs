using System.Globalization;

using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

using StaticSite.Diagnostics;

namespace StaticSite.Markdown;

internal sealed partial class PageWriter
{
    private void Write(ContainerInline? inlines)
    {
        foreach (var inline in inlines ?? []) Write(inline);
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal: WriteLiteral(literal); break;
            case CodeInline code: WriteCode(code); break;
            case EmphasisInline emphasis: WriteEmphasis(emphasis); break;
            case LineBreakInline line: html.Append(line.IsHard ? "<br>\n" : "\n"); break;
            case PageReference reference: WriteReference(reference); break;
            case FootnoteLink call: WriteCall(call); break;
            case LinkInline { IsImage: true } image: WriteImage(image); break;
            case LinkInline link: WriteLink(link); break;
            case AutolinkInline address: WriteAddress(address); break;
            case HtmlInline raw: WriteRaw(raw); break;
            case HtmlEntityInline entity: WriteEntity(entity); break;
            case ContainerInline other: Write(other); break;
        }
    }

    private void WriteLiteral(LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        var at = 0;
        foreach (var (start, end, link) in textLinks.In(literal))
        {
            Escape(text[at..start]);
            Open(link.Url, link.Class);
            Escape(text[start..end]);
            html.Append("</a>");
            at = end;
        }
        Escape(text[at..]);
    }

    private void WriteCode(CodeInline code)
    {
        html.Append("<code>");
        Escape(code.Content);
        html.Append("</code>");
    }

    private void WriteEmphasis(EmphasisInline emphasis)
    {
        var element = emphasis.DelimiterCount == 2 ? "strong" : "em";
        html.Append('<').Append(element).Append('>');
        Write((ContainerInline)emphasis);
        html.Append("</").Append(element).Append('>');
    }

    private void WriteReference(PageReference reference)
    {
        var link = links.Reference(reference.Target, place(reference.Span));
        if (link.Url is { } url) Open(url, link.Class, reference.Words is null ? link.Tag : null);
        Escape(reference.Words ?? link.Text);
        if (link.Url is not null) html.Append("</a>");
    }

    private void WriteCall(FootnoteLink call)
    {
        // The way back stands with the footnote.
        if (call.IsBackLink) return;
        var id = CallId(call);
        ids.Add(id);
        html.Append(CultureInfo.InvariantCulture, $"<sup class=\"call\" id=\"{id}\"><a href=\"#fn{call.Footnote.Order}\">{call.Footnote.Order}</a></sup>");
    }

    private void WriteLink(LinkInline link)
    {
        var url = links.Address(link.Url ?? "", place(link.Span));
        if (url is not null) Open(url, null, title: link.Title);
        Write((ContainerInline)link);
        if (url is not null) html.Append("</a>");
    }

    private void WriteAddress(AutolinkInline address)
    {
        var url = links.Address(address.IsEmail ? "mailto:" + address.Url : address.Url, place(address.Span));
        if (url is not null) Open(url, null);
        Escape(address.Url);
        if (url is not null) html.Append("</a>");
    }

    private void WriteImage(LinkInline image)
    {
        var span = place(image.Span);
        var alt = string.Concat(image.Descendants<LiteralInline>().Select(l => l.Content.ToString()));
        if (alt.Length == 0) report(MarkdownRules.MissingAlt, span, "The image has no words for those who do not see it", "write ![what it shows](…)");
        if (links.Image(image.Url ?? "", span) is not { } source)
        {
            Escape(alt);
            return;
        }
        html.Append("<img src=\"");
        Escape(source);
        html.Append("\" alt=\"");
        Escape(alt);
        html.Append("\">");
    }

    private void WriteRaw(HtmlInline raw)
    {
        if (raw.Tag.StartsWith("<!--", StringComparison.Ordinal)) return;
        if (!raw.Tag.StartsWith("</", StringComparison.Ordinal)) ReportRaw(raw.Span, raw.Tag);
        Escape(raw.Tag);
    }

    private void WriteEntity(HtmlEntityInline entity)
    {
        var text = entity.Transcoded.AsSpan();
        if (text.IndexOfAny(SourceText.Forbidden) is >= 0 and var at)
            report(MarkdownRules.ControlCharacter, place(entity.Span), $"{SourceText.NameOf(text[at])} cannot stand in a page", "delete it");
        Escape(text);
    }

    private void ReportRaw(Markdig.Syntax.SourceSpan span, string text)
    {
        var end = text.IndexOfAny(['\n', '\r']);
        report(MarkdownRules.RawHtml, place(span), $"HTML is shown as it is typed: {(end < 0 ? text : text[..end] + "…")}",
            "write Markdown; put what is meant to be seen between backticks");
    }

    private void Open(string url, string? @class, string? tag = null, string? title = null)
    {
        html.Append("<a");
        Attribute("class", @class);
        Attribute("href", url);
        Attribute("lang", tag);
        Attribute("title", string.IsNullOrEmpty(title) ? null : title);
        html.Append('>');

        void Attribute(string name, string? value)
        {
            if (value is null) return;
            html.Append(' ').Append(name).Append("=\"");
            Escape(value);
            html.Append('"');
        }
    }

    private void Escape(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': html.Append("&amp;"); break;
                case '<': html.Append("&lt;"); break;
                case '>': html.Append("&gt;"); break;
                case '"': html.Append("&quot;"); break;
                default: html.Append(SourceText.Forbidden.Contains(c) ? PageMarkdown.Unshown : c); break;
            }
        }
    }

    private void TrimBlank()
    {
        while (html[^1] == ' ') html.Length--;
    }
}
