namespace StaticSite.Styles;

/// <summary>What runs on until a mark ends it: comments, strings, addresses.</summary>
internal ref partial struct CssTokenizer
{
    // 4.3.2
    private void Comment()
    {
        var start = at;
        var length = text[(at + 2)..].IndexOf("*/");
        at = length < 0 ? text.Length : at + 2 + length + 2;
        // The comment before ran into this one.
        for (var inner = start + 2; ;)
        {
            var next = text[inner..at].IndexOf("/*");
            if (next < 0) break;
            inner += next;
            var before = text[start..inner].TrimEnd(" \t");
            if (before is [.., '\n'])
            {
                findings.Add(StyleRules.Unclosed, start, 2, "this comment is not closed before the next one", $"write */ before line {findings.LineOf(inner)}");
                return;
            }
            inner += 2;
        }
        if (length >= 0) return;
        findings.Add(StyleRules.Unclosed, start, 2, "this comment is never closed", "write */ at its end");
        findings.RestIsSwallowed = true;
    }

    // 4.3.5: a string ends on its line.
    private void String(char quote)
    {
        var start = at++;
        while (at < text.Length && text[at] != quote && text[at] is not ('\n' or '\r' or '\f'))
            at += text[at] == '\\' && at + 1 < text.Length ? text[at + 1] == '\r' && this[2] == '\n' ? 3 : 2 : 1;
        if (at < text.Length && text[at] == quote)
        {
            at++;
            Add(CssKind.String, start);
            return;
        }
        var end = at;
        Cut(start + 1);
        findings.Add(StyleRules.Unclosed, start, at - start, "this string is not closed on its line", $"write {quote} at its end, \\{quote} for one inside, \\a for a line break");
        // The author went on to the next line.
        var next = text[Math.Min(end + 1, text.Length)..];
        var stop = next.IndexOfAny("\n;{}:");
        if (stop >= 0) next = next[..stop];
        if (next.IndexOf(quote) is >= 0 and var length) at = end + 1 + length + 1;
        Add(CssKind.BadString, start);
    }

    // Back to the first of these marks that the broken token has swallowed.
    private void Cut(int from)
    {
        var length = text[from..at].IndexOfAny(';', '}');
        if (length >= 0) at = from + length;
        while (at > from && text[at - 1] is ' ' or '\t' or '\r') at--;
    }

    // 4.3.4, 4.3.6: a name, a function, or an address without quotes.
    private void IdentLike(int start)
    {
        Name();
        if (this[0] != '(')
        {
            Add(CssKind.Ident, start);
            return;
        }
        var isUrl = text[start..at].Equals("url", StringComparison.OrdinalIgnoreCase);
        at++;
        var rest = text[at..].TrimStart(" \t\r\n\f");
        if (!isUrl || rest is ['"' or '\'', ..])
        {
            Add(CssKind.Function, start);
            return;
        }
        at = text.Length - rest.Length;
        while (at < text.Length && text[at] is not (')' or '"' or '\'' or '(' or ' ' or '\t' or '\r' or '\n' or '\f') && text[at] >= ' ')
            if (IsEscape(at)) Escape();
            else at++;
        var end = text[at..].TrimStart(" \t\r\n\f");
        if (end is [')', ..])
        {
            at = text.Length - end.Length + 1;
            Add(CssKind.Url, start);
            return;
        }
        BadUrl(start);
    }

    // 4.3.14
    private void BadUrl(int start)
    {
        var line = text[at..];
        var end = line.IndexOfAny("\r\n\f");
        if (end >= 0) line = line[..end];
        var close = line.IndexOf(')');
        if (close >= 0)
        {
            at += close + 1;
            findings.Add(StyleRules.BadDeclaration, start, at - start, "an address with blanks, quotation marks or brackets in it", "put it in quotation marks: url(\"…\")");
        }
        else
        {
            at += line.Length;
            Cut(start + 4);
            findings.Add(StyleRules.Unclosed, start, 4, "this \"(\" is never closed", "write \")\" behind the address");
        }
        Add(CssKind.BadUrl, start);
    }
}
