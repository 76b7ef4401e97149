using System.Collections.Immutable;
using System.Text;

using StaticSite.Templating;
using StaticSite.Templating.Functions;
using StaticSite.Tests.Fuzzing;

using Xunit.Abstractions;

namespace StaticSite.Tests.Templating;

public class FuzzTests(ITestOutputHelper written)
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
        Steps = 500, CallDepth = 20, IncludeDepth = 4, OutputLength = 20_000, StringLength = 2_000, ArrayLength = 500, TotalBuilt = 50_000, PrintDepth = 8, RegexTime = TimeSpan.FromMilliseconds(20),
    };

    private sealed record Person(string FullName, Person? Boss = null)
    {
        public Person Self => this;
        public DateOnly Born => new(1970, 1, 1);
        public ImmutableArray<Person> Reports { get; init; }
    }

    private static readonly Dictionary<string, object?> Model = new(StringComparer.Ordinal)
    {
        ["x"] = 1,
        ["y"] = "<text>",
        ["o"] = new Dictionary<string, object?>(StringComparer.Ordinal) { ["a"] = new[] { 1, 2 }, ["b"] = null },
        ["list"] = new List<string> { "b", "a" },
        ["day"] = new DateOnly(2013, 4, 5),
        ["far"] = DateTime.MaxValue,
        ["person"] = new Person("Ann & Bo", new("Cy")),
        ["lazy"] = Enumerable.Range(1, 3).Select(n => n * 0.5),
        ["set"] = new SortedSet<string>(StringComparer.Ordinal) { "b", "a" },
        ["bytes"] = new byte[] { 1, 2 },
    };

    private const long MostBytes = 64 << 20;

    [Fact]
    public void Mutated_templates_never_throw_and_keep_to_their_limits()
    {
        var seeds = new List<string>();
        foreach (string file in TestFiles.Cases("Templating/Cases", "*.case.txt"))
            seeds.AddRange(TemplateCase.Read(TestFiles.Read(file)).SelectMany(c => c.Sections).Where(s => s.Header == "template").Select(s => s.Content));
        seeds.AddRange(Example.All.Select(e => e.Template));
        seeds.AddRange(Directory.EnumerateFiles(Path.Combine(TestFiles.Root, "theme"), "*.sbn-html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText));
        Fuzz(random => Mutate(seeds[random.Next(seeds.Count)], seeds[random.Next(seeds.Count)], random));
    }

    [Fact]
    public void Generated_templates_never_throw_and_keep_to_their_limits() => Fuzz(random => new GeneratedTemplate(random).Write());

    [Fact]
    public void Most_generated_templates_can_be_read_and_many_run_to_their_end()
    {
        var random = new Random(FuzzRun.Seed);
        var (read, clean) = (0, 0);
        for (var i = 0; i < 1000; i++)
        {
            var template = Template.Parse(new("page", new GeneratedTemplate(random).Write()));
            if (template.Diagnostics.Length > 0) continue;
            read++;
            if (template.Value.Render(new() { Strict = false, Limits = Small }, Model, new()).All(f => f.Rule != TemplateRules.Limit)) clean++;
        }
        Assert.InRange(read, 900, 1000);
        Assert.InRange(clean, 700, 1000);
    }

    private void Fuzz(Func<Random, string> write) => written.WriteLine(FuzzRun.Of(10_000, write, Failure, text => text));

    private static string? Failure(string text, int number)
    {
        var output = new StringBuilder();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var template = Template.Parse(new("page", text));
        var options = new RenderOptions { Include = name => name == "page" ? template : null, Strict = number % 2 == 0, EscapeHtml = number % 3 == 0, Limits = Small };
        var findings = template.Value.Render(options, Model, output).AddRange(template.Diagnostics);
        if (findings.FirstOrDefault(f => f.Span.Start < 0 || f.Span.Length < 0 || f.Span.Start + f.Span.Length > text.Length) is { } outside) return $"a finding outside of the text: {outside}";
        if (findings.FirstOrDefault(f => f.Message.Length > 2000 || f.Message.Contains("Exception", StringComparison.Ordinal)) is { } strange) return $"a finding not fit to be read: {strange}";
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        if (output.Length > Small.OutputLength) return $"writes {output.Length} characters";
        return bytes > MostBytes ? $"allocates {bytes} bytes" : null;
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
