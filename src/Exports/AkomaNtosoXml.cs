using System.Text;
using System.Xml;

namespace StaticSite.Exports;

/// <summary>Writes Akoma Ntoso with one element a line where that does not change meaning: elements that hold elements only stand on lines of their
/// own, and what holds text is one line.</summary>
internal sealed class AkomaNtosoXml(XmlWriter xml)
{
    public const string Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    private int depth;

    /// <summary>Begins an element that holds elements, or nothing.</summary>
    public void Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        NewLine();
        Start(name, attributes);
        depth++;
    }

    public void Close()
    {
        depth--;
        NewLine();
        End();
    }

    /// <summary>An element without content.</summary>
    public void Empty(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        NewLine();
        Start(name, attributes);
        End();
    }

    /// <summary>An element that holds text, on its line.</summary>
    public void Line(string name, Action content, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        NewLine();
        Start(name, attributes);
        content();
        End();
    }

    /// <summary>Begins an element inside text.</summary>
    /// <param name="attributes">Those whose value is null are left out; "lang" is xml:lang.</param>
    public void Start(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var (key, value) in attributes)
        {
            if (value is null) continue;
            if (key == "lang") xml.WriteAttributeString("xml", "lang", null, Clean(value));
            else xml.WriteAttributeString(key, Clean(value));
        }
    }

    public void End() => xml.WriteEndElement();

    public void Text(ReadOnlySpan<char> text) => xml.WriteString(Clean(text));

    /// <summary>An element of this site's own vocabulary, with text.</summary>
    public void Own(string name, string space, string text)
    {
        NewLine();
        xml.WriteElementString(name, space, Clean(text));
    }

    private void NewLine() => xml.WriteWhitespace("\n" + new string(' ', depth * 2));

    // XML has no place for some control characters; whoever writes them in a record has meant nothing by it.
    internal static string Clean(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }
        return clean.ToString();
    }
}
