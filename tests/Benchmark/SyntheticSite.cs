using System.Globalization;
using System.Text;

namespace StaticSite.Benchmark;

/// <summary>Synthetic input in our record format: N reports "A/70/1" to "A/70/N" in Chinese and English, 20 paragraphs in 5 sections, two citations a
/// paragraph to paragraphs of other documents, 12 components. The same N gives the same bytes on every machine.</summary>
/// <param name="documents">N, at least 2: a document cites others.</param>
internal sealed class SyntheticSite(int documents)
{
    /// <summary>All parts that a site may leave out: what remains is what other generators would make of the documents too.</summary>
    public const string BesideDocuments = "provision-pages, bilingual-pages, citation-pages, json, akoma-ntoso, search";

    public const int Sections = 5, Paragraphs = 20, Components = 12;

    private static readonly string[] Roman = ["I", "II", "III", "IV", "V"];

    private static readonly (string Zh, string En)[] Headings =
        [("导言", "Introduction"), ("执行情况", "Implementation"), ("风险管理", "Risk management"), ("所涉资源", "Resource requirements"), ("结论和建议", "Conclusions and recommendations")];

    private static readonly (string Zh, string En)[] ComponentNames =
    [
        ("权力下放", "Delegation of authority"), ("风险管理", "Risk management"), ("内部控制", "Internal control"), ("成果管理", "Results-based management"),
        ("业绩考核", "Performance appraisal"), ("个人问责", "Personal accountability"), ("监督机构", "Oversight bodies"), ("外地特派团", "Field missions"),
        ("采购", "Procurement"), ("利益冲突", "Conflicts of interest"), ("信息系统", "Information systems"), ("问责文化", "Culture of accountability"),
    ];

    private static readonly (string Zh, string En)[] Sentences =
    [
        ("委员会审议了秘书长关于问责制的进展报告，并收到了对其问题的书面答复。", "The Committee has considered the progress report of the Secretary-General on accountability and received written responses to its questions."),
        ("委员会认为，报告所载的大部分信息仍然是概念性的，没有就具体措施及其影响提供足够的实际细节。", "The Committee is of the view that most of the information contained in the report remains conceptual and does not provide sufficient practical detail on specific measures and their impact."),
        ("委员会注意到在执行可行的框架方面取得了某些进展，但还有更多工作要做。", "The Committee notes that some progress has been made in implementing a workable framework, but that more work remains to be done."),
        ("委员会强调，高级管理人员必须对其决定负责，并接受相应的考核。", "The Committee stresses that senior managers must be held responsible for their decisions and be appraised accordingly."),
        ("经询问，委员会获悉，有关部门正在拟订明确的目标、责任和时间表。", "Upon enquiry, the Committee was informed that the departments concerned were developing clear objectives, responsibilities and timelines."),
        ("委员会期待下一次报告载有关键业绩指标和支持性统计资料。", "The Committee expects the next report to include key performance indicators and supporting statistical information."),
        ("委员会感到关切的是，监督机构的建议没有得到及时和充分的执行。", "The Committee is concerned that the recommendations of the oversight bodies have not been implemented in a timely and complete manner."),
        ("秘书长指出，已经采取步骤加强内部控制，并在全组织推行风险管理。", "The Secretary-General indicates that steps have been taken to strengthen internal control and to introduce risk management across the Organization."),
        ("委员会建议大会请秘书长优先制定一个编成文件的计划。", "The Committee recommends that the General Assembly request the Secretary-General to develop, as a matter of priority, a documented plan."),
        ("委员会相信，从其他实体的经验中吸取的教训将得到充分利用。", "The Committee trusts that full use will be made of the lessons learned from the experience of other entities."),
        ("委员会回顾其以往的意见，即有效的制度是一个要跨越几年的进程。", "The Committee recalls its previous observation that an effective system is a process that will span several years."),
        ("委员会欢迎为改进工作人员的培训和相互交流所作的努力。", "The Committee welcomes the efforts made to improve the training of staff and the exchange of knowledge among them."),
    ];

    /// <summary>As in site.yaml: "provision-pages, search"; null for a whole site.</summary>
    public string? LeaveOut { get; init; }

