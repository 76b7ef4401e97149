using StaticSite.Pages;

namespace StaticSite.Exports;

/// <summary>The threads of the tracker as a table, one file for each language: /zh/tracker/tracker.csv.</summary>
/// <remarks>See <see cref="CsvTable"/>. Several values in a cell are separated by "; ".
/// The columns are documented in the README ("The tracker as data"): add to them at the end, change nothing.</remarks>
public sealed class TrackerCsv : IExport
{
    private static readonly string[] Columns =
        ["id", "url", "title", "state", "status", "asked", "reported", "found", "responsible", "due", "due_date", "components"];

    public IEnumerable<Func<OutputFile>> Plan(Site site, IReadOnlyList<Page> pages) => site.Records.FollowUp.Threads.IsEmpty ? []
        : site.Languages.Select(language => (Func<OutputFile>)(() => Write(site, language.Code)));

    private static OutputFile Write(Site site, string language)
    {
        var csv = new CsvTable();
        csv.Line(Columns);
        foreach (var thread in site.Records.FollowUp.Threads)
        {
            var row = TrackerRow.Of(site, thread, language);
            csv.Line(row.Id, site.Urls.Absolute(row.Url), row.Title.Text, row.State, site.Say(language, "thread_" + row.State),
                Labels(row.Asked), Labels(row.Reported), Labels(row.Found), row.Responsible?.Body.Label ?? "", row.Due?.Words.Text ?? "", row.Due?.IsoDate ?? "",
                Labels(row.Components.Select(c => c.Link)));
        }
        return new($"{language}/{TrackerPage.ExportPath("csv")}", csv.ToUtf8());
    }

    private static string Labels(IEnumerable<Link> links) => string.Join("; ", links.Select(l => l.Label));
}
