using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

using StaticSite.Diagnostics;
using StaticSite.Records;

namespace StaticSite.Import;

/// <summary>A fresh import over records that exist: what people have made stays, what the source changed is rewritten in its place.</summary>
internal static partial class RecordMerge
{
    /// <summary>The new document with what only people know: act, components, addressee and the like of each provision, and any fact of the head that was
    /// already there.</summary>
    public static Document KeepHandMade(Document fresh, Document existing)
    {
        var old = existing.Provisions.DistinctBy(p => p.Id, StringComparer.Ordinal).ToDictionary(p => p.Id, StringComparer.Ordinal);
        return fresh with
        {
            Kind = existing.Kind,
            // Null is an answer too: somebody may have taken out what the source does not tell.
            Issuer = existing.Issuer,
            Session = existing.Session,
            AgendaItem = existing.AgendaItem,
            Date = existing.Date,
            Provisions = [.. fresh.Provisions.Select(p => old.GetValueOrDefault(p.Id) is { } o ? p with { Act = o.Act, Components = o.Components, Addressee = o.Addressee, Responsible = o.Responsible, Deadlines = o.Deadlines } : p)],
        };
    }

    /// <summary>document.yaml with what changed rewritten; the same text when nothing did.</summary>
    public static string Document(string yaml, Document existing, Document merged)
    {
        var edit = YamlEdit.Read(yaml);
        if (existing.Issuer != merged.Issuer) edit.SetScalar("issuer", DocumentWriter.Scalar(merged.Issuer));
        if (existing.Session != merged.Session) edit.SetScalar("session", merged.Session?.ToString(CultureInfo.InvariantCulture) ?? "null");
        if (existing.AgendaItem != merged.AgendaItem) edit.SetScalar("agenda_item", $"\"{merged.AgendaItem}\"");
        if (existing.Date != merged.Date) edit.SetScalar("date", merged.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "null");
        if (existing.Source != merged.Source) edit.SetScalar("source", $"{{ file: {DocumentWriter.Flow(merged.Source.File)}, language: {merged.Source.Language} }}");
        List(edit, "head", existing.Head, merged.Head, b => b.Id, DocumentWriter.Item);
        List(edit, "sections", existing.Sections, merged.Sections, s => s.Id, DocumentWriter.Item);
        List(edit, "provisions", existing.Provisions, merged.Provisions, p => p.Id, DocumentWriter.Item);
        List(edit, "footnotes", existing.Footnotes, merged.Footnotes, f => f.Id, DocumentWriter.Item);
        List(edit, "closing", existing.Closing, merged.Closing, b => b.Id, DocumentWriter.Item);
        List(edit, "furniture", existing.Furniture, merged.Furniture, f => f.Line.ToString(CultureInfo.InvariantCulture), DocumentWriter.Item);
        return edit.ToString();
    }

    /// <summary>text.LANGUAGE.yaml with what changed rewritten; the same text when nothing did.</summary>
    public static string Text(string yaml, Document merged, DocumentText existing, DocumentText fresh)
    {
        var edit = YamlEdit.Read(yaml);
        if (fresh.Title is { } title && title.Value != existing.Title?.Value) edit.SetScalar("title", DocumentWriter.Scalar(title.Value));
        Map(edit, "head", merged.Head.Where(b => b.Id != "title").Select(b => (b.Id, b.Id)), existing.Blocks, fresh.Blocks, literal: false);
        Map(edit, "sections", merged.Sections.Select(s => (s.Id, s.Id)), existing.Sections, fresh.Sections, literal: false);
        Map(edit, "provisions", merged.Provisions.Select(p => (p.Id, p.Id)), existing.Provisions, fresh.Provisions, literal: true);
        Map(edit, "footnotes", merged.Footnotes.Select(f => (f.Id, DocumentWriter.FootnoteKey(f.Id))), existing.Footnotes, fresh.Footnotes, literal: true);
        Map(edit, "closing", merged.Closing.Select(b => (b.Id, b.Id)), existing.Blocks, fresh.Blocks, literal: false);
        return edit.ToString();
    }

    /// <summary>Work of people on provisions that the source no longer has, one finding for each: an import that finds some is refused.</summary>
    public static ImmutableArray<Diagnostic> WorkLost(Document existing, Document merged, DocumentText? text)
    {
        var kept = merged.Provisions.Select(p => p.Id).Concat(merged.Footnotes.Select(f => f.Id)).Concat(merged.Head.Select(b => b.Id))
            .Concat(merged.Closing.Select(b => b.Id)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from provision in existing.Provisions
               where !kept.Contains(provision.Id)
               let fields = new[]
               {
                   provision.Act.IsEmpty ? null : "act", provision.Components.IsEmpty ? null : "components", provision.Addressee is null ? null : "addressee",
                   provision.Responsible is null ? null : "responsible", provision.Deadlines.IsEmpty ? null : "deadlines",
               }
                   .Where(f => f is not null).ToList()
               where fields.Count > 0
               select new Diagnostic(ImportRules.WorkLost, provision.Span, $"the source has no provision {provision.Id} any more, and its {string.Join(", ", fields)} made by hand would be lost",
                   "move them to another provision or remove them, then import again"),
            .. from erratum in text?.Errata ?? []
               where !kept.Contains(erratum.Provision)
               select new Diagnostic(ImportRules.WorkLost, erratum.Span, $"the source has no {erratum.Provision} any more, and this erratum is about it", "remove the erratum, then import again"),
        ];
    }

