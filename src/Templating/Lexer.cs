using System.Globalization;
using System.Numerics;
using System.Text;

using StaticSite.Diagnostics;

namespace StaticSite.Templating;

/// <summary>Source text to tokens. Never throws: what cannot be read is a finding, and reading goes on behind it.</summary>
internal sealed class Lexer(SourceText source)
{
    // Longest first, so that the first match is the right one.
    private static readonly string[] Signs =
    [
        "//=", "??=", "..<", "...", "&&", "||", "==", "!=", "<=", ">=", "<<", ">>", "??", "?!", "?.", "..", "++", "--", "+=", "-=", "*=", "/=", "%=", "//",
        "+", "-", "*", "/", "%", "<", ">", "!", "=", "?", ":", ",", ";", ".", "(", ")", "[", "]", "{", "}", "|", "@", "^", "&",
    ];

    private readonly string text = source.Text;
    private readonly List<Token> tokens = [];
    private readonly List<Diagnostic> findings = [];

    // What is open in the current code block: '{' an object, a quote the interpolated string whose code part is being read.
    private readonly Stack<char> open = new();
    private int at;

    public static (List<Token> Tokens, List<Diagnostic> Findings) Read(SourceText source)
    {
        var lexer = new Lexer(source);
        lexer.ReadAll();
        return (lexer.tokens, lexer.findings);
    }

    private void ReadAll()
    {
        var strip = '\0';
        while (at < text.Length)
        {
            strip = ReadText(strip, out var code);
            if (code) strip = ReadCode();
        }
        Add(TokenKind.End, text.Length, text.Length, null);
    }

    // Text up to the next code or escape block, and that block's opening; gives the strip sign that the block leaves for the text behind it.
    private char ReadText(char strip, out bool code)
    {
        var start = SkipStripped(strip);
        for (at = start; at < text.Length; at++)
        {
            if (text[at] != '{') continue;
            if (At(at + 1) == '{')
            {
                code = true;
                EnterCode(start);
                return '\0';
            }
            var percents = 0;
            while (At(at + 1 + percents) == '%') percents++;
            if (percents > 0 && At(at + 1 + percents) == '{')
            {
                code = false;
                return ReadEscape(start, percents);
            }
        }
        AddText(start, text.Length);
        code = false;
        return '\0';
    }

    private void EnterCode(int start)
    {
        var enter = at;
        at += 2;
        var end = StripBefore(start, enter);
        var stripped = at > enter + 2;
        AddText(start, end);
        Add(TokenKind.CodeEnter, enter, at, stripped ? null : Indentation(start, enter));
    }

    private char ReadEscape(int start, int percents)
    {
        var enter = at;
        at += percents + 2;
        AddText(start, StripBefore(start, enter));
        var closing = "}" + new string('%', percents) + "}";
        var end = text.IndexOf(closing, at, StringComparison.Ordinal);
        if (end < 0)
        {
            Report(enter, at - enter, "this escape block is never closed", $"write {closing} where it ends");
            AddText(at, text.Length);
            at = text.Length;
            return '\0';
        }
        var sign = end > at && text[end - 1] is '-' or '~' ? text[end - 1] : '\0';
        AddText(at, sign == '\0' ? end : end - 1);
        at = end + closing.Length;
        return sign;
    }

    // `{{-` removes all white space before it; `{{~` only blanks, back to the line break. Moves past the sign.
    private int StripBefore(int start, int end)
    {
        var sign = At(at);
        if (sign is not ('-' or '~')) return end;
        at++;
        while (end > start && (sign == '-' ? char.IsWhiteSpace(text[end - 1]) : text[end - 1] is ' ' or '\t')) end--;
        return end;
    }

    // `-}}` removes all white space behind it; `~}}` blanks and one line break.
    private int SkipStripped(char sign)
    {
        var start = at;
        if (sign == '-')
        {
            while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        }
        else if (sign == '~')
        {
            while (At(start) is ' ' or '\t') start++;
            if (At(start) == '\r' && At(start + 1) == '\n') start++;
            if (At(start) == '\n') start++;
        }
        return start;
    }