    /// <summary>How many words there are for a further sentence in every paragraph, few of them frequent and most rare, as words are; 0 for no such sentence.</summary>
    public int Vocabulary { get; init; }

    /// <summary>"A/70/1" for 0.</summary>
    public static string Symbol(int document) => string.Create(CultureInfo.InvariantCulture, $"A/70/{document + 1}");

    public static string SectionOf(int paragraph) => Roman[(paragraph - 1) / (Paragraphs / Sections)];

    public static string Heading(int section, string language) => In(Headings[section], language);

    public static string Component(int component) => string.Create(CultureInfo.InvariantCulture, $"component-{component + 1}");

    public static string ComponentName(int component, string language) => In(ComponentNames[component], language);

    public static int ComponentOf(int document, int paragraph) => (document + paragraph) % Components;

    public static string Date(int document) => string.Create(CultureInfo.InvariantCulture, $"2015-{1 + document % 12:00}-{1 + document / 12 % 28:00}");

    public static string Title(int document, string language) => string.Create(CultureInfo.InvariantCulture,
        $"{(language == "zh" ? "问责制报告" : "Report on accountability")} {document + 1}");

    /// <summary>The two places that a paragraph cites: index of the document, number of the paragraph from 1 on.</summary>
    public (int Document, int Paragraph)[] Citations(int document, int paragraph)
    {
        var random = new Sequence((uint)(document * 131 + paragraph));
        return [Next(), Next()];

        (int, int) Next() => ((document + 1 + random.Below(documents - 1)) % documents, 1 + random.Below(Paragraphs));
    }

    /// <summary>A made-up word; a lower number is a more frequent one.</summary>
    public static string Word(int word, string language)
    {
        var random = new Sequence((uint)word + 1_000_000);
        if (language == "zh") return string.Concat((char)('\u4E00' + random.Below(1_500)), (char)('\u4E00' + random.Below(1_500)));
        var text = new StringBuilder();
        for (var syllables = 1 + random.Below(4); syllables >= 0; syllables--) text.Append("bcdfglmnprstv"[random.Below(13)]).Append("aeiou"[random.Below(5)]);
        return text.Append("nrst"[random.Below(4)]).ToString();
    }

    /// <summary>The numbers of the words of the further sentence.</summary>
    public int[] Words(int document, int paragraph)
    {
        if (Vocabulary == 0) return [];
        const int Length = 18;
        var random = new Sequence((uint)(document * 104_729 + paragraph));
        var orders = System.Numerics.BitOperations.Log2((uint)Vocabulary) + 1;
        // As many of the first two words as of the next two, the next four, the next eight: that is how frequent words are.
        return [.. Enumerable.Range(0, Length).Select(_ => Math.Min(random.Below(1 << random.Below(orders)), Vocabulary - 1))];
    }

    /// <summary>A paragraph: three sentences, two of them with a citation, and one of the vocabulary.</summary>
    /// <param name="paragraph">From 1 on.</param>
    public string Paragraph(int document, int paragraph, string language)
    {
        var random = new Sequence((uint)(document * 7919 + paragraph));
        var citations = Citations(document, paragraph);
        var text = new StringBuilder();
        for (var i = 0; i < 3; i++)
        {
            var sentence = In(Sentences[random.Below(Sentences.Length)], language);
            if (text.Length > 0 && language != "zh") text.Append(' ');
            if (i == citations.Length)
            {
                text.Append(sentence);
                continue;
            }
            var (cited, place) = citations[i];
            text.Append(sentence.AsSpan(0, sentence.Length - 1)).Append(language == "zh"
                ? string.Create(CultureInfo.InvariantCulture, $"({Symbol(cited)}，第 {place} 段)。") : string.Create(CultureInfo.InvariantCulture, $" ({Symbol(cited)}, para. {place})."));
        }
        var words = Words(document, paragraph);
        if (words.Length > 0 && language == "zh") text.AppendJoin("", words.Select(w => Word(w, language))).Append('。');
        else if (words.Length > 0) text.Append(" The ").AppendJoin(' ', words.Select(w => Word(w, language))).Append('.');
        return text.ToString();
    }

