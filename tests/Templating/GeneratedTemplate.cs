using System.Globalization;
using System.Text;

using StaticSite.Templating;
using StaticSite.Templating.Functions;

namespace StaticSite.Tests.Templating;

/// <summary>Writes a random template that nearly always can be read: every statement, operator and built-in function, on values of every kind. Most of
/// what it does goes wrong in the end, which is the point: what a function does with a value that it does not expect.</summary>
internal sealed class GeneratedTemplate(Random random)
{
    private static readonly string[] Names = ["a", "b", "c", "f", "g", "$x", "$y"];
    private static readonly string[] Members = ["k", "a", "size", "day", "ticks", "name", "key", "value", "self", "total_hours"];
    private static readonly string[] Operators =
        ["+", "-", "*", "/", "//", "%", "<<", ">>", "..", "..<", "==", "!=", "<", ">", "<=", ">=", "&&", "||", "??", "?!", "and", "or"];

    private static readonly string[] Atoms =
    [
        "null", "true", "false", "empty", "this", "$", "$0", "$1", "0", "1", "2", "-1", "3", "7", "40", "1000", "2147483647", "2147483648", "-9223372036854775808", "9223372036854775807",
        "99999999999999999999", "1e308", "1e-320", "0.1", "2.5f", "1.5m", "7.9e27m", "0xFFFFFFFF", "''", "'a'", "'b c'", "' <b>&amp;</b> '", "'中文 é \\uD83D'", "'\\uD83D\\uDE00'", "'1'", "'1.5'", "'-7'",
        "'2013-04-05'", "'2013-04-05T06:07:08'", "'%Y-%m-%d'", "'%c %x %X %U %V'", "'fr-FR'", "'ar-SA'", "'fa-IR'", "'he-IL'", "'th-TH'", "'N2'", "'X'", "'C'", "'0.##'", "'yyyy'", "'E400'", "'ordinalignorecase'",
        "`(\\w+)\\s*`", "`(?<n>.)`", "`^`", "`$`", "'i'", "'$1'", "'${n}$_'", "'$&$`'", "`[a`", "`{\"k\": [1, {\"a\": null}]}`", "'[1, 2'", "'1 + 1'", "'k'", "'{{ k }}'", "'page'", "'tpl:page'", "[]", "{}", "[1, 2, 3]", "['b', 'a', null, 1]", "[[1], [2]]",
        "{k: 1, a: 'x'}", "{k: {k: {k: 1}}}", "[{k: 2}, {k: 1}]", "(1..5)", "(5..1)", "(0..<0)", "(1..9999999999)", "('<i>' | html.raw)", "(date.parse '2013-04-05')", "(timespan.from_days 1)", "(timespan.from_days -10000000)",
        "@f", "@g", "@string.upcase", "@array.size", "@include", "x", "y", "o", "o.a", "list", "day", "person", "person.boss", "far", "lazy", "set", "bytes", "string", "date", "for.index", "for.last", "for.changed", "while.index", "nope",
    ];

    private readonly StringBuilder text = new();

    // What is left: each part of a template takes from it.
    private int budget = 60;
    private int loops;

