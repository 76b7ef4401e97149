using System.Globalization;

using StaticSite.Symbols;
using StaticSite.Text;

namespace StaticSite.Citations;

/// <summary>How a place is cited in the official form of each language.</summary>
/// <remarks>Source: UN Editorial Manual, "Footnotes and other references"; for Chinese the usage of the documents themselves.</remarks>
public static class CitationForm
{
    /// <summary>"A/67/776，第34段", "A/67/776, para. 34"; "第64/259号决议，第8段", "resolution 64/259, para. 8"; preambular paragraphs by order.</summary>
    /// <param name="id">Id of a provision, sub-item or footnote; null for the whole document.</param>
    public static string Of(DocumentSymbol symbol, string? id, string language)
    {
        var document = OfDocument(symbol, language);
        return id is null ? document : document + (language == "zh" ? "，" : ", ") + OfProvision(id, language);
    }

    /// <summary>"A/67/776"; "第64/259号决议", "resolution 64/259".</summary>
    public static string OfDocument(DocumentSymbol symbol, string language)
    {
        const string assembly = "A/RES/";
        if (!symbol.Value.StartsWith(assembly, StringComparison.Ordinal)) return symbol.Value;
        var number = symbol.Value[assembly.Length..];
        return language == "zh" ? $"第{number}号决议" : $"resolution {number}";
    }

    /// <summary>"第34(a)段", "para. 34 (a)"; "序言部分第3段", "third preambular para." as "preambular para. 3"; "脚注1", "footnote 1".</summary>
    public static string OfProvision(string id, string language)
    {
        var zh = language == "zh";
        var slash = id.LastIndexOf('/');
        var scope = slash < 0 ? "" : OfSection(id[..slash], language) + (zh ? "" : ", ");
        var own = id[(slash + 1)..];
        return scope + own switch
        {
            ['P', 'P', ..] => zh ? $"序言部分第{own[2..]}段" : $"preambular para. {own[2..]}",
            ['f', 'n', ..] => zh ? $"脚注{own[2..]}" : $"footnote {own[2..]}",
            ['x', ..] => zh ? $"无编号段落{own[1..]}" : $"unnumbered para. {own[1..]}",
            _ => zh ? $"第{own}段" : $"para. {Spaced(own)}",
        };
    }

    /// <summary>"第三节", "第三.C节", "附件一"; "sect. III", "sect. III.C", "annex I".</summary>
    public static string OfSection(string id, string language)
    {
        var zh = language == "zh";
        if (id.StartsWith("annex", StringComparison.Ordinal))
        {
            var number = id["annex".Length..].TrimStart('-');
            return zh ? "附件" + ChineseNumber(number) : $"annex {number}".TrimEnd();
        }
        var dot = id.IndexOf('.', StringComparison.Ordinal);
        var (head, rest) = dot < 0 ? (id, "") : (id[..dot], id[dot..]);
        return zh ? $"第{ChineseNumber(head)}{rest}节" : $"sect. {id}";
    }

    /// <summary>The words of a pinpoint: "第10段", "附件一，第4段", "para. 10", "annex I, para. 4".</summary>
    public static string OfPinpoint(Pinpoint pinpoint, string language)
    {
        // Nearly all name a paragraph and nothing else.
        if (pinpoint is { Paragraph: { } only, Annex: null, Chapter: null, Section: null, Table: null, Figure: null, Footnote: null })
            return OfProvision(only + pinpoint.Subparagraph, language);
        var zh = language == "zh";
        var parts = new List<string>();
        if (pinpoint.Annex is { } annex) parts.Add(OfSection(annex.Length == 0 ? "annex" : "annex-" + annex, language));
        if (pinpoint.Chapter is { } chapter) parts.Add(zh ? $"第{ChineseNumber(chapter)}章" : $"chap. {chapter}");
        if (pinpoint.Section is { } section) parts.Add(OfSection(section, language));
        if (pinpoint.Paragraph is { } paragraph) parts.Add(OfProvision(paragraph + pinpoint.Subparagraph, language));
        if (pinpoint.Table is { } table) parts.Add(zh ? $"表{ChineseNumber(table)}" : $"table {table}");
        if (pinpoint.Figure is { } figure) parts.Add(zh ? $"图{ChineseNumber(figure)}" : $"figure {figure}");
        if (pinpoint.Footnote is { } footnote) parts.Add(zh ? $"脚注{footnote}" : $"footnote {footnote}");
        return string.Join(zh ? "，" : ", ", parts);
    }

    /// <summary>The words of a range of paragraphs, "第4至9段", "paras. 4–9"; those of the one place when both are the same.</summary>
    public static string OfRange(Pinpoint first, Pinpoint last, string language)
    {
        if (first.Paragraph == last.Paragraph) return OfPinpoint(first, language);
        var place = OfPinpoint(first with { Paragraph = null }, language);
        var range = language == "zh" ? $"第{first.Paragraph}至{last.Paragraph}段" : $"paras. {first.Paragraph}–{last.Paragraph}";
        return place.Length == 0 ? range : place + (language == "zh" ? "，" : ", ") + range;
    }

    /// <summary>"2010年3月29日", "29 March 2010".</summary>
    public static string OfDate(DateOnly date, string language) => language == "zh"
        ? string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日")
        : date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    // 34(a) -> 34 (a)
    private static string Spaced(string number) => number.IndexOf('(', StringComparison.Ordinal) is > 0 and var at ? $"{number[..at]} {number[at..]}" : number;

    // Roman numerals of sections, annexes and figures are Chinese numerals in Chinese; Arabic numbers stay, and so do the letters of
    // sections: no document has a hundred sections, so C, D, L and M are letters.
    private static string ChineseNumber(string number) =>
        number is not ("C" or "D" or "L" or "M") && Roman.Parse(number) is { } value ? HanNumber.Format(value) : number;
}
