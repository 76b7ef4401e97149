using System.Text.RegularExpressions;

using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Import;

/// <summary>What a document is: its symbol, kind, issuer and session.</summary>
/// <param name="Symbol">Null when nothing tells it.</param>
internal sealed partial record Identity(string? Symbol, DocumentKind Kind, string? Issuer, int? Session)
{
    /// <param name="given">Symbol given by the caller; it goes before all others.</param>
    /// <param name="running">Symbol of the running heads.</param>
    public static Identity Of(HeadFacts head, bool resolution, string? given, string? running)
    {
        var symbol = given ?? head.Symbol ?? OfResolution(head) ?? running;
        if (symbol is not null && SymbolParser.TryParse(symbol, out var parsed)) symbol = parsed.Value;
        if (symbol is not null && resolution && BareNumber().IsMatch(symbol)) symbol = "A/RES/" + symbol;
        var kind = KindOf(head, resolution, symbol);
        return new(symbol, kind, IssuerOf(head, kind, symbol), head.Session ?? SessionOf(symbol));
    }

    private static string? OfResolution(HeadFacts head) =>
        head.ResolutionNumber is not { } number ? null : number.EndsWith(')') ? "S/RES/" + number : (head.IsDecision || IsDecisionNumber(number) ? "A/DEC/" : "A/RES/") + number;

    // Decisions of the Assembly are numbered from 401 or 501 on, resolutions do not come so far.
    private static bool IsDecisionNumber(string number) => DecisionNumber().IsMatch(number);

    private static DocumentKind KindOf(HeadFacts head, bool resolution, string? symbol)
    {
        if (head.IsDecision || symbol?.Contains("/DEC/", StringComparison.Ordinal) == true) return DocumentKind.Decision;
        if (resolution || symbol?.Contains("/RES/", StringComparison.Ordinal) == true) return DocumentKind.Resolution;
        var author = head.Author ?? head.Title ?? "";
        return author.EndsWith("说明", StringComparison.Ordinal) || author.StartsWith("Note ", StringComparison.Ordinal) ? DocumentKind.Note : DocumentKind.Report;
    }

    private static string? IssuerOf(HeadFacts head, DocumentKind kind, string? symbol)
    {
        if (kind is DocumentKind.Resolution or DocumentKind.Decision)
            return symbol is null || symbol.StartsWith("A/", StringComparison.Ordinal) ? "general-assembly" : null;
        var author = (head.Author ?? head.Title ?? "").ToLowerInvariant();
        if (author.Contains("行政和预算问题咨询委员会", StringComparison.Ordinal) || author.Contains("advisory committee on administrative", StringComparison.Ordinal)) return "acabq";
        if (author.Contains("联合检查组", StringComparison.Ordinal) || author.Contains("joint inspection unit", StringComparison.Ordinal)) return "joint-inspection-unit";
        if (author.Contains("审计委员会", StringComparison.Ordinal) || author.Contains("board of auditors", StringComparison.Ordinal)) return "board-of-auditors";
        return author.Contains("秘书长", StringComparison.Ordinal) || author.Contains("secretary-general", StringComparison.Ordinal) ? "secretary-general" : null;
    }

    private static int? SessionOf(string? symbol)
    {
        var match = SessionInSymbol().Match(symbol ?? "");
        return match.Success ? int.Parse(match.Groups["n"].Value, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"^[0-9]{2,3}/[45][0-9]{2}( ?[A-Z])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DecisionNumber();

    [GeneratedRegex(@"^[0-9]{1,3}/[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"^A/(RES/|DEC/|C\.[1-6]/)?(?<n>[0-9]{2,3})/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SessionInSymbol();
}
