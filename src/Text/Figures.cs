using System.Collections.Immutable;

namespace StaticSite.Text;

/// <summary>Reads the figures of a text: numbers in digits and in words, ordinals, fractions, percentages, years and dates. Pure; never throws on any
/// text; linear in its length.</summary>
/// <remarks>"1 704", "1,704" and "1704" are one number, as are "$4.5 million" and "450 万美元", "sixty-seventh" and "第六十七届", "2010/11" and
/// "2010-2011", "39 per cent", "39%" and "百分之三十九". Roman numbers are read too, since "phase II" is "第二阶段".</remarks>
public static class Figures
{
    /// <summary>True for a language whose number words are known.</summary>
    public static bool CanRead(string language) => language is "zh" or "en";

    /// <summary>The figures in the order of the text.</summary>
    /// <param name="language">"zh" or "en"; in any other only digits are read.</param>
    public static ImmutableArray<Figure> Read(string text, string language) => [.. ReaderFor(language).Read(text)];

    /// <summary>A reader for many texts, one after the other.</summary>
    internal static FigureReader ReaderFor(string language) => language switch { "zh" => new ZhFigureReader(), "en" => new EnFigureReader(), _ => new FigureReader() };

    /// <summary>True when words like "4 600多名", "more than 4,600", "39%" or "百分之三十九" state a number: 4600, 39.</summary>
    /// <param name="value">Without unit; 4.5 is not stated by "4.5 million", 4500000 is, and so is 4.5 by "4.5".</param>
    public static bool State(string words, string language, decimal value)
    {
        foreach (var figure in Read(words, language))
            if (figure.Value.Value == value || figure.Or?.Value == value) return true;
        return value == 1 && Array.Exists(language == "en" ? OnceInEnglish : language == "zh" ? OnceInChinese : [], w => words.Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    // Once in each of some period: no figure of running text, but an answer to "how often".
    private static readonly string[] OnceInEnglish = ["annual", "every year", "each year", "yearly", "every quarter", "quarterly", "monthly", "every month", "weekly", "daily"],
        OnceInChinese = ["年度", "每年", "每季度", "每月", "每周", "每日"];
}
