namespace StaticSite.Styles;

/// <summary>Declarations: CSS Syntax Module Level 3, section 5.5.6. Their values are read only as far as to see where they end.</summary>
internal sealed class Declarations(string text, Brackets brackets, StyleFindings findings, StyleAddresses addresses)
{
    private readonly CssToken[] tokens = brackets.Tokens;

    /// <summary>Whether a declaration begins here, and no nested rule.</summary>
    /// <param name="end">Where <see cref="Brackets.NextEnd"/> is from here.</param>
    public bool IsOne(int at, int end)
    {
        if (tokens[at].Kind != CssKind.Ident || !IsColon(at + 1)) return false;
        if (end == tokens.Length || tokens[end].Kind != CssKind.OpenBrace || IsCustom(at)) return true;
        // "a:hover {" has its colon inside; behind that of a declaration may stand a blank.
        if (at + 2 >= end || tokens[at + 2].Start > tokens[at + 1].End) return true;
        // "border:0" before a rule on the next line.
        var line = NextLine(at + 2, end);
        return line < end && tokens[line - 1].Kind != CssKind.Comma && IsName(at);
    }

    /// <returns>Where the next item begins.</returns>
    public int Read(int at, BlockKind block)
    {
        var isCustom = IsCustom(at);
        CheckName(at, block);
        var end = EndOf(at, isCustom, out var lacksSemicolon);
        addresses.Of(at + 2, end);
        if (!isCustom && block != BlockKind.Free) CheckValue(at, end, lacksSemicolon);
        if (lacksSemicolon)
        {
            if (end > at + 2 && tokens[end - 1].Kind != CssKind.BadString)
                findings.Add(StyleRules.MissingSemicolon, tokens[end - 1].End, 0, $"no \";\" behind the value of {NameOf(at)}", "write \";\" here");
            return end;
        }
        if (end < tokens.Length && tokens[end].Kind == CssKind.OpenBrace)
        {
            findings.Add(StyleRules.BadDeclaration, tokens[end].Start, 1, $"a block in the value of {NameOf(at)}", "write \";\" and the selector of a rule before it, or remove it");
            return Math.Min(brackets.CloseOf(end) + 1, tokens.Length);
        }
        return end < tokens.Length && tokens[end].Kind == CssKind.Semicolon ? end + 1 : end;
    }

    /// <summary>What is neither declaration nor rule.</summary>
    /// <returns>Where the next item begins.</returns>
    public int WithoutColon(int at, int end)
    {
        var next = at + 1;
        while (next < end && !(BeginsLine(next) && tokens[next].Kind == CssKind.Ident && IsColon(next + 1))) next = Math.Min(brackets.After(next), end);
        var isName = tokens[at].Kind == CssKind.Ident;
        findings.Add(StyleRules.BadDeclaration, tokens[at].Start, tokens[next - 1].End - tokens[at].Start, isName ? $"no \":\" behind \"{Shown(at)}\"" : $"\"{Shown(at)}\" begins no declaration",
            isName ? "write property: value;" : "write property: value; or remove it");
        return next < end ? next : end < tokens.Length && tokens[end].Kind == CssKind.Semicolon ? end + 1 : end;
    }

    /// <summary>Offset behind the last token of the line that a token is on.</summary>
    public int EndOfLine(int at, int end) => tokens[NextLine(at + 1, end) - 1].End;

    // The first token from here on that begins a line.
    private int NextLine(int at, int end)
    {
        while (at < end && !BeginsLine(at)) at = Math.Min(brackets.After(at), end);
        return at;
    }

