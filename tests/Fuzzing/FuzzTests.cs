using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

using StaticSite.Citations;
using StaticSite.Diagnostics;
using StaticSite.Import;
using StaticSite.Markdown;
using StaticSite.Records;
using StaticSite.Review;
using StaticSite.Styles;
using StaticSite.Symbols;
using StaticSite.Tests.Citations;
using StaticSite.Tests.Import;
using StaticSite.Tests.Markdown;

using Xunit.Abstractions;

using Passage = StaticSite.Citations.Passage;

namespace StaticSite.Tests.Fuzzing;

/// <summary>Everything that reads what somebody else wrote, with inputs made from the real ones: it never throws, comes to an end, and says where it
/// found something inside the text that it read. Templates have theirs in Templating.</summary>
public sealed partial class FuzzTests(ITestOutputHelper output)
{
    private static readonly DocumentSymbol Self = DocumentSymbol.FromCanonical("A/70/1");

    [Fact]
    public void Sources_are_imported_without_loss_or_refused()
    {
        var sources = new Mutation(Files("seeds", "*.txt").Concat(Files("tests/Import/Cases", "*.txt").Where(t => !t.Contains("\n--- ", StringComparison.Ordinal))),
            "\f", "1. ", " 17. ", "12", " *", "__________________", "# : - \"", "A/67/776", "[^1]", "\\_", "：", "(a) ", "(一)", "一. ", "A. ", "III. ", "²", " 1 ", "第 8 段", "/…", "*", "|", "\n\n \n\n", "Annex", "附件", "Decides", "决定", "\n2. ");
        Run(600, random =>
        {
            var bytes = Encoding.UTF8.GetBytes(sources.Next(random, 80));
            // Bytes that are no text.
            if (random.Next(12) == 0 && bytes.Length > 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            return bytes;
        }, (bytes, _) =>
        {
            var outcome = ImporterTests.Read("seeds/x.txt", bytes, "A/67/776");
            Assert.DoesNotContain(outcome.Diagnostics, d => d.Rule == ImportRules.NotLossless);
            var text = new UTF8Encoding().GetString(bytes);
            if (outcome.Value is not { } imported) return outcome.Diagnostics.IsEmpty ? "refused without a word" : Outside(outcome.Diagnostics, text);
            if (LosslessCheck.Check(imported.Document, imported.Text, imported.Source) is [var lost, ..]) return lost.ToString();
            var files = Importer.Merge(imported, []).Value!.Files;
            var loaded = DocumentLoader.Load(files);
            // A note without words, or a symbol with hidden characters, is one in the records too; whoever checks them is asked about it.
            if (loaded.Diagnostics.FirstOrDefault(d => d.Rule != RecordRules.MissingText && d.Rule != RecordRules.DisguisedSymbol) is { } unread) return $"what was written is not read: {unread}\n{files[0].Text}\n{files[1].Text}";
            if (LosslessCheck.Check(loaded.Value!, loaded.Value!.Texts[0], imported.Source) is [var unwritten, ..]) return $"lost when written: {unwritten}";
            // Words that are missing are what a second import puts right.
            return loaded.Diagnostics.Any(d => d.Rule == RecordRules.MissingText) || Importer.Merge(imported, files).Value!.Files.IsEmpty ? Outside(outcome.Diagnostics, imported.Source.Text) : "a second import changes the records";
        }, bytes => Encoding.UTF8.GetString(bytes));
    }

    private static readonly string[] YamlPieces =
    [
        ":", ": ", "-", "- ", "\"", "'", "|", ">", "{", "}", "[", "]", ",", "&a", "*a", "!!x", "#", " #", "%", "@", "---\n", "...\n", "? ", "null", "~", "\\", "\n    ", "|2\n", "|-\n", ">+\n", "\"\\x41", "\"\\uD800\"", "<<: ", "\n  \"17\": |\n", "id: ", "{ id: III, parent: null }", "2015-13-25", "%YAML 1.2\n",
    ];

    [Fact]
    public void Yaml_is_read_to_nodes_that_stand_in_the_file()
    {
        var files = new Mutation(Files("input", "*.yaml").Concat(Files("theme/strings", "*.yaml")).Concat(Files("tests/Records/Cases", "*.yaml")), YamlPieces);
        Run(30_000, random => random.Next(4) == 0 ? files.Generated(random, 40) : files.Next(random, 25), (text, _) =>
        {
            var reading = new Reading(new("input/x.yaml", text));
            YamlReader.Read(reading);
            return Outside(reading.Findings, text);
        }, text => text);
    }

    [Fact]
    public void Records_are_read_and_whatever_is_wrong_is_in_one_of_their_files()
    {
        var folder = Path.Combine(TestFiles.Root, "input/documents/A-RES-64-259");
        var names = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToList();
        var each = names.Select(n => new Mutation([File.ReadAllText(n)], YamlPieces)).ToList();
        Run(120, random => new Held<ImmutableArray<SourceText>>([.. names.Select((name, i) => new SourceText(
            $"input/documents/A-RES-64-259/{Path.GetFileName(name)}", random.Next(2) == 0 ? File.ReadAllText(name) : each[i].Next(random, 0)))]), (files, _) =>
        {
            var loaded = DocumentLoader.Load(files.Value);
            return loaded.Diagnostics.Select(d => files.Value.FirstOrDefault(f => f.Path == d.Span.Path) is { } file ? Outside([d], file.Text) : $"in no file: {d}").FirstOrDefault(f => f is not null);
        }, files => string.Join('\n', files.Value.Select(f => $"### {f.Path}\n{f.Text}")));
    }

    [Theory, InlineData("zh", 6_000), InlineData("en", 4_000)]
    public void Citations_stand_in_their_passage_and_their_places_in_them(string language, int count)
    {
        var texts = new Mutation(Directory.EnumerateFiles(Path.Combine(TestFiles.Root, "input/documents"), $"text.{language}.yaml", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(TestFiles.PathOf("Citations/Gold")).Where(f => f.Contains(language, StringComparison.Ordinal))).Order(StringComparer.Ordinal).Select(File.ReadAllText),
            CitationPropertyTests.Pieces);
        Run(count, random => new Held<ImmutableArray<string>>([.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => texts.Next(random, 4))]), (passages, _) =>
        {
            List<Passage> read = [.. passages.Value.SkipLast(1).Select((text, i) => new Passage($"{i + 1}", RichText.Parse(text))), new("fn1", RichText.Parse(passages.Value[^1]), "1")];
            foreach (var (passage, citations) in CitationReader.Read(new(Self, language, [.. read]))) CitationPropertyTests.CheckSpans(passage, citations);
            return null;
        }, passages => string.Join("\n@@@\n", passages.Value));
    }

