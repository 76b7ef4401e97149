using StaticSite.Templating.Tree;

namespace StaticSite.Templating;

/// <remarks>From loose to tight: ?: then | then ?? ?! then ||, then &amp;&amp;, then == != then &lt; &gt; then + - then * / // % &lt;&lt; &gt;&gt; then .. then calls and signs.</remarks>
internal sealed partial class Parser
{
    // Above 0 inside of brackets.
    private int lineBreaksIgnored;

    // In the head of `for`, offset, limit, reversed and cols are no arguments.
    private bool inLoopHead;

    private static int Precedence(string sign) => sign switch
    {
        "??" or "?!" => 20,
        "||" or "or" => 30,
        "&&" or "and" => 40,
        "==" or "!=" => 70,
        "<" or ">" or "<=" or ">=" => 80,
        "+" or "-" => 100,
        "*" or "/" or "//" or "%" or "<<" or ">>" => 110,
        ".." or "..<" => 130,
        _ => 0,
    };

    private Expression ParseExpression()
    {
        var start = Current;
        if (!Enter(start))
        {
            depth--;
            return new Unreadable(SpanOf(start));
        }
        var condition = ParsePipes();
        if (Current.Is("?"))
        {
            index++;
            SkipLineBreaks();
            var yes = ParseExpression();
            SkipLineBreaksBefore(":");
            if (!Take(":"))
            {
                if (yes is not Unreadable) Report(Current, "\":\" and the other value are expected here", "write condition ? value : other");
                depth--;
                return new Unreadable(SpanOf(start));
            }
            SkipLineBreaks();
            var no = ParseExpression();
            condition = Checked(new Conditional(condition, yes, no, SpanFrom(start)));
        }
        depth--;
        return condition;
    }

    private Expression ParsePipes()
    {
        var start = Current;
        var value = ParseBinary(1);
        while (true)
        {
            SkipLineBreaksBefore("|");
            SkipLineBreaksBefore("|>");
            if (!Current.Is("|") && !Current.Is("|>")) return value;
            index++;
            SkipLineBreaks();
            var call = ParseCall(isPipeTarget: true);
            if (call is Unreadable) return call;
            var first = new Argument(null, value);
            var (callee, arguments) = call is CallExpression given ? (given.Callee, given.Arguments) : (call, []);
            value = Checked(new CallExpression(callee, [first, .. arguments], SpanFrom(start)));
            value = ParseBinaryRest(value, 1);
        }
    }

    private Expression ParseBinary(int least) => ParseBinaryRest(ParseUnary(), least);

    private Expression ParseBinaryRest(Expression left, int least)
    {
        while (true)
        {
            var token = Current;
            if (token.Kind != TokenKind.Sign && !(token.Kind == TokenKind.Identifier && token.Text is "and" or "or")) return left;
            var precedence = Precedence(token.Text);
            if (precedence == 0 || precedence < least) return left;
            index++;
            SkipLineBreaks();
            if (!Enter(token))
            {
                depth--;
                return new Unreadable(SpanOf(token));
            }
            var right = ParseBinary(precedence + 1);
            depth--;
            left = Checked(token.Text switch
            {
                "&&" or "and" => new Logical(isAnd: true, left, right),
                "||" or "or" => new Logical(isAnd: false, left, right),
                "??" => new Coalescing(whenNull: true, left, right),
                "?!" => new Coalescing(whenNull: false, left, right),
                var sign => new Binary(sign, left, right, SpanOf(token)),
            });
        }
    }

    private Expression ParseUnary()
    {
        var token = Current;
        if (token.Kind != TokenKind.Sign || token.Text is not ("!" or "-" or "+" or "@" or "^" or "++" or "--")) return ParseCall(isPipeTarget: false);
        index++;
        if (!Enter(token))
        {
            depth--;
            return new Unreadable(SpanOf(token));
        }
        // "!f x" negates the result of the call.
        var operand = token.Text is "@" or "^" or "++" or "--" ? ParsePostfix() : ParseUnary();
        depth--;
        if (operand is Unreadable) return operand;
        var span = SpanFrom(token);
        switch (token.Text)
        {
            case "@":
                return Checked(new Alias(operand, span));
            case "^":
                return Checked(new Expand(operand, span));
            case "++" or "--":
                if (operand is Target target) return Checked(new Increment(target, token.Is("--"), before: true, span));
                Report(token, $"\"{token.Text}\" needs a variable, a member or an element", "");
                return new Unreadable(span);
            case "!":
                return Checked(new Not(operand, span));
            default:
                return Checked(new Signed(token.Text, operand, span));
        }
    }

    // A value, or a call with arguments behind blanks: `f a "b" name: c`.
    private Expression ParseCall(bool isPipeTarget)
    {
        var start = Current;
        var callee = ParsePostfix();
        // `null 1` is read as a call, so that the finding stands at what is no function.
        if (callee is not (Target or ArgumentAt or Literal { Value: null }) && !(isPipeTarget && callee is Nested) || !StartsArgument()) return callee;
        var arguments = new List<Argument>();
        while (StartsArgument())
        {
            if (Current.Kind == TokenKind.Identifier && Next.Is(":") && !Next.Spaced)
            {
                var name = Current;
                index += 2;
                SkipLineBreaks();
                arguments.Add(new(name.Text, ParseArgument()));
            }
            else
            {
                if (arguments is [.., { Name: not null }]) Report(Current, "an argument without a name cannot follow one with a name", "");
                arguments.Add(new(null, ParseArgument()));
            }
            if (arguments[^1].Value is Unreadable) return arguments[^1].Value;
        }
        return Checked(new CallExpression(callee, [.. arguments], SpanFrom(start)));
    }

