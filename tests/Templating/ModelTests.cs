using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Templating;

namespace StaticSite.Tests.Templating;

public class ModelTests
{
    private enum State { NotHeld, HeldHTML }

    private sealed record Person(string FullName, Person? Boss = null)
    {
        public ImmutableArray<Person> Reports { get; init; }
        public State State { get; init; } = State.NotHeld;
        public int? Age { get; init; }
        public HtmlString Note { get; init; }
        public static string Shared => "not a member";
        internal string Hidden => "not a member";
    }

    private readonly record struct Place(int Line, int Column);

    private static readonly Dictionary<string, object?> Model = new(StringComparer.Ordinal)
    {
        ["p"] = new Person("Ann & Bo", new Person("Cy")) { Reports = [new("Di"), new("Ed", null) { Age = 5 }], State = State.HeldHTML, Note = new("<b>n</b>") },
        ["place"] = new Place(3, 4),
        ["default_list"] = default(ImmutableArray<Person>),
        ["letters"] = ImmutableArray.Create('a', 'b'),
        ["states"] = new[] { State.NotHeld, State.HeldHTML },
        ["set"] = new SortedSet<int> { 3, 1, 2 },
        ["frozen"] = new Dictionary<string, int>(StringComparer.Ordinal) { ["k"] = 7 }.ToFrozenDictionary(StringComparer.Ordinal),
        ["immutable"] = ImmutableDictionary<string, object?>.Empty.Add("k", State.NotHeld),
        ["hashed"] = "ponmlkjihgfedcba".ToFrozenDictionary(c => c.ToString(), _ => 1, StringComparer.Ordinal),
        ["day"] = new DateOnly(2013, 4, 5),
        ["time"] = new DateTime(2013, 4, 5, 6, 7, 8, DateTimeKind.Utc),
        ["big"] = 12345678901L,
        ["exact"] = 1.50m,
        ["real"] = 0.1,
        ["small"] = (byte)9,
        ["lazy"] = Enumerable.Range(1, 3).Select(n => n * n),
        ["state"] = State.NotHeld,
        ["html"] = new HtmlString("<i>"),
        ["pairs"] = new[] { KeyValuePair.Create("a", 1) },
    };

    [Theory]
    [InlineData("{{ p.full_name }} {{ p.boss.full_name }} {{ p.boss.boss?.full_name }}|", "Ann &amp; Bo Cy |")]
    [InlineData("{{ p.reports.size }} {{ p.reports[1].full_name }} {{ p.reports[1].age }} {{ p.reports[0].age }}|", "2 Ed 5 |")]
    [InlineData("{{ p.boss.reports.size }} {{ for r in p.boss.reports }}x{{ else }}none{{ end }}", "0 none")]
    [InlineData("{{ p.state }} {{ state }} {{ states }} {{ p.state == 'held_html' }} {{ for s in states; s; end }}", "held_html not_held [&quot;not_held&quot;, &quot;held_html&quot;] true not_heldheld_html")]
    [InlineData("{{ p.note }} {{ p.boss.note }}| {{ html }}", "<b>n</b> | <i>")]
    [InlineData("{{ place.line }}:{{ place.column }} {{ place }}", "3:4 {line: 3, column: 4}")]
    [InlineData("{{ default_list.size }} {{ default_list }} {{ for x in default_list; x; end }}", "0 [] ")]
    [InlineData("{{ letters }} {{ letters[0] }} {{ letters[0] == 'a' }}", "[&quot;a&quot;, &quot;b&quot;] a true")]
    [InlineData("{{ set }} {{ set.size }} {{ set | array.last }} {{ lazy }} {{ lazy.size }} {{ for x in lazy; x; end }}", "[1, 2, 3] 3 3 [1, 4, 9] 3 149")]
    [InlineData("{{ frozen.k }} {{ frozen['k'] }} {{ immutable.k }} {{ frozen?.none ?? 0 }} {{ for x in frozen; x.key; x.value; end }}", "7 7 not_held 0 k7")]
    [InlineData("{{ day }} {{ time }} {{ day | date.to_string '%d %B %Y' }} {{ day < (date.parse '2014-01-01') ? 1 : 2 }}", "2013-04-05 05 Apr 2013 05 April 2013 1")]
    [InlineData("{{ big + 1 }} {{ exact }} {{ exact * 2 }} {{ real + 0.2 }} {{ small + 1 }} {{ big / 2 }}", "12345678902 1.50 3.00 0.30000000000000004 10 6172839450.5")]
    [InlineData("{{ with p; full_name; boss.full_name; end }} {{ import p; state }}", "Ann &amp; BoCy held_html")]
    [InlineData("{{ p.reports | array.map 'full_name' | array.join ', ' }} {{ p.reports | array.sort 'age' | array.map 'full_name' }}", "Di, Ed [&quot;Di&quot;, &quot;Ed&quot;]")]
    [InlineData("{{ for x in hashed; x.key; end }} {{ hashed }} {{ hashed | object.keys | array.join '' }}", "abcdefghijklmnop {a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1, j: 1, k: 1, l: 1, m: 1, n: 1, o: 1, p: 1} abcdefghijklmnop")]
    [InlineData("{{ for x in pairs; x.key; x.value; end }}", "a1")]
    public void Values_of_the_model_are_read(string template, string expected)
    {
        var (output, findings) = Render(template);
        Assert.Empty(findings);
        Assert.Equal(expected, output);
    }

