using System.Globalization;

namespace StaticSite.Review;

/// <summary>The words of a report in one language. The findings stay as the commands print them.</summary>
public sealed record ReportWords
{
    public static readonly ReportWords English = new()
    {
        Language = "en", Tag = "en", Title = "What changes on the site", NoDifference = "no difference", And = ", ", Stop = ".",
        ThemeOnly = "Nothing that a reader reads has changed: only the theme, or files that are no pages.",
        Where = "Where", Old = "Old", New = "New", Findings = "Findings", AddedPages = "Pages added", RemovedPages = "Pages removed", MovedPages = "Pages moved",
        RedirectedPages = "Pages redirected", Titles = "Titles", Heads = "What search engines are told", Texts = "Texts", Moves = "Passages moved", Citations = "Citations",
        Links = "Links", ThemeOnlyPages = "Pages changed in their theme only", Files = "Other files",
        StandsElsewhere = "stands elsewhere in its page", MorePlaces = "and {0} other places", OnePlace = "and 1 other place", Also = "also", In = "in", MoreEntries = "… and {0} more",
        Records = ["Documents", "Provisions", "Follow-up", "Indicators"], FileKinds = ["added", "removed", "changed"], IsNew = "new", IsGone = "gone",
        Severities = ["info", "warning", "error"],
        Counts =
        [
            "{0} page added|{0} pages added", "{0} page removed|{0} pages removed", "{0} page moved|{0} pages moved", "{0} page redirected|{0} pages redirected",
            "{0} title changed|{0} titles changed", "{0} description changed|{0} descriptions changed", "{0} record changed|{0} records changed", "{0} text changed|{0} texts changed",
            "{0} passage moved|{0} passages moved", "{0} citation changed|{0} citations changed", "{0} link changed|{0} links changed",
            "{0} page changed in its theme only|{0} pages changed in their theme only", "{0} other file changed|{0} other files changed", "{0} finding|{0} findings",
        ],
        Fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["act"] = "what it does", ["agenda_item"] = "agenda item", ["deadlines"] = "deadline", ["text_status"] = "status of the text", ["text_language"] = "language of the text",
            ["words"] = "value", ["quoted"] = "as printed", ["threads"] = "follow-up", ["due"] = "due date", ["robots"] = "indexing", ["canonical"] = "canonical address",
        },
    };

    public static readonly ReportWords Chinese = new()
    {
        Language = "zh", Tag = "zh-Hans", Title = "网站有哪些变化", NoDifference = "没有变化", And = "，", Stop = "。",
        ThemeOnly = "读者读到的内容没有变化，只有版式或不属于网页的文件不同。",
        Where = "位置", Old = "原来", New = "现在", Findings = "发现的问题", AddedPages = "新增网页", RemovedPages = "删除的网页", MovedPages = "移动的网页",
        RedirectedPages = "转向的网页", Titles = "标题", Heads = "搜索引擎所见", Texts = "文字", Moves = "移动的段落", Citations = "引文",
        Links = "链接", ThemeOnlyPages = "只有版式变化的网页", Files = "其他文件",
        StandsElsewhere = "在本页中换了位置", MorePlaces = "及另外 {0} 处", OnePlace = "及另外 1 处", Also = "又见", In = "见", MoreEntries = "……另有 {0} 项",
        Records = ["文件资料", "段落资料", "落实情况", "指标"], FileKinds = ["新增", "删除", "改动"], IsNew = "新增", IsGone = "删除",
        Severities = ["提示", "警告", "错误"],
        Counts =
        [
            "新增 {0} 页", "删除 {0} 页", "移动 {0} 页", "{0} 页转向", "改动标题 {0} 个", "改动说明 {0} 处", "改动记录 {0} 项", "改动文字 {0} 处", "移动 {0} 段", "改动引文 {0} 处",
            "改动链接 {0} 处", "{0} 页只有版式变化", "改动其他文件 {0} 个", "问题 {0} 个",
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
    public required string Stop { get; init; }
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
    public required string Texts { get; init; }
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

/// <summary>"1 page added, 2 texts changed, …".</summary>
internal static class Summary
{
    public static string Of(SiteReport report, ReportWords words)
    {
        int[] counts =
        [
            report.AddedPages.Length, report.RemovedPages.Length, report.MovedPages.Length, report.RedirectedPages.Length, report.Titles.Length, report.Heads.Length,
            report.Records.Length, report.Texts.Length, report.Moves.Length, report.Links.Count(l => l.Kind == LinkKind.Citation), report.Links.Count(l => l.Kind == LinkKind.Link),
            report.ThemeOnly.Length, report.Files.Length, report.Findings.Length,
        ];
        var parts = counts.Select((count, i) => (count, forms: words.Counts[i].Split('|'))).Where(p => p.count > 0)
            .Select(p => ReportWords.Fill(p.count == 1 ? p.forms[0] : p.forms[^1], p.count)).ToList();
        return parts.Count == 0 ? words.NoDifference : string.Join(words.And, parts);
    }
}
