using StaticSite.Graph;

namespace StaticSite.Tests.Graph;

public class TermUsesTests
{
    [Theory]
    [InlineData("zh", "问责制", "问责,问责制,问责制框架", "问责制")]
    [InlineData("zh", "问责制框架和问责", "问责,问责制,问责制框架", "问责制框架 问责")]
    [InlineData("zh", "成果管理制框架", "成果管理制,管理制框架", "成果管理制 管理制框架")]
    [InlineData("zh", "大会", "问责", "")]
    [InlineData("en", "Accountability frameworks; the accountability of all", "accountability,accountability framework", "accountability framework accountability")]
    [InlineData("en", "A TONE, and tones; overtone, toned", "tone", "tone tone")]
    [InlineData("en", "authority and authorities", "authority", "authority authority")]
    public void The_longest_form_is_the_one_that_is_used(string language, string text, string forms, string expected)
    {
        var names = forms.Split(',');
        Assert.Equal(expected, string.Join(' ', new FormScanner(TermUses.FormsOf(names, language), language).TermsIn(text).Select(i => names[i])));
    }

    [Fact]
    public void Many_forms_and_a_long_text_take_no_time_to_speak_of()
    {
        var forms = Enumerable.Range(0, 2_000).Select(i => ($"问责制{(char)('一' + i)}度", i));
        var text = string.Concat(Enumerable.Repeat("大会请秘书长说明问责制的执行情况。", 20_000));
        var start = TimeProvider.System.GetTimestamp();
        Assert.Empty(new FormScanner(forms, "zh").TermsIn(text));
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}
