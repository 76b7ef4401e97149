using FsCheck;
using FsCheck.Fluent;

using StaticSite.Review;

namespace StaticSite.Tests.Review;

public sealed class TextDiffTests
{
    [Theory]
    [InlineData("秘书长在报告中指出", "秘书长在最近一次报告中指出", "秘书长在{+最近一次+}报告中指出")]
    [InlineData("第 17 段", "第 18 段", "第 [-17-]{+18+} 段")]
    [InlineData("The Committee notes", "The Advisory Committee notes", "The {+Advisory +}Committee notes")]
    [InlineData("one two three", "one deux trois", "one [-two three-]{+deux trois+}")]
    [InlineData("A/67/776", "A/67/777", "[-A/67/776-]{+A/67/777+}")]
    [InlineData("The end. 16.5 per cent", "The end, 16.4 per cent", "The end[-. 16.5-]{+, 16.4+} per cent")]
    [InlineData("", "新", "{+新+}")]
    [InlineData("旧", "", "[-旧-]")]
    [InlineData("同", "同", "同")]
    [InlineData("𠀀𠀁", "𠀀𠀂", "𠀀[-𠀁-]{+𠀂+}")]
    [InlineData("naïve", "naive", "[-naïve-]{+naive+}")]
    public void Han_characters_are_words_of_their_own(string old, string @new, string expected) =>
        Assert.Equal(expected, string.Concat(TextDiff.Words(old, @new).Select(r => r.Kind switch
        {
            RunKind.Removed => $"[-{r.Text}-]",
            RunKind.Added => $"{{+{r.Text}+}}",
            _ => r.Text,
        })));

    [Fact]
    public void Half_of_a_character_is_compared_like_any_other()
    {
        var runs = TextDiff.Words("a\uD83Db", "ab\uDE00");
        Assert.Equal("a\uD83Db", string.Concat(runs.Where(r => r.Kind != RunKind.Added).Select(r => r.Text)));
        Assert.Equal("ab\uDE00", string.Concat(runs.Where(r => r.Kind != RunKind.Removed).Select(r => r.Text)));
    }

    [Fact]
    public void Old_and_new_can_be_put_together_from_the_runs()
    {
        var text = Gen.Elements("秘", "书", "长", " ", "one", "two", "1", "，", ".", "𠀀", "\n").ArrayOf().Select(string.Concat);
        Prop.ForAll(Arb.From(text), Arb.From(text), (old, @new) =>
        {
            var runs = TextDiff.Words(old, @new);
            return old == string.Concat(runs.Where(r => r.Kind != RunKind.Added).Select(r => r.Text))
                && @new == string.Concat(runs.Where(r => r.Kind != RunKind.Removed).Select(r => r.Text));
        }).QuickCheckThrowOnFailure();
    }
}