    [Fact]
    public void Text_of_records_has_marks_in_order_inside_of_it_and_each_character_a_place()
    {
        var texts = new Mutation(Files("input/documents", "text.*.yaml"), "*", "**", "***", "_", "\\", "\\*", "[^1]", "[^", "]", "`", "\n\n", "<b>", "&amp;", "&#0;", "[a](b)", "> ", "1. ", "    ", "![", "^");
        Run(12_000, random => random.Next(3) == 0 ? texts.Generated(random, 30) : texts.Next(random, 3), (text, _) =>
        {
            var rich = RichText.Parse(text);
            var (last, place) = (0, 0);
            foreach (var mark in rich.Marks)
            {
                if (mark.Start < last || mark.Length < 0 || mark.Start + mark.Length > rich.Plain.Length) return $"{mark} is not in its place";
                last = mark.Start;
            }
            for (var i = 0; i <= rich.Plain.Length; i += 1 + (rich.Plain.Length / 8))
            {
                var next = rich.OffsetInMarkdown(text, i);
                if (next < place || next > text.Length) return $"character {i} stands at {next}";
                place = next;
            }
            return null;
        }, text => text);
    }

    [Fact]
    public void Markdown_pages_become_html_of_our_own_tags_and_findings_in_the_page()
    {
        var pages = new Mutation(Files("input/pages", "*.md").Concat(Files("tests/Markdown/Cases", "*.md")),
            "<script>", "</p>", "[[", "]]", "|", "[a](", "javascript:x", ")", "![", "`", "**", "*", "> ", "[!NOTE]", "- ", "[^1]", "[^1]: ", ": ", "# ", "{#a\"b}", "\"", "大会", "，", "&lt;", "\\", "|---|\n", "~~~\n", "A/67/776", "    ", "1. ", "<!--", "-->", "[[drawn:a]]", "<a@b.c>", "===\n", "[a]: b\n");
        Run(10_000, random => random.Next(3) == 0 ? pages.Generated(random, 40) : pages.Next(random, 20), (text, _) =>
        {
            var page = PageMarkdownTests.Render(text);
            if (Foreign().Match(page.Html) is { Success: true } foreign) return $"writes {foreign.Value}";
            return Outside(page.Diagnostics, text);
        }, text => text);
    }

