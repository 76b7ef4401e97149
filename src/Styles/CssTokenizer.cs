using StaticSite.Diagnostics;

namespace StaticSite.Styles;

/// <summary>Text to tokens: CSS Syntax Module Level 3, section 4 (https://www.w3.org/TR/css-syntax-3/#tokenization). Never throws.</summary>
/// <remarks>Where the specification lets an error run on (a string to the end of its line, an address to the next parenthesis), the token ends before the next
/// ";" or "}", so that one mistake is one finding.</remarks>
internal ref partial struct CssTokenizer
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
