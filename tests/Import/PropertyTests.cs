using System.Globalization;
using System.Text;

using StaticSite.Diagnostics;
using StaticSite.Import;

namespace StaticSite.Tests.Import;

/// <summary>What holds for any document, whatever its pages look like.</summary>
public class PropertyTests
{
    private static readonly string[] Odd = ["\f", "1", " *", "# : - \"", "A/67/776", "[^1]", "\\_", "：", "(a)"];

    private static readonly string[] Chinese =
    [
        "行预咨委会回顾其以往的意见，即进展报告应对已经采取的措施作出分析(A/66/738，第 10 和 11 段)。", "秘书长在报告中指出，2011 年的比例为 63%，有 4 600 多人参加(同上，第 8(d)段)。",
        "大会在第 66/257 号决议第 6 段中请秘书长优先制定一个计划。", "在此方面，行预咨委会建议秘书长继续努力，并确保及时执行监督机构的建议。", "管理委员会将每季度审查一次执行情况，其中包括：(a) 权力下放；(b) 内部控制。",
    ];

    private static readonly string[] English =
    [
        "The Advisory Committee recalls its previous observations that the progress reports should analyse the impact of the measures taken (A/66/738, paras. 10 and 11). ",
        "The Secretary-General indicates that the rate stood at 63 per cent in 2011 and that more than 4,600 staff members took part (ibid., para. 8 (d)). ",
        "In paragraph 6 of its resolution 66/257, the General Assembly requested the Secretary-General to develop a clear plan. ",
        "In this regard, the Committee recommends that results-based management be pursued, including: (a) delegation of authority; and (b) internal control. ",
        "The Management Committee will review the status of implementation on a quarterly basis, as indicated above. ",
    ];

