using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

using StaticSite.Build;
using StaticSite.Commands;
using StaticSite.Diagnostics;

namespace StaticSite.Tests.Commands;

/// <summary>No command that writes into the input eats an editor's work: whatever comments, quotes, empty lines, line ends and order the files have,
/// what is not touched stays, byte for byte, and nothing is deleted.</summary>
public partial class KeepsWorkTests
{
    private const int Rounds = 12;

    private static readonly string[][] Starts =
    [
        ["document", "A/98/77"], ["translation", "A/RES/98/2", "en"], ["body", "budget-office"], ["cited", "A/66/5 (Vol. II)"], ["page", "contact"],
        ["term", "report-on-time", "A/99/1#1"], ["component", "oversight"], ["thread", "one-more-report", "A/99/1#2(a)"], ["indicator", "one-more-figure", "A/99/1#1"],
    ];

    [Fact]
    public void New_adds_lines_and_changes_none()
    {
        for (var round = 0; round < Rounds; round++)
        {
            using var folder = Decorated(round);
            var errors = Errors(folder);
            foreach (var start in Starts)
            {
                var before = folder.Snapshot("input");
                using var stdout = new StringWriter { NewLine = "\n" };
                using var stderr = new StringWriter { NewLine = "\n" };
                var code = NewCommand.Run(start[0], start[1..], folder.PathOf("input"), stdout, stderr);
                // A translation that is there already is refused and stays.
                if (code != 0)
                {
                    Assert.Contains("already", stderr.ToString(), StringComparison.Ordinal);
                    Assert.Equal(before, folder.Snapshot("input"));
                    continue;
                }
                var changed = Changed(before, folder);
                Assert.NotEmpty(changed);
                Assert.All(changed, path => Assert.Contains(Path.GetFileName(path), stdout.ToString(), StringComparison.Ordinal));
                foreach (var path in changed.Where(before.ContainsKey)) AssertOnlyAdded(Bytes(before[path]), File.ReadAllBytes(folder.PathOf("input/" + path)));
            }
            Assert.Equal(errors, Errors(folder));
        }
    }

