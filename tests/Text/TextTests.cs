using StaticSite.Text;

namespace StaticSite.Tests.Text;

public class TextTests
{
    [Theory]
    [InlineData("六十七", 67)]
    [InlineData("十", 10)]
    [InlineData("二十", 20)]
    [InlineData("十一", 11)]
    [InlineData("一百零二", 102)]
    [InlineData("附件", null)]
    [InlineData("", null)]
    public void Chinese_numerals_are_read(string text, int? value) => Assert.Equal(value, HanNumber.Parse(text));

    [Theory]
    [InlineData("XIV", 14)]
    [InlineData("IV", 4)]
    [InlineData("IIII", null)]
    [InlineData("A", null)]
    [InlineData("", null)]
    public void Roman_numerals_are_read_in_their_correct_form_only(string text, int? value) => Assert.Equal(value, Roman.Parse(text));

    [Theory]
    [InlineData("Sixty-seventh", 67)]
    [InlineData("seventieth", 70)]
    [InlineData("Twelfth", 12)]
    [InlineData("81st", 81)]
    [InlineData("General", null)]
    public void English_ordinals_are_read(string text, int? value) => Assert.Equal(value, Numerals.EnglishOrdinal(text));

    [Theory]
    [InlineData("2010年3月29日大会决议", "2010-03-29")]
    [InlineData("2010 年 3 月 29 日", "2010-03-29")]
    [InlineData("on 18 April 2023", "2023-04-18")]
    [InlineData("2010 年 2 月 30 日", null)]
    [InlineData("2010 年", null)]
    public void Dates_are_found(string text, string? date) =>
        Assert.Equal(date, DateText.Find(text)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2 0 1 0 年 3 月 2 9 日大会决议", "2010年3月29日大会决议")]
    [InlineData("大 会", "大会")]
    [InlineData("2010 年 3 月 29 日", "2010 年 3 月 29 日")]
    [InlineData("有 1 704 人参加", "有 1 704 人参加")]
    [InlineData("A B C", "A B C")]
    public void Letter_spaced_lines_are_closed_up(string line, string closed) => Assert.Equal(closed, LetterSpacing.Close(line));

    [Theory]
    [InlineData("大会第", "64/259 号", "大会第 64/259 号")]
    [InlineData("问责制", "框架", "问责制框架")]
    [InlineData("2008", "年", "2008 年")]
    [InlineData("系统", "(A/67/714)", "系统(A/67/714)")]
    [InlineData("报告，", "A/67/714", "报告，A/67/714")]
    [InlineData("the Secretary-", "General", "the Secretary-General")]
    [InlineData("A/67/", "776", "A/67/776")]
    [InlineData("years -", "and", "years - and")]
    [InlineData("General", "Assembly", "General Assembly")]
    public void Wrapped_lines_are_joined_as_the_text_itself_sets_blanks(string left, string right, string joined) =>
        Assert.Equal(joined, LineJoin.Learn(["见第 60/254 号和第 61/245 号决议(A/66/692，第 14 段)", "自 2003 年以来"]).Join(left, right));

    [Fact]
    public void A_text_without_blanks_is_joined_without_blanks() =>
        Assert.Equal("大会第64/259号", LineJoin.Learn(["见第60/254号和第61/245号决议"]).Join("大会第", "64/259号"));
}
