namespace StaticSite.Styles;

/// <summary>Selectors: one that cannot be read takes its whole rule with it (Selectors Level 4, section 3.9). Only their form is looked at: names of elements,
/// classes and pseudo-classes, and what stands in brackets, are not.</summary>
internal sealed class Selectors(string text, Brackets brackets, StyleFindings findings)
{
    private readonly CssToken[] tokens = brackets.Tokens;

    /// <param name="brace">The "{" behind it.</param>
    /// <param name="isNested">In another rule, where a selector may begin with a combinator.</param>
    public void Check(int at, int brace, bool isNested)
    {
        if (at == brace)
        {
            Report(brace, 1, "no selector before \"{\"", "write which elements the rule is for");
            return;
        }
        // 18.1: compounds of names, joined by combinators, in a list.
        var (isExpected, combinator) = (true, isNested ? 0 : -1);
        for (var i = at; i < brace; i = brackets.After(i))
        {
            var sign = text[tokens[i].Start];
            switch (tokens[i].Kind)
            {
                case CssKind.Comma when isExpected:
                    Report(i, 1, "no selector before this \",\"", "remove the comma, or write one");
                    return;
                case CssKind.Comma:
                    (isExpected, combinator) = (true, isNested ? 0 : -1);
                    continue;
                case CssKind.Delim when sign is '>' or '+' or '~':
                    if (isExpected && combinator != 0)
                    {
                        Report(i, 1, $"no selector before this \"{sign}\"", "write one, or remove it");
                        return;
                    }
                    (isExpected, combinator) = (true, i);
                    continue;
                case CssKind.Delim when sign is '.':
                    if (!IsDirectly(i + 1, brace, CssKind.Ident))
                    {
                        Report(i, 1, "no name of a class behind this \".\"", "write .name");
                        return;
                    }
                    i++;
                    break;
                case CssKind.Colon:
                    if (IsDirectly(i + 1, brace, CssKind.Colon)) i++;
                    if (!IsDirectly(i + 1, brace, CssKind.Ident) && !IsDirectly(i + 1, brace, CssKind.Function))
                    {
                        Report(i, 1, "no name of a pseudo-class behind this \":\"", "write :name without a blank");
                        return;
                    }
                    i++;
                    break;
                // Names with their namespaces, and columns: "svg|a", "col || td".
                case CssKind.Ident or CssKind.Hash or CssKind.OpenBracket or CssKind.Delim when tokens[i].Kind != CssKind.Delim || sign is '*' or '&' or '|':
                    break;
                default:
                    Report(i, 1, $"\"{findings.Shown(tokens[i].Start, tokens[i].End)}\" has no place in a selector", "see that \"{\" and \";\" stand where they should");
                    return;
            }
            isExpected = false;
        }
        if (isExpected) Report(brace, 1, $"no selector behind \"{findings.Shown(tokens[brace - 1].Start, tokens[brace - 1].End)}\"", "write one, or remove it");
    }

    // Without a blank before it.
    private bool IsDirectly(int i, int brace, CssKind kind) => i < brace && tokens[i].Kind == kind && tokens[i].Start == tokens[i - 1].End;

    private void Report(int i, int count, string message, string hint) =>
        findings.Add(StyleRules.BadSelector, tokens[i].Start, tokens[i + count - 1].End - tokens[i].Start, message, hint);
}
