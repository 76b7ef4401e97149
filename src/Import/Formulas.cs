using System.Text.RegularExpressions;

using StaticSite.Records;

namespace StaticSite.Import;

/// <summary>The fixed words of UN documents that tell what a paragraph is, in Chinese and in English.</summary>
internal static partial class Formulas
{
    private const int LongestHeadLine = 400;

    /// <summary>"大会，", "The General Assembly,": what opens a preamble.</summary>
    public static bool IsEnacting(string text) => Enacting().IsMatch(text);

    /// <summary>"2019 年 12 月 27 日第 52 次全体会议，大会…", "At its 52nd plenary meeting, on 27 December 2019, the General Assembly …": what a decision opens with.</summary>
    public static bool OpensDecision(string text) => DecisionOpening().IsMatch(text);

    /// <summary>The heading of a summary before the first section.</summary>
    public static bool IsSummary(string text) => text is "Summary" or "SUMMARY" or "Executive summary" or "摘要" or "内容提要" or "执行摘要" or "提要";

    /// <summary>True when a paragraph opens as preambular ones do.</summary>
    public static bool StartsPreambular(string text) => LeadWord.Of(text, Text.Han.Occurs(text) ? "zh" : "en", LeadWord.Kind.Preambular) is not null;

    /// <summary>A line of the title page that stands for itself: organ, distribution, session, agenda item, adoption, basis.</summary>
    public static bool IsHeadLine(string text) =>
        text.Length < LongestHeadLine && (Masthead.IsPart(text) || Session().IsMatch(text) || AgendaItem().IsMatch(text) || Adoption().IsMatch(text) || PageFurniture.SymbolLine().IsMatch(text));

    /// <summary>"第六十七届会议", "Sixty-seventh session", "第七十七届会议（续会）".</summary>
    [GeneratedRegex(@"^(第\s?(?<zh>[〇零一二三四五六七八九十百]+|[0-9]+)\s?届(特别|紧急特别)?会议|(?<en>[A-Za-z0-9\- ]+?) (resumed |special |emergency special )?session)(\s*[（(,，].*)?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    public static partial Regex Session();

    /// <summary>"议程项目 129", "Agenda items 131 and 135 (a)".</summary>
    [GeneratedRegex(@"^(((临时)?议程[*\uFFFC]{0,3}\s*项目|(Provisional )?Agenda items?)\s*(?<n>[0-9０-９][^*\uFFFC]*)[*\uFFFC]*$|Items?\s+(?<n>[0-9].*?)\s+of the (provisional |preliminary list|draft )*(agenda)?.*$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    public static partial Regex AgendaItem();

    /// <summary>"2010年3月29日大会决议", "Resolution adopted by the General Assembly on 18 April 2023".</summary>
    [GeneratedRegex(@"^([0-9]{4}\s?年.*(决议|决定)$|(大会)?[0-9]{4}\s?年.*日.*通过的?(决议|决定)$|大会(决议|决定)$|((安全|经济及社会)理事会)?[0-9]{4}\s?年.*日.*次(全体)?会议(上)?通过$|Adopted by the (Security|Economic and Social|Human Rights) Council |(Resolutions?|Decisions?) adopted )", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Adoption();

    /// <summary>The number of a resolution or decision before its title: "64/259. ", "66/232 B. ", "77/545. ", or in it: "第 2719 (2023) 号决议" with nothing printed before; null when there is none.</summary>
    public static (string Symbol, string Printed)? TitleLabel(string text)
    {
        var council = CouncilTitle().Match(text);
        // A resolution of the Security Council has its number for its title.
        if (council.Success) return ($"{council.Groups["n"].Value} ({council.Groups["y"].Value})", "");
        var match = TitleNumber().Match(text);
        return match.Success ? (match.Groups["s"].Value, match.Value.TrimEnd()) : null;
    }

    /// <summary>"2010 年 3 月 29 日" or "第 81 次全体会议" behind the last paragraph of a resolution: "date", "meeting"; null for anything else.</summary>
    public static string? Closing(string text) =>
        text.Length > LongestHeadLine ? null : Text.DateText.IsDate(text) ? "date" : Meeting().IsMatch(text) ? "meeting" : null;

    [GeneratedRegex(@"^(大会|安全理事会|经济及社会理事会|人权理事会|The General Assembly|The Security Council|The Economic and Social Council|The Human Rights Council)\s*[,，]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Enacting();

    [GeneratedRegex(@"^(?<s>(S-|ES-)?[0-9]{1,3}/[0-9]{1,4}( ?[A-Z](?=[.．]))?)\s?[.．]\s*(?=\S)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitleNumber();

    [GeneratedRegex(@"^((在\s?|大会\s?)?[0-9]{4}\s?年[^，。]{4,40}会议上?\s?[,，]|At (its|the) [0-9]+(st|nd|rd|th) .{0,30}meeting, (on|held on) [0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DecisionOpening();

    [GeneratedRegex(@"^(第\s?(?<n>[0-9]{1,4})\s?[（(](?<y>[0-9]{4})[）)]\s?号决议|Resolution (?<n>[0-9]{1,4}) \((?<y>[0-9]{4})\))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CouncilTitle();

    [GeneratedRegex(@"^(第\s?[0-9]+\s?次(\s?[（(]?续会[）)]?)?\s?全体会议(\s?[（(]续会[)）])?|[0-9]+(st|nd|rd|th)( \(resumed\))? plenary( \(resumed\))? meeting)(\s.*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Meeting();
}
