using StaticSite.Diagnostics;

namespace StaticSite.Templating;

/// <summary>Source text to tokens. Never throws: what cannot be read is a finding, and reading goes on behind it.</summary>
/// <remarks>Text, code and signs stand here, strings and numbers in the other part of the class.</remarks>
internal sealed partial class Lexer(SourceText source, bool shared)
{
    // Longest first, so that the first match is the right one.
    private static readonly string[] Signs =
    [
        "//=", "??=", "..<", "...", "&&", "||", "==", "!=", "<=", ">=", "<<", ">>", "??", "?!", "?.", "..", "++", "--", "+=", "-=", "*=", "/=", "%=", "//", "|>",
        "+", "-", "*", "/", "%", "<", ">", "!", "=", "?", ":", ",", ";", ".", "(", ")", "[", "]", "{", "}", "|", "@", "^", "&",
    ];

    private readonly string text = source.Text;
    private readonly List<Token> tokens = [];
    private readonly List<Diagnostic> findings = [];

    // What is open in the current code block: '{' an object, a quote the interpolated string whose code part is being read.
    private readonly Stack<char> open = new();
    private int at;

    /// <param name="shared">Names are made one string for the whole process. Not for what a template makes: they stay in memory for good.</param>
    public static (List<Token> Tokens, List<Diagnostic> Findings) Read(SourceText source, TemplateForm form = TemplateForm.Content, bool shared = true)
    {
        var lexer = new Lexer(source, shared);
        if (form == TemplateForm.FrontMatterAndContent) lexer.ReadFrontMatter();
        lexer.ReadAll();
        return (lexer.tokens, lexer.findings);
    }

    private void ReadAll()
    {
        var strip = '\0';
        while (at < text.Length && findings.Count < Parser.MaxFindings)
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
        while (at < text.Length && findings.Count < Parser.MaxFindings)
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
            if (inFrontMatter)
            {
                if (AtMarker() is { } content)
                {
                    Add(TokenKind.CodeExit, start, at = content, null);
                    return '\0';
                }
            }
            else if (open.Count == 0 && (c == '}' && At(at + 1) == '}' || c is '-' or '~' && At(at + 1) == '}' && At(at + 2) == '}'))
            {
                at += c == '}' ? 2 : 3;
                Add(TokenKind.CodeExit, start, at, null);
                return c == '}' ? '\0' : c;
            }
            if (c == '}' && open.Count == 0 && !inFrontMatter && !spaced && at > 0 && text[at - 1] == '}')
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
        if (inFrontMatter) Report(text.Length, 0, "the front matter is not closed", "write +++ on a line of its own where it ends");
        else Report(text.Length, 0, "the code block is not closed", "write }} where it ends");
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

    private void ReadName(bool spaced)
    {
        var start = at;
        while (IsNamePart(At(at))) at++;
        // `.empty?` and `.blank?` are the two members with a question mark.
        if (At(at) == '?' && text.AsSpan(start, at - start) is "empty" or "blank" && tokens.Count > 0 && (tokens[^1].Is(".") || tokens[^1].Is("?.")) && At(at + 1) is not ('.' or '?'))
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
                    ReadInterpolation(opened, at);
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
    private string Name(int start) => shared ? string.Intern(text[start..at]) : text[start..at];

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