    /// <summary>What an editor must look at again, one finding for each provision.</summary>
    public static ImmutableArray<Diagnostic> Changes(Document existing, Document merged, DocumentText? before, DocumentText after, SourceText source)
    {
        var changes = ImmutableArray.CreateBuilder<Diagnostic>();
        var old = existing.Provisions.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var provision in merged.Provisions)
        {
            var place = new SourceSpan(source.Path, source.Offset(provision.Lines.First, 1), 0);
            if (!old.Contains(provision.Id)) Report(place, $"provision {provision.Id} is new");
            else if (before?.Provisions.GetValueOrDefault(provision.Id)?.Value is { } text && text != after.Provisions[provision.Id].Value)
                Report(place, $"the text of provision {provision.Id} has changed");
        }
        var now = merged.Provisions.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var provision in existing.Provisions)
            if (!now.Contains(provision.Id)) Report(new(source.Path, 0, 0), $"provision {provision.Id} is gone");
        var sections = merged.Sections.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var section in existing.Sections)
            if (!sections.Contains(section.Id)) Report(new(source.Path, 0, 0), $"section {section.Id} is gone");
        foreach (var footnote in merged.Footnotes)
            if (before?.Footnotes.GetValueOrDefault(footnote.Id)?.Value != after.Footnotes[footnote.Id].Value)
                Report(new(source.Path, source.Offset(footnote.Lines.First, 1), 0), $"the text of footnote {footnote.Marker} has changed");
        foreach (var section in merged.Sections)
            if (before?.Sections.GetValueOrDefault(section.Id)?.Value != after.Sections[section.Id].Value)
                Report(new(source.Path, source.Offset(section.Lines.First, 1), 0), $"the heading of section {section.Id} has changed");
        return changes.ToImmutable();

        void Report(SourceSpan place, string message) => changes.Add(new(ImportRules.SourceChanged, place, message));
    }

    private static void List<T>(YamlEdit edit, string key, ImmutableArray<T> existing, ImmutableArray<T> merged, Func<T, string> idOf, Func<T, string> print)
    {
        // Printed without their places, records are equal exactly when they say the same.
        if (existing.Select(print).SequenceEqual(merged.Select(print), StringComparer.Ordinal)) return;
        var old = existing.DistinctBy(idOf, StringComparer.Ordinal).ToDictionary(idOf, StringComparer.Ordinal);
        var parts = edit.Items(key, list: true);
        var items = merged.Select(item =>
        {
            var part = parts.Find(p => p.Key == idOf(item)) ?? new YamlEdit.Part(idOf(item), "", "");
            var same = part.Body.Length > 0 && old.TryGetValue(idOf(item), out var before) && print(before) == print(item);
            return same ? part : part with { Body = Rewrite(part.Body, print(item)) };
        });
        edit.SetItems(key, [.. items, .. parts.Where(p => p.Key.Length == 0)]);
    }

    // An item over several lines keeps its own order and comments: only the values of keys that an import sets are replaced.
    private static string Rewrite(string body, string printed)
    {
        if (!body.TrimEnd().Contains('\n', StringComparison.Ordinal))
        {
            var comment = EndComment().Match(body.TrimEnd());
            return $"  - {printed}{(comment.Success ? comment.Value : "")}\n";
        }
        foreach (var key in (string[])["section", "printed", "lines"])
        {
            var now = Value(key).Match(printed);
            var was = Value(key).Match(body);
            if (now.Success && was.Success) body = body[..was.Groups["v"].Index] + now.Groups["v"].Value + body[(was.Groups["v"].Index + was.Groups["v"].Length)..];
            else if (now.Success) body = body.TrimEnd('\n') + $"\n    {key}: {now.Groups["v"].Value}\n";
            else if (was.Success) body = body.Remove(was.Index, body.IndexOf('\n', was.Index) + 1 - was.Index);
        }
        return body;
    }

    private static void Map(
        YamlEdit edit, string key, IEnumerable<(string Id, string Key)> ids,
        ImmutableSortedDictionary<string, LocatedText> existing, ImmutableSortedDictionary<string, LocatedText> fresh, bool literal)
    {
        var parts = edit.Items(key, list: false);
        var items = new List<YamlEdit.Part>();
        foreach (var (id, name) in ids)
        {
            if (!fresh.TryGetValue(id, out var text)) continue;
            var part = parts.Find(p => p.Key == name) ?? new YamlEdit.Part(name, "", "");
            var same = part.Body.Length > 0 && existing.TryGetValue(id, out var before) && before.Value == text.Value;
            items.Add(same ? part : part with { Body = DocumentWriter.Entry(name, text.Value, literal) });
        }
        if (items.SequenceEqual(parts.Where(p => p.Key.Length > 0))) return;
        edit.SetItems(key, [.. items, .. parts.Where(p => p.Key.Length == 0)]);
    }

    private static Regex Value(string key) => key switch { "section" => SectionValue(), "printed" => PrintedValue(), _ => LinesValue() };

    [GeneratedRegex(@"^\s+section:\s*(?<v>""[^""]*""|[^\s#]+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex SectionValue();

    [GeneratedRegex(@"^\s+printed:\s*(?<v>""[^""]*""|[^\s#]+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex PrintedValue();

    [GeneratedRegex(@"^\s+lines:\s*(?<v>\[[^\]]*\])", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex LinesValue();

    [GeneratedRegex(@"\s+#[^}]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EndComment();
}
