using StaticSite.Text;

namespace StaticSite.Symbols;

/// <summary>The number of a resolution or decision without its organ, as running text gives it; which organ it is of, its surroundings say.</summary>
/// <param name="Number">"64/259", "S-13/2", "217", "1874".</param>
/// <param name="Part">"B"; null when none is named.</param>
/// <param name="Session">Roman session in brackets, "III", "LX", "S-IV"; null in newer forms.</param>
/// <param name="Year">Year in brackets, "2009"; null for all but the Security Council.</param>
/// <param name="Length">Code units of the normalized text that were read.</param>
internal readonly record struct ResolutionNumber(string Number, string? Part, string? Session, string? Year, int Length)
{
    /// <summary>The symbol under an organ: "A", "S", "E", "A/HRC"; series "RES" or "DEC".</summary>
    public DocumentSymbol Symbol(string organ, string series = "RES") =>
        DocumentSymbol.FromCanonical($"{organ}/{series}/{Number}{CanonicalTail(organ, Part, Session ?? Year)}");

    /// <summary>Reads at the start of normalized text; null when there is no such number. Sessions of one to three digits, so the caller must know
    /// that a resolution is meant: "24/7" has the same shape.</summary>
    public static ResolutionNumber? Read(ReadOnlySpan<char> text)
    {
        if (ReadCore(text, out var at) is not { } number) return null;
        var slash = number.Contains('/', StringComparison.Ordinal);
        var (part, session, read) = ReadTail(text[at..], bracketed: !slash);
        if (slash) return new(number, part, null, null, at + read);
        if (session is null) return null;
        var isYear = Ascii.IsDigit(session[0]);
        return new(number, part, isYear ? null : session, isYear ? session : null, at + read);
    }

    /// <summary>The number without part and bracket: "64/259", "S-13/2", "2010/1", or digits alone, "3411", which need their bracket.</summary>
    internal static string? ReadCore(ReadOnlySpan<char> text, out int read)
    {
        read = 0;
        var prefix = text.StartsWith("S-", StringComparison.Ordinal) ? 2 : text.StartsWith("ES-", StringComparison.Ordinal) ? 3 : 0;
        var first = Digits(text[prefix..]);
        if (first is 0 or > 4) return null;
        var at = prefix + first;
        var slash = At(text, at) == '/' ? at : At(text, at) == ' ' && At(text, at + 1) == '/' ? at + 1 : 0;
        if (slash == 0)
        {
            if (prefix > 0) return null;
            read = at;
            return text[..at].ToString();
        }
        // Extracted text may have blanks beside the slash: "66/ 257".
        var from = At(text, slash + 1) == ' ' ? slash + 2 : slash + 1;
        var second = Digits(text[from..]);
        if (second is 0 or > 4 || first == 4 && text[0] is not ('1' or '2')) return null;
        var end = from + second;
        // "12/10/2010" is a date, "64/259.5" a decimal.
        if (At(text, end) is '/' or '%' || At(text, end) == '.' && Ascii.IsDigit(At(text, end + 1))) return null;
        if (Ascii.IsLower(At(text, end))) return null;
        read = end;
        return string.Concat(text[..at], "/", text.Slice(from, second));
    }

    /// <summary>What follows a number: a part letter, and for old forms the session or year in brackets, in either order.</summary>
    internal static (string? Part, string? Session, int Read) ReadTail(ReadOnlySpan<char> text, bool bracketed)
    {
        var part = Letter(text, out var read);
        string? session = null;
        if (bracketed || part is null)
        {
            session = Bracket(text[read..], out var length);
            read += length;
            if (session is not null && part is null)
            {
                part = Letter(text[read..], out length);
                read += length;
            }
        }
        return (part, session, read);
    }

    internal static string CanonicalTail(string organ, string? part, string? session) =>
        (session is null ? "" : organ == "S" ? $" ({session})" : $"({session})") + (part is null ? "" : " " + part);

    // One capital letter that is no word and no start of one: " B", "B", "[B]".
    internal static string? Letter(ReadOnlySpan<char> text, out int read)
    {
        var at = At(text, 0) is ' ' ? 1 : 0;
        var square = At(text, at) == '[' && At(text, at + 2) == ']' ? 1 : 0;
        at += square;
        read = 0;
        if (!Ascii.IsUpper(At(text, at))) return null;
        var next = At(text, at + 1);
        if (Ascii.IsLetterOrDigit(next) || next is '/' or '\'' or '’' or '.' && Ascii.IsLetterOrDigit(At(text, at + 2))) return null;
        if (next == '-' && Ascii.IsLower(At(text, at + 2))) return null;
        read = at + 1 + square;
        return text.Slice(at, 1).ToString();
    }

    // "(III)", " (XXX)", "(S-IV)", "(2009)".
    internal static string? Bracket(ReadOnlySpan<char> text, out int read)
    {
        read = 0;
        var at = At(text, 0) is ' ' ? 1 : 0;
        if (At(text, at) != '(') return null;
        var from = at + 1;
        var close = text[from..Math.Min(text.Length, from + 12)].IndexOf(')');
        if (close < 1) return null;
        var inside = text.Slice(from, close).Trim(' ');
        var roman = inside.StartsWith("ES-", StringComparison.Ordinal) ? inside[3..] : inside.StartsWith("S-", StringComparison.Ordinal) ? inside[2..] : inside;
        var isYear = inside.Length == 4 && Digits(inside) == 4 && inside[0] is '1' or '2';
        if (!isYear && (roman.IsEmpty || roman.ContainsAnyExcept("IVXLC"))) return null;
        read = from + close + 1;
        return inside.ToString();
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static char At(ReadOnlySpan<char> text, int index) => index < text.Length ? text[index] : '\0';
}
