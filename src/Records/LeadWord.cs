using System.Text.RegularExpressions;

namespace StaticSite.Records;

/// <summary>The word or words a preambular or operative paragraph opens with, as printed: "又回顾", "表示注意到", "Also requests".</summary>
public static partial class LeadWord
{
    public enum Kind { Preambular, Operative }

    /// <param name="plainText">Text of the paragraph without its number.</param>
    /// <param name="language">"zh" or "en".</param>
    /// <returns>Null when the paragraph does not open with a known form. "对……表示遗憾" opens with "表示遗憾".</returns>
    public static string? Of(string plainText, string language, Kind kind)
    {
        // Some publications begin paragraphs with a direction mark.
        var text = plainText.TrimStart('\u200E', '\u200F', '\u200B', ' ');
        if (language != "zh") return Lead((kind == Kind.Preambular ? EnglishPreambular() : EnglishOperative()).Match(text));
        return Lead(Chinese().Match(text)) ?? Lead(ChineseObjectFirst().Match(text));
    }

    private static string? Lead(Match match) => match.Success ? match.Groups["lead"].Value.TrimEnd() : null;

    private const string Verbs = "表示注意到|表示(深切|深为|严重|极为|诚挚|衷心|特别|充分|强烈|坚决)?(赞赏|赞同|感谢|关切|关注|欢迎|遗憾|支持|满意|失望|震惊|谢意|敬意|声援)|表示赞赏|表示赞同|表示感谢|表示关切|表示欢迎|表示遗憾|表示支持|表示满意|表示认可|表示|感到(深为|极为|严重)?(遗憾|关切|震惊|鼓舞|欣慰|失望|不安|满意|惊恐|痛心)|回顾|重申|强调指出|着重指出|"
        + "强调|着重|注意到|意识到|认识到|考虑到|确认|承认|确信|深信|相信|铭记|念及|审议了|审议|审查了|收到|听取了|欢迎|欣见|认可|核可|核准|批准|赞同|赞赏|感谢|请|敦促|促请|呼吁|吁请|要求|鼓励|决定|授权|申明|"
        + "肯定|宣布|宣告|谴责|关切|关注|遗憾|指出|邀请|建议|通过|同意|支持|期待|希望|赞扬|赞许|满意|遵循|遵照|依照|根据|按照|忆及|切记|忧虑|震惊|致力|提请|提醒|责成|重视|接受|撤销|设立|延长|保证|承诺|祝贺|断定|认为|"
        + "痛惜|痛感|惊悉|获悉|记得|满怀|指定|任命|商定|议定|坚信|期望|嘉许|悼念|力求|继续|批款|拨款|选举|推迟|采纳|拒绝|要|并请";

    private const string Adverbs = "又|还|再次|再度|再|进一步|特别|尤其|深为|深深|深|严重|极为|十分|强烈|坚决|郑重|充分|完全|坚定地|紧急|重新|一再|同时|并|也|仍|欣慰地|赞赏地|关切地|严重关切地|深为关切地|感兴趣地|遗憾地|深为遗憾地|满意地|赞许地|感谢地|失望地|震惊地|痛惜地|深切地";

    [GeneratedRegex("^(?<lead>(" + Adverbs + ")*(" + Verbs + ")((并|和)(又|还)?(" + Verbs + "))?)", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Chinese();

    [GeneratedRegex("^((" + Adverbs + ")*(对|就|向))[^。；]{1,120}?(?<lead>(深表|表示|深为|深感)(遗憾|关切|赞赏|感谢|欢迎|支持|满意|赞同|失望|震惊|敬意|祝贺|谢意))", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex ChineseObjectFirst();

    private const string EnglishAdverbs = "Also|Further|Again|Once again|Deeply|Gravely|Seriously|Strongly|Fully|Particularly|Profoundly|Still|Firmly|Extremely|Equally|Keenly|Highly|Urgently|Solemnly|Duly";

    private const string States = "convinced|guided|concerned|alarmed|aware|mindful|conscious|disturbed|determined|encouraged|gratified|appreciative|cognizant|committed|desirous|distressed|inspired|persuaded|shocked|resolved|dismayed|grateful";

    private const string Feelings = "(deep |deepest |grave |serious |great |profound |particular |sincere |strong |full )?(appreciation|satisfaction|concern|regret|interest|alarm|gratitude|approval|disappointment|thanks)";

    [GeneratedRegex("^(?<lead>(((" + EnglishAdverbs + ") )+|(?=[A-Z]))((?i:having) ((also|further|again) )?(taken note|[a-z]+(ed|en|rd|et|ght))|[A-Za-z][a-z]+ing|(?i:" + States
        + "))( (also|further|again|once again|fully|deeply|in mind|note|into account|in particular|(and|or) [a-z]+ing|((with|its|their) )?" + Feelings + "))*)(?=[ ,:])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnglishPreambular();

    [GeneratedRegex("^(?<lead>(((" + EnglishAdverbs + ") )+|(?=[A-Z]))[A-Za-z][a-z]+s( and (also |further )?[a-z]+s(?= ))?( (also|further|again|once again|fully|strongly|note|upon|((with|its|their) )?" + Feelings
        + "))*)(?=[ ,:;.])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnglishOperative();
}
