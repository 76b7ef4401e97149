using StaticSite.Templating.Tree;

namespace StaticSite.Templating;

/// <remarks>Statements with blocks, and declarations.</remarks>
internal sealed partial class Parser
{
    private Statement ParseIf(Token start)
    {
        var branches = new List<(Expression?, Block)> { (ParseHead(), ParseBlock()) };
        var closed = false;
        while (Current.IsName("else"))
        {
            var token = Current;
            index++;
            if (closed) Report(token, "this \"else\" follows the last one", "only \"else if\" can stand several times");
            if (Current.IsName("if") && !Next.Is("."))
            {
                index++;
                branches.Add((ParseHead(), ParseBlock()));
            }
            else
            {
                closed = true;
                EndHead();
                branches.Add((null, ParseBlock()));
            }
        }
        ExpectEnd(start);
        return new If([.. branches], SpanOf(start));
    }

    private Statement ParseCase(Token start)
    {
        var value = ParseHead();
        var branches = new List<(Expression[], Block)>();
        Block? otherwise = null;
        // What stands before the first `when` is nothing.
        if (ParseBlock().Statements.FirstOrDefault(s => s is not TextStatement) is { } stray) Report(stray.Span, "a statement between \"case\" and the first \"when\" is never reached", "remove it");
        while (Current.IsName("when") || Current.IsName("else"))
        {
            var token = Current;
            index++;
            if (otherwise is not null) Report(token, $"this \"{token.Text}\" follows the \"else\"", "\"else\" comes last");
            if (token.IsName("else"))
            {
                if (branches.Count == 0) Report(token, "this \"else\" has no \"when\" before it", "");
                EndHead();
                otherwise = ParseBlock();
                continue;
            }
            var values = new List<Expression>();
            do
            {
                SkipLineBreaks();
                values.Add(ParseBinary(Precedence("||") + 1));
            }
            while (Take(",") || Take("||") || TakeName("or"));
            EndHead();
            branches.Add(([.. values], ParseBlock()));
        }
        ExpectEnd(start);
        return new Case(value, [.. branches], otherwise, SpanOf(start));
    }

    private Statement? ParseFor(Token start)
    {
        var expression = ParsePostfix();
        var variable = expression as Target;
        if (variable is null)
        {
            if (expression is not Unreadable) Report(expression.Span, "the variable of a loop is a name, a member or an element", "write for item in list");
            variable = new Variable("item", expression.Span);
        }
        if (!TakeName("in")) Report(Current, $"\"in\" is expected after the variable of the loop", "write for item in list");
        inLoopHead = true;
        var list = ParseExpression();
        Expression? offset = null, limit = null, columns = null;
        var reversed = false;
        while (AtLoopParameter())
        {
            var name = Current;
            index++;
            if (name.IsName("reversed"))
            {
                reversed = true;
                continue;
            }
            if (!Take(":")) Report(Current, $"\":\" and a number are expected after \"{name.Text}\"", "");
            var value = ParseBinary(1);
            if (name.IsName("offset")) offset = value;
            else if (name.IsName("limit")) limit = value;
            else columns = value;
        }
        inLoopHead = false;
        EndHead();
        var body = ParseBlock();
        Block? otherwise = null;
        if (Current.IsName("else"))
        {
            index++;
            EndHead();
            otherwise = ParseBlock();
        }
        ExpectEnd(start);
        return new For(variable, list, new(offset, limit, reversed, start.IsName("tablerow"), columns), body, otherwise, SpanOf(start));
    }

    private Statement? ParseCapture(Token start)
    {
        var expression = ParsePostfix();
        EndHead();
        var body = ParseBlock();
        ExpectEnd(start);
        if (expression is Target target) return new Capture(target, body, SpanOf(start));
        if (expression is not Unreadable) Report(expression.Span, "capture needs the name of a variable", "");
        return null;
    }

    private Statement? ParseFunction(Token start)
    {
        var name = Current;
        Target target;
        if (name.Kind == TokenKind.Local) target = new Local(name.Text, Locals, Locals.SlotOf(name.Text), SpanOf(name));
        else
        {
            if (name.Kind != TokenKind.Identifier)
            {
                Report(name, "a name is expected after \"func\"", "");
                SkipStatement();
                ParseBlock();
                ExpectEnd(start);
                return null;
            }
            target = new Variable(name.Text, SpanOf(name));
        }
        index++;
        var function = ParseFunctionRest(name.Text, start, target as Local);
        return new Declaration(target, function, SpanOf(start));
    }

    // Parameters, body and `end`. A function has local variables of its own, but the numbering is that of the file.
    private TemplateFunction ParseFunctionRest(string name, Token start, Local? self = null)
    {
        var parameters = Current.Is("(") ? ParseParameters() : null;
        var (ignored, head) = (lineBreaksIgnored, inLoopHead);
        (lineBreaksIgnored, inLoopHead) = (0, false);
        EndHead();
        var body = ParseBlock();
        if (Current.IsName("end")) index++;
        else ReportOpen(start);
        (lineBreaksIgnored, inLoopHead) = (ignored, head);
        if (name.Length > 0) EndStatement(null);
        return new(name, parameters, body, null, Locals) { Self = self };
    }

    private TemplateParameter[] ParseParameters()
    {
        var parameters = new List<TemplateParameter>();
        index++;
        lineBreaksIgnored++;
        while (Current.Kind == TokenKind.Identifier)
        {
            var name = Current;
            index++;
            if (parameters.Count == MaxParameters)
            {
                Report(name, $"a function has at most {MaxParameters} parameters", "take a list or an object");
                SkipStatement();
                break;
            }
            if (parameters.Exists(p => p.Name == name.Text)) Report(name, $"there are two parameters \"{name.Text}\"", "");
            if (parameters is [.., { IsRest: true }]) Report(name, "a parameter with \"...\" must be the last one", "");
            if (Take("...")) parameters.Add(new(name.Text, null, true));
            else if (Take("=")) parameters.Add(new(name.Text, ParseExpression(), false));
            else
            {
                if (parameters is [.., { Default: not null }]) Report(name, $"\"{name.Text}\" needs a default value, since the parameter before it has one", "");
                parameters.Add(new(name.Text, null, false));
            }
            if (!Take(",")) break;
        }
        if (!Current.Is(")")) Report(Current, "a parameter or \")\" is expected here", "");
        lineBreaksIgnored--;
        if (tokens[index].Is(")")) index++;
        return [.. parameters];
    }

    private Statement? ParseInlineFunction(CallExpression call, Token start)
    {
        var parameters = new List<TemplateParameter>();
        foreach (var argument in call.Arguments)
        {
            if (argument is { Name: null, Value: Variable { Name: var name } }) parameters.Add(new(name, null, false));
            else Report(argument.Value.Span, "a parameter of an inline function is a plain name", "");
        }
        var result = ParseExpression();
        var target = (Target)call.Callee;
        var declared = target is Variable variable ? variable.Name : ((Local)target).Name;
        return EndStatement(new Declaration(target, new(declared, [.. parameters], null, result, Locals), SpanOf(start)));
    }
}
