using StaticSite.Templating.Tree;

namespace StaticSite.Templating.Functions;

/// <summary>`object.eval` and `object.eval_template`: text that is itself code. It runs under the limits of the page; its findings stand at the call.</summary>
internal static class Evaluation
{
    // Reading code costs more than copying it.
    private const int CostPerCharacter = 16;

    /// <summary>The value of an expression in a string; statements before it are executed. A function is called, other values stay.</summary>
    public static object? Eval(Call call)
    {
        if (call[0] is not string code) return call[0] is Function ? call.Apply(0, []) : call[0];
        // The line break ends a comment.
        if (Read(call, "{{" + code + "\n}}") is not { } body) return Fault.Value;
        var statements = body.Statements;
        if (statements.Any(s => s is TextStatement)) return call.Wrong("the text is no expression", "write no {{ and }} in it");
        return InCall(call, () =>
        {
            for (var i = 0; i < statements.Count; i++)
            {
                if (i == statements.Count - 1 && statements[i] is PrintStatement last) return last.Expression.Evaluate(call.Renderer);
                if (statements[i].Execute(call.Renderer) != Flow.Return) continue;
                var returned = call.Renderer.Returned;
                call.Renderer.Returned = null;
                return returned;
            }
            return null;
        });
    }

    /// <summary>What a template in a string prints. Of a plain string the result is a plain string, which printing escapes; of HTML it is HTML.</summary>
    public static object? EvalTemplate(Call call)
    {
        if (Values.AsText(call[0]) is not { } code) return call[0] is Function ? call.Apply(0, []) : call[0];
        if (Read(call, code) is not { } body) return Fault.Value;
        var renderer = call.Renderer;
        var options = renderer.Options;
        var html = call[0] is HtmlString && options.EscapeHtml;
        return InCall(call, () =>
        {
            try
            {
                renderer.Options = options with { EscapeHtml = html };
                var text = renderer.Capture(() => body.Execute(renderer), call.Site.Span);
                renderer.Returned = null;
                return html ? new HtmlString(text) : text;
            }
            finally
            {
                renderer.Options = options;
            }
        });
    }

    private static Block? Read(Call call, string code)
    {
        call.Renderer.Charge((long)code.Length * CostPerCharacter, call.Site.Span);
        var (body, findings) = Template.ParseInside(code, call.Site.Span);
        foreach (var finding in findings) call.Renderer.Report(finding);
        return findings.IsEmpty ? body : null;
    }

    private static object? InCall(Call call, Func<object?> run)
    {
        call.Renderer.EnterCall(call.Site.Span);
        var result = run();
        call.Renderer.LeaveCall();
        return result;
    }
}