    /// <param name="lacksSemicolon">Another declaration, or a rule, follows at the end without ";".</param>
    private int EndOf(int at, bool isCustom, out bool lacksSemicolon)
    {
        for (var i = at + 2; i < tokens.Length; i = brackets.After(i))
        {
            var kind = tokens[i].Kind;
            // A rule begins with its line.
            var end = kind == CssKind.OpenBrace && !isCustom ? NextLine(at + 2, i) : i;
            lacksSemicolon = end < i;
            if (lacksSemicolon || kind is CssKind.Semicolon or CssKind.CloseBrace || kind == CssKind.OpenBrace && !isCustom) return end;

            lacksSemicolon = true;
            // The ";" is in the string that was not closed.
            if (kind == CssKind.BadString && i + 1 < tokens.Length && BeginsLine(i + 1) && tokens[i + 1].Kind is not (CssKind.Semicolon or CssKind.CloseBrace)) return i + 1;
            if (kind != CssKind.Ident || !IsColon(i + 1)) continue;
            // Custom properties may hold anything; a known name at the beginning of a line is none of it.
            if (isCustom ? BeginsLine(i) && IsName(i) : i > at + 2 || BeginsLine(i)) return i;
        }
        lacksSemicolon = false;
        return tokens.Length;
    }

    private void CheckValue(int at, int end, bool lacksSemicolon)
    {
        if (end <= at + 2)
        {
            if (end < tokens.Length && tokens[end].Kind == CssKind.OpenBrace) return;
            findings.Add(StyleRules.BadDeclaration, tokens[at].Start, tokens[at + 1].End - tokens[at].Start, $"{NameOf(at)} has no value", "write one, or remove the declaration");
            return;
        }
        for (var i = at + 2; i < end; i = brackets.After(i))
        {
            var sign = tokens[i].Kind == CssKind.Delim ? text[tokens[i].Start] : '\0';
            // "progid:…" is what old versions of one browser read.
            if (tokens[i].Kind == CssKind.Colon && !Shown(i - 1).Equals("progid", StringComparison.OrdinalIgnoreCase)) Wrong(i, 1, "a second \":\" in a declaration", "write one declaration after the other, with \";\" between them");
            else if (sign == '!' && !(i + 1 < end && Shown(i + 1).Equals("important", StringComparison.OrdinalIgnoreCase))) Wrong(i, i + 1 < end ? 2 : 1, "behind \"!\" stands nothing but important", "write !important");
            else if (sign == '!' && i + 2 < end) Wrong(i, 2, "!important is not at the end of the value", lacksSemicolon ? "write \";\" behind it" : "move it to the end");
            else if (sign == '/' && i + 1 < end && tokens[i + 1].Kind == CssKind.Delim && tokens[i + 1].Start == tokens[i].End && text[tokens[i + 1].Start] == '/')
            {
                findings.Add(StyleRules.LineComment, tokens[i].Start, 2, "CSS has no comments that begin with \"//\"", "write /* … */");
                return;
            }
            else continue;
            return;
        }

        void Wrong(int i, int count, string message, string hint) =>
            findings.Add(StyleRules.BadDeclaration, tokens[i].Start, tokens[i + count - 1].End - tokens[i].Start, message, hint);
    }

    private void CheckName(int at, BlockKind block)
    {
        var name = NameOf(at);
        if (block == BlockKind.Free || name[0] == '-' || name.Contains('\\', StringComparison.Ordinal) || IsName(at) || block == BlockKind.Descriptors && PropertyNames.IsDescriptor(name)) return;
        findings.Add(StyleRules.UnknownProperty, tokens[at].Start, tokens[at].End - tokens[at].Start, $"CSS has no property \"{Shown(at)}\"",
            findings.MeantProperty(name, block == BlockKind.Descriptors ? PropertyNames.WithDescriptors : PropertyNames.All));
    }

    /// <summary>A property of CSS, or one of the author's own.</summary>
    private bool IsName(int at) => IsCustom(at) || PropertyNames.IsProperty(NameOf(at));

    private bool IsCustom(int at) => text.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start).StartsWith("--");

    private bool IsColon(int at) => at < tokens.Length && tokens[at].Kind == CssKind.Colon;

    private bool BeginsLine(int at) => at > 0 && text.AsSpan(tokens[at - 1].End, tokens[at].Start - tokens[at - 1].End).Contains('\n');

    private string NameOf(int at) => text[tokens[at].Start..tokens[at].End] is var name && name.StartsWith("--", StringComparison.Ordinal) ? name : name.ToLowerInvariant();

    private string Shown(int at) => findings.Shown(tokens[at].Start, tokens[at].End);
}
