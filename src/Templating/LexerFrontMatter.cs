namespace StaticSite.Templating;

/// <remarks>Front matter: lines of code between two lines `+++` at the very start of the file.</remarks>
internal sealed partial class Lexer
{
    private const string Marker = "+++";

    private bool inFrontMatter;

    // Its code, as one code block; what follows the line of the second marker is the content.
    private void ReadFrontMatter()
    {
        if (AtMarker() is not { } code)
        {
            Report(0, 0, "front matter is expected here", "begin the file with a line +++");
            return;
        }
        Add(TokenKind.CodeEnter, 0, at = code, null);
        inFrontMatter = true;
        ReadCode();
        inFrontMatter = false;
    }

    // Where the next line begins when this one is a marker and nothing else but blanks behind it; null when it is none.
    private int? AtMarker()
    {
        if (at > 0 && text[at - 1] != '\n' || string.CompareOrdinal(text, at, Marker, 0, Marker.Length) != 0) return null;
        var end = at + Marker.Length;
        while (At(end) is ' ' or '\t') end++;
        if (At(end) == '\r' && At(end + 1) == '\n') end++;
        if (end == text.Length) return end;
        return text[end] == '\n' ? end + 1 : null;
    }
}
