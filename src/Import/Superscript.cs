namespace StaticSite.Import;

/// <summary>Superscript digits, as some extractions keep them, and the ASCII ones they stand for.</summary>
internal static class Superscript
{
    private const string Digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public static bool Is(char c) => Digits.Contains(c);

    /// <summary>"¹²" as "12"; other characters unchanged.</summary>
    public static string ToAscii(string text) =>
        string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = ToAscii(source[i]);
        });

    public static char ToAscii(char c) => Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit) : c;
}
