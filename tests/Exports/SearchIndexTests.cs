using System.Text;

using StaticSite.Benchmark;
using StaticSite.Build;
using StaticSite.Exports;
using StaticSite.Graph;
using StaticSite.Markdown;
using StaticSite.Records;
using StaticSite.Tests.Build;
using StaticSite.Text;

namespace StaticSite.Tests.Exports;

/// <summary>The search is exact: what a passage contains finds it, and nothing else is found.</summary>
public class SearchIndexTests(RealSite site) : IClassFixture<RealSite>
{
    private static readonly Lazy<List<(string Name, string Text)>> Passages = new(() =>
    {
        var records = RecordLoader.Load(RealSite.Input().Records).Value;
        var graph = CitationGraph.From(records.Documents).Value;
        return [.. from document in records.Documents
                   from language in records.Site.Languages
                   let source = graph.TextIn(document.Symbol, language.Code)
                   where source is not null
                   from passage in source.Passages
                   select ($"{document.Symbol} {language.Code} {passage.Id}", passage.Text.Plain.Replace(RichText.Call.ToString(), "", StringComparison.Ordinal))];
    });

    [Fact]
    public void Two_thousand_stretches_of_passages_find_exactly_the_passages_that_contain_them()
    {
        var random = new Random(20130215);
        var reader = new SearchReader(site.Files);
        var all = Passages.Value.ConvertAll(p => (p.Name, Normal: SearchText.Normalize(p.Text)));
        Assert.True(all.Count > 250, $"{all.Count} passages");
        for (var i = 0; i < 2000; i++)
        {
            var text = Passages.Value[random.Next(all.Count)].Text;
            var start = random.Next(text.Length);
            var query = text.Substring(start, Math.Min(text.Length - start, random.Next(1, 21)));
            var normal = SearchText.Normalize(query);
            if (normal.Length == 0) continue;
            Assert.Equal(all.Where(p => p.Normal.Contains(normal, StringComparison.Ordinal)).Select(p => p.Name).Order(StringComparer.Ordinal),
                reader.Find(query).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("任人唯贤和唯才")]
    [InlineData("quarterly zebra")]
    [InlineData("\u0000")]
    public void What_stands_nowhere_is_found_nowhere(string query) => Assert.Empty(new SearchReader(site.Files).Find(query));

    [Theory]
    [InlineData("=a/67/776", 0)]
    [InlineData("=67/776", 0)]
    [InlineData("=a/res/64/259", 1)]
    [InlineData("=64/259", 1)]
    public void A_symbol_leads_to_its_document_in_each_language(string key, int document)
    {
        var reader = new SearchReader(site.Files);
        Assert.Equal([document, document + reader.Documents], reader.List(key));
    }

    [Fact]
    public void A_query_fetches_a_part_of_the_index()
    {
        var reader = new SearchReader(site.Files);
        Assert.NotEmpty(reader.Find("权力下放"));
        Assert.DoesNotContain("texts/2.json", reader.Fetched);
        Assert.All(site.Files.Where(f => f.Key.StartsWith("search/grams/", StringComparison.Ordinal)), f => Assert.InRange(f.Value.Length, 1, 80_000));
    }

    [Fact]
    public void Lists_are_read_as_they_were_written()
    {
        int[] texts = [0, 1, 33, 34, 82, 5_000, 1_000_000];
        var list = PostingList.Write(texts);
        Assert.StartsWith("00v0L1", Encoding.ASCII.GetString(list), StringComparison.Ordinal);
        Assert.Equal(texts, PostingList.Read(list));
    }

    [Fact]
    public void A_table_of_lists_is_what_was_added_to_it()
    {
        var random = new Random(20121128);
        var (table, expected) = (new SearchPostings(), new SortedDictionary<ulong, SortedSet<int>>());
        // Gaps of one character and of several; more grams than the table has room for at first.
        for (var text = 0; text < 1_000_000; text += random.Next(1, 8_000))
        {
            for (var i = 0; i < 200; i++)
            {
                var gram = (ulong)Math.Pow(2, random.NextDouble() * 40);
                table.Add(gram, text);
                expected.TryAdd(gram, []);
                expected[gram].Add(text);
            }
        }
        Assert.Equal(expected.Keys, table.Grams.Order());
        Assert.All(expected, e => Assert.Equal(e.Value, PostingList.Read(table.Of(e.Key))));
        Assert.False(table.Has(1UL << 50));
    }

    [Fact]
    public void Two_lists_are_merged_in_order()
    {
        var random = new Random(20121129);
        for (var i = 0; i < 200; i++)
        {
            var texts = Enumerable.Range(0, random.Next(300)).Where(_ => random.Next(3) == 0).ToLookup(_ => random.Next(2) == 0);
            Assert.Equal(texts[true].Concat(texts[false]).Order(), PostingList.Read(PostingList.Merge(PostingList.Write(texts[true]), PostingList.Write(texts[false]))));
        }
    }

    [Fact]
    public void More_texts_than_a_thread_takes_at_once_are_found_whatever_thread_has_read_them()
    {
        var texts = new SyntheticSite(200) { LeaveOut = "provision-pages, bilingual-pages, citation-pages, json, akoma-ntoso" };
        using var folder = new TemporaryFolder();
        texts.Write(folder.PathOf("input"));
        var output = new MemoryOutput();
        SiteBuilder.Build(SiteFiles.Read(folder.PathOf("input"), Path.Combine(TestFiles.Root, "theme"), null), output, new(TimeProvider.System));
        var reader = new SearchReader(output.Files);
        foreach (var document in (int[])[0, 57, 199])
        {
            // Who cites a document is known from the texts as they were made.
            var symbol = SyntheticSite.Symbol(document);
            var expected = from citing in Enumerable.Range(0, 200)
                           from paragraph in Enumerable.Range(1, SyntheticSite.Paragraphs)
                           from language in (string[])["zh", "en"]
                           where texts.Paragraph(citing, paragraph, language).Contains(symbol, StringComparison.Ordinal)
                           select $"{SyntheticSite.Symbol(citing)} {language} {paragraph}";
            Assert.Equal(expected.Order(StringComparer.Ordinal), reader.Find(symbol).Order(StringComparer.Ordinal));
        }
        Assert.Equal(400, reader.List("= report").Count());
        Assert.Empty(reader.List("= resolution"));
    }
}
