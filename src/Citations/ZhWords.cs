namespace StaticSite.Citations;

/// <summary>The words of the Chinese grammars, made once: they are tried at very many places. A longer word stands before its beginnings.</summary>
internal static class ZhWords
{
    /// <summary>How many numbers a list had.</summary>
    public static readonly string[] Counts = ["两项", "三项", "各项", "等"];

    /// <summary>What is numbered.</summary>
    public static readonly string[] Decisions = ["决议", "决定"];

    /// <summary>Between the items of a list of numbers.</summary>
    public static readonly string[] Separators = ["以及", "、", ",", "和", "及", "与", ";", "或"];

    /// <summary>Bodies that a list names between its numbers.</summary>
    public static readonly string[] Adopters = ["安全理事会", "安理会", "人权理事会", "经济及社会理事会", "经社理事会", "大会"];

    /// <summary>What else may stand there.</summary>
    public static readonly string[] Fillers = ["其", "在", "题为", "关于"];

    /// <summary>Between a document and its places.</summary>
    public static readonly string[] Of = ["所载的", "所载", "所附的", "所附", "中的", "中", "内", "的"];

    /// <summary>Behind the bracket that places stand in.</summary>
    public static readonly string[] InParticular = ["特别是", "见"];

    /// <summary>Parts of a supplement.</summary>
    public static readonly string[] Volumes = ["卷", "部分"];

    /// <summary>Between the items of a list.</summary>
    public static readonly string[] ListJoins = ["以及", "、", "和", "及", "与", ","];

    /// <summary>Between the ends of a range.</summary>
    public static readonly string[] RangeSigns = ["至", "到", "-", "~"];

    /// <summary>Behind 号.</summary>
    public static readonly string[] NumberedDocuments = ["文件", "报告", "决议", "决定", "说明"];

    /// <summary>What points back.</summary>
    public static readonly string[] Back = ["该", "上述", "同一"];

    /// <summary>What is pointed to.</summary>
    public static readonly string[] Documents = ["决议", "决定", "报告", "文件"];

    /// <summary>In this document.</summary>
    public static readonly string[] AboveBelow = ["上文", "下文"];

    /// <summary>What a document calls itself.</summary>
    public static readonly string[] OwnDocuments = ["决议", "报告", "文件", "说明", "决定", "公报"];

    /// <summary>Between a subject and its verb.</summary>
    public static readonly string[] Particles = ["还", "也", "则", "中", "分别"];

    /// <summary>What a place of a document does.</summary>
    public static readonly string[] Verbs = ["介绍", "列出", "列有", "列示", "列明", "说明", "载有", "载列", "述及", "概述", "阐述", "提供", "讨论", "指出", "提到", "规定", "概括"];

    /// <summary>Before a place in brackets.</summary>
    public static readonly string[] See = ["另见", "又见", "参看", "见"];

    /// <summary>Between places side by side.</summary>
    public static readonly string[] PlaceJoins = ["以及", "、", "和", "及", "与"];

    /// <summary>Annexes read alike.</summary>
    public static readonly string[] Annexes = ["附件", "附录", "附文"];

    /// <summary>Between the ends of a range of labels.</summary>
    public static readonly string[] LabelRangeSigns = ["至", "-", "~"];

    /// <summary>Between labels.</summary>
    public static readonly string[] LabelJoins = ["、", "和", "及", "与"];

    /// <summary>Between labels of sections.</summary>
    public static readonly string[] SectionJoins = ["、", "和", "及", "与", " 和 ", "至"];

    /// <summary>Before the paragraphs of a resolution.</summary>
    public static readonly string[] ResolutionParts = ["序言部分", "执行部分", "序言", "正文"];

    /// <summary>Behind the label of a sub-paragraph.</summary>
    public static readonly string[] Subparagraphs = ["分段", "小段", "项"];

    /// <summary>Between the numbers of paragraphs.</summary>
    public static readonly string[] ParagraphJoins = ["以及", "、", "和", "及", "与", ",", "或"];

    /// <summary>Between 段 and 第.</summary>
    public static readonly string[] ParagraphRangeSigns = ["至", "到", "-"];

    /// <summary>Inserted paragraphs.</summary>
    public static readonly string[] Suffixes = ["之二", "之三", "之四"];
}
