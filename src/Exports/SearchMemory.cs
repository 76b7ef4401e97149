using StaticSite.Records;
using StaticSite.Text;

namespace StaticSite.Exports;

/// <summary>The search index of one build for the next, which changes only what other texts have changed in it.</summary>
/// <remarks>Good for one site with the same records beside the documents and the same interface strings: labels of passages come from there.</remarks>
public sealed class SearchMemory
{
    private readonly Dictionary<int, (NumberedText Text, OutputFile? File)> texts = [];
    private SearchShards? shards;

    internal SearchShards Shards(List<NumberedText> wanted)
    {
        var changed = wanted.Where(t => !texts.TryGetValue(t.Number, out var known) || !ReferenceEquals(known.Text.Source, t.Source)).ToList();
        // Where documents come or go all others change their numbers, and symbols and kinds have keys of their own.
        var same = shards is not null && wanted.Count == texts.Count
            && changed.TrueForAll(t => texts.TryGetValue(t.Number, out var known) && IsSame(known.Text.Source.Document, t.Source.Document));
        if (!same) shards = SearchShards.Of(wanted);
        else foreach (var text in changed) shards = shards!.With(text.Number, GramsOf(texts[text.Number].Text), GramsOf(text));
        if (!same) texts.Clear();
        foreach (var text in same ? changed : wanted) texts[text.Number] = (text, null);
        return shards!;
    }

    internal OutputFile File(NumberedText text, Func<OutputFile> make)
    {
        lock (texts)
            if (texts[text.Number].File is { } known) return known;
        var made = make();
        lock (texts) texts[text.Number] = (text, made);
        return made;
    }

    private static bool IsSame(Document one, Document other) => one.Symbol == other.Symbol && one.Kind == other.Kind;

    private static ulong[] GramsOf(NumberedText text) => new SearchGrams().Of(text.Normal).ToArray();
}