    /// <summary>All files of input/ by their paths below it.</summary>
    public IEnumerable<(string Path, string Text)> Files()
    {
        yield return ("site.yaml", (LeaveOut is null ? "" : $"leave_out: [{LeaveOut}]\n") + """
            title: { zh: 测试站点, en: Test site }
            languages:
              - { code: zh, tag: zh-Hans, name: 中文 }
              - { code: en, tag: en, name: English }
            base_url: https://example.org/
            official_documents: { zh: "https://docs.un.org/zh/", en: "https://docs.un.org/en/" }

            """);
        yield return ("bodies/bodies.yaml", "bodies:\n  - { id: acabq, name: { zh: 行政和预算问题咨询委员会, en: Advisory Committee } }\n");
        yield return ("framework/components.yaml", ComponentsFile());
        yield return ("framework/acts.yaml",
            "acts:\n  - { id: background, name: { zh: 背景, en: Background }, meaning: { zh: 作者自己不表态。, en: The author takes no position. } }\n");
        for (var document = 0; document < documents; document++)
        {
            var folder = "documents/" + Symbol(document).Replace('/', '-');
            yield return ($"{folder}/document.yaml", DocumentFile(document));
            yield return ($"{folder}/text.zh.yaml", TextFile(document, "zh"));
            yield return ($"{folder}/text.en.yaml", TextFile(document, "en"));
        }
    }

    /// <summary>Writes input/ into a folder.</summary>
    public void Write(string folder)
    {
        foreach (var (path, text) in Files())
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    private static string ComponentsFile()
    {
        var file = new StringBuilder("components:\n");
        for (var i = 0; i < Components; i++)
            file.Append(CultureInfo.InvariantCulture, $"  - {{ id: {Component(i)}, name: {{ zh: {ComponentName(i, "zh")}, en: {ComponentName(i, "en")} }} }}\n");
        return file.ToString();
    }

    private static string DocumentFile(int document)
    {
        var file = new StringBuilder();
        file.Append(CultureInfo.InvariantCulture, $"symbol: {Symbol(document)}\nkind: report\nissuer: acabq\nsession: 70\nagenda_item: \"130\"\n");
        file.Append(CultureInfo.InvariantCulture, $"date: {Date(document)}\nsource: {{ file: seeds/{document + 1}.txt, language: zh }}\nsections:\n");
        for (var i = 0; i < Sections; i++)
            file.Append(CultureInfo.InvariantCulture, $"  - {{ id: {Roman[i]}, parent: null, printed: {Roman[i]}., lines: [{i * 10 + 1}, {i * 10 + 1}] }}\n");
        file.Append("provisions:\n");
        for (var n = 1; n <= Paragraphs; n++)
            file.Append(CultureInfo.InvariantCulture,
                $"  - id: \"{n}\"\n    section: {SectionOf(n)}\n    act: [background]\n    components: [{Component(ComponentOf(document, n))}]\n    lines: [{n * 3}, {n * 3 + 2}]\n");
        return file.ToString();
    }

    private string TextFile(int document, string language)
    {
        var file = new StringBuilder();
        file.Append(CultureInfo.InvariantCulture, $"language: {(language == "zh" ? "zh-Hans" : "en")}\nstatus: official\ntitle: {Title(document, language)}\nsections:\n");
        for (var i = 0; i < Sections; i++) file.Append(CultureInfo.InvariantCulture, $"  {Roman[i]}: {Heading(i, language)}\n");
        file.Append("provisions:\n");
        for (var n = 1; n <= Paragraphs; n++) file.Append(CultureInfo.InvariantCulture, $"  \"{n}\": |\n    {Paragraph(document, n, language)}\n");
        return file.ToString();
    }

    private static string In((string Zh, string En) words, string language) => language == "zh" ? words.Zh : words.En;

    /// <summary>Numbers that look random and are the same everywhere and in every version of .NET (splitmix64).</summary>
    private struct Sequence(uint seed)
    {
        private ulong state = seed;

        public int Below(int limit)
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
        }
    }
}