    [Fact]
    public void Style_sheets_are_read_to_their_end_and_findings_stand_in_them()
    {
        string[] pieces = ["{", "}", "(", ")", "[", "]", ";", ":", ",", "\"", "'", "/*", "*/", "//", "<!--", "-->", "url(", "url(\"", "@media", "@import \"x\";", "@layer a;", "@font-face{", "--a:", "--a:{", "color:red", "a:hover", "&", ".a", "#", "\\", "\\a ", "\\\n", "!important", "!", "+1e", "-", "--", ".5", "%", "U+26", "image-set(", "a{", "\n.a {\n", "\n}\n", "\n  margin: 0\n", "|", ">", "*"];
        var sheets = new Mutation(Files("theme/assets", "*.css").Concat(Files("tests/Styles/Cases", "*.css")), pieces);
        Run(4_000, random => random.Next(3) == 0 ? sheets.Generated(random, 60) : sheets.Next(random, random.Next(20) == 0 ? 0 : 40), (text, _) =>
        {
            var sheet = StyleSheet.Read(new("theme/assets/x.css", text));
            return sheet.Value.Addresses.FirstOrDefault(a => a.Span.Start < 0 || a.Span.Length < 3 || a.Span.Start + a.Span.Length > text.Length) is { } address ? $"an address outside of the text: {address}"
                : Outside(sheet.Diagnostics, text);
        }, text => text);
    }

    [Fact]
    public void Two_texts_have_differences_that_lead_from_one_to_the_other()
    {
        var texts = new Mutation(Files("input/documents", "text.*.yaml"));
        Run(1_000, random =>
        {
            var text = texts.Next(random, 4);
            return Tuple.Create(text, random.Next(2) == 0 ? texts.Next(random, 4) : new Mutation([text]).Next(random, 0));
        }, (pair, _) => Wrong(TextDiff.Words(pair.Item1, pair.Item2), pair.Item1, pair.Item2), pair => $"{pair.Item1}\n@@@\n{pair.Item2}");
    }

