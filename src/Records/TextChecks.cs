using System.Collections.Immutable;

using StaticSite.Diagnostics;
using StaticSite.Markdown;

namespace StaticSite.Records;

/// <summary>Puts a text file beside its document: every text has its place there, and everything there has its text.</summary>
/// <param name="document">Null when document.yaml cannot be used: then only the file itself is checked.</param>
/// <param name="language">Short code from the file name.</param>
internal sealed class TextChecks(Document? document, string language, TextFile file, Reading reading)
{
    private const string Title = "title";

    /// <summary>The text with the ids of the document, and everything that is wrong with it in the reading.</summary>
    public DocumentText Check()
    {
        CheckTag();
        CheckTitle();
        var footnotes = file.Footnotes with { Entries = [.. file.Footnotes.Entries.Select(e => e with { Key = "fn" + e.Key })] };
        Compare(file.Head, document?.Head.Where(b => b.Id != Title).Select(b => b.Id), "head block");
        Compare(file.Sections, document?.Sections.Select(s => s.Id), "section",
            id => document!.Sections.Any(s => s.Printed is not null && s.Id == id));
        Compare(file.Provisions, document?.Provisions.Select(p => p.Id), "provision");
        Compare(footnotes, document?.Footnotes.Select(f => f.Id), "footnote");
        Compare(file.Closing, document?.Closing.Select(b => b.Id), "closing block");
        var text = new DocumentText
        {
            Language = language,
            Tag = file.Tag ?? language,
            Status = file.Status,
            Title = IsEmpty(file.Title) ? null : file.Title,
            Blocks = Texts([.. file.Head.Entries, .. file.Closing.Entries]),
            Sections = Texts(file.Sections.Entries),
            Provisions = Texts(file.Provisions.Entries),
            Footnotes = Texts(footnotes.Entries),
        };
        CheckFootnoteCalls(text);
        return document is null ? text : text with { Errata = [.. file.Errata.Select(e => Check(e, text)).OfType<Erratum>()] };
    }

    private void CheckTag()
    {
        if (file.Tag is not { } tag) return;
        if (tag == language || tag.StartsWith(language + "-", StringComparison.Ordinal))
            reading.Refer(ReferenceKind.LanguageTag, tag, file.TagSpan);
        else
            reading.Report(RecordRules.BadValue, file.TagSpan,
                $"The tag \"{Nearest.Shorten(tag)}\" does not fit the name of the file, text.{language}.yaml",
                $"write {language}, or {language} with a script or a region");
    }

    private void CheckTitle()
    {
        if (document is null || file.TitleIsBroken || !IsEmpty(file.Title)) return;
        if (file.Title is null && (reading.IsPartial || document.Head.All(b => b.Id != Title))) return;
        Missing(file.Title?.Span ?? file.Start, "The document has a title, but this file has none");
    }

    // A part of a resolution may be headed by its letter alone.
    private void Compare(TextGroup group, IEnumerable<string>? documentIds, string what, Func<string, bool>? mayBeEmpty = null)
    {
        if (documentIds is null || group.IsBroken || IsComplete(group, documentIds)) return;
        var ids = documentIds.Distinct(StringComparer.Ordinal).ToList();
        var known = ids.ToHashSet(StringComparer.Ordinal);
        var written = new Dictionary<string, MapEntry<LocatedText>>(StringComparer.Ordinal);
        foreach (var entry in group.Entries)
        {
            written.TryAdd(entry.Key, entry);
            if (!known.Contains(entry.Key)) ReportUnknown(entry, group, ids, what);
            else if (entry.Value is not null && IsEmpty(entry.Value) && mayBeEmpty?.Invoke(entry.Key) != true)
                Missing(entry.Value.Span, $"The text of {what} \"{KeyOf(entry.Key, group)}\" is empty");
        }
        if (reading.IsPartial) return;

        // A misspelt id is reported above and not as missing again.
        var strays = written.Keys.Where(k => !known.Contains(k))
            .Select(k => known.Contains(KeyOf(k, group)) ? KeyOf(k, group) : Nearest.To(k, ids)).ToHashSet(StringComparer.Ordinal);
        var missing = ids.Where(id => !written.ContainsKey(id) && !strays.Contains(id) && mayBeEmpty?.Invoke(id) != true).ToList();
        if (missing.Count > 1 && group.Entries.IsEmpty)
        {
            Missing(group.Point, $"No {what} has a text, from \"{KeyOf(missing[0], group)}\" to \"{KeyOf(missing[^1], group)}\"");
            return;
        }
        var absent = missing.ToHashSet(StringComparer.Ordinal);
        var point = group.Point;
        foreach (var id in ids)
        {
            if (written.TryGetValue(id, out var entry)) point = entry.KeySpan with { Length = 0 };
            else if (absent.Contains(id)) Missing(point, $"{char.ToUpperInvariant(what[0])}{what[1..]} \"{KeyOf(id, group)}\" has no text");
        }
    }

    // As nearly all are: every text is there, in the order of the document.
    private static bool IsComplete(TextGroup group, IEnumerable<string> ids)
    {
        var next = 0;
        foreach (var id in ids)
        {
            if (next == group.Entries.Length || group.Entries[next].Key != id || IsEmpty(group.Entries[next].Value)) return false;
            next++;
        }
        return next == group.Entries.Length;
    }