    [Theory]
    [InlineData("{{ p.fullname }}", "template/unknown-member: the person has no member \"fullname\"; did you mean \"full_name\"?")]
    [InlineData("{{ p.fullname ?? 1 }}", "template/unknown-member: the person has no member \"fullname\"; did you mean \"full_name\"?")]
    [InlineData("{{ p.shared }}", "template/unknown-member: the person has no member \"shared\"; ")]
    [InlineData("{{ p.hidden }}", "template/unknown-member: the person has no member \"hidden\"; ")]
    [InlineData("{{ p.boss.boss.full_name }}", "template/null-member: the value before \".full_name\" is null; write ?. if it may be missing")]
    [InlineData("{{ p.full_name = 1 }}", "template/read-only: \"full_name\" is a member of the model or a built-in, which templates cannot change; ")]
    [InlineData("{{ p.reports | array.map 'nam' }}", "template/unknown-member: an element has no member \"nam\"; ")]
    public void What_the_model_does_not_have_is_a_finding(string template, string expected)
    {
        var finding = Assert.Single(Render(template).Findings);
        Assert.Equal(expected, $"{finding.Rule.Id}: {finding.Message}; {finding.Hint}");
    }

    [Fact]
    public void The_model_is_never_changed()
    {
        var model = new Dictionary<string, object?>(StringComparer.Ordinal) { ["l"] = new List<object?> { 1 }, ["x"] = 1 };
        Render("{{ x = 2; l2 = l | array.add 3; l << 4; y = l; y[0] = 9 }}", model);
        Assert.Equal(1, model["x"]);
        Assert.Equal([1], (List<object?>)model["l"]!);
    }

    [Fact]
    public void One_template_gives_the_same_page_on_many_threads()
    {
        var template = Template.Parse(new("page", """
            {{ func row(x, y = 2) }}<tr>{{ x.full_name }}{{ $i = y; $i }}</tr>{{ end ~}}
            {{ for r in p.reports; row r; capture c; r.full_name | string.upcase; end; c; include "part" r.full_name n: for.index; end }}
            {{ x = 0; while x < 50; x += 1; end; x; 1..20 | array.reverse | array.sort; p.state; place; "a1" | regex.replace `\d` "-" }}
            """));
        var part = Template.Parse(new("part", "[{{ $0 }}{{ $n }}{{ page_only ?? 'none' }}{{ page_only = $n }}]"));
        Assert.Empty(template.Diagnostics);
        Assert.Empty(part.Diagnostics);
        var options = new RenderOptions { Include = name => name == "part" ? part : null };
        var expected = new StringBuilder();
        Assert.Empty(template.Value.Render(options, Model, expected));
        Parallel.For(0, 2_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            var output = new StringBuilder();
            Assert.Empty(template.Value.Render(options, Model, output));
            Assert.True(output.Equals(expected));
        });
    }

    private sealed record Named(string Name, ImmutableArray<string> Parts);

    private readonly record struct NamedValue(string Name, IReadOnlyList<int> Parts);

    private sealed class NamedClass
    {
        public string Name => "of a class";
        public HashSet<string> Parts { get; } = ["only"];
    }

    [Fact]
    public void One_place_reads_members_of_many_types_on_many_threads()
    {
        var template = Template.Parse(new("page", "{{ x.name }} {{ x.parts.size }} {{ x.parts?.size ?? 'no list' }} {{ x.missing ?? 'none' }} {{ x.name == other.name }};"));
        Assert.Empty(template.Diagnostics);
        object[] models =
        [
            new Named("of a record", ["a", "b"]), new Named("of another", default), new NamedValue("of a value", [1, 2, 3]), new NamedClass(),
            new { Name = "of no type", Parts = "text", Missing = 1 },
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = "of a dictionary", ["parts"] = new[] { 1, 2 } },
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["parts"] = new List<int>(), ["missing"] = 2, ["name"] = 1 },
            new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "of texts", ["parts"] = "123456789" }.ToFrozenDictionary(StringComparer.Ordinal),
        ];
        var expected = models.Select(Rendered).ToList();
        Assert.Equal(expected, models.Select(m => Template.Parse(new("page", template.Value.Source.Text)).Value).Zip(models, (own, m) => RenderedBy(own, m)));
        Parallel.For(0, 4_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, n => Assert.Equal(expected[n % models.Length], Rendered(models[n % models.Length])));

        string Rendered(object model) => RenderedBy(template.Value, model);

        string RenderedBy(Template by, object model)
        {
            var output = new StringBuilder();
            by.Render(RenderOptions.Default with { Strict = false }, new Dictionary<string, object?>(StringComparer.Ordinal) { ["x"] = model, ["other"] = models[0] }, output);
            return output.ToString();
        }
    }

    private static (string Output, ImmutableArray<Diagnostic> Findings) Render(string text, Dictionary<string, object?>? model = null)
    {
        var template = Template.Parse(new("page", text));
        var output = new StringBuilder();
        var findings = template.Diagnostics.AddRange(template.Value.Render(RenderOptions.Default, model ?? Model, output));
        return (output.ToString(), findings);
    }
}
