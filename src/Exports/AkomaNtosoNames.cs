using System.Globalization;

using StaticSite.Pages;
using StaticSite.Records;
using StaticSite.Symbols;

namespace StaticSite.Exports;

/// <summary>The names of documents and of places in them in Akoma Ntoso: IRIs and eIds.</summary>
/// <remarks>Source: Akoma Ntoso Naming Convention 1.0 (OASIS), and the files that the United Nations publishes. Nothing is put into a name that the records do
/// not know: a document without a date has its session in the place of the date.</remarks>
internal static class AkomaNtosoNames
{
    /// <summary>"/akn/un/statement/deliberation/unga/2010-03-29/64-259", "/akn/un/doc/unga/session-67/A-67-776".</summary>
    public static string Work(Site site, DocumentSymbol symbol)
    {
        var value = symbol.Value;
        var series = symbol.IsResolution() ? "/RES/" : symbol.IsDecision() ? "/DEC/" : null;
        if (series is null) return $"/akn/un/doc/{Organ(value.Split('/')[0])}/{When(site, symbol)}/{symbol.Slug}";
        var at = value.IndexOf(series, StringComparison.Ordinal);
        var number = value[(at + series.Length)..].Replace('/', '-').Replace(' ', '_');
        // The United Nations calls a resolution a deliberation; it publishes no decision in this form.
        return $"/akn/un/statement/{(series == "/RES/" ? "deliberation" : "decision")}/{Organ(value[..at])}/{When(site, symbol)}/{number}";
    }

    /// <summary>A text of the work in a language: "…/zho@".</summary>
    public static string Expression(Site site, DocumentSymbol symbol, string language) => $"{Work(site, symbol)}/{Language(language)}@";

    /// <summary>ISO 639-2: "zho", "eng". Other languages than those of the United Nations keep their code.</summary>
    public static string Language(string code) => code switch
    {
        "ar" => "ara",
        "zh" => "zho",
        "en" => "eng",
        "fr" => "fra",
        "ru" => "rus",
        "es" => "spa",
        _ => code,
    };

    /// <summary>"para_17", "para_34__item_a__item_ii", "preamble__para_3", "para_8__tblock_1", "sec_III__sec_C", "annex_I__para_4", "authorialNote_1". The
    /// numbers are those that are printed: whoever has the citation has the eId.</summary>
    /// <param name="id">Id of a provision, sub-item, block, section or footnote of the document.</param>
    public static string Id(Document document, string id)
    {
        if (document.Sections.Any(s => s.Id == id)) return Section(id);
        if (document.Footnotes.Any(f => f.Id == id)) return "authorialNote_" + id["fn".Length..];
        var slash = id.LastIndexOf('/');
        var scope = slash < 0 ? "" : Section(id[..slash]) + "__";
        var own = id[(slash + 1)..];
        if (own.StartsWith("PP", StringComparison.Ordinal)) return $"{scope}preamble__para_{Parts(own[2..])}";
        return $"{scope}para_{Parts(own)}";
    }

    // "34(a)(ii)-2" -> "34__item_a__item_ii-2", "8.1" -> "8__tblock_1".
    private static string Parts(string own) => own
        .Replace("(", "__item_", StringComparison.Ordinal)
        .Replace(")", "", StringComparison.Ordinal)
        .Replace(".", "__tblock_", StringComparison.Ordinal)
        .Replace(' ', '_');

    private static string Section(string id) => string.Join("__", id.Split('.').Select(part =>
        part == "annex" ? part : part.StartsWith("annex-", StringComparison.Ordinal) ? "annex_" + part["annex-".Length..] : "sec_" + part.Replace('/', '_')));

    private static string Organ(string prefix) => prefix switch
    {
        "A" => "unga",
        "S" => "unsc",
        "E" => "ecosoc",
        "ST" => "secretariat",
        _ => prefix.ToLowerInvariant().Replace('/', '-').Replace(' ', '_'),
    };

    private static string When(Site site, DocumentSymbol symbol)
    {
        if ((site.Held(symbol)?.Date ?? site.Cited(symbol)?.Date) is { } date) return date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (site.Held(symbol)?.Session ?? symbol.Session()) is { } session ? string.Create(CultureInfo.InvariantCulture, $"session-{session}") : "undated";
    }
}
