using System.Globalization;

using StaticSite.Text;

namespace StaticSite.Citations;

/// <summary>Numbers of parts as the two languages print them, in one language-neutral form: 三 and III are "III", 二.B and II.B are "II.B".</summary>
internal static class Labels
{
    /// <summary>A Chinese number up to 399, "一", "十二", "二十三", as Roman digits; null when there is none.</summary>
    /// <remarks>A numeral that starts another word ("附件一般") is not read.</remarks>
    public static string? EatHan(Scan scan)
    {
        var start = scan.At;
        var end = start;
        while (end < scan.Text.Length && end - start < 7 && HanNumber.IsPart(scan.Text[end])) end++;
        if (HanNumber.Parse(scan.Text.AsSpan(start, end - start)) is not { } value) return null;
        var next = end < scan.Text.Length ? scan.Text[end] : '\0';
        if (value == 1 && "般些样致起同旦直切律贯份项个种次方定".Contains(next, StringComparison.Ordinal)) return null;
        scan.At = end;
        return Roman.Format(value);
    }

    /// <summary>A Roman number or one capital letter that ends here: "III", "B"; null when there is none.</summary>
    public static string? EatLatin(Scan scan)
    {
        var end = scan.At;
        while (end < scan.Text.Length && Ascii.IsUpper(scan.Text[end])) end++;
        var label = scan.Text[scan.At..end];
        if (label.Length is 0 or > 8 || label.Length > 1 && Roman.Parse(label) is null) return null;
        if (end < scan.Text.Length && (Ascii.IsLetterOrDigit(scan.Text[end]) || scan.Text[end] is '/' or '\'' or '’')) return null;
        scan.At = end;
        return label;
    }

    /// <summary>Arabic digits as a Roman number: annexes are numbered in Roman digits whatever a language prints.</summary>
    public static string ToRoman(string digits) => Roman.Format(int.Parse(digits, CultureInfo.InvariantCulture));
}
