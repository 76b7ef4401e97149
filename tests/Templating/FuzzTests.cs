using System.Text;

using StaticSite.Templating;

namespace StaticSite.Tests.Templating;

public class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", "{%{", "}%}", "if ", "else", "end", "for x in ", "while ", "case ", "when ", "func f(x)", "func g", "ret ", "do;", "capture c", "with o",
        "wrap f ", "include 'page' ", "import ", "readonly ", "break", "continue", "tablerow ", "$", "$$", "$0", "$x", "x", "y", "o.a", "o", "list", "this", "true", "null", "empty", "1", "0x",
        "99999999999999999999", "1.5", "'s'", "\"s", "`", "$\"{", "\\", "+", "-", "*", "/", "//", "%", "<<", ">>", "..", "..<", "==", "!", "&&", "||", "??", "?!", "?.", "?", ":", "|", "^", "@", "=", "+=", "++",
        "(", ")", "[", "]", "{", "}", ",", ";", "\n", " ", "#", "##", "string.", "array.", "upcase", "size", "sort", "each ", "string.pad_left 999999999", "regex.match ", "'(a+)+$'", "math.format 'N9'",
        "\uD83D", "\uDE00", "中", "\0", "\r\n", "limit:", "offset:", "reversed", "9..1", "object.eval ", "object.eval_template ", "'{{ x }}'", "object.to_json ", "object.from_json ", "include_join ['page'] ", "date.parse '2013-04-05'", "date.to_string ", "timespan.from_days 1", "date.format = ", "string.index_of ", "1..999999999",
    ];

    private static readonly Limits Small = new()
    {
        Steps = 500, CallDepth = 20, IncludeDepth = 4, OutputLength = 20_000, StringLength = 2_000, ArrayLength = 500, TotalBuilt = 20_000, PrintDepth = 8, RegexTime = TimeSpan.FromMilliseconds(20),
    };

    private static readonly Dictionary<string, object?> Model = new(StringComparer.Ordinal)
    {
        ["x"] = 1,
        ["y"] = "<text>",
        ["o"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["a"] = new[] { 1, 2 }, ["b"] = null },
        ["list"] = new List<string> { "b", "a" },
    };

    [Fact]
    public void Mutated_templates_never_throw_and_keep_to_their_limits()
    {
        var seeds = new List<string>();
        foreach (string file in TestFiles.Cases("Templating/Cases", "*.case.txt"))
            seeds.AddRange(TemplateCase.Read(TestFiles.Read(file)).SelectMany(c => c.Sections).Where(s => s.Header == "template").Select(s => s.Content));
        var random = new Random(20_2611);
        for (var i = 0; i < 20_000; i++)
        {
            var text = Mutate(seeds[random.Next(seeds.Count)], seeds[random.Next(seeds.Count)], random);
            var output = new StringBuilder();
            try
            {
                var template = Template.Parse(new("page", text));
                var options = new RenderOptions { Include = name => name == "page" ? template : null, Strict = i % 2 == 0, EscapeHtml = i % 3 == 0, Limits = Small };
                var findings = template.Value.Render(options, Model, output).AddRange(template.Diagnostics);
                Assert.All(findings, f => Assert.InRange(f.Span.Start + f.Span.Length, f.Span.Start, text.Length));
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"template {i} throws {e}\n{text}");
            }
            Assert.InRange(output.Length, 0, 8 * Small.OutputLength);
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{a:")]
    [InlineData("!")]
    [InlineData("-")]
    [InlineData("x.")]
    [InlineData("x[")]
    [InlineData("f(")]
    [InlineData("1+")]
    [InlineData("1?")]
    [InlineData("1?1:")]
    [InlineData("1|f|")]
    [InlineData("f do;")]
    [InlineData("f @")]
    [InlineData("$\"{")]
    [InlineData("if 1;")]
    [InlineData("if 1; else;")]
    [InlineData("if 1; else if 2;")]
    [InlineData("for x in 1;")]
    [InlineData("case 1; when 1;")]
    [InlineData("case 1;")]
    [InlineData("func f;")]
    [InlineData("capture c;")]
    [InlineData("a=")]
    [InlineData("1??")]
    [InlineData("x ")]
    [InlineData("{{")]
    [InlineData("}}{{")]
    [InlineData("#")]
    [InlineData("{%{")]
    public void Nesting_a_hundred_thousand_deep_is_a_finding_or_harmless(string piece)
    {
        var text = "{{ " + string.Concat(Enumerable.Repeat(piece, 100_000));
        var template = Template.Parse(new("page", text));
        Assert.NotEmpty(template.Diagnostics);
        Assert.InRange(template.Diagnostics.Length, 1, 100);
        template.Value.Render(RenderOptions.Default with { Limits = Small }, Model, new());
    }

    [Fact]
    public void Deep_recursion_on_a_small_stack_is_a_finding()
    {
        var deepest = string.Concat(Enumerable.Repeat("(", 80)) + "f" + string.Concat(Enumerable.Repeat(")", 80));
        var blocks = string.Concat(Enumerable.Repeat("if true; ", 90)) + "f" + string.Concat(Enumerable.Repeat("; end", 90));
        var members = "f" + string.Concat(Enumerable.Repeat(".a", 90));
        foreach (var body in (string[])[deepest, blocks, members, "x = " + deepest, "include 'page'"])
        {
            var template = Template.Parse(new("page", $"{{{{ func f; {body}; end; f }}}}"));
            Assert.Empty(template.Diagnostics);
            var options = new RenderOptions { Include = _ => template, Limits = new() { CallDepth = 1_000_000, IncludeDepth = 1_000_000 } };
            var rules = new List<string>();
            var thread = new Thread(() => rules.AddRange(template.Value.Render(options, Model, new()).Select(f => f.Rule.Id)), 256 * 1024);
            thread.Start();
            thread.Join();
            Assert.Contains(TemplateRules.Limit.Id, rules);
        }
    }

    private static string Mutate(string text, string other, Random random)
    {
        var mutated = new StringBuilder(text);
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var at = random.Next(mutated.Length + 1);
            switch (random.Next(5))
            {
                case 0 when mutated.Length > at:
                    mutated.Remove(at, random.Next(1, Math.Min(12, mutated.Length - at + 1)));
                    break;
                case 1 when other.Length > 0:
                    var from = random.Next(other.Length);
                    mutated.Insert(at, other.AsSpan(from, random.Next(1, other.Length - from + 1)));
                    break;
                case 2 when mutated.Length > at:
                    mutated[at] = (char)random.Next(32, 127);
                    break;
                default:
                    mutated.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }
        return mutated.ToString();
    }
}
