using StaticSite.Diagnostics;
using StaticSite.Templating.Tree;

namespace StaticSite.Templating;

/// <summary>Tokens to a tree. Never throws: every mistake is a finding, and reading goes on at the next statement.</summary>
/// <remarks>Statements and what all parts share stand here; those with blocks, and expressions, in the other parts of the class.</remarks>
/// <param name="place">For code in a string: the one place that all parts of the tree have. Null: their own.</param>
internal sealed partial class Parser(SourceText source, List<Token> tokens, List<Diagnostic> findings, SourceSpan? place = null)
{
    // Statements and brackets inside of one another, and the depth of one expression: what the stack surely holds.
    private const int MaxDepth = 100;

    private const int MaxParameters = 60;

    // After this many the rest is noise.
    internal const int MaxFindings = 20;

    private static readonly HashSet<string> Keywords =
    [
        "if", "else", "end", "for", "tablerow", "while", "break", "continue", "func", "ret", "capture", "with", "wrap", "import", "readonly", "case", "when", "do",
    ];

    private int index;
    private int depth;
    private string? indent;
    private bool abandoned;

    public LocalNames Locals { get; private set; } = new();

    public Block ParseTemplate()
    {
        var statements = new List<Statement>();
        while (true)
        {
            ParseStatements(statements);
            if (Current.Kind == TokenKind.End) return new([.. statements], 0);
            // `end`, `else` or `when` without a beginning.
            Report(Current, $"there is nothing open that \"{Current.Text}\" could belong to", "");
            index++;
            SkipStatement();
        }
    }

    // The token at hand. Line breaks inside of brackets are no tokens.
    private Token Current
    {
        get
        {
            if (lineBreaksIgnored > 0)
                while (tokens[index].Kind == TokenKind.NewLine) index++;
            return tokens[index];
        }
    }

    private Token Next => tokens[Math.Min(index + 1, tokens.Count - 1)];

    private Block ParseBlock()
    {
        var statements = new List<Statement>();
        if (Enter(Current)) ParseStatements(statements);
        return new([.. statements], depth--);
    }

    // Up to `end`, `else`, `when` or the end of the source, which stays.
    private void ParseStatements(List<Statement> statements)
    {
        while (true)
        {
            var token = Current;
            switch (token.Kind)
            {
                case TokenKind.End:
                    return;
                case TokenKind.Text:
                    index++;
                    statements.Add(new TextStatement(token.Text, SpanOf(token)));
                    continue;
                case TokenKind.CodeEnter:
                    index++;
                    indent = token.Value as string;
                    continue;
                case TokenKind.CodeExit or TokenKind.NewLine:
                    index++;
                    continue;
                case TokenKind.Sign when token.Is(";"):
                    index++;
                    continue;
                case TokenKind.Identifier when token.Text is "end" or "else" or "when":
                    return;
            }
            if (ParseStatement() is { } statement) statements.Add(statement);
        }
    }

    private Statement? ParseStatement()
    {
        var token = Current;
        var keyword = token.Kind == TokenKind.Identifier && !Next.Is(".") ? token.Text : "";
        switch (keyword)
        {
            case "if":
                index++;
                return ParseIf(token);
            case "case":
                index++;
                return ParseCase(token);
            case "for" or "tablerow":
                index++;
                return ParseFor(token);
            case "while":
                index++;
                var condition = ParseHead();
                var body = ParseBlock();
                ExpectEnd(token);
                return new While(condition, body, SpanOf(token));
            case "break" or "continue":
                index++;
                return EndStatement(new Jump(keyword == "break" ? Flow.Break : Flow.Continue, SpanOf(token)));
            case "func":
                index++;
                return ParseFunction(token);
            case "ret":
                index++;
                return EndStatement(new Return(AtStatementEnd ? null : ParseExpression(), SpanOf(token)));
            case "capture":
                index++;
                return ParseCapture(token);
            case "with":
                index++;
                var value = ParseHead();
                var inner = ParseBlock();
                ExpectEnd(token);
                return new With(value, inner, SpanOf(token));
            case "wrap":
                index++;
                var call = ParseHead();
                var block = ParseBlock();
                ExpectEnd(token);
                return new Wrap(call, block, SpanOf(token));
            case "import":
                index++;
                return EndStatement(new ImportStatement(ParseExpression(), SpanOf(token)));
            case "readonly":
                index++;
                if (ParseExpression() is Target closed and (Variable or Local)) return EndStatement(new Close(closed, SpanOf(token)));
                Report(token, "readonly needs the name of a variable", "");
                SkipStatement();
                return null;
            default:
                return ParsePlainStatement();
        }
    }

