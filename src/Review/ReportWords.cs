using System.Globalization;

using StaticSite.Diagnostics;

namespace StaticSite.Review;

/// <summary>The words of a report in one language.</summary>
public sealed record ReportWords
{
    public static readonly ReportWords English = new()
    {
        Language = "en", Tag = "en", Title = "What changes on the site", NoDifference = "no difference", And = ", ", Then = "; ", Colon = ": ", Stop = ".", Nothing = "nothing",
        ThemeOnly = "Nothing that a reader reads has changed: only the theme, or files that are no pages.",
        Where = "Where", Old = "Old", New = "New", Findings = "Findings", AddedPages = "Pages added", RemovedPages = "Pages removed", MovedPages = "Pages moved",
        RedirectedPages = "Pages redirected", Titles = "Titles", Heads = "What search engines are told", Texts = ["Paragraphs of documents", "Texts", "Figures"], Moves = "Passages moved", Citations = "Citations",
        Links = "Links", ThemeOnlyPages = "Pages changed in layout or menus only", Files = "Other files",
        StandsElsewhere = "stands elsewhere in its page", MorePlaces = "and {0} other places", OnePlace = "and 1 other place", Also = "also", In = "in", MoreEntries = "… and {0} more",
        Records = ["Documents", "Provisions", "Follow-up", "Indicators"], FileKinds = ["added", "removed", "changed"], IsNew = "new", IsGone = "gone",
        Faults = FindingWords.English,
        Severities = ["info", "warning", "error"],
        Counts =
        [
            "{0} error|{0} errors", "{0} warning|{0} warnings", "{0} paragraph of a document changed|{0} paragraphs of documents changed",
            "{0} change of document data|{0} changes of document data", "{0} change of provision data|{0} changes of provision data",
            "{0} change of follow-up|{0} changes of follow-up", "{0} change of indicators|{0} changes of indicators",
            "{0} page added|{0} pages added", "{0} page removed|{0} pages removed", "{0} page moved|{0} pages moved", "{0} page redirected|{0} pages redirected",
            "{0} title changed|{0} titles changed", "{0} text changed|{0} texts changed", "{0} figure changed|{0} figures changed", "{0} passage moved|{0} passages moved",
            "{0} citation changed|{0} citations changed", "{0} link changed|{0} links changed", "{0} entry for search engines changed|{0} entries for search engines changed",
            "{0} page changed in layout or menus only|{0} pages changed in layout or menus only", "{0} other file changed|{0} other files changed",
        ],
        Fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["act"] = "what it does", ["agenda_item"] = "agenda item", ["deadlines"] = "deadline", ["text_status"] = "status of the text", ["text_language"] = "language of the text",
            ["words"] = "value", ["quoted"] = "as printed", ["threads"] = "follow-up", ["due"] = "due date", ["robots"] = "indexing", ["canonical"] = "canonical address",
        },
    };

    public static readonly ReportWords Chinese = new()
    {
        Language = "zh", Tag = "zh-Hans", Title = "网站有哪些变化", NoDifference = "没有变化", And = "，", Then = "；", Colon = "：", Stop = "。", Nothing = "无",
        ThemeOnly = "读者读到的内容没有变化，只有版式或不属于网页的文件不同。",
        Where = "位置", Old = "原来", New = "现在", Findings = "发现的问题", AddedPages = "新增网页", RemovedPages = "删除的网页", MovedPages = "移动的网页",
        RedirectedPages = "转向的网页", Titles = "标题", Heads = "搜索引擎所见", Texts = ["文件段落", "文字", "数字"], Moves = "移动的段落", Citations = "引文",
        Links = "链接", ThemeOnlyPages = "只有版式或导航变化的网页", Files = "其他文件",
        StandsElsewhere = "在本页中换了位置", MorePlaces = "及另外 {0} 处", OnePlace = "及另外 1 处", Also = "又见", In = "见", MoreEntries = "……另有 {0} 项",
        Records = ["文件资料", "段落资料", "落实情况", "指标"], FileKinds = ["新增", "删除", "改动"], IsNew = "新增", IsGone = "删除",
        Faults = FindingWords.Chinese,
        Severities = ["提示", "警告", "错误"],
        Counts =
        [
            "错误 {0} 个", "警告 {0} 个", "改动文件段落 {0} 处", "改动文件资料 {0} 项", "改动段落资料 {0} 项", "改动落实情况 {0} 项", "改动指标 {0} 项",
            "新增 {0} 页", "删除 {0} 页", "移动 {0} 页", "{0} 页转向", "改动标题 {0} 个", "改动文字 {0} 处", "改动数字 {0} 处", "移动 {0} 段", "改动引文 {0} 处",
            "改动链接 {0} 处", "改动供搜索引擎读取的说明 {0} 处", "{0} 页只有版式或导航变化", "改动其他文件 {0} 个",
        ],
        Fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["act"] = "作用", ["addressee"] = "对象", ["agenda_item"] = "议程项目", ["components"] = "构成部分", ["date"] = "日期", ["deadlines"] = "时限", ["due"] = "时限", ["issuer"] = "印发机构",
            ["judgement"] = "判断依据", ["kind"] = "类别", ["label"] = "编号", ["name"] = "名称", ["period"] = "时期", ["quoted"] = "原文", ["responsible"] = "负责", ["section"] = "章节",
            ["session"] = "届会", ["source"] = "出处", ["status"] = "状态", ["steps"] = "经过", ["text_language"] = "文本语文", ["text_status"] = "文本地位", ["threads"] = "后续事项",
            ["title"] = "标题", ["words"] = "数值", ["robots"] = "收录", ["canonical"] = "规范网址", ["description"] = "说明",
        },
    };

    /// <summary>Short: "zh".</summary>
    public required string Language { get; init; }

    public required string Tag { get; init; }
    public required string Title { get; init; }
    public required string NoDifference { get; init; }
    public required string And { get; init; }

    /// <summary>Between what is wrong and what to do about it.</summary>
    public required string Then { get; init; }

    public required string Colon { get; init; }
    public required string Stop { get; init; }

    /// <summary>In the place of words that are on the other side only.</summary>
    public required string Nothing { get; init; }

    public required string ThemeOnly { get; init; }
    public required string Where { get; init; }
    public required string Old { get; init; }
    public required string New { get; init; }
    public required string Findings { get; init; }
    public required string AddedPages { get; init; }
    public required string RemovedPages { get; init; }
    public required string MovedPages { get; init; }
    public required string RedirectedPages { get; init; }
    public required string Titles { get; init; }
    public required string Heads { get; init; }
    public required string Moves { get; init; }
    public required string Citations { get; init; }
    public required string Links { get; init; }
    public required string ThemeOnlyPages { get; init; }
    public required string Files { get; init; }
    public required string StandsElsewhere { get; init; }
    public required string OnePlace { get; init; }
    public required string MorePlaces { get; init; }
    public required string Also { get; init; }
    public required string In { get; init; }
    public required string MoreEntries { get; init; }
    public required string IsNew { get; init; }
    public required string IsGone { get; init; }

    /// <summary>By <see cref="TextKind"/>.</summary>
    public required string[] Texts { get; init; }

    /// <summary>How each finding is said.</summary>
    public required IReadOnlyDictionary<FindingKind, FindingWords> Faults { get; init; }

    /// <summary>By <see cref="RecordKind"/>.</summary>
    public required string[] Records { get; init; }

    /// <summary>By <see cref="FileChangeKind"/>.</summary>
    public required string[] FileKinds { get; init; }

    /// <summary>By severity, the mildest first.</summary>
    public required string[] Severities { get; init; }

    /// <summary>Parts of the summary in the order of <see cref="Summary"/>: "one|many" where they differ.</summary>
    public required string[] Counts { get; init; }

    /// <summary>Names of fields whose key is not their name.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public static ReportWords? For(string language) => language switch { "en" => English, "zh" => Chinese, _ => null };

    public string Field(string key) => Fields.GetValueOrDefault(key, key.Replace('_', ' '));

    /// <summary>"and 3 other places"; empty for none.</summary>
    public string Elsewhere(int count) => count switch { <= 0 => "", 1 => OnePlace, _ => Fill(MorePlaces, count) };

    internal static string Fill(string words, int count) => string.Format(CultureInfo.InvariantCulture, words, count);
}

