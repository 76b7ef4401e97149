using System.Text.RegularExpressions;

namespace StaticSite.Records;

/// <summary>The word or words a preambular or operative paragraph opens with, as printed: "又回顾", "表示注意到", "Also requests".</summary>
public static partial class LeadWord
{
    public enum Kind { Preambular, Operative }

    /// <param name="plainText">Text of the paragraph without its number.</param>
    /// <param name="language">"zh" or "en".</param>
    /// <returns>Null when the paragraph does not open with a known form.</returns>
    public static string? Of(string plainText, string language, Kind kind)
    {
        var match = (language == "zh", kind) switch
        {
            (true, _) => Chinese().Match(plainText),
            (false, Kind.Preambular) => EnglishPreambular().Match(plainText),
            _ => EnglishOperative().Match(plainText),
        };
        return match.Success ? match.Groups["lead"].Value.TrimEnd() : null;
    }

    [GeneratedRegex("^(?<lead>(((又|还|再|再次|再度|进一步|特别|尤其|深为|深|深深|深表|深感|严重|极为|十分|重新|一再|同时|并|也|仍|欣慰地|赞赏地|关切地|严重关切地|深为关切地|感兴趣地|遗憾地|深为遗憾地|满意地|赞许地|感谢地|欣见|失望地|震惊地)*(表示注意到|表示赞赏|表示赞同|表示感谢|表示关切|表示欢迎|表示遗憾|表示支持|表示|回顾|重申|强调指出|强调|注意到|意识到|认识到|确认|承认|确信|深信|相信|铭记|念及|考虑到|审议了|审查了|收到|欢迎|欣见|认可|核可|核准|批准|赞同|赞赏|感谢|请|敦促|促请|呼吁|吁请|要求|鼓励|决定|授权|申明|肯定|宣布|宣告|谴责|关切|关注|遗憾|指出|着重指出|着重|邀请|建议|通过|同意|支持|期待|希望|赞扬|赞许|满意|遵循|遵照|依照|根据|按照|忆及|切记|忧虑|震惊|致力|提请|提醒|责成|重视|接受|撤销|设立|延长|保证|承诺|祝贺|对)((并|和)(又|还)?(重申|强调指出|强调|回顾|注意到|确认|欢迎|赞赏|核准|认可|敦促|请|鼓励|决定|赞同|感谢|支持|批准))?)))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chinese();

    [GeneratedRegex("^(?<lead>((Also|Further|Again|Once again|Deeply|Gravely|Seriously|Strongly|Fully|Particularly|Profoundly|Still|Firmly|Extremely|Equally|Keenly|Highly) )*([A-Z]?[a-z]+ing|Having (also |further |again )?(considered|examined|received|reviewed|heard|adopted|noted|studied|taken note|regard|decided|met)|Convinced|Guided|Concerned|Alarmed|Aware|Mindful|Conscious|Disturbed|Determined|Encouraged|Gratified|Appreciative|Cognizant|Committed|Desirous|Distressed|Inspired|Persuaded|Shocked|Resolved|Dismayed|concerned|convinced|aware|mindful|conscious|disturbed|alarmed|encouraged|appreciative|committed|grateful)( (also|further|again|once again|fully|with (deep |grave |serious |great |profound )?(appreciation|satisfaction|concern|regret|interest|alarm|gratitude|approval)|in mind|note of|into account|(and|or) [a-z]+ing|its (deep |sincere |grave |serious )?(appreciation|concern|gratitude|satisfaction|regret)|by|of))*)(?=[ ,:])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnglishPreambular();

    [GeneratedRegex("^(?<lead>((Also|Further|Again|Once again|Strongly|Deeply|Urgently|Solemnly|Fully|Firmly|Reiterates and|Particularly|Invites and) )*[A-Za-z]+(es|s|ks|ds)( and (also |further )?[a-z]+s)?( (also|further|again|once again|fully|strongly|with (deep |grave |serious |great |profound |particular )?(appreciation|satisfaction|concern|regret|interest|alarm|gratitude|approval)|note( with (deep |grave |serious |great )?(appreciation|satisfaction|concern|regret|interest))?|its (deep |sincere |grave |serious |strong |full )?(appreciation|concern|gratitude|satisfaction|regret|request|support|commitment|decision|conviction|call|determination)|upon|that))*)(?=[ ,:;.])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnglishOperative();
}
