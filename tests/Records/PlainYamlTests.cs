using System.Globalization;
using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Records;

using Xunit.Abstractions;

namespace StaticSite.Tests.Records;

/// <summary>The fast reader of plain YAML beside the general one: it gives the same nodes with the same places, or declines.</summary>
public class PlainYamlTests(ITestOutputHelper output)
{
    private static readonly string[] Pieces =
    [
        "\n", "\n\n", " ", "  ", "\t", ":", ": ", ":\n", "-", "- ", "\n- ", "\n  - ", "\"", "'", "''", "|", "|\n", ">", "{", "}", "[", "]", ",", ", ", "&a", "*a", "!!x", "#", " #", "# a\n", "\n  # b\n",
        "%", "@", "`", "---\n", "\n---\n", "...\n", "? ", "\0", "\r", "\r\n", "\uFEFF", "\u2028", "\u0085", "\u00A0", "号", "😀", "null", "~", "0", "-1", "0x1F", ".5", "true", "\\", "\\n", "documents:", "id: ",
        "\n    ", "\n   ", "\n        ", "|2\n", "|-\n", "|+\n", ">+\n", "<<: ", "a: b", "\nkey: |\n  one\n  two\n\n    three\n\n\nnext: x", "\nlist:\n  - one\n  - { a: 1, b: [x, \"y\"] }\n  - id: \"1\"\n    lines: [1, 2]\n",
        "[]", "{}", "[a, b]", "{ a: b }", "\"17\": |\n    ", "key:\n", "key:", "\nkey: \"a: b\"\n", " \n", "-\n", "=", "\nkey: a\n  b\n", "\n\"key\" : x\n", "http://a.b/c", "...", "--- a",
    ];

    [Fact]
    public void What_is_plain_reads_the_same_both_ways()
    {
        var texts = Texts();
        var plain = texts.Count(IsPlainAndTheSame);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plain} of {texts.Count} files are plain"));
        // The records of documents, which are what there is most of.
        var documents = Directory.EnumerateDirectories(Path.Combine(TestFiles.Root, "input/documents")).SelectMany(d => Directory.EnumerateFiles(d, "*.yaml")).Select(File.ReadAllText).ToList();
        Assert.All(documents, text => Assert.True(IsPlainAndTheSame(text), text[..200]));
    }

    [Fact]
    public void Whatever_is_done_to_a_file_both_readers_agree_or_the_fast_one_declines()
    {
        var random = new Random(20261123);
        var texts = Texts().Select(t => t.Length > 4000 ? Cut(t, random) : t).ToList();
        var rounds = int.Parse(Environment.GetEnvironmentVariable("YAML_ROUNDS") ?? "20000", CultureInfo.InvariantCulture);
        var plain = 0;
        for (var round = 0; round < rounds; round++)
        {
            var text = new StringBuilder(texts[random.Next(texts.Count)]);
            for (var changes = random.Next(1, 4); changes > 0; changes--) Mutate(text, random);
            if (IsPlainAndTheSame(text.ToString())) plain++;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plain} of {rounds} are still plain"));
        // Otherwise the comparison compares nothing.
        Assert.True(plain > rounds / 20);
    }

    private static List<string> Texts() =>
        [.. Directory.EnumerateFiles(TestFiles.Root, "*.yaml", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/node_modules/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).SelectMany(f => Parts(File.ReadAllText(f)))];

    // A case of the records has several files in one, and carets under its lines.
    private static IEnumerable<string> Parts(string text) =>
        [text, .. text.Split("\n--- ").Skip(1).Select(part => part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..])];

    // Whole lines of a long file.
    private static string Cut(string text, Random random)
    {
        var start = text.IndexOf('\n', random.Next(text.Length - 3000)) + 1;
        var head = random.Next(2) == 0 ? "provisions:\n" : "";
        return head + text[start..text.LastIndexOf('\n', start + 2500)] + "\n";
    }

    private static void Mutate(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        switch (random.Next(4))
        {
            case 0:
                text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 1 when at < text.Length:
                text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at));
                break;
            case 2 when at < text.Length:
                var from = random.Next(text.Length);
                text.Insert(at, text.ToString(from, Math.Min(random.Next(1, 60), text.Length - from)));
                break;
            default:
                text.Length = Math.Max(1, at);
                break;
        }
    }

    private static bool IsPlainAndTheSame(string text)
    {
        var file = new SourceText("input/x.yaml", text);
        if (PlainYaml.Read(file) is not { } fast) return false;
        var reading = new Reading(file);
        var general = YamlReader.ReadGeneral(reading);
        Assert.True(reading.Findings.Count == 0 && !reading.IsPartial, $"{string.Concat(reading.Findings)}\n{text}");
        var (expected, actual) = (Print(general), Print(fast));
        if (expected != actual) Assert.Fail($"{TestFiles.FirstDifference(expected, actual)}\n{text}");
        return true;
    }

    private static string Print(YamlNode? node)
    {
        var printed = new StringBuilder();
        Add(node, 0);
        return printed.ToString();

        void Add(YamlNode? node, int depth)
        {
            printed.Append(' ', depth).Append(CultureInfo.InvariantCulture, $"{node?.GetType().Name} {node?.Span.Path} {node?.Span.Start}+{node?.Span.Length}");
            if (node is YamlScalar scalar) printed.Append(CultureInfo.InvariantCulture, $" {scalar.Kind} {scalar.IsLiteral} <{scalar.Value.Replace("\n", "\\n", StringComparison.Ordinal)}>");
            printed.Append('\n');
            if (node is YamlSequence sequence)
                foreach (var item in sequence.Items) Add(item, depth + 1);
            if (node is YamlMapping mapping)
                foreach (var (key, value) in mapping.Entries)
                {
                    Add(key, depth + 1);
                    Add(value, depth + 1);
                }
        }
    }
}