/// <summary>"1 error, 1 page added, 2 texts changed, …": what matters most comes first, and the parts of a report stand in the same order.</summary>
internal static class Summary
{
    public static string Of(SiteReport report, ReportWords words) =>
        Parts(report, words).Select(p => p.Words).ToList() is { Count: > 0 } parts ? string.Join(words.And, parts) : words.NoDifference;

    /// <summary>Each count that is not 0, and the name of the part of the report that lists it.</summary>
    public static IEnumerable<(string Part, string Words)> Parts(SiteReport report, ReportWords words)
    {
        (string Part, int Count)[] counts =
        [
            (ReportParts.Findings, report.Findings.Count(f => f.Rule.Severity == Severity.Error)), (ReportParts.Findings, report.Findings.Count(f => f.Rule.Severity != Severity.Error)),
            (ReportParts.Of(TextKind.Provision), report.Texts.Count(t => t.Kind == TextKind.Provision)),
            .. Enum.GetValues<RecordKind>().Select(kind => (ReportParts.Of(kind), report.Records.Count(r => r.Kind == kind))),
            (ReportParts.Added, report.AddedPages.Length), (ReportParts.Removed, report.RemovedPages.Length), (ReportParts.Moved, report.MovedPages.Length),
            (ReportParts.Redirected, report.RedirectedPages.Length), (ReportParts.Titles, report.Titles.Length),
            (ReportParts.Of(TextKind.Other), report.Texts.Count(t => t.Kind == TextKind.Other)), (ReportParts.Of(TextKind.Figure), report.Texts.Count(t => t.Kind == TextKind.Figure)),
            (ReportParts.Passages, report.Moves.Length), (ReportParts.Of(LinkKind.Citation), report.Links.Count(l => l.Kind == LinkKind.Citation)),
            (ReportParts.Of(LinkKind.Link), report.Links.Count(l => l.Kind == LinkKind.Link)), (ReportParts.Heads, report.Heads.Length),
            (ReportParts.Theme, report.ThemeOnly.Length), (ReportParts.Files, report.Files.Length),
        ];
        foreach (var (index, (part, count)) in counts.Index())
        {
            var forms = words.Counts[index].Split('|');
            if (count > 0) yield return (part, ReportWords.Fill(count == 1 ? forms[0] : forms[^1], count));
        }
    }
}

/// <summary>Ids of the parts of a report.</summary>
internal static class ReportParts
{
    public const string Findings = "findings", Added = "added", Removed = "removed", Moved = "moved", Redirected = "redirected", Titles = "titles", Passages = "passages",
        Heads = "search-engines", Theme = "theme", Files = "files";

    public static string Of(TextKind kind) => kind switch { TextKind.Provision => "paragraphs", TextKind.Other => "texts", _ => "figures" };

    public static string Of(RecordKind kind) => "data-" + kind.ToString().ToLowerInvariant();

    public static string Of(LinkKind kind) => kind == LinkKind.Citation ? "citations" : "links";
}
