using System.Globalization;

using StaticSite.Graph;
using StaticSite.Records;

namespace StaticSite.Exports;

/// <summary>The content of a provision in Akoma Ntoso: paragraphs, sub-items as lists, unnumbered blocks.</summary>
internal sealed class AkomaNtosoParts(Document document, AkomaNtosoXml xml, AkomaNtosoText text)
{
    private readonly Stack<int> open = new();
    private string provision = "";
    private int lists;

    /// <summary>The blocks of the provision; an empty `p` where no language holds it.</summary>
    public void Write(LinkedText? reading, string id)
    {
        if (reading?.TextOf(id) is not { Plain: { Length: > 0 } plain })
        {
            xml.Empty("p");
            return;
        }
        (provision, lists) = (id, 0);
        var block = -1;
        foreach (var part in ProvisionText.Parts(id, plain))
        {
            // A block is one paragraph of the provision, with what is listed in it.
            if (block >= 0 && part.Paragraph != block)
            {
                CloseLists(0);
                xml.Close();
                block = -1;
            }
            if (part.Kind == ProvisionPartKind.Item)
            {
                WriteItem(reading, plain, part);
                continue;
            }
            CloseLists(0);
            if (part.Kind == ProvisionPartKind.Block && block < 0)
            {
                xml.Open("tblock", ("eId", AkomaNtosoNames.Id(document, part.Id)));
                block = part.Paragraph;
            }
            xml.Line("p", () => text.Inline(reading, id, part.Start, part.Start + part.Length));
        }
        CloseLists(0);
        if (block >= 0) xml.Close();
    }

    private void WriteItem(LinkedText reading, string plain, ProvisionPart part)
    {
        CloseLists(part.Depth);
        if (open.Count > 0 && open.Peek() == part.Depth)
        {
            xml.Close();
            if (IsFirst(part.Id))
            {
                xml.Close();
                open.Pop();
            }
        }
        if (open.Count == 0 || open.Peek() != part.Depth)
        {
            lists++;
            xml.Open("blockList", ("eId", string.Create(CultureInfo.InvariantCulture, $"{AkomaNtosoNames.Id(document, provision)}__list_{lists}")));
            open.Push(part.Depth);
        }
        var label = LabelEnd(plain, part.Start);
        var from = label;
        while (from < part.Start + part.Length && char.IsWhiteSpace(plain[from])) from++;
        xml.Open("item", ("eId", AkomaNtosoNames.Id(document, part.Id)));
        xml.Line("num", () => xml.Text(plain.AsSpan(part.Start, label - part.Start)));
        xml.Line("p", () => text.Inline(reading, provision, from, part.Start + part.Length));
    }

    // Lists that are deeper than an item of this depth end before it.
    private void CloseLists(int depth)
    {
        while (open.Count > 0 && open.Peek() > depth)
        {
            xml.Close();
            xml.Close();
            open.Pop();
        }
    }

    // "(a)" and "(i)" begin a list, and so does "(a)-2", the first item of the second one.
    private static bool IsFirst(string id) => id.AsSpan(id.LastIndexOf('(') + 1) is var last && (last.StartsWith("a)") || last.StartsWith("i)")) && !IsNinth(id);

    // "(i)" after "(h)" goes on in letters: it stands directly below its provision, where a list in Roman numerals stands alone.
    private static bool IsNinth(string id) => id.EndsWith("(i)", StringComparison.Ordinal) && id.IndexOf('(', StringComparison.Ordinal) == id.Length - 3;

    // "(a)" or "（a）"; a label of one character is "㈠".
    private static int LabelEnd(string plain, int at)
    {
        if (plain[at] is not ('(' or '（')) return at + 1;
        var close = plain.AsSpan(at).IndexOfAny(')', '）');
        return close < 0 ? at + 1 : at + close + 1;
    }
}
