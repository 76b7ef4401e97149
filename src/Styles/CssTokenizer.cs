using StaticSite.Diagnostics;

namespace StaticSite.Styles;

/// <summary>Text to tokens: CSS Syntax Module Level 3, section 4 (https://www.w3.org/TR/css-syntax-3/#tokenization). Never throws.</summary>
/// <remarks>Where the specification lets an error run on (a string to the end of its line, an address to the next parenthesis), the token ends before the next
/// ";" or "}", so that one mistake is one finding.</remarks>
internal ref struct CssTokenizer
{
    private readonly ReadOnlySpan<char> text;
    private readonly StyleFindings findings;
    // Arrays and no collections here and behind: those would be compiled anew, for these types, whenever the program starts.
    private CssToken[] tokens;
    private int count, at;

    private CssTokenizer(SourceText source, StyleFindings findings)
    {
        text = source.Text;
        this.findings = findings;
        tokens = new CssToken[text.Length / 4 + 16];
    }

    public static CssToken[] Read(SourceText source, StyleFindings findings)
    {
        var tokenizer = new CssTokenizer(source, findings);
        while (tokenizer.at < tokenizer.text.Length) tokenizer.Next();
        return tokenizer.Copy(tokenizer.count);
    }

    private readonly char this[int ahead] => at + ahead < text.Length ? text[at + ahead] : '\0';

    // 4.3.1: Consume a token.
    private void Next()
    {
        var start = at;
        var c = text[at];
        switch (c)
        {
            case ' ' or '\t' or '\n' or '\r' or '\f':
                at++;
                return;
            case '/' when this[1] == '*':
                Comment();
                return;
            case '/' when this[1] == '/' && BeginsItem():
                findings.Add(StyleRules.LineComment, at, 2, "CSS has no comments that begin with \"//\"", "write /* … */");
                SkipLine();
                return;
            case '"' or '\'':
                String(c);
                return;
            case '#' when IsName(this[1]) || IsEscape(at + 1):
                at++;
                Name();
                Add(CssKind.Hash, start);
                return;
            case '@' when BeginsIdent(at + 1):
                at++;
                Name();
                Add(CssKind.AtKeyword, start);
                return;
            case '<' when text[at..].StartsWith("<!--"):
                at += 4;
                Add(CssKind.HtmlComment, start);
                return;
            case '-' when text[at..].StartsWith("-->"):
                at += 3;
                Add(CssKind.HtmlComment, start);
                return;
        }
        if (BeginsNumber()) Number(start);
        else if (BeginsIdent(at)) IdentLike(start);
        else
        {
            at++;
            Add(Punctuation(c), start);
        }
    }

    private static CssKind Punctuation(char c) => c switch
    {
        ':' => CssKind.Colon,
        ';' => CssKind.Semicolon,
        ',' => CssKind.Comma,
        '{' => CssKind.OpenBrace,
        '}' => CssKind.CloseBrace,
        '(' => CssKind.OpenParen,
        ')' => CssKind.CloseParen,
        '[' => CssKind.OpenBracket,
        ']' => CssKind.CloseBracket,
        _ => CssKind.Delim,
    };

    private void Add(CssKind kind, int start)
    {
        if (count == tokens.Length) tokens = Copy(count * 2);
        tokens[count++] = new(kind, start, at);
    }

    private readonly CssToken[] Copy(int length)
    {
        var copy = new CssToken[length];
        Array.Copy(tokens, copy, count);
        return copy;
    }

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

    // Where a declaration or a rule begins: what stands before it on its line belongs to another.
    private readonly bool BeginsItem()
    {
        if (count == 0 || tokens[count - 1].Kind is CssKind.Semicolon or CssKind.OpenBrace or CssKind.CloseBrace) return true;
        return text[tokens[count - 1].End..at].IndexOf('\n') >= 0 && tokens[count - 1].Kind is not (CssKind.Colon or CssKind.Comma);
    }

    private void SkipLine()
    {
        var length = text[at..].IndexOf('\n');
        at = length < 0 ? text.Length : at + length;
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

    // 4.3.10, 4.3.12, 4.3.3: with its unit or per cent sign.
    private readonly bool BeginsNumber()
    {
        var i = this[0] is '+' or '-' ? 1 : 0;
        return char.IsAsciiDigit(this[i]) || this[i] == '.' && char.IsAsciiDigit(this[i + 1]);
    }

    private void Number(int start)
    {
        if (this[0] is '+' or '-') at++;
        Digits();
        if (this[0] == '.' && char.IsAsciiDigit(this[1]))
        {
            at++;
            Digits();
        }
        if (this[0] is 'e' or 'E' && (char.IsAsciiDigit(this[1]) || this[1] is '+' or '-' && char.IsAsciiDigit(this[2])))
        {
            at += 2;
            Digits();
        }
        if (this[0] == '%') at++;
        else if (BeginsIdent(at)) Name();
        Add(CssKind.Number, start);
    }

    private void Digits()
    {
        while (char.IsAsciiDigit(this[0])) at++;
    }

    // 4.3.11
    private void Name()
    {
        while (at < text.Length)
            if (IsName(text[at])) at++;
            else if (IsEscape(at)) Escape();
            else return;
    }

    // 4.3.7: up to six hexadecimal digits and one blank, or any character.
    private void Escape()
    {
        at++;
        if (!char.IsAsciiHexDigit(this[0]))
        {
            at++;
            return;
        }
        for (var digits = 0; digits < 6 && char.IsAsciiHexDigit(this[0]); digits++) at++;
        if (this[0] == '\r' && this[1] == '\n') at += 2;
        else if (this[0] is ' ' or '\t' or '\n' or '\r' or '\f') at++;
    }

    // 4.3.9
    private readonly bool BeginsIdent(int i)
    {
        if (i < text.Length && text[i] == '-')
        {
            if (i + 1 < text.Length && text[i + 1] == '-') return true;
            i++;
        }
        return i < text.Length && (IsName(text[i]) && !char.IsAsciiDigit(text[i]) && text[i] != '-' || IsEscape(i));
    }

    // 4.3.8
    private readonly bool IsEscape(int i) => i + 1 < text.Length && text[i] == '\\' && text[i + 1] is not ('\n' or '\r' or '\f');

    // 4.2: letters, digits, "-", "_", and whatever is beyond ASCII.
    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or >= '\u0080';
}