    private string? Indentation(int start, int enter)
    {
        var from = enter;
        while (from > start && text[from - 1] is ' ' or '\t') from--;
        return from < enter && (from == 0 || text[from - 1] == '\n') ? text[from..enter] : null;
    }

    private char ReadCode()
    {
        open.Clear();
        while (at < text.Length)
        {
            var spaced = false;
            while (at < text.Length && text[at] != '\n' && char.IsWhiteSpace(text[at]))
            {
                at++;
                spaced = true;
            }
            if (at >= text.Length) break;
            var start = at;
            var c = text[at];
            if (open.Count == 0 && (c == '}' && At(at + 1) == '}' || c is '-' or '~' && At(at + 1) == '}' && At(at + 2) == '}'))
            {
                at += c == '}' ? 2 : 3;
                Add(TokenKind.CodeExit, start, at, null);
                return c == '}' ? '\0' : c;
            }
            if (c == '}' && open.Count == 0 && !spaced && at > 0 && text[at - 1] == '}')
            {
                // `{{ {a: 1 }}`: the first of the two was taken for the end of the object.
                Report(start, 1, "a \"}\" is missing: one closes the object, two more the code block", "");
                Add(TokenKind.CodeExit, start, ++at, null);
                return '\0';
            }
            if (c == '\n') Add(TokenKind.NewLine, start, ++at, null);
            else if (c == '#') SkipComment();
            else if (c is '"' or '\'') ReadString(c, spaced);
            else if (c == '`') ReadVerbatim(spaced);
            else if (c == '$') ReadDollar(spaced);
            else if (char.IsAsciiDigit(c)) ReadNumber(spaced);
            else if (IsNameStart(c)) ReadName(spaced);
            else ReadSign(spaced);
        }
        Report(text.Length, 0, "the code block is not closed", "write }} where it ends");
        return '\0';
    }

    // `# …` to the end of the line, `## … ##` over lines; the end of the code block ends both.
    private void SkipComment()
    {
        var many = At(at + 1) == '#';
        at += many ? 2 : 1;
        for (; at < text.Length; at++)
        {
            if (!many && text[at] == '\n') return;
            if (many && text[at] == '#' && At(at + 1) == '#')
            {
                at += 2;
                return;
            }
            if (text[at] == '}' && At(at + 1) == '}')
            {
                if (text[at - 1] is '-' or '~') at--;
                return;
            }
        }
    }

    private void ReadString(char quote, bool spaced)
    {
        var start = at++;
        var value = new StringBuilder();
        while (at < text.Length && text[at] != quote) ReadCharacter(value);
        if (at >= text.Length) EndUnclosed(start, value);
        else at++;
        tokens.Add(new(TokenKind.String, start, at, value.ToString(), spaced));
    }

    // A string without an end would swallow the rest of the file: it ends with its code block or line instead.
    private void EndUnclosed(int start, StringBuilder value)
    {
        Report(start, 1, "this string is never closed", "");
        at = text.IndexOf('\n', start);
        if (at < 0) at = text.Length;
        var exit = text.AsSpan(start, at - start).IndexOf("}}");
        if (exit > 0) at = start + exit;
        open.Clear();
        value.Clear();
    }

    private void ReadVerbatim(bool spaced)
    {
        var start = at++;
        var value = new StringBuilder();
        while (at < text.Length)
        {
            if (text[at] != '`') value.Append(text[at++]);
            else if (At(at + 1) == '`')
            {
                value.Append('`');
                at += 2;
            }
            else break;
        }
        if (at >= text.Length) EndUnclosed(start, value);
        else at++;
        tokens.Add(new(TokenKind.String, start, at, value.ToString(), spaced));
    }