    public static TheoryData<int> Seeds()
    {
        var data = new TheoryData<int>();
        for (var seed = 1; seed <= 60; seed++) data.Add(seed);
        return data;
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Page_breaks_furniture_and_footnotes_do_not_change_the_provisions(int seed)
    {
        var random = new Random(seed);
        var chinese = seed % 2 == 0;
        var (paragraphs, notes) = Generate(random, chinese);
        var expected = paragraphs.Where(p => !p.Heading).Select(p => Squeeze(p.Text[(p.Text.IndexOf('.') + 1)..].Replace("\u0001", "[^", StringComparison.Ordinal).Replace("\u0002", "]", StringComparison.Ordinal)));
        foreach (var doubled in (bool[])[true, false])
        {
            var pages = new Pages(random, chinese, "A/67/776") { Doubled = doubled, LinesPerPage = random.Next(6, 30) };
            foreach (var (heading, text) in paragraphs) pages.Add(text, notes, heading);
            var source = (chinese ? "第六十七届会议 \n\n议程项目 129 \n\n \n\n" : "Sixty-seventh session \n\nAgenda item 129 \n\n \n\n") + pages.Finish();
            var outcome = ImporterTests.Read("seeds/x.txt", Encoding.UTF8.GetBytes(source), "A/67/776");
            Assert.True(outcome.Value is not null, string.Join('\n', outcome.Diagnostics.Select(d => d.Message)) + "\n" + source);
            var found = outcome.Value.Document.Provisions.Select(p => Squeeze(outcome.Value.Text.Provisions[p.Id].Value));
            Assert.True(expected.SequenceEqual(found), $"doubled {doubled}\n{TestFiles.FirstDifference(string.Join('\n', expected), string.Join('\n', found))}\n{source}");
            Assert.Equal(paragraphs.Count(p => p.Heading), outcome.Value.Document.Sections.Length);
            Assert.Equal(notes.Count, outcome.Value.Document.Footnotes.Length);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_damaged_source_is_imported_without_loss_or_refused_but_never_throws(int seed)
    {
        var random = new Random(seed);
        var source = Encoding.UTF8.GetString(ImporterTests.Seed(seed % 2 == 0 ? "000_4309f37d88536db2.txt" : "001_72d9af626de8bfe1.txt"));
        for (var round = 0; round < 8; round++)
        {
            var damaged = Damage(random, source);
            var outcome = ImporterTests.Read("seeds/x.txt", Encoding.UTF8.GetBytes(damaged), "A/67/776");
            Assert.DoesNotContain(outcome.Diagnostics, d => d.Rule == ImportRules.NotLossless);
            if (outcome.Value is not { } imported) { Assert.NotEmpty(outcome.Diagnostics); continue; }
            Assert.Empty(LosslessCheck.Check(imported.Document, imported.Text, imported.Source));
            Assert.Equal(imported.Document.Provisions.Length, imported.Document.Provisions.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count());
            var files = Importer.Merge(imported, []).Value!.Files;
            var loaded = StaticSite.Records.DocumentLoader.Load(files);
            Assert.True(loaded.Diagnostics.IsEmpty, string.Join('\n', loaded.Diagnostics.Select(d => $"{d.Rule.Id} {d.Message}")) + "\n" + files[0].Text);
            Assert.Empty(LosslessCheck.Check(loaded.Value!, loaded.Value!.Texts[0], imported.Source));
            Assert.Empty(Importer.Merge(imported, files).Value!.Files);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Bytes_of_any_kind_are_refused_with_an_error(int seed)
    {
        var bytes = new byte[200 + seed * 40];
        new Random(seed).NextBytes(bytes);
        var outcome = ImporterTests.Read("seeds/x.txt", bytes);
        Assert.Null(outcome.Value);
        Assert.Contains(outcome.Diagnostics, d => d.Rule.Severity == Severity.Error);
    }

    private static (List<(bool Heading, string Text)> Paragraphs, Dictionary<int, string> Notes) Generate(Random random, bool chinese)
    {
        var sentences = chinese ? Chinese : English;
        var paragraphs = new List<(bool, string)>();
        var notes = new Dictionary<int, string>();
        var number = 1;
        for (var section = 1; section <= 3; section++)
        {
            paragraphs.Add((true, chinese ? $"{"一二三"[section - 1]}. 执行情况" : $"{new string('I', section)}. Status of implementation"));
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{number++}. "));
                for (var s = random.Next(1, 6); s > 0; s--)
                {
                    var sentence = sentences[random.Next(sentences.Length)].TrimEnd();
                    text.Append(sentence);
                    if (random.Next(6) == 0)
                    {
                        notes.Add(notes.Count + 1, random.Next(2) == 0 ? chinese ? "A/64/683 和 Corr.1。" : "A/64/683 and Corr.1." : sentence.Replace("第 6", "第 7", StringComparison.Ordinal));
                        text.Append(CultureInfo.InvariantCulture, $"\u0001{notes.Count}\u0002");
                    }
                    if (!chinese) text.Append(' ');
                }
                paragraphs.Add((false, text.ToString().TrimEnd()));
            }
        }
        return (paragraphs, notes);
    }

    private static string Damage(Random random, string source)
    {
        var lines = source.Split('\n').ToList();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(7))
            {
                case 0: lines.RemoveAt(at); break;
                case 1: lines.Insert(at, lines[random.Next(lines.Count)]); break;
                case 2: lines.Insert(at, "__________________"); break;
                case 3: lines[at] = lines[at][..(lines[at].Length / 2)]; break;
                case 4: (lines[at], lines[random.Next(lines.Count)]) = (lines[random.Next(lines.Count)], lines[at]); break;
                case 5: lines[at] += Odd[random.Next(Odd.Length)]; break;
                default: lines.Insert(at, random.Next(1, 60).ToString(CultureInfo.InvariantCulture) + (random.Next(2) == 0 ? ". " : "")); break;
            }
            if (lines.Count == 0) lines.Add("");
        }
        return string.Join('\n', lines);
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
