using System.Collections.Immutable;
using System.Text;

using StaticSite.Citations;
using StaticSite.Markdown;
using StaticSite.Symbols;

namespace StaticSite.Tests.Citations;

/// <summary>Passages and the citations that are expected in them, one file a theme, in Cases/en and Cases/zh.</summary>
/// <remarks>A case starts with "== what it shows" and is one document. Below it each line is a passage; "[1]: …" is footnote 1.
/// Indented under a passage stands each citation that is expected in it, "words => kind document; places"; nothing indented means none.
/// "document: A/HRC/16/1" under the title says whose text it is; otherwise it is A/70/1.
/// Marks that cannot be seen are written &lt;nbsp&gt;, &lt;shy&gt;, &lt;lrm&gt;.</remarks>
public sealed class CaseTests
{
    private static readonly (string Name, string Mark)[] Marks = [("<nbsp>", "\u00A0"), ("<shy>", "\u00AD"), ("<lrm>", "\u200E"), ("<zwsp>", "\u200B")];

    public static TheoryData<string> Files() => TestFiles.Cases("Citations/Cases", "*.txt");

    [Theory, MemberData(nameof(Files))]
    public void Citations_are_those_written_under_the_passages(string path)
    {
        var language = path.Split('/')[^2];
        var printed = new StringBuilder();
        foreach (var block in TestFiles.Read(path).TrimEnd('\n').Split("\n\n")) printed.Append(Read(language, block)).Append("\n\n");
        TestFiles.Match(path, printed.ToString().TrimEnd('\n') + "\n");
    }

    private static string Read(string language, string block)
    {
        if (block[0] == '#') return block;
        var lines = block.Split('\n').Where(l => l.Length > 0 && l[0] != ' ').ToList();
        var self = DocumentSymbol.FromCanonical("A/70/1");
        var passages = ImmutableArray.CreateBuilder<Passage>();
        foreach (var line in lines)
        {
            if (line.StartsWith("document: ", StringComparison.Ordinal)) Assert.True(SymbolParser.TryParse(line[10..], out self));
            else if (!line.StartsWith("==", StringComparison.Ordinal)) passages.Add(ToPassage(line));
        }
        var found = CitationReader.Read(new(self, language, passages.ToImmutable()));
        var printed = new StringBuilder();
        var next = 0;
        foreach (var line in lines)
        {
            printed.Append(line).Append('\n');
            if (line.StartsWith("==", StringComparison.Ordinal) || line.StartsWith("document: ", StringComparison.Ordinal)) continue;
            var (passage, citations) = found[next++];
            foreach (var citation in citations)
                printed.Append("    ").Append(Named(CitationNotation.Words(passage, citation.Span))).Append(" => ").Append(CitationNotation.Print(citation)).Append('\n');
        }
        return printed.ToString().TrimEnd('\n');
    }

    private static Passage ToPassage(string line)
    {
        var marker = line[0] == '[' && line.IndexOf("]: ", StringComparison.Ordinal) is > 0 and < 6 and var end ? line[1..end] : null;
        var text = marker is null ? line : line[(marker.Length + 4)..];
        foreach (var (name, mark) in Marks) text = text.Replace(name, mark, StringComparison.Ordinal);
        return new(marker is null ? "p" : "fn" + marker, RichText.Parse(WithCalls(text)), marker);
    }

    // "[1]" in the text is a call: Markdown writes it [^1].
    private static string WithCalls(string text)
    {
        var written = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            written.Append(text[i]);
            if (text[i] == '[' && i + 2 < text.Length && char.IsAsciiDigit(text[i + 1]) && text.IndexOf(']', i) is > 0 and var end && end - i <= 3) written.Append('^');
        }
        return written.ToString();
    }

    private static string Named(string words)
    {
        foreach (var (name, mark) in Marks) words = words.Replace(mark, name, StringComparison.Ordinal);
        return words;
    }
}
