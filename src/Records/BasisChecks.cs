using System.Collections.Immutable;

using StaticSite.Diagnostics;

namespace StaticSite.Records;

/// <summary>Compares translations with the source text that they were made from.</summary>
internal static class BasisChecks
{
    // Beyond this a translation is old as a whole, and one finding says so.
    private const int MostTold = 20;

    /// <summary>The hashes by passage; entries for nothing are reported.</summary>
    public static ImmutableSortedDictionary<string, string> Check(BasisFile basis, Document document, DocumentText translation, Reading reading)
    {
        if (basis.Source is { } source && source != document.Source.Language)
            reading.Report(RecordRules.BadValue, basis.SourceSpan, $"The source language of {document.Symbol} is {document.Source.Language}, not {Nearest.Shorten(source)}",
                $"write {document.Source.Language}");
        var hashes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var known = TranslationBasis.PassagesOf(document).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in basis.Texts)
        {
            if (!known.Contains(entry.Key) || translation.Passage(entry.Key) is null)
                reading.Report(RecordRules.DanglingId, entry.KeySpan, $"The translation has no passage \"{Nearest.Shorten(entry.Key)}\"", "remove the line");
            else if (entry.Value is not null) hashes[entry.Key] = entry.Value;
        }
        return hashes.ToImmutable();
    }

    /// <summary>Marks the old passages of unofficial translations, and reports them.</summary>
    /// <remarks>An official text in another language is no translation of ours, and a draft is not yet one.</remarks>
    public static void FindStale(Document document, List<DocumentText> texts, List<Diagnostic> findings)
    {
        if (texts.Find(t => t.Language == document.Source.Language) is not { } source) return;
        for (var i = 0; i < texts.Count; i++)
        {
            var text = texts[i];
            if (ReferenceEquals(text, source) || text.Status != TextStatus.UnofficialTranslation) continue;
            text = texts[i] = text with { Stale = TranslationBasis.StaleIn(document, source, text, text.Basis) };
            if (text.Stale.IsEmpty) continue;
            var accept = $"dotnet run -- accept {document.Symbol} {text.Language}";
            var folder = text.TitleOrFirst is { } first ? first.Span : document.Span;
            if (text.Basis is null)
            {
                findings.Add(Reading.Finding(RecordRules.StaleTranslation, folder with { Length = 0 },
                    $"Nobody has accepted this translation of {document.Symbol}", $"compare it with the source, then run: {accept}"));
                continue;
            }
            var told = TranslationBasis.PassagesOf(document).Where(text.Stale.Contains).ToList();
            foreach (var id in told.Take(MostTold))
                findings.Add(Reading.Finding(RecordRules.StaleTranslation, text.Passage(id)!.At(0, 1),
                    text.Basis.ContainsKey(id) ? $"The source text of {id} has changed since this was translated" : $"Nobody has accepted this translation of {id}",
                    $"compare it with the source, then run: {accept} {id}"));
            if (told.Count > MostTold)
                findings.Add(Reading.Finding(RecordRules.StaleTranslation, text.Passage(told[MostTold])!.At(0, 1),
                    $"{told.Count - MostTold} more passages from here on are as old", $"compare them with the source, then run: {accept}"));
        }
    }
}