    private Expression ParseArgument()
    {
        var token = Current;
        if (token.Kind == TokenKind.Sign && token.Text is "@" or "^" or "!" or "-" or "+") return ParseUnary();
        return ParsePostfix();
    }

    private bool StartsArgument()
    {
        var token = Current;
        if (inLoopHead && lineBreaksIgnored == 0 && AtLoopParameter()) return false;
        return token.Kind switch
        {
            TokenKind.Identifier => token.Text is not ("and" or "or" or "in") && (!Keywords.Contains(token.Text) || token.IsName("do") || (token.Text is "for" or "while" or "tablerow" && Next.Is("."))),
            TokenKind.Number or TokenKind.String or TokenKind.InterpolationStart or TokenKind.Local or TokenKind.LocalIndex or TokenKind.Arguments or TokenKind.Block => true,
            TokenKind.Sign => token.Spaced && token.Text is "(" or "[" or "{" or "@" or "^" || token.Spaced && token.Is("!") && !Next.Spaced,
            _ => false,
        };
    }

    private bool AtLoopParameter() =>
        Current.Kind == TokenKind.Identifier && (Current.Text is "reversed" && !Next.Is(".") || Current.Text is "offset" or "limit" or "cols" && Next.Is(":"));

    // A value and what follows it without a blank: members, elements, a call in parentheses.
    private Expression ParsePostfix()
    {
        var start = Current;
        var value = ParsePrimary();
        while (value is not Unreadable)
        {
            var token = tokens[index];
            if (token.Kind != TokenKind.Sign) break;
            if (token.Text is "." or "?.")
            {
                index++;
                var name = tokens[index];
                if (name.Kind != TokenKind.Identifier)
                {
                    Report(name, $"the name of a member is expected after \"{token.Text}\"", "");
                    value = new Unreadable(SpanOf(token));
                    break;
                }
                index++;
                // `a?.b.c`: where a or b is missing, so is c.
                value = Checked(new Member(value, name.Text, token.Is("?."), SpanOf(name)) { IsGuarded = token.Is("?.") || IsGuarded(value) });
            }
            else if (token.Is("[") && !token.Spaced)
            {
                index++;
                lineBreaksIgnored++;
                var element = ParseExpression();
                var unreadable = element as Unreadable ?? Expect("]", "\"]\"");
                lineBreaksIgnored = Math.Max(0, lineBreaksIgnored - 1);
                if (tokens[index].Is("]")) index++;
                value = unreadable as Expression ?? Checked(new Element(value, element, SpanFrom(start)) { IsGuarded = IsGuarded(value) });
            }
            else if (token.Is("(") && !token.Spaced && value is Target or ArgumentAt) value = ParseParenthesizedCall(value, start);
            else if (token.Text is "++" or "--" && value is Target target)
            {
                index++;
                value = Checked(new Increment(target, token.Is("--"), before: false, SpanFrom(start)));
                break;
            }
            else break;
        }
        return value;
    }

    private static bool IsGuarded(Expression value) => value switch
    {
        Member member => member.IsGuarded,
        Element element => element.IsGuarded,
        Nested nested => IsGuarded(nested.Inner),
        _ => false,
    };

    private Expression ParseParenthesizedCall(Expression callee, Token start)
    {
        index++;
        lineBreaksIgnored++;
        var arguments = new List<Argument>();
        Unreadable? unreadable = null;
        while (!Current.Is(")") && unreadable is null && Current.Kind is not (TokenKind.End or TokenKind.CodeExit))
        {
            string? name = null;
            if (Current.Kind == TokenKind.Identifier && Next.Is(":") && !Next.Spaced)
            {
                name = Current.Text;
                index += 2;
            }
            arguments.Add(new(name, ParseExpression()));
            unreadable = arguments[^1].Value as Unreadable;
            if (!Take(",")) break;
        }
        unreadable ??= Expect(")", "\",\" or \")\"");
        lineBreaksIgnored = Math.Max(0, lineBreaksIgnored - 1);
        if (tokens[index].Is(")")) index++;
        return unreadable as Expression ?? Checked(new CallExpression(callee, [.. arguments], SpanFrom(start)) { Parenthesized = true });
    }

    // Null when the sign stands here; it is not taken.
    private Unreadable? Expect(string sign, string described)
    {
        if (Current.Is(sign)) return null;
        Report(Current, $"{described} is expected here", "");
        return new(SpanOf(Current));
    }

    private void SkipLineBreaksBefore(string sign)
    {
        var ahead = index;
        while (tokens[ahead].Kind == TokenKind.NewLine) ahead++;
        if (tokens[ahead].Is(sign)) index = ahead;
    }
}
