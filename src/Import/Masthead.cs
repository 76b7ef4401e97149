using System.Text.RegularExpressions;

namespace StaticSite.Import;

/// <summary>The lines that stand above the session on the first page of a document.</summary>
internal static partial class Masthead
{
    /// <summary>True for the names of the Organization and of its organs, alone on a line.</summary>
    public static bool IsOrgan(string text) => Organ().IsMatch(text);

    /// <summary>True for what tells the distribution: "Distr.: General", "Original: English", "Advance unedited version".</summary>
    public static bool IsDistribution(string text) => Distribution().IsMatch(text);

    /// <summary>True for either, for a bare date, and for furniture of the first page.</summary>
    public static bool IsPart(string text) =>
        IsOrgan(text) || IsDistribution(text) || Text.DateText.IsDate(text) || PageFurniture.IsAlways(text);

    [GeneratedRegex(@"^(United Nations|联合国|General Assembly|大会|Security Council|安全理事会|Economic and Social Council|经济及社会理事会|Official Records|正式记录)$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Organ();

    [GeneratedRegex(@"^((Distr|分发)\s?[.．]?\s?[:：].*|(General|Limited|普遍|有限)|(Original|原件|原文)\s?[:：].*|(Chinese|English|中文|英文)|Advance unedited version|(Chinese|English|French|Spanish|Arabic|Russian)( (and|only)( \w+)?)*|(General Assembly|Security Council|Economic and Social Council|Human Rights Council|Conference of the Parties) Distr\..*)$",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Distribution();
}
