using System.Collections.Immutable;

using StaticSite.Records;

namespace StaticSite.Pages;

/// <summary>The progress reports with their chains: /zh/progress/.</summary>
public sealed record ProgressPage
{
    /// <summary>In time.</summary>
    public required ImmutableArray<ProgressEntry> Reports { get; init; }

    internal sealed class Family : IPageFamily
    {
        public IEnumerable<Page> Plan(Site site) => site.Beside.Progress.IsEmpty ? [] : site.Languages.Select(language => Of(site, language));
    }

    private static Page Of(Site site, SiteLanguage language)
    {
        var code = language.Code;
        var head = Heads.Of(site, language, InterfaceStrings.Progress, site.Say(code, InterfaceStrings.Progress), InterfaceStrings.Progress) with
        {
            Trail = Trails.Of(site, code),
        };
        return new(site.Urls.File(head.Url), "progress", head, s => ModelOf(s, code));
    }

    private static ProgressPage ModelOf(Site site, string code) => new()
    {
        Reports = [.. site.Beside.Progress.Select(r => ProgressEntry.Of(site, r, code))],
    };
}

/// <summary>A progress report as lists name it.</summary>
public sealed record ProgressEntry(string Id, string Url, TaggedText Name, ImmutableArray<ChainLink> Chain)
{
    public static ProgressEntry Of(Site site, ProgressReport report, string language) => new(
        report.Id, site.Urls.ProgressReport(language, report.Id), site.Words(report.Name, language) ?? new(report.Report.Value, null),
        [
            ChainLink.Of(site, "report", report.Report, language),
            ChainLink.Of(site, "committee", report.Committee, language),
            ChainLink.Of(site, "resolution", report.Resolution, language),
        ]);
}

/// <summary>One document of the chain report, Committee, resolution.</summary>
/// <param name="Role">"report", "committee", "resolution": the interface strings name it.</param>
/// <param name="Link">The symbol; null when the sources know no such document.</param>
/// <param name="Document">Null with the link.</param>
public sealed record ChainLink(string Role, Link? Link, DocumentSummary? Document)
{
    public static ChainLink Of(Site site, string role, Symbols.DocumentSymbol? symbol, string language) => symbol is not { } known ? new(role, null, null)
        : new(role, PassageLinks.To(site, new(known, null, default), language) with { Label = known.Value }, DocumentSummary.OfAny(site, known, language));
}