    // An expression to print, an assignment, or `f(x) = …`.
    private Statement? ParsePlainStatement()
    {
        var start = Current;
        var expression = ParseExpression();
        var sign = Current;
        if (sign.Kind == TokenKind.Sign && sign.Text is "=" or "+=" or "-=" or "*=" or "/=" or "//=" or "%=" or "??=")
        {
            index++;
            SkipLineBreaks();
            if (sign.Is("=") && expression is CallExpression { Parenthesized: true, Callee: Variable or Local } call) return ParseInlineFunction(call, start);
            var value = ParseExpression();
            if (value is Unreadable)
            {
                SkipStatement();
                return null;
            }
            if ((expression is Nested { Inner: var inner } ? inner : expression) is Target target)
                return EndStatement(new Assignment(target, sign.Is("=") ? null : sign.Text[..^1], value, SpanFrom(start)));
            if (expression is not Unreadable) Report(expression.Span, "only a variable, a member or an element can be assigned", "");
            return EndStatement(null);
        }
        if (expression is Unreadable)
        {
            SkipStatement();
            return null;
        }
        return EndStatement(new PrintStatement(expression, indent));
    }

    // The expression behind a keyword, up to the end of its line.
    private Expression ParseHead()
    {
        var value = ParseExpression();
        if (value is Unreadable) SkipStatement();
        else EndHead();
        return value;
    }

    private void EndHead() => EndStatement(null);

    private bool AtStatementEnd => Current.Kind is TokenKind.NewLine or TokenKind.CodeExit or TokenKind.End || Current.Is(";");

    private Statement? EndStatement(Statement? statement)
    {
        if (AtStatementEnd) return statement;
        Report(Current, $"{Described(Current)} is not expected here", "statements stand on lines of their own or have ; between them");
        SkipStatement();
        return statement;
    }

    private void SkipStatement()
    {
        lineBreaksIgnored = 0;
        while (Current.Kind is not (TokenKind.NewLine or TokenKind.CodeExit or TokenKind.End) && !Current.Is(";")) index++;
    }

    private void ExpectEnd(Token start)
    {
        if (Current.IsName("end"))
        {
            index++;
            EndStatement(null);
        }
        else ReportOpen(start);
    }

    private void ReportOpen(Token start)
    {
        if (Current.Kind == TokenKind.End) Report(start, $"\"{start.Text}\" has no \"end\"", "");
        else Report(Current, $"\"{Current.Text}\" does not belong to the \"{start.Text}\" that is open here", "");
    }

    private void SkipLineBreaks()
    {
        while (tokens[index].Kind == TokenKind.NewLine) index++;
    }

    private bool Take(string sign)
    {
        if (!Current.Is(sign)) return false;
        index++;
        return true;
    }

    private bool TakeName(string name)
    {
        if (!Current.IsName(name)) return false;
        index++;
        return true;
    }

    // One level deeper; false when that is too deep, which ends the parsing.
    private bool Enter(Token token)
    {
        if (++depth <= MaxDepth && System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack()) return true;
        Abandon(SpanOf(token));
        return false;
    }

    private Expression Checked(Expression expression)
    {
        if (expression.Depth <= MaxDepth) return expression;
        Abandon(expression.Span);
        return new Unreadable(expression.Span);
    }

    private void Abandon(SourceSpan span)
    {
        if (!abandoned) findings.Add(new(TemplateRules.Limit, span with { Length = Math.Min(span.Length, 1) }, $"the template is nested more than {MaxDepth} deep; what follows is not read", ""));
        abandoned = true;
        index = tokens.Count - 1;
    }

    private void Report(Token token, string message, string hint) => Report(SpanOf(token), message, hint);

    private void Report(SourceSpan span, string message, string hint)
    {
        if (!abandoned && findings.Count < MaxFindings) findings.Add(new(TemplateRules.Syntax, span, message, hint));
    }

    private SourceSpan SpanOf(Token token) => place ?? new(source.Path, token.Start, token.End - token.Start);

    private SourceSpan SpanFrom(Token start) => place ?? new(source.Path, start.Start, Math.Max(start.End, tokens[Math.Max(index - 1, 0)].End) - start.Start);

    private string Described(Token token) => token.Kind switch
    {
        TokenKind.End => "the end of the template",
        TokenKind.CodeExit => "the end of the code block",
        TokenKind.NewLine => "the end of the line",
        TokenKind.Text => "text",
        TokenKind.String => "a string",
        _ => $"\"{source.Text[token.Start..token.End]}\"",
    };
}
