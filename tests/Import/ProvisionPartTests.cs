using StaticSite.Records;

namespace StaticSite.Tests.Import;

public class ProvisionPartTests
{
    [Theory]
    [InlineData("包括：(a) 甲；(b) 乙；(c) 丙(A/66/738，第 9 段)。其后。", "T 8:包括： | 8(a):(a) 甲； | 8(b):(b) 乙； | 8(c):(c) 丙(A/66/738，第 9 段)。 | T 8:其后。")]
    [InlineData("见第 8(d)段、第 74(a)段和第 9(a)、(b)段。", "T 8:见第 8(d)段、第 74(a)段和第 9(a)、(b)段。")]
    [InlineData("See para. 8 (a) and paragraphs 3 (a) and (b) above.", "T 8:See para. 8 (a) and paragraphs 3 (a) and (b) above.")]
    [InlineData("Decides:\n(a) To act:\n(i) Now;\n(ii) Later;\n(b) To report.", "T 8:Decides: | 8(a):(a) To act: | 8(a)(i):(i) Now; | 8(a)(ii):(ii) Later; | 8(b):(b) To report.")]
    [InlineData("如下：\n定义甲。\n定义乙。", "T 8:如下： | B 8.1:定义甲。 | B 8.2:定义乙。")]
    [InlineData("The aims are: (a) one; and (b) two. The rest (e.g. three) follows.", "T 8:The aims are: | 8(a):(a) one; and | 8(b):(b) two. | T 8:The rest (e.g. three) follows.")]
    [InlineData("方面：（a）一；（b）二。", "T 8:方面： | 8(a):（a）一； | 8(b):（b）二。")]
    [InlineData("请：\n(a) 采取措施：\n㈠ 甲；\n㈡ 乙；\n(b) 报告。", "T 8:请： | 8(a):(a) 采取措施： | 8(a)(i):㈠ 甲； | 8(a)(ii):㈡ 乙； | 8(b):(b) 报告。")]
    [InlineData("", "")]
    public void A_provision_is_divided_into_text_items_and_blocks(string plain, string expected) =>
        Assert.Equal(expected, string.Join(" | ", ProvisionText.Parts("8", plain).Select(p => $"{(p.Kind == ProvisionPartKind.Item ? "" : p.Kind.ToString()[..1] + " ")}{p.Id}:{plain.Substring(p.Start, p.Length)}")));

    [Theory]
    [InlineData("又回顾其决议，", "zh", true, "又回顾")]
    [InlineData("关切地注意到实施系统的延迟", "zh", false, "关切地注意到")]
    [InlineData("确认并重申各监督机构", "zh", true, "确认并重申")]
    [InlineData("对缺乏内部控制框架表示遗憾，这是", "zh", false, "表示遗憾")]
    [InlineData("对平民伤亡深表关切，并促请各方", "zh", false, "深表关切")]
    [InlineData("强烈敦促秘书长迅速执行建议", "zh", false, "强烈敦促")]
    [InlineData("表示严重关切，注意到拖延", "zh", false, "表示严重关切")]
    [InlineData("商定就具体个案考虑请求", "zh", false, "商定")]
    [InlineData("Having considered the report", "en", true, "Having considered")]
    [InlineData("Deeply concerned by the delay,", "en", true, "Deeply concerned")]
    [InlineData("Bearing in mind the report,", "en", true, "Bearing in mind")]
    [InlineData("Also requests the Secretary-General", "en", false, "Also requests")]
    [InlineData("Notes with concern that", "en", false, "Notes with concern")]
    [InlineData("Takes note of the report;", "en", false, "Takes note")]
    [InlineData("Expresses its appreciation to", "en", false, "Expresses its appreciation")]
    [InlineData("The Committee considered", "en", true, null)]
    public void A_paragraph_opens_with_its_lead_word(string text, string language, bool preambular, string? lead) =>
        Assert.Equal(lead, LeadWord.Of(text, language, preambular ? LeadWord.Kind.Preambular : LeadWord.Kind.Operative));
}
