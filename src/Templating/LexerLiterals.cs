using System.Globalization;
using System.Numerics;
using System.Text;

namespace StaticSite.Templating;

internal sealed partial class Lexer
{
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
        Report(start, Math.Min(1, text.Length - start), "this string is never closed", "");
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
            // `1.5`, and `1.f` or `1.e3`; `1.x` is a member, `1..2` a range.
            if (At(at) == '.' && (char.IsAsciiDigit(At(at + 1)) || ExponentAt(at + 1) > 0 || At(at + 1) is 'f' or 'F' or 'd' or 'D' or 'm' or 'M' && !IsNamePart(At(at + 2))))
            {
                real = true;
                at++;
                SkipDigits();
            }
            if (ExponentAt(at) is > 0 and var end)
            {
                // `2e3` is a whole number, `2e-3` is not.
                real |= At(at + 1) == '-';
                at = end;
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

    // Where the exponent that starts here ends; 0 when none does.
    private int ExponentAt(int start)
    {
        if (At(start) is not ('e' or 'E')) return 0;
        var end = start + 1;
        if (At(end) is '+' or '-') end++;
        if (!char.IsAsciiDigit(At(end))) return 0;
        while (char.IsAsciiDigit(At(end)) || At(end) == '_') end++;
        return end;
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
        return Whole(digits);
    }

    private object Whole(string digits)
    {
        var parts = digits.Split('e', 'E');
        var zeros = 0;
        if (digits.Length <= 1000 && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out zeros)) && zeros <= 1000)
            return Numbers.Narrow(BigInteger.Parse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture) * BigInteger.Pow(10, zeros))!;
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
}
