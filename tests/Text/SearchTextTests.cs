using StaticSite.Text;

namespace StaticSite.Tests.Text;

/// <summary>The normal form of the search and its grams.</summary>
public class SearchTextTests
{
    /// <summary>What is one to a reader is one to the search. Browser tests read the same table.</summary>
    public static readonly (string Text, string Normal)[] Forms =
    [
        ("第 34 段", "第34段"),
        ("（见 A/67/714，第 27 段）。", "(见a/67/714,第27段)。"),
        ("resolution 64/259, para. 8 (d)", "resolution 64/259,para. 8(d)"),
        ("ＡＢＣ １２３", "abc 123"),
        ("  Delegation\n of\u00A0\u3000authority  ", "delegation of authority"),
        ("“问责”和「透明」", "\"问责\"和\"透明\""),
        ("〔2009〕【一】[a]", "(2009)(一)(a)"),
        ("2012–2013 — 2014−2015", "2012-2013 - 2014-2015"),
        ("re\u00ADport\u200B", "report"),
        ("Cafe\u0301 ÉTÉ", "café été"),
        ("İstanbul ΣΑΣ ς", "istanbul σασ ς"),
        ("报告\uFFFC 第 36 段", "报告第36段"),
        ("①②㈠ﬁ…", "12(一)fi..."),
        ("表 一\u2044二 〜 三", "表一/二~三"),
        ("\u0301 a", "\u0301 a"),
        ("𠮷 野家 𝒜", "𠮷野家a"),
        ("｢半角｣､ｶﾞ", "\"半角\"、ガ"),
        ("", ""),
        (" \t\n", ""),
    ];

    [Fact]
    public void Texts_have_one_normal_form() =>
        Assert.Equal(Forms.Select(f => f.Normal), Forms.Select(f => SearchText.Normalize(f.Text)));

    [Fact]
    public void A_normal_form_is_its_own() =>
        Assert.Equal(Forms.Select(f => f.Normal), Forms.Select(f => SearchText.Normalize(f.Normal)));

    [Theory]
    [InlineData("权", "权")]
    [InlineData("权力下放", "权力下 力下放")]
    [InlineData("下放", "下放")]
    [InlineData("rbm", "rbm")]
    [InlineData("risk a", "risk isk  sk a")]
    [InlineData("pa", "pa")]
    [InlineData("第34段", "第34 34段")]
    [InlineData("见a/67", "见a/ a/67")]
    [InlineData("", "")]
    public void A_query_asks_for_fours_without_Han_and_for_threes_elsewhere(string query, string grams) =>
        Assert.Equal(grams, string.Join(' ', SearchGrams.OfQuery(query)));

    [Fact]
    public void A_text_has_every_gram_of_what_it_contains_and_none_over_the_end_of_a_passage()
    {
        var passages = new[] { "行预咨委会(a/67/714,第27段)。rbm é𠮷x", "second ab" };
        var grams = new SearchGrams().Of(string.Join('\0', passages)).ToArray().Select(SearchGrams.Characters).ToHashSet(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            for (var start = 0; start < passage.Length; start++)
            {
                for (var end = start + 1; end <= passage.Length; end++)
                {
                    if (char.IsLowSurrogate(passage[start]) || char.IsHighSurrogate(passage[end - 1]) || passage[start..end] == " ") continue;
                    Assert.Subset(grams, SearchGrams.OfQuery(passage[start..end]).ToHashSet(StringComparer.Ordinal));
                }
            }
        }
        Assert.DoesNotContain("xs", grams);
        Assert.All(grams, gram => Assert.InRange(gram.EnumerateRunes().Count(), 1, 4));
    }

    [Fact]
    public void Texts_read_one_after_another_have_each_its_own_grams_once()
    {
        var random = new Random(20130101);
        var grams = new SearchGrams();
        for (var i = 0; i < 50; i++)
        {
            // More than the first table holds, then fewer again.
            var text = string.Concat(Enumerable.Range(0, random.Next(6_000)).Select(_ => random.Next(2) == 0 ? (char)random.Next('a', 'z') : (char)random.Next(0x4E00, 0x4F00)));
            var found = grams.Of(text).ToArray();
            Assert.Equal(found.Distinct(), found);
            Assert.Equal(new SearchGrams().Of(text).ToArray(), found);
        }
    }
}