    private void ReportUnknown(MapEntry<LocatedText> entry, TextGroup group, List<string> ids, string what)
    {
        var key = KeyOf(entry.Key, group);
        var hint = key == Title && group == file.Head ? "the title stands under title:"
            : group.Name == "footnotes" && ids.Contains(key) ? $"write {KeyOf(key, group)}, without fn"
            : Nearest.Hint(key, ids.Select(id => KeyOf(id, group)), "list it in document.yaml, or remove it");
        reading.Report(RecordRules.DanglingId, entry.KeySpan, $"The document has no {what} \"{Nearest.Shorten(key)}\"", hint);
    }

    /// <summary>The key of an id in the file: footnotes are written without "fn".</summary>
    private static string KeyOf(string id, TextGroup group) => group.Name == "footnotes" && id.StartsWith("fn", StringComparison.Ordinal)
        ? id[2..] : id;

    // What RichText reads as a footnote call: "[^1]", not escaped.
    private void CheckFootnoteCalls(DocumentText text)
    {
        // Without them in the file there are none in the values, if nothing is escaped.
        if (document is null || !reading.File.Text.Contains("[^", StringComparison.Ordinal) && !reading.File.Text.Contains('\\', StringComparison.Ordinal)) return;
        var markers = document.Footnotes.Select(f => f.Marker).ToHashSet(StringComparer.Ordinal);
        var places = text.Provisions.Values.Concat(text.Sections.Values).Concat(text.Blocks.Values).Append(text.Title)
            .OfType<LocatedText>();
        foreach (var located in places)
        {
            var value = located.Value;
            for (var at = 0; (at = value.IndexOf("[^", at, StringComparison.Ordinal)) >= 0; at += 2)
            {
                var end = value.IndexOf(']', at);
                if (end < at + 3 || end > at + 12 || at > 0 && value[at - 1] == '\\') continue;
                var marker = value[(at + 2)..end];
                if (marker.AsSpan().IndexOfAny(" \n[^") < 0 && !markers.Contains(marker))
                    reading.Report(RecordRules.DanglingId, located.At(at, end + 1 - at),
                        $"The document has no footnote with the marker \"{marker}\"",
                        Nearest.Hint(marker, markers, "list it in document.yaml, or write \\[^ when no footnote is meant"));
            }
        }
    }

    private Erratum? Check(ErratumEntry entry, DocumentText text)
    {
        var place = entry.Provision == Title ? text.Title : text.Provisions.GetValueOrDefault(entry.Provision)
            ?? text.Footnotes.GetValueOrDefault(entry.Provision) ?? text.Blocks.GetValueOrDefault(entry.Provision);
        if (place is null && !IsIn(document!, entry.Provision) && !reading.IsPartial)
        {
            var ids = document!.Provisions.Select(p => p.Id).Concat(document.Footnotes.Select(f => f.Id))
                .Concat(document.Head.Concat(document.Closing).Select(b => b.Id));
            reading.Report(RecordRules.DanglingId, entry.Span,
                $"The document has no provision, footnote or block \"{Nearest.Shorten(entry.Provision)}\"",
                Nearest.Hint(entry.Provision, ids, "write the id as in document.yaml"));
        }
        if (entry.Printed is null) return null;
        if (place is not null && !place.Value.Contains(entry.Printed, StringComparison.Ordinal)
            && !RichText.Parse(place.Value).Printed().Contains(entry.Printed, StringComparison.Ordinal))
            reading.Report(RecordRules.ErratumNotFound, entry.PrintedSpan,
                $"\"{Nearest.Shorten(entry.Printed)}\" is not in the text of {entry.Provision}",
                "write exactly what is printed there");
        return new(entry.Provision, entry.Printed, entry.Meant, In(entry.Note), entry.Span);
    }

    private LocalizedText? In(Note? note) => note switch
    {
        { Own: { } own } when language == "zh" => new(own, null),
        { Own: { } own } when language == "en" => new(null, own),
        _ => note?.Localized,
    };

    private static bool IsIn(Document document, string id) => id == Title || document.Provisions.Any(p => p.Id == id)
        || document.Footnotes.Any(f => f.Id == id) || document.Head.Concat(document.Closing).Any(b => b.Id == id);

    private void Missing(SourceSpan span, string message)
    {
        if (document!.Source.Language == language)
            reading.Report(RecordRules.MissingText, span, message, "the source language has every text");
        else
            reading.Report(RecordRules.MissingTranslation, span, message);
    }

    private static bool IsEmpty(LocatedText? text) => text is null || string.IsNullOrWhiteSpace(text.Value);

    private static ImmutableSortedDictionary<string, LocatedText> Texts(ImmutableArray<MapEntry<LocatedText>> entries)
    {
        if (entries.IsEmpty) return DocumentText.EmptyTexts;
        var texts = DocumentText.EmptyTexts.ToBuilder();
        foreach (var entry in entries)
            if (!IsEmpty(entry.Value)) texts.TryAdd(entry.Key, entry.Value!);
        return texts.ToImmutable();
    }
}
