using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Records;

namespace StaticSite.Tests.Records;

public class RecordPropertyTests
{
    private static readonly ImmutableArray<ImmutableArray<SourceText>> Sites =
        [.. Directory.EnumerateFiles(TestFiles.PathOf("Records/Cases"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => RecordCases.Complete(RecordCases.Split(File.ReadAllText(file))).ToImmutableArray())];

    private static readonly string[] Scraps =
        ["\n", " ", "\t", ":", ": ", "-", "- ", "\"", "'", "|", ">", "{", "}", "[", "]", ",", "&a", "*a", "!!x", "#", "%", "@", "---\n", "? ", "\0", "\r", "\uFEFF", "\u2028",
            "\u0085", "号", "😀", "null", "0", "\\", "  ", "documents", "id", "\n    ", "|2\n", "|-\n", ">+\n", "\"\\x41", "<<: "];

    [Fact]
    public void Whatever_is_done_to_the_files_the_reader_reports_places_inside_them_and_never_throws()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 5_000; round++)
        {
            var files = Sites[random.Next(Sites.Length)].ToArray();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var index = random.Next(files.Length);
                files[index] = files[index] with { Text = Mutate(files[index].Text, random) };
            }
            var outcome = RecordLoader.Load(files);
            var texts = files.ToDictionary(f => f.Path, f => f.Text);
            foreach (var finding in outcome.Diagnostics) AssertInside(finding.Span, texts);
            foreach (var document in outcome.Value.Documents)
                foreach (var text in document.Texts)
                    foreach (var located in text.Provisions.Values.Concat(text.Footnotes.Values).Append(text.Title).OfType<LocatedText>())
                        AssertWays(located, texts, random);
        }
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        var random = new Random(7);
        foreach (var site in Sites)
        {
            var expected = Print(RecordLoader.Load(site));
            for (var i = 0; i < 5; i++)
            {
                var files = site.ToArray();
                random.Shuffle(files);
                Assert.Equal(expected, Print(RecordLoader.Load(files)));
            }
        }
    }

    [Fact]
    public void A_folder_read_alone_gives_what_the_site_gives()
    {
        foreach (var site in Sites)
        {
            var whole = RecordLoader.Load(site).Value;
            foreach (var document in whole.Documents)
            {
                var folder = document.Span.Path[..(document.Span.Path.LastIndexOf('/') + 1)];
                var alone = DocumentLoader.Load([.. site.Where(f => f.Path.StartsWith(folder, StringComparison.Ordinal)).Reverse()]);
                Assert.Equal(Print(document), Print(alone.Value!));
            }
        }
    }

    private static string Mutate(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = random.Next(Math.Min(12, text.Length - at) + 1);
        return random.Next(4) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Scraps[random.Next(Scraps.Length)]),
            2 => text.Remove(at, length).Insert(at, Scraps[random.Next(Scraps.Length)]),
            _ => text.Insert(at, text.Substring(random.Next(text.Length + 1) is var from ? from : 0,
                random.Next(Math.Min(40, text.Length - from) + 1))),
        };
    }

    private static void AssertInside(SourceSpan span, Dictionary<string, string> texts)
    {
        // Only a missing file has a finding without a text.
        if (!texts.TryGetValue(span.Path, out var text)) Assert.Equal((0, 0), (span.Start, span.Length));
        else Assert.True(span.Start >= 0 && span.Length >= 0 && span.Start + span.Length <= text.Length, $"{span} is outside of its file");
    }

    private static void AssertWays(LocatedText located, Dictionary<string, string> texts, Random random)
    {
        AssertInside(located.Span, texts);
        var start = random.Next(located.Value.Length + 1);
        var length = random.Next(located.Value.Length - start + 1);
        var place = located.At(start, length);
        AssertInside(place, texts);
        var value = located.Value.AsSpan(start, length);
        if (!located.LineStarts.IsEmpty && value.IndexOfAny("\n\u2028\u2029") < 0)
            Assert.Equal(value.ToString(), texts[place.Path].Substring(place.Start, place.Length));
    }

    private static string Print(Outcome<SiteRecords> outcome) => string.Join('\n', [
        outcome.Value.Site.ToString(), .. outcome.Value.Documents.Select(Print), .. outcome.Value.Cited.Select(c => c.ToString()),
        .. outcome.Value.Bodies.Select(b => b.ToString()), .. outcome.Diagnostics.Select(d => d.ToString())]);

    private static string Print(Document document) => string.Join('\n', [
        document.ToString(), .. document.Head, .. document.Sections, .. document.Provisions, .. document.Footnotes, .. document.Closing,
            .. document.Furniture,
        .. document.Texts.SelectMany(t => (object[])[t, .. t.Blocks, .. t.Sections, .. t.Provisions, .. t.Footnotes, .. t.Errata])]);
}
