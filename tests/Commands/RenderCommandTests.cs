using System.CommandLine;

using StaticSite.Commands;

namespace StaticSite.Tests.Commands;

public sealed class RenderCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("render-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_template_is_rendered_with_the_members_of_the_model()
    {
        Write("page.sbn-html", "<p>{{ name }} {{ n + 1 }} {{ l[1].x ?? 'none' }}</p>{{ include 'part' 3 }}");
        Write("part.sbn-html", "<i>{{ $1 }}</i>");
        Write("model.json", """{ "name": "a & b", "n": 41, /* note */ "l": [1.5, { "x": null }], }""");
        Assert.Equal((0, "<p>a &amp; b 42 none</p><i>3</i>", ""), Run("page.sbn-html", "model.json"));
    }

    [Fact]
    public void The_model_can_come_from_standard_input()
    {
        Write("page.txt", "{{ name }}");
        Assert.Equal((0, "a & b", ""), Run("page.txt", "-", stdin: """{"name": "a & b"}"""));
    }

    [Fact]
    public void Only_strict_complains_of_unknown_names()
    {
        Write("page.txt", "[{{ nam }}]");
        Assert.Equal((0, "[]", ""), Run("page.txt"));
        Assert.Equal((1, "", "page.txt(1,5): error template/unknown-variable: there is no variable \"nam\"\n"), Run("page.txt", strict: true));
    }

    [Theory]
    [InlineData("{{ x = ", "page.txt(1,8): error template/syntax: ")]
    [InlineData("a\n{{ 1 / 0 }}", "page.txt(2,6): error template/wrong-operand: \"/\" has no result for these numbers: it is a division by zero, or too large\n")]
    [InlineData("{{ while true; end }}", "page.txt(1,4): error template/limit: the template takes more than 20000000 steps; is there a loop that never ends?\n")]
    public void A_template_with_mistakes_prints_findings_and_nothing_else(string template, string findings)
    {
        Write("page.txt", template);
        var (code, stdout, stderr) = Run("page.txt");
        Assert.Equal((1, ""), (code, stdout));
        Assert.StartsWith(findings.TrimEnd('\n'), stderr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("folder/inside")]
    [InlineData("folder\\\\inside")]
    [InlineData("")]
    [InlineData("a\\0b")]
    [InlineData("/etc/passwd")]
    [InlineData("c:secret")]
    [InlineData("nothing")]
    public void A_name_of_a_template_never_leads_out_of_the_folder(string name)
    {
        Write("inside/page.txt", $"{{{{ include \"{name}\" }}}}");
        Write("secret.txt", "secret");
        Write("inside/.hidden.txt", "secret");
        Write("inside/folder/inside.txt", "secret");
        var (code, stdout, stderr) = Run("inside/page.txt");
        Assert.Equal((1, ""), (code, stdout));
        Assert.Contains("error template/missing-include: there is no template", stderr, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_of_an_included_template_stand_at_its_place()
    {
        Write("page.txt", "{{ include 'part' }}");
        Write("part.txt", "\n{{ a.b }}");
        var (code, _, stderr) = Run("page.txt");
        Assert.Equal((1, "part.txt(2,6): error template/null-member: the value before \".b\" is null (included by page.txt); write ?. if it may be missing\n"), (code, stderr));
    }

    [Fact]
    public void A_template_that_includes_itself_ends()
    {
        Write("page.txt", "x{{ include 'page' }}");
        var (code, _, stderr) = Run("page.txt");
        Assert.Equal(1, code);
        Assert.Contains("error template/limit: templates include each other more than 40 deep", stderr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "model.json(1,1): error render/bad-model: the model is no JSON; ")]
    [InlineData("[1]", "model.json(1,1): error render/bad-model: the model is no JSON object; write { \"name\": … }")]
    [InlineData("null", "model.json(1,1): error render/bad-model: the model is no JSON object; ")]
    [InlineData("{\n  \"名\": \"中\" x }", "model.json(2,12): error render/bad-model: the model is no JSON; ")]
    [InlineData("{\"a\": \"\\uD83D\"}", "model.json(1,1): error render/bad-model: a text of the model is no Unicode text; ")]
    [InlineData("{\"\\uD83D\": 1}", "model.json(1,1): error render/bad-model: a text of the model is no Unicode text; ")]
    public void A_model_that_is_no_JSON_object_is_a_finding(string model, string finding)
    {
        Write("page.txt", "x");
        Write("model.json", model);
        var (code, stdout, stderr) = Run("page.txt", "model.json");
        Assert.Equal((1, ""), (code, stdout));
        Assert.StartsWith(finding, stderr, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_nested_deep_is_a_finding()
    {
        Write("page.txt", "x");
        Write("model.json", "{\"a\":" + new string('[', 100_000) + new string(']', 100_000) + "}");
        var (code, _, stderr) = Run("page.txt", "model.json");
        Assert.Equal(1, code);
        Assert.Contains("error render/bad-model: the model is no JSON; ", stderr, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_not_there_are_all_named()
    {
        var (code, stdout, stderr) = Run("page.txt", "model.json");
        Assert.Equal((1, ""), (code, stdout));
        Assert.Contains("page.txt(1,1): error build/unreadable: ", stderr, StringComparison.Ordinal);
        Assert.Contains("model.json(1,1): error build/unreadable: ", stderr, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_is_no_UTF8_or_a_folder_is_a_finding()
    {
        File.WriteAllBytes(Path.Combine(folder, "page.txt"), [0x61, 0xFF]);
        Assert.Contains("error build/not-utf8: ", Run("page.txt").Stderr, StringComparison.Ordinal);
        Assert.Contains("error build/unreadable: this is a folder", Run(".").Stderr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("render")]
    [InlineData("render a b")]
    [InlineData("render a --models b")]
    public void Wrong_usage_is_no_rendering(string arguments)
    {
        if (arguments.Length > 0) Assert.NotEmpty(Program.Create().Parse(arguments).Errors);
        using var stderr = new StringWriter();
        Assert.Equal(ExitCode.Usage, RenderCommand.Run("", null, false, TextReader.Null, TextWriter.Null, stderr));
        Assert.Equal("the name of a file is empty\n", stderr.ToString().ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("render", "TEMPLATE", "--model", "standard input", "--strict", "include others of its folder")]
    [InlineData("reference", "--output", "Markdown")]
    public void The_help_tells_every_option(string command, params string[] words)
    {
        using var output = new StringWriter();
        Assert.Equal(0, Program.Create().Parse([command, "--help"]).Invoke(new InvocationConfiguration { Output = output }));
        Assert.All(words, w => Assert.Contains(w, string.Join(' ', output.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal));
    }

    [Fact]
    public void The_reference_goes_to_a_file_or_says_why_not()
    {
        var file = Path.Combine(folder, "reference.md");
        Assert.Equal(0, ReferenceCommand.Run(file, TextWriter.Null, TextWriter.Null));
        Assert.StartsWith("# Template language\n", File.ReadAllText(file), StringComparison.Ordinal);
        using var stderr = new StringWriter();
        Assert.Equal(1, ReferenceCommand.Run(folder, TextWriter.Null, stderr));
        Assert.StartsWith("the reference cannot be written: ", stderr.ToString(), StringComparison.Ordinal);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    // Paths in findings without the folder, which has another name each time.
    private (int Code, string Stdout, string Stderr) Run(string template, string? model = null, bool strict = false, string stdin = "")
    {
        using var input = new StringReader(stdin);
        using var stdout = new StringWriter();
        using var stderr = new StringWriter();
        var modelPath = model is null or "-" ? model : Path.Combine(folder, model);
        var code = RenderCommand.Run(Path.Combine(folder, template), modelPath, strict, input, stdout, stderr);
        return (code, stdout.ToString(), stderr.ToString().ReplaceLineEndings("\n").Replace(folder + "/", "", StringComparison.Ordinal));
    }
}
