namespace StaticSite.Styles;

/// <summary>Tokens to rules and declarations: CSS Syntax Module Level 3, section 5.5. One pass without recursion: blocks may be nested as deep as they like.</summary>
internal sealed class StructureReader(string text, Brackets brackets, StyleFindings findings, StyleAddresses addresses)
{
    private readonly CssToken[] tokens = brackets.Tokens;
    private readonly Declarations declarations = new(text, brackets, findings, addresses);
    private readonly Selectors selectors = new(text, brackets, findings);
    // The blocks around, from the outside, and where they end.
    private BlockKind[] kinds = new BlockKind[16];
    private int[] ends = new int[16];
    private int depth, at;

    // Imports and namespaces come before everything else.
    private bool isPastImports;

    public void Read()
    {
        Push(BlockKind.Rules, tokens.Length);
        while (at < tokens.Length)
            if (at < ends[depth - 1]) Item(kinds[depth - 1]);
            else
            {
                depth--;
                at++;
            }
    }

    // 5.5.1, 5.5.5: Consume a style sheet's contents, consume a block's contents.
    private void Item(BlockKind kind)
    {
        var token = tokens[at];
        var end = brackets.NextEnd(at);
        var isList = kind is BlockKind.Rules or BlockKind.Keyframes;
        if (token.Kind == CssKind.HtmlComment) at++;
        else if (token.Kind == CssKind.AtKeyword) AtRule(kind);
        else if (token.Kind == CssKind.Semicolon)
        {
            if (isList) findings.Add(StyleRules.Dropped, token.Start, 1, "a browser drops this \";\" with the rule behind it", "remove it: no \";\" stands behind a rule");
            at++;
        }
        else if (Is(at, '*') && Is(at + 1, '/') && tokens[at + 1].Start == token.End)
        {
            findings.Add(StyleRules.Stray, token.Start, 2, "this \"*/\" ends no comment", "remove it, or write the \"/*\" that it ends");
            at += 2;
        }
        else if (!isList) at = declarations.IsOne(at, end) ? declarations.Read(at, kind) : BlockOrNothing(end, kind);
        else if (KindOf(end) == CssKind.OpenBrace) at = QualifiedRule(end, kind);
        else
        {
            // 5.5.3: a qualified rule goes to its block, whatever stands before.
            var isDeclaration = token.Kind == CssKind.Ident && KindOf(at + 1) == CssKind.Colon;
            findings.Add(StyleRules.Dropped, token.Start, LengthTo(end), isDeclaration ? "a declaration outside of a rule" : $"\"{findings.Shown(token.Start, tokens[end - 1].End)}\" is no rule",
                isDeclaration ? "put it between the { } of a rule" : "write a selector, then { }, or remove it");
            at = KindOf(end) == CssKind.Semicolon ? end + 1 : end;
        }
    }

    private int BlockOrNothing(int end, BlockKind kind) => KindOf(end) == CssKind.OpenBrace ? QualifiedRule(end, kind) : declarations.WithoutColon(at, end);

    // 5.5.3
    private int QualifiedRule(int brace, BlockKind around)
    {
        if (around is BlockKind.Rules or BlockKind.Style) selectors.Check(at, brace, isNested: around == BlockKind.Style);
        isPastImports = true;
        Push(around is BlockKind.Free or BlockKind.Descriptors ? BlockKind.Free : BlockKind.Style, brackets.CloseOf(brace));
        return brace + 1;
    }

    private void Push(BlockKind kind, int end)
    {
        if (depth == ends.Length)
        {
            var (deeperKinds, deeperEnds) = (new BlockKind[depth * 2], new int[depth * 2]);
            Array.Copy(kinds, deeperKinds, depth);
            Array.Copy(ends, deeperEnds, depth);
            (kinds, ends) = (deeperKinds, deeperEnds);
        }
        (kinds[depth], ends[depth++]) = (kind, end);
    }

    // 5.5.2
    private void AtRule(BlockKind around)
    {
        var token = tokens[at];
        var name = text[(token.Start + 1)..token.End].ToLowerInvariant();
        var end = brackets.NextEnd(at);
        var hasBlock = KindOf(end) == CssKind.OpenBrace;
        var kind = AtRules.Find(name);
        if (kind is null)
            findings.Add(StyleRules.UnknownAtRule, token.Start, token.End - token.Start, $"CSS has no \"{findings.Shown(token.Start, token.End)}\"", StyleFindings.Meant(name, AtRules.Names, "@"));
        if (kind == BlockKind.None) Statement(name, token, end, hasBlock);
        else
        {
            if (kind is not null && !hasBlock && !AtRules.MayEnd(name))
                findings.Add(StyleRules.Dropped, token.Start, LengthTo(end), $"@{name} without a block", "write { } behind it");
            if (hasBlock || name != "layer") isPastImports = true;
        }
        at = end;
        if (hasBlock) Push(AtRules.Inside(around, name, kind ?? BlockKind.Free), brackets.CloseOf(end));
        if (at < tokens.Length && tokens[at].Kind != CssKind.CloseBrace) at++;
    }

    private void Statement(string name, CssToken token, int end, bool hasBlock)
    {
        if (name == "import") addresses.Import(at + 1);
        if (hasBlock)
        {
            findings.Add(StyleRules.MissingSemicolon, declarations.EndOfLine(at, end), 0, $"no \";\" behind @{name}", "write \";\" here");
            return;
        }
        if (name is not ("import" or "namespace") || !isPastImports && depth == 1) return;
        findings.Add(StyleRules.Dropped, token.Start, token.End - token.Start, $"@{name} counts only before all rules", "move it to the beginning of the file");
    }

    private CssKind? KindOf(int i) => i < tokens.Length ? tokens[i].Kind : null;

    private bool Is(int i, char delim) => i < tokens.Length && tokens[i].Kind == CssKind.Delim && text[tokens[i].Start] == delim;

    private int LengthTo(int end) => tokens[end - 1].End - tokens[at].Start;
}
