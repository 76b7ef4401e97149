using StaticSite.Diagnostics;
using StaticSite.Templating.Tree;

namespace StaticSite.Templating;

/// <remarks>The smallest parts of expressions: literals, names, lists, objects, what stands in parentheses.</remarks>
internal sealed partial class Parser
{
    private Expression ParsePrimary()
    {
        var token = Current;
        var span = SpanOf(token);
        switch (token.Kind)
        {
            case TokenKind.Number or TokenKind.String:
                index++;
                return new Literal(token.Value, span);
            case TokenKind.InterpolationStart:
                return ParseInterpolation();
            case TokenKind.Local:
                index++;
                return new Local(token.Text, Locals, Locals.SlotOf(token.Text), span);
            case TokenKind.LocalIndex:
                index++;
                return new ArgumentAt((int)token.Value!, span);
            case TokenKind.Arguments:
                index++;
                return new Arguments(span);
            case TokenKind.Block:
                index++;
                return new BlockCall(span);
            case TokenKind.Identifier:
                return ParseNamed(token, span);
            case TokenKind.Sign when token.Is("("):
                return ParseNested(token);
            case TokenKind.Sign when token.Is("["):
                return ParseList(token);
            case TokenKind.Sign when token.Is("{"):
                return ParseObject(token);
        }
        Report(token, $"a value is expected here, not {Described(token)}", "");
        return new Unreadable(span);
    }

    private Expression ParseNamed(Token token, SourceSpan span)
    {
        if (token.Text is "for" or "while" or "tablerow" && Next.Is("."))
        {
            var name = tokens[Math.Min(index + 2, tokens.Count - 1)];
            if (name.Kind == TokenKind.Identifier)
            {
                index += 3;
                return new LoopMember(token.IsName("while"), name.Text, SpanFrom(token));
            }
        }
        if (token.IsName("do"))
        {
            index++;
            return new AnonymousFunction(ParseFunctionRest("", token), span);
        }
        // Where a statement cannot begin, most keywords are names like others.
        if (token.Text is "end" or "else" or "when")
        {
            Report(token, $"a value is expected here, not the keyword \"{token.Text}\"", "");
            return new Unreadable(span);
        }
        index++;
        return token.Text switch
        {
            "true" => new Literal(Values.True, span),
            "false" => new Literal(Values.False, span),
            "null" => new Literal(null, span),
            "this" => new This(span),
            "empty" or "blank" => new Literal(Empty.Value, span),
            _ => new Variable(token.Text, span),
        };
    }

    private Expression ParseNested(Token start)
    {
        index++;
        lineBreaksIgnored++;
        var inner = ParseExpression();
        var unreadable = inner as Unreadable ?? Expect(")", "\")\"");
        lineBreaksIgnored = Math.Max(0, lineBreaksIgnored - 1);
        if (tokens[index].Is(")")) index++;
        return unreadable as Expression ?? Checked(new Nested(inner, SpanFrom(start)));
    }

    private Expression ParseList(Token start)
    {
        index++;
        lineBreaksIgnored++;
        var items = new List<Expression>();
        Unreadable? unreadable = null;
        while (!Current.Is("]") && unreadable is null && Current.Kind is not (TokenKind.End or TokenKind.CodeExit))
        {
            items.Add(ParseExpression());
            unreadable = items[^1] as Unreadable;
            if (!Take(",")) break;
        }
        unreadable ??= Expect("]", "\",\" or \"]\"");
        lineBreaksIgnored = Math.Max(0, lineBreaksIgnored - 1);
        if (tokens[index].Is("]")) index++;
        return unreadable as Expression ?? Checked(new ListInitializer([.. items], SpanFrom(start)));
    }

    private Expression ParseObject(Token start)
    {
        index++;
        lineBreaksIgnored++;
        var members = new List<KeyValuePair<string, Expression>>();
        Unreadable? unreadable = null;
        while (Current.Kind is TokenKind.Identifier or TokenKind.String)
        {
            var name = Current;
            index++;
            if (!Take(":"))
            {
                Report(name, $"\":\" and a value are expected after \"{name.Text}\"", "");
                unreadable = new Unreadable(SpanOf(name));
                break;
            }
            members.Add(new(name.Text, ParseExpression()));
            unreadable = members[^1].Value as Unreadable;
            if (unreadable is not null || !Take(",")) break;
        }
        unreadable ??= Expect("}", "a name, \",\" or \"}\"");
        lineBreaksIgnored = Math.Max(0, lineBreaksIgnored - 1);
        if (tokens[index].Is("}")) index++;
        return unreadable as Expression ?? Checked(new ObjectInitializer([.. members], SpanFrom(start)));
    }

    private Expression ParseInterpolation()
    {
        var start = Current;
        index++;
        var parts = new List<Expression>();
        while (true)
        {
            var token = tokens[index];
            switch (token.Kind)
            {
                case TokenKind.InterpolationText:
                    index++;
                    parts.Add(new Literal(token.Value, SpanOf(token)));
                    continue;
                case TokenKind.InterpolationOpen:
                    index++;
                    // A part stands on one line, even where brackets around the string allow line breaks.
                    var ignored = lineBreaksIgnored;
                    lineBreaksIgnored = 0;
                    parts.Add(ParseExpression());
                    var closed = Current.Kind == TokenKind.InterpolationClose;
                    if (!closed && parts[^1] is not Unreadable) Report(Current, "\"}\" is expected here, on the line of its \"{\"", "");
                    lineBreaksIgnored = ignored;
                    if (!closed) return new Unreadable(SpanOf(start));
                    index++;
                    continue;
                case TokenKind.InterpolationEnd:
                    index++;
                    return Checked(new Interpolation([.. parts], SpanFrom(start)));
                default:
                    return new Unreadable(SpanOf(start));
            }
        }
    }
}