    public string Write()
    {
        Words();
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            text.Append("{{ ");
            Statement(0);
            text.Append(random.Next(4) == 0 ? " -}}" : " }}");
            Words();
        }
        return text.ToString();
    }

    private void Statements(int depth)
    {
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            text.Append(random.Next(5) == 0 ? " }}<p>\n{{ " : random.Next(3) == 0 ? "\n" : "; ");
            Statement(depth);
        }
        text.Append("; ");
    }

    private void Statement(int depth)
    {
        budget--;
        if (depth > 4 || budget < 0)
        {
            Append(Pick(Atoms));
            return;
        }
        switch (random.Next(24))
        {
            case 0:
                Block("if ", depth);
                if (random.Next(2) == 0) Branch("else if ", depth);
                if (random.Next(2) == 0) Branch("else", depth);
                End();
                break;
            case 1 or 2:
                loops++;
                Append(random.Next(5) == 0 ? "tablerow " : "for ").Append(Pick(Names)).Append(" in ");
                Expression(depth + 1);
                if (random.Next(4) == 0) Append(" offset: ").Append(random.Next(-1, 3).ToString(CultureInfo.InvariantCulture));
                if (random.Next(4) == 0) Append(" limit: ").Append(random.Next(4).ToString(CultureInfo.InvariantCulture));
                if (random.Next(6) == 0) Append(" reversed");
                Statements(depth + 1);
                if (random.Next(3) == 0) Branch("else", depth);
                loops--;
                End();
                break;
            case 3:
                loops++;
                Block("while ", depth);
                loops--;
                End();
                break;
            case 4:
                Append("case ");
                Expression(depth + 1);
                Append("; ");
                for (var n = random.Next(1, 3); n > 0; n--)
                {
                    Append("when ");
                    Expression(depth + 2);
                    if (random.Next(3) == 0) Append(", ").Append(Pick(Atoms));
                    Statements(depth + 1);
                }
                if (random.Next(2) == 0) Branch("else", depth);
                End();
                break;
            case 5:
                Append("func ").Append(Pick(["f", "g", "$x"])).Append(Pick(["", "(a)", "(a, b = 2)", "(a, rest...)"]));
                var outer = loops;
                loops = 0;
                Statements(depth + 1);
                loops = outer;
                if (random.Next(2) == 0)
                {
                    Append("ret ");
                    Expression(depth + 1);
                    Append("; ");
                }
                End();
                break;
            case 6:
                Append("capture ").Append(Pick(Names));
                Statements(depth + 1);
                End();
                break;
            case 7:
                Block("with ", depth);
                End();
                break;
            case 8:
                Append("wrap ").Append(Pick(["f", "g", "f 1 2", "g a", "include 'page'"]));
                Statements(depth + 1);
                if (random.Next(2) == 0) Append("$$; ");
                End();
                break;
            case 9:
                Append(Pick(["import ", "readonly a;", "ret ", "include ", "include_join ", "date.format = "]));
                Expression(depth + 1);
                break;
            case 10:
                Append(loops > 0 ? Pick(["break", "continue"]) : "ret");
                break;
            case 11:
                Append(Pick(Names)).Append(Pick(["++", "--"]));
                break;
            case 12:
                Append(Pick(["f", "g"])).Append("(a) = ");
                Expression(depth + 1);
                break;
            case 13:
                Append(Pick(["$$", "$"]));
                break;
            case < 20:
                Place();
                Append(Pick([" = ", " = ", " = ", " += ", " *= ", " -= ", " /= ", " //= ", " %= ", " ??= "]));
                Expression(depth + 1);
                break;
            default:
                Expression(depth + 1);
                break;
        }
    }

    private void Block(string head, int depth)
    {
        Append(head);
        Expression(depth + 1);
        Statements(depth + 1);
    }

    private void Branch(string head, int depth)
    {
        Append(head);
        if (head[^1] == ' ') Expression(depth + 2);
        Statements(depth + 1);
    }

    private void End() => Append("end");

    private void Place()
    {
        Append(Pick(Names));
        if (random.Next(4) == 0) Append(".").Append(Pick(Members));
        if (random.Next(4) == 0) Append("[").Append(Pick(Atoms)).Append("]");
    }

    private void Expression(int depth)
    {
        budget--;
        if (depth > 5 || budget < 0 || random.Next(4) == 0)
        {
            Append(Pick(Atoms));
            return;
        }
        switch (random.Next(14))
        {
            case 0 or 1:
                Append("(");
                Expression(depth + 1);
                Append(" ").Append(Pick(Operators)).Append(" ");
                Expression(depth + 1);
                Append(")");
                break;
            case 2:
                Append(Pick(["!", "-", "+", "!"])).Append("(");
                Expression(depth + 1);
                Append(")");
                break;
            case 3:
                Append("(");
                Expression(depth + 1);
                Append(" ? ");
                Expression(depth + 1);
                Append(" : ");
                Expression(depth + 1);
                Append(")");
                break;
            case 4:
                Place();
                break;
            case 5:
                Append("(");
                Expression(depth + 1);
                Append(")").Append(Pick([".", "?."])).Append(Pick(Members));
                break;
            case 6:
                Append("[");
                Expression(depth + 1);
                Append(", ");
                Expression(depth + 1);
                Append("]");
                break;
            case 7:
                Append("{k: ");
                Expression(depth + 1);
                Append(", a: ");
                Expression(depth + 1);
                Append("}");
                break;
            case 8:
                Append("$\"t {").Append(Pick(Names)).Append("} {").Append(Pick(Atoms.Where(a => !a.Contains('"', StringComparison.Ordinal)).ToArray())).Append("}\"");
                break;
            case 9:
                Append("(do; ret ");
                Expression(depth + 2);
                Append("; end)");
                break;
            default:
                Call(depth);
                break;
        }
    }

    private void Call(int depth)
    {
        var group = Builtins.Groups[random.Next(Builtins.Groups.Count)];
        var name = Pick(group.Names.ToArray());
        group.TryGet(name, out var function);
        var parameters = ((Builtin)function!).Parameters;
        var count = Math.Max(0, Math.Min(parameters.Count, 5) - (random.Next(3) == 0 ? 1 : 0));
        Append("(");
        if (count > 0 && random.Next(2) == 0)
        {
            Expression(depth + 1);
            Append(" | ");
            count--;
        }
        Append(random.Next(12) == 0 ? Pick(["f", "g", "include"]) : $"{group.Name}.{name}");
        for (; count > 0; count--)
        {
            var kind = parameters[parameters.Count - Math.Min(count, parameters.Count)].Kind;
            Append(" ");
            // Mostly what the function asks for: what it does with the wrong kind is soon known.
            if (kind == ParameterKind.Function && random.Next(4) > 0) Append(Pick(["@f", "@g", "@string.upcase", "@array.size", "@string.empty", "@object.to_json"]));
            else if (kind is ParameterKind.Integer or ParameterKind.Number && random.Next(4) > 0) Append(Pick(["0", "1", "2", "(-1)", "30", "100000", "2147483647", "(-2147483648)", "1.5", "99999999999999999999"]));
            else if (kind == ParameterKind.Text && random.Next(3) > 0) Append(Pick(Atoms.Where(a => a[0] is '\'' or '`').ToArray()));
            else
            {
                Append("(");
                Expression(depth + 2);
                Append(")");
            }
        }
        Append(")");
    }

    private void Words()
    {
        if (random.Next(2) == 0) Append(Pick(["<p>\n", "  ", "\n    ", "\"é\" ", "x"]));
    }

    private GeneratedTemplate Append(string more)
    {
        text.Append(more);
        return this;
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
