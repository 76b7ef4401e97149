using System.Buffers;
using System.Collections.Immutable;
using System.Text;

using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace StaticSite.Markdown;

public enum MarkKind { Emphasis, Strong, FootnoteCall }

/// <summary>Mark-up over the UTF-16 code units [Start, Start + Length) of <see cref="RichText.Plain"/>.</summary>
/// <param name="Value">The marker of a footnote call, "1"; empty for the others.</param>
public sealed record Mark(MarkKind Kind, int Start, int Length, string Value);

/// <summary>The text of a provision, heading or footnote: plain characters, and the mark-up over them.</summary>
/// <remarks>The Markdown of records is a small part of the language, because UN texts are full of what Markdown takes for lists and links:
/// paragraphs with a blank line between, *emphasis*, **strong**, backslash escapes and footnote calls `[^1]`. Nothing else is mark-up.</remarks>
/// <param name="Plain">Paragraphs separated by one '\n'; a footnote call is one <see cref="Call"/>.</param>
/// <param name="Marks">Sorted by start, outer before inner.</param>
public sealed record RichText(string Plain, ImmutableArray<Mark> Marks)
{
    /// <summary>Stands for a footnote call in the plain text: U+FFFC, object replacement character.</summary>
    public const char Call = '\uFFFC';

    public static readonly RichText Empty = new("", []);

    private static readonly Markdig.MarkdownPipeline Pipeline = CreatePipeline();

    /// <summary>The marker of the footnote call at an offset of the plain text; null when there is none.</summary>
    public string? MarkerAt(int offset)
    {
        foreach (var mark in Marks)
            if (mark.Kind == MarkKind.FootnoteCall && mark.Start == offset) return mark.Value;
        return null;
    }

    /// <summary>Plain text without its footnote calls: the words alone.</summary>
    public static string WithoutCalls(string plain) =>
        plain.Contains(Call, StringComparison.Ordinal) ? plain.Replace(Call.ToString(), "", StringComparison.Ordinal) : plain;

    /// <summary>The plain text with each footnote call replaced by its marker, as a source prints it.</summary>
    public string Printed()
    {
        if (!Plain.Contains(Call, StringComparison.Ordinal)) return Plain;
        var printed = new StringBuilder(Plain.Length + 8);
        for (var i = 0; i < Plain.Length; i++)
        {
            if (Plain[i] == Call && MarkerAt(i) is { } marker) printed.Append(marker);
            else printed.Append(Plain[i]);
        }
        return printed.ToString();
    }

    /// <summary>The 0-based offset in the Markdown that <see cref="Parse"/> read which stands for an offset of the plain text.</summary>
    public int OffsetInMarkdown(string markdown, int plainOffset)
    {
        // The plain text is the Markdown with mark-up left out, so walking both in step finds the place.
        var source = 0;
        for (var plain = 0; source < markdown.Length; source++)
        {
            var call = plain < Plain.Length && Plain[plain] == Call && markdown[source] == '[';
            if (!call && (plain >= Plain.Length || markdown[source] != Plain[plain])) continue;
            if (plain == plainOffset) return source;
            if (call) source = Math.Max(source, markdown.IndexOf(']', source));
            plain++;
        }
        return markdown.Length;
    }

    /// <summary>Reads the Markdown of a record. Never fails: what is no mark-up is text.</summary>
    public static RichText Parse(string markdown)
    {
        if (Unmarked(markdown) is { } unmarked) return new(unmarked, []);
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        var flat = new Flattener();
        foreach (var block in document)
        {
            if (block is not LeafBlock { Inline: { } inlines }) continue;
            if (flat.Text.Length > 0) flat.Text.Append('\n');
            flat.Add(inlines);
        }
        return new(flat.Text.ToString(), [.. flat.Marks.OrderBy(m => m.Start).ThenByDescending(m => m.Length)]);
    }

    // What the parser looks at: mark-up, line breaks of other systems, and what it takes for a blank.
    private static readonly SearchValues<char> Marked = SearchValues.Create("\\*_[\0\t\r\u000B\u000C");

    // Nearly all passages are paragraphs without any mark-up: they need no parser. Null for others.
    private static string? Unmarked(string markdown)
    {
        if (markdown.Length == 0 || markdown[0] <= ' ' || markdown[^1] <= ' ' || markdown.AsSpan().ContainsAny(Marked)) return null;
        var first = markdown.IndexOf('\n', StringComparison.Ordinal);
        if (first < 0) return markdown;
        for (var at = first; at >= 0; at = markdown.IndexOf('\n', at + 2))
            if (markdown[at + 1] != '\n' || markdown[at + 2] <= ' ' || markdown[at - 1] <= ' ') return null;
        return markdown.Replace("\n\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>Plain text as Markdown that <see cref="Parse"/> reads back unchanged. A call in it must be written by the caller.</summary>
    public static string Escape(string plain)
    {
        var escaped = new StringBuilder(plain.Length + 8);
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] is '\\' or '*' or '_' || plain[i] == '[' && i + 1 < plain.Length && plain[i + 1] == '^') escaped.Append('\\');
            escaped.Append(plain[i]);
        }
        return escaped.ToString();
    }

    private static Markdig.MarkdownPipeline CreatePipeline()
    {
        var builder = new Markdig.MarkdownPipelineBuilder();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser());
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new FootnoteCallParser());
        builder.InlineParsers.Add(new EscapeInlineParser());
        builder.InlineParsers.Add(new EmphasisInlineParser());
        builder.InlineParsers.Add(new LineBreakInlineParser());
        Markdig.MarkdownExtensions.UseCjkFriendlyEmphasis(builder);
        return builder.Build();
    }

    private sealed class Flattener
    {
        public StringBuilder Text { get; } = new();
        public List<Mark> Marks { get; } = [];

        public void Add(ContainerInline container)
        {
            foreach (var inline in container) Add(inline);
        }

        private void Add(Inline inline)
        {
            switch (inline)
            {
                case FootnoteCall call:
                    Marks.Add(new(MarkKind.FootnoteCall, Text.Length, 1, call.Marker));
                    Text.Append(Call);
                    break;
                case LiteralInline literal:
                    Text.Append(literal.Content.AsSpan());
                    break;
                case LineBreakInline:
                    AppendSoftBreak();
                    break;
                case EmphasisInline emphasis:
                    var start = Text.Length;
                    Add((ContainerInline)emphasis);
                    Marks.Add(new(emphasis.DelimiterCount == 2 ? MarkKind.Strong : MarkKind.Emphasis, start, Text.Length - start, ""));
                    break;
                case ContainerInline other:
                    Add(other);
                    break;
            }
        }

        // A line break of the file is a blank in Latin text and nothing beside a Han character.
        private void AppendSoftBreak()
        {
            if (Text.Length > 0 && Text[^1] < '\u2E80') Text.Append(' ');
        }
    }
}

/// <summary>A footnote call, `[^1]`.</summary>
internal sealed class FootnoteCall(string marker) : LeafInline
{
    public string Marker { get; } = marker;
}

internal sealed class FootnoteCallParser : InlineParser
{
    public FootnoteCallParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref Markdig.Helpers.StringSlice slice)
    {
        var text = slice.AsSpan();
        if (text.Length < 4 || text[1] != '^') return false;
        var end = text.IndexOf(']');
        if (end is < 3 or > 12) return false;
        var marker = text[2..end];
        if (marker.IndexOfAny(" \n[^") >= 0) return false;
        processor.Inline = new FootnoteCall(marker.ToString());
        slice.Start += end + 1;
        return true;
    }
}