    private void ReadCharacter(StringBuilder value)
    {
        if (text[at] != '\\')
        {
            value.Append(text[at++]);
            return;
        }
        var start = at++;
        if (at >= text.Length) return;
        var c = text[at++];
        switch (c)
        {
            case 'n': value.Append('\n'); break;
            case 'r': value.Append('\r'); break;
            case 't': value.Append('\t'); break;
            case 'b': value.Append('\b'); break;
            case 'f': value.Append('\f'); break;
            case 'v': value.Append('\v'); break;
            case '0': value.Append('\0'); break;
            case '\n': break;
            case '\r' when At(at) == '\n': at++; break;
            case '\\' or '\'' or '"' or '{' or '}': value.Append(c); break;
            case 'u' when Hex(4) is { } unit: value.Append((char)unit); break;
            case 'x' when Hex(2) is { } unit: value.Append((char)unit); break;
            default:
                Report(start, 2, $"\\{c} is no escape sequence", "write \\\\ for a backslash");
                break;
        }
    }

    private int? Hex(int digits)
    {
        if (at + digits > text.Length || !int.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            return null;
        at += digits;
        return unit;
    }

    private void ReadDollar(bool spaced)
    {
        var start = at++;
        var next = At(at);
        if (next is '"' or '\'')
        {
            at++;
            tokens.Add(new(TokenKind.InterpolationStart, start, at, null, spaced));
            ReadInterpolation(next, start);
        }
        else if (next == '$')
        {
            at++;
            tokens.Add(new(TokenKind.Block, start, at, null, spaced));
        }
        else if (char.IsAsciiDigit(next))
        {
            while (char.IsAsciiDigit(At(at))) at++;
            var number = int.TryParse(text.AsSpan(start + 1, at - start - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : int.MaxValue;
            tokens.Add(new(TokenKind.LocalIndex, start, at, number, spaced));
        }
        else if (IsNameStart(next))
        {
            while (IsNamePart(At(at))) at++;
            tokens.Add(new(TokenKind.Local, start, at, Name(start + 1), spaced));
        }
        else tokens.Add(new(TokenKind.Arguments, start, at, null, spaced));
    }

    // The text of an interpolated string up to its next code part or its end.
    private void ReadInterpolation(char quote, int opening)
    {
        var start = at;
        var value = new StringBuilder();
        while (at < text.Length && text[at] != quote && text[at] != '{') ReadCharacter(value);
        if (value.Length > 0) tokens.Add(new(TokenKind.InterpolationText, start, at, value.ToString(), false));
        if (at >= text.Length)
        {
            EndUnclosed(opening, value);
            Add(TokenKind.InterpolationEnd, at, at, null);
        }
        else if (text[at] == quote)
        {
            Add(TokenKind.InterpolationEnd, at, at + 1, null);
            at++;
        }
        else
        {
            open.Push(quote);
            Add(TokenKind.InterpolationOpen, at, at + 1, null);
            at++;
        }
    }

    private void ReadNumber(bool spaced)
    {
        var start = at;
        object value;
        if (text[at] == '0' && At(at + 1) is 'x' or 'X' or 'b' or 'B') value = ReadRadix();
        else
        {
            SkipDigits();
            var real = false;
            if (At(at) == '.' && char.IsAsciiDigit(At(at + 1)))
            {
                real = true;
                at++;
                SkipDigits();
            }
            var exponent = at;
            if (At(at) is 'e' or 'E')
            {
                at++;
                if (At(at) is '+' or '-') at++;
                if (char.IsAsciiDigit(At(at)))
                {
                    real = true;
                    SkipDigits();
                }
                else at = exponent;
            }
            var digits = text[start..at].Replace("_", "", StringComparison.Ordinal);
            value = Number(digits, real);
        }
        if (IsNamePart(At(at)))
        {
            var bad = at;
            while (IsNamePart(At(at))) at++;
            Report(start, at - start, $"\"{text[start..at]}\" is no number", $"a number may end in f, d or m, not in \"{text[bad..at]}\"");
        }
        tokens.Add(new(TokenKind.Number, start, at, value, spaced));
    }

    private object Number(string digits, bool real)
    {
        switch (At(at))
        {
            case 'f' or 'F' when !IsNamePart(At(at + 1)):
                at++;
                return float.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
            case 'd' or 'D' when !IsNamePart(At(at + 1)):
                at++;
                return double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
            case 'm' or 'M' when !IsNamePart(At(at + 1)):
                at++;
                if (decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)) return exact;
                Report(at - digits.Length - 1, digits.Length + 1, $"{digits} is too large for a decimal number", "");
                return 0m;
        }
        if (real) return double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var small)) return small;
        if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var large)) return large;
        if (digits.Length <= 1000) return BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        Report(at - digits.Length, digits.Length, "this number has more than 1000 digits", "");
        return 0;
    }

    private object ReadRadix()
    {
        var start = at;
        var radix = At(at + 1) is 'x' or 'X' ? 16 : 2;
        at += 2;
        var value = BigInteger.Zero;
        var digits = 0;
        for (; at < text.Length && (text[at] == '_' || char.IsAsciiHexDigit(text[at]) && (radix == 16 || text[at] is '0' or '1')); at++)
        {
            if (text[at] == '_' || ++digits > 1000) continue;
            value = value * radix + Convert.ToInt32(text[at].ToString(), 16);
        }
        if (digits is 0 or > 1000) Report(start, at - start, digits == 0 ? "a number needs digits here" : "this number has more than 1000 digits", "");
        var bits = radix == 16 ? digits * 4 : digits;
        if (At(at) is 'u' or 'U')
        {
            at++;
            return value <= int.MaxValue ? (int)value : value <= long.MaxValue ? (long)value : value;
        }
        // Without u, a hexadecimal number of 32 or 64 bits is a signed one.
        if (bits <= 32 && value <= uint.MaxValue) return unchecked((int)(uint)value);
        if (bits <= 64 && value <= ulong.MaxValue) return unchecked((long)(ulong)value);
        return value;
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(At(at)) || At(at) == '_') at++;
    }

    private void ReadName(bool spaced)
    {
        var start = at;
        while (IsNamePart(At(at))) at++;
        // `.empty?` is the one member with a question mark.
        if (At(at) == '?' && at - start == 5 && text.AsSpan(start, 5).SequenceEqual("empty") && tokens.Count > 0 && (tokens[^1].Is(".") || tokens[^1].Is("?.")) && At(at + 1) is not ('.' or '?'))
            at++;
        tokens.Add(new(TokenKind.Identifier, start, at, Name(start), spaced));
    }

    private void ReadSign(bool spaced)
    {
        var start = at;
        foreach (var sign in Signs)
        {
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) != 0) continue;
            // `1 ?.5` is no member access.
            if (sign == "?." && char.IsAsciiDigit(At(at + 2))) continue;
            at += sign.Length;
            if (sign == "{") open.Push('{');
            else if (sign == "}" && open.Count > 0)
            {
                var opened = open.Pop();
                if (opened != '{')
                {
                    Add(TokenKind.InterpolationClose, start, at, null);
                    ReadInterpolation(opened, start);
                    return;
                }
            }
            tokens.Add(new(TokenKind.Sign, start, at, sign, spaced));
            return;
        }
        at += char.IsHighSurrogate(text[at]) && char.IsLowSurrogate(At(at + 1)) ? 2 : 1;
        Report(start, at - start, $"\"{text[start..at]}\" means nothing here", "text belongs in quotes");
    }

    private char At(int index) => index < text.Length ? text[index] : '\0';

    // Names come back as the same string each time, so that comparing two of them mostly compares references.
    private string Name(int start) => string.Intern(text[start..at]);

    private static bool IsNameStart(char c) => c == '_' || char.IsLetter(c);

    private static bool IsNamePart(char c) => c == '_' || char.IsLetterOrDigit(c);

    private void AddText(int start, int end)
    {
        if (end > start) Add(TokenKind.Text, start, end, text[start..end]);
    }

    private void Add(TokenKind kind, int start, int end, object? value) => tokens.Add(new(kind, start, end, value, false));

    private void Report(int start, int length, string message, string hint)
    {
        if (findings.Count >= Parser.MaxFindings) return;
        findings.Add(new(TemplateRules.Syntax, new(source.Path, start, length), message, hint));
    }
}
