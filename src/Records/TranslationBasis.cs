using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>What a translation was made from: the hash of the source text behind each passage that was translated and read. It stands in
/// basis.LANGUAGE.yaml beside the text, which the command "accept" keeps; so the text files stay clean, and a translation whose source has
/// changed since is found passage by passage.</summary>
public static class TranslationBasis
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

    /// <summary>The file basis.LANGUAGE.yaml after some passages have been accepted.</summary>
    /// <param name="accepted">Ids of passages; what has no translation is left out.</param>
    public static string Accept(Document document, DocumentText source, DocumentText translation, IReadOnlySet<string> accepted)
    {
        var file = new StringBuilder("# Which source text each passage was translated from. Kept by: dotnet run -- accept\n");
        file.Append("source: ").Append(source.Language).Append("\ntexts:");
        var before = file.Length;
        foreach (var id in PassagesOf(document).Distinct(StringComparer.Ordinal))
        {
            if (source.Passage(id) is not { } text || translation.Passage(id) is null) continue;
            var hash = accepted.Contains(id) ? HashOf(text) : translation.Basis?.GetValueOrDefault(id);
            if (hash is not null) file.Append("\n  \"").Append(id).Append("\": \"").Append(hash).Append('"');
        }
        return file.Append(file.Length == before ? " {}\n" : "\n").ToString();
    }
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
