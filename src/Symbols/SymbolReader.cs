using StaticSite.Text;

namespace StaticSite.Symbols;

/// <summary>The grammar of <see cref="SymbolParser"/> for symbols that start with a letter, on normalized text.</summary>
/// <param name="buffer">Lent for the canonical symbol, which may become somewhat longer than the text: "(第一卷)" is "(Vol.I)".</param>
internal ref struct SymbolReader(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>By so much at most.</summary>
    public const int Longer = 64;

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> buffer = buffer;
    private int at;

    // Of the canonical symbol so far.
    private int written;

    /// <summary>The canonical symbol at the start of the text; null when there is none.</summary>
    public string? Read(out int length)
    {
        length = 0;
        // Words that are no symbol are met far more often than symbols are.
        if (!ReadOrgan()) return null;
        var organ = text[..at];
        Append(organ);

        // The symbol ends behind the last segment that may end it.
        var (endOfText, endOfCanonical) = (0, 0);
        var segments = 0;
        while (ReadSegment(organ, segments == 0, out var mayEnd))
        {
            segments++;
            if (mayEnd) (endOfText, endOfCanonical) = (at, written);
        }
        if (endOfText == 0) return null;
        // Capitals, a slash and one number are many things (AS/400, A/1); as a symbol that is an old form of few organs: A/520, E/5715, TD/500.
        if (segments == 1 && Ascii.IsDigit(Canonical[organ.Length + 1])
            && (endOfCanonical - organ.Length < 4 || organ is not ("A" or "S" or "E" or "T" or "TD" or "DP" or "CD"))) return null;
        at = endOfText;
        written = endOfCanonical;
        if (IsResolution(Canonical))
        {
            ReadResolutionTail();
        }
        else if (ReadParenthesis())
        {
            while (ReadSegment(organ, first: false, out var mayEnd) && mayEnd) (endOfText, endOfCanonical) = (at, written);
            if (endOfText > at || written > endOfCanonical && Canonical[^1] != ')') (at, written) = (endOfText, endOfCanonical);
        }
        length = at;
        return Canonical.ToString();
    }

    private readonly ReadOnlySpan<char> Canonical => buffer[..written];

    private void Append(char c) => buffer[written++] = c;

    private void Append(ReadOnlySpan<char> letters)
    {
        letters.CopyTo(buffer[written..]);
        written += letters.Length;
    }

    private readonly char Peek(int ahead = 0) => at + ahead < text.Length ? text[at + ahead] : '\0';

    // An organ is followed by its slash; known one-letter organs, or two to eight capitals, with a hyphen in names such as ICC-ASP.
    private bool ReadOrgan()
    {
        var end = 0;
        while (end < text.Length && (Ascii.IsUpper(text[end]) || text[end] == '-' && end >= 2)) end++;
        if (end is 0 or > 9 || end >= text.Length || text[end] != '/' || text[end - 1] == '-') return false;
        if (end == 1 && text[0] is not ('A' or 'S' or 'E' or 'T')) return false;
        if (end == 2 && text[..2] is not ("ST" or "DP" or "TD" or "HS" or "CD" or "GC" or "LC" or "EB" or "IC" or "PC" or "ID" or "CF" or "BC")) return false;
        at = end;
        return true;
    }

    /// <param name="mayEnd">Whether a symbol may end behind this segment.</param>
    private bool ReadSegment(ReadOnlySpan<char> organ, bool first, out bool mayEnd)
    {
        mayEnd = false;
        var start = at;
        if (Peek() != '/') return false;
        at++;
        // Extracted text may have a blank behind the slash: "A/67/ 714".
        if (Peek() == ' ' && Ascii.IsDigit(Peek(1)) && !(first && organ.Length == 1)) at++;
        var length = written;
        Append('/');
        if (ReadNumber() || ReadSession() || ReadDotted() || ReadWord(organ, first))
        {
            mayEnd = Canonical[^1] is >= '0' and <= '9' || Canonical[^1] == 'y' || EndsDotted(Canonical) || Ascii.IsDigit(Canonical[^2]);
            return true;
        }
        at = start;
        written = length;
        return false;
    }

    private static bool EndsDotted(ReadOnlySpan<char> canonical)
    {
        for (var i = canonical.Length - 1; i > 0 && canonical[i] != '/'; i--)
            if (canonical[i] == '.') return true;
        return false;
    }

    // "67", "776", "2010", and with a letter stuck to it "232B" in resolutions only (read later).
    private bool ReadNumber()
    {
        var digits = Digits(at);
        if (digits is 0 or > 5) return false;
        var next = Peek(digits);
        if (Ascii.IsLower(next) || Ascii.IsUpper(next) && Ascii.IsLetterOrDigit(Peek(digits + 1))) return false;
        Append(text.Slice(at, digits));
        at += digits;
        return true;
    }

    // "S-13", "ES-8", "S-XXIII".
    private bool ReadSession()
    {
        var prefix = Peek() == 'S' ? 1 : Peek() == 'E' && Peek(1) == 'S' ? 2 : 0;
        if (prefix == 0 || Peek(prefix) != '-') return false;
        var length = Digits(at + prefix + 1);
        if (length == 0) length = Romans(at + prefix + 1);
        if (length == 0) return false;
        Append(text.Slice(at, prefix + 1 + length));
        at += prefix + 1 + length;
        return true;
    }

    // "C.5", "Add.1", "CONF.62", "SER.A", "C.I"; a blank behind the full stop of a suffix is dropped: "Add. 1".
    private bool ReadDotted()
    {
        var letters = 0;
        while (letters <= 8 && Ascii.IsLetter(Peek(letters))) letters++;
        if (letters is 0 or > 8 || Peek(letters) != '.' || !Ascii.IsUpper(Peek())) return false;
        var blank = Peek(letters + 1) == ' ' && IsSuffix(text.Slice(at, letters)) ? 1 : 0;
        var from = at + letters + 1 + blank;
        var length = Digits(from);
        if (length == 0 && blank == 0) length = Romans(from);
        if (length == 0 && blank == 0 && from < text.Length && Ascii.IsUpper(text[from])) length = 1;
        if (length is 0 or > 5 || from + length < text.Length && Ascii.IsLower(text[from + length])) return false;
        Append(text.Slice(at, letters + 1));
        Append(text.Slice(from, length));
        at = from + length;
        return true;
    }

    internal static bool IsSuffix(ReadOnlySpan<char> word) => word is "Add" or "Amend" or "Corr" or "Rev";

    // "RES", "HRC", "INF", "BRA", "Summary"; never the last one, but for "Summary".
    private bool ReadWord(ReadOnlySpan<char> organ, bool first)
    {
        if (text[at..].StartsWith("Summary", StringComparison.Ordinal) && !Ascii.IsLetter(Peek(7)))
        {
            Append("Summary");
            at += 7;
            return true;
        }
        var letters = 0;
        while (letters <= 8 && Ascii.IsUpper(Peek(letters))) letters++;
        if (letters is 0 or > 8 || Peek(letters) is not ('/' or '(')) return false;
        // Capitals with slashes are many things; in a one-letter organ the first word is one of its own series.
        if (first && organ.Length == 1 && letters < 2) return false;
        Append(text.Slice(at, letters));
        at += letters;
        return true;
    }

    private readonly int Digits(int from)
    {
        var end = from;
        while (end < text.Length && Ascii.IsDigit(text[end])) end++;
        return end - from;
    }

    private readonly int Romans(int from)
    {
        var end = from;
        while (end < text.Length && text[end] is 'I' or 'V' or 'X' or 'L' or 'C') end++;
        return end < text.Length && Ascii.IsLetterOrDigit(text[end]) ? 0 : end - from;
    }

    private static bool IsResolution(ReadOnlySpan<char> symbol)
    {
        return (symbol.Contains("/RES/", StringComparison.Ordinal) || symbol.StartsWith("A/DEC/", StringComparison.Ordinal)) && !symbol.Contains("/L.", StringComparison.Ordinal);
    }

    // Behind a resolution: "A/RES/66/232 B", "A/RES/217 (III)", "A/RES/3411 A (XXX)", "S/RES/1874 (2009)", "A/RES/217(III)[A]".
    private void ReadResolutionTail()
    {
        var symbol = Canonical;
        var slash = symbol.LastIndexOf('/');
        if (!Ascii.IsDigit(symbol[^1])) return;
        var (part, session, read) = ResolutionNumber.ReadTail(text[at..], symbol[slash - 1] == 'S');
        at += read;
        Append(ResolutionNumber.CanonicalTail(symbol.StartsWith("S/", StringComparison.Ordinal) ? "S" : "A", part, session));
    }

    // " (Vol. II)", "(Sect.3)", "(Part I)", "(Introduction)", "(Income sect. 1)".
    private bool ReadParenthesis()
    {
        var blank = Peek() == ' ' ? 1 : 0;
        if (Peek(blank) != '(') return false;
        var from = at + blank + 1;
        var close = text[from..Math.Min(text.Length, from + 40)].IndexOf(')');
        if (close < 0) return false;
        var inside = text.Slice(from, close).Trim(' ');
        if (Han(inside) is { } translated)
        {
            Append('(');
            Append(translated);
            Append(')');
            at = from + close + 1;
            return true;
        }
        if (!IsParenthesis(inside)) return false;
        Append('(');
        for (var i = 0; i < inside.Length; i++)
            if (inside[i] != ' ' || i > 0 && inside[i - 1] != '.') Append(inside[i]);
        Append(')');
        at = from + close + 1;
        return true;
    }

    // Symbols are the same in all languages; some Chinese texts translate what stands in brackets: "A/67/5(第一卷)".
    private static string? Han(ReadOnlySpan<char> inside)
    {
        if (inside is "导言") return "Introduction";
        if (inside is not ['第', .., _, _]) return null;
        var (unit, kind) = inside[^1] == '卷' ? (1, "Vol.") : inside[^1] == '款' ? (1, "Sect.") : inside.EndsWith("部分", StringComparison.Ordinal) ? (2, "Part ") : (0, "");
        if (unit == 0) return null;
        var number = inside[1..^unit].Trim(' ');
        if (HanNumber.Parse(number) is { } value) return kind + (kind == "Sect." ? value.ToString(System.Globalization.CultureInfo.InvariantCulture) : Roman.Format(value));
        return number.Length > 0 && (Roman.Parse(number) is not null || number.IndexOfAnyExceptInRange('0', '9') < 0) ? kind + number.ToString() : null;
    }

    private static bool IsParenthesis(ReadOnlySpan<char> inside)
    {
        foreach (var word in (ReadOnlySpan<string>)["Vol", "Part", "Sect", "Prog", "Introduction", "Income", "Plan", "Resumption", "SUPP", "Supp", "Chap", "VOL", "PART", "SECT", "PROG", "vol", "INTRODUCTION"])
            if (inside.StartsWith(word, StringComparison.Ordinal)) return inside.IndexOfAny(",;、。") < 0;
        return false;
    }
}
