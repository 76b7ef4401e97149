using System.Globalization;

using StaticSite.Graph;
using StaticSite.Text;

namespace StaticSite.Tests.Text;

/// <summary>The same figure in Chinese and in English words: tests/Text/Cases/figures.tsv.</summary>
public class FiguresTests
{
    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var cells in TestFiles.Read("Text/Cases/figures.tsv").Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')))
            rows.Add(cells[0], cells[1], cells[2]);
        return rows;
    }

    [Theory, MemberData(nameof(Rows))]
    public void Both_languages_state_the_figures(string chinese, string english, string figures)
    {
        if (figures == "-") return;
        foreach (var (text, language) in new[] { (chinese, "zh"), (english, "en") })
        {
            var read = Figures.Read(text, language).SelectMany(f => f.Or is { } or ? new[] { f.Value, or } : [f.Value]).Select(Print).ToList();
            Assert.All(figures.Split(", "), figure => Assert.Contains(figure, read));
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void Neither_language_states_anything_else(string chinese, string english, string figures)
    {
        var (missing, extra) = FigureComparison.Compare(Figures.Read(chinese, "zh"), Figures.Read(english, "en"));
        Assert.Empty(missing);
        Assert.Empty(extra);
        Assert.False(figures.Length == 0);
    }

    [Theory]
    [InlineData("4 600多名", "zh", 4600, true)]
    [InlineData("more than 4,600", "en", 4600, true)]
    [InlineData("an annual report", "en", 1, true)]
    [InlineData("on a quarterly basis", "en", 1, true)]
    [InlineData("an annual report", "en", 2, false)]
    [InlineData("一份年度报告", "zh", 1, true)]
    [InlineData("39%", "en", 39, true)]
    [InlineData("百分之三十九", "zh", 39, true)]
    [InlineData("about 95 per cent", "en", 95, true)]
    [InlineData("约 95%", "zh", 95, true)]
    [InlineData("约 95%", "zh", 59, false)]
    [InlineData("14 起", "zh", 14, true)]
    [InlineData("10 例", "zh", 1, false)]
    [InlineData("$4.5 million", "en", 4500000, true)]
    [InlineData("within three years", "en", 3, true)]
    [InlineData("三年内", "zh", 3, true)]
    [InlineData("no figure", "en", 0, false)]
    public void Words_state_a_value_or_do_not(string words, string language, int value, bool states) =>
        Assert.Equal(states, Figures.State(words, language, value));

    [Fact]
    public void A_figure_has_its_place()
    {
        const string text = "约有 4 600 多名，占 95%，自 2013 年 2 月 15 日起。";
        Assert.Equal(["4 600", "95%", "2013 年 2 月 15 日"], Figures.Read(text, "zh").Select(f => text.Substring(f.Start, f.Length)));
    }

    [Theory]
    [InlineData('1')]
    [InlineData('亿')]
    [InlineData('万')]
    [InlineData('九')]
    [InlineData('十')]
    [InlineData('千')]
    [InlineData('I')]
    public void Long_runs_of_numerals_are_read_in_time(char numeral)
    {
        foreach (var language in (string[])["zh", "en", "fr"]) Figures.Read(new string(numeral, 200_000), language);
        Figures.Read(string.Concat(Enumerable.Repeat("million hundred ", 20_000)), "en");
        Figures.Read(string.Concat(Enumerable.Repeat("1 to ", 20_000)) + "2 per cent", "en");
        Figures.Read(string.Concat(Enumerable.Repeat("九亿九千", 20_000)), "zh");
    }

    private static string Print(FigureValue value) => value.Kind switch
    {
        FigureKind.Percent => value.Value.ToString("0.#####", CultureInfo.InvariantCulture) + "%",
        FigureKind.Date => ((int)value.Value).ToString("0000-00-00", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.############################", CultureInfo.InvariantCulture),
    };
}
