using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>What a translation was made from: the hash of the source text behind each passage that was translated and read. It stands in
/// basis.LANGUAGE.yaml beside the text, which the command "accept" keeps; so the text files stay clean, and a translation whose source has
/// changed since is found passage by passage.</summary>
public static partial class TranslationBasis
{
    /// <summary>The first 12 hexadecimal digits of the SHA-256 of a text: enough to tell versions of one paragraph apart.</summary>
    public static string HashOf(LocatedText text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Value)))[..12];

    /// <summary>The ids of all passages that a document can have, in printed order: title, blocks, headings, provisions, footnotes.</summary>
    public static IEnumerable<string> PassagesOf(Document document) =>
    [
        DocumentText.TitleId,
        .. document.Head.Where(b => b.Id != DocumentText.TitleId).Select(b => b.Id),
        .. document.Sections.Select(s => DocumentText.HeadingId(s.Id)),
        .. document.Provisions.Select(p => p.Id),
        .. document.Closing.Select(b => b.Id),
        .. document.Footnotes.Select(f => f.Id),
    ];

    /// <summary>The passages of a translation that were not made from the source text as it stands.</summary>
    /// <param name="basis">By passage; null when nothing has been accepted yet.</param>
    public static ImmutableSortedSet<string> StaleIn(
        Document document, DocumentText source, DocumentText translation, ImmutableSortedDictionary<string, string>? basis) =>
        [.. PassagesOf(document).Where(id => source.Passage(id) is { } text && translation.Passage(id) is not null && basis?.GetValueOrDefault(id) != HashOf(text))];

    /// <summary>The file basis.LANGUAGE.yaml after some passages have been accepted: their hashes are replaced or added where the order of the
    /// document puts them, all other lines stay.</summary>
    /// <param name="accepted">Ids of passages; what has no translation is left out.</param>
    /// <param name="file">As it is; null when there is none.</param>
    /// <returns>Null when the file is not of one passage a line, so that nothing can be written into it.</returns>
    public static string? Accept(Document document, DocumentText source, DocumentText translation, IReadOnlySet<string> accepted, string? file)
    {
        file ??= RecordSchemas.FirstLineOf($"basis.{translation.Language}.yaml")
            + $"# Which source text each passage was translated from. Kept by: dotnet run -- accept\nsource: {source.Language}\ntexts:\n";
        var lines = EmptyMap().Replace(file, "${key}", 1).Split('\n').ToList();
        var at = lines.FindIndex(l => l.TrimEnd() == "texts:");
        if (at < 0) return null;
        foreach (var id in PassagesOf(document).Distinct(StringComparer.Ordinal))
        {
            var own = lines.FindIndex(l => Entry().Match(l) is { Success: true } entry && entry.Groups["id"].Value == id);
            if (own >= 0) at = own;
            if (!accepted.Contains(id) || source.Passage(id) is not { } text || translation.Passage(id) is null) continue;
            var hash = HashOf(text);
            if (own >= 0)
            {
                var old = Entry().Match(lines[own]).Groups["hash"];
                lines[own] = lines[own].Remove(old.Index, old.Length).Insert(old.Index, hash);
            }
            else
            {
                if (++at == lines.Count) lines.Add("");
                lines.Insert(at, $"  \"{id}\": \"{hash}\"{(lines[at - 1].EndsWith('\r') ? "\r" : "")}");
            }
        }
        var written = string.Join('\n', lines);
        return HasAll(written) ? written : null;

        // Whatever the file looks like: what the reader does not find there is not written.
        bool HasAll(string yaml)
        {
            var hashes = BasisRecord.File.ReadFile(new Reading(new SourceText("", yaml)))?.Texts.Where(t => t.Value is not null)
                .DistinctBy(t => t.Key, StringComparer.Ordinal).ToDictionary(t => t.Key, t => t.Value!, StringComparer.Ordinal) ?? [];
            return accepted.All(id => source.Passage(id) is not { } text || translation.Passage(id) is null || hashes.GetValueOrDefault(id) == HashOf(text))
                && (translation.Basis ?? ImmutableSortedDictionary<string, string>.Empty).All(b => accepted.Contains(b.Key) || hashes.GetValueOrDefault(b.Key) == b.Value);
        }
    }

    [GeneratedRegex(@"^(?<key>texts:)[ \t]*\{[ \t]*\}", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EmptyMap();

    [GeneratedRegex(@"^ +(?<quote>[""']?)(?<id>[^""'#\s]+)\k<quote>[ \t]*:[ \t]+[""']?(?<hash>[0-9a-f]{12})\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Entry();
}

/// <summary>input/documents/SLUG/basis.LANGUAGE.yaml.</summary>
internal static class BasisRecord
{
    private static readonly Field<string> Source = new("source", Shapes.SiteLanguage, "Language that was translated from", required: true);
    private static readonly Field<ImmutableArray<MapEntry<string>>> Texts = new("texts", new MapShape<string>(Shapes.Line, Shapes.Hash),
        "Hash of the source text by passage", required: true);

    public static readonly RecordShape<BasisFile> File = new("Which source text each passage was translated from; kept by the command accept.",
        [Source, Texts], (values, _) => new(values.Text(Source), values.SpanOf(Source), values.List(Texts)));
}

/// <param name="Source">Null when it cannot be read.</param>
internal sealed record BasisFile(string? Source, SourceSpan SourceSpan, ImmutableArray<MapEntry<string>> Texts);
