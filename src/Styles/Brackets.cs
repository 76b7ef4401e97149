using StaticSite.Diagnostics;

namespace StaticSite.Styles;

/// <summary>The tokens of a style sheet with the partner of every bracket.</summary>
/// <remarks>What is never closed, or closes nothing, is a finding, and taken out, so that the rest can be read as it was meant: only a "{" that is never closed
/// stays, and goes to the end of the file, as in browsers (CSS Syntax Module Level 3, section 5.4.8).</remarks>
internal sealed class Brackets
{
    private readonly int[] partners, next;

    private Brackets(CssToken[] tokens, int[] partners)
    {
        (Tokens, this.partners) = (tokens, partners);
        next = new int[tokens.Length + 1];
        next[^1] = tokens.Length;
        for (var i = tokens.Length - 1; i >= 0; i--)
            next[i] = tokens[i].Kind switch
            {
                CssKind.Semicolon or CssKind.OpenBrace or CssKind.CloseBrace => i,
                CssKind.OpenParen or CssKind.OpenBracket or CssKind.Function => next[After(i)],
                _ => next[i + 1],
            };
    }

    public CssToken[] Tokens { get; }

    /// <summary>Place of the closing bracket; the number of tokens for a "{" without one.</summary>
    public int CloseOf(int open) => partners[open];

    /// <summary>Place behind a token, or behind the bracket that it opens.</summary>
    public int After(int i) => Tokens[i].IsOpening ? Math.Min(partners[i] + 1, Tokens.Length) : i + 1;

    /// <summary>The first ";", "{" or "}" from here on that is in no other brackets; the number of tokens when there is none.</summary>
    public int NextEnd(int i) => next[i];

    public static Brackets Match(SourceText source, CssToken[] tokens, StyleFindings findings)
    {
        var partners = Pair(tokens, out var unclosed, out var stray);
        if (unclosed.Count + stray.Count > 0)
        {
            var layout = new BraceLayout(source, tokens, partners, findings);
            foreach (var i in unclosed.Where(i => tokens[i].Kind != CssKind.OpenBrace)) ReportOpen(tokens[i], findings);
            foreach (var i in stray.Where(i => tokens[i].Kind != CssKind.CloseBrace)) ReportStray(tokens[i], source, findings);
            layout.ReportUnclosed([.. unclosed.Where(i => tokens[i].Kind == CssKind.OpenBrace)]);
            layout.ReportStray([.. stray.Where(i => tokens[i].Kind == CssKind.CloseBrace)]);

            var left = stray.ToHashSet();
            for (var n = 0; n < unclosed.Count; n++)
            {
                var token = tokens[unclosed[n]];
                if (token.Kind == CssKind.Function) tokens[unclosed[n]] = new(CssKind.Ident, token.Start, token.End - 1);
                else if (token.Kind != CssKind.OpenBrace) left.Add(unclosed[n]);
            }
            tokens = [.. tokens.Where((_, i) => !left.Contains(i))];
            partners = Pair(tokens, out unclosed, out _);
            foreach (var i in unclosed) partners[i] = tokens.Length;
        }
        return new(tokens, partners);
    }

    /// <param name="unclosed">Opening brackets without partner, in order.</param>
    /// <param name="stray">Closing brackets without partner, in order.</param>
    /// <returns>For each bracket the place of its partner, else -1.</returns>
    private static int[] Pair(CssToken[] tokens, out List<int> unclosed, out List<int> stray)
    {
        (unclosed, stray) = ([], []);
        var partners = new int[tokens.Length];
        for (var i = 0; i < partners.Length; i++) partners[i] = -1;
        var open = new int[tokens.Length];
        var (depth, braces) = (0, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            var kind = tokens[i].Kind;
            if (tokens[i].IsOpening)
            {
                open[depth++] = i;
                if (kind == CssKind.OpenBrace) braces++;
            }
            if (!tokens[i].IsClosing) continue;
            // A brace closes what is open inside of it. Of the others, one may leave one other open, but none reaches out of its braces.
            var closes = kind == CssKind.CloseBrace ? braces > 0
                : depth > 0 && (IsPair(tokens[open[depth - 1]].Kind, kind)
                    || depth > 1 && tokens[open[depth - 1]].Kind != CssKind.OpenBrace && IsPair(tokens[open[depth - 2]].Kind, kind));
            if (!closes)
            {
                stray.Add(i);
                continue;
            }
            while (!IsPair(tokens[open[depth - 1]].Kind, kind)) unclosed.Add(open[--depth]);
            if (kind == CssKind.CloseBrace) braces--;
            var partner = open[--depth];
            (partners[partner], partners[i]) = (i, partner);
        }
        for (var i = 0; i < depth; i++) unclosed.Add(open[i]);
        unclosed.Sort();
        return partners;
    }

    private static bool IsPair(CssKind open, CssKind close) => open switch
    {
        CssKind.OpenBrace => close == CssKind.CloseBrace,
        CssKind.OpenBracket => close == CssKind.CloseBracket,
        _ => close == CssKind.CloseParen,
    };

    private static void ReportOpen(CssToken open, StyleFindings findings)
    {
        var (sign, other) = open.Kind == CssKind.OpenBracket ? ('[', ']') : ('(', ')');
        // A comment or string to the end of the file has been told.
        if (findings.RestIsSwallowed) return;
        findings.Add(StyleRules.Unclosed, open.Start, open.End - open.Start, $"this \"{sign}\" is never closed", $"write \"{other}\" where it ends");
    }

    private static void ReportStray(CssToken close, SourceText source, StyleFindings findings) =>
        findings.Add(StyleRules.Stray, close.Start, 1, $"this \"{source.Text[close.Start]}\" closes nothing", "remove it, or open what it closes");
}