    [Fact]
    public void Accept_touches_the_lines_of_what_is_accepted()
    {
        for (var round = 0; round < Rounds; round++)
        {
            using var folder = Decorated(round);
            var documents = folder.PathOf("input/documents/A-99-1");
            // Nothing, one passage, all: each time only their lines.
            foreach (var passages in (string[][])[["1"], [], ["1"]])
            {
                var before = folder.Snapshot("input");
                using var stdout = new StringWriter { NewLine = "\n" };
                Assert.Equal(0, AcceptCommand.Run("A/99/1", "en", passages, folder.PathOf("input"), stdout, TextWriter.Null));
                var accepted = Accepted().Match(stdout.ToString()).Groups["ids"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                var changed = Changed(before, folder);
                Assert.Equal(accepted.Length == 0 ? [] : ["documents/A-99-1/basis.en.yaml"], changed);
                foreach (var path in changed.Where(before.ContainsKey))
                    AssertOnlyAdded(Without(Bytes(before[path]), accepted), Without(File.ReadAllBytes(folder.PathOf("input/" + path)), accepted));
                // For the next time something to accept, with an editor's comment behind it.
                var basis = Path.Combine(documents, "basis.en.yaml");
                File.WriteAllText(basis, Hash().Replace(File.ReadAllText(basis), "\"000000000000\"   # read twice", 1));
            }
        }

        static byte[] Without(byte[] text, string[] ids) => Encoding.UTF8.GetBytes(string.Concat(
            Lines(Encoding.UTF8.GetString(text)).Where(l => !ids.Any(id => Regex.IsMatch(l, $"^ +[\"']?{Regex.Escape(id)}[\"']?\\s*:", RegexOptions.None, TimeSpan.FromSeconds(1))))));
    }

    [Fact]
    public void Urls_keeps_comments_and_what_is_there()
    {
        for (var round = 0; round < 3; round++)
        {
            using var folder = Decorated(round);
            SiteInput Input() => SiteFiles.Read(folder.PathOf("input"), Path.Combine(TestFiles.Root, "theme"), null);
            Assert.Equal(0, UrlsCommand.Run(Input(), TextWriter.Null, TextWriter.Null, default));
            var list = Lines(File.ReadAllText(folder.PathOf("input/urls.txt"))).ToList();
            list.RemoveAll(l => l.StartsWith("/en/guide/", StringComparison.Ordinal));
            list.Insert(list.FindIndex(l => l.StartsWith("/zh/", StringComparison.Ordinal)), "# In Chinese, first published in 2012.\n\n");
            list.Add("# The end.\n");
            var before = string.Concat(list).Replace("\n", round == 1 ? "\r\n" : "\n", StringComparison.Ordinal);
            folder.Write("input/urls.txt", before);
            Assert.Equal(0, UrlsCommand.Run(Input(), TextWriter.Null, TextWriter.Null, default));
            var after = File.ReadAllBytes(folder.PathOf("input/urls.txt"));
            AssertOnlyAdded(Encoding.UTF8.GetBytes(before), after);
            Assert.Contains("/en/guide/", Encoding.UTF8.GetString(after), StringComparison.Ordinal);
            Assert.Equal(0, UrlsCommand.Run(Input(), TextWriter.Null, TextWriter.Null, default));
            Assert.Equal(after, File.ReadAllBytes(folder.PathOf("input/urls.txt")));
        }
    }

    [Theory]
    [InlineData("000_4309f37d88536db2.txt", "A-67-776")]
    [InlineData("001_72d9af626de8bfe1.txt", "A-RES-64-259")]
    public void Import_of_the_same_source_writes_nothing_and_of_a_changed_one_the_changed_lines(string seed, string document)
    {
        for (var round = 0; round < 4; round++)
        {
            using var folder = new TemporaryFolder();
            folder.Copy(Path.Combine(TestFiles.Root, "input", "documents", document), $"input/documents/{document}");
            Decorate(folder, new Random(round));
            var source = folder.Write($"seeds/{seed}", File.ReadAllText(Path.Combine(TestFiles.Root, "seeds", seed)));
            var before = folder.Snapshot("input");
            ImportCommand.Run([source], null, "zh", folder.PathOf("input"), TextWriter.Null, TextWriter.Null);
            // At most the name of the source file is another one.
            foreach (var path in Changed(before, folder))
                Assert.Equal(Lines(Text(before[path])).Where(l => !l.StartsWith("source:", StringComparison.Ordinal)),
                    Lines(File.ReadAllText(folder.PathOf("input/" + path))).Where(l => !l.StartsWith("source:", StringComparison.Ordinal)));

            before = folder.Snapshot("input");
            File.WriteAllText(source, File.ReadAllText(source).Replace("秘书长", "秘书處", StringComparison.Ordinal));
            Assert.Equal(0, ImportCommand.Run([source], null, "zh", folder.PathOf("input"), TextWriter.Null, TextWriter.Null));
            foreach (var path in Changed(before, folder))
            {
                var (was, now) = (Lines(Text(before[path])).ToList(), Lines(File.ReadAllText(folder.PathOf("input/" + path))).ToList());
                Assert.Equal(was.Where(IsKept), now.Where(IsKept));
            }
        }

        static bool IsKept(string line) => !line.Contains("秘书长", StringComparison.Ordinal) && !line.Contains("秘书處", StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_writes_schemas_only()
    {
        using var folder = Decorated(1);
        var before = folder.Snapshot("input");
        Assert.Equal(0, SchemaCommand.Run(folder.PathOf("input/schemas"), TextWriter.Null, TextWriter.Null));
        Assert.All(Changed(before, folder), path => Assert.StartsWith("schemas/", path, StringComparison.Ordinal));
    }

    private static TemporaryFolder Decorated(int round)
    {
        var folder = new TemporaryFolder();
        folder.Copy(TestFiles.PathOf("Build/Cases/small/input"), "input");
        Decorate(folder, new Random(round));
        return folder;
    }

    // What editors do to files: comments before entries and behind values, empty lines, other line ends, a byte order mark, no line end at the end.
    private static void Decorate(TemporaryFolder folder, Random random)
    {
        foreach (var file in Directory.EnumerateFiles(folder.PathOf("input"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var text = new StringBuilder();
            foreach (var line in Lines(File.ReadAllText(file)))
            {
                var indent = line.Length - line.TrimStart(' ').Length;
                if (Entry().IsMatch(line) && random.Next(4) == 0) text.Append(' ', indent).Append("# by hand, “").Append(random.Next(100)).Append("”: 请勿删除\n");
                if (line.StartsWith("  - ", StringComparison.Ordinal) && random.Next(4) == 0) text.Append('\n');
                text.Append(line.TrimEnd('\n').EndsWith(" }", StringComparison.Ordinal) && random.Next(4) == 0 ? line.TrimEnd('\n') + "   # checked\n" : line);
            }
            if (random.Next(3) == 0) text.Append("# The end of the file.\n");
            if (random.Next(5) == 0) text.Length--;
            var decorated = text.ToString();
            if (random.Next(3) == 0) decorated = decorated.Replace("\n", "\r\n", StringComparison.Ordinal);
            File.WriteAllBytes(file, [.. random.Next(3) == 0 ? [0xEF, 0xBB, 0xBF] : Array.Empty<byte>(), .. Encoding.UTF8.GetBytes(decorated)]);
        }
    }

    // What was there is there, in its order; what came in is whole lines in the line ends of the file.
    private static void AssertOnlyAdded(byte[] before, byte[] after)
    {
        var (was, now) = (Encoding.UTF8.GetString(before), Encoding.UTF8.GetString(after));
        var rest = new Queue<string>(Lines(was));
        var added = new List<string>();
        foreach (var line in Lines(now))
        {
            if (rest.Count > 0 && (line == rest.Peek() || line.TrimEnd('\r', '\n') == rest.Peek())) rest.Dequeue();
            else added.Add(line);
        }
        Assert.Equal([], rest);
        if (was.Contains("\r\n", StringComparison.Ordinal)) Assert.All(added, line => Assert.EndsWith("\r\n", line, StringComparison.Ordinal));
    }

    private static List<string> Changed(SortedDictionary<string, string> before, TemporaryFolder folder)
    {
        var after = folder.Snapshot("input");
        Assert.Equal([], before.Keys.Except(after.Keys));
        return [.. after.Where(f => before.GetValueOrDefault(f.Key) != f.Value).Select(f => f.Key)];
    }

    private static ImmutableArray<string> Errors(TemporaryFolder folder) =>
        [.. SiteBuilder.Build(SiteFiles.Read(folder.PathOf("input"), Path.Combine(TestFiles.Root, "theme"), null), new NoOutput(), new(TimeProvider.System))
            .Diagnostics.Where(d => d.Rule.Severity == Severity.Error).Select(d => $"{d.Span.Path}: {d.Message}")];

    private static byte[] Bytes(string hexadecimal) => Convert.FromHexString(hexadecimal);

    // As File.ReadAllText reads it: without the byte order mark, which the bytes are compared for.
    private static string Text(string hexadecimal) => Encoding.UTF8.GetString(Bytes(hexadecimal)).TrimStart('\uFEFF');

    private static IEnumerable<string> Lines(string text) => Line().Matches(text).Select(m => m.Value);

    [GeneratedRegex("[^\n]*\n|[^\n]+$", RegexOptions.None, 1000)]
    private static partial Regex Line();

    // Where a comment may stand before: a key or an entry, not the lines of a text.
    [GeneratedRegex("^(?: {2}- |[a-z_]+:)", RegexOptions.None, 1000)]
    private static partial Regex Entry();

    [GeneratedRegex("accepted (?<ids>.*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Accepted();

    [GeneratedRegex("\"[0-9a-f]{12}\"", RegexOptions.None, 1000)]
    private static partial Regex Hash();
}
