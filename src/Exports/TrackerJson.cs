using System.Text.Encodings.Web;
using System.Text.Json;

using StaticSite.Pages;
using StaticSite.Records;

namespace StaticSite.Exports;

/// <summary>The tracker as JSON, one file for each language: /zh/tracker/tracker.json.</summary>
/// <remarks>The shape is documented in the README ("The tracker as data") and read by other programs: add to it, change nothing.</remarks>
public sealed class TrackerJson : IExport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IEnumerable<Func<OutputFile>> Plan(Site site, IReadOnlyList<Page> pages) => site.Records.FollowUp.Threads.IsEmpty ? []
        : site.Languages.Select(language => (Func<OutputFile>)(() => Write(site, language)));

    private static OutputFile Write(Site site, SiteLanguage language)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            new Writer(site, language, json).WriteTracker();
        stream.WriteByte((byte)'\n');
        return new($"{language.Code}/{TrackerPage.ExportPath("json")}", stream.ToArray());
    }

    private sealed class Writer(Site site, SiteLanguage language, Utf8JsonWriter json)
    {
        private string Code => language.Code;

        public void WriteTracker()
        {
            json.WriteStartObject();
            json.WriteString("language", language.Tag);
            json.WriteString("url", site.Urls.Absolute(site.Urls.Section(Code, InterfaceStrings.Tracker)));
            json.WriteStartArray("threads");
            foreach (var thread in site.Records.FollowUp.Threads) WriteThread(thread);
            json.WriteEndArray();
            json.WriteStartArray("without_follow_up");
            foreach (var row in TrackerPage.UnfollowedIn(site, Code))
            {
                json.WriteStartObject();
                WritePassageKeys(row.Passage);
                json.WriteString("note", row.Note?.Text);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void WriteThread(FollowUpThread thread)
        {
            var row = TrackerRow.Of(site, thread, Code);
            json.WriteStartObject();
            json.WriteString("id", row.Id);
            json.WriteString("url", site.Urls.Absolute(row.Url));
            json.WriteString("title", row.Title.Text);
            json.WriteString("state", row.State);
            json.WriteString("status", site.Say(Code, "thread_" + row.State));
            WriteQuotation("judgement", thread.Status.Judgement);
            json.WriteStartArray("components");
            foreach (var component in row.Components)
            {
                json.WriteStartObject();
                json.WriteString("id", component.Id);
                json.WriteString("name", component.Link.Label);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            WriteResponsible(thread, row);
            WriteQuotation("due", thread.Due?.Words, row.Due);
            WriteSteps(thread);
            json.WriteEndObject();
        }

        private void WriteResponsible(FollowUpThread thread, TrackerRow row)
        {
            if (thread.Responsible is null || row.Responsible is null)
            {
                json.WriteNull("responsible");
                return;
            }
            json.WriteStartObject("responsible");
            json.WriteString("body", row.Responsible.Id);
            json.WriteString("name", row.Responsible.Body.Label);
            WritePassage("source", thread.Responsible.Source);
            json.WriteEndObject();
        }

        private void WriteQuotation(string name, Quotation? quotation, DueModel? due = null)
        {
            if (quotation is null)
            {
                json.WriteNull(name);
                return;
            }
            json.WriteStartObject(name);
            json.WriteString("words", site.Words(quotation.Words.Text, Code)?.Text);
            if (due is not null) json.WriteString("date", due.IsoDate);
            WritePassage("source", quotation.Source);
            json.WriteEndObject();
        }

        private void WriteSteps(FollowUpThread thread)
        {
            json.WriteStartArray("steps");
            foreach (var step in thread.Steps)
            {
                json.WriteStartObject();
                json.WriteString("kind", ThreadStates.Code(step.Kind));
                WritePassageKeys(step.At);
                json.WriteString("says", site.Words(step.Says, Code)?.Text);
                json.WriteStartArray("sources");
                foreach (var source in step.Sources)
                {
                    json.WriteStartObject();
                    WritePassageKeys(source);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        private void WritePassage(string name, PassageReference passage)
        {
            json.WriteStartObject(name);
            WritePassageKeys(passage);
            json.WriteEndObject();
        }

        private void WritePassageKeys(PassageReference passage) => PassageKeys.Write(json, site, passage, Code);
    }
}
