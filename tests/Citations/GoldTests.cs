using System.Collections.Immutable;

using StaticSite.Citations;
using StaticSite.Diagnostics;
using StaticSite.Markdown;
using StaticSite.Records;

using Xunit.Abstractions;

namespace StaticSite.Tests.Citations;

/// <summary>The citations of the two sources against those that a person read.</summary>
public sealed class GoldTests(ITestOutputHelper output)
{
    public static TheoryData<string> Files() => TestFiles.Cases("Citations/Gold", "*.tsv");

    [Theory, MemberData(nameof(Files))]
    public void All_citations_of_a_source_are_found_and_nothing_else(string path)
    {
        var expected = TestFiles.Read(path).Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(Line).ToList();
        var found = Found(Path.GetFileName(path).Split('.')[0], Path.GetFileName(path).Split('.')[1]).ToList();

        var missed = Without(expected, found);
        var wrong = Without(found, expected);
        var hits = expected.Count - missed.Count;
        output.WriteLine($"{path}: {expected.Count} expected, {found.Count} found, precision {hits / (double)found.Count:0.000}, recall {hits / (double)expected.Count:0.000}");
        Assert.True(missed.Count == 0 && wrong.Count == 0,
            string.Join('\n', missed.Select(m => "missed: " + m).Concat(wrong.Select(w => "wrong:  " + w))));
    }

    private static string Line(string line)
    {
        var cells = line.Split('\t');
        var places = cells.Length > 4 && cells[4].Length > 0 ? "; " + cells[4] : "";
        return $"{cells[0]} | {WithoutBlanks(cells[1])} | {cells[2]} {cells[3]}{places}";
    }

    private static IEnumerable<string> Found(string slug, string language)
    {
        var inputs = Directory.EnumerateFiles(Path.Combine(TestFiles.Root, "input"), "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => new SourceText(Path.GetRelativePath(TestFiles.Root, f).Replace('\\', '/'), File.ReadAllText(f)));
        var document = RecordLoader.Load([.. inputs]).Value.Documents.Single(d => d.Symbol.Slug == slug);
        foreach (var (passage, citations) in CitationReader.Read(new(document.Symbol, language, Passages(document, document.TextIn(language)!))))
            foreach (var citation in citations)
                yield return $"{passage.Id} | {WithoutBlanks(CitationNotation.Words(passage, citation.Span))} | {CitationNotation.Print(citation)}";
    }

    private static ImmutableArray<Passage> Passages(Document document, DocumentText text)
    {
        var passages = ImmutableArray.CreateBuilder<Passage>();
        void Add(string id, LocatedText? located, string? marker = null)
        {
            if (located is not null) passages.Add(new(id, RichText.Parse(located.Value), marker));
        }
        Add("title", text.Title);
        foreach (var block in document.Head) Add(block.Id, text.Blocks.GetValueOrDefault(block.Id));
        foreach (var section in document.Sections) Add("section:" + section.Id, text.Sections.GetValueOrDefault(section.Id));
        foreach (var provision in document.Provisions) Add(provision.Id, text.Provisions.GetValueOrDefault(provision.Id));
        foreach (var block in document.Closing) Add(block.Id, text.Blocks.GetValueOrDefault(block.Id));
        foreach (var note in document.Footnotes) Add(note.Id, text.Footnotes.GetValueOrDefault(note.Id), note.Marker);
        return passages.ToImmutable();
    }

    private static string WithoutBlanks(string words) => words.Replace(" ", "", StringComparison.Ordinal);

    private static List<string> Without(List<string> all, List<string> others)
    {
        var rest = new List<string>(others);
        return [.. all.Where(item => !rest.Remove(item))];
    }
}