    [Fact]
    public void Two_outputs_are_compared_whatever_stands_in_their_files()
    {
        string[] tags = ["<p>", "</p>", "<main>", "</main>", "<div class=\"provision\" id=\"p1\">", "</div>", "<table>", "<tr>", "<td>", "<svg>", "<template>", "<!--", "<title>", "<h1>", "<h4>", "<a href=\"#x\">", "<a href=\"//[\">", "<img src=\"x\">",
            "<meta http-equiv=\"refresh\" content=\"0; url=/x/\">", " id=\"p1\"", " id=\"\"", " lang=\"zh\"", "aria-labelledby=\"a b\"", "<html lang=\"\">", "&#0;", "&amp", "<script>", "</script>", "<style>", "<link rel=\"canonical\" href=\"x\">", "data-"];
        var pages = new Mutation(Directory.EnumerateFiles(TestFiles.PathOf("Build/Cases/small/site.verified"), "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText), tags);
        var others = new Mutation(["/old/ /new/ 301\n/a/* /b/:splat 302!\n", "{\"a\":[1,{\"b\":null}]}", "User-agent: *\nSitemap: https://example.org/site/sitemap.xml\n"], "/", " ", "*", "301", "#", "\n", ":splat", "//", "http://[", "Sitemap:");
        Run(300, random =>
        {
            var page = pages.Next(random, 0);
            return Tuple.Create(Output(random, page), Output(random, random.Next(3) == 0 ? pages.Next(random, 60) : new Mutation([page], tags).Next(random, 0)));
        }, (pair, _) =>
        {
            var (old, @new) = (Hold(pair.Item1), Hold(pair.Item2));
            var report = SiteComparer.Compare(old, @new);
            if (!SiteComparer.Compare(@new, @new).IsEmpty) return "an output differs from itself";
            foreach (var change in report.Texts)
                if (Wrong(change.Runs, change.Old?.Text ?? "", change.New?.Text ?? "") is { } wrong) return wrong;
            foreach (var finding in report.Findings)
                if (!pair.Item1.ContainsKey(finding.Path) && !pair.Item2.ContainsKey(finding.Path)) return $"in no file: {finding}";
            if ((ReportText.Print(report) + ReportMarkdown.Print(report, ReportWords.English) + ReportMarkdown.Print(report, ReportWords.Chinese)).Contains('\0', StringComparison.Ordinal)) return "the report has a NUL";
            return ReportHtml.Print(report, ReportWords.Chinese, "https://example.org/").Contains("<script", StringComparison.OrdinalIgnoreCase) ? "the report has a script" : null;
        }, pair => string.Join("\n@@@\n", pair.Item1.Concat(pair.Item2).Select(f => $"### {f.Key}\n{f.Value}")));

        SortedDictionary<string, string> Output(Random random, string page)
        {
            var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { [random.Next(4) == 0 ? "zh/b/index.html" : "zh/a/index.html"] = page };
            foreach (var name in (string[])["_redirects", "robots.txt", "en/data.json", "404.html"])
                if (random.Next(3) == 0) files[name] = name == "404.html" ? pages.Generated(random, 40) : others.Next(random, 0);
            return files;
        }

        static HeldOutput Hold(SortedDictionary<string, string> files) =>
            new(files.ToDictionary(f => f.Key, f => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(f.Value)), StringComparer.Ordinal));
    }

    private void Run<T>(int count, Func<Random, T> make, Func<T, int, string?> failure, Func<T, string> show) where T : class =>
        output.WriteLine(FuzzRun.Of(count, make, failure, show));

    private static string? Wrong(IEnumerable<TextRun> runs, string old, string @new)
    {
        var list = runs.ToList();
        return string.Concat(list.Where(r => r.Kind != RunKind.Added).Select(r => r.Text)) != old ? "same and removed are not the old text"
            : string.Concat(list.Where(r => r.Kind != RunKind.Removed).Select(r => r.Text)) != @new ? "same and added are not the new text" : null;
    }

    private static string? Outside(IEnumerable<Diagnostic> findings, string text)
    {
        foreach (var finding in findings)
        {
            if (finding.Span.Start < 0 || finding.Span.Length < 0 || finding.Span.Start + finding.Span.Length > text.Length) return $"a finding outside of the text: {finding}";
            if (finding.Message.Length > 2000 || finding.Message.Contains("Exception", StringComparison.Ordinal)) return $"a finding not fit to be read: {finding}";
        }
        return null;
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(TestFiles.Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains(".received.", StringComparison.Ordinal) && !f.Contains(".verified.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllText);

    private sealed record Held<T>(T Value);

    [GeneratedRegex("<script|href=\"javascript|<[a-z0-9]+( [a-z-]+(=\"[^\"]*\")?)* on[a-z]+=|<(style|iframe|object|embed|base|meta|link|form|svg)[ >]", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Foreign();
}
