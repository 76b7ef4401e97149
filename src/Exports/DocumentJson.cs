using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

using StaticSite.Citations;
using StaticSite.Graph;
using StaticSite.Markdown;
using StaticSite.Pages;
using StaticSite.Records;

namespace StaticSite.Exports;

/// <summary>A document as JSON beside its page, one file for each language: /zh/A/67/776/index.json.</summary>
/// <remarks>The shape is documented in the README ("JSON of a document") and read by other programs: add to it, change nothing.
/// Texts are plain, paragraphs separated by "\n"; footnote calls are taken out of the text and listed with their offsets.</remarks>
public sealed class DocumentJson : IDocumentExport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? PathOf(Site site, Document document, SiteLanguage language) =>
        site.Has(SitePart.Json) ? $"{language.Code}/{document.Symbol.UrlPath}/{DocumentFormats.JsonFile}" : null;

    public OutputFile Write(Site site, Document document, SiteLanguage language)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            new Writer(site, document, language, json).WriteDocument();
        stream.WriteByte((byte)'\n');
        return new(PathOf(site, document, language)!, stream.ToArray());
    }

    private sealed class Writer(Site site, Document document, SiteLanguage language, Utf8JsonWriter json)
    {
        // The text that most of the file comes from: its own language as soon as it holds a paragraph.
        private readonly DocumentText? main = document.TextIn(language.Code) is { Provisions.IsEmpty: false } own ? own : document.TextIn(document.Source.Language);

        private string Code => language.Code;

        public void WriteDocument()
        {
            json.WriteStartObject();
            WriteHead();
            WriteSections();
            WriteProvisions();
            WriteFootnotes();
            WriteCitations();
            json.WriteEndObject();
        }

        private void WriteHead()
        {
            json.WriteString("symbol", document.Symbol.Value);
            json.WriteString("kind", DocumentSummary.Name(document.Kind));
            json.WriteString("issuer", document.Issuer);
            WriteNumber("session", document.Session);
            json.WriteString("agenda_item", document.AgendaItem);
            json.WriteString("date", document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("language", language.Tag);
            json.WriteString("text_language", main?.Tag);
            json.WriteString("text_status", main is null ? null : StatusOf(main.Status));
            json.WriteString("url", site.Urls.Absolute(site.Urls.Document(Code, document.Symbol)));
            json.WriteString("official_url", site.Official(document.Symbol, Code));
            json.WriteString("title", Plain("title"));
            json.WriteStartObject("titles");
            foreach (var other in site.Languages)
                json.WriteString(other.Code, document.TextIn(other.Code)?.Title is { } title ? WithoutCalls(RichText.Parse(title.Value)) : null);
            json.WriteEndObject();
            WriteBlocks("head", document.Head);
            WriteBlocks("closing", document.Closing);
        }

        private void WriteBlocks(string name, IEnumerable<Block> blocks)
        {
            json.WriteStartArray(name);
            foreach (var block in blocks)
            {
                json.WriteStartObject();
                json.WriteString("id", block.Id);
                json.WriteString("label", block.Printed);
                json.WriteString("text", Plain(block.Id));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        private void WriteSections()
        {
            json.WriteStartArray("sections");
            foreach (var section in document.Sections)
            {
                json.WriteStartObject();
                json.WriteString("id", section.Id);
                json.WriteString("parent", section.Parent);
                json.WriteString("label", section.Printed);
                json.WriteString("heading", Plain(LinkedText.HeadingId(section.Id)));
                json.WriteString("anchor", Anchors.OfSection(section.Id));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        private void WriteProvisions()
        {
            json.WriteStartArray("provisions");
            foreach (var provision in document.Provisions)
            {
                var shown = Shown(provision.Id);
                var text = shown?.TextOf(provision.Id);
                var kind = ProvisionModel.KindOf(document, provision);
                json.WriteStartObject();
                json.WriteString("id", provision.Id);
                json.WriteString("kind", kind);
                json.WriteString("label", provision.Printed);
                json.WriteString("section", provision.Section);
                json.WriteString("anchor", Anchors.Of(document, provision.Id));
                json.WriteString("url", site.Urls.Absolute(site.UrlOfProvision(Code, document, provision.Id)));
                json.WriteString("language", shown?.Text.Tag);
                json.WriteString("lead", text is null ? null : Lead(kind, WithoutCalls(text), shown!.Text.Language));
                json.WriteString("text", text is null ? null : WithoutCalls(text));
                WriteParts(provision, text);
                WriteCalls(text);
                WriteStrings("act", provision.Act);
                WriteStrings("components", provision.Components);
                json.WriteString("addressee", provision.Addressee);
                json.WriteString("responsible", provision.Responsible ?? provision.Addressee);
                WriteStrings("deadlines", provision.Deadlines.Select(d => d.In(Code)?.Value ?? d.In(document.Source.Language)?.Value).OfType<string>());
                WriteStrings("threads", site.ThreadsThrough(document.Symbol, provision.Id).Select(t => t.Id));
                WriteCitedBy(provision);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        private static string? Lead(string kind, string text, string language) => kind switch
        {
            "preambular" => LeadWord.Of(text, language, LeadWord.Kind.Preambular),
            "operative" => LeadWord.Of(text, language, LeadWord.Kind.Operative),
            _ => null,
        };

        private void WriteParts(Provision provision, RichText? text)
        {
            var parts = text is null ? [] : ProvisionText.Parts(provision.Id, text.Plain);
            foreach (var (name, kind) in new[] { ("items", ProvisionPartKind.Item), ("blocks", ProvisionPartKind.Block) })
            {
                json.WriteStartArray(name);
                foreach (var part in parts.Where(p => p.Kind == kind))
                {
                    json.WriteStartObject();
                    json.WriteString("id", part.Id);
                    json.WriteString("anchor", Anchors.Of(document, part.Id));
                    json.WriteString("text", WithoutCalls(text!.Plain.AsSpan(part.Start, part.Length)));
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
        }

        // Offsets are into the text as written: a call stands before the character at its offset.
        private void WriteCalls(RichText? text)
        {
            json.WriteStartArray("footnote_calls");
            var earlier = 0;
            foreach (var mark in text is null ? [] : text.Marks.Where(m => m.Kind == MarkKind.FootnoteCall))
            {
                json.WriteStartObject();
                json.WriteString("footnote", "fn" + mark.Value);
                json.WriteNumber("offset", mark.Start - earlier++);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        private void WriteCitedBy(Provision provision)
        {
            json.WriteStartArray("cited_by");
            foreach (var from in site.CitingPassages(new(document.Symbol, provision.Id)))
            {
                json.WriteStartObject();
                json.WriteString("symbol", from.Symbol.Value);
                json.WriteString("provision", from.Id);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        private void WriteFootnotes()
        {
            json.WriteStartArray("footnotes");
            foreach (var footnote in document.Footnotes)
            {
                json.WriteStartObject();
                json.WriteString("id", footnote.Id);
                json.WriteString("marker", footnote.Marker);
                json.WriteString("text", Plain(footnote.Id));
                WriteStrings("called", Passages().Where(id => Shown(id)!.TextOf(id)!.Marks
                    .Any(m => m.Kind == MarkKind.FootnoteCall && "fn" + m.Value == footnote.Id)));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        private void WriteCitations()
        {
            json.WriteStartArray("citations");
            foreach (var passage in Passages())
            {
                var shown = Shown(passage)!;
                foreach (var found in shown.CitationsIn(passage))
                    foreach (var places in PlacesReadTogether(found)) WriteCitation(shown, found, places);
            }
            json.WriteEndArray();
        }

        private void WriteCitation(LinkedText shown, ResolvedCitation found, ImmutableArray<int> places)
        {
            var text = shown.TextOf(found.Passage)!;
            var anchors = places.Select(i => found.Anchors[i]).ToList();
            var pinpoints = places.Where(i => i < found.Citation.Pinpoints.Length).Select(i => found.Citation.Pinpoints[i]).ToList();
            json.WriteStartObject();
            json.WriteString("provision", found.Passage);
            json.WriteString("text", CitationGraph.Surface(shown, found));
            json.WriteNumber("offset", OffsetWithoutCalls(text, found.Citation.Span.Start));
            json.WriteNumber("length", OffsetWithoutCalls(text, found.Citation.Span.End) - OffsetWithoutCalls(text, found.Citation.Span.Start));
            json.WriteString("kind", Name(found.Citation.Kind));
            json.WriteString("symbol", found.Citation.Target?.Value);
            WriteStrings("paragraphs", Distinct(pinpoints, p => p.Paragraph));
            json.WriteString("subparagraph", Joined(pinpoints, p => p.Subparagraph));
            json.WriteString("annex", Joined(pinpoints, p => p.Annex));
            json.WriteString("chapter", Joined(pinpoints, p => p.Chapter));
            json.WriteString("section", Joined(pinpoints, p => p.Section));
            WriteStrings("tables", Distinct(pinpoints, p => p.Table));
            WriteStrings("figures", Distinct(pinpoints, p => p.Figure));
            json.WriteString("footnote", Joined(pinpoints, p => p.Footnote));
            // Of several places one may be missing: the others are resolved all the same.
            var state = found.State == CitationState.Unresolved && anchors.Count > 0 && anchors.TrueForAll(a => a is not null) ? CitationState.Resolved : found.State;
            json.WriteString("state", state.ToString().ToLowerInvariant());
            WriteStrings("targets", anchors.Where(a => a is not null).Select(a => a!).Distinct(StringComparer.Ordinal));
            json.WriteEndObject();
        }

        private static int OffsetWithoutCalls(RichText text, int offset) =>
            offset - text.Marks.Count(m => m.Kind == MarkKind.FootnoteCall && m.Start < offset);

        // "第 20 至 34 段和附件一" is two rows: read as one, they would be paragraphs of the annex. So are "paras. 1 (a) and 9".
        private static IEnumerable<ImmutableArray<int>> PlacesReadTogether(ResolvedCitation found)
        {
            var pinpoints = found.Citation.Pinpoints;
            if (!pinpoints.Any(p => p.Paragraph is not null || p.Table is not null || p.Figure is not null)) return [[.. Enumerable.Range(0, found.Anchors.Length)]];
            return pinpoints.Select((p, i) => (Place: (p.Annex, p.Chapter, p.Section, p.Subparagraph is null ? null : p.Paragraph), Index: i)).GroupBy(p => p.Place).Select(g => g.Select(p => p.Index).ToImmutableArray());
        }

        private static IEnumerable<string> Distinct(IEnumerable<Pinpoint> pinpoints, Func<Pinpoint, string?> value) =>
            pinpoints.Select(value).Where(v => v is not null).Select(v => v!).Distinct(StringComparer.Ordinal);

        private static string? Joined(IEnumerable<Pinpoint> pinpoints, Func<Pinpoint, string?> value)
        {
            var values = Distinct(pinpoints, value).ToList();
            return values.Count == 0 ? null : string.Join(", ", values);
        }

        private void WriteStrings(string name, IEnumerable<string> values)
        {
            json.WriteStartArray(name);
            foreach (var value in values) json.WriteStringValue(value);
            json.WriteEndArray();
        }

        private void WriteNumber(string name, int? value)
        {
            if (value is { } number) json.WriteNumber(name, number);
            else json.WriteNull(name);
        }

        private string? Plain(string passage) => Shown(passage)?.TextOf(passage) is { } text ? WithoutCalls(text) : null;

        private LinkedText? Shown(string passage) => site.Shown(document, Code, passage);

        // Reading order is that of the source language, which has every passage.
        private IEnumerable<string> Passages() =>
            site.TextIn(document.Symbol, document.Source.Language, DocumentText.TitleId)?.Passages.Select(p => p.Id)
            ?? site.TextIn(document.Symbol, Code, DocumentText.TitleId)?.Passages.Select(p => p.Id) ?? [];
    }

    private static string WithoutCalls(RichText text) => WithoutCalls(text.Plain);

    private static string WithoutCalls(ReadOnlySpan<char> plain) => plain.ToString().Replace(RichText.Call.ToString(), "", StringComparison.Ordinal).Trim();

    internal static string StatusOf(TextStatus status) => status switch
    {
        TextStatus.Official => "official",
        TextStatus.UnofficialTranslation => "unofficial translation",
        _ => "draft",
    };

    private static string Name(CitationKind kind) => kind switch
    {
        CitationKind.Symbol => "symbol",
        CitationKind.Ibid => "ibid",
        CitationKind.Anaphora => "anaphora",
        CitationKind.Footnote => "footnote",
        _ => "internal",
    };
}
