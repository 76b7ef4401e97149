namespace StaticSite.Citations;

/// <summary>Dates that stand inside citations: "2004年 12月 23日第59/272号", "resolution 60/254 of 8 May 2006".</summary>
internal static class Dates
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>"2004 年 12 月 23 日", "12 月 23 日"; blanks anywhere.</summary>
    public static bool EatHan(Scan scan)
    {
        var start = scan.At;
        if (Part(scan, "年", 4)) scan.SkipBlank();
        if (Part(scan, "月", 2))
        {
            scan.SkipBlank();
            Part(scan, "日", 2);
            return true;
        }
        scan.At = start;
        return false;
    }

    /// <summary>" of 8 May 2006", " of 23 and 24 December 2004", " dated 8 May 2006", with the blank before them.</summary>
    public static bool EatEnglish(Scan scan)
    {
        var start = scan.At;
        if (scan.Eat(" of ") || scan.Eat(" dated "))
        {
            var day = scan.EatDigits(2) is not null && scan.Eat(' ');
            if (day && scan.Eat("and ") && (scan.EatDigits(2) is null || !scan.Eat(' '))) { scan.At = start; return false; }
            foreach (var month in Months)
            {
                if (!scan.Eat(month) || !scan.Eat(' ')) continue;
                if (scan.EatDigits(4) is { Length: 4 }) return true;
                break;
            }
        }
        scan.At = start;
        return false;
    }

    private static bool Part(Scan scan, string sign, int digits)
    {
        var start = scan.At;
        if (scan.EatDigits(digits) is not null)
        {
            scan.SkipBlank();
            if (scan.Eat(sign)) return true;
        }
        scan.At = start;
        return false;
    }
}
